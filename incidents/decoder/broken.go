package decoder

import (
	"bytes"
	"regexp"

	"siequity/incidents"
	"siequity/incidents/export"
)

// A brokenCount counts the cells of a column that show the error of a formula, as a
// look-up in the spreadsheet failed. A column may be so throughout, so its cells are
// not kept one by one.
type brokenCount struct{ cells, first int32 } // first is the row

// A brokenCell is one in a row that may be a line under the table, and goes with it.
type brokenCell struct{ row, column int32 }

// countBroken counts one more cell of column i.
func (d *Decoder) countBroken(i int) {
	if d.straying {
		d.chunk.strayBroken = append(d.chunk.strayBroken, brokenCell{int32(d.row), int32(i)})
		return
	}
	if d.chunk.broken == nil {
		d.chunk.broken = make([]brokenCount, len(d.plan))
	}
	d.chunk.broken[i].add(brokenCount{1, int32(d.row)})
}

func (b *brokenCount) add(o brokenCount) {
	if o.cells > 0 && (b.cells == 0 || o.first < b.first) {
		b.first = o.first
	}
	b.cells += o.cells
}

// sheetError is the shape of such an error in a text file, which does not say what a
// cell is: #N/A, #REF!, #NAME?, #GETTING_DATA; Err:502 in another program.
var sheetError = regexp.MustCompile(`(?i)^(?:#n/a|#getting_data|#name\?|#(?:ref|value|num|null|div/0|spill|calc|blocked|unknown|field|connect|busy|python|error)!|err:[0-9]{3})$`)

const longestError = 20

// broken tells whether a cell holds the error of a formula and nothing else.
func broken(c export.Cell, text []byte) bool {
	switch {
	case c.Kind == export.Error:
		return true
	case len(text) < 4 || len(text) > longestError:
		return false
	}
	return text[0] == '#' && sheetError.Match(text) || text[0]|0x20 == 'e' && bytes.ContainsRune(text, ':') && sheetError.Match(text)
}

// aboutBroken reports the columns with errors of formulas, each once: what broke the
// look-up of one cell broke that of the others.
func (s settler) aboutBroken(chunks []Chunk) []incidents.Fault {
	counts := make([]brokenCount, len(s.Mapping.Columns))
	for _, c := range chunks {
		for i, b := range c.broken {
			counts[i].add(b)
		}
		for _, b := range c.strayBroken {
			counts[b.column].add(brokenCount{1, b.row})
		}
	}
	var out []incidents.Fault
	for i, b := range counts {
		n := int(b.cells)
		if n == 0 {
			continue
		}
		verbs := " holds the error of a formula, such as #N/A, and counts as blank"
		if n > 1 {
			verbs = " hold the error of a formula, such as #N/A, and count as blank"
		}
		f := s.about(i, "cell/excel-error", incidents.Counted(n, "cell")+" of this column"+verbs, "a look-up in the spreadsheet failed: mend the formula, or export anew and leave the spreadsheet out")
		f.Row, f.Times = int(b.first), n
		out = append(out, f)
	}
	return out
}
