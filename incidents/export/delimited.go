package export

import (
	"bytes"
	"context"
	"io"
	"sync"

	"siequity/incidents/export/dialect"
	"siequity/incidents/export/encoding"
)

// blockSize is how many bytes of text make a batch.
const blockSize = 1 << 20

// delimited is a table of delimited text. Reading it has a sequential part, which only cuts the text between records, and
// a part for any goroutine (records.go), which splits records into cells.
type delimited struct {
	table    *Table
	open     func() (io.ReadCloser, error)
	dialect  dialect.Dialect
	declared int // bytes of the line "sep=;" at the beginning
	block    int // bytes of text in a batch
}

// newDelimited sniffs the beginning of a text and makes a table of it.
func newDelimited(file, sheet string, head []byte, cut bool, open func() (io.ReadCloser, error)) (*Table, error) {
	enc := encoding.Sniff(head, cut)
	r, err := enc.Reader(bytes.NewReader(head))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	d, declared := dialect.Sniff(text)
	t := &Table{File: file, Sheet: sheet, Delimiter: string(d.Delimiter), encoding: enc}
	t.source = &delimited{table: t, open: open, dialect: d, declared: declared, block: blockSize}
	return t, nil
}

// blocks cuts the text into pieces that end with a record.
func (s *delimited) blocks(ctx context.Context, r Range, yield func(block) error) error {
	file, err := s.open()
	if err != nil {
		return err
	}
	defer file.Close()
	text, err := s.table.encoding.Reader(file)
	if err != nil {
		return err
	}
	c := dialect.Cutter{Dialect: &s.dialect, Row: 1, Line: 1}
	if s.declared > 0 {
		if _, err := io.CopyN(io.Discard, text, int64(s.declared)); err != nil {
			return err
		}
		c.Row, c.Line = 2, 2
	}
	return s.cut(ctx, &c, text, r, yield)
}

func (s *delimited) cut(ctx context.Context, c *dialect.Cutter, text io.Reader, r Range, yield func(block) error) error {
	pool := &sync.Pool{New: func() any { return new(piece) }}
	var rest []byte // begins with a record, holds no whole one
	for want, final, index := s.block, false, 0; !final; {
		if err := ctx.Err(); err != nil {
			return err
		}
		p := pool.Get().(*piece)
		n, err := p.fill(text, rest, want)
		if final = err == io.EOF || err == io.ErrUnexpectedEOF; err != nil && !final {
			return s.broken(c, err)
		}
		row, line := c.Row, c.Line
		end, err := c.Cut(p.text[:n], final)
		if err != nil {
			return s.broken(c, err)
		}
		rest = append(rest[:0], p.text[end:n]...)
		if want = s.block; end == 0 && !final { // one record is longer than the piece
			want = growth(n)
			pool.Put(p)
			continue
		}
		p.text = p.text[:end]
		b := &records{piece: p, pool: pool, source: s, want: r, row: row, line: line, first: index == 0}
		index++
		if err := yield(b); err != nil {
			return err
		}
	}
	return nil
}

// growth is how much more to read when n bytes hold no whole record: as much again, but not beyond the longest record.
func growth(n int) int { return max(min(n, dialect.MaxRecord+1-n), 1) }

// broken says that the text could not be read further, which most often is a zip that was cut short.
func (s *delimited) broken(c *dialect.Cutter, err error) error {
	f, ok := asFault(err)
	switch {
	case ok:
		f.Row, f.Line = c.Row, c.Line
		return f
	case err == dialect.ErrTooLong:
		return Fault{ID: "export/record-too-long", Row: c.Row, Line: c.Line, What: err.Error(),
			Hint: "look for a missing line end or quote there, or export again as .xlsx"}
	case err == dialect.ErrQuotes:
		return Fault{ID: "export/broken-quotes", Row: c.Row, Line: c.Line, What: err.Error(),
			Hint: "export again as .xlsx, or as CSV with quotes doubled inside text"}
	}
	return Fault{ID: "export/broken-file", Row: c.Row, Line: c.Line,
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
