package incidents

import (
	"fmt"
	"slices"

	"siequity/incidents/field"
)

// A dateTally counts what the cells of one column of dates were.
type dateTally struct {
	orders  [4]int // by field.Order
	read    int    // dates, of any order but month first
	nothing int    // cells that are no date at all
}

// monthFirst is a cell that is a date only if the month stands first: its place, the
// day that it then is, and the fault it is otherwise.
type monthFirst struct {
	record, column, slot int
	day                  field.Day
	fault                Fault
}

// Settle decides what only a whole column shows, once a sheet is read, and reports
// it. A column of dates whose cells prove that the month stands first, and none that
// the day does, is read so throughout; so are the columns of the sheet that prove
// neither, where no column proves the opposite. A column without any date has one
// finding and not one for each cell.
func (s *Sheet) Settle(chunks []Chunk) []Fault {
	tallies := make([]dateTally, len(s.Mapping.Columns))
	for _, c := range chunks {
		for i, t := range c.Dates {
			tallies[i].add(t)
		}
	}
	var out []Fault
	for i, t := range tallies {
		if f, ok := s.noDates(i, t); ok {
			out = append(out, f)
			dropFaults(chunks, i+1)
		}
	}
	return append(out, s.settleOrder(chunks, tallies)...)
}

func (t *dateTally) add(o dateTally) {
	for i, n := range o.orders {
		t.orders[i] += n
	}
	t.read += o.read
	t.nothing += o.nothing
}

// provesMonth and provesDay tell what the cells of a column prove.
func (t dateTally) provesMonth() bool { return t.orders[field.MonthOnly] > 0 && !t.provesDay() }
func (t dateTally) provesDay() bool   { return t.orders[field.DayOnly] > 0 }

// noDates reports a column that holds something other than dates.
func (s *Sheet) noDates(i int, t dateTally) (Fault, bool) {
	filled := t.orders[field.OneOrder] + t.orders[field.DayOnly] + t.orders[field.MonthOnly] + t.orders[field.Either]
	if t.nothing < 2 || t.nothing != filled || t.read > 0 || s.Mapping.Columns[i].Field < 0 {
		return Fault{}, false
	}
	f := s.Table.Fields[s.Mapping.Columns[i].Field]
	if f.Kind == field.Person {
		return Fault{}, false
	}
	return s.about(i, "date/no-dates", fmt.Sprintf("none of its %d cells is a date, so %q is not known of any record", filled, f.Title),
		"export the column that holds the date, or set this one to ignore or to the field that it holds under columns: in siequity.yaml"), true
}

func dropFaults(chunks []Chunk, column int) {
	for i := range chunks {
		chunks[i].Faults = slices.DeleteFunc(chunks[i].Faults, func(f Fault) bool { return f.ID == "date/unreadable" && f.Column == column })
	}
}

func (s *Sheet) about(i int, id, what, hint string) Fault {
	return Fault{ID: id, Sheet: s, Row: s.Header, Column: i + 1, Heading: s.Mapping.Columns[i].Heading, What: what, Hint: hint}
}

func (s *Sheet) settleOrder(chunks []Chunk, tallies []dateTally) []Fault {
	if !slices.ContainsFunc(tallies, func(t dateTally) bool { return t.orders[field.MonthOnly] > 0 }) {
		return nil // nearly every export
	}
	proven := slices.IndexFunc(tallies, dateTally.provesMonth)
	follow := proven >= 0 && !slices.ContainsFunc(tallies, dateTally.provesDay)
	var out []Fault
	turn := make([]bool, len(tallies))
	for i, t := range tallies {
		turn[i] = t.provesMonth() || follow && t.orders[field.Either] > 0
		if what := s.orderWords(t, turn[i], proven); what != "" {
			out = append(out, s.about(i, "date/month-first", what, "export the dates as 14/05/2026 or 2026-05-14: a date such as 04/05/2026 is two days, and nothing else tells which"))
		}
	}
	s.turn(chunks, turn)
	return out
}

// orderWords says what a column proves and how it was read; "" where nothing is odd.
func (s *Sheet) orderWords(t dateTally, turned bool, proven int) string {
	month, either := t.orders[field.MonthOnly], t.orders[field.Either]
	switch {
	case turned && month > 0:
		return fmt.Sprintf("%s can only be month first, %d could be either; read as month first throughout", counted(month, "date"), either)
	case turned:
		return fmt.Sprintf("%s could be day first or month first; read as month first like column %q", counted(either, "date"), s.Mapping.Columns[proven].Heading)
	case month > 0:
		return fmt.Sprintf("%s can only be month first and %d only day first, %d could be either; read as day first, and those that cannot be are not read",
			counted(month, "date"), t.orders[field.DayOnly], either)
	}
	return ""
}

// turn rewrites the columns that are read month first, and gives the cells of other
// columns that only month first would be dates their faults.
func (s *Sheet) turn(chunks []Chunk, turn []bool) {
	var slots []int
	for i, c := range s.Mapping.Columns {
		if turn[i] {
			slots = append(slots, int(s.layout.slot[s.reader.Catalogue.Index(s.Table.Fields[c.Field].Name)]))
		}
	}
	for i := range chunks {
		c := &chunks[i]
		for r := range c.Records {
			values := c.Records[r].slots()
			for _, at := range slots {
				if v := values[at]; v != unreadable && v&eitherOrder != 0 {
					values[at] = uint32(field.Day(v &^ eitherOrder).Turned())
				}
			}
		}
		for _, m := range c.monthFirst {
			switch {
			case turn[m.column]:
				c.Records[m.record].slots()[m.slot] = uint32(m.day)
			case m.fault.ID != "":
				c.Faults = append(c.Faults, m.fault)
			}
		}
		c.monthFirst = nil
	}
}
