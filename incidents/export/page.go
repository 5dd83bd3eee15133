package export

import (
	"context"
	"errors"
	"io"

	"golang.org/x/net/html"

	"siequity/incidents/export/dialect"
	"siequity/incidents/export/encoding"
)

// page is a web page with tables, as web reports write it under the name .xls. All its tables are one, one below the
// other, as Excel opens it; rows are counted over all of them, text outside tables is not a row.
//
// Reading is sequential: such pages are what a browser could show, and so small.
type page struct {
	table *Table
	open  func() (io.ReadCloser, error)
}

func newPage(file, sheet string, enc *encoding.Encoding, open func() (io.ReadCloser, error)) *Table {
	t := &Table{File: file, Sheet: sheet, encoding: enc}
	t.source = &page{table: t, open: open}
	return t
}

func (s *page) blocks(ctx context.Context, r Range, yield func(block) error) error {
	whole, err := s.open()
	if err != nil {
		return err
	}
	defer whole.Close()
	text, err := s.table.encoding.Reader(whole)
	if err != nil {
		return err
	}
	z := html.NewTokenizer(text)
	z.SetMaxBuf(dialect.MaxRecord)
	g := &grid{table: s.table, want: r, ready: &readyRows{}}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		if err := g.token(kind, z); err != nil {
			return err
		}
		if g.ready.size < blockSize {
			continue
		}
		if err := errors.Join(ctx.Err(), yield(g.take())); err != nil {
			return err
		}
	}
	if err := z.Err(); err != io.EOF {
		return g.broken(err)
	}
	g.finish()
	return yield(g.take())
}

// readyRows is a batch of rows already split.
type readyRows struct {
	list   []Row
	faults []Fault
	size   int
}

func (b *readyRows) rows(yield func(Row) bool) []Fault {
	for _, r := range b.list {
		if !yield(r) {
			break
		}
	}
	return b.faults
}
