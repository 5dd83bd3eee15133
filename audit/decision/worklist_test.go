package decision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/worklist"
)

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
			r := audittest.Run(t, func(cfg *audit.Config) {
				cfg.Project.Organisations = map[string][]string{"Eastmoor": {"Moor"}}
				cfg.Decisions = c.decided
			}, audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Trust", "W1,01/05/2026,Maternity,Final,Eastmoor")})
			if diff := cmp.Diff(c.want, r.Decisions()); diff != "" {
				t.Error(diff)
			}
			if got := audittest.FoundIDs(r); got != c.findings {
				t.Errorf("findings %q, want %q", got, c.findings)
			}
		})
	}
}
