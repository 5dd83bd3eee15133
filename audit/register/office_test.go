package register_test

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"

	"siequity/audit/register"
)

// resave opens files with LibreOffice and saves them again as workbooks.
func resave(t *testing.T, paths ...string) string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("needs LibreOffice")
	}
	out := t.TempDir()
	args := append([]string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}, paths...)
	if b, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	return out
}

// Templates that another program saved read back as they were, empty and filled.
func TestTemplatesSavedByLibreOffice(t *testing.T) {
	var paths []string
	for _, f := range register.Forms() {
		paths = append(paths, written(t, f.Name))
	}
	for _, path := range paths {
		if filepath.Base(path) == "panel.xlsx" {
			fillTemplate(t, path, func(f *excelize.File, s string) {
				f.SetSheetRow(s, "A6", &[]any{"2026/1", 46185, "P01", "Midwife", "Eastmoor", "White - British", "No", "Yes"})
				f.SetSheetRow(s, "A9", &[]any{20261, "12 June 2026", "P02", "Chair", "Eastmoor", "", "Yes", "Apologies"})
			})
		}
	}
	out := resave(t, paths...)
	for i, f := range register.Forms() {
		want := register.Read(map[string]string{f.Name: paths[i]}, "")
		got := register.Read(map[string]string{f.Name: filepath.Join(out, f.Name+".xlsx")}, "")
		if d := cmp.Diff(want, got, cmpopts.IgnoreFields(register.File{}, "SHA256", "Size")); d != "" {
			t.Errorf("%s: %s", f.Name, d)
		}
		if f.Name == "panel" && (len(got.Panel) != 2 || len(got.Faults) > 0) {
			t.Errorf("%s: %d attendees, faults %+v", f.Name, len(got.Panel), got.Faults)
		}
	}
}
