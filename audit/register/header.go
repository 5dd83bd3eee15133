package register

import (
	"fmt"
	"strings"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// lookedAt is how many rows are searched for the headings: titles, guidance and
// an introduction stand above them.
const lookedAt = 40

// A header is the row of headings of a sheet and which column holds what.
type header struct {
	row      int      // as Excel numbers it
	at       []int    // by the form's columns: index of the cell, or -1
	headings []string // as written
	known    int
	twice    []int // indexes of cells whose column has a heading already
}

// readHeader takes one row for the headings.
func readHeader(f form, row export.Row) header {
	h := header{row: row.Number, at: make([]int, len(f.columns))}
	for i := range h.at {
		h.at[i] = -1
	}
	for i, c := range row.Cells {
		text := strings.TrimSpace(c.String())
		h.headings = append(h.headings, text)
		k := f.known(text)
		switch {
		case k < 0:
		case h.at[k] >= 0:
			h.twice = append(h.twice, i)
		default:
			h.at[k] = i
			h.known++
		}
	}
	return h
}

// findHeader looks for the row with most known headings; of two, the first. One
// known heading is none: a title may be a word of the form.
func findHeader(f form, head []export.Row) (header, bool) {
	var best header
	for _, row := range head {
		if h := readHeader(f, row); h.known > best.known {
			best = h
		}
	}
	return best, best.known >= 2
}

// betterElsewhere says that a sheet is rather another register, as in a workbook
// that holds several. A lone sheet that can be read is what its keeper says it is.
func betterElsewhere(f form, h header, head []export.Row, several bool) bool {
	if len(h.missing(f)) == 0 && !several {
		return false
	}
	for _, other := range forms() {
		o, ok := findHeader(other, head)
		if other.name != f.name && ok && o.known > h.known && len(o.missing(other)) == 0 {
			return true
		}
	}
	return false
}

// missing names the columns without which no row can be used.
func (h header) missing(f form) []string {
	var out []string
	for i, c := range f.columns {
		if c.need && h.at[i] < 0 {
			out = append(out, c.title)
		}
	}
	return out
}

// tell reports what is wrong with the headings, and says whether the rows below
// can be read.
func (h header) tell(r *reader, sheet string) bool {
	for _, i := range h.twice {
		r.fault(Fault{ID: "register/column-twice", Sheet: sheet, Row: h.row, Column: i + 1, Text: h.headings[i], What: "a second column has this meaning and is not read", Hint: "keep one of the two, or give one another heading"})
	}
	if lost := h.missing(r.form); len(lost) > 0 {
		r.fault(Fault{ID: "register/missing-column", Sheet: sheet, Row: h.row, What: fmt.Sprintf("there is no column %s, so no row can be used", quoted(lost)), Hint: "add the column, or head it as the template does"})
		return false
	}
	h.tellLesser(r, sheet)
	return true
}

// tellLesser notes columns that are missing or unknown though the rows can be used.
func (h header) tellLesser(r *reader, sheet string) {
	var lost, extra []string
	for i, c := range r.form.columns {
		if h.at[i] < 0 {
			lost = append(lost, c.title)
		}
	}
	for i, text := range h.headings {
		if field.Fold(text) != "" && r.form.known(text) < 0 {
			extra = append(extra, export.ColumnName(i+1))
		}
	}
	if len(lost) > 0 {
		r.note("%shas no column %s", inSheet(sheet), quoted(lost))
	}
	if len(extra) > 0 {
		r.note("%scolumns not read, as their headings are unknown: %s", inSheet(sheet), strings.Join(extra, ", "))
	}
}

func inSheet(sheet string) string {
	if sheet == "" {
		return ""
	}
	return "sheet " + sheet + ": "
}

func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = `"` + s + `"`
	}
	return strings.Join(out, ", ")
}

func (r *reader) fault(f Fault) {
	f.File = r.name
	r.out.Faults = append(r.out.Faults, f)
}
