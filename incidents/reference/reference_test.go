package reference

import "testing"

func TestFold(t *testing.T) {
	same := [][]string{
		{"2026/4821", "2026-04821", "StEIS 2026/04821", "steis2026-4821", "2026 / 4821", "Log No 2026/4821"},
		{"W12345", "WEB12345", "web-12345", "Datix W 12345", "w012345"},
		{"MI-012345", "MI 12345", "mi12345", "MNSI MI-12345"},
		{"91234/1", "91234-1", "PMRT 91234/1", "MBRRACE-UK 91234 1"},
		{"10002", "10002.0", " 10002.00", "010002", "10002,0"},
	}
	seen := map[string]string{}
	for _, group := range same {
		want := Fold(group[0])
		for _, ref := range group {
			if got := Fold(ref); got != want || Fold(got) != got {
				t.Errorf("Fold(%q) = %q, want %q", ref, got, want)
			}
		}
		if other := seen[want]; other != "" {
			t.Errorf("%q and %q fold alike", other, group[0])
		}
		seen[want] = group[0]
	}
	if Fold("2026/4821") == Fold("2026/48210") || Fold("n/a") == Fold("") {
		t.Error("different references fold alike")
	}
}
