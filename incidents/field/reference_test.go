package field

import "testing"

func TestNoReference(t *testing.T) {
	none := []string{"", "TBC", "tbc", "N/A", "n/a - PSII", "-", "0", "000", "?", "pending", "awaiting", "Unknown", "none", "Not yet allocated", "Not on StEIS", "MI-", "MI-0",
		"W", "2026/", "2026/TBC", "SI 2026-xxxx", "2026/0000", "TBC 12/05/2026", "Awaiting (chased 3 times)", "not allocated as of 1 July", "TBC1", "#N/A", "see email", "N/A 1", "To be allocated 2026"}
	for _, text := range none {
		if !NoReference(text) {
			t.Errorf("%q was taken for a reference", text)
		}
	}
	some := []string{"1", "W1", "WEB48213", "2026", "2026/10432", "MI-012345", "HSIB MI-000348", "91234/1", "NA12345", "NOT123", "PENDLE-12", "TBH-7", "00012", "W48213 (StEIS awaited)", "2026/ABC", "INC-2026-1", "a0b1", "W0"}
	for _, text := range some {
		if NoReference(text) {
			t.Errorf("%q was taken for no reference", text)
		}
	}
}

func TestCut(t *testing.T) {
	for text, want := range map[string]bool{"1.23E+11": true, "1E+11": true, "1.23457e+14": true, "-1.5E+6": false, "": false, "E+11": false, "1.23E": false, "1.23E+": false,
		"1E11": false, "W1.23E+11": false, "1.23E+1x": false, "12.3E+11": false, "1.23456789012E+11": false, "2026/1": false, "1.": false, "1.E+9": false} {
		if got := Cut(text); got != want {
			t.Errorf("Cut(%q) = %v, want %v", text, got, want)
		}
	}
}
