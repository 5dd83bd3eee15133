package decoder

import (
	"fmt"
	"strconv"
	"strings"

	"siequity/incidents"
	"siequity/incidents/field"
)

// settleDays makes the dates of all records final: it turns the columns that are read
// month first, forgets the date cells of those that are lost, and takes the marks off
// the others.
func (s settler) settleDays(chunks []Chunk, tallies []dateTally, turn, lost []bool) {
	slots := s.markedSlots(tallies, turn, lost)
	for i := range chunks {
		c := &chunks[i]
		if len(slots) > 0 {
			for r := range c.Records {
				settleSlots(c.Records[r].Values(), slots)
			}
		}
		for _, m := range c.monthFirst {
			if turn[m.column] {
				c.Records[m.record].Values()[m.slot] = uint32(m.day)
			}
		}
		c.monthFirst = nil
	}
}

// A markedSlot holds dates with the mark of either order, or of a date cell that may
// be exchanged.
type markedSlot struct {
	at         int
	turn, lost bool
}

func (s settler) markedSlots(tallies []dateTally, turn, lost []bool) []markedSlot {
	var out []markedSlot
	for i, c := range s.Mapping.Columns {
		if t := &tallies[i]; t.orders[field.Either] > 0 || t.serials.early > t.serials.same {
			out = append(out, markedSlot{s.Layout().Slot(s.Reader().Catalogue.Index(s.Table.Fields[c.Field].Name)), turn[i], lost[i]})
		}
	}
	return out
}

func settleSlots(values []uint32, slots []markedSlot) {
	for _, m := range slots {
		switch v := values[m.at]; {
		case v == incidents.NotRead:
		case v&exchangeable != 0 && m.lost:
			values[m.at] = incidents.NotRead
		case v&exchangeable != 0:
			values[m.at] = v &^ exchangeable
		case v&eitherOrder != 0 && m.turn:
			values[m.at] = uint32(field.Day(v &^ eitherOrder).Turned())
		case v&eitherOrder != 0:
			values[m.at] = v &^ eitherOrder
		}
	}
}

// unreadRest counts, column by column, the cells that could not be read beyond those
// that are told one by one.
func (s settler) unreadRest(chunks []Chunk) []incidents.Fault {
	counts, first := make([]int, len(s.Mapping.Columns)), make([]int, len(s.Mapping.Columns))
	for _, c := range chunks {
		for _, u := range c.unread {
			if counts[u.column]++; counts[u.column] == 1 {
				first[u.column] = int(c.Records[u.record].Row)
			}
		}
	}
	var out []incidents.Fault
	for i, n := range counts {
		if n == 0 {
			continue
		}
		column := s.Table.Fields[s.Mapping.Columns[i].Field]
		id, noun, hint := "date/unreadable", "date", dateHint
		switch c := column.Check; {
		case column.Kind == field.Reference:
			id, noun, hint = "reference/cut", "reference", cutHint
		case c != nil:
			id, noun, hint = c.ID, c.Noun, c.Hint
		}
		f := s.about(i, id, fmt.Sprintf("%s of this column cannot be read as a %s, from this row on", incidents.Counted(n, "more cell"), noun), hint)
		f.Row, f.Times = first[i], n
		out = append(out, f)
	}
	return out
}

// mostRows is how many rows a finding names.
const mostRows = 5

// doubtful reports the lines about the table that may be records.
func (s settler) doubtful(chunks []Chunk) []incidents.Fault {
	var rows []int32
	for _, c := range chunks {
		rows = append(rows, c.doubtful...)
	}
	if len(rows) == 0 {
		return nil
	}
	f := incidents.Fault{ID: "rows/about-table", Sheet: s.Sheet, Row: int(rows[0]), Times: len(rows), Hint: "if it is a record, give it its reference and its date",
		What: "this row begins like a total or a note about the table, so it was not taken for a record, though it holds a reference or a date"}
	if len(rows) > 1 {
		f.Hint = "if one is a record, give it its reference and its date"
		f.What = fmt.Sprintf("%d rows begin like a total or a note about the table, so they were not taken for records, though each holds a reference or a date (rows %s)", len(rows), rowList(rows))
	}
	return []incidents.Fault{f}
}

// rowList names the first few rows and counts the others.
func rowList(rows []int32) string {
	var named []string
	for _, r := range rows[:min(len(rows), mostRows)] {
		named = append(named, strconv.Itoa(int(r)))
	}
	list := strings.Join(named, ", ")
	if n := len(rows) - mostRows; n > 0 {
		list += fmt.Sprintf(" and %d more", n)
	}
	return list
}
