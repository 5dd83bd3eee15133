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
