package worklist_test

import (
	"bytes"
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
	got, faults, err := worklist.Read(again, "")
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

// What people do to a sheet: move columns, sort rows, delete some, write below.
func TestRearranged(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{
		{"our copy"}, {}, {"Note", "Record", "key ", "STATUS", "Extra"},
		{"first", "datix:W2", "b", "Done", "x"},
		{"", "datix:W1", "a", "", ""},
		{"no key", "datix:W9", "", "open", ""},
		{},
		{"", "datix:W3", "c", "accepted  exception"},
	} {
		f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row)
	}
	path := filepath.Join(t.TempDir(), "copy.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	got, faults, err := worklist.Read(path, "")
	want := map[worklist.Subject]worklist.Decision{{Key: "b"}: {Status: "done", Note: "first"}, {Key: "c"}: {Status: "accepted exception"}}
	if d := cmp.Diff(want, got); err != nil || d != "" {
		t.Error(err, d)
	}
	if len(faults) != 1 || faults[0].Row != 6 || faults[0].Column != "Key" {
		t.Errorf("faults %+v", faults)
	}
}

func TestFilesThatAreNoWorklist(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "list.xlsx")
	os.WriteFile(text, []byte("Key,Status\n"), 0o600)
	other := filepath.Join(dir, "other.xlsx")
	f := excelize.NewFile()
	f.SetSheetRow("Sheet1", "A1", &[]any{"Record", "Status"})
	f.SaveAs(other)
	for _, c := range []struct{ path, want string }{{text, "no Excel workbook"}, {filepath.Join(dir, "none.xlsx"), "cannot be opened"}} {
		if _, _, err := worklist.Read(c.path, ""); err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), dir) {
			t.Errorf("%s: %v", filepath.Base(c.path), err)
		}
	}
	if got, faults, err := worklist.Read(other, ""); err != nil || len(got) > 0 || len(faults) != 1 {
		t.Errorf("%v %v %v", got, faults, err)
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
		if _, _, err := worklist.Read(path, ""); err != nil {
			b.Fatal(err)
		}
	}
}
