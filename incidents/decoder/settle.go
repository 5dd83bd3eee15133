package decoder

import (
	"fmt"
	"slices"

	"siequity/incidents"
	"siequity/incidents/field"
)

// A dateTally counts what the cells of one column of dates were.
type dateTally struct {
	orders  [4]int // by field.Order
	read    int    // dates, of any order but month first
	nothing int    // cells that are no date at all
	serials serialTally
}

// A strayDate is what a row that may be a line under the table adds to a tally.
type strayDate struct {
	record, column int
	tally          dateTally
}

// A turnedCell is a date only if the month stands first: its place, and the day that it
// then is. Where its column is not read so, the finding about the column tells of it.
type turnedCell struct {
	record       int32
	column, slot int16
	day          field.Day
}

// An unreadCell is a cell that could not be read, beyond those that are told one by one.
type unreadCell struct{ record, column int32 }

// mostTold is how many unreadable cells of a column a batch tells one by one. The
// others are counted: a column that is wrong throughout would fill the memory.
const mostTold = 20

// Settle decides what only a whole column shows, once a sheet is read, and reports
// it. A column of dates whose cells prove that the month stands first, and none that
// the day does, is read so throughout; so are the columns of the sheet that prove
// neither, where no column proves the opposite. One cell proves nothing against
// another column. A column without any date has one finding and not one for each cell.
//
// Nor are the date cells used of a column whose days and months were exchanged.
//
// It also reports the lines about the table that may be records, takes out the headings
// of groups, and gives rows that go on with the record above what that says. Before it
// the dates of the records are not final.
func Settle(sheet *incidents.Sheet, chunks []Chunk) []incidents.Fault {
	s := settler{sheet}
	tallies := tallied(chunks, len(s.Mapping.Columns))
	var out []incidents.Fault
	for i, t := range tallies {
		if f, ok := s.noDates(i, t); ok {
			out = append(out, f)
			dropFaults(chunks, i+1)
		}
	}
	turn, order := s.settleOrder(chunks, tallies)
	lost, exchanged := s.settleExchanged(chunks, tallies)
	s.settleDays(chunks, tallies, turn, lost)
	out = slices.Concat(out, exchanged, order, s.unreadRest(chunks), s.aboutBroken(chunks), s.fewerNames(chunks), s.doubtful(chunks))
	return slices.Concat(out, s.grouped(chunks), s.continued(chunks))
}

// A settler decides about the columns of one sheet.
type settler struct{ *incidents.Sheet }

func tallied(chunks []Chunk, columns int) []dateTally {
	tallies := make([]dateTally, columns)
	for _, c := range chunks {
		for i, t := range c.dates {
			tallies[i].add(t)
		}
		for _, stray := range c.strayDates {
			tallies[stray.column].add(stray.tally)
		}
	}
	return tallies
}

func (t *dateTally) add(o dateTally) {
	for i, n := range o.orders {
		t.orders[i] += n
	}
	t.read += o.read
	t.nothing += o.nothing
	t.serials.add(o.serials)
}

// provesDay tells whether the cells of a column prove that the day stands first.
func (t dateTally) provesDay() bool { return t.orders[field.DayOnly] > 0 }

// noDates reports a column that holds something other than dates.
func (s settler) noDates(i int, t dateTally) (incidents.Fault, bool) {
	filled := t.orders[field.OneOrder] + t.orders[field.DayOnly] + t.orders[field.MonthOnly] + t.orders[field.Either]
	if t.nothing < 2 || t.nothing != filled || t.read > 0 || s.Mapping.Columns[i].Field < 0 {
		return incidents.Fault{}, false
	}
	f := s.Table.Fields[s.Mapping.Columns[i].Field]
	if f.Kind == field.Person {
		return incidents.Fault{}, false
	}
	return s.about(i, "date/no-dates", fmt.Sprintf("none of the %d filled cells of this column is a date, so %q is not known for any record", filled, f.Title),
		"export the column that holds the date; or, if this one is meant to hold something else, name its field, or ignore, under columns: in siequity.yaml"), true
}

