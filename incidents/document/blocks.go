package document

import (
	"strings"
	"unicode/utf8"
)

// A writer puts blocks together into one text.
type writer struct {
	text   strings.Builder
	blocks []Block
	page   int // where the first page ends, 0 while it has not
}

// block adds one block; white space at its edges and empty blocks are dropped. Headings and paragraphs get an empty line
// before them, list items and rows follow one another, so that a reader of the text sees which lines belong together.
func (w *writer) block(k Kind, text string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	if n := len(w.blocks); n > 0 {
		w.text.WriteByte('\n')
		if k != w.blocks[n-1].Kind || k != ListItem && k != TableRow {
			w.text.WriteByte('\n')
		}
	}
	start := w.text.Len()
	if k == ListItem && !strings.HasPrefix(text, "- ") {
		w.text.WriteString("- ")
	}
	w.text.WriteString(text)
	w.blocks = append(w.blocks, Block{k, start, w.text.Len()})
}

// pageBreak marks the end of the first page.
func (w *writer) pageBreak() {
	if w.page == 0 && w.text.Len() > 0 {
		w.page = w.text.Len()
	}
}

// document closes the text.
func (w *writer) document(format, headers string, notes []Fault) Document {
	text := w.text.String()
	end := w.page
	if end == 0 || end > firstPageMax {
		end = min(len(text), firstPageMax)
		for end > 0 && end < len(text) && !utf8.RuneStart(text[end]) {
			end--
		}
	}
	first := text[:end]
	if headers != "" {
		first = headers + "\n" + first
	}
	return Document{Format: format, Text: text, Blocks: w.blocks, FirstPage: first, Notes: notes}
}

// row joins the cells of a table row. Two cells are a field and its value; cells that end in a colon by turns are
// several fields in a row; with more cells the first labels the rest.
func row(cells []string) string {
	var full []string
	for _, c := range cells {
		if c = strings.TrimSpace(c); c != "" {
			full = append(full, c)
		}
	}
	switch {
	case len(full) < 2:
		return strings.Join(full, "")
	case len(full) == 2:
		return field(full[0], full[1])
	case len(full)%2 == 0 && labelsInTurn(full):
		var lines []string
		for i := 0; i < len(full); i += 2 {
			lines = append(lines, field(full[i], full[i+1]))
		}
		return strings.Join(lines, "\n")
	}
	return field(full[0], strings.Join(full[1:], " | "))
}

// field joins a label and a value. A label is short, on one line and no sentence.
func field(label, value string) string {
	last := label[len(label)-1]
	switch {
	case len(label) > 120 || strings.Contains(label, "\n") || last == '.' || last == ';':
		return label + " | " + value
	case last == ':' || last == '?':
		return label + " " + value
	}
	return label + ": " + value
}

func labelsInTurn(cells []string) bool {
	for i := 0; i < len(cells); i += 2 {
		if !strings.HasSuffix(cells[i], ":") {
			return false
		}
	}
	return true
}
