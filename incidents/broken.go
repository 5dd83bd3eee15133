package incidents

import (
	"bytes"
	"regexp"

	"siequity/incidents/export"
)

// A brokenCell shows the error of a formula: a look-up in the spreadsheet failed.
type brokenCell struct{ row, column int32 }

// sheetError is the shape of such an error in a text file, which does not say what a
// cell is: #N/A, #REF!, #NAME?, #GETTING_DATA; Err:502 in another program.
var sheetError = regexp.MustCompile(`(?i)^(?:#n/a|#getting_data|#[a-z][a-z0-9/_]*[!?]|err:[0-9]{3})$`)

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
func (s *Sheet) aboutBroken(chunks []Chunk) []Fault {
	count, first := make([]int, len(s.Mapping.Columns)), make([]int, len(s.Mapping.Columns))
	for _, c := range chunks {
		for _, b := range c.broken {
			if count[b.column] == 0 {
				first[b.column] = int(b.row)
			}
			count[b.column]++
		}
	}
	var out []Fault
	for i, n := range count {
		if n == 0 {
			continue
		}
		verbs := " holds the error of a formula, such as #N/A, and counts as blank"
		if n > 1 {
			verbs = " hold the error of a formula, such as #N/A, and count as blank"
		}
		f := s.about(i, "cell/excel-error", counted(n, "cell")+" of this column"+verbs, "a look-up in the spreadsheet failed: mend the formula, or export anew and leave the spreadsheet out")
		f.Row, f.Times = first[i], n
		out = append(out, f)
	}
	return out
}
