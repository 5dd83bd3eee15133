package decoder

import (
	"siequity/incidents"
	"siequity/incidents/export"
)

// A Chunk is what one batch of rows gave.
type Chunk struct {
	Records []incidents.Record
	Faults  []incidents.Fault
	Lines   []export.Fault
	Rows    int // rows read, without the heading row and blank rows
	Footers int // rows such as "Total", rows without a cell to see, headings over again, and what TrimTail takes off
	// Nameless are the rows with something else in place of their own reference.
	Nameless []int32
	// Hidden are the rows of records that the workbook hides.
	Hidden   []int32
	stray    []int   // records that are lines under the table, if nothing but such lines follows
	groups   []int   // of these, the records that are headings of groups, if records follow
	doubtful []int32 // rows among Footers that have a reference or a date

	dates       []dateTally // by column, but for what the rows of stray add
	strayDates  []strayDate
	monthFirst  []turnedCell
	unread      []unreadCell
	broken      []brokenCount // by column, but for the rows of stray; nil without any
	strayBroken []brokenCell
}
