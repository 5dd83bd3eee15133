package export

import (
	"bytes"
	"context"
	"errors"
	"io"
	"sync"
)

const (
	blockSize    = 1 << 20  // bytes of text in a batch
	maxRecord    = 32 << 20 // bytes of the longest record that is read
	maxExhausted = 100      // lost quotes that may each cost a search of maxQuoted bytes
)

// delimited is a table of delimited text. Reading it has a sequential part, which only cuts the text between records, and
// a part for any goroutine (records.go), which splits records into cells. Both find quoted cells by the same function,
// so they agree on where records end whatever the quoting.
type delimited struct {
	table    *Table
	open     func() (io.ReadCloser, error)
	dialect  dialect
	declared int // bytes of the line "sep=;" at the beginning
}

// newDelimited sniffs the beginning of a text and makes a table of it.
func newDelimited(file, sheet string, head []byte, cut bool, open func() (io.ReadCloser, error)) (*Table, error) {
	enc := sniffEncoding(head, cut)
	r, err := enc.reader(bytes.NewReader(head))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	d, declared := sniffDialect(text)
	t := &Table{File: file, Sheet: sheet, Delimiter: string(d.delim), encoding: enc}
	t.source = &delimited{table: t, open: open, dialect: d, declared: declared}
	return t, nil
}

// blocks cuts the text into pieces that end with a record.
func (s *delimited) blocks(ctx context.Context, r Range, yield func(block) error) error {
	file, err := s.open()
	if err != nil {
		return err
	}
	defer file.Close()
	text, err := s.table.encoding.reader(file)
	if err != nil {
		return err
	}
	c := cutter{dialect: &s.dialect, row: 1, line: 1}
	if s.declared > 0 {
		if _, err := io.CopyN(io.Discard, text, int64(s.declared)); err != nil {
			return err
		}
		c.row, c.line = 2, 2
	}
	return s.cut(ctx, &c, text, r, yield)
}

func (s *delimited) cut(ctx context.Context, c *cutter, text io.Reader, r Range, yield func(block) error) error {
	pool := &sync.Pool{New: func() any { return new(piece) }}
	var rest []byte // begins with a record, holds no whole one
	for want, final := blockSize, false; !final; {
		if err := ctx.Err(); err != nil {
			return err
		}
		p := pool.Get().(*piece)
		n, err := p.fill(text, rest, want)
		if final = err == io.EOF || err == io.ErrUnexpectedEOF; err != nil && !final {
			return s.broken(c, err)
		}
		row, line := c.row, c.line
		end, fault := c.cut(p.text[:n], final)
		if fault != nil {
			return *fault
		}
		rest = append(rest[:0], p.text[end:n]...)
		if want = blockSize; end == 0 && !final { // one record is longer than the piece
			want = growth(n)
			pool.Put(p)
			continue
		}
		p.text = p.text[:end]
		b := &records{piece: p, pool: pool, source: s, want: r, row: row, line: line, first: c.batches == 0}
		c.batches++
		if err := yield(b); err != nil {
			return err
		}
	}
	return nil
}

// growth is how much more to read when n bytes hold no whole record: as much again, but not beyond the longest record.
func growth(n int) int { return max(min(n, maxRecord+1-n), 1) }

// broken says that the text could not be read further, which most often is a zip that was cut short.
func (s *delimited) broken(c *cutter, err error) error {
	var f Fault
	if errors.As(err, &f) {
		f.Row, f.Line = c.row, c.line
		return f
	}
	return Fault{ID: "export/broken-file", Row: c.row, Line: c.line,
		What: "the file cannot be read from here on: " + err.Error(),
		Hint: "copy or download it again, then open it once in its own program to see that it is whole"}
}

// A piece is a batch's text and the room its cells are split in, used again by later batches.
type piece struct {
	text    []byte
	scratch []byte
	cells   []Cell
}

// fill puts rest and then up to want more bytes into the piece.
func (p *piece) fill(r io.Reader, rest []byte, want int) (n int, err error) {
	if need := len(rest) + want; cap(p.text) < need {
		p.text = make([]byte, need, need+need/8)
	}
	p.text = p.text[:len(rest)+want]
	copy(p.text, rest)
	n, err = io.ReadFull(r, p.text[len(rest):])
	return len(rest) + n, err
}

// A cutter counts records and lines and finds where a record ends.
type cutter struct {
	*dialect
	row, line int // of the next record
	batches   int
	searches  int // lost quotes found by searching to the limit
}

// cut gives the end of the last whole record of b, which begins with a record; 0 if there is none.
func (c *cutter) cut(b []byte, final bool) (end int, fault *Fault) {
	inside := 0      // lines that ended within quotes since the last record ended
	var from, to int // the last stretch outside quotes in which a record ended
	for p := 0; p < len(b); {
		n := bytes.IndexByte(b[p:], '"')
		stretch := b[p:]
		if n >= 0 {
			stretch = b[p : p+n]
		}
		if ends := bytes.Count(stretch, []byte{c.newline}); ends > 0 {
			from, to = p, p+len(stretch)
			c.row += ends
			c.line += ends + inside
			inside = 0
		}
		if n < 0 {
			break
		}
		q := p + n
		if p = q + 1; !c.opens(b, q) {
			continue
		}
		cell := c.quoted(b, q+1, final)
		if cell.marks&more != 0 || cell.next == len(b) && !final {
			break
		}
		if cell.marks&exhausted != 0 {
			if c.searches++; c.searches > maxExhausted {
				break
			}
		}
		inside += bytes.Count(b[q:cell.next], []byte{c.newline})
		p = cell.next
	}
	end = from + bytes.LastIndexByte(b[from:to], c.newline) + 1
	return c.finish(b, end, inside, final)
}

// finish adds the record that the file's end leaves without a newline, and refuses what is too long or too broken.
func (c *cutter) finish(b []byte, end, inside int, final bool) (int, *Fault) {
	if final && end < len(b) {
		c.row++
		c.line += inside + 1
		end = len(b)
	}
	switch {
	case c.searches > maxExhausted:
		return 0, &Fault{ID: "export/broken-quotes", Row: c.row, Line: c.line,
			What: "so many quotes are not closed that the rows cannot be told apart",
			Hint: "export again as .xlsx, or as CSV with quotes doubled inside text"}
	case end == 0 && len(b) > maxRecord:
		return 0, &Fault{ID: "export/record-too-long", Row: c.row, Line: c.line,
			What: "the row does not end within 32 MB",
			Hint: "look for a missing line end or quote there, or export again as .xlsx"}
	}
	return end, nil
}
