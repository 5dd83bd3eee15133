package audit

import (
	"fmt"
	"strconv"
	"strings"

	"siequity/incidents"
)

// A spot counts the cells of one column of one sheet that have one fault, so that a
// column that is wrong throughout is one finding and not a thousand.
type spot struct {
	sheet *incidents.Sheet
	field int
	count int
	rows  []int32  // the first of them
	kept  []string // of facts that rows disagree on: the row that stands for each of rows
}

// mostRows is how many rows a finding names.
const mostRows = 5

// spots are kept in the order in which they were met, which is that of files and rows.
type spots struct{ list []*spot }

// add counts the cell of a row.
func (s *spots) add(row *incidents.Record, f int) {
	x := s.at(row.Sheet, f)
	x.count++
	if len(x.rows) < mostRows {
		x.rows = append(x.rows, row.Row)
	}
}

func (s *spots) at(sheet *incidents.Sheet, f int) *spot {
	for i := len(s.list) - 1; i >= 0; i-- { // few columns have faults
		if x := s.list[i]; x.sheet == sheet && x.field == f {
			return x
		}
	}
	s.list = append(s.list, &spot{sheet: sheet, field: f})
	return s.list[len(s.list)-1]
}

// findings makes a finding of each column, at its first row. It names the other
// rows itself.
func (s *spots) findings(id, hint string, words func(spot) string) []Finding {
	var out []Finding
	for _, x := range s.list {
		heading, column := x.sheet.Heading(x.field)
		out = append(out, Finding{ID: id, File: x.sheet.File, Sheet: x.sheet.Name, Row: int(x.rows[0]), Column: column, Heading: heading,
			What: words(*x) + x.others(), Hint: hint})
	}
	return out
}

// counted gives the number with its noun: "a date stands", "3 dates stand".
func (s spot) counted(one, many string) string {
	if s.count == 1 {
		return "a " + one
	}
	return strconv.Itoa(s.count) + " " + many
}

// others names the rows after the first, as far as they are few.
func (s spot) others() string {
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
