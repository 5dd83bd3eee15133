package ethnicity

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRead holds what is true of every reading: it never panics, says why, gives a code exactly when it should, and
// does not depend on case or on spaces round the value.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"White - British", "A", "Z", "99", "c3", "A - Pakistani", "Not stated", "?", "", "E Afric Asian/Indo-Carib (NMO)",
		"Bangladesh i", "white; black", "Ŵhite", "\u200bIndian", "Other (including mixed", "(((", "A/B", "12 - Indian"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		r := Read(raw, Unknown, nil)
		checkReading(t, raw, r)
		if !utf8.ValidString(raw) {
			return
		}
		if again := Read(" "+raw+"\t", Unknown, nil); again.Code != r.Code || again.Status != r.Status {
			t.Errorf("%q: spaces round it change %s %s to %s %s", raw, r.Status, r.Code, again.Status, again.Code)
		}
		checkReading(t, raw, Read(raw, LFPSE, nil))
	})
}

func checkReading(t *testing.T, raw string, r Reading) {
	t.Helper()
	want := map[Status]bool{Valid: IsValid(r.Code), NotStated: r.Code == "Z", NotKnown: r.Code == "99",
		Ambiguous: r.Code == "", Invalid: r.Code == "", Missing: r.Code == ""}
	if !want[r.Status] {
		t.Errorf("%q: status %q with code %q", raw, r.Status, r.Code)
	}
	if r.Status == Valid && r.Group != GroupOf(r.Code) {
		t.Errorf("%q: code %s in group %q", raw, r.Code, r.Group)
	}
	if r.Why == "" || r.Raw != raw || strings.TrimSpace(r.Why) != r.Why {
		t.Errorf("%q: reading explains nothing: %+v", raw, r)
	}
}

func BenchmarkRead(b *testing.B) {
	labels := []string{"White - British", "J", "Asian or Asian British - Pakistani", "Not stated",
		"Black/African/Caribbean/Black British - Any other Black/African/Caribbean background"}
	for b.Loop() {
		for _, l := range labels {
			Read(l, Unknown, nil)
		}
	}
}
