package audit

import "testing"

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
