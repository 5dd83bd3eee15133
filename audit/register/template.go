package register

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"siequity/incidents/export"
)

// Rows of a template. The guidance stands above the headings, where no reader of
// tables takes it for an entry.
const (
	titleRow    = 1
	purposeRow  = 2
	guidanceRow = 3
	headingRow  = 4
	exampleRow  = 5
	lastRow     = 2000 // dropdowns and date checks reach this far
)

// listSheet holds the words of the dropdowns, since Excel takes no more than 255
// characters of them in place.
const listSheet = "Lists"

// Template writes an empty workbook for the named register: title, guidance,
// headings, an example row that is ignored when it is read back, dropdowns and
// date checks. The same name gives the same bytes.
func Template(name string, w io.Writer) error {
	f, ok := formNamed(name)
	if !ok {
		return fmt.Errorf("there is no register called %q", name)
	}
	t := template{form: f, book: excelize.NewFile(), sheet: f.title}
	defer t.book.Close()
	for _, step := range []func() error{t.sheets, t.styles, t.top, t.headings, t.example, t.lists, t.checks, t.page} {
		if err := step(); err != nil {
			return fmt.Errorf("template of %s: %w", name, err)
		}
	}
	return t.book.Write(w)
}

// A template is a workbook in the making.
type template struct {
	form  form
	book  *excelize.File
	sheet string
	style struct{ title, purpose, guidance, heading, needed, example, entry, day int }
}

func (t *template) sheets() error {
	if err := t.book.SetSheetName("Sheet1", t.sheet); err != nil {
		return err
	}
	if _, err := t.book.NewSheet(listSheet); err != nil {
		return err
	}
	if err := t.book.SetSheetVisible(listSheet, false); err != nil {
		return err
	}
	return t.book.SetDocProps(&excelize.DocProperties{Title: t.form.title, Creator: "siequity", LastModifiedBy: "siequity", Created: "2026-01-01T00:00:00Z", Modified: "2026-01-01T00:00:00Z"})
}

