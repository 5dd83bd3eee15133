package incidents

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/field"
	"siequity/incidents/source"
)

// TestColumnOfNames holds that a column of cells that identify somebody is told of in a
// few findings, which count them all.
func TestColumnOfNames(t *testing.T) {
	var b strings.Builder
	b.WriteString("Ref,Incident date,Specialty,Location (exact)\n")
	for i := range 10 {
		fmt.Fprintf(&b, "W%d,01/06/2026,Obstetrics,Invented Person\n", 100+i)
	}
	path := filepath.Join(t.TempDir(), "datix.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	r := NewReader(source.Tables())
	r.Identifies = func(text string, _ field.Kind) bool { return text == "Invented Person" }
	var got []string
	readFileFaults(t, r, path, 0, func(f Fault) {
		got = append(got, fmt.Sprintf("%s row %d column %d times %d", f.ID, f.Row, f.Column, max(1, f.Times)))
	})
	want := []string{"label/identifies row 5 column 4 times 7", "label/identifies row 2 column 4 times 1", "label/identifies row 3 column 4 times 1", "label/identifies row 4 column 4 times 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
