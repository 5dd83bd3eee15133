package audit

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/merge"
)

// aboutRepeats reports what the merging of rows settled and people should know of:
// references that two events share or nearly share, and rows of one record that disagree on a fact
// while nothing says which of them is the newer. Nothing is picked silently. Numbered
// are the records whose reference is another's but for noughts or a prefix.
func (r *Result) aboutRepeats(numbered []*incidents.Record) []finding.Finding {
	var shared, differ, alike finding.Spots
	for _, rec := range numbered {
		if rec.Left == incidents.Used {
			alike.Add(rec, rec.Sheet.Own())
		}
	}
	for _, rec := range r.Records {
		if of := r.repeated(rec); of != nil {
			r.contradictions(rec.Record, of, &differ)
		}
		if !rec.InScope() {
			continue
		}
		if rec.Apart() {
			shared.Add(rec.Record, rec.Sheet.Own())
		}
		for row := range rec.Each {
			r.contradictions(row, rec.Record, &differ)
		}
	}
	return slices.Concat(shared.Findings("record/number-shared", "if the files are of two trusts, state the organisation of each under inputs: in siequity.yaml; if not, correct the reference or the date", func(s finding.Spot) string {
		return s.Counted("reference stands", "references stand") + " in another file for another event, as the date and another fact differ; each is a record of its own"
	}), alike.Findings("record/numbers-alike", "if two of them are one incident, write its reference in one way; if not, there is nothing to do", func(s finding.Spot) string {
		return s.Counted("reference differs", "references differ") + " from another only in noughts or in the letters before the number; each is a record of its own"
	}), differ.Findings("record/rows-disagree", "look at the record in the source system, and export it again so that it says one thing", func(s finding.Spot) string {
		return fmt.Sprintf("%s another row of the same record on the %s; %s", s.Counted("row contradicts", "rows contradict"), strings.ToLower(r.readings.Catalogue.Fields()[s.Field].Title), s.Standing())
	}))
}

// repeated gives the record that stands in place of this one, unless both say
// when they were changed, or which revision they are: then the later is no choice
// of ours.
func (r *Result) repeated(rec *record.Record) *incidents.Record {
	of := rec.Of()
	if of == nil || of.Left != incidents.Used || rec.Source() == "lfpse" && rec.Left == incidents.Superseded {
		return nil
	}
	if merge.Versions(rec.Record, of) {
		return nil
	}
	return of
}

// contradictions counts the facts that a row gives otherwise than its record, and
// notes the row of the record whose value stands.
func (r *Result) contradictions(row, of *incidents.Record, differ *finding.Spots) {
	if row == of {
		return
	}
	others, joined := slices.Collect(of.Each), row.Of() == nil
	if joined {
		others = others[:1]
	}
	for _, f := range r.comparable(of, joined) {
		if merge.Differ([]*incidents.Record{row}, others, f) {
			differ.Add(row, f)
			differ.At(row.Sheet, f).Keep(of)
		}
	}
}

// comparable lists the facts on which rows of a record should agree. Joined rows
// are of several persons: what they say of each differs as it should, and of their
// degrees of harm the worst counts. LFPSE gives the outcome for each patient too.
func (r *Result) comparable(of *incidents.Record, joined bool) []int {
	c := r.readings.Catalogue
	date, facts := merge.LastingFields(c, of.Source())
	switch {
	case joined && of.Source() == "lfpse":
		return []int{date}
	case joined:
		facts = slices.DeleteFunc(facts, func(f int) bool { return merge.Personal(c, f) })
	default:
		facts = append(facts, c.Index("harm"))
	}
	return append(facts, date)
}
