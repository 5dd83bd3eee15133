package export

import (
	"bytes"
	"math"
	"strconv"
	"time"
)

// maxColumns is what a sheet of Excel can hold (XFD). A row with more is not a row of records.
const maxColumns = 16384

// Kind is what the file itself says a cell is. Text files say nothing: all their cells are Text or Empty.
type Kind uint8

// The kinds of a cell.
const (
	Empty  Kind = iota // no text at all; a cell holding spaces is Text
	Text               // text as the file has it
	Number             // a number cell of a workbook that no style shows as a date
	Date               // a number cell whose style shows a date, a time or both, or an ISO date cell
	Bool               // TRUE or FALSE
	Error              // what Excel shows for a failed formula, such as #N/A
)

// A Cell is one cell as the file has it.
type Cell struct {
	Text  []byte  // the original text in UTF-8 (007 where a CSV has ="007"); for Number and Date the stored figure, such as 45292.5
	Value float64 // for Number the figure; for Date days since 30 December 1899, whatever the workbook's own first day; for Bool 0 or 1
	Kind  Kind
}

// Time reads a Date cell. The result is in UTC, rounded to the second; a value below 1 is a time of day on 30 December 1899.
func (c Cell) Time() (time.Time, bool) {
	if c.Kind != Date {
		return time.Time{}, false
	}
	days := math.Floor(c.Value)
	seconds := math.Round((c.Value - days) * 86400)
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second), true
}

// String shows the cell as a reader of the sheet would know it: a date as 02/01/2006 with its time if it has one, a number
// in the 15 digits that Excel keeps and without an exponent, everything else as it is.
func (c Cell) String() string {
	switch c.Kind {
	case Date:
		t, _ := c.Time()
		return t.Format(dateLayout(c.Value))
	case Number:
		if len(c.Text) > 16 || bytes.ContainsAny(c.Text, "eE") {
			return shownNumber(c.Value)
		}
	}
	return string(c.Text)
}

// shownNumber undoes how Excel stores numbers: 38.7 as 38.700000000000003, ten thousand million as 1E+10.
func shownNumber(value float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(value, 'g', 15, 64), 64)
	if err != nil || math.Abs(rounded) >= 1e21 {
		return strconv.FormatFloat(value, 'g', -1, 64)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

func dateLayout(value float64) string {
	seconds := math.Round((value - math.Floor(value)) * 86400)
	switch {
	case seconds == 0 || seconds == 86400:
		return "02/01/2006"
	case value < 1:
		return "15:04:05"
	}
	return "02/01/2006 15:04:05"
}

// A Row is one record of a text file or one row of a sheet.
type Row struct {
	Number int    // as Excel shows it, from 1; blank rows count but are not handed out
	Line   int    // of a text file the line on which the record begins, from 1; else 0
	Hidden bool   // the row is hidden in the workbook, by hand or by a filter
	Cells  []Cell // from column A on, gaps filled with Empty cells
}

// Clone copies a row, so that it outlives the call that handed it out.
func (r Row) Clone() Row {
	size := 0
	for _, c := range r.Cells {
		size += len(c.Text)
	}
	text := make([]byte, 0, size)
	cells := make([]Cell, len(r.Cells))
	for i, c := range r.Cells {
		start := len(text)
		text = append(text, c.Text...)
		c.Text = text[start:len(text):len(text)]
		cells[i] = c
	}
	r.Cells = cells
	return r
}

// blank tells whether no cell of a row has any text.
func (r Row) blank() bool {
	for _, c := range r.Cells {
		if c.Kind != Empty {
			return false
		}
	}
	return true
}

// A Batch is a piece of a table, about a megabyte of it, not yet split into rows.
type Batch struct {
	index int
	block block
}

// A block is what one format hands from its sequential part to the part that may run anywhere.
type block interface {
	rows(yield func(Row) bool) []Fault
}

// Index counts the batches of one call of Table.Batches from 0, in the order of the table.
func (b Batch) Index() int { return b.index }

// Rows hands out the rows of the batch in order, until yield gives false, and then tells what could not be read in them.
// A row and its cells are valid only during the call of yield: use Row.Clone to keep one. Rows may be called once, from
// any goroutine; its memory is used again afterwards.
func (b Batch) Rows(yield func(Row) bool) []Fault { return b.block.rows(yield) }
