package ethnicity

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOfficialListReadsAsItself(t *testing.T) {
	for _, c := range Categories() {
		for _, raw := range []string{c.Code, strings.ToLower(c.Code), c.Label, strings.ToUpper(c.Label),
			c.Code + " - " + c.Label, c.Label + " (" + c.Code + ")", strings.ReplaceAll(c.Label, " - ", ": ")} {
			if got := Read(raw, NHS2001, nil); got.Code != c.Code {
				t.Errorf("%q: got %q (%s: %s), want %q", raw, got.Code, got.Status, got.Why, c.Code)
			}
		}
		again := Read(Label(c.Code), Unknown, nil)
		if again.Code != c.Code || again.Group != c.Group {
			t.Errorf("%s: official label gives %s in %q", c.Code, again.Code, again.Group)
		}
	}
}

func TestNumbersNeedTheirScheme(t *testing.T) {
	tests := []struct {
		raw    string
		in     Scheme
		code   string
		status Status
		scheme Scheme
	}{
		{"11,0", LFPSE, "A", Valid, LFPSE},
		{"32,0", LFPSE, "J", Valid, LFPSE},
		{"11", LFPSE, "A", Valid, LFPSE},
		{"34", LFPSE, "R", Valid, LFPSE},
		{"41", LFPSE, "N", Valid, LFPSE},
		{"42", LFPSE, "M", Valid, LFPSE},
		{"32.0", LFPSE, "J", Valid, LFPSE},
		{"52", LFPSE, "99", NotKnown, LFPSE},
		{"1", LFPSE, "", Invalid, LFPSE},
		{"61", LFPSE, "", Invalid, LFPSE},
		{"J", LFPSE, "J", Valid, NHS2001},
		{"32 - Pakistani", LFPSE, "J", Valid, LFPSE},
		{"32 - Indian", LFPSE, "", Ambiguous, NHS2001},
		{"41", Unknown, "", Invalid, NHS2001},
		{"41", NHS2001, "", Invalid, NHS2001},
		{"1", Unknown, "", Invalid, NHS2001},
		{"99", LFPSE, "99", NotKnown, NHS2001},
		{"3F", Unknown, "", Invalid, Scotland},
	}
	for _, tc := range tests {
		got := Read(tc.raw, tc.in, nil)
		if got.Code != tc.code || got.Status != tc.status || got.Scheme != tc.scheme {
			t.Errorf("Read(%q, %q) = %s %s %s (%s), want %s %s %s", tc.raw, tc.in, got.Code, got.Status, got.Scheme, got.Why, tc.code, tc.status, tc.scheme)
		}
	}
}

func TestDecisionsExplainThemselves(t *testing.T) {
	tests := []struct{ raw, why, warning, suggest string }{
		{"Pakastani", `spelling: "pakastani" read as "pakistani"`, "spelling", ""},
		{"CA", "local code CA rolls up to national code C", "second character", ""},
		{"12", "LFPSE", "", "B"},
		{"Polish", "nationality", "", "C"},
		{"Urdu", "language", "", ""},
		{"Muslim", "religion", "", ""},
		{"T", "Arab or Traveller", "", ""},
		{"A - Pakistani", "disagree", "", ""},
		{"9", "not given", "write Z", ""},
		{"Not known", "says that it is not known", "", ""},
		{"Not asked", "says that no answer was asked for or recorded", "", ""},
		{"Any", "names no category", "", ""},
		{"exc", "names no category", "", ""},
		{"Total", "the total of a table", "", ""},
		{"Ethnic groups", "the heading of a list", "", ""},
		{"Zzyzx", `"zzyzx" is not a word`, "", ""},
	}
	for _, tc := range tests {
		got := Read(tc.raw, Unknown, nil)
		if !strings.Contains(got.Why, tc.why) || !strings.Contains(got.Warning, tc.warning) || got.Suggest != tc.suggest {
			t.Errorf("%q: %+v, want why %q, warning %q, suggest %q", tc.raw, got, tc.why, tc.warning, tc.suggest)
		}
	}
}

func TestLocalLabelsWin(t *testing.T) {
	local := map[string]string{"NotOnList": "99", "B.A.M.E.": "S", "Ward list 7": "j", "White Scottish": "A", "Not asked (paper)": "99"}
	got := []string{}
	for _, raw := range []string{"ward LIST-7", "white scottish", "not asked: paper", "White Welsh", "NotOnList", "B.A.M.E."} {
		r := Read(raw, Unknown, local)
		got = append(got, r.Code+" "+string(r.Status)+" "+string(r.Scheme))
	}
	want := []string{"J valid local", "A valid local", "99 not_known local", " ambiguous nhs2001", "99 not_known local", "S valid local"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestNamesOfProgramsAreParted reads what programs export for a label: several words in one. Without the capitals inside
// it nothing parts them.
func TestNamesOfProgramsAreParted(t *testing.T) {
	for raw, want := range map[string]string{"GypsyRoma": "C", "WhiteBritish": "A", "AnyOtherWhiteBackground": "C", "OtherAsian": "L",
		"WhiteBlackCaribbean": "D", "PreferNotToSay": "Z", "NotKnown": "99"} {
		if got := Read(raw, Unknown, nil); got.Code != want {
			t.Errorf("%q: got %s %s (%s), want %s", raw, got.Code, got.Status, got.Why, want)
		}
	}
}

func TestBlank(t *testing.T) {
	for _, raw := range []string{"", " ", "\t\n", "\u00a0", "\u200b", "\ufeff"} {
		if got := Read(raw, Unknown, nil); got.Status != Missing {
			t.Errorf("%q: %s", raw, got.Status)
		}
	}
}

// TestVocabularyIsSound finds tables that shadow each other: a word that would be rewritten before it is looked up, or
// a phrase given twice.
func TestVocabularyIsSound(t *testing.T) {
	for phrase, whole := range expressions {
		for _, w := range strings.Fields(phrase) {
			if known, respelt := spellWord(w); known != w || respelt {
				t.Errorf("expression %q: its word %q is rewritten to %q first", phrase, w, known)
			}
			if singular := strings.TrimSuffix(w, "s"); singular != w && grammatical(singular) {
				t.Errorf("expression %q: its word %q hides the plural of %q", phrase, w, singular)
			}
		}
		if !inVocabulary(whole) && expressions[whole] == "" {
			t.Errorf("expression %q gives %q, which no table has", phrase, whole)
		}
	}
	for short, full := range spellings {
		if !inVocabulary(full) {
			t.Errorf("spelling %q gives %q, which no table has", short, full)
		}
		if grammatical(short) || fillers[short] {
			t.Errorf("spelling %q rewrites a word that has a meaning", short)
		}
	}
	for w := range peoples {
		if fillers[w] || markers[w] || aggregates[w] {
			t.Errorf("%q is both a people and a filler", w)
		}
	}
}
