package worklist_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"siequity/audit/worklist"
)

// resave opens a workbook with LibreOffice and saves it again.
func resave(t *testing.T, path string) string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("needs LibreOffice")
	}
	out := t.TempDir()
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, path)
	if b, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	return filepath.Join(out, filepath.Base(path))
}

// A worklist that was sorted, filled in and saved by another program is read all
// the same, and its texts and dropdowns are still there.
func TestSavedByLibreOffice(t *testing.T) {
	old := map[worklist.Subject]worklist.Decision{{Key: "panel/external|steis:1"}: {Status: "open", Note: "asked"}}
	path, _ := write(t, doc(func(d *worklist.Document) { d.Decisions = old }))
	fill(t, path, "All", map[[2]string]string{{"datix:W2", "Decision"}: "mended"})
	again := resave(t, path)
	got, faults, err := read(again, "")
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	old[worklist.Subject{Key: "ethnicity/valid|datix:W2"}] = worklist.Decision{Decision: "mended"}
	if d := cmp.Diff(old, got); d != "" {
		t.Error(d)
	}
	before, after := rowsOf(t, path, "All"), rowsOf(t, again, "All")
	if d := cmp.Diff(before, after); d != "" {
		t.Error(d)
	}
	f, err := excelize.OpenFile(again)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	v, err := f.GetDataValidations("All")
	if err != nil || len(v) != 2 {
		t.Fatalf("%v: dropdowns %+v", err, v)
	}
	if !slices.ContainsFunc(v, func(v *excelize.DataValidation) bool { return strings.Contains(v.Formula1, "IF(") }) {
		t.Errorf("the dropdown of Decision lost its condition: %q", []string{v[0].Formula1, v[1].Formula1})
	}
}

// What people do to a sheet: move columns, sort rows, delete some, write below, add a
// column. What cannot be carried over makes the file one to keep.
func TestRearranged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "copy.xlsx")
	saveRows(t, path, [][]any{
		{"our copy"}, {}, {"Note", "Record", "key ", "STATUS", "Extra", "Owner", "Decision"},
		{"first", "datix:W2", "b", "Done", "x"},
		{"", "datix:W1", "a", "", ""},
		{"no key", "datix:W9", "", "open", ""},
		{},
		{"", "datix:W3", "c", "accepted  exception"},
	})
	got, err := worklist.Read(path, "")
	want := map[worklist.Subject]worklist.Decision{{Key: "b"}: {Status: "done", Note: "first"}, {Key: "c"}: {Status: "accepted exception"}}
	if d := cmp.Diff(want, got.Decisions); err != nil || d != "" {
		t.Error(err, d)
	}
	if len(got.Faults) != 2 || got.Faults[0].Row != 6 || got.Faults[0].Column != "Key" || got.Faults[1].Column != "E" || !got.Kept {
		t.Errorf("%+v", got)
	}
}

