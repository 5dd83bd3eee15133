package dialect

import "bytes"

// maxQuoted is the longest quoted cell. Beyond it a closing quote is taken to be missing; without such a limit one lost
// quote would draw the rest of the file into memory.
const maxQuoted = 16 << 20

// A Cell says where a quoted cell ends and what was odd about it.
type Cell struct {
	End  int // of the text
	Next int // of the delimiter or newline that follows, or the length of the text searched
	Marks
}

// Marks are what was odd about a quoted cell.
type Marks uint8

// The oddities; several may come together.
const (
	Doubled   Marks = 1 << iota // holds "" that stand for "
	Stray                       // holds a lone quote, kept as text
	Unclosed                    // no closing quote: the cell was read as if it had not been quoted
	Exhausted                   // with unclosed: this was found only by searching to the limit
	More                        // the text ends before the cell does
)

// Quoted finds the end of the quoted cell whose text begins at start. final says that no text follows b.
//
// A lone quote inside is text (people write 5" and "so-called" things), with one exception: if it looks like the opening
// quote of another cell and a line has ended since start, the closing quote was forgotten. The cell is then read
// as if it had not been quoted, and everything after its first line is records again, instead of being swallowed.
//
// The result for a shorter b that still holds the whole record is the same: the two passes over a file rely on it.
func (d *Dialect) Quoted(b []byte, start int, final bool) Cell {
	var m Marks
	for p := start; ; {
		n := bytes.IndexByte(b[p:], '"')
		if n < 0 || p+n-start > maxQuoted {
			return d.unfinished(b, start, final || len(b)-start > maxQuoted)
		}
		q := p + n
		if q+1 < len(b) && b[q+1] == '"' {
			m |= Doubled
			p = q + 2
			continue
		}
		next, closes := d.closes(b, q+1)
		switch {
		case next >= len(b) && !final:
			return Cell{Marks: More}
		case closes:
			return Cell{End: q, Next: next, Marks: m}
		case q > start && d.Opens(b, q) && bytes.IndexByte(b[start:q], d.Newline) >= 0:
			return d.cutShort(b, start, Unclosed)
		}
		m |= Stray
		p = q + 1
	}
}

// closes tells whether what follows a quote ends the cell: a delimiter, a newline or the end, after spaces at most.
func (d *Dialect) closes(b []byte, p int) (next int, ok bool) {
	for p < len(b) && (b[p] == ' ' || b[p] == '\r' || b[p] == '\t') && b[p] != d.Delimiter && b[p] != d.Newline {
		p++
	}
	return p, p >= len(b) || b[p] == d.Delimiter || b[p] == d.Newline
}

// unfinished ends a cell whose closing quote was not found, or asks for more text.
func (d *Dialect) unfinished(b []byte, start int, sure bool) Cell {
	if !sure {
		return Cell{Marks: More}
	}
	return d.cutShort(b, start, Unclosed|Exhausted)
}

// Unquoted finds the end of the cell at p that begins without a quote. stray tells that it holds one all the same.
func (d *Dialect) Unquoted(b []byte, p int) (end int, stray bool) {
	for p < len(b) && !d.ends[b[p]] {
		p++
	}
	if p == len(b) || b[p] != '"' {
		return p, false
	}
	for p < len(b) && b[p] != d.Delimiter && b[p] != d.Newline {
		p++
	}
	return p, true
}

// cutShort reads a cell as if it were not quoted, leaving out its opening quote. Ending it with its line instead would
// draw the following cells into it; so the row most often comes out right, and it is reported either way.
func (d *Dialect) cutShort(b []byte, start int, m Marks) Cell {
	end := start
	for end < len(b) && b[end] != d.Delimiter && b[end] != d.Newline {
		end++
	}
	return Cell{End: start + len(d.Trim(b[start:end], b[end:])), Next: end, Marks: m}
}

// Trim drops the first half of a line end "\r\n" from an unquoted cell, given what follows it.
func (d *Dialect) Trim(cell, rest []byte) []byte {
	if n := len(cell); n > 0 && cell[n-1] == '\r' && (len(rest) == 0 || rest[0] == '\n') {
		return cell[:n-1]
	}
	return cell
}
