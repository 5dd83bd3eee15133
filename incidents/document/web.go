package document

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// looksLikeWeb reports markup at the start of a text, whatever the file is called.
func looksLikeWeb(text string) bool {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1024)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.Contains(head, "<body")
}

// readWeb reads a web page token by token. It builds no tree: a page of a million nested elements then costs what its
// bytes cost.
func readWeb(text string) (Document, error) {
	w := webReader{out: &writer{}, kind: Paragraph}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(maxText)
	for {
		switch z.Next() {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return Document{}, fmt.Errorf("%w: not a web page", ErrDamaged)
			}
			w.deeper = 0
			for len(w.tables) > 0 {
				w.endTable()
			}
			w.flush()
			return w.out.document("html", "", nil), nil
		case html.TextToken:
			if w.skip == "" && w.struck == 0 {
				w.text(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			w.start(z.Token())
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(string(name))
		}
	}
}

// A webReader is a page being read.
type webReader struct {
	out    *writer
	line   strings.Builder
	kind   Kind
	skip   string // the element whose content is not text: script, style
	struck int    // depth of deleted text
	tables []*webTable
	deeper int // tables open beyond maxTables
}

// A webTable is a table being read. End tags of rows and cells may be missing; a table may stand in a cell of another.
type webTable struct {
	cells  []string
	inCell bool
	before strings.Builder // the text of the outer cell so far
}

// maxTables is how deep tables are told apart; layouts go four or five deep, and each level copies its text once.
const maxTables = 20

// text adds words, with white space as a browser shows it.
func (w *webReader) text(s string) {
	space := w.line.Len() == 0
	if !space {
		last := w.line.String()[w.line.Len()-1]
		space = last == ' ' || last == '\n'
	}
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			if !space {
				w.line.WriteByte(' ')
			}
			space = true
		default:
			w.line.WriteRune(r)
			space = false
		}
	}
}

func (w *webReader) start(t html.Token) {
	name := t.Data
	if w.skip != "" {
		return
	}
	switch name {
	case "script", "style", "template", "noscript", "title", "svg", "select":
		if t.Type == html.StartTagToken {
			w.skip = name
		}
	case "del", "s", "strike":
		w.struck++
	case "br":
		w.line.WriteByte('\n')
	case "input":
		w.input(t)
	case "table":
		w.startTable()
	case "tr":
		w.endRow()
	case "td", "th":
		w.startCell()
	case "li":
		w.flush()
		w.kind = ListItem
	case "h1", "h2", "h3", "h4", "h5", "h6":
		w.flush()
		w.kind = Heading
	default:
		if isBlock(name) {
			w.flush()
		}
	}
}

func (w *webReader) input(t html.Token) {
	box, mark := false, "☐"
	for _, a := range t.Attr {
		box = box || a.Key == "type" && (a.Val == "checkbox" || a.Val == "radio")
		if a.Key == "checked" {
			mark = "☒"
		}
	}
	if box {
		w.line.WriteString(mark)
	}
}

func isBlock(name string) bool {
	switch name {
	case "p", "div", "section", "article", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "header", "footer",
		"main", "aside", "form", "fieldset", "hr", "address", "figure", "figcaption", "caption", "body", "legend", "nav":
		return true
	}
	return false
}

func (w *webReader) end(name string) {
	if w.skip != "" {
		if name == w.skip {
			w.skip = ""
		}
		return
	}
	switch name {
	case "del", "s", "strike":
		w.struck = max(w.struck-1, 0)
	case "td", "th":
		w.endCell()
	case "tr":
		w.endRow()
	case "table":
		w.endTable()
	case "li", "h1", "h2", "h3", "h4", "h5", "h6":
		w.flush()
	default:
		if isBlock(name) {
			w.flush()
		}
	}
}

func (w *webReader) table() *webTable {
	if len(w.tables) == 0 {
		return nil
	}
	return w.tables[len(w.tables)-1]
}

func (w *webReader) startTable() {
	if t := w.table(); t == nil || !t.inCell {
		w.flush()
	}
	if len(w.tables) >= maxTables {
		w.deeper++
		return
	}
	t := &webTable{}
	t.before.WriteString(strings.TrimRight(w.line.String(), " "))
	w.tables = append(w.tables, t)
	w.line.Reset()
}

func (w *webReader) startCell() {
	w.endCell()
	if t := w.table(); t != nil {
		t.inCell = true
	}
}

func (w *webReader) endCell() {
	t := w.table()
	if t == nil {
		return
	}
	if text := strings.TrimSpace(w.line.String()); text != "" || t.inCell {
		t.cells = append(t.cells, text)
	}
	t.inCell = false
	w.line.Reset()
}

func (w *webReader) endRow() {
	w.endCell()
	t := w.table()
	if t == nil {
		return
	}
	text := row(t.cells)
	t.cells = t.cells[:0]
	switch {
	case text == "":
	case len(w.tables) > 1:
		t.before.WriteString("\n" + text)
	default:
		w.out.block(TableRow, text)
	}
}

func (w *webReader) endTable() {
	t := w.table()
	if t == nil {
		return
	}
	w.endRow()
	if w.deeper > 0 {
		w.deeper--
		return
	}
	w.tables = w.tables[:len(w.tables)-1]
	w.line.WriteString(t.before.String())
}

// flush ends a block; within a table cell it only ends a line.
func (w *webReader) flush() {
	if t := w.table(); t != nil {
		if w.line.Len() > 0 && t.inCell {
			w.line.WriteByte('\n')
		}
		return
	}
	w.out.block(w.kind, w.line.String())
	w.line.Reset()
	w.kind = Paragraph
}
