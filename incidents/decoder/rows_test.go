package decoder_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/trial"
)

// Lines above, between and under the rows are no records.
func TestRowsThatAreNoRecords(t *testing.T) {
	tests := []struct {
		name   string
		texts  []string
		fields []string
		want   string
	}{
		{"headings printed over again on each page",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Obstetrics,Patient,A,Delay\n" + trial.DatixHead + "W2,14/05/2026,Final,Obstetrics,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1\ndatix:W2 row 4 x1"},
		{"totals and criteria are no records",
			[]string{"Maternity incidents,,,,,,\nCriteria: all,,,,,,\n\n" + trial.DatixHead + "W1,14/05/2026,Final,Obstetrics,Patient,A,Delay\nTotal,1,,,,,\n"},
			[]string{"incident_date"},
			"datix:W1 row 5 x1 incident_date=2026-05-14"},
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

// A number that a spreadsheet cut is no reference.
func TestCutReferences(t *testing.T) {
	tests := []struct {
		name   string
		texts  []string
		fields []string
		want   string
	}{
		{"numbers that a spreadsheet cut are no references",
			[]string{trial.LfpseHead + "1.23E+11,1,1,03/06/2026,Incident,Maternity,,1,A\n1.23E+11,1,1,03/06/2026,Incident,Maternity,,4,B\n"},
			[]string{"ethnicity"},
			"lfpse:export1.csv:2 row 2 x1 ethnicity=A\nlfpse:export1.csv:3 row 3 x1 ethnicity=B"},
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
