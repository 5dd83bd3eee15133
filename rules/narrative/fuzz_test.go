package narrative_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"siequity/rules/narrative"
)

// FuzzRead holds what every text must give: whole, ordered, verbatim evidence,
// none for absent, the same answer twice, and no more from a part by itself than
// the screen allows.
func FuzzRead(f *testing.F) {
	lx := load(f)
	for _, c := range readCases(f, "../../testdata/consideration.jsonl") {
		f.Add(c.Text, "")
	}
	f.Add("Language: \x00\xff\xc2", "findings")
	f.Add("inter\u00adpreter \"not used\n\r\n\t| culture | [x]", "lessons")
	f.Add("e\u0301thnicity \u202eegaugnal ☒☐ : ? ;;; (((", "")
	f.Add("Was language considered?\nNo.\nThis was not explored. It. These.", "")
	f.Fuzz(func(t *testing.T, s, name string) {
		parts := []narrative.Part{{Name: name, Text: s}}
		got := lx.Read(parts)
		if again := lx.Read(parts); !same(got, again) {
			t.Fatalf("two readings differ: %v and %v", got, again)
		}
		for _, finding := range got {
			checkFinding(t, lx, s, finding)
		}
	})
}

func checkFinding(t *testing.T, lx *narrative.Lexicon, s string, f narrative.Finding) {
	t.Helper()
	if (f.Label == narrative.Absent) != (len(f.Evidence) == 0) || len(f.Evidence) > narrative.MaxEvidence {
		t.Fatalf("%s with %d passages", f.Label, len(f.Evidence))
	}
	for _, e := range f.Evidence {
		if e.Start < 0 || e.Start >= e.End || e.End > len(s) {
			t.Fatalf("passage %d:%d of %d bytes", e.Start, e.End, len(s))
		}
		if utf8.ValidString(s) && !utf8.ValidString(s[e.Start:e.End]) {
			t.Fatalf("passage cuts a letter: %q", s[e.Start:e.End])
		}
	}
	if f.Label != narrative.Absent && !lx.Any(s) {
		t.Fatalf("%s, though the screen finds nothing", f.Label)
	}
}

func same(a, b narrative.Reading) bool {
	for d := range a {
		if a[d].Label != b[d].Label || a[d].Check != b[d].Check || len(a[d].Evidence) != len(b[d].Evidence) {
			return false
		}
		for i := range a[d].Evidence {
			if a[d].Evidence[i] != b[d].Evidence[i] {
				return false
			}
		}
	}
	return true
}

// TestLongTexts reads texts of several megabytes that would hurt a reader whose
// time or memory grows faster than their length.
func TestLongTexts(t *testing.T) {
	lx := load(t)
	const n = 200_000
	for name, s := range map[string]string{
		"cues":       strings.Repeat("language ", n),
		"negations":  strings.Repeat("not considered culture, ", n/2),
		"quotes":     strings.Repeat("\"'(", n) + " ethnicity",
		"controls":   strings.Repeat("\x00\x01\r\v", n) + "language",
		"scripts":    strings.Repeat("язык 语言 langue culture ", n/8),
		"marks":      "e" + strings.Repeat("\u0301", n) + " ethnicity",
		"no spaces":  strings.Repeat("language", n),
		"fields":     strings.Repeat("Language: ", n/2),
		"boxes":      strings.Repeat("☒ culture ", n/4),
		"returns":    strings.Repeat("culture\r", n/2),
		"stops":      strings.Repeat(". a. 1. ", n/2) + "language",
		"boundaries": strings.Repeat("the panel ", n/2),
	} {
		t.Run(name, func(t *testing.T) {
			for _, f := range lx.Read([]narrative.Part{{Text: s}}) {
				checkFinding(t, lx, s, f)
			}
		})
	}
}
