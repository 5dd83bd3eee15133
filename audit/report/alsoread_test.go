package report

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/decision"
	"siequity/audit/project"
)

// TestEveryFileReadIsNamed holds that run.json can show whether any file that the
// figures rest on was another.
func TestEveryFileReadIsNamed(t *testing.T) {
	dir := t.TempDir()
	file := func(name string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file("siequity.yaml")
	file("reports/W12.docx")
	p := project.Project{File: "siequity.yaml", Dir: dir, Registers: map[string]string{"panel": file("panel.csv")}, Births: file("births.csv"), IMD: []string{file("imd.csv"), filepath.Join(dir, "gone.csv")},
		Postcodes: file("onspd.csv"), Terms: []string{file("terms.yaml")}, Rules: []string{file("rules.yaml")}, History: []string{file("old.json")}, Reports: filepath.Join(dir, "reports")}
	got := alsoRead(audit.Config{Project: p, Samples: []decision.SampleReading{{Path: file("collation.json")}}, Worklist: file("pack/worklist.xlsx")})
	var want []FileRead
	for _, f := range [][3]string{{"project", "siequity.yaml"}, {"rules", "rules.yaml"}, {"terms", "terms.yaml"}, {"register panel", "panel.csv"}, {"births", "births.csv"}, {"imd", "imd.csv"}, {"postcodes", "onspd.csv"},
		{"history", "old.json"}, {"sample", "collation.json"}, {"report", "W12.docx", "reports/W12.docx"}, {"earlier worklist", "worklist.xlsx", "pack/worklist.xlsx"}} {
		text := f[2]
		if text == "" {
			text = f[1]
		}
		sum := sha256.Sum256([]byte(text))
		want = append(want, FileRead{File: f[1], Role: f[0], Size: int64(len(text)), SHA256: hex.EncodeToString(sum[:])})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files read (-want +got)\n%s", diff)
	}
}
