package link

import "slices"

// A Result says which case each record belongs to, and all the evidence.
type Result struct {
	Case       []int32 // by record; cases are numbered from 0 in the order of their first record
	Count      int     // number of cases
	Links      []Link  // pairs that made a case, or confirm one
	Candidates []Link  // pairs for a person to confirm; nothing was joined by them
	Notes      Notes

	unmet []Unmet // references that none of the records has
}

// Notes counts what was set aside.
type Notes struct {
	WideReferences int // references named by too many records of one source
	SharedNumbers  int // NHS or hospital numbers on too many records: dummies
	CrowdedDays    int // organisation-days with too many records for weak evidence
}

// Cases links records. It keeps to the evidence given: a record with none is a case
// by itself. The records are not changed.
func Cases(records []Record, opts Options) Result {
	g := newGrouping(records, opts)
	entries := g.referenceEntries()
	sortEntries(entries)
	g.countBabies()
	nhs := later(func() []entry { return g.personEntries(g.nhsKeys) })
	g.byReference(entries)
	hospital := later(func() []entry { return g.personEntries(g.hospitalKeys) })
	g.byPerson(nhs(), SamePerson)
	g.byPerson(hospital(), SameHospitalNo)
	g.byCircumstance()
	return g.result()
}

func (g *grouping) result() Result {
	r := Result{Case: make([]int32, len(g.records)), Links: g.links, Candidates: g.candidates, unmet: g.unmet, Notes: g.notes}
	next := int32(0)
	for i := range r.Case {
		root := g.find(int32(i))
		if root == int32(i) {
			r.Case[i] = next
			next++
		} else {
			r.Case[i] = r.Case[root]
		}
	}
	r.Count = int(next)
	r.Candidates = stillApart(r.Candidates, r.Case)
	for _, list := range [][]Link{r.Links, r.Candidates} {
		slices.SortFunc(list, Link.place)
	}
	r.Candidates = slices.CompactFunc(r.Candidates, samePair)
	return r
}

// stillApart drops candidates whose records were joined by other evidence.
func stillApart(list []Link, cases []int32) []Link {
	return slices.DeleteFunc(list, func(l Link) bool { return cases[l.A] == cases[l.B] })
}

func samePair(a, b Link) bool {
	return min(a.A, a.B) == min(b.A, b.B) && max(a.A, a.B) == max(b.A, b.B)
}
