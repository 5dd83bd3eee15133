package finding

import (
	"fmt"
	"strconv"
	"strings"

	"siequity/incidents"
)

// A Spot counts the cells of one column of one sheet that have one fault, so that a
// column that is wrong throughout is one finding and not a thousand.
type Spot struct {
	Sheet *incidents.Sheet
	Field int // number in the catalogue
	count int
	rows  []int32  // the first of them
	kept  []string // of facts that rows disagree on: the row that stands for each of rows
}

// MostRows is how many rows a finding names.
const MostRows = 5

// Spots are kept in the order in which they were met, which is that of files and rows.
type Spots struct{ list []*Spot }

// Add counts the cell of a row, of the field with number f.
func (s *Spots) Add(row *incidents.Record, f int) {
	x := s.At(row.Sheet, f)
	x.count++
	if len(x.rows) < MostRows {
		x.rows = append(x.rows, row.Row)
	}
}

// At gives the spot of a column, a new one if none of its cells was counted yet.
func (s *Spots) At(sheet *incidents.Sheet, f int) *Spot {
	for i := len(s.list) - 1; i >= 0; i-- { // few columns have faults
		if x := s.list[i]; x.Sheet == sheet && x.Field == f {
			return x
		}
	}
	s.list = append(s.list, &Spot{Sheet: sheet, Field: f})
	return s.list[len(s.list)-1]
}

// Findings makes a finding of each column, at its first row. It names the other
// rows itself.
func (s *Spots) Findings(id, hint string, words func(Spot) string) []Finding {
	var out []Finding
	for _, x := range s.list {
		heading, column := x.Sheet.Heading(x.Field)
		out = append(out, Finding{ID: id, File: x.Sheet.File, Sheet: x.Sheet.Name, Row: int(x.rows[0]), Column: column, Heading: heading,
			What: words(*x) + x.others(), Hint: hint})
	}
	return out
}

// Counted gives the number with its noun: "a date stands", "3 dates stand".
func (s Spot) Counted(one, many string) string {
	if s.count == 1 {
		return "a " + one
	}
	return strconv.Itoa(s.count) + " " + many
}

// others names the rows after the first, as far as they are few.
func (s Spot) others() string {
	if s.count < 2 {
		return ""
	}
	var rows []string
	for _, r := range s.rows {
		rows = append(rows, strconv.Itoa(int(r)))
	}
	return " (rows " + strings.Join(rows, ", ") + andMore(s.count-len(s.rows)) + ")"
}

func andMore(n int) string {
	if n < 1 {
		return ""
	}
	return fmt.Sprintf(" and %d more", n)
}

// Keep notes the row whose value stands against the row that was last added.
func (s *Spot) Keep(of *incidents.Record) {
	if len(s.kept) == MostRows {
		return
	}
	row := strconv.Itoa(int(of.Row))
	if of.Sheet != s.Sheet {
		row += " of " + Finding{File: of.Sheet.File, Sheet: of.Sheet.Name}.Where()
	}
	s.kept = append(s.kept, row)
}

// Standing names the rows whose values stand.
func (s Spot) Standing() string {
	if s.count == 1 {
		return "the value of row " + s.kept[0] + " was kept"
	}
	return "the values kept are those of rows " + strings.Join(s.kept, ", ") + andMore(s.count-len(s.kept))
}
