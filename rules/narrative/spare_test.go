package narrative

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSparedSentencesSayNothing holds that a sentence which is not taken apart would
// have changed nothing, alone or behind another narrative.
func TestSparedSentencesSayNothing(t *testing.T) {
	lx, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	every := &Lexicon{terms: lx.terms}
	before := ""
	for _, s := range narratives(t) {
		for _, text := range []string{s, before + "\n" + s, before + " " + s} {
			if diff := cmp.Diff(every.Read([]Part{{Text: text}}), lx.Read([]Part{{Text: text}})); diff != "" {
				t.Errorf("(-every sentence +spared):\n%s\n%s", diff, text)
			}
		}
		before = s
	}
}

// narratives gives the texts of all labelled sets.
func narratives(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no narratives: %v", err)
	}
	var out []string
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for lines := json.NewDecoder(bytes.NewReader(b)); lines.More(); {
			var c struct{ Text string }
			if err := lines.Decode(&c); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			out = append(out, c.Text)
		}
	}
	return out
}
