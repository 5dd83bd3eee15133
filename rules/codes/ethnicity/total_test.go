package ethnicity

import "testing"

// TestTotalsAreNeverValid reads the lines of tables that add a category up.
func TestTotalsAreNeverValid(t *testing.T) {
	for _, c := range Categories() {
		for _, raw := range []string{"Total " + c.Label, c.Label + " total", c.Label + " (total)", "Total: " + c.Label, c.Label + " totals",
			c.Code + " - Total " + c.Label, c.Label + " total (" + c.Code + ")"} {
			if got := Read(raw, Unknown, nil); got.Status == Valid {
				t.Errorf("%q came out valid: %s (%s)", raw, got.Code, got.Why)
			}
		}
	}
	for _, raw := range []string{"Total White British", "Total Indian", "Indian total", "White British total", "All Indian"} {
		if got := Read(raw, Unknown, nil); got.Status != Ambiguous {
			t.Errorf("%q: got %s %s (%s), want ambiguous", raw, got.Code, got.Status, got.Why)
		}
	}
	for _, raw := range []string{"Total", "Totals", "Total women", "Total England"} {
		if got := Read(raw, Unknown, nil); got.Status != Invalid {
			t.Errorf("%q: got %s %s (%s), want invalid", raw, got.Code, got.Status, got.Why)
		}
	}
}

// TestWhiteOrWest reads the W that may stand for either.
func TestWhiteOrWest(t *testing.T) {
	for raw, want := range map[string]string{"W African": "", "W Indian": "", "W. African": "", "W-Indian": "", "W Afr background": "", "W Ind": "",
		"E - W African": "", "N - W African": "N", "M: W Indian": "M", "Black or Black British - W African": "N", "W Indies": "M", "West African": "N",
		"West Indian": "M", "W Irish": "B", "W British": "A"} {
		if got := Read(raw, Unknown, nil); got.Code != want || want == "" && got.Status != Ambiguous {
			t.Errorf("%q: got %s %s (%s), want %q", raw, got.Code, got.Status, got.Why, want)
		}
	}
}
