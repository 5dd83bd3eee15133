package lexicon_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siequity/rules/narrative/lexicon"
	"siequity/rules/narrative/text"
)

// builtin returns the built-in documents in the order of their names.
func builtin(t testing.TB) []lexicon.Document {
	t.Helper()
	files, err := filepath.Glob("../terms/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no built-in terms: %v", err)
	}
	var docs []lexicon.Document
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, lexicon.Document{Name: filepath.Base(f), Text: b})
	}
	return docs
}

func TestBuiltinTermsProveThemselves(t *testing.T) {
	lx, err := lexicon.Load(builtin(t)...)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range lx.Prove() {
		t.Error(f)
	}
}

// valid is a document with one good term; cases change one thing of it.
const valid = `classes:
  who: [woman, mother]
terms:
  - id: local/link-worker
    kind: practice
    dimension: language
    match: ["link worker ..2 <who>"]
    find: ["the link worker met the woman"]
    miss: ["the social worker met the woman"]
`

func TestLoadNamesEveryFault(t *testing.T) {
	for name, tc := range map[string]struct{ old, new, want string }{
		"valid":            {"", "", ""},
		"unknown kind":     {"practice", "custom", `kind "custom" is not known`},
		"no dimension":     {"dimension: language", "dimension: tongue", `dimension "tongue"`},
		"unknown key":      {"match:", "matches: [a]\n    match:", "matches"},
		"unknown class":    {"<who>", "<whom>", `class "whom" is not defined`},
		"gap too wide":     {"..2", "..99", "a gap is ..1 to"},
		"gap at the end":   {"..2 <who>", "..2", "a gap cannot end"},
		"end first":        {"link worker ..2", "$", "cannot begin"},
		"cut by a comment": {"terms:\n", "terms:\n  - {id: local/turn, kind: turn, match: [\"^\"], find: [a], miss: [b]}\n", "is empty, or cut off"},
		"no near miss":     {`miss: ["the social worker met the woman"]`, "miss: []", "needs find"},
		"not text":         {`find: ["the link worker met the woman"]`, "find: [010]", "put it in quotes"},
		"capital letters":  {"link worker ..2", "Link worker ..2", "lower-case"},
		"named twice":      {"terms:\n", "terms:\n  - {id: local/link-worker, kind: topic, dimension: language, match: [a], find: [a], miss: [b]}\n", "defined at terms.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := strings.Replace(valid, tc.old, tc.new, 1)
			_, err := lexicon.Load(lexicon.Document{Name: "terms.yaml", Text: []byte(doc)})
			switch {
			case tc.want == "" && err != nil:
				t.Errorf("a valid document is refused: %v", err)
			case tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)):
				t.Errorf("got %v; want it to say %q", err, tc.want)
			case tc.want != "" && !strings.Contains(err.Error(), "terms.yaml"):
				t.Errorf("%v does not name the file", err)
			}
		})
	}
}

func TestLoadJoinsFaults(t *testing.T) {
	bad := strings.Replace(strings.Replace(valid, "practice", "x", 1), "<who>", "<y>", 1)
	_, err := lexicon.Load(lexicon.Document{Name: "a.yaml", Text: []byte(bad)}, lexicon.Document{Name: "b.yaml", Text: []byte("terms: 3")})
	for _, want := range []string{`kind "x"`, `class "y"`, "a.yaml:4", "b.yaml"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v; want it to say %q", err, want)
		}
	}
}

func TestProveFailsOnAFalseProof(t *testing.T) {
	doc := strings.Replace(valid, "the social worker met", "a link worker saw", 1)
	lx, err := lexicon.Load(lexicon.Document{Name: "terms.yaml", Text: []byte(doc)})
	if err != nil {
		t.Fatal(err)
	}
	faults := lx.Prove()
	if len(faults) != 1 || faults[0].Missed || !strings.Contains(faults[0].Error(), "terms.yaml:4") {
		t.Errorf("got %v; want the near miss named", faults)
	}
}

