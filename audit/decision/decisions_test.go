package decision

import (
	"slices"
	"testing"

	"siequity/audit/record"
	"siequity/audit/worklist"
)

func TestUnderstoodDecisions(t *testing.T) {
	for decision, want := range map[string]bool{
		"": true, "Considered": true, " no evidence ": true, "mentioned only": true, "stated not considered": true, "Mended": true, "accepted exception": true, "not ours": true,
		"considered - p3": false, "yes": false,
	} {
		if got := understood(decision); got != want {
			t.Errorf("%q: got %v", decision, got)
		}
	}
}

// TestWordsOfTheList holds that a decision may be every word that the list offers,
// and that each about consideration has a label of its own.
func TestWordsOfTheList(t *testing.T) {
	seen := map[record.Label]bool{}
	for _, word := range worklist.Considered() {
		label, ok := decidedLabel(word)
		if !ok || seen[label] {
			t.Errorf("%q is read as %v, %v", word, label, ok)
		}
		seen[label] = true
	}
	for _, word := range slices.Concat(worklist.Considered(), worklist.Mended()) {
		if !understood(word) {
			t.Errorf("%q is not understood", word)
		}
	}
}
