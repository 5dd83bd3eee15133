package export

import (
	"context"
	"strconv"
	"strings"
	"sync"

	"siequity/incidents/export/archive"
	"siequity/incidents/export/markup"
	"siequity/incidents/export/workbook"
)

// sheet is one sheet of a workbook. Reading it has a sequential part, which unpacks the sheet and cuts it between
// rows, and a part for any goroutine (sheetrows.go), which reads the cells.
//
// Note: there is no second reader, such as excelize, to fall back on. Encodings other than UTF-8 are converted on the
// way in; what is then not XML at all excelize refuses whole, where this reads the rows before the damage.
type sheet struct {
	table *Table
	book  *workbook.Book
	part  archive.Member
	block int // bytes of XML in a batch
}

func (s *sheet) blocks(ctx context.Context, r Range, yield func(block) error) error {
	if err := s.book.Load(); err != nil {
		return err
	}
	part, err := s.part.Stream()
	if err != nil {
		return err
	}
	defer part.Close()
	x, err := markup.NewBlocks(part, "row", "sheetData", s.block)
	if err != nil {
		return err
	}
	return s.cut(ctx, x, r, yield)
}

func (s *sheet) cut(ctx context.Context, x *markup.Blocks, r Range, yield func(block) error) error {
	pool := &sync.Pool{New: func() any { return new(piece) }}
	before := 0 // number of the last row before the piece
	for !x.Done() {
		if err := ctx.Err(); err != nil {
			return err
		}
		p := pool.Get().(*piece)
		text, err := x.Next(p.text)
		if err != nil {
			return s.after(before, err)
		}
		p.text = text
		b := &sheetRows{piece: p, pool: pool, sheet: s, want: r, before: before, last: x.Done()}
		if !x.Done() {
			before = lastNumber(x.Rest(), p.text, before)
		}
		if err := yield(b); err != nil {
			return err
		}
	}
	return nil
}

// after says near which row the sheet cannot be read further.
func (s *sheet) after(row int, err error) error {
	if f, ok := asFault(err); ok {
		f.Row = row + 1
		return f
	}
	return err
}

// lastNumber gives the number of the last row before the next piece. Most often that piece begins with a row that says
// its own number; if not, the rows of the piece before it are counted.
func lastNumber(next, piece []byte, before int) int {
	if tag, ok := markup.Next(next, 0); ok && tag.Is("row") {
		if n := rowNumber(tag, 0); n > 0 {
			return n - 1
		}
	}
	for tag, ok := markup.Next(piece, 0); ok; tag, ok = markup.Next(piece, tag.After) {
		if tag.Is("row") {
			before = rowNumber(tag, before+1)
		}
	}
	return before
}

// maxRows is what a sheet of Excel can hold.
const maxRows = 1 << 20

// rowNumber reads a row's own number, or gives missing if it has none.
func rowNumber(tag markup.Tag, missing int) int {
	if n, ok := smallNumber(tag.Attr("r")); ok && n >= 1 && n <= maxRows {
		return n
	}
	return missing
}

// smallNumber reads digits only, at most nine.
func smallNumber(b []byte) (int, bool) {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(b) > 0 && len(b) <= 9
}

// column reads the letters of a cell's reference, such as 28 of AB12; 0 if it has none.
func column(ref []byte) int {
	col := 0
	for i, c := range ref {
		switch {
		case c >= 'A' && c <= 'Z' && i < 4:
			col = col*26 + int(c-'A') + 1
		case c >= 'a' && c <= 'z' && i < 4:
			col = col*26 + int(c-'a') + 1
		case c == '$':
		case c >= '0' && c <= '9':
			return col
		default:
			return 0
		}
	}
	return col
}

// mergedFault reports a merged area such as B5:B9 if it reaches over several of the rows from the first wanted on: only
// its first cell has a value, and the sheet looks as if all had.
func mergedFault(ref string, from int) (Fault, bool) {
	first, last, ok := strings.Cut(ref, ":")
	if !ok {
		return Fault{}, false
	}
	top, _ := strconv.Atoi(strings.TrimLeft(first, "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"))
	bottom, _ := strconv.Atoi(strings.TrimLeft(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"))
	if bottom <= top || bottom < from || top < from {
		return Fault{}, false
	}
	return Fault{ID: "export/merged-cells", Row: top, Col: column([]byte(first)),
		What: "the cells " + ref + " are merged: only the first row has their value",
		Hint: "unmerge them in Excel and fill the value down"}, true
}