func dropFaults(chunks []Chunk, column int) {
	for i := range chunks {
		c := &chunks[i]
		c.Faults = slices.DeleteFunc(c.Faults, func(f incidents.Fault) bool { return f.ID == "date/unreadable" && f.Column == column })
		c.unread = slices.DeleteFunc(c.unread, func(u unreadCell) bool { return int(u.column)+1 == column })
	}
}

func (s settler) about(i int, id, what, hint string) incidents.Fault {
	return incidents.Fault{ID: id, Sheet: s.Sheet, Row: s.Header, Column: i + 1, Heading: s.Mapping.Columns[i].Heading, What: what, Hint: hint}
}

// settleOrder tells which columns are read month first, and what is odd about them.
func (s settler) settleOrder(chunks []Chunk, tallies []dateTally) (turn []bool, out []incidents.Fault) {
	turn = make([]bool, len(tallies))
	if !slices.ContainsFunc(tallies, func(t dateTally) bool { return t.orders[field.MonthOnly] > 0 }) {
		return turn, nil // nearly every export
	}
	dayFirst := slices.ContainsFunc(tallies, dateTally.provesDay)
	provesMonth := func(t dateTally) bool {
		n := t.orders[field.MonthOnly]
		return !t.provesDay() && (n > 1 || n == 1 && !dayFirst)
	}
	proven := slices.IndexFunc(tallies, provesMonth)
	for i, t := range tallies {
		turn[i] = provesMonth(t) || proven >= 0 && !dayFirst && t.orders[field.Either] > 0
		what := s.orderWords(t, turn[i], proven)
		if what == "" {
			continue
		}
		f := s.about(i, "date/month-first", what, "export the dates as 14/05/2026 or 2026-05-14: a date such as 04/05/2026 can mean 4 May or 5 April")
		if !turn[i] {
			f.Times = t.orders[field.MonthOnly]
			f.What += notRead(chunks, i)
		}
		out = append(out, f)
	}
	return turn, out
}

// notRead names the rows of a column whose dates have the month first, in brackets.
func notRead(chunks []Chunk, i int) string {
	var rows []int32
	for _, c := range chunks {
		for _, m := range c.monthFirst {
			if int(m.column) == i {
				rows = append(rows, c.Records[m.record].Row)
			}
		}
	}
	switch len(rows) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf(" (row %d)", rows[0])
	}
	return " (rows " + rowList(rows) + ")"
}

// orderWords says what a column proves and how it was read; "" where nothing is odd.
func (s settler) orderWords(t dateTally, turned bool, proven int) string {
	month, day, either := t.orders[field.MonthOnly], t.orders[field.DayOnly], t.orders[field.Either]
	has := map[bool]string{true: "has", false: "have"}
	lost := fmt.Sprintf("All were read day first; the %d with the month first could not be read", month)
	switch {
	case turned && month > 0 && either == 0:
		return incidents.Counted(month, "date") + " can only have the month first, so the whole column was read that way"
	case turned && month > 0:
		return fmt.Sprintf("%s can only have the month first, so the whole column was read that way, with %s that could be either", incidents.Counted(month, "date"), incidents.Counted(either, "date"))
	case turned:
		return fmt.Sprintf("%s could have the day or the month first; read month first, like column %q", incidents.Counted(either, "date"), s.Mapping.Columns[proven].Heading)
	case month > 0 && day > 0:
		return fmt.Sprintf("this column mixes the two orders: %s %s the month first, %d %s the day first. %s", incidents.Counted(month, "date"), has[month == 1], day, has[day == 1], lost)
	case month > 0:
		return fmt.Sprintf("%s %s the month first, and another column of the sheet has the day first. %s", incidents.Counted(month, "date"), has[month == 1], lost)
	}
	return ""
}
