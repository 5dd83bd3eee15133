package layout

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// A pen writes one sheet from the top down. It stops at its first error, which
// err keeps, so that callers need look only once, at the end.
type pen struct {
	*book
	sheet  string
	row    int       // the next row, from 1
	widths []float64 // of columns, in characters
	across int       // columns that paragraphs run over
	// headRow is the heading of the last table, headTop how far down it stands, in
	// points.
	headRow int
	headTop float64
	high    float64 // of the rows so far, in points
	pageTop float64 // where the printed page begins, in points from the top
	err     error
}

// page writes one page of the model.
func (b *book) page(i int) error {
	p := b.pages[i]
	pen := &pen{book: b, sheet: b.names[i], row: 1, widths: columnWidths(p)}
	pen.spread()
	pen.top(i)
	for _, s := range p.Lead {
		pen.prose(s, inLead)
	}
	pen.gap()
	for _, block := range p.Blocks {
		pen.block(block)
	}
	pen.setup(p)
	return pen.err
}

// together writes rows that belong together, and starts a new printed page before
// them where they would else be torn though a page can hold them.
func (p *pen) together(write func()) {
	row, top := p.row, p.high
	write()
	room, used := p.pageHeight(), top-p.pageTop
	switch size := p.high - top; {
	case row == 1 || used+size <= room:
	case size <= room || used > room*3/4:
		p.do(p.file.InsertPageBreak(p.sheet, ref(1, row)))
		p.pageTop = top
	}
	for p.high-p.pageTop > room {
		p.pageTop += room
	}
}

func (p *pen) block(block Block) {
	switch b := block.(type) {
	case *Text:
		p.together(func() {
			p.heading(b.Heading)
			for _, s := range b.Paragraphs {
				p.prose(s, inProse)
			}
			p.gap()
		})
	case *Facts:
		p.together(func() { p.facts(b) })
	case *Table:
		p.together(func() { p.table(b) })
	case *Chart:
		p.chart(b)
	}
}

func (p *pen) do(err error) {
	if p.err == nil {
		p.err = err
	}
}

func ref(col, row int) string {
	s, _ := excelize.CoordinatesToCellName(col, row)
	return s
}

func (p *pen) gap() { p.next(lineHeight) }

// rowHighest is how high Excel lets a row be, in points.
const rowHighest = 409

// next ends a row, which is so many points high. Every row has its height set:
// not every reader makes a row higher for wrapped words by itself.
func (p *pen) next(height float64) {
	height = min(height, rowHighest)
	p.do(p.file.SetRowHeight(p.sheet, p.row, height))
	p.high += height
	p.row++
}

// text writes a cell of words. What begins with =, +, - or @ stays words: it is
// stored as a string, never as a formula.
func (p *pen) text(col int, s string, l look) {
	p.do(p.file.SetCellStr(p.sheet, ref(col, p.row), escaped(clean(s))))
	p.dress(col, l)
}

func (p *pen) number(col int, v float64, l look) {
	p.do(p.file.SetCellFloat(p.sheet, ref(col, p.row), v, -1, 64))
	p.dress(col, l)
}

func (p *pen) dress(col int, l look) {
	id, err := p.style(l)
	p.do(err)
	p.do(p.file.SetCellStyle(p.sheet, ref(col, p.row), ref(col, p.row), id))
}

func (p *pen) heading(s string) {
	if s != "" {
		p.prose(s, inHeading)
	}
}

// prose writes a paragraph over the columns of the page, as high as it needs to
// be. A paragraph too long for a row, which Excel makes at most 409 points high,
// goes on in the next.
func (p *pen) prose(s string, as role) {
	width := 0.0
	for _, w := range p.widths[:p.across] {
		width += w
	}
	scale := map[role]float64{inLead: 1.1, inHeading: 1.4, inTitle: 1.9}[as]
	scale = max(scale, 1)
	width /= scale
	most := int(400 / (lineHeight * scale))
	for _, piece := range split(clean(s), int(width*0.8)*most) {
		for chunk := range chunks(piece, most) {
			p.run(chunk, as, float64(lines(chunk, width))*lineHeight*scale+extra(as))
		}
	}
}

// chunks gives text of many short lines a few at a time.
func chunks(s string, limit int) func(func(string) bool) {
	return func(yield func(string) bool) {
		all := strings.Split(s, "\n")
		for len(all) > limit {
			if !yield(strings.Join(all[:limit], "\n")) {
				return
			}
			all = all[limit:]
		}
		yield(strings.Join(all, "\n"))
	}
}

// extra is the white space over a line of the role, in points.
func extra(as role) float64 {
	switch as {
	case inTitle:
		return 16
	case inBand:
		return 6
	case inHeading:
		return 8
	case inNote:
		return 0
	}
	return 3
}

// run writes one row of words over the columns of the page. Only words are
// ever merged, never data.
func (p *pen) run(s string, as role, height float64) {
	p.text(1, s, look{role: as})
	id, err := p.style(look{role: as})
	p.do(err)
	first, last := ref(1, p.row), ref(p.across, p.row)
	p.do(p.file.SetCellStyle(p.sheet, first, last, id))
	if as == inTitle || as == inBand {
		p.do(p.file.SetCellStyle(p.sheet, first, ref(len(p.widths), p.row), id))
	}
	if p.across > 1 {
		p.do(p.file.MergeCell(p.sheet, first, last))
	}
	p.next(height)
}

// top writes the head of a page: its title, whose pack it is, and the way back.
func (p *pen) top(i int) {
	m, page := p.model, p.pages[i]
	p.prose(first(page.Title, m.Title, page.Sheet), inTitle)
	p.prose(joined("   ·   ", m.Organisation, m.Period, m.Marking), inBand)
	p.next(6)
	if full := clean(page.Sheet); full != p.sheet && !strings.Contains(page.Title, full) && full != "" {
		p.prose("Name of this sheet in full: "+full, inNote)
	}
	if p.contents >= 0 && p.contents != i {
		p.text(1, "Back to contents", look{role: inBack, link: true})
		p.link(1, p.contents, "Back to contents")
		p.next(lineHeight + 6)
	}
}

// link makes a cell lead to the top of a page.
func (p *pen) link(col, page int, tip string) {
	target := quote(p.names[page]) + "!A1"
	tip = shorten(clean(tip), 200)
	p.do(p.file.SetCellHyperLink(p.sheet, ref(col, p.row), target, "Location", excelize.HyperlinkOpts{Display: &tip, Tooltip: &tip}))
}

// quote readies the name of a sheet for a reference.
func quote(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

func (p *pen) facts(b *Facts) {
	p.heading(b.Heading)
	for _, f := range b.Rows {
		p.text(1, f.Label, look{role: inFact})
		as, high := inValue, 1
		if f.Sign {
			as, high = inSign, 2
		}
		for _, piece := range split(clean(f.Value), cellLimit) {
			p.text(2, piece, look{role: as})
			high = max(high, lines(piece, p.widths[1]), lines(f.Label, p.widths[0]))
			p.next(float64(high)*lineHeight + 5)
		}
	}
	p.gap()
}
