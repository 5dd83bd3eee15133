package incidents

import (
	"fmt"
	"math/bits"
	"slices"

	"siequity/incidents/field"
)

// A text file with 05/06/2026 and 15/06/2026 that is opened under American settings
// and saved as a workbook has 6 May in the first cell, a date that nothing marks as
// wrong, and text in the second, which is no date in America. Of what happened only
// the column as a whole speaks: none of its date cells has a day over 12, and each
// of its texts has.
//
// Day and month are not exchanged back. Unlike the order of a column of text, which a
// single cell proves, this is a likelihood, and a repair that is wrong would move
// records between periods without a trace. Nor are the dates used as they are: by
// all likelihood they are wrong. So they count as not known, and the records that
// this leaves without a period are counted and listed like any others.

// Five different dates have no day over 12 by chance in 1 column of 100, and three
// texts none but those in 1 of 5. That is of columns that mix dates and texts, which
// are few.
const (
	fewestExchanged = 5
	fewestAsText    = 3
)

// exchangeable marks in a slot a date cell that would be another day if its day and
// month were exchanged, see eitherOrder.
const exchangeable = 1 << 29

// A serialTally counts the cells of a column that a workbook holds as dates. Beyond
// the first with a day over 12 it counts no others.
type serialTally struct {
	early, same int // with a day up to 12, and of those the ones where it is also the month
	late        bool
	seen        [3]uint64 // the different months and days among the early ones, whatever the year
}

// date counts a date cell and gives what its slot holds.
func (t *serialTally) date(day field.Day) uint32 {
	if t.late {
		return uint32(day)
	}
	_, month, d := day.Time().Date()
	if t.late = d > 12; t.late {
		return uint32(day)
	}
	at := int(month-1)*12 + d - 1
	t.seen[at/64] |= 1 << (at % 64)
	t.early++
	if int(month) == d {
		t.same++
		return uint32(day)
	}
	return uint32(day) | exchangeable
}

func (t *serialTally) add(o serialTally) {
	t.early, t.same, t.late = t.early+o.early, t.same+o.same, t.late || o.late
	for i, seen := range o.seen {
		t.seen[i] |= seen
	}
}

func (t *serialTally) different() int {
	n := 0
	for _, seen := range t.seen {
		n += bits.OnesCount64(seen)
	}
	return n
}

// asText counts the texts of the column that the American settings, or the English
// where the texts have the month first, could not make dates of. It is 0 where there
// is a text that they would have made one of.
func (t dateTally) asText() int {
	day, month := t.orders[field.DayOnly], t.orders[field.MonthOnly]
	if t.orders[field.Either] > 0 || day > 0 && month > 0 {
		return 0
	}
	return day + month
}

func (t dateTally) showsExchange() bool {
	return !t.serials.late && t.serials.different() >= fewestExchanged && t.asText() >= fewestAsText
}

// mayFollow tells of a column that shows nothing by itself, and that nothing in it
// keeps from being like another of its sheet.
func (t dateTally) mayFollow() bool {
	return !t.serials.late && t.serials.early > t.serials.same && t.orders[field.Either] == 0
}

// settleExchanged tells in which columns the date cells are not used, and reports
// them. One column is enough to doubt the others of the sheet, unless one of them
// shows that its date cells are sound.
func (s *Sheet) settleExchanged(tallies []dateTally) (lost []bool, out []Fault) {
	lost = make([]bool, len(tallies))
	shows := slices.IndexFunc(tallies, dateTally.showsExchange)
	if shows < 0 {
		return lost, nil
	}
	sound := slices.ContainsFunc(tallies, func(t dateTally) bool { return t.serials.late })
	for i, t := range tallies {
		if lost[i] = t.showsExchange() || !sound && t.mayFollow(); lost[i] {
			out = append(out, s.about(i, "date/exchanged", s.exchangedWords(i, t, shows),
				"export again as .xlsx, or open the text file with Data, From Text/CSV and take this column as text or as day/month/year; do not open it by a double click"))
		}
	}
	return lost, out
}

func (s *Sheet) exchangedWords(i int, t dateTally, shows int) string {
	why := fmt.Sprintf("and the %d that it holds as text always do: day and month were", t.asText())
	if !t.showsExchange() {
		why = fmt.Sprintf("and in column %q day and month were", s.Mapping.Columns[shows].Heading)
	}
	n := t.serials.early - t.serials.same
	were, rows := "dates that this would change were", "their rows"
	if n == 1 {
		were, rows = "date that this would change was", "its row"
	}
	return fmt.Sprintf("the %s that Excel holds as dates never have a day over 12, %s probably exchanged when the file was opened with American settings. The %d %s not used, so %q is not known for %s",
		counted(t.serials.early, "cell"), why, n, were, s.Table.Fields[s.Mapping.Columns[i].Field].Title, rows)
}
