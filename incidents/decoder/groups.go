package decoder

import (
	"slices"

	"siequity/incidents"
	"siequity/incidents/export"
)

// grouped takes the lines that head a group of records, such as the name of a ward alone in its row, from among the
// records, and reports them. Such lines at the end are known to [TrimTail] by then. It changes the places of records in
// their chunks, so that nothing that goes by place may follow it.
func (s settler) grouped(chunks []Chunk) []incidents.Fault {
	var rows []int32
	for i := range chunks {
		c := &chunks[i]
		if len(c.groups) == len(c.Records) && len(chunks) == 1 {
			return nil // nothing else is there
		}
		for n := len(c.groups) - 1; n >= 0; n-- {
			if at := c.groups[n]; at < len(c.Records) {
				rows = append(rows, c.Records[at].Row)
				c.takeOut(at)
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	slices.Sort(rows)
	f := incidents.Fault{ID: "rows/group-heading", Sheet: s.Sheet, Row: int(rows[0]), Times: len(rows), Hint: "if it is a record, give it its reference and its date",
		What: "this row fills one cell only, as the heading of a group of records does, so it was not taken for a record"}
	if len(rows) > 1 {
		f.Hint = "if one is a record, give it its reference and its date"
		f.What = incidents.Counted(len(rows), "row") + " fill one cell only, as headings of groups of records do, so they were not taken for records (rows " + rowList(rows) + ")"
	}
	return []incidents.Fault{f}
}

// takeOut counts a record as a line about the table.
func (c *Chunk) takeOut(at int) {
	row := c.Records[at].Row
	c.Records = slices.Delete(c.Records, at, at+1)
	c.Rows, c.Footers = c.Rows-1, c.Footers+1
	ofRow := func(r int32) bool { return r == row }
	c.Nameless, c.Hidden = slices.DeleteFunc(c.Nameless, ofRow), slices.DeleteFunc(c.Hidden, ofRow)
	c.Lines = slices.DeleteFunc(c.Lines, func(f export.Fault) bool { return f.ID == "export/short-row" && f.Row == int(row) })
	c.Faults = slices.DeleteFunc(c.Faults, func(f incidents.Fault) bool { return f.Row == int(row) })
}
