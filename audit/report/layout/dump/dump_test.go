package dump_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siequity/audit/report/layout/dump"
)

// dumped makes a small workbook, changes it, and dumps it.
func dumped(t *testing.T, change func(*excelize.File) error) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for _, err := range []error{f.SetCellStr("Sheet1", "A1", "heading"), f.SetCellInt("Sheet1", "B2", 7), change(f)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	out, err := dump.Workbook(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestEveryChangeShows changes one thing at a time and looks for it in the dump.
func TestEveryChangeShows(t *testing.T) {
	plain := dumped(t, func(*excelize.File) error { return nil })
	style := func(s *excelize.Style) func(*excelize.File) error {
		return func(f *excelize.File) error {
			id, err := f.NewStyle(s)
			if err != nil {
				return err
			}
			return f.SetCellStyle("Sheet1", "B2", "B2", id)
		}
	}
	format := `0.0"%"`
	for _, c := range []struct {
		name, want string
		change     func(*excelize.File) error
	}{
		{"text", `A1 text "other"`, func(f *excelize.File) error { return f.SetCellStr("Sheet1", "A1", "other") }},
		{"a number as text", `B2 text "7"`, func(f *excelize.File) error { return f.SetCellStr("Sheet1", "B2", "7") }},
		{"formula", `formula 1+1`, func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "B2", "1+1") }},
		{"format", `as 0.0"%"`, style(&excelize.Style{CustomNumFmt: &format})},
		{"fill", `on FF0000`, style(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FF0000"}}})},
		{"merge", `merged: A1:C1`, func(f *excelize.File) error { return f.MergeCell("Sheet1", "A1", "C1") }},
		{"width", `A 40.0`, func(f *excelize.File) error { return f.SetColWidth("Sheet1", "A", "A", 40) }},
		{"panes", `frozen: 0 columns, 1 rows`, func(f *excelize.File) error {
			return f.SetPanes("Sheet1", &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
		}},
		{"link", `link Sheet1!B2`, func(f *excelize.File) error { return f.SetCellHyperLink("Sheet1", "A1", "Sheet1!B2", "Location") }},
		{"validation", `choices: C1 from "x,y"`, func(f *excelize.File) error {
			v := excelize.NewDataValidation(true)
			v.Sqref = "C1"
			if err := v.SetDropList([]string{"x", "y"}); err != nil {
				return err
			}
			return f.AddDataValidation("Sheet1", v)
		}},
		{"hidden sheet", `Two (visible: false)`, func(f *excelize.File) error {
			if _, err := f.NewSheet("Two"); err != nil {
				return err
			}
			return f.SetSheetVisible("Two", false)
		}},
		{"chart", `ref Sheet1!$B$2:$B$2`, func(f *excelize.File) error {
			return f.AddChart("Sheet1", "D1", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "Sheet1!$B$2:$B$2"}}})
		}},
	} {
		got := dumped(t, c.change)
		if got == plain || !strings.Contains(got, c.want) {
			t.Errorf("%s: no %q in\n%s", c.name, c.want, got)
		}
	}
}

func TestNoWorkbook(t *testing.T) {
	if _, err := dump.Workbook([]byte("not a workbook")); err == nil {
		t.Error("no error for what is no workbook")
	}
}
