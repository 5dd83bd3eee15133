package worklist

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// headRow is the row of headings of every list, under a line with the marking.
const headRow = 2

// A rowWriter writes the rows of one sheet as XML, straight into the archive.
//
// Note: excelize's StreamWriter would be the short way. It keeps each sheet in
// memory and past 16 MB in a temporary file, unencrypted even where the workbook
// has a password, gives the sheets in random order, and takes three times as long.
type rowWriter struct {
	to      io.Writer
	columns []string // letters
	buf     []byte
	row     int
	err     error
}

func newRowWriter(to io.Writer, columns int) *rowWriter {
	w := &rowWriter{to: to}
	for i := range columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		w.columns, w.err = append(w.columns, name), err
	}
	return w
}

// flushAt is how much XML is gathered before it is handed to the compressor.
const flushAt = 1 << 16

// begin starts the next row. Its height is not marked as anybody's choice, so that
// a spreadsheet may fit it anew once the text changes.
func (w *rowWriter) begin(height float64) {
	w.row++
	w.buf = append(w.buf, `<row r="`...)
	w.buf = strconv.AppendInt(w.buf, int64(w.row), 10)
	w.buf = append(w.buf, `" ht="`...)
	w.buf = strconv.AppendFloat(w.buf, height, 'f', -1, 64)
	w.buf = append(w.buf, `">`...)
}

// cell writes one text; the type says text, so that =1+1 stays what it is.
func (w *rowWriter) cell(col, style int, text string) {
	w.buf = append(w.buf, `<c r="`...)
	w.buf = append(w.buf, w.columns[col]...)
	w.buf = strconv.AppendInt(w.buf, int64(w.row), 10)
	w.buf = append(w.buf, `" s="`...)
	w.buf = strconv.AppendInt(w.buf, int64(style), 10)
	if text == "" {
		w.buf = append(w.buf, `"/>`...)
		return
	}
	w.buf = append(w.buf, `" t="inlineStr"><is><t xml:space="preserve">`...)
	w.buf = appendText(w.buf, text)
	w.buf = append(w.buf, `</t></is></c>`...)
}

func (w *rowWriter) end() {
	w.buf = append(w.buf, `</row>`...)
	if len(w.buf) >= flushAt {
		w.flush()
	}
}

func (w *rowWriter) flush() error {
	if w.err == nil {
		_, w.err = w.to.Write(w.buf)
	}
	w.buf = w.buf[:0]
	return w.err
}

// A list is one sheet of items.
type list struct {
	sheet, banner string
	items         []entry
}

// write writes the rows of a list.
func (l list) write(to io.Writer, b *book) error {
	w := newRowWriter(to, len(b.columns))
	w.begin(20)
	w.cell(0, b.style.banner, l.banner)
	w.end()
	w.begin(32)
	for i, c := range b.columns {
		w.cell(i, b.style.head(c.role), c.title)
	}
	w.end()
	texts := make([]string, len(b.columns))
	for _, e := range l.items {
		b.texts(e, texts)
		w.begin(heightOf(b.columns, texts))
		for i, c := range b.columns {
			w.cell(i, b.style.of(c.role, e.severity), texts[i])
		}
		w.end()
		if w.err != nil {
			return w.err
		}
	}
	return w.flush()
}

// texts gives the texts of an item's row. One that a cell cannot hold ends with
// the place where it goes on.
func (b *book) texts(e entry, to []string) {
	it := b.held.item(e)
	d := b.doc.Decisions[b.subject(&it)]
	for i, c := range b.columns {
		to[i] = c.text(&it, d)
		if len(to[i]) > cellLimit && units(to[i]) > cellLimit {
			to[i] = parts(to[i])[0] + fmt.Sprintf(" [this text goes on on the sheet %q, number %d]", longSheet, b.longAt[e.place()])
		}
	}
}

// lineHeight is one line of body text, in points; tallest is what Excel allows.
const (
	lineHeight = 13.5
	tallest    = 400.0
)

// heightOf estimates a row's height from its longest cell. LibreOffice would show
// one line of it otherwise, and Excel spends seconds on fitting long lists.
func heightOf(columns []column, texts []string) float64 {
	lines := 1
	for i, c := range columns {
		if c.role != hidden && len(texts[i]) > int(c.width) {
			lines = max(lines, 1+int(float64(len(texts[i]))/(c.width*1.1))+strings.Count(texts[i], "\n"))
		}
	}
	return min(float64(lines)*lineHeight+2, tallest)
}
