package layout_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siequity/audit/report/layout"
)

// parts unpacks a workbook.
func parts(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(b)
	}
	return out
}

func open(t *testing.T, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestEveryCellIsInEveryOutput looks for the text of every cell, as shown, in the
// workbook and the page, and for every figure in the CSV.
func TestEveryCellIsInEveryOutput(t *testing.T) {
	m := sample()
	f := open(t, workbook(t, m))
	var inBook, inPage, inTable []string
	for _, sheet := range f.GetSheetList() {
		for _, r := range shown(t, f, sheet) {
			inBook = append(inBook, r...)
		}
	}
	for _, n := range nodes(t, page(t, m)) {
		if n.Data == "td" || n.Data == "th" {
			inPage = append(inPage, words(n))
		}
	}
	var b bytes.Buffer
	if err := layout.CSV(&b, m); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		inTable = append(inTable, l[len(l)-1])
	}
	book, web, table := set(inBook), set(inPage), set(inTable)
	for _, p := range m.Pages {
		for _, block := range p.Blocks {
			tab, ok := block.(*layout.Table)
			if !ok {
				continue
			}
			for _, r := range tab.Rows {
				for j, c := range r.Cells {
					text := strings.ReplaceAll(c.Text, "\x07", "␇")
					if text == "" || len(text) > 32767 {
						continue
					}
					if !book[text] {
						t.Errorf("%s, %s: %q is not in the workbook", p.Title, tab.Title, text)
					}
					if !web[text] {
						t.Errorf("%s, %s: %q is not in the page", p.Title, tab.Title, text)
					}
					if tab.Columns[j].Figure && !table[text] {
						t.Errorf("%s, %s: %q is not in the CSV", p.Title, tab.Title, text)
					}
				}
			}
		}
	}
}

// shown gives the cells of a sheet as Excel shows them. A format that is all one
// quoted text is read here: excelize takes the digits in it for places of the number.
func shown(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		for j := range r {
			ref, _ := excelize.CoordinatesToCellName(j+1, i+1)
			id, err := f.GetCellStyle(sheet, ref)
			if err != nil {
				t.Fatal(err)
			}
			s, err := f.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			if s.CustomNumFmt == nil {
				continue
			}
			format := strings.ReplaceAll(*s.CustomNumFmt, `"\""`, "\x00")
			if text, ok := strings.CutPrefix(format, `"`); ok && strings.Count(text, `"`) == 1 && strings.HasSuffix(text, `"`) {
				r[j] = strings.ReplaceAll(strings.TrimSuffix(text, `"`), "\x00", `"`)
			}
		}
	}
	return rows
}

func set(all []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range all {
		out[s] = true
	}
	return out
}

// TestNumbersReadAsTheirText gives numbers whose text no plain format makes.
func TestNumbersReadAsTheirText(t *testing.T) {
	cells := []struct {
		kind layout.Kind
		cell layout.Cell
	}{
		{layout.Count, layout.Cell{Text: "1,234", Number: 1234, IsNum: true}},
		{layout.Count, layout.Cell{Text: "5", Number: 3, IsNum: true}},
		{layout.Count, layout.Cell{Text: "-1,000", Number: -1000, IsNum: true}},
		{layout.Percent, layout.Cell{Text: "under 0.1%", Number: 0.04, IsNum: true}},
		{layout.Percent, layout.Cell{Text: "over 99.9%", Number: 99.97, IsNum: true}},
		{layout.Percent, layout.Cell{Text: "12.2%", Number: 12.25, IsNum: true}},
		{layout.Rate, layout.Cell{Text: "1,234.5", Number: 1234.5, IsNum: true}},
		{layout.Ratio, layout.Cell{Text: "0.98 (0.7 to 1.3)", Number: 0.98, IsNum: true}},
		{layout.Ratio, layout.Cell{Text: `say "one"`, Number: 1, IsNum: true}},
		{layout.Date, layout.Cell{Text: "2026-05-14"}},
		{layout.Date, layout.Cell{Text: "31/02/2026"}},
		{layout.Date, layout.Cell{Text: "1899-12-31"}},
		{layout.Words, layout.Cell{Text: "12"}},
	}
	table := &layout.Table{ID: "t", Title: "T", Rows: []layout.Row{{}}}
	for _, c := range cells {
		table.Columns = append(table.Columns, layout.Column{Title: "c", Kind: c.kind})
		table.Rows[0].Cells = append(table.Rows[0].Cells, c.cell)
	}
	f := open(t, workbook(t, layout.Model{Pages: []layout.Page{{Sheet: "S", Title: "S", Blocks: []layout.Block{table}}}}))
	for i, r := range shown(t, f, "S") {
		if len(r) != len(cells) || r[0] == "c" || r[len(r)-1] == "c" {
			continue
		}
		for j, c := range cells {
			ref, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if r[j] != c.cell.Text {
				t.Errorf("%s reads as %q, not %q", ref, r[j], c.cell.Text)
			}
		}
		return
	}
	t.Error("the row was not found")
}

