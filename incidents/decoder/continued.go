package decoder

import (
	"slices"

	"siequity/incidents"
)

// An export with several persons of an incident may give the incident once: its cells are merged over the rows of the
// persons, or left blank in all but the first. Such a row has no reference, and would be a record of nobody; its persons
// would be lost to theirs.

// continued gives the rows that only go on with the record above them what that record says of the event, its reference
// among it, and reports them. Rows of other persons follow each other, so the record above may be such a row itself.
func (s settler) continued(chunks []Chunk) []incidents.Fault {
	if source := s.Table.Source; source != "datix" && source != "lfpse" || !s.HasOwn() {
		return nil
	}
	event, person := s.split()
	var rows []int32
	var above *incidents.Record
	for i := range chunks {
		for j := range chunks[i].Records {
			r := &chunks[i].Records[j]
			if above != nil && r.Row == above.Row+1 && goesOn(r, event, person) && above.Reference() != "" {
				for _, f := range event {
					r.Fill(above, f)
				}
				rows = append(rows, r.Row)
			}
			above = r
		}
	}
	return s.aboutContinued(rows)
}

// split parts the fields that the sheet has into those of the event and those of a person.
func (s settler) split() (event, person []int) {
	c := s.Reader().Catalogue
	for f := range c.Fields() {
		switch {
		case s.Layout().Slot(f) < 0:
		case c.Personal(f):
			person = append(person, f)
		default:
			event = append(event, f)
		}
	}
	return event, person
}

// goesOn reports a row that says something of a person and nothing of an event.
func goesOn(r *incidents.Record, event, person []int) bool {
	blank := func(f int) bool { return r.State(f) == incidents.Blank }
	return r.Heard == 0 && !slices.ContainsFunc(event, func(f int) bool { return !blank(f) }) &&
		slices.ContainsFunc(person, func(f int) bool { return !blank(f) })
}

func (s settler) aboutContinued(rows []int32) []incidents.Fault {
	if len(rows) == 0 {
		return nil
	}
	f := incidents.Fault{ID: "rows/continued", Sheet: s.Sheet, Row: int(rows[0]), Times: len(rows), Hint: "if it is a record of its own, give it its reference and its date",
		What: "this row tells of a person and has no reference, date or other fact of an incident, so it was taken for another person of the record above it"}
	if len(rows) > 1 {
		f.Hint = "if one is a record of its own, give it its reference and its date"
		f.What = incidents.Counted(len(rows), "row") + " tell of a person and have no reference, date or other fact of an incident, so they were taken for other persons of the records above them (rows " + rowList(rows) + ")"
	}
	return []incidents.Fault{f}
}
