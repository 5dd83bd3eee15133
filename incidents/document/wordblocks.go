package document

import (
	"archive/zip"
	"strconv"
	"strings"
)

// endParagraph puts a finished paragraph where it belongs: a text box waits until the paragraph that holds it is written.
func (r *wordReader) endParagraph() {
	n := len(r.paras)
	if n == 0 {
		return
	}
	p := r.paras[n-1]
	r.paras = r.paras[:n-1]
	text := strings.TrimSpace(p.text.String())
	if r.boxes > 0 && n > 1 {
		if text != "" {
			r.waiting = append(r.waiting, text)
		}
		return
	}
	if r.kind != "" {
		p.kind = r.kind
	}
	r.emit(p.kind, text)
	if n == 1 && len(r.waiting) > 0 {
		r.emit(TextBox, strings.Join(r.waiting, "\n"))
		r.waiting = nil
	}
}

// emit writes a block, or a line of the table cell it stands in.
func (r *wordReader) emit(k Kind, text string) {
	n := len(r.tables)
	if n == 0 || r.boxes > 0 {
		r.out.block(k, text)
		return
	}
	cell := &r.tables[n-1].cell
	if text == "" {
		return
	}
	if cell.Len() > 0 {
		cell.WriteByte('\n')
	}
	if k == ListItem {
		cell.WriteString("- ")
	}
	cell.WriteString(text)
}

func (r *wordReader) endRow() {
	n := len(r.tables)
	if n == 0 {
		return
	}
	t := r.tables[n-1]
	text := row(t.cells)
	gone := t.deleted
	t.cells, t.deleted = t.cells[:0], false
	if gone || text == "" {
		return
	}
	if n > 1 {
		outer := &r.tables[n-2].cell
		if outer.Len() > 0 {
			outer.WriteByte('\n')
		}
		outer.WriteString(text)
		return
	}
	r.out.block(TableRow, text)
}

// notes tells what the text lacks.
func (r *wordReader) notes(z *zip.Reader) []Fault {
	var notes []Fault
	if r.deleted > 0 {
		notes = append(notes, Fault{count(r.deleted, "tracked deletion") + " left out", "accept or reject the changes in Word if the report is final"})
	}
	if part(z, "word/comments.xml") != nil {
		notes = append(notes, Fault{"comments left out", ""})
	}
	if r.pictures > 0 {
		notes = append(notes, Fault{count(r.pictures, "picture or drawing") + ": words inside a picture are not read", "type out what matters, or attach it as text"})
	}
	if r.skipped > 0 {
		notes = append(notes, Fault{count(r.skipped, "embedded file") + " not read", "save it as a report of its own"})
	}
	return notes
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
