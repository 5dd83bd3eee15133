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
	cells  []string
	rows   int // depth of rows
}

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
	case "tr":
		w.flush()
		w.rows++
		w.cells = w.cells[:0]
	case "td", "th":
		w.line.Reset()
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
	case "p", "div", "section", "article", "table", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "header", "footer",
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
		w.cells = append(w.cells, strings.TrimSpace(w.line.String()))
		w.line.Reset()
	case "tr":
		w.rows = max(w.rows-1, 0)
		w.line.Reset()
		w.out.block(TableRow, row(w.cells))
		w.cells = w.cells[:0]
	case "li", "h1", "h2", "h3", "h4", "h5", "h6":
		w.flush()
	default:
		if isBlock(name) {
			w.flush()
		}
	}
}

// flush ends a block; within a table cell it only ends a line.
func (w *webReader) flush() {
	if w.rows > 0 {
		if w.line.Len() > 0 {
			w.line.WriteByte('\n')
		}
		return
	}
	w.out.block(w.kind, w.line.String())
	w.line.Reset()
	w.kind = Paragraph
}
