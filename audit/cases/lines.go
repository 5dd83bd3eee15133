package cases

import (
	"slices"

	"siequity/audit/organisation"
	"siequity/audit/reading"
	"siequity/audit/record"
)

// A Line is a line of a register that people keep by hand, and says something of one
// case.
type Line struct {
	Case          string   // reference of the case in any system
	Organisations []string // whose case it is, as the register says; none where it does not
	Row           int
}

// Assigned says which case each of some lines is about.
type Assigned struct {
	Of        []int32 // by index of the lines; 0 where nobody can tell
	Several   []int   // rows whose reference belongs to several cases
	Elsewhere []int   // rows that name another organisation than that of the case
	None      []int   // rows whose reference no record in scope has
}

// Assign finds the case of each line. A reference that belongs to cases of several
// organisations, as the DATIX numbers of two trusts may, is told by the organisation
// that the line names, and without one by nothing: the line of one trust must not
// speak for another. References are the records in scope by each reference that they
// carry, and shown brings another name of an organisation to the one that is shown.
func (c *Cases) Assign(lines []Line, references map[string][]*record.Record, shown func(string) string) Assigned {
	a := Assigned{Of: make([]int32, len(lines))}
	for i, line := range lines {
		found := bearing(line.Case, references)
		stated := c.stated(line.Organisations, shown)
		of := c.answeringTo(stated, found)
		switch {
		case len(found) == 0:
			a.None = append(a.None, line.Row)
		case len(of) == 1:
			a.Of[i] = of[0]
		case len(of) == 0:
			a.Elsewhere = append(a.Elsewhere, line.Row)
		default:
			a.Several = append(a.Several, line.Row)
		}
	}
	return a
}

// bearing lists the cases with a reference: those of the records whose own it is, and
// only without one those of the records that cite it.
func bearing(ref string, references map[string][]*record.Record) (found []int32) {
	var citing []int32
	key := reading.CaseKey(ref)
	for _, rec := range references[key] {
		if reading.CaseKey(rec.Reference()) == key {
			found = append(found, rec.Case)
		} else {
			citing = append(citing, rec.Case)
		}
	}
	if len(found) == 0 {
		found = citing
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// stated gives the organisations that a line names, as far as the exports know them. A
// name that no export has tells nothing.
func (c *Cases) stated(named []string, shown func(string) string) (known []string) {
	for _, name := range named {
		if s := shown(name); name != "" && slices.Contains(c.names, s) {
			known = append(known, s)
		}
	}
	return known
}

// answeringTo picks the cases of which some record is of an organisation stated. A
// record that does not say whose it is contradicts nobody.
func (c *Cases) answeringTo(stated []string, found []int32) (of []int32) {
	if len(stated) == 0 {
		return found
	}
	var perhaps []int32
	for _, n := range found {
		for _, rec := range c.Records(int(n)) {
			switch name := c.names[rec.Organisation]; {
			case slices.Contains(stated, name) && !slices.Contains(of, n):
				of = append(of, n)
			case name == organisation.Unstated && !slices.Contains(perhaps, n):
				perhaps = append(perhaps, n)
			}
		}
	}
	if len(of) == 0 {
		return perhaps
	}
	return of
}