func saveRows(t *testing.T, path string, rows [][]any) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// TestEntriesThatCannotBeRead holds that a worklist is refused, and not taken for an
// empty one, when people spoilt what its entries are known by; and that what nobody
// would miss stops nobody.
func TestEntriesThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(f *excelize.File) error
		want  string // "" where nothing is lost
	}{
		"a renamed key":         {head("All", "Key", "Ref"), `sheet All: no column is headed Key any more, and column`},
		"a renamed decision":    {head("All", "Decision", "Outcome"), `no column is headed Decision any more, and column O is headed "Outcome"`},
		"a blank heading":       {head("All", "Status", ""), "no column is headed Status any more, and column N has no heading"},
		"no key":                {without("All", "Key"), "no column is headed Key any more"},
		"no headings":           {func(f *excelize.File) error { return f.RemoveRow("All", 2) }, "its row of headings is missing"},
		"no headings of a team": {func(f *excelize.File) error { return f.RemoveRow("Labour ward", 2) }, "sheet Labour ward: its row of headings is missing"},
		"sorted headings":       {func(f *excelize.File) error { return f.DuplicateRowTo("All", 3, 2) }, "rows of items stand above its headings"},
		"no lists":              {func(f *excelize.File) error { return withoutLists(f) }, "no sheet of it is a list"},
		"an unused column gone": {without("All", "Owner"), ""},
		"no team sheet":         {func(f *excelize.File) error { return f.DeleteSheet("Labour ward") }, ""},
		"no key and no entry":   {without("Triage", "Key"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := write(t, doc(nil))
			fill(t, path, "All", map[[2]string]string{{"datix:W1", "Decision"}: "mended", {"datix:W2", "Status"}: "done"})
			change(t, path, c.spoil)
			got, err := worklist.Read(path, "")
			var u *worklist.Unreadable
			switch {
			case c.want == "" && (err != nil || len(got.Decisions) != 2 || len(got.Faults) > 0 || got.Kept):
				t.Errorf("%v, %+v", err, got)
			case c.want != "" && (!errors.As(err, &u) || !strings.Contains(u.Error(), c.want) || u.Remedy() == ""):
				t.Errorf("got %v, %+v, want %s", err, got, c.want)
			}
		})
	}
}

func change(t *testing.T, path string, how func(f *excelize.File) error) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := how(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// columnOf gives the letter of a column by its heading.
func columnOf(f *excelize.File, sheet, heading string) (string, error) {
	rows, err := f.GetRows(sheet)
	if err != nil {
		return "", err
	}
	return excelize.ColumnNumberToName(slices.Index(rows[1], heading) + 1)
}

func head(sheet, heading, text string) func(*excelize.File) error {
	return func(f *excelize.File) error {
		col, err := columnOf(f, sheet, heading)
		if err != nil {
			return err
		}
		return f.SetCellStr(sheet, col+"2", text)
	}
}

func without(sheet, heading string) func(*excelize.File) error {
	return func(f *excelize.File) error {
		col, err := columnOf(f, sheet, heading)
		if err != nil {
			return err
		}
		return f.RemoveCol(sheet, col)
	}
}

func withoutLists(f *excelize.File) error {
	for _, s := range f.GetSheetList() {
		if s != "Start here" && s != "Lists" {
			if err := f.DeleteSheet(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// A sheet that somebody added is kept, and everybody's entries are read.
func TestAddedSheet(t *testing.T) {
	path, _ := write(t, doc(nil))
	fill(t, path, "All", map[[2]string]string{{"datix:W1", "Status"}: "done"})
	change(t, path, func(f *excelize.File) error {
		if _, err := f.NewSheet("Ours"); err != nil {
			return err
		}
		return f.SetCellStr("Ours", "B2", "ring the team")
	})
	got, err := worklist.Read(path, "")
	if err != nil || len(got.Decisions) != 1 || !got.Kept || len(got.Faults) != 1 || got.Faults[0].Sheet != "Ours" {
		t.Errorf("%v, %+v", err, got)
	}
}

func TestFilesThatAreNoWorklist(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "list.xlsx")
	os.WriteFile(text, []byte("Key,Status\n"), 0o600)
	other := filepath.Join(dir, "other.xlsx")
	saveRows(t, other, [][]any{{"Record", "Status"}})
	for _, c := range []struct{ path, want string }{{text, "no Excel workbook"}, {filepath.Join(dir, "none.xlsx"), "cannot be opened"}, {other, "no sheet of it is a list"}} {
		if _, err := worklist.Read(c.path, ""); err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), dir) {
			t.Errorf("%s: %v", filepath.Base(c.path), err)
		}
	}
}

func BenchmarkRead50k(b *testing.B) {
	var out bytes.Buffer
	if _, err := worklist.Write(&out, worklist.Document{Items: many(50_000, 6)}); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "worklist.xlsx")
	os.WriteFile(path, out.Bytes(), 0o600)
	for b.Loop() {
		if _, err := worklist.Read(path, ""); err != nil {
			b.Fatal(err)
		}
	}
}
