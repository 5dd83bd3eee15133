package merge_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/trial"
)

// The row of the woman leads, and nobody else speaks for her.
func TestPersons(t *testing.T) {
	tests := []struct {
		name   string
		texts  []string
		fields []string
		want   string
	}{
		{"ethnicity of the woman, not of staff, whatever the order",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Obstetrics,Employee,White - British,Delay\nW1,14/05/2026,Final,Obstetrics,Patient (mother),Pakistani,\n"},
			[]string{"ethnicity", "category"},
			"datix:W1 row 3 x2 ethnicity=Pakistani category=Delay"},
		{"a member of staff never fills a blank",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Obstetrics,Patient,,Delay\nW1,14/05/2026,Final,Obstetrics,Witness,White - British,Delay\n"},
			[]string{"ethnicity"},
			"datix:W1 row 2 x2 ethnicity="},
		{"the mother before the baby",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Obstetrics,Baby,A,Delay\nW1,14/05/2026,Final,Obstetrics,Affected patient,B,Delay\n"},
			[]string{"ethnicity"},
			"datix:W1 row 3 x2 ethnicity=B"},
		{"a record of staff alone says nothing of the woman",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Obstetrics,Employee,White - British,Delay\nW2,14/05/2026,Final,Obstetrics,Witness,Indian,Delay\nW2,14/05/2026,Final,Obstetrics,Midwife,Irish,Delay\n"},
			[]string{"ethnicity"},
			"datix:W1 row 2 x1 ethnicity=\ndatix:W2 row 3 x2 ethnicity="},
		{"role and kind of person as codes of the database",
			[]string{"recordid,inc_dincident,inc_specialty,link_role,con_type,con_ethnicity\n7,2026-05-14,OBS,AFFECT,EMPC,A\n7,2026-05-14,OBS,AFFECT,PATC,J\n8,2026-05-14,OBS,WITN,PATC,A\n"},
			[]string{"ethnicity"},
			"datix:7 row 3 x2 ethnicity=J\ndatix:8 row 4 x1 ethnicity="},
		{"LFPSE columns inside DATIX",
			[]string{"recordid,inc_dincident,inc_specialty,inc_severity,lfpse_physical_harm,lfpse_patient_ethnicity,lfpse_patient_sequence,lfpse_age_bracket\n7,2026-05-14,Maternity,LOW,4,,1,0-14 days\n7,2026-05-14,Maternity,LOW,2,32,2,26 to 35 years\n"},
			[]string{"harm", "harm_physical", "ethnicity_lfpse"},
			"datix:7 row 3 x2 harm=LOW harm_physical=2 ethnicity_lfpse=32"},
		{"persons that differ by a date of birth or an NHS number alone are several",
			[]string{"Ref,Incident date,Specialty,Approval status,Date of birth,NHS number\nW1,14/05/2026,Obstetrics,Final,01/02/1990,\nW1,14/05/2026,Obstetrics,Final,14/05/2026,\nW1,14/05/2026,Obstetrics,Final,14/05/2026,\n" +
				"W2,14/05/2026,Obstetrics,Final,,9434765919\nW2,14/05/2026,Obstetrics,Final,,9434765870\n"},
			[]string{"date_of_birth"},
			"datix:W1 row 2 x2 date_of_birth=\ndatix:W1 row 4 x1 left out: duplicate of datix:W1 date_of_birth=\ndatix:W2 row 5 x2 date_of_birth="},
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
