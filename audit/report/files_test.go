package report

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
)

// A disk that fills up says so, says what to do, and leaves nothing half written.
func TestWriteFilesOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	files := []File{
		{"qap.xlsx", func(w io.Writer) error { _, err := w.Write([]byte("whole")); return err }},
		{"report.html", func(io.Writer) error {
			return &os.PathError{Op: "write", Path: filepath.Join(dir, "report.html"), Err: syscall.ENOSPC}
		}},
	}
	err := WriteFiles(dir, files, nil, false)
	var w *WriteError
	if !errors.As(err, &w) {
		t.Fatalf("got %v", err)
	}
	if !strings.HasPrefix(w.Error(), "report.html cannot be written: ") || !strings.HasPrefix(w.Remedy(), "make room on the disk") {
		t.Errorf("got %q and %q", w.Error(), w.Remedy())
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%s is left behind", left[0].Name())
	}
}

// A file that cannot be replaced leaves the earlier pack whole: none of its files is of
// the new run.
func TestWriteFilesThatCannotBeReplaced(t *testing.T) {
	dir := t.TempDir()
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	if err := os.WriteFile(filepath.Join(dir, "qap.xlsx"), []byte("earlier"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "worklist.xlsx"), 0o700); err != nil { // as good as a file that is open
		t.Fatal(err)
	}
	files := []File{{"qap.xlsx", text("new")}, {"tables.csv", text("new")}, {"worklist.xlsx", text("new")}}
	err := WriteFiles(dir, files, nil, true)
	var w *WriteError
	if !errors.As(err, &w) || !strings.HasPrefix(w.Error(), "worklist.xlsx cannot be replaced, and the earlier files are as they were") {
		t.Fatalf("got %v", err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "qap.xlsx")); string(got) != "earlier" {
		t.Errorf("qap.xlsx holds %q", got)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("%v, %v are left", err, left)
	}
	os.Remove(filepath.Join(dir, "worklist.xlsx"))
	if err := WriteFiles(dir, files, nil, true); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 3 {
		t.Errorf("%v are left", left)
	}
}

// The names that a run checks before it begins are those that the pack writes.
func TestPackNames(t *testing.T) {
	for _, worklist := range []bool{true, false} {
		p := &Pack{result: &audit.Result{}, opts: PackOptions{Worklist: worklist}}
		if d := cmp.Diff(names(p.Files()), AuditNames(worklist)); d != "" {
			t.Error(d)
		}
	}
	merged := &Pack{merged: &Submission{}}
	if d := cmp.Diff(names(merged.Files()), MergeNames()); d != "" {
		t.Error(d)
	}
}

func names(files []File) []string {
	var out []string
	for _, f := range files {
		out = append(out, f.Name)
	}
	return out
}
