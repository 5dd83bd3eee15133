package export

import "bytes"

// A dialect is how a text file marks the ends of its cells and records.
type dialect struct {
	delim   byte
	newline byte      // '\n', or '\r' for files of the old Macintosh kind that have no '\n' at all
	ends    [256]bool // bytes at which an unquoted cell must be looked at: delimiter, newline, quote
}

func newDialect(delim, newline byte) dialect {
	d := dialect{delim: delim, newline: newline}
	d.ends[delim], d.ends[newline], d.ends['"'] = true, true, true
	return d
}

// sniffDialect decides from the beginning of a text, already UTF-8 and without a mark. If Excel's own first line "sep=;"
// is there it is believed, and declared is the length of that line.
func sniffDialect(head []byte) (d dialect, declared int) {
	newline := byte('\n')
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		newline = '\r'
	}
	if delim, n := declaredDelimiter(head, newline); n > 0 {
		return newDialect(delim, newline), n
	}
	best, bestScore := newDialect(',', newline), 0.0
	for _, delim := range []byte{',', ';', '\t', '|'} {
		candidate := newDialect(delim, newline)
		if score := candidate.score(head); score > bestScore {
			best, bestScore = candidate, score
		}
	}
	return best, 0
}

// declaredDelimiter reads the line "sep=;" that some systems write for Excel.
func declaredDelimiter(head []byte, newline byte) (delim byte, length int) {
	end := bytes.IndexByte(head, newline)
	if end < 0 || end > 10 {
		return 0, 0
	}
	line := bytes.Trim(bytes.TrimRight(head[:end], "\r"), `"`)
	if len(line) != 5 || !bytes.EqualFold(line[:4], []byte("sep=")) || bytes.IndexByte([]byte(",;\t|"), line[4]) < 0 {
		return 0, 0
	}
	return line[4], end + 1
}

// sniffRecords is how many records the delimiter is judged by.
const sniffRecords = 60

// score is high if many records have the same, large number of cells. Titles above the heading and free text cost the
// right delimiter a little; a wrong one rarely gives two records alike.
func (d *dialect) score(head []byte) float64 {
	widths := map[int]int{}
	records, commonest := 0, 0
	for p := 0; p < len(head) && records < sniffRecords; {
		width, next := d.count(head, p)
		if next >= len(head) && records > 0 {
			break // the last record of the sample may be cut
		}
		p = next
		records++
		if width < 2 {
			continue
		}
		widths[width]++
		if n := widths[width]; n > widths[commonest] || n == widths[commonest] && width > commonest {
			commonest = width
		}
	}
	if commonest == 0 {
		return 0
	}
	share := float64(widths[commonest]) / float64(records)
	return share * share * float64(commonest)
}

// count gives the number of cells of the record at p, and where the next record begins.
func (d *dialect) count(b []byte, p int) (cells, next int) {
	cells = 1
	for p < len(b) {
		switch c := b[p]; {
		case c == '"' && d.opens(b, p):
			p = d.quoted(b, p+1, true).next
		case c == d.delim:
			cells++
			p++
		case c == d.newline:
			return cells, p + 1
		default:
			p++
		}
	}
	return cells, p
}

// opens tells whether the quote at q begins a cell: only then does it quote anything.
func (d *dialect) opens(b []byte, q int) bool {
	return q == 0 || b[q-1] == d.delim || b[q-1] == d.newline
}

// maxQuoted is the longest quoted cell. Beyond it a closing quote is taken to be missing; without such a limit one lost
// quote would draw the rest of the file into memory.
const maxQuoted = 16 << 20

// A quotedCell is where a quoted cell ends and what was odd about it.
type quotedCell struct {
	end  int // of the text
	next int // of the delimiter or newline that follows, or the length of the text searched
	marks
}

type marks uint8

const (
	doubled   marks = 1 << iota // holds "" that stand for "
	stray                       // holds a lone quote, kept as text
	unclosed                    // no closing quote: the cell was read as if it had not been quoted
	exhausted                   // with unclosed: this was found only by searching to the limit
	more                        // the text ends before the cell does
)

// quoted finds the end of the quoted cell whose text begins at start. final says that no text follows b.
//
// A lone quote inside is text (people write 5" and "so-called" things), with one exception: if it looks like the opening
// quote of another cell and a line has ended since start, the closing quote was forgotten. The cell is then read
// as if it had not been quoted, and everything after its first line is records again, instead of being swallowed.
//
// The result for a shorter b that still holds the whole record is the same: the two passes over a file rely on it.
func (d *dialect) quoted(b []byte, start int, final bool) quotedCell {
	var m marks
	for p := start; ; {
		n := bytes.IndexByte(b[p:], '"')
		if n < 0 || p+n-start > maxQuoted {
			return d.unfinished(b, start, final || len(b)-start > maxQuoted)
		}
		q := p + n
		if q+1 < len(b) && b[q+1] == '"' {
			m |= doubled
			p = q + 2
			continue
		}
		next, closes := d.closes(b, q+1)
		switch {
		case next >= len(b) && !final:
			return quotedCell{marks: more}
		case closes:
			return quotedCell{end: q, next: next, marks: m}
		case q > start && d.opens(b, q) && bytes.IndexByte(b[start:q], d.newline) >= 0:
			return d.cutShort(b, start, unclosed)
		}
		m |= stray
		p = q + 1
	}
}

// closes tells whether what follows a quote ends the cell: a delimiter, a newline or the end, after spaces at most.
func (d *dialect) closes(b []byte, p int) (next int, ok bool) {
	for p < len(b) && (b[p] == ' ' || b[p] == '\r' || b[p] == '\t') && b[p] != d.delim && b[p] != d.newline {
		p++
	}
	return p, p >= len(b) || b[p] == d.delim || b[p] == d.newline
}

// unfinished ends a cell whose closing quote was not found, or asks for more text.
func (d *dialect) unfinished(b []byte, start int, sure bool) quotedCell {
	if !sure {
		return quotedCell{marks: more}
	}
	return d.cutShort(b, start, unclosed|exhausted)
}

// cutShort reads a cell as if it were not quoted, leaving out its opening quote. Ending it with its line instead would
// draw the following cells into it; so the row most often comes out right, and it is reported either way.
func (d *dialect) cutShort(b []byte, start int, m marks) quotedCell {
	end := start
	for end < len(b) && b[end] != d.delim && b[end] != d.newline {
		end++
	}
	text := end
	if text > start && b[text-1] == '\r' && (end == len(b) || b[end] == '\n') {
		text--
	}
	return quotedCell{end: text, next: end, marks: m}
}
