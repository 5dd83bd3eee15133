package worklist

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// styles are the style numbers of a workbook.
type styles struct {
	banner, plainHead, entryHead int
	numberHead                   int
	title, lead, heading, cell   int
	number, link                 int
	body, quiet, entered         int
	rating                       [3]int
}

// head gives the style of a column's heading.
func (s styles) head(r role) int {
	if r == entered {
		return s.entryHead
	}
	return s.plainHead
}

// of gives the style of a column's cells.
func (s styles) of(r role, severity uint8) int {
	switch r {
	case rating:
		return s.rating[severity]
	case entered:
		return s.entered
	case quiet, hidden:
		return s.quiet
	}
	return s.body
}

// The colours differ in lightness as well as in hue, and none stands without its
// word, so that a colour-blind reader and a grey printer lose nothing.
func (b *book) styles() error {
	font := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Family: "Arial", Size: size, Bold: bold, Color: colour}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	line := []excelize.Border{{Type: "bottom", Color: "D3D9DF", Style: 1}}
	box := []excelize.Border{{Type: "left", Color: "B9AE7A", Style: 1}, {Type: "right", Color: "B9AE7A", Style: 1}, {Type: "bottom", Color: "B9AE7A", Style: 1}}
	text, whole := "@", "#,##0" // as text, so that editing a cell that begins with = does not make it a formula
	s := &b.style
	for _, w := range []struct {
		to *int
		is excelize.Style
	}{
		{&s.banner, excelize.Style{Font: font(10, true, "8A1020"), Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&s.plainHead, excelize.Style{Font: font(10, true, "FFFFFF"), Fill: fill("003366"), Alignment: top}},
		{&s.numberHead, excelize.Style{Font: font(10, true, "FFFFFF"), Fill: fill("003366"), Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "right"}}},
		{&s.entryHead, excelize.Style{Font: font(10, true, "3A2600"), Fill: fill("F6C343"), Alignment: top}},
		{&s.title, excelize.Style{Font: font(18, true, "003366")}},
		{&s.lead, excelize.Style{Font: font(11, false, "1B2530"), Alignment: top}},
		{&s.heading, excelize.Style{Font: font(13, true, "003366")}},
		{&s.cell, excelize.Style{Font: font(10, false, "1B2530"), Alignment: top, Border: line, CustomNumFmt: &text}},
		{&s.number, excelize.Style{Font: font(10, false, "1B2530"), Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "right"}, Border: line, CustomNumFmt: &whole}},
		{&s.link, excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 10, Color: "004A93", Underline: "single"}, Alignment: top, Border: line}},
		{&s.body, excelize.Style{Font: font(10, false, "1B2530"), Alignment: top, Border: line, CustomNumFmt: &text}},
		{&s.quiet, excelize.Style{Font: font(9, false, "505D69"), Alignment: top, Border: line, CustomNumFmt: &text}},
		{&s.entered, excelize.Style{Font: font(10, false, "1B2530"), Fill: fill("FFF9DB"), Alignment: top, Border: box, CustomNumFmt: &text}},
		{&s.rating[0], excelize.Style{Font: font(10, true, "FFFFFF"), Fill: fill("A61C2F"), Alignment: top, Border: line}},
		{&s.rating[1], excelize.Style{Font: font(10, true, "3A2600"), Fill: fill("F6C343"), Alignment: top, Border: line}},
		{&s.rating[2], excelize.Style{Font: font(10, true, "3B4753"), Fill: fill("E4E8EC"), Alignment: top, Border: line}},
	} {
		id, err := b.file.NewStyle(&w.is)
		if err != nil {
			return err
		}
		*w.to = id
	}
	return nil
}

