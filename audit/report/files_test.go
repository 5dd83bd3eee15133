package report

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
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
