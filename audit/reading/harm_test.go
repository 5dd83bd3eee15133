package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/audittest"
)

// Each scale of LFPSE is read by its own numbers, the graver known grade counts,
// and no harm to the mind says nothing of the body.
func TestHarmOfTwoScales(t *testing.T) {
	tests := []struct{ physical, psychological, want string }{
		{"", "", "missing"},
		{"", "No psychological harm", "missing"},
		{"", "4", "missing"},
		{"", "1", "severe"},
		{"No physical harm", "Severe psychological harm", "severe"},
		{"5", "1", "severe"},
		{"5", "4", "none"},
		{"4", "4", "low"},
		{"3", "3", "moderate"},
		{"1", "1", "death"},
		{"Not applicable", "", "not_applicable"},
		{"Not applicable", "4", "not_applicable"},
		{"wobbly", "4", "unmapped"},
	}
	text, want := "Reference,Revision,T005 - Event date,L003 - Service Area,OT001 - Physical harm,OT002 - Psychological harm,PatientEthnicity\n", []string{}
	for i, tt := range tests {
		text += fmt.Sprintf("L%d,1,2026-04-01,Maternity,%s,%s,11\n", i+1, tt.physical, tt.psychological)
		want = append(want, fmt.Sprintf("lfpse:L%d %s", i+1, tt.want))
	}
	r := audittest.Run(t, nil, audittest.File{"lfpse.csv", text})
	if d := cmp.Diff(strings.Join(want, "\n"), audittest.Told(r, "harm")); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	what := "records whose harm is the psychological grade, because it is the graver or the only one: 3; " +
		"records with no psychological harm and no grade of physical harm, which count as harm missing: 2"
	if len(r.Findings) != 1 || r.Findings[0].What != what {
		t.Errorf("findings %v, want one: %s", r.Findings, what)
	}
}
