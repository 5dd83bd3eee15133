package decoder

import (
	"slices"

	"siequity/incidents"
	"siequity/incidents/export"
)

// A Tail is what [TrimTail] took for lines under a table: how many, and the rows
// of the first and the last.
type Tail struct{ Rows, First, Last int }

// TrimTail takes the lines under the table off the last records of a sheet: those
// that may be such lines and have no other record after them. Where every record
// may be one, all are kept.
func TrimTail(chunks []Chunk) Tail {
	last := len(chunks)
	for last > 0 && chunks[last-1].tail() == len(chunks[last-1].Records) {
		last--
	}
	var t Tail
	if last == 0 {
		return t
	}
	for i := last - 1; i < len(chunks); i++ {
		chunks[i].trim(&t)
	}
	return t
}

// tail counts the rows at the end of the chunk that may be lines under the table.
func (c *Chunk) tail() int {
	n := 0
	for n < len(c.stray) && c.stray[len(c.stray)-1-n] == len(c.Records)-1-n {
		n++
	}
	return n
}

// forgetDates drops what the records from cut on say of the columns of dates.
func (c *Chunk) forgetDates(cut int) {
	c.strayDates = slices.DeleteFunc(c.strayDates, func(s strayDate) bool { return s.record >= cut })
	c.monthFirst = slices.DeleteFunc(c.monthFirst, func(m turnedCell) bool { return int(m.record) >= cut })
	c.unread = slices.DeleteFunc(c.unread, func(u unreadCell) bool { return int(u.record) >= cut })
}

func (c *Chunk) trim(t *Tail) {
	n := c.tail()
	if n == 0 {
		return
	}
	cut := len(c.Records) - n
	from := c.Records[cut].Row
	if t.Rows == 0 {
		t.First = int(from)
	}
	t.Rows, t.Last = t.Rows+n, int(c.Records[len(c.Records)-1].Row)
	c.Records = c.Records[:cut]
	c.Rows, c.Footers = c.Rows-n, c.Footers+n
	c.Nameless = slices.DeleteFunc(c.Nameless, func(row int32) bool { return row >= from })
	c.Hidden = slices.DeleteFunc(c.Hidden, func(row int32) bool { return row >= from })
	c.Lines = slices.DeleteFunc(c.Lines, func(f export.Fault) bool { return f.ID == "export/short-row" && f.Row >= int(from) })
	c.strayBroken = slices.DeleteFunc(c.strayBroken, func(b brokenCell) bool { return b.row >= from })
	c.forgetDates(cut)
	c.Faults = slices.DeleteFunc(c.Faults, func(f incidents.Fault) bool { return f.Row >= int(from) })
}
