package merge_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/trial"
)

// Spellings of one reference are one where no sheet tells them apart.
func TestSpellings(t *testing.T) {
	tests := []struct {
		name   string
		texts  []string
		fields []string
		want   string
	}{
		{"DATIX references of one sheet that differ in zeros or a prefix are several",
			[]string{trial.DatixHead + "W1,03/06/2026,Final,Obstetrics,,,A\nW001,09/06/2026,Final,Obstetrics,,,B\nWEB1,16/06/2026,Final,Obstetrics,,,C\n w1* ,03/06/2026,Final,Obstetrics,,,A\n"},
			[]string{"category"},
			"datix:W1 row 2 x2 category=A\ndatix:W001 row 3 x1 category=B\ndatix:WEB1 row 4 x1 category=C"},
		{"DATIX references of two sheets that differ in zeros or a prefix are one",
			[]string{trial.DatixHead + "W0012,03/06/2026,Final,Obstetrics,,,A\n", trial.DatixHead + "WEB12,03/06/2026,Final,Obstetrics,,,A\n"},
			[]string{"category"},
			"datix:W0012 row 2 x1 category=A\ndatix:WEB12 row 2 x1 left out: duplicate of datix:W0012 category=A"},
		{"where one sheet has two spellings, another sheet's are told apart too",
			[]string{trial.DatixHead + "W1,03/06/2026,Final,Obstetrics,,,A\nW01,09/06/2026,Final,Obstetrics,,,B\n", trial.DatixHead + "W01,09/06/2026,Final,Obstetrics,,,B\n"},
			[]string{"category"},
			"datix:W1 row 2 x1 category=A\ndatix:W01 row 3 x1 category=B\ndatix:W01 row 2 x1 left out: duplicate of datix:W01 category=B"},
		{"a number with decimals is the number",
			[]string{trial.DatixHead + "101.0,03/06/2026,Final,Obstetrics,,,A\n101,03/06/2026,Final,Obstetrics,,A,\n"},
			[]string{"category", "ethnicity"},
			"datix:101.0 row 2 x2 category=A ethnicity=A"},
		{"references that differ in zeros are one",
			[]string{trial.SteisHead + "2026/0042,Vale,14/05/2026,01/06/2026,Obstetrics,,\n2026/42,Vale,14/05/2026,02/06/2026,Obstetrics,,\n"},
			nil,
			"steis:2026/0042 row 2 x1 left out: superseded\nsteis:2026/42 row 3 x1"},
		{"spellings of one log number",
			[]string{trial.SteisHead + "2026/4821,Vale,14/05/2026,01/06/2026,Obstetrics,,J\nStEIS 2026-04821,Vale,14/05/2026,02/05/2026,Obstetrics,,\n2026/48210,Vale,14/05/2026,02/05/2026,Obstetrics,,\n"},
			nil,
			"steis:2026/4821 row 2 x1\nsteis:StEIS 2026-04821 row 3 x1 left out: superseded\nsteis:2026/48210 row 4 x1"},
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
