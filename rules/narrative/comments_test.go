package narrative_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"siequity/rules/narrative"
)

// TestRealComments reads 7,908 published comments of NHS patients. Nothing may
// fail, quotes must be verbatim, and ordinary text must rarely fire a cue: the
// rates are those in doc.go.
func TestRealComments(t *testing.T) {
	comments := realComments(t)
	lx := load(t)
	var labels [3][4]int
	for _, c := range comments {
		for d, f := range lx.Read([]narrative.Part{{Text: c}}) {
			labels[d][f.Label]++
			for _, e := range f.Evidence {
				if e.Start < 0 || e.End > len(c) || e.Start >= e.End || utf8.ValidString(c) && !utf8.ValidString(c[e.Start:e.End]) {
					t.Fatalf("evidence %d:%d of %d bytes is not whole", e.Start, e.End, len(c))
				}
			}
			if os.Getenv("SIEQUITY_SHOW") != "" && f.Label > narrative.Absent {
				t.Logf("%s %s (%s, %s): %q", narrative.Dimension(d), f.Label, f.Reason, f.Evidence[0].Cue, c[f.Evidence[0].Start:f.Evidence[0].End])
			}
		}
	}
	for _, d := range narrative.Dimensions() {
		n := labels[d]
		t.Logf("%s: of %d comments %d mentioned, %d explicitly not, %d considered", d, len(comments), n[1], n[2], n[3])
		if fired := n[1] + n[2] + n[3]; fired*200 > len(comments) {
			t.Errorf("%s: cues fire on %d of %d ordinary comments; want at most 0.5%%", d, fired, len(comments))
		}
	}
}

func realComments(t *testing.T) []string {
	t.Helper()
	dir := os.Getenv("SIEQUITY_DATA")
	if dir == "" {
		t.Skip("SIEQUITY_DATA names no folder of public data")
	}
	f, err := os.Open(filepath.Join(dir, "incidents", "nhs_fft_comments_v6framework_230831.csv"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := -1
	for i, h := range rows[0] {
		if h == "FFT answer" {
			at = i
		}
	}
	var out []string
	for _, row := range rows[1:] {
		out = append(out, row[at])
	}
	return out
}
