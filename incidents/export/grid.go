package export

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"siequity/incidents/export/dialect"
	"siequity/incidents/export/encoding"
)

// A grid lays the cells of a page out in rows and columns.
type grid struct {
	table   *Table
	want    Range
	ready   *readyRows
	depth   int    // tables open
	nested  int    // of these, those that are part of a cell's text
	spans   []int  // by column, how many more rows the cell above reaches into
	above   []Cell // by column, that cell
	row     Row
	inRow   bool
	inCell  bool
	unseen  bool   // within a script or style sheet
	tooWide int    // the last row reported for having too many cells
	text    []byte // of the open cell
	space   bool   // white space since the last letter of it
	wide    int    // columns the open cell covers
	tall    int    // rows the open cell covers
	size    int    // bytes that the open row takes
}

// take hands out the rows that are ready.
func (g *grid) take() *readyRows {
	b := g.ready
	g.ready = &readyRows{}
	return b
}

func (g *grid) token(kind html.TokenType, z *html.Tokenizer) error {
	switch kind {
	case html.TextToken:
		if g.inCell && !g.unseen {
			g.write(z.Raw())
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := z.TagName()
		g.start(atom.Lookup(name), z, more)
	case html.EndTagToken:
		name, _ := z.TagName()
		g.end(atom.Lookup(name))
	}
	if len(g.text) > dialect.MaxRecord || g.ready.size+g.size > 2*dialect.MaxRecord {
		return g.broken(html.ErrBufferExceeded)
	}
	return nil
}

func (g *grid) start(tag atom.Atom, z *html.Tokenizer, more bool) {
	switch tag {
	case atom.Table:
		g.openTable()
	case atom.Tr:
		if g.nested > 0 {
			g.newline()
			return
		}
		g.openRow()
		g.row.Hidden = hiddenStyle(attribute(z, more, "style"))
	case atom.Td, atom.Th:
		if g.nested > 0 {
			g.space = true
			return
		}
		g.openCell(z, more)
	case atom.Br, atom.P, atom.Div, atom.Li:
		g.newline()
	case atom.Script, atom.Style:
		g.unseen = true
	}
}

func (g *grid) end(tag atom.Atom) {
	switch tag {
	case atom.Table:
		g.closeTable()
	case atom.Tr:
		if g.nested == 0 {
			g.closeRow()
		}
	case atom.Td, atom.Th:
		if g.nested == 0 {
			g.closeCell()
		}
	case atom.Script, atom.Style:
		g.unseen = false
	}
}

// openTable begins a table. One within a cell is the cell's text if the row has any text so far; if not, the outer table
// is there only to lay out the page, and the inner one is the data.
func (g *grid) openTable() {
	g.depth++
	if g.nested > 0 || g.inCell && (len(g.text) > 0 || !g.row.blank()) {
		g.nested++
		return
	}
	g.inRow, g.inCell, g.spans, g.above = false, false, nil, nil
}

func (g *grid) closeTable() {
	g.depth = max(g.depth-1, 0)
	if g.nested > 0 {
		g.nested--
		return
	}
	g.closeRow()
	g.spans, g.above = nil, nil
}

func (g *grid) openRow() {
	g.closeRow()
	g.inRow, g.size = true, 0
	g.row = Row{Number: g.row.Number + 1}
}

func (g *grid) closeRow() {
	if !g.inRow {
		return
	}
	g.closeCell()
	g.cover()
	g.inRow = false
	if g.row.Number < g.want.From || g.row.blank() {
		return
	}
	for len(g.row.Cells) < g.want.Width {
		g.row.Cells = append(g.row.Cells, Cell{})
	}
	g.ready.list = append(g.ready.list, g.row)
	g.ready.size += g.size
}

// cover adds the cells of earlier rows that reach into this one: what they say holds for each of their rows.
func (g *grid) cover() {
	for col := len(g.row.Cells); col < len(g.spans) && g.spans[col] > 0; col++ {
		g.spans[col]--
		g.size += cellSize
		g.row.Cells = append(g.row.Cells, g.above[col])
	}
}

const (
	maxSpan  = 1000 // columns or rows that a cell may cover, as browsers have it
	cellSize = 64   // bytes that a cell takes besides its text
)

func (g *grid) openCell(z *html.Tokenizer, more bool) {
	if !g.inRow {
		g.openRow()
	}
	g.closeCell()
	g.cover()
	g.inCell, g.wide, g.tall = true, 1, 1
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		n, ok := smallNumber(bytes.TrimSpace(value))
		if !ok || n < 1 {
			continue
		}
		switch string(key) {
		case "colspan":
			g.wide = min(n, maxSpan)
		case "rowspan":
			g.tall = min(n, maxSpan)
		}
	}
}

