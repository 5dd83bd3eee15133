package export

import (
	"strconv"
	"strings"
)

// A Fault is one thing in a file that could not be read as it stands, or that a reader should know of. It is an error
// when nothing more can be read (Open, Batches), and a finding when the rest still can (Batch.Rows, File.Faults).
type Fault struct {
	ID    string // stable name such as "export/unclosed-quote"
	File  string // name of the file, without folder
	Sheet string // sheet, or the member of a zip; empty when the file is one table
	Row   int    // as Excel numbers it, from 1; 0 when the fault is not in one row
	Line  int    // line of a text file, from 1; 0 when there is none
	Col   int    // column, from 1; 0 when the fault is not in one column
	What  string // what is wrong, lower case; never holds a cell's text
	Hint  string // what to do about it
}

// Error tells where and what in one line. The hint is left to whoever prints it, on a line of its own.
func (f Fault) Error() string {
	if w := f.Where(); w != "" {
		return w + ": " + f.What
	}
	return f.What
}

// Where names the place: file, sheet, row and column as Excel shows them.
func (f Fault) Where() string {
	var parts []string
	if f.File != "" {
		parts = append(parts, f.File)
	}
	if f.Sheet != "" {
		parts = append(parts, "sheet "+strconv.Quote(f.Sheet))
	}
	if f.Row > 0 {
		parts = append(parts, "row "+strconv.Itoa(f.Row))
	}
	if f.Line > 0 && f.Line != f.Row {
		parts = append(parts, "line "+strconv.Itoa(f.Line))
	}
	if f.Col > 0 {
		parts = append(parts, "column "+ColumnName(f.Col))
	}
	return strings.Join(parts, ", ")
}

// ColumnName gives the letters Excel shows over a column: 1 is A, 27 is AA. It is empty for a number below 1.
func ColumnName(col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}
