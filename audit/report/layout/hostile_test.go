package layout_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"

	"siequity/audit/delimited"
	"siequity/audit/report/layout"
)

// hostile is a pack in which every text is the same, whatever it is.
func hostile(s string) layout.Model {
	table := &layout.Table{ID: s, Title: s, Heat: true, Columns: []layout.Column{{Title: s, Kind: layout.Label}, {Title: s, Kind: layout.Count, Figure: true}, {Title: s, Kind: layout.Entry, Choices: []string{s, "b"}}},
		Rows:  []layout.Row{{Cells: []layout.Cell{{Text: s, Link: s}, {Text: s, Number: math.NaN(), IsNum: true}, {}, {Text: s}}}, {Total: true, Cells: []layout.Cell{layout.Say(s), {Text: s, Number: 2, IsNum: true}}}},
		Notes: []string{s}}
	chart := &layout.Chart{ID: s, Title: s, Alt: s, XTitle: s, YTitle: s, Kind: layout.Funnel, X: []string{s, "10"}, Names: []string{s}, Series: []layout.Series{{Name: s, Points: []layout.Point{{Value: 1}}}, {Name: s, Limit: true, Points: []layout.Point{{Value: math.Inf(1)}, {Value: 2}, {Value: 3}}}}}
	page := layout.Page{ID: s, Sheet: s, Title: s, Lead: []string{s}, Blocks: []layout.Block{&layout.Text{Heading: s, Paragraphs: []string{s}}, &layout.Facts{Heading: s, Rows: []layout.Fact{{Label: s, Value: s}}}, table, chart}}
	return layout.Model{Title: s, Organisation: s, Period: s, Marking: s, Version: s, Pages: []layout.Page{page, page}}
}

// wellFormed reads every part of a workbook as XML.
func wellFormed(t *testing.T, file []byte) {
	t.Helper()
	for name, part := range parts(t, file) {
		d := xml.NewDecoder(strings.NewReader(part))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

func checkHostile(t *testing.T, s string) {
	t.Helper()
	m := hostile(s)
	book := workbook(t, m)
	wellFormed(t, book)
	f := open(t, book)
	for _, sheet := range f.GetSheetList() {
		h, err := f.GetHeaderFooter(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if h != nil && (len([]rune(h.OddHeader)) > 255 || len([]rune(h.OddFooter)) > 255) {
			t.Error("a header longer than Excel takes")
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			for _, c := range r {
				if c == "NaN" || c == "+Inf" {
					t.Errorf("a cell holds %s", c)
				}
			}
		}
	}
	var table bytes.Buffer
	if err := layout.CSV(&table, m); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&table).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		for _, cell := range line {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && delimited.Inert(cell) != cell {
				t.Errorf("a spreadsheet runs the cell %q", cell)
			}
		}
	}
	html := page(t, m)
	for _, f := range faults(t, html) {
		if !strings.Contains(f, "empty heading") {
			t.Error(f)
		}
	}
	if bytes.Contains(html, []byte("<script>alert")) {
		t.Error("the page runs what an export says")
	}
}

var hostileTexts = []string{"", "plain", "Trust's [page]: a/b", "&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&", "<script>alert(1)</script>", "\"'><svg onload=x>",
	"a\x00b\x1b\uFFFE\xff", "=HYPERLINK(\"x\")", "+1+cmd|x", "-2+3", "@SUM(A1)", "\t=1", "1,250", "main", "History", strings.Repeat("long ", 300), "} </style> {", "\\22 ;}", "line\nline", " ", "🙂"}

func TestHostileTexts(t *testing.T) {
	for _, s := range hostileTexts {
		t.Run("", func(t *testing.T) { checkHostile(t, s) })
	}
}

func FuzzAnyText(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	f.Fuzz(checkHostile)
}