// TestLongTextIsNotCut writes more than a cell can hold, in a table, in a paragraph
// and as a fact, and finds every letter again.
func TestLongTextIsNotCut(t *testing.T) {
	long := strings.Repeat("wörd 🙂 ", 12000)
	m := layout.Model{Pages: []layout.Page{{Sheet: "S", Title: "S", Blocks: []layout.Block{
		&layout.Text{Heading: "H", Paragraphs: []string{long, strings.Repeat("line\n", 300)}},
		&layout.Facts{Rows: []layout.Fact{{Label: "L", Value: long}}},
		&layout.Table{ID: "t", Title: "T", Columns: []layout.Column{{Title: "a"}}, Rows: []layout.Row{{Cells: []layout.Cell{layout.Say(long)}}}}}}}}
	f := open(t, workbook(t, m))
	rows, err := f.GetRows("S")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, r := range rows {
		for _, s := range r {
			found += strings.Count(s, "🙂")
			if n := len([]rune(s)) + strings.Count(s, "🙂"); n > 32767 {
				t.Errorf("a cell holds %d units", n)
			}
		}
	}
	if found != 3*12000 {
		t.Errorf("found %d of %d", found, 3*12000)
	}
}

// TestChoices offers short lists in the validation and others on a hidden sheet.
func TestChoices(t *testing.T) {
	for _, c := range []struct {
		name, want string
		list       []string
	}{
		{"short", `"Open,Closed"`, []string{"Open", "Closed"}},
		{"comma", `'Choices'!$A$1:$A$2`, []string{"Yes, in part", "No"}},
		{"long", `'Choices'!$A$1:$A$2`, []string{strings.Repeat("a", 200), strings.Repeat("b", 200)}},
	} {
		table := &layout.Table{Columns: []layout.Column{{Title: "Status", Kind: layout.Entry, Choices: c.list}}, Rows: []layout.Row{{}, {}}}
		f := open(t, workbook(t, layout.Model{Pages: []layout.Page{{Sheet: "S", Title: "S", Blocks: []layout.Block{table}}}}))
		got, err := f.GetDataValidations("S")
		if err != nil || len(got) != 1 {
			t.Fatalf("%s: %d validations, %v", c.name, len(got), err)
		}
		if got[0].Formula1 != c.want {
			t.Errorf("%s: from %s, want %s", c.name, got[0].Formula1, c.want)
		}
	}
}

// TestEmptyModels writes what has nothing in it.
func TestEmptyModels(t *testing.T) {
	for _, m := range []layout.Model{{}, {Pages: []layout.Page{{}, {}}}, {Pages: []layout.Page{{Sheet: "A", Blocks: []layout.Block{&layout.Chart{}, &layout.Table{}, &layout.Facts{}, &layout.Text{}}}}}} {
		open(t, workbook(t, m))
		page(t, m)
	}
}

// TestShadeLeavesMarginsOut shades the counts alone, wherever the totals stand.
func TestShadeLeavesMarginsOut(t *testing.T) {
	columns := []layout.Column{{Title: "Group", Kind: layout.Label}, {Title: "a", Kind: layout.Count}, {Title: "All", Kind: layout.Count, Total: true}, {Title: "b", Kind: layout.Count}}
	row := func(total bool) layout.Row {
		return layout.Row{Total: total, Cells: []layout.Cell{layout.Say("x"), count(1), count(2), count(3)}}
	}
	table := &layout.Table{ID: "t", Heat: true, Columns: columns, Rows: []layout.Row{row(false), row(true), row(false), row(false)}}
	f := open(t, workbook(t, layout.Model{Pages: []layout.Page{{Sheet: "S", Title: "S", Blocks: []layout.Block{table}}}}))
	got, err := f.GetConditionalFormats("S")
	if err != nil {
		t.Fatal(err)
	}
	const want = "B6:B6 D6:D6 B8:B9 D8:D9"
	if _, ok := got[want]; !ok || len(got) != 1 {
		t.Errorf("shaded %v, want %s", got, want)
	}
}
