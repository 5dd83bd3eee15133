package audit

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// TestDecidedUnderTwoNames holds that of two decisions about one record the one under
// its name of today is used, and that neither is lost.
func TestDecidedUnderTwoNames(t *testing.T) {
	of := func(organisation string) worklist.Subject {
		return worklist.Subject{Key: "equity/language-considered|datix:W1", Organisation: organisation}
	}
	said := func(note string) worklist.Decision { return worklist.Decision{Decision: "considered", Note: note} }
	for name, c := range map[string]struct {
		decided, want map[worklist.Subject]worklist.Decision
		findings      string
	}{
		"an earlier name": {map[worklist.Subject]worklist.Decision{of("Moor"): said("a"), of("Eastmoor"): said("b")},
			map[worklist.Subject]worklist.Decision{of("Moor"): said("a"), of("Eastmoor"): said("b")}, "worklist/decided-twice"},
		"two earlier names": {map[worklist.Subject]worklist.Decision{of("Moor"): said("a"), of("moor"): said("b")},
			map[worklist.Subject]worklist.Decision{of("Eastmoor"): said("b"), of("Moor"): said("a")}, "worklist/decided-twice"},
		"one without a name": {map[worklist.Subject]worklist.Decision{of(""): said("a"), of("Eastmoor"): said("b")},
			map[worklist.Subject]worklist.Decision{of(""): said("a"), of("Eastmoor"): said("b")}, "worklist/decided-twice"},
		"both alike": {map[worklist.Subject]worklist.Decision{of("Moor"): said("a"), of("Eastmoor"): said("a")},
			map[worklist.Subject]worklist.Decision{of("Moor"): said("a"), of("Eastmoor"): said("a")}, ""},
		"an earlier name alone": {map[worklist.Subject]worklist.Decision{of("Moor"): said("a")}, map[worklist.Subject]worklist.Decision{of("Eastmoor"): said("a")}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := audited(t, func(cfg *Config) {
				cfg.Project.Organisations = map[string][]string{"Eastmoor": {"Moor"}}
				cfg.Decisions = c.decided
			}, given{"datix.csv", lines("Ref,Incident date,Specialty,Approval status,Trust", "W1,01/05/2026,Maternity,Final,Eastmoor")})
			if diff := cmp.Diff(c.want, r.Decisions()); diff != "" {
				t.Error(diff)
			}
			if got := foundIDs(r); got != c.findings {
				t.Errorf("findings %q, want %q", got, c.findings)
			}
		})
	}
}
