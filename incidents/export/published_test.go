package export

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// TestPublished reads every published table in the folder named by SIEQUITY_DATA and holds it against encoding/csv or
// excelize. Such tables are not part of the project.
func TestPublished(t *testing.T) {
	folder := os.Getenv("SIEQUITY_DATA")
	if folder == "" {
		t.Skip("SIEQUITY_DATA names no folder with published tables")
	}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch filepath.Ext(path) {
		case ".csv":
			t.Run(d.Name(), func(t *testing.T) { checkCSV(t, path) })
		case ".xlsx":
			t.Run(d.Name(), func(t *testing.T) { checkXLSX(t, path) })
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkCSV(t *testing.T, path string) {
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, _, faults, err := read(t, f.Tables[0], Range{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d rows, %s, delimiter %q, faults %v", len(got), f.Tables[0].Encoding(), f.Tables[0].Delimiter, ids(faults))
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, ok := wellFormed(strings.TrimPrefix(string(text), "\uFEFF"), rune(f.Tables[0].Delimiter[0]))
	if !ok || !strings.HasPrefix(f.Tables[0].Encoding(), "UTF-8") {
		t.Skip("encoding/csv does not read it")
	}
	for _, row := range got {
		for i := range row {
			row[i] = strings.ReplaceAll(row[i], "\r\n", "\n")
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-encoding/csv +got):\n%s", diff)
	}
}

func checkXLSX(t *testing.T, path string) {
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, table := range f.Tables {
		got, numbers, faults, err := read(t, table, Range{})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d rows, hidden %v, faults %v", table.Sheet, len(got), table.Hidden, ids(faults))
		want, err := x.GetRows(table.Sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range got {
			if diff := cmp.Diff(want[numbers[i]-1], row); diff != "" {
				t.Fatalf("%s row %d (-excelize +got):\n%s", table.Sheet, numbers[i], diff)
			}
		}
	}
}
