package worklist_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"siequity/audit/worklist"
)

var update = flag.Bool("update", false, "write the golden file anew")

// TestGolden holds every cell of every sheet to testdata/worklist.txt.
func TestGolden(t *testing.T) {
	key := worklist.Subject{Key: "ethnicity/valid|datix:W1"}
	path, _ := write(t, doc(func(d *worklist.Document) {
		d.Notes = []string{"The reading of free text finds most of what a reviewer finds."}
		d.Decisions = map[worklist.Subject]worklist.Decision{key: {Owner: "Digital midwife", Status: "done", Decision: "mended"}, {Key: "panel/external|steis:9"}: {Status: "open", Note: "asked"}}
	}))
	got := dump(t, path)
	const golden = "testdata/worklist.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Error(d)
	}
}

// dump lists the cells of a workbook, with its dropdowns and hidden columns.
func dump(t *testing.T, path string) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		visible, _ := f.GetSheetVisible(sheet)
		fmt.Fprintf(&b, "sheet %q, visible %v\n", sheet, visible)
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, text := range row {
				cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if text != "" {
					fmt.Fprintf(&b, "%s %q\n", cell, text)
				}
			}
		}
		validations, _ := f.GetDataValidations(sheet)
		for _, v := range validations {
			fmt.Fprintf(&b, "dropdown %s %s\n", v.Sqref, v.Formula1)
		}
		for i := range 26 {
			name, _ := excelize.ColumnNumberToName(i + 1)
			if shown, _ := f.GetColVisible(sheet, name); !shown {
				fmt.Fprintf(&b, "column %s is hidden\n", name)
			}
		}
	}
	return b.String()
}
