package ethnicity

import "testing"

// TestSlipsNeverChangeTheCategory makes every slip of one letter in every category label: the reading may fail, but
// never become another category.
func TestSlipsNeverChangeTheCategory(t *testing.T) {
	for _, label := range []string{"White British", "White Irish", "Indian", "Pakistani", "Bangladeshi", "Black Caribbean", "Black African",
		"Chinese", "Arab", "White and Asian", "White and Black African", "White and Black Caribbean", "Any other Asian background", "Traveller", "Tamil", "Kurdish"} {
		want := Read(label, Unknown, nil).Code
		for _, typed := range slips(label) {
			if got := Read(typed, Unknown, nil); got.Status == Valid && got.Code != want {
				t.Errorf("%q read as %s, %q as %s (%s)", label, want, typed, got.Code, got.Why)
			}
		}
	}
}

// slips gives every string one letter left out, changed, added or swapped away from s.
func slips(s string) []string {
	var out []string
	for i := range s {
		out = append(out, s[:i]+s[i+1:])
		if i+1 < len(s) {
			out = append(out, s[:i]+s[i+1:i+2]+s[i:i+1]+s[i+2:])
		}
		for c := 'a'; c <= 'z'; c++ {
			out = append(out, s[:i]+string(c)+s[i+1:], s[:i]+string(c)+s[i:])
		}
	}
	return out
}

// TestNowIsNoNot reads what was put right: now is a slip of not only where nothing else is said.
func TestNowIsNoNot(t *testing.T) {
	for _, raw := range []string{"Now stated White British", "now recorded as Indian", "White British (now confirmed)", "Ethnicity now updated: Pakistani",
		"Bot recorded Indian", "Indian, no recorded religion"} {
		if got := Read(raw, Unknown, nil); got.Status == NotStated || got.Status == NotKnown {
			t.Errorf("%q is read as no answer: %s (%s)", raw, got.Code, got.Why)
		}
	}
	for raw, want := range map[string]string{"Now stated White British": "A", "White British (now confirmed)": "A", "Ethnicity now updated: Pakistani": "J",
		"Now stated": "Z", "now recorded": "99", "Now known": "99", "No recorded": "99", "bot recorded": "99",
		"White British - nto recorded": "99"} {
		if got := Read(raw, Unknown, nil); got.Code != want {
			t.Errorf("%q: got %s %s (%s), want %s", raw, got.Code, got.Status, got.Why, want)
		}
	}
}