func (g *grid) closeCell() {
	if !g.inCell {
		return
	}
	cell := Cell{}
	if len(g.text) > 0 {
		cell = Cell{Text: g.text, Kind: Text}
	}
	g.inCell, g.text, g.space = false, nil, false
	col := len(g.row.Cells)
	if col+g.wide > maxColumns {
		if g.tooWide != g.row.Number {
			g.tooWide = g.row.Number
			g.fault(maxColumns+1, tooManyColumns)
		}
		return
	}
	if g.tall > 1 && cell.Kind != Empty {
		g.fault(col+1, Fault{ID: "export/merged-cells", What: "the cell reaches over several rows: its value was taken for each of them",
			Hint: "check that it holds for all of them; if not, open the file in Excel, unmerge the cells and correct them"})
	}
	if len(cell.Text) > longCell {
		g.fault(col+1, longCellFault(len(cell.Text)))
	}
	g.size += len(cell.Text) + cellSize*g.wide
	for i := range g.wide {
		g.row.Cells = append(g.row.Cells, cell)
		for len(g.spans) <= col+i {
			g.spans, g.above = append(g.spans, 0), append(g.above, Cell{})
		}
		g.spans[col+i], g.above[col+i] = g.tall-1, cell
		cell = Cell{}
	}
}

// write adds text to the open cell, white space runs as one space, as a browser shows it.
func (g *grid) write(raw []byte) {
	text, _, how := g.table.encoding.Decode(raw, nil)
	if how == encoding.As1252Bad {
		g.fault(len(g.row.Cells)+1, badEncoding)
	} else if how == encoding.As1252 && g.table.encoding.MostlyUTF8 {
		g.fault(len(g.row.Cells)+1, mixedEncoding)
	}
	g.words(html.UnescapeString(string(text)))
}

func (g *grid) words(text string) {
	for text != "" {
		n := strings.IndexAny(text, " \t\r\n\f")
		if n != 0 {
			if n < 0 {
				n = len(text)
			}
			if g.space && len(g.text) > 0 && g.text[len(g.text)-1] != '\n' {
				g.text = append(g.text, ' ')
			}
			g.text = append(g.text, text[:n]...)
			g.space = false
			text = text[n:]
			continue
		}
		g.space = true
		text = text[1:]
	}
}

// newline ends a line of the open cell's text.
func (g *grid) newline() {
	if g.inCell && len(g.text) > 0 {
		g.text = append(g.text, '\n')
		g.space = false
	}
}

// finish ends a page, which should have closed its tables.
func (g *grid) finish() {
	if g.depth > 0 {
		g.fault(0, Fault{ID: "export/broken-page", What: "the page stops after this row, before the end of its table",
			Hint: "run or download the report again; the last rows may be missing"})
	}
	g.closeRow()
}

func (g *grid) broken(err error) error {
	if errors.Is(err, html.ErrBufferExceeded) {
		return Fault{ID: "export/record-too-long", Row: g.row.Number, What: "the row does not end within 32 MB",
			Hint: "open the file in Excel and save it as .xlsx"}
	}
	return Fault{ID: "export/broken-file", Row: g.row.Number, What: "the file cannot be read from here on: " + err.Error(),
		Hint: "copy or download it again"}
}

func (g *grid) fault(col int, f Fault) {
	if g.row.Number < g.want.From {
		return
	}
	f.File, f.Row, f.Col = g.table.File, g.row.Number, col
	g.ready.faults = append(g.ready.faults, f)
}

// attribute reads one attribute of the tag that z has just read.
func attribute(z *html.Tokenizer, more bool, name string) string {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) == name {
			return string(value)
		}
	}
	return ""
}

func hiddenStyle(style string) bool {
	return strings.Contains(strings.ToLower(strings.ReplaceAll(style, " ", "")), "display:none")
}
