package codes

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzReadings holds what is true of every reading whatever is typed: no panic, a known status, a reason, and the same
// answer with spaces round the value.
func FuzzReadings(f *testing.F) {
	for _, seed := range []string{"", "No harm", "3", "Kurdish (Sorani)", "☒ Yes ☐ No", "More deprived 10-20%", "5_most_deprived", "LS1 4JL", "S01 1AA",
		"ZZ99 3VZ", "-1", "1e9", "(", "☐", "Bengali (", "\xff", "٣", "N/A - English"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if !utf8.ValidString(raw) {
			raw = strings.ToValidUTF8(raw, "?")
		}
		spaced := "  " + raw + "\t"
		if h := Harm(raw, HarmWords); h.Why == "" || Harm(spaced, HarmWords).Level != h.Level {
			t.Errorf("harm %q: %+v", raw, h)
		}
		if a := ReadAnswer(raw); a.Why == "" || ReadAnswer(spaced).Answer != a.Answer {
			t.Errorf("answer %q: %+v", raw, a)
		}
		if l := Language(raw); l.Why == "" || (l.Tag != "") != (l.Status == LanguageValid) {
			t.Errorf("language %q: %+v", raw, l)
		}
		checkPostcode(t, raw)
		c := ReadIMDColumn(map[string]int{raw: 40}, IMDOptions{Areas: 32844})
		if v := c.Read(raw); v.Decile < 0 || v.Decile > 10 || v.Quintile > 5 || (v.Status == IMDGiven) != (v.Quintile > 0) || v.Why == "" {
			t.Errorf("imd %q: %+v", raw, v)
		}
		ReadInterpreter(raw)
		ReadResponse(raw)
		NHSNumber(raw)
	})
}

// checkPostcode: a normal form reads as itself, and every repair is a full postcode.
func checkPostcode(t *testing.T, raw string) {
	p := Postcode(raw)
	if p.Why == "" || (p.Normal != "") != (p.Status == PostcodeOK || p.Status == PostcodePartial) {
		t.Errorf("postcode %q: %+v", raw, p)
	}
	if p.Normal != "" && Postcode(p.Normal).Normal != p.Normal {
		t.Errorf("postcode %q: %q does not read as itself", raw, p.Normal)
	}
	for _, r := range p.Repairs {
		if Postcode(r).Status != PostcodeOK && Postcode(r).Status != PostcodeOverseas && Postcode(r).Status != PostcodeNoFixedAbode {
			t.Errorf("postcode %q: repair %q is %s", raw, r, Postcode(r).Status)
		}
	}
}
