package layout_test

import (
	"strings"
	"testing"

	"siequity/audit/report/layout"
)

// TestHeadingsOnEveryPrintedPage holds that the only table of a page repeats its
// headings in print, also where sentences go before it.
func TestHeadingsOnEveryPrintedPage(t *testing.T) {
	table := &layout.Table{ID: "t", Title: "Measures", Columns: []layout.Column{{Title: "Measure", Kind: layout.Label}, {Title: "Eastmoor", Kind: layout.RAG}}}
	for range 60 {
		table.Rows = append(table.Rows, layout.Row{Cells: []layout.Cell{layout.Say("Learning shared"), layout.Say("88.1% (170 of 193)")}})
	}
	said := &layout.Text{Heading: "What needs a decision", Paragraphs: []string{"Nothing."}}
	for name, c := range map[string]struct {
		blocks []layout.Block
		want   bool
	}{"alone": {[]layout.Block{table}, true}, "after sentences": {[]layout.Block{said, table}, true}, "before another": {[]layout.Block{table, table}, false}, "before sentences": {[]layout.Block{table, said}, false}} {
		m := layout.Model{Title: "Pack", Pages: []layout.Page{{ID: "p", Sheet: "P", Title: "Page", Blocks: c.blocks}}}
		f := open(t, workbook(t, m))
		got := false
		for _, d := range f.GetDefinedName() {
			got = got || strings.HasSuffix(d.Name, "Print_Titles")
		}
		if got != c.want {
			t.Errorf("%s: headings repeated %v, want %v", name, got, c.want)
		}
		if width, err := f.GetColWidth("P", "B"); err != nil || width < float64(len("88.1% (170 of 193)")) {
			t.Errorf("%s: the column of shares is %v characters wide (%v), and breaks them", name, width, err)
		}
	}
}