func TestPatterns(t *testing.T) {
	for name, tc := range map[string]struct {
		pattern, text string
		want          bool
	}{
		"word":            {"imam", "the Imam came", true},
		"not within":      {"imam", "imams came", false},
		"stem":            {"imam*", "two imams came", true},
		"either":          {"imam|rabbi", "her rabbi", true},
		"gap reached":     {"asked ..2 imam", "asked for the imam", true},
		"gap too far":     {"asked ..2 imam", "asked that someone call the imam", false},
		"gap stops":       {"asked ..3 imam", "asked; the imam", false},
		"comma is passed": {"asked ..2 imam", "asked, for the imam", true},
		"may be missing":  {"the? imam came", "imam came", true},
		"start":           {"^ imam", "the imam", false},
		"end":             {"imam $", "the imam.", true},
		"number":          {"# imams", "3 imams", true},
		"sign":            {"imam :", "imam: yes", true},
		"hyphen":          {"sister in law", "sister-in-law's", true},
		"did not":         {"did not imam", "didn't imam", true},
		"didnt":           {"did not imam", "didnt imam", true},
		"slip":            {"interpreter", "interpretor used", true},
		"swap":            {"interpreter", "intepreter used", true},
		"short, no slip":  {"imam", "iman", false},
		"soft hyphen":     {"interpreter", "inter\u00adpreter", true},
	} {
		t.Run(name, func(t *testing.T) {
			doc := "terms:\n  - {id: t, kind: topic, dimension: culture, match: [\"" + tc.pattern + "\"], find: [a], miss: [b]}\n"
			lx, err := lexicon.Load(lexicon.Document{Name: "t.yaml", Text: []byte(doc)})
			if err != nil {
				t.Fatal(err)
			}
			f := text.Fold(tc.text)
			got := len(lx.Match(nil, lx.Tokens(nil, f.Low, 0, len(f.Low)))) > 0
			if got != tc.want {
				t.Errorf("%q in %q: %v", tc.pattern, tc.text, got)
			}
			if got && !lx.Any(tc.text) {
				t.Error("the screen does not see it")
			}
		})
	}
}

// FuzzScreen holds the screen to its word: a sentence that it passes over holds no
// term.
func FuzzScreen(f *testing.F) {
	lx, err := lexicon.Load(builtin(f)...)
	if err != nil {
		f.Fatal(err)
	}
	f.Add("no inter\u00adpreter was u\u0301sed; cul\u200bture \xef\xbb\xbf")
	f.Add("eth\ufeffnicity and lan\u2060guage")
	f.Add("She wasn\u2019t asked. Couldn't she say? No one did. Section. A. Approx. Two daughters interpreted; didnt help")
	w := lx.Scanner()
	f.Fuzz(func(t *testing.T, s string) {
		start, end, _ := w.Next(s, 0)
		for at, line := range text.Lines(s) {
			f := text.Fold(line)
			for _, span := range text.AppendSentences(nil, f) {
				for end <= at+f.Origin(span.Start) && start < len(s) {
					start, end, _ = w.Next(s, end)
				}
				if start < at+f.Origin(span.End) {
					continue
				}
				if id := termIn(lx, f.Low, span); id != "" {
					t.Fatalf("the screen passes over %q in %q, which holds %s", line[f.Origin(span.Start):f.Origin(span.End)], s, id)
				}
			}
		}
	})
}

// termIn returns the id of a term that holds in a sentence, or "".
func termIn(lx *lexicon.Lexicon, low string, s text.Span) string {
	for _, m := range lexicon.AppendUncovered(nil, lx.Match(nil, lx.Tokens(nil, low, s.Start, s.End))) {
		if m.Entry.Term() && m.Entry.Kind != lexicon.Homograph {
			return m.Entry.ID
		}
	}
	return ""
}

// FuzzLoad holds that no document makes Load fail other than by an error.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(valid))
	f.Add([]byte("terms: [{match: [\"..3 a\", \"?\", \"a? b?\", \"<\"]}]"))
	f.Fuzz(func(t *testing.T, doc []byte) {
		lx, err := lexicon.Load(lexicon.Document{Name: "f.yaml", Text: doc})
		if err == nil {
			lx.Prove()
		}
	})
}
