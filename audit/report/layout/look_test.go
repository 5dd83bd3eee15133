package layout_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"siequity/audit/report/layout"
)

var lookDir = flag.String("look", "", "write the sample pack into this folder, to look at")

// TestLook writes the sample for a person to look at; without -look it does nothing.
func TestLook(t *testing.T) {
	if *lookDir == "" {
		t.Skip("no -look folder given")
	}
	for _, out := range []struct {
		name  string
		write func(*os.File) error
	}{
		{"qap.xlsx", func(f *os.File) error { return layout.Workbook(f, sample()) }},
		{"report.html", func(f *os.File) error { return layout.HTML(f, sample()) }},
	} {
		f, err := os.Create(filepath.Join(*lookDir, out.name))
		if err != nil {
			t.Fatal(err)
		}
		if err := out.write(f); err != nil {
			t.Error(err)
		}
		f.Close()
	}
}
