// Package dump writes a workbook down as text, so that a test can compare one
// with what it was: every cell with its kind, raw value, formula, number format
// and fill, and everything about a sheet that a reader of the workbook meets.
// What differs between two dumps is what a person would see differ; how the
// archive is packed is no part of it.
package dump

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Workbook gives the text of an xlsx file, sheet by sheet, then its charts.
func Workbook(file []byte) (string, error) {
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		return "", err
	}
	defer f.Close()
	var b strings.Builder
	d := &dumper{f: f, to: &b}
	d.properties()
	for i, sheet := range f.GetSheetList() {
		d.sheet(i, sheet)
	}
	if d.err == nil {
		d.err = charts(&b, file)
	}
	return b.String(), d.err
}

// A dumper writes until its first error.
type dumper struct {
	f   *excelize.File
	to  *strings.Builder
	err error
}

func (d *dumper) say(format string, args ...any) { fmt.Fprintf(d.to, format+"\n", args...) }

func (d *dumper) do(err error) bool {
	if d.err == nil {
		d.err = err
	}
	return d.err == nil
}

func (d *dumper) properties() {
	p, err := d.f.GetDocProps()
	if d.do(err) {
		d.say("title: %s\nsubject: %s\ncategory: %s\ncreator: %s\nlanguage: %s", p.Title, p.Subject, p.Category, p.Creator, p.Language)
	}
}

func (d *dumper) sheet(i int, sheet string) {
	visible, err := d.f.GetSheetVisible(sheet)
	d.do(err)
	d.say("\n== sheet %d: %s (visible: %t)", i+1, sheet, visible)
	d.layout(sheet)
	d.areas(sheet)
	d.cells(sheet)
}

// layout tells of the page, the panes and the columns.
func (d *dumper) layout(sheet string) {
	dim, err := d.f.GetSheetDimension(sheet)
	d.do(err)
	d.say("dimension: %s", dim)
	if l, err := d.f.GetPageLayout(sheet); d.do(err) && l.Orientation != nil && l.Size != nil && l.FitToWidth != nil {
		d.say("paper: %d %s, fit %d wide", *l.Size, *l.Orientation, *l.FitToWidth)
	}
	if v, err := d.f.GetSheetView(sheet, 0); d.do(err) {
		d.say("gridlines: %t", v.ShowGridLines == nil || *v.ShowGridLines)
	}
	if p, err := d.f.GetPanes(sheet); d.do(err) && p.Freeze {
		d.say("frozen: %d columns, %d rows", p.XSplit, p.YSplit)
	}
	if h, err := d.f.GetHeaderFooter(sheet); d.do(err) && h != nil {
		d.say("header: %s\nfooter: %s", h.OddHeader, h.OddFooter)
	}
	for _, n := range d.f.GetDefinedName() {
		if n.Scope == sheet {
			d.say("name: %s = %s", n.Name, n.RefersTo)
		}
	}
	d.columns(sheet)
}

func (d *dumper) columns(sheet string) {
	cols, err := d.f.GetCols(sheet)
	d.do(err)
	var widths []string
	for j := range cols {
		name, _ := excelize.ColumnNumberToName(j + 1)
		w, err := d.f.GetColWidth(sheet, name)
		d.do(err)
		widths = append(widths, name+" "+strconv.FormatFloat(w, 'f', 1, 64))
	}
	d.say("widths: %s", strings.Join(widths, ", "))
}

