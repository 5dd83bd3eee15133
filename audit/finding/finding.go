package finding

import (
	"cmp"
	"fmt"
	"slices"

	"siequity/incidents"
	"siequity/incidents/export"
)

// A Finding is something a person should know of or mend: a cell that cannot be
// read, a column claimed twice, a sheet that was not used. It never holds an
// identifier: Text is empty for fields that identify somebody.
type Finding struct {
	ID      string `json:"id"` // stable, such as "date/unreadable"
	File    string `json:"file,omitempty"`
	Sheet   string `json:"sheet,omitempty"`
	Row     int    `json:"row,omitempty"`    // from 1; 0 for the whole sheet
	Column  int    `json:"column,omitempty"` // from 1; 0 for the whole row
	Heading string `json:"heading,omitempty"`
	Text    string `json:"text,omitempty"` // what the cell says
	What    string `json:"what"`
	Hint    string `json:"hint,omitempty"`
	Times   int    `json:"-"` // how many cells or rows it stands for, where that is not one
}

// Where names the place: file, sheet, row and column as a spreadsheet shows them.
func (f Finding) Where() string {
	return export.Fault{File: f.File, Sheet: f.Sheet, Row: f.Row, Col: f.Column}.Where()
}

// String gives the finding on one line; the hint is left to the caller.
func (f Finding) String() string {
	s := f.What
	if f.Text != "" {
		s = fmt.Sprintf("%q %s", f.Text, f.What)
	}
	if w := f.Where(); w != "" {
		return w + ": " + s
	}
	return s
}

// FromExport makes a finding of a fault of a file.
func FromExport(f export.Fault) Finding {
	row := f.Row
	if row == 0 {
		row = f.Line
	}
	return Finding{ID: f.ID, File: f.File, Sheet: f.Sheet, Row: row, Column: f.Col, What: f.What, Hint: f.Hint}
}

// FromFault makes a finding of a fault of a sheet, a row or a cell.
func FromFault(f incidents.Fault) Finding {
	return Finding{ID: f.ID, File: f.Sheet.File, Sheet: f.Sheet.Name, Row: f.Row, Column: f.Column, Heading: f.Heading,
		Text: f.Text, What: f.What, Hint: f.Hint, Times: f.Times}
}

// Sort puts findings in the order of file, sheet, row, column and ID.
func Sort(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.ID, b.ID), cmp.Compare(a.What, b.What))
	})
}
