package decision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/decision"
	"siequity/audit/sample"
	"siequity/audit/sample/collate"
)

// A decision is about what was drawn: a case with all its records, or a record alone.
func TestSampleUnits(t *testing.T) {
	steis := audittest.File{"steis.csv", audittest.Lines("Log No,Date of incident,Type of incident,Datix ref", "2026/1,04/05/2026,Maternity/Obstetric incident,W1")}
	datix := audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Description", "W1,04/05/2026,Obstetrics,")}
	label := func(language sample.Label) [3]sample.Label { return [3]sample.Label{"", "", language} }
	tests := []struct {
		name      string
		records   bool
		decisions map[string][3]sample.Label
		want      string
		findings  string
	}{
		{"a case", false, map[string][3]sample.Label{"datix:W1": label("considered")}, "steis:2026/1 absent absent considered:review\ndatix:W1 absent absent considered:review", ""},
		{"a record", true, map[string][3]sample.Label{"datix:W1": label("considered")}, "steis:2026/1 absent absent absent\ndatix:W1 absent absent considered:review", ""},
		{"both records", true, map[string][3]sample.Label{"datix:W1": label("considered"), "steis:2026/1": label("explicitly_not")},
			"steis:2026/1 absent absent explicitly_not:review\ndatix:W1 absent absent considered:review", ""},
		{"one case by two numbers", false, map[string][3]sample.Label{"datix:W1": label("considered"), "steis:2026/1": label("explicitly_not")},
			"steis:2026/1 absent absent absent\ndatix:W1 absent absent absent", "sample/decided-twice"},
		{"one case by two numbers that agree", false, map[string][3]sample.Label{"datix:W1": label("considered"), "steis:2026/1": label("considered")},
			"steis:2026/1 absent absent considered:review\ndatix:W1 absent absent considered:review", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := audittest.Run(t, func(c *audit.Config) {
				c.Samples = []decision.SampleReading{{Results: collate.Results{Records: tt.records}, Decisions: tt.decisions}}
			}, steis, datix)
			if d := cmp.Diff(tt.want, audittest.Told(r, "con")); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			if d := cmp.Diff(tt.findings, audittest.FoundIDs(r)); d != "" {
				t.Errorf("findings (-want +got)\n%s", d)
			}
		})
	}
}
