package incidents

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

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

// footer recognises the lines about a table wherever they stand: a total, a count
// of records, a print date. The first cell says so; a row that has a reference and
// a date as well is a record all the same.
func (d *Decoder) footer(row export.Row) bool {
	first := slices.IndexFunc(row.Cells, func(c export.Cell) bool { return !blank(c.Text) })
	return first < 0 || footerText(string(trim(row.Cells[first].Text))) && !(d.referenced(row) && d.dated(row))
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
	return rest == "" || !asciiLetter(rest[0]) && rest[0] != '\'' || rest[0] >= 0x80
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
		if last >= 0 && i > last+1 || i >= len(d.plan) || d.sheet.sample.known(i, string(trim(c.Text))) {
			return false
		}
		last = i
	}
	first := slices.IndexFunc(row.Cells, func(c export.Cell) bool { return !blank(c.Text) })
	return first <= d.firstMapped() && !d.referenced(row) && !d.dated(row)
}

func (d *Decoder) firstMapped() int {
	return slices.IndexFunc(d.plan, func(p column) bool { return p.field >= 0 })
}

// referenced reports whether the row holds a reference like those of the others.
func (d *Decoder) referenced(row export.Row) bool {
	own := d.sheet.sample.own
	return own >= 0 && own < len(row.Cells) && d.sheet.sample.reference(string(trim(row.Cells[own].Text)))
}

// dated reports whether the row holds a date, under a heading for one or alone in
// its cell.
func (d *Decoder) dated(row export.Row) bool {
	for i, c := range row.Cells {
		text := trim(c.Text)
		if len(text) == 0 || i >= len(d.plan) {
			continue
		}
		due := d.plan[i].kind == field.Date && d.plan[i].field >= 0
		if c.Kind == export.Date || due || len(text) >= len("1/5/2026") {
			if _, _, _, err := readDate(field.Date, text); err == nil || c.Kind == export.Date {
				return true
			}
		}
	}
	return false
}