func (t *template) styles() error {
	font := func(size float64, bold, slanted bool, colour string) *excelize.Font {
		return &excelize.Font{Family: "Arial", Size: size, Bold: bold, Italic: slanted, Color: colour}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	line := []excelize.Border{{Type: "bottom", Color: "8A96A3", Style: 1}}
	text, day := "@", "dd/mm/yyyy"
	for _, s := range []struct {
		to *int
		is excelize.Style
	}{
		{&t.style.title, excelize.Style{Font: font(16, true, false, "003366")}},
		{&t.style.purpose, excelize.Style{Font: font(10, false, false, "1B2530"), Alignment: top}},
		{&t.style.guidance, excelize.Style{Font: font(9, false, true, "505D69"), Alignment: top, Fill: fill("F1F4F7"), Border: line}},
		{&t.style.heading, excelize.Style{Font: font(10, true, false, "FFFFFF"), Alignment: top, Fill: fill("003366")}},
		{&t.style.needed, excelize.Style{Font: font(10, true, false, "FFFFFF"), Alignment: top, Fill: fill("00553F")}},
		{&t.style.example, excelize.Style{Font: font(10, false, true, "6B5B00"), Alignment: top, Fill: fill("FFF9DB"), Border: line, CustomNumFmt: &text}},
		{&t.style.entry, excelize.Style{Font: font(10, false, false, "1B2530"), Alignment: top}},
		{&t.style.day, excelize.Style{Font: font(10, false, false, "1B2530"), Alignment: top, CustomNumFmt: &day}},
	} {
		id, err := t.book.NewStyle(&s.is)
		if err != nil {
			return err
		}
		*s.to = id
	}
	return nil
}

// put writes one cell as text.
func (t *template) put(col, row, style int, text string) error {
	cell := at(col, row)
	if err := t.book.SetCellStr(t.sheet, cell, text); err != nil {
		return err
	}
	return t.book.SetCellStyle(t.sheet, cell, cell, style)
}

func at(col, row int) string { return fmt.Sprintf("%s%d", export.ColumnName(col), row) }

func (t *template) top() error {
	if err := t.put(1, titleRow, t.style.title, t.form.title); err != nil {
		return err
	}
	purpose := t.form.purpose + " Green headings must be filled in. Columns may be moved and others added; write below the yellow row, which is never counted."
	width := 0.0
	for _, c := range t.form.columns {
		width += c.width
	}
	for _, err := range []error{
		t.put(1, purposeRow, t.style.purpose, purpose),
		t.book.MergeCell(t.sheet, at(1, purposeRow), at(len(t.form.columns), purposeRow)),
		t.book.SetRowHeight(t.sheet, titleRow, 26),
		t.book.SetRowHeight(t.sheet, purposeRow, float64(linesOf(purpose, width*1.1))*13.5+6),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *template) headings() error {
	deepest := 1
	for i, c := range t.form.columns {
		style, entry := t.style.heading, t.style.entry
		if c.need {
			style = t.style.needed
		}
		if c.kind == date {
			entry = t.style.day
		}
		name := export.ColumnName(i + 1)
		deepest = max(deepest, linesOf(c.guidance, c.width*1.2))
		for _, err := range []error{
			t.book.SetColWidth(t.sheet, name, name, c.width),
			t.book.SetCellStyle(t.sheet, at(i+1, exampleRow+1), at(i+1, lastRow), entry),
			t.put(i+1, guidanceRow, t.style.guidance, c.guidance),
			t.put(i+1, headingRow, style, c.title),
		} {
			if err != nil {
				return err
			}
		}
	}
	return t.book.SetRowHeight(t.sheet, guidanceRow, float64(deepest)*12.5+4)
}

// linesOf estimates how many lines a text takes in a column of some width, with
// words kept whole.
func linesOf(text string, width float64) int {
	lines, room := 1, width
	for _, w := range strings.Fields(text) {
		n := float64(len(w)) + 1
		if n > room && room < width {
			lines, room = lines+1, width
		}
		room -= n
	}
	return lines
}

// example writes the example row, with its mark before the first cell.
func (t *template) example() error {
	deepest := 1
	for i, c := range t.form.columns {
		text := c.example
		if i == 0 {
			text = exampleMark + ": " + text
		}
		deepest = max(deepest, linesOf(text, c.width*1.1))
		if err := t.put(i+1, exampleRow, t.style.example, text); err != nil {
			return err
		}
	}
	return t.book.SetRowHeight(t.sheet, exampleRow, float64(deepest)*13.5+4)
}

// lists writes the words of each dropdown in a column of their own.
func (t *template) lists() error {
	for i, c := range t.form.columns {
		for j, word := range c.choices {
			if err := t.book.SetCellStr(listSheet, at(i+1, j+1), word); err != nil {
				return err
			}
		}
	}
	return nil
}

// checks adds the dropdowns, which only warn, since a trust's own words are read
// too; and the checks of dates and numbers.
func (t *template) checks() error {
	for i, c := range t.form.columns {
		v := excelize.NewDataValidation(true)
		v.SetSqref(at(i+1, exampleRow+1) + ":" + at(i+1, lastRow))
		name := export.ColumnName(i + 1)
		switch {
		case len(c.choices) > 0:
			v.SetSqrefDropList(fmt.Sprintf("%s!$%s$1:$%s$%d", listSheet, name, name, len(c.choices)))
			v.SetError(excelize.DataValidationErrorStyleWarning, c.title, "This is not on the list. Keep it if no word of the list fits.")
		case c.kind == date:
			if err := v.SetRange("DATE(2000,1,1)", "DATE(2099,12,31)", excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
				return err
			}
			v.SetError(excelize.DataValidationErrorStyleWarning, c.title, "Please write a date as dd/mm/yyyy.")
		case c.kind == count:
			if err := v.SetRange(0, 10000000, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween); err != nil {
				return err
			}
			v.SetError(excelize.DataValidationErrorStyleWarning, c.title, "Please write a whole number.")
		default:
			continue
		}
		if err := t.book.AddDataValidation(t.sheet, v); err != nil {
			return err
		}
	}
	return nil
}

// page freezes the headings and sets the sheet up for A4 landscape.
func (t *template) page() error {
	landscape, a4, wide, tall := "landscape", 9, 1, 0
	fit := true
	side, top, edge := 0.5, 0.75, 0.3 // inches; excelize takes a margin left out for none
	for _, err := range []error{
		t.book.SetPanes(t.sheet, &excelize.Panes{Freeze: true, YSplit: headingRow, TopLeftCell: at(1, headingRow+1), ActivePane: "bottomLeft",
			Selection: []excelize.Selection{{SQRef: at(1, exampleRow+1), ActiveCell: at(1, exampleRow+1), Pane: "bottomLeft"}}}),
		t.book.SetPageMargins(t.sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &edge, Footer: &edge}),
		t.book.SetSheetProps(t.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		t.book.SetPageLayout(t.sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall}),
		t.book.SetHeaderFooter(t.sheet, &excelize.HeaderFooterOptions{OddFooter: "&L" + t.form.title + "&RPage &P of &N"}),
		t.book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", t.sheet, headingRow, headingRow), Scope: t.sheet}),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}
