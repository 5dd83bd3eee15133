package document

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/ledongthuc/pdf"
)

// Bounds of a PDF. The library cannot be interrupted, so a page that never ends is left behind to its own goroutine.
const (
	maxPages   = 2000
	maxGlyphs  = 20_000_000
	maxReading = 2 * time.Minute
)

// readPDF reads the text layer of a PDF.
func readPDF(b []byte) (Document, error) {
	type result struct {
		doc Document
		err error
	}
	done := make(chan result, 1)
	go func() {
		d, err := openPDF(b)
		done <- result{d, err}
	}()
	stop := time.NewTimer(maxReading)
	defer stop.Stop()
	select {
	case r := <-done:
		return r.doc, r.err
	case <-stop.C:
		return Document{}, fmt.Errorf("%w: its pages take too long to read", ErrTooLarge)
	}
}

// openPDF calls the library, which panics on broken files: this is the one place where a panic is caught.
func openPDF(b []byte) (d Document, err error) {
	defer func() {
		if recover() != nil {
			d, err = Document{}, fmt.Errorf("%w: its pages cannot be read", ErrDamaged)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		if strings.Contains(err.Error(), "ncrypt") || strings.Contains(err.Error(), "password") {
			return Document{}, ErrEncrypted
		}
		return Document{}, fmt.Errorf("%w: not a PDF that can be opened", ErrDamaged)
	}
	pages := r.NumPage()
	if pages > maxPages {
		return Document{}, fmt.Errorf("%w: %d pages", ErrTooLarge, pages)
	}
	out, glyphs, empty := &writer{}, 0, 0
	for n := 1; n <= pages; n++ {
		letters := pageLetters(r.Page(n), maxGlyphs-glyphs+1)
		if glyphs += len(letters); glyphs > maxGlyphs {
			return Document{}, fmt.Errorf("%w: too many letters", ErrTooLarge)
		}
		if len(letters) == 0 {
			empty++
		}
		layPage(out, letters)
		out.pageBreak()
	}
	return out.document("pdf", "", pdfNotes(out.text.String(), pages, empty)), nil
}

// pdfNotes judges what came out.
func pdfNotes(text string, pages, empty int) []Fault {
	if strings.TrimSpace(text) == "" {
		return nil // refused by the caller
	}
	notes := []Fault{{"read from a PDF: the order of columns and tables may differ from the page", "use the Word file if there is one"}}
	if empty > 0 {
		notes = append(notes, Fault{fmt.Sprintf("%d of %d pages hold no text", empty, pages), "they may be scans; read them by eye"})
	}
	if jumbled(text) {
		notes = append(notes, Fault{"the words of this PDF look jumbled", "do not rely on its quotes; use the Word file, or save the PDF again from Word"})
	}
	return notes
}

// jumbled reports text whose words are mostly single letters, run together, or letters that the font does not name.
func jumbled(text string) bool {
	words, odd := 0, 0
	for w := range strings.FieldsSeq(text) {
		words++
		if n := len([]rune(w)); n == 1 && unicode.IsLetter([]rune(w)[0]) || n > 35 || strings.ContainsFunc(w, unreadable) {
			odd++
		}
	}
	return words > 20 && odd*5 > words
}

func unreadable(r rune) bool {
	return r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Co, r)
}

// A line is the letters of one line of a page.
type line struct {
	text  string
	cells []string // parted by wide gaps
	left  float64  // in points
	right float64
	y     float64
	size  float64
}

// layPage puts the letters of one page into lines and the lines into paragraphs.
func layPage(out *writer, letters []glyph) {
	lines := layLines(letters)
	edge := 0.0
	for _, l := range lines {
		edge = max(edge, l.right)
	}
	var para []string
	flush := func() {
		joined := strings.Join(para, " ")
		kind := Paragraph
		if item, ok := strings.CutPrefix(joined, "• "); ok {
			kind, joined = ListItem, item
		}
		out.block(kind, joined)
		para = para[:0]
	}
	for i, l := range lines {
		if i > 0 && !continues(lines[i-1], l, edge) {
			flush()
		}
		if n := len(para); n > 0 && strings.HasSuffix(para[n-1], "-") {
			para[n-1] += l.text // self- / harm
			continue
		}
		para = append(para, l.text)
	}
	flush()
}

// continues reports that line b goes on with the paragraph of line a: the first word of b had no room on a, b follows
// closely and is no new item.
func continues(a, b line, edge float64) bool {
	drop := a.y - b.y
	word, _, _ := strings.Cut(b.text, " ")
	full := a.right+(b.right-b.left)*float64(len(word)+1)/float64(len(b.text)) > edge-a.size/2
	item := strings.HasPrefix(b.text, "• ") || strings.HasPrefix(b.text, "- ")
	return full && !item && len(a.cells) == 1 && len(b.cells) == 1 && drop > 0 && drop < 1.9*max(a.size, 1) && !strings.HasSuffix(a.text, ":")
}

// layLines groups letters by their height on the page, in the order drawn, and puts a space where there is a gap.
func layLines(letters []glyph) []line {
	var lines []line
	for from := 0; from < len(letters); {
		to := from + 1
		for to < len(letters) && sameLine(letters[to-1], letters[to]) {
			to++
		}
		lines = append(lines, layLine(letters[from:to]))
		from = to
	}
	return slices.DeleteFunc(lines, func(l line) bool { return l.text == "" })
}

func sameLine(a, b glyph) bool {
	d := a.y - b.y
	tall := max(a.size, b.size, 1)
	return d < tall/2 && d > -tall/2 && b.x > a.x-tall
}

func layLine(letters []glyph) line {
	l := line{left: letters[0].x, y: letters[0].y, size: letters[0].size}
	var b strings.Builder
	for i, t := range letters {
		if i > 0 {
			before := letters[i-1]
			switch gap := t.x - before.x - before.w; {
			case gap > 2*max(t.size, 1):
				l.cells = append(l.cells, strings.Join(strings.Fields(b.String()), " "))
				b.Reset()
			case gap > 0.18*max(t.size, 1):
				b.WriteByte(' ')
			}
		}
		b.WriteString(ligatures(t.s))
		l.right = max(l.right, t.x+t.w)
	}
	l.cells = append(l.cells, strings.Join(strings.Fields(b.String()), " "))
	l.text = row(l.cells)
	return l
}

// ligatures writes the joined letters of fine fonts apart, and the bullets of Word's symbol font as bullets.
func ligatures(s string) string {
	if len(s) < 3 {
		return s
	}
	return strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl", "\uf0b7", "•", "\u00ad", "").Replace(s)
}
