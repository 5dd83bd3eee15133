package layout

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// setup makes a sheet ready to show and to print: A4, as wide as one page, the
// marking on every page, the heading of a long table on each.
func (p *pen) setup(page Page) {
	paper, way, one, any := 9, "portrait", 1, 0
	if p.landscape() {
		way = "landscape"
	}
	p.do(p.file.SetPageLayout(p.sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &way, FitToWidth: &one, FitToHeight: &any}))
	side, end, edge, yes := 0.5, 0.75, 0.3, true
	p.do(p.file.SetPageMargins(p.sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &edge, Footer: &edge, Horizontally: &yes}))
	grid, zoom := false, sheetZoom
	p.do(p.file.SetSheetView(p.sheet, -1, &excelize.ViewOptions{ShowGridLines: &grid, ZoomScale: &zoom}))
	p.do(p.file.SetHeaderFooter(p.sheet, p.headerFooter()))
	if t, ok := only(page); ok && len(t.Rows) > 0 {
		p.long(t)
	}
	// A filter forgets the properties of the sheet, so they come last.
	p.do(p.file.SetSheetProps(p.sheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	p.do(p.file.SetSheetDimension(p.sheet, "A1:"+ref(len(p.widths), max(p.row-1, 1))))
}

// A4 and its margins in points, and how far a sheet may be shrunk before it is
// turned instead: portrait holds nearly twice as many rows of a narrow table.
const (
	paperShort, paperLong = 595, 842
	sides, ends           = 2 * 0.5 * 72, 2 * 0.75 * 72
	mostShrunk            = 1.3
)

// landscape tells whether a sheet is too wide to be read on an upright page.
func (p *pen) landscape() bool { return p.width() > (paperShort-sides)*mostShrunk }

// pageHeight is what one printed page holds, in points of the sheet: the paper
// less the margins, enlarged by how much a wide sheet is shrunk to fit.
func (p *pen) pageHeight() float64 {
	across, tall := paperShort-sides, paperLong-ends
	if p.landscape() {
		across, tall = paperLong-sides, paperShort-ends
	}
	return tall * max(1, p.width()/across) * 0.97
}

// headerFooter says on every printed page whose pack it is and how it is marked.
func (p *pen) headerFooter() *excelize.HeaderFooterOptions {
	m := p.model
	left, mid, right := printed(m.Organisation), printed(m.Marking), printed(m.Period)
	return &excelize.HeaderFooterOptions{
		OddHeader: fmt.Sprintf(`&L&9 %s&C&"-,Bold"&9 %s&R&9 %s`, left, mid, right),
		OddFooter: fmt.Sprintf(`&L&9 %s&C&"-,Bold"&9 %s&R&9 &A, page &P of &N`, printed(joined(", siequity ", m.Title, m.Version)), mid),
	}
}

// headerPart is how long each third of a header may be: Excel takes 255 characters
// in all.
const headerPart = 60

// printed readies text for a header, in which & begins a code and is written twice.
// The cover has every name in full.
func printed(s string) string {
	s = strings.ReplaceAll(clean(s), "\n", " ")
	for n := headerPart; ; n-- {
		if out := strings.ReplaceAll(shorten(s, n), "&", "&&"); units(out) <= headerPart || n <= 2 {
			return out
		}
	}
}

// filterFrom is how many rows make a filter worth its arrows.
const filterFrom = 15

// long freezes the heading of a page's only table, repeats it on every printed
// page, and adds a filter where it helps.
func (p *pen) long(t *Table) {
	head := p.headRow
	p.do(p.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$%d:$%d", quote(p.sheet), head, head), Scope: p.sheet}))
	if p.headTop <= 260 {
		split := 0
		if t.breadth() > 7 {
			split = 1
		}
		p.do(p.file.SetPanes(p.sheet, &excelize.Panes{Freeze: true, XSplit: split, YSplit: head, TopLeftCell: ref(split+1, head+1), ActivePane: pane(split)}))
	}
	if len(t.Rows) >= filterFrom && !hasTotal(t) {
		p.do(p.file.AutoFilter(p.sheet, fmt.Sprintf("%s:%s", ref(1, head), ref(t.breadth(), head+len(t.Rows))), nil))
	}
}

func pane(split int) string {
	if split > 0 {
		return "bottomRight"
	}
	return "bottomLeft"
}

func hasTotal(t *Table) bool {
	for _, r := range t.Rows {
		if r.Total {
			return true
		}
	}
	return false
}
