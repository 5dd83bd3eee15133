package decoder

import (
	"fmt"
	"math/bits"

	"siequity/incidents"
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

// One thing else has texts for the later days alone: somebody who went on typing from
// the 13th of a month in another way. Then the date cells are of the months of the
// texts as they stand, and not if exchanged.

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

// months is a set of months, January as bit 0.
type months uint16

func (m months) holds(month int) bool { return m&(1<<(month-1)) != 0 }

// withNeighbours adds the months before and after each.
func (m months) withNeighbours() months {
	return (m | m<<1 | m>>11 | m>>1 | m<<11) & (1<<12 - 1)
}

// soundAmong tells whether the date cells are of the months of the texts, or next to
// them, and would not all be so if day and month were exchanged.
func (t *serialTally) soundAmong(texts months) bool {
	near := texts.withNeighbours()
	found, exchanged := true, true
	for at := range 12 * 12 {
		if t.seen[at/64]&(1<<(at%64)) != 0 {
			found, exchanged = found && near.holds(at/12+1), exchanged && near.holds(at%12+1)
		}
	}
	return found && !exchanged
}

// monthsOfTexts gives the months of the dates of a column that a workbook does not hold
// as dates. It is asked of columns that seem exchanged alone.
func (s settler) monthsOfTexts(chunks []Chunk, i int) months {
	slot := s.Layout().Slot(s.Reader().Catalogue.Index(s.Table.Fields[s.Mapping.Columns[i].Field].Name))
	var m months
	for _, c := range chunks {
		for r := range c.Records {
			if v := c.Records[r].Values()[slot]; v != 0 && v != incidents.NotRead && v&exchangeable == 0 {
				m |= 1 << (field.Day(v).Time().Month() - 1)
			}
		}
		for _, f := range c.monthFirst {
			if int(f.column) == i {
				m |= 1 << (f.day.Time().Month() - 1)
			}
		}
	}
	return m
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
func (s settler) settleExchanged(chunks []Chunk, tallies []dateTally) (lost []bool, out []incidents.Fault) {
	lost, first, sound := make([]bool, len(tallies)), -1, false
	for i, t := range tallies {
		shows := t.showsExchange()
		lost[i] = shows && !t.serials.soundAmong(s.monthsOfTexts(chunks, i))
		sound = sound || t.serials.late || shows && !lost[i]
		if lost[i] && first < 0 {
			first = i
		}
	}
	if first < 0 {
		return lost, nil
	}
	for i, t := range tallies {
		follows := !lost[i] && !sound && !t.showsExchange() && t.mayFollow()
		if lost[i] = lost[i] || follows; lost[i] {
			out = append(out, s.about(i, "date/exchanged", s.exchangedWords(i, t, first, follows),
				"export again as .xlsx, or open the text file with Data, From Text/CSV and take this column as text or as day/month/year; do not open it by a double click"))
		}
	}
	return lost, out
}

func (s settler) exchangedWords(i int, t dateTally, first int, follows bool) string {
	why := fmt.Sprintf("and the %d that it holds as text always do: day and month were", t.asText())
	if follows {
		why = fmt.Sprintf("and in column %q day and month were", s.Mapping.Columns[first].Heading)
	}
	n := t.serials.early - t.serials.same
	were, rows := "dates that this would change were", "their rows"
	if n == 1 {
		were, rows = "date that this would change was", "its row"
	}
	return fmt.Sprintf("the %s that Excel holds as dates never have a day over 12, %s probably exchanged when the file was opened with the settings of another country. The %d %s not used, so %q is not known for %s",
		incidents.Counted(t.serials.early, "cell"), why, n, were, s.Table.Fields[s.Mapping.Columns[i].Field].Title, rows)
}
