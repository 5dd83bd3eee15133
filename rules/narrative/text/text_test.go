package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"siequity/rules/narrative/text"
)

// original returns the text of line behind f.Low[start:end].
func original(f text.Folded, line string, start, end int) string {
	return line[f.Origin(start):f.Origin(end)]
}

func sentences(line string) []string {
	f := text.Fold(line)
	var out []string
	for _, p := range text.AppendSentences(nil, f) {
		out = append(out, original(f, line, p.Start, p.End))
	}
	return out
}

func TestSentences(t *testing.T) {
	for name, tc := range map[string]struct {
		in   string
		want []string
	}{
		"stops":          {"BP was high. She went home.", []string{"BP was high.", "She went home."}},
		"abbreviations":  {"Seen by Dr. Hill, e.g. at 36+2. See p.4 and No. 5.", []string{"Seen by Dr. Hill, e.g. at 36+2.", "See p.4 and No. 5."}},
		"times, numbers": {"Born at 04.10 weighing 3.2kg. Well.", []string{"Born at 04.10 weighing 3.2kg.", "Well."}},
		"numbered":       {"5.1 The trace was normal. Next.", []string{"5.1 The trace was normal.", "Next."}},
		"answer is no":   {"Interpreter required: No. Ethnicity: Indian", []string{"Interpreter required: No.", "Ethnicity: Indian"}},
		"question":       {"Was it a factor? No", []string{"Was it a factor?", "No"}},
		"query sepsis":   {"Admitted ?sepsis after 'Asian?' in notes", []string{"Admitted ?sepsis after 'Asian?' in notes"}},
		"fields":         {"Ethnicity: Thai / Language: Thai, Religion: none", []string{"Ethnicity: Thai /", "Language: Thai,", "Religion: none"}},
		"not applicable": {"Faith: N/A Language spoken: Thai", []string{"Faith: N/A", "Language spoken: Thai"}},
		"cells":          {"Religion | Sikh\tLanguage", []string{"Religion", "Sikh", "Language"}},
		"boxes":          {"Factors: ☐ Staffing ☒ Language", []string{"Factors:", "☐ Staffing", "☒ Language"}},
		"quote ends":     {"She said 'go home.' He left.", []string{"She said 'go home.'", "He left."}},
		"no stop":        {"nil interpreter", []string{"nil interpreter"}},
		"blank":          {"  \t ", nil},
		"hurried":        {"scan was missed. she rang twice. seen by dept. lead, resp. rate 20", []string{"scan was missed.", "she rang twice.", "seen by dept. lead, resp. rate 20"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, sentences(tc.in)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestFoldKeepsTheWayBack(t *testing.T) {
	in := "The woman\u2019s\u00a0inter\u00adpreter \u2013 Caf\u0065\u0301 \u201cNO\u201d"
	f := text.Fold(in)
	if want := `the woman's interpreter - café "no"`; f.Low != want {
		t.Fatalf("folded to %q; want %q", f.Low, want)
	}
	at := strings.Index(f.Low, "interpreter")
	if got := original(f, in, at, at+len("interpreter")); got != "inter\u00adpreter" {
		t.Errorf("the original is %q", got)
	}
	if at = strings.Index(f.Low, "no"); !f.Upper(at) || f.Upper(strings.Index(f.Low, "woman")) {
		t.Error("capitals are not told from small letters")
	}
}

func TestLines(t *testing.T) {
	in := "a\r\nb\rc\n\nd\ve"
	var got []string
	for at, l := range text.Lines(in) {
		if in[at:at+len(l)] != l {
			t.Errorf("line %q is not at %d", l, at)
		}
		got = append(got, l)
	}
	if diff := cmp.Diff([]string{"a", "b", "c", "", "d", "e"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// FuzzPieces holds that lines and sentences cover every letter once, in order,
// and that no sentence is blank or cuts a letter.
func FuzzPieces(f *testing.F) {
	f.Add("Dr. Hill. ☒ Language | No.\r\nNext: a / B: c \u00ad\u0301")
	f.Add(strings.Repeat("word ", 20000))
	f.Fuzz(func(t *testing.T, s string) {
		rest := 0
		for at, line := range text.Lines(s) {
			if at < rest || len(line) > text.MaxLine {
				t.Fatalf("line of %d bytes at %d after %d", len(line), at, rest)
			}
			rest = at + len(line)
			checkSpans(t, line)
		}
	})
}

func checkSpans(t *testing.T, line string) {
	t.Helper()
	f := text.Fold(line)
	end := 0
	for _, p := range text.AppendSentences(nil, f) {
		if p.Start < end || p.Start >= p.End || p.End > len(f.Low) {
			t.Fatalf("span %v after %d of %d", p, end, len(f.Low))
		}
		end = p.End
		if utf8.ValidString(line) && !utf8.ValidString(original(f, line, p.Start, p.End)) {
			t.Fatalf("a letter is cut in %q", original(f, line, p.Start, p.End))
		}
	}
}
