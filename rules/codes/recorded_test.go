package codes

import "testing"

func TestRecorded(t *testing.T) {
	for _, tt := range []struct {
		raw  string
		want bool
	}{
		{"A", true}, {"Pakistani", true}, {"Z", true}, {"declined", true}, {"Asian", true}, {"Martian", true}, {"English", true}, {"A / J", true},
		{"", false}, {" ", false}, {"-", false}, {"--", false}, {".", false}, {"?", false}, {"NULL", false}, {"None", false}, {"nil", false}, {"#N/A", false}, {"#REF!", false},
		{"N/A", false}, {"na", false}, {"Not applicable", false}, {"TBC", false}, {"Not recorded", false}, {"Not asked", false}, {"Unknown", false}, {"not known", false}, {"99", false}, {"(blank)", false}, {"U", false},
	} {
		if got := Recorded(Options{}.Ethnicity(tt.raw, SchemeUnknown)); got != tt.want {
			t.Errorf("%q: recorded %v, want %v", tt.raw, got, tt.want)
		}
	}
}
