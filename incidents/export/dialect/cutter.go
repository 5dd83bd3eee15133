package dialect

import (
	"bytes"
	"errors"
)

// MaxRecord is the length in bytes of the longest record that is read.
const MaxRecord = 32 << 20

// maxSearches is how many lost quotes may each cost a search of maxQuoted bytes. A file with more would take for ever.
const maxSearches = 100

// Why a text cannot be cut further. Row and Line of the Cutter say where.
var (
	ErrTooLong = errors.New("the row does not end within 32 MB")
	ErrQuotes  = errors.New("so many quotes are not closed that the rows cannot be told apart")
)

// A Cutter finds where records end, in pieces of a text one after another, and counts records and lines. It
// looks at quotes and newlines only; splitting a record into cells is the caller's.
type Cutter struct {
	*Dialect
	Row, Line int // of the next record
	searches  int // lost quotes found by searching to the limit
}

// Cut gives the end of the last whole record of b, which begins with a record; 0 if there is none.
func (c *Cutter) Cut(b []byte, final bool) (end int, err error) {
	inside := 0      // lines that ended within quotes since the last record ended
	var from, to int // the last stretch outside quotes in which a record ended
	for p := 0; p < len(b); {
		n := bytes.IndexByte(b[p:], '"')
		stretch := b[p:]
		if n >= 0 {
			stretch = b[p : p+n]
		}
		if ends := bytes.Count(stretch, []byte{c.Newline}); ends > 0 {
			from, to = p, p+len(stretch)
			c.Row += ends
			c.Line += ends + inside
			inside = 0
		}
		if n < 0 {
			break
		}
		next, ok := c.pass(b, p+n, final)
		if !ok {
			break
		}
		inside += bytes.Count(b[p+n:next], []byte{c.Newline})
		p = next
	}
	end = from + bytes.LastIndexByte(b[from:to], c.Newline) + 1
	return c.finish(b, end, inside, final)
}

// pass steps over the quote at q, and the cell if it opens one. ok is false if b ends first, or it is not worth going on.
func (c *Cutter) pass(b []byte, q int, final bool) (next int, ok bool) {
	if !c.Opens(b, q) {
		return q + 1, true
	}
	cell := c.Quoted(b, q+1, final)
	if cell.Marks&More != 0 || cell.Next == len(b) && !final {
		return 0, false
	}
	if cell.Marks&Exhausted != 0 {
		c.searches++
	}
	return cell.Next, c.searches <= maxSearches
}

// finish adds the record that the file's end leaves without a newline, and refuses what is too long or too broken.
func (c *Cutter) finish(b []byte, end, inside int, final bool) (int, error) {
	if final && end < len(b) {
		c.Row++
		c.Line += inside + 1
		end = len(b)
	}
	switch {
	case c.searches > maxSearches:
		return 0, ErrQuotes
	case end == 0 && len(b) > MaxRecord:
		return 0, ErrTooLong
	}
	return end, nil
}
