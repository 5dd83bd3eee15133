package scope_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/scope"
	"siequity/incidents/trial"
)

func TestEventKind(t *testing.T) {
	head := "Reference,Revision,T005 - Event Date,CL001 - Event Type,L003 - Service Area\n"
	row := func(kind string) string { return "1,1,2026-04-01," + kind + ",Maternity\n" }
	const not = "not an incident (risk, outcome or good care)"
	for kind, want := range map[string]string{"Incident": "in", "Patient safety incident": "in", "1": "in", "": "in", "Risk": not, "Patient safety risk": not, "Outcome": not, "Poor outcome": not, "Good care": not, "2": not} {
		if got, faults := scoped(t, scope.New(scope.Period{}), head+row(kind)); got != want || faults != "" {
			t.Errorf("kind %q: %s, %q; want %s", kind, got, faults, want)
		}
	}
	got, faults := scoped(t, scope.New(scope.Period{}), head+row("Patient safety event")+"2"+row("Patient safety event")[1:])
	if want := `scope/event-kind: 2 records of a kind of event that is not known ("Patient safety event"); taken for incidents`; got != "in,in" || faults != want {
		t.Errorf("an unknown kind: %s, %q", got, faults)
	}
}

// Good care is recorded beside incidents and is none.
func TestGoodCare(t *testing.T) {
	tests := []struct {
		name   string
		texts  []string
		fields []string
		want   string
	}{
		{"good care is no incident",
			[]string{trial.LfpseHead + "E1,1,1,14/05/2026,Good care,Maternity,26-35,,\n"},
			nil,
			"lfpse:E1 row 2 x1 left out: not an incident (risk, outcome or good care)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, records := trial.Records(t, tt.texts...)
			if diff := cmp.Diff(tt.want, trial.Lines(records, tt.fields...)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
