package footer

import (
	"bytes"
	"slices"
	"unicode"
	"unsafe"

	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
)

// Lines tells lines about the table of one sheet from its records. It does not change,
// so several goroutines may ask it at once.
type Lines struct {
	columns []column
	mapped  int // columns with a field, of which a record fills some
	sample  sample
}

// A column is what a heading says of the cells under it.
type column struct {
	heading string
	known   bool // it has a field
	kind    field.Kind
}

// New looks at the headings of a sheet and at the rows under them.
func New(s *incidents.Sheet) *Lines {
	l := &Lines{sample: newSample(s.Below, s.Table.Index(s.Table.Own), s.Mapping)}
	for _, c := range s.Mapping.Columns {
		p := column{heading: c.Heading, known: c.Field >= 0}
		if p.known {
			p.kind = s.Table.Fields[c.Field].Kind
			l.mapped++
		}
		l.columns = append(l.columns, p)
	}
	return l
}

// fewCells is how many cells a line under a table fills at most.
const fewCells = 3

// Few reports a row with so few cells that it may be no record. It is asked of
// every row and stops at the fourth cell.
func (l *Lines) Few(row export.Row) bool {
	filled := 0
	for _, c := range row.Cells {
		if blank(c.Text) {
			continue
		}
		if filled++; filled > fewCells {
			return false
		}
	}
	return filled == 0 || l.mapped > fewCells
}

// blank reports a cell without anything to see: an end-of-file sign of another
// age and padding with noughts are nothing.
func blank(text []byte) bool {
	if len(text) > 0 && text[0] > ' ' && text[0] < 0x80 {
		return false
	}
	return len(bytes.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })) == 0
}

// About recognises an empty row, and the lines about a table wherever they stand: a
// total, a count of records, a print date. The first cell says so, unless the row is a
// record all the same. One that has a reference or a date is doubtful.
func (l *Lines) About(row export.Row) (about, doubtful bool) {
	first := firstFilled(row)
	if first < 0 {
		return true, false
	}
	if !footerText(string(export.Trim(row.Cells[first].Text))) || l.recorded(row, first) {
		return false, false
	}
	return true, l.referenced(row) || l.dated(row)
}

func firstFilled(row export.Row) int {
	return slices.IndexFunc(row.Cells, func(c export.Cell) bool { return !blank(c.Text) })
}

// recorded reports whether a row that begins like a line about a table is a record,
// as one of the category "Notes missing" is: it has a reference and a date, or one of
// them under a heading for it, behind the first cell. A label that ends in a colon is
// none, nor is a row of a label and a date, or of a label and a bare number, alone.
func (l *Lines) recorded(row export.Row, first int) bool {
	if l.referenced(row) && l.dated(row) {
		return true
	}
	if bytes.HasSuffix(export.Trim(row.Cells[first].Text), []byte(":")) {
		return false
	}
	filled, dates, numbers, references := 0, 0, 0, 0
	for i, c := range row.Cells {
		text := export.Trim(c.Text)
		if len(text) == 0 || blank(text) {
			continue
		}
		filled++
		if i == first || i >= len(l.columns) || !l.columns[i].known {
			continue
		}
		switch kind := l.columns[i].kind; {
		case (kind == field.Date || kind == field.DateList) && isDate(c, text):
			dates++
		case kind == field.Reference && l.sample.reference(string(text)):
			references++
			if formOf(string(text)) == "9" {
				numbers++
			}
		}
	}
	return references > numbers || filled > 2 && dates+references > 0
}

// Stray reports a row that is a line under the table if it is among the last: it
// fills its first cells only, and nothing of it reads as a reference like the
// others', as a date, or as a value that its column has elsewhere.
func (l *Lines) Stray(row export.Row) bool {
	last := -1
	for i, c := range row.Cells {
		if blank(c.Text) {
			continue
		}
		if last >= 0 && i > last+1 || i >= len(l.columns) || l.sample.known(i, string(export.Trim(c.Text))) {
			return false
		}
		last = i
	}
	return firstFilled(row) <= l.firstMapped() && !l.referenced(row) && !l.dated(row)
}

// longestGroup is the longest text that heads a group, in bytes. A longer one is the rest
// of a narrative that a line break cut.
const longestGroup = 60

// Group reports a row that, if records follow, heads a group of them: of the rows that
// [Lines.Stray] knows one with a single short cell that ends no sentence.
func (l *Lines) Group(row export.Row) bool {
	filled := 0
	for _, c := range row.Cells {
		if !blank(c.Text) {
			filled++
		}
	}
	first := firstFilled(row)
	if filled != 1 || first < 0 {
		return false
	}
	text := export.Trim(row.Cells[first].Text)
	return len(text) <= longestGroup && !bytes.ContainsAny(text[len(text)-1:], ".,;?!") && !bytes.ContainsRune(text, '\n')
}

func (l *Lines) firstMapped() int {
	return slices.IndexFunc(l.columns, func(c column) bool { return c.known })
}

// referenced reports whether the row holds a reference like those of the others.
func (l *Lines) referenced(row export.Row) bool {
	own := l.sample.own
	return own >= 0 && own < len(row.Cells) && l.sample.reference(string(export.Trim(row.Cells[own].Text)))
}

// dated reports whether the row holds a date, under a heading for one or alone in
// its cell.
func (l *Lines) dated(row export.Row) bool {
	for i, c := range row.Cells {
		text := export.Trim(c.Text)
		if len(text) == 0 || i >= len(l.columns) {
			continue
		}
		due := (l.columns[i].kind == field.Date || l.columns[i].kind == field.DateList) && l.columns[i].known
		if (c.Kind == export.Date || due || len(text) >= len("1/5/2026")) && isDate(c, text) {
			return true
		}
	}
	return false
}

// isDate reports a cell that is a date in either order of day and month.
func isDate(c export.Cell, text []byte) bool {
	if c.Kind == export.Date {
		return true
	}
	newest, err := field.Latest(unsafe.String(unsafe.SliceData(text), len(text)))
	return err == nil || newest.Order == field.MonthOnly
}

// Heading recognises the headings over again, as paged reports print them at the
// head of each page. The first cell decides for nearly every row.
func (l *Lines) Heading(row export.Row) bool {
	same := 0
	for i, c := range row.Cells {
		text := export.Trim(c.Text)
		if len(text) == 0 {
			continue
		}
		if i >= len(l.columns) || string(text) != l.columns[i].heading {
			return false
		}
		same++
	}
	return same >= field.MinKnown
}
