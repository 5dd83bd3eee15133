package layout

import (
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// columnWidths gives each column of a sheet the width of its kind; where tables
// stand one over the other, the widest.
func columnWidths(p Page) []float64 {
	var widths []float64
	widen := func(j int, w float64) {
		for len(widths) <= j {
			widths = append(widths, 0)
		}
		widths[j] = max(widths[j], w)
	}
	for _, block := range p.Blocks {
		switch b := block.(type) {
		case *Facts:
			widen(0, Label.width(0))
			widen(1, Words.width(maxCell))
		case *Table:
			for j := range b.breadth() {
				widen(j, b.column(j).Kind.width(b.longest(j)))
				if b.linked(j) {
					widen(j, min(float64(b.longest(j))*0.92, 60)) // LibreOffice does not wrap links
				}
			}
		case *Chart:
			widen(0, Words.width(21))
			for j := range b.columns() {
				widen(j+1, Count.width(0))
			}
			for _, name := range b.Names {
				widen(b.columns(), Words.width(utf8.RuneCountInString(name)))
			}
		}
	}
	return narrowed(widths)
}

// narrowed makes all columns but the first narrower, each by the same share, until the
// print of a sheet can be read: paper is one page wide, however wide the sheet is.
func narrowed(widths []float64) []float64 {
	for printed := pointsOf(widths); printed > (paperLong-sides)*widest; {
		for j := 1; j < len(widths); j++ {
			widths[j] = max(min(widths[j], narrowest), widths[j]*0.97)
		}
		before := printed
		if printed = pointsOf(widths); printed == before {
			break // all columns are as narrow as they may be
		}
	}
	return widths
}

// How narrow a column may become, in characters, and how many times wider than the
// paper a sheet may be: letters of ten points are then printed with six and a half.
const (
	narrowest = 13
	widest    = 1.55
)

// maxCell is longer than any line: the widest column of words.
const maxCell = 1 << 20

// spread sets the widths, and over how many columns paragraphs run.
func (p *pen) spread() {
	total := 0.0
	for total < proseWidth {
		if p.across == len(p.widths) {
			p.widths = append(p.widths, min(12, max(4, proseWidth-total)))
		}
		total += p.widths[p.across]
		p.across++
	}
	for j, w := range p.widths {
		col, _ := excelize.ColumnNumberToName(j + 1)
		p.do(p.file.SetColWidth(p.sheet, col, col, w+0.71))
	}
}

// width is how wide the columns of a sheet are together, in points.
func (p *pen) width() float64 { return pointsOf(p.widths) }

// pointsOf is how wide columns of so many characters are together, in points.
func pointsOf(widths []float64) float64 {
	total := 0.0
	for _, w := range widths {
		total += (w*7 + 10) * 0.75
	}
	return total
}