// dress sets widths, frozen headings, filter and page of a list of n rows.
func (b *book) dress(sheet string, columns []column, n int) error {
	for i, c := range columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(sheet, name, name, c.width); err != nil {
			return err
		}
		if c.role == hidden {
			if err := b.file.SetColVisible(sheet, name, false); err != nil {
				return err
			}
		}
	}
	last, err := excelize.CoordinatesToCellName(len(columns), headRow+n)
	if err != nil {
		return err
	}
	if err := b.file.SetSheetDimension(sheet, "A1:"+last); err != nil {
		return err
	}
	if err := b.file.AutoFilter(sheet, fmt.Sprintf("A%d:%s", headRow, last), nil); err != nil {
		return err
	}
	corner := fmt.Sprintf("C%d", headRow+1)
	if err := b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: corner, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}}}); err != nil {
		return err
	}
	return b.page(sheet, columns, n)
}

// page sets a list up for print, with marking and page numbers. A list is as wide as
// one page, so that what people enter stands beside the item: landscape, on A3 where A4
// would make it too small to read. The columns for second looks are not printed.
func (b *book) page(sheet string, columns []column, n int) error {
	wide, last, paper := 0.0, 0, a4
	for i, c := range columns {
		if c.role != quiet && c.role != hidden {
			last, wide = i+1, wide+c.width
		}
	}
	if wide > 220 {
		paper = a3
	}
	if err := b.paper(sheet, paper); err != nil {
		return err
	}
	end, err := excelize.CoordinatesToCellName(last, headRow+n, true)
	if err != nil {
		return err
	}
	name := quoteSheet(sheet)
	if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$A:$B,%s!$%d:$%d", name, name, headRow, headRow), Scope: sheet}); err != nil {
		return err
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("%s!$A$1:%s", name, end), Scope: sheet})
}

// Sizes of paper, as workbooks number them.
const (
	a3 = 8
	a4 = 9
)

// paper chooses landscape, one page wide.
func (b *book) paper(sheet string, size int) error {
	landscape, across, tall, fit := "landscape", 1, 0, true
	side, top, edge := 0.4, 0.75, 0.3 // inches; excelize takes a margin left out for none
	for _, err := range []error{
		b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &size, FitToWidth: &across, FitToHeight: &tall}),
		b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &edge, Footer: &edge}),
		b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: "&C&B" + ampersands(b.doc.Marking), OddFooter: "&L" + ampersands(sheet) + "&RPage &P of &N"}),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// listsOfWords writes the words of the dropdowns on a hidden sheet.
func (b *book) listsOfWords() error {
	if _, err := b.file.NewSheet(listsSheet); err != nil {
		return err
	}
	for i, words := range [][]string{Statuses(), Considered(), Mended()} {
		for j, word := range words {
			cell, err := excelize.CoordinatesToCellName(i+1, j+1)
			if err != nil {
				return err
			}
			if err := b.file.SetCellStr(listsSheet, cell, word); err != nil {
				return err
			}
		}
	}
	return b.file.SetSheetVisible(listsSheet, false)
}

// dropdowns offers the words of Status and Decision. Which words Decision takes
// hangs on the row's own cell, not on the row's number: sorting moves the rows
// and leaves the dropdowns where they are.
func (b *book) dropdowns(sheet string, n int) error {
	if n == 0 {
		return nil
	}
	decision := fmt.Sprintf("%s!$C$1:$C$%d", listsSheet, len(Mended()))
	if about := find(b.columns, "About"); about >= 0 {
		name, err := excelize.ColumnNumberToName(about + 1)
		if err != nil {
			return err
		}
		decision = fmt.Sprintf(`IF($%s%d="",%s,%s!$B$1:$B$%d)`, name, headRow+1, decision, listsSheet, len(Considered()))
	}
	if err := b.dropdown(sheet, statusHeading, fmt.Sprintf("%s!$A$1:$A$%d", listsSheet, len(Statuses())), n); err != nil {
		return err
	}
	return b.dropdown(sheet, decisionHeading, decision, n)
}

func (b *book) dropdown(sheet, heading, words string, n int) error {
	name, err := excelize.ColumnNumberToName(find(b.columns, heading) + 1)
	if err != nil {
		return err
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("%s%d:%s%d", name, headRow+1, name, headRow+n))
	v.SetSqrefDropList(words)
	v.SetError(excelize.DataValidationErrorStyleStop, heading, "Please choose a word of the list, and write anything else under Note.")
	return b.file.AddDataValidation(sheet, v)
}
