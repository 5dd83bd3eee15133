package incidents

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unsafe"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// fewCells is how many cells a line under a table fills at most.
const fewCells = 3

// few reports a row with so few cells that it may be no record. It is asked of
// every row and stops at the fourth cell.
func (d *Decoder) few(row export.Row) bool {
	filled := 0
	for _, c := range row.Cells {
		if blank(c.Text) {
			continue
		}
		if filled++; filled > fewCells {
			return false
		}
	}
	return filled == 0 || d.mapped > fewCells
}

// blank reports a cell without anything to see: an end-of-file sign of another
// age and padding with noughts are nothing.
func blank(text []byte) bool {
	if len(text) > 0 && text[0] > ' ' && text[0] < 0x80 {
		return false
	}
	return len(bytes.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })) == 0
}

// footer recognises an empty row, and the lines about a table wherever they stand: a
// total, a count of records, a print date. The first cell says so, unless the row is a
// record all the same. A line that has a reference or a date is noted as doubtful.
func (d *Decoder) footer(row export.Row) bool {
	first := firstFilled(row)
	if first < 0 {
		return true
	}
	if !footerText(string(trim(row.Cells[first].Text))) || d.recorded(row, first) {
		return false
	}
	if d.referenced(row) || d.dated(row) {
		d.chunk.doubtful = append(d.chunk.doubtful, int32(row.Number))
	}
	return true
}

func firstFilled(row export.Row) int {
	return slices.IndexFunc(row.Cells, func(c export.Cell) bool { return !blank(c.Text) })
}

// recorded reports whether a row that begins like a line about a table is a record,
// as one of the category "Notes missing" is: it has a reference and a date, or one of
// them under a heading for it, behind the first cell. A label that ends in a colon is
// none, nor is a row of a label and a date, or of a label and a bare number, alone.
func (d *Decoder) recorded(row export.Row, first int) bool {
	if d.referenced(row) && d.dated(row) {
		return true
	}
	if bytes.HasSuffix(trim(row.Cells[first].Text), []byte(":")) {
		return false
	}
	filled, dates, numbers, references := 0, 0, 0, 0
	for i, c := range row.Cells {
		text := trim(c.Text)
		if len(text) == 0 || blank(text) {
			continue
		}
		filled++
		if i == first || i >= len(d.plan) || d.plan[i].field < 0 {
			continue
		}
		switch kind := d.plan[i].kind; {
		case (kind == field.Date || kind == field.DateList) && isDate(c, text):
			dates++
		case kind == field.Reference && d.sample.reference(string(text)):
			references++
			if formOf(string(text)) == "9" {
				numbers++
			}
		}
	}
	return references > numbers || filled > 2 && dates+references > 0
}

// footerWords begin the lines about a table.
var footerWords = []string{"total", "totals", "grand total", "sub-total", "subtotal", "sub total", "sum", "count", "number of", "end", "end of report", "end of file", "report generated", "report run", "report produced",
	"report created", "printed", "print date", "page", "record count", "records", "no more records", "generated", "exported", "extracted", "run by", "run on", "run date", "criteria", "source", "note", "notes",
	"overall", "©", "confidential", "official", "data correct as at", "data as at", "last refreshed", "last updated", "refreshed", "filter", "filters", "applied filter", "applied filters", "key", "legend"}

// footerText reads the first cell of a line.
func footerText(text string) bool {
	s := strings.TrimLeft(strings.ToLower(text), "*-=_#~<([.•–— ")
	for _, w := range footerWords {
		if rest, ok := strings.CutPrefix(s, w); ok && ends(rest) {
			return true
		}
	}
	return isCount(s)
}

// ends reports whether a word ends before rest: "County Hospital" is no count.
func ends(rest string) bool {
	return rest == "" || !field.Letter(rest[0]) && rest[0] != '\'' || rest[0] >= 0x80
}

// isCount reads "12 cases" and "n = 12".
func isCount(s string) bool {
	if rest, ok := strings.CutPrefix(s, "n"); ok && strings.HasPrefix(strings.TrimSpace(rest), "=") {
		return true
	}
	unit := strings.TrimLeft(s, "0123456789,")
	if unit == s || !strings.HasPrefix(unit, " ") {
		return false
	}
	return slices.ContainsFunc([]string{"case", "record", "row", "incident", "event", "result", "item", "entr"}, func(w string) bool {
		return strings.HasPrefix(strings.TrimSpace(unit), w)
	})
}

// stray reports a row that is a line under the table if it is among the last: it
// fills its first cells only, and nothing of it reads as a reference like the
// others', as a date, or as a value that its column has elsewhere.
func (d *Decoder) stray(row export.Row) bool {
	last := -1
	for i, c := range row.Cells {
		if blank(c.Text) {
			continue
		}
		if last >= 0 && i > last+1 || i >= len(d.plan) || d.sample.known(i, string(trim(c.Text))) {
			return false
		}
		last = i
	}
	return firstFilled(row) <= d.firstMapped() && !d.referenced(row) && !d.dated(row)
}

func (d *Decoder) firstMapped() int {
	return slices.IndexFunc(d.plan, func(p column) bool { return p.field >= 0 })
}

// referenced reports whether the row holds a reference like those of the others.
func (d *Decoder) referenced(row export.Row) bool {
	own := d.sample.own
	return own >= 0 && own < len(row.Cells) && d.sample.reference(string(trim(row.Cells[own].Text)))
}

// dated reports whether the row holds a date, under a heading for one or alone in
// its cell.
func (d *Decoder) dated(row export.Row) bool {
	for i, c := range row.Cells {
		text := trim(c.Text)
		if len(text) == 0 || i >= len(d.plan) {
			continue
		}
		due := (d.plan[i].kind == field.Date || d.plan[i].kind == field.DateList) && d.plan[i].field >= 0
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
