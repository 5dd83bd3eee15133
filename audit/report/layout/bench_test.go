package layout_test

import (
	"fmt"
	"io"
	"testing"

	"siequity/audit/report/layout"
)

func benchmark(b *testing.B, m layout.Model, write func(io.Writer, layout.Model) error) {
	b.ReportAllocs()
	for b.Loop() {
		if err := write(io.Discard, m); err != nil {
			b.Fatal(err)
		}
	}
}

// worklist is one table of many rows, as worklist.xlsx has it.
func worklist(rows int) layout.Model {
	t := &layout.Table{ID: "worklist", Columns: []layout.Column{{Title: "Record", Kind: layout.Label}, {Title: "File"}, {Title: "Row", Kind: layout.Count}, {Title: "Column"}, {Title: "Value"},
		{Title: "Why"}, {Title: "How to mend it"}, {Title: "Owner", Kind: layout.Entry}, {Title: "Status", Kind: layout.Entry, Choices: []string{"Open", "Mended", "Accepted"}}}}
	for i := range rows {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(fmt.Sprintf("datix:WEB%06d", i)), layout.Say("datix.csv"), count(i % 1000), layout.Say("Ethnicity"), layout.Say("not a code"),
			layout.Say("The value is no NHS ethnic category code and no known label."), layout.Say("Look the category up in the maternity record and enter one of the codes A to S, or Z where the person chose not to say."), {}, {}}})
	}
	return layout.Model{Title: "Worklist", Pages: []layout.Page{{Sheet: "Worklist", Title: "Worklist", Blocks: []layout.Block{t}}}}
}

func BenchmarkWorkbookSample(b *testing.B)   { benchmark(b, sample(), layout.Workbook) }
func BenchmarkHTMLSample(b *testing.B)       { benchmark(b, sample(), layout.HTML) }
func BenchmarkWorkbook5000Rows(b *testing.B) { benchmark(b, worklist(5000), layout.Workbook) }
func BenchmarkWorkbook50kRows(b *testing.B)  { benchmark(b, worklist(50000), layout.Workbook) }
