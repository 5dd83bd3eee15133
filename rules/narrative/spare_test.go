package narrative

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSparedSentencesSayNothing holds that sparing sentences changes no reading, of
// labelled cases by themselves and run together.
func TestSparedSentencesSayNothing(t *testing.T) {
	lx, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	thorough := &Lexicon{terms: lx.terms}
	cases := caseTexts(t)
	if len(cases) < 100 {
		t.Fatalf("only %d cases", len(cases))
	}
	for i := range cases {
		three := []string{cases[i], cases[(i*7+3)%len(cases)], cases[(i*13+5)%len(cases)]}
		for _, text := range []string{cases[i], strings.Join(three, "\n"), strings.Join(three, " Outcome: ")} {
			parts := []Part{{"Findings", text}}
			if diff := cmp.Diff(thorough.Read(parts), lx.Read(parts)); diff != "" {
				t.Fatalf("%q: %s", text, diff)
			}
		}
	}
}

// caseTexts reads the texts of the labelled cases.
func caseTexts(t *testing.T) (out []string) {
	t.Helper()
	files, _ := filepath.Glob("testdata/*.jsonl")
	for _, name := range append(files, "../../testdata/consideration.jsonl") {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		for lines.Buffer(nil, 1<<20); lines.Scan(); {
			var c struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
				t.Fatal(err)
			}
			out = append(out, c.Text)
		}
	}
	return out
}