// areas tells of what lies over several cells.
func (d *dumper) areas(sheet string) {
	merges, err := d.f.GetMergeCells(sheet)
	d.do(err)
	var out []string
	for _, m := range merges {
		out = append(out, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	if len(out) > 0 {
		d.say("merged: %s", strings.Join(out, " "))
	}
	validations, err := d.f.GetDataValidations(sheet)
	d.do(err)
	for _, v := range validations {
		d.say("choices: %s from %s", v.Sqref, v.Formula1)
	}
	formats, err := d.f.GetConditionalFormats(sheet)
	d.do(err)
	var shaded []string
	for area, opts := range formats {
		for _, o := range opts {
			shaded = append(shaded, fmt.Sprintf("shaded: %s %s %s %s %s", area, o.Type, o.MinColor, o.MidColor, o.MaxColor))
		}
	}
	slices.Sort(shaded)
	for _, s := range shaded {
		d.say("%s", s)
	}
}

// kinds of cell, by excelize's number.
var kinds = map[excelize.CellType]string{excelize.CellTypeUnset: "number", excelize.CellTypeNumber: "number", excelize.CellTypeBool: "bool", excelize.CellTypeDate: "date",
	excelize.CellTypeError: "error", excelize.CellTypeFormula: "formula", excelize.CellTypeInlineString: "text", excelize.CellTypeSharedString: "text"}

func (d *dumper) cells(sheet string) {
	rows, err := d.f.GetRows(sheet, excelize.Options{RawCellValue: true})
	d.do(err)
	for i, row := range rows {
		for j, value := range row {
			ref, err := excelize.CoordinatesToCellName(j+1, i+1)
			if d.do(err) {
				d.cell(sheet, ref, value)
			}
		}
	}
}

func (d *dumper) cell(sheet, ref, value string) {
	format, fill, plain := d.dress(sheet, ref)
	if value == "" && plain {
		return
	}
	kind, err := d.f.GetCellType(sheet, ref)
	d.do(err)
	line := ref + " " + kinds[kind] + " " + strconv.Quote(value)
	if value == "" {
		line = ref + " empty"
	}
	if formula, err := d.f.GetCellFormula(sheet, ref); d.do(err) && formula != "" {
		line += " formula " + formula
	}
	if format != "" {
		line += " as " + format
	}
	if fill != "" {
		line += " on " + fill
	}
	if linked, target, err := d.f.GetCellHyperLink(sheet, ref); d.do(err) && linked {
		line += " link " + target
	}
	d.say("%s", line)
}

// dress gives the number format and the fill of a cell; plain says it has neither.
func (d *dumper) dress(sheet, ref string) (format, fill string, plain bool) {
	id, err := d.f.GetCellStyle(sheet, ref)
	if !d.do(err) {
		return "", "", true
	}
	s, err := d.f.GetStyle(id)
	if !d.do(err) {
		return "", "", true
	}
	if s.CustomNumFmt != nil {
		format = *s.CustomNumFmt
	} else if s.NumFmt != 0 {
		format = "#" + strconv.Itoa(s.NumFmt)
	}
	if len(s.Fill.Color) > 0 {
		fill = s.Fill.Color[0]
	}
	return format, fill, format == "" && fill == ""
}

// charts tells of the charts: their titles, what their series refer to, and the
// alternative text of each drawing.
func charts(to *strings.Builder, file []byte) error {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	for _, part := range z.File {
		chart := strings.HasPrefix(part.Name, "xl/charts/chart")
		if !chart && !strings.HasPrefix(part.Name, "xl/drawings/drawing") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return err
		}
		fmt.Fprintf(to, "\n== %s\n", part.Name)
		err = elements(to, r, chart)
		if err = firstError(err, r.Close()); err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// elements walks a part and writes down the elements that matter.
func elements(to *strings.Builder, r io.Reader, chart bool) error {
	x := xml.NewDecoder(r)
	text := ""
	for {
		token, err := x.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			text = ""
			begin(to, t, chart)
		case xml.CharData:
			text += string(t)
		case xml.EndElement:
			if chart && (t.Name.Local == "t" || t.Name.Local == "f") {
				fmt.Fprintf(to, "  %s %s\n", map[string]string{"t": "title", "f": "ref"}[t.Name.Local], text)
			}
		}
	}
}

func begin(to *strings.Builder, t xml.StartElement, chart bool) {
	name := t.Name.Local
	switch {
	case chart && (strings.HasSuffix(name, "Chart") || name == "ser"):
		fmt.Fprintf(to, "%s\n", name)
	case chart && (name == "symbol" || name == "prstDash"):
		fmt.Fprintf(to, "  %s %s\n", name, attribute(t, "val"))
	case !chart && name == "cNvPr":
		fmt.Fprintf(to, "%s: %s\n", attribute(t, "name"), attribute(t, "descr"))
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
