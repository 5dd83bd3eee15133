package source_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/trial"
)

// TestTrackers holds that lists kept by hand are understood in other words, under
// a title.
func TestTrackers(t *testing.T) {
	text := "HSIB and MNSI cases,,,\n,,,\nHSIB/MNSI number,Baby's DOB,Date reported to MNSI,Case type,Ethnicity of mum\nMI-012345,05/04/2026,07/04/2026,HIE,Black African\n"
	_, records := trial.Records(t, text)
	want := "mnsi:MI-012345 row 4 x1 incident_date=2026-04-05 referral_date=2026-04-07 criteria=HIE ethnicity=Black African"
	if diff := cmp.Diff(want, trial.Lines(records, "incident_date", "referral_date", "criteria", "ethnicity")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestWhoseEthnicity holds that only the woman's column is taken for her ethnic
// category, and questions for questions.
func TestWhoseEthnicity(t *testing.T) {
	text := "ID,Incident date,Specialty,Approval status,Reporter ethnicity,Ethnicity of baby,Mother's ethnic group,Partner's ethnicity,What language does she speak?,Was her ethnicity considered?\n" +
		"1,14/05/2026,Obstetrics,Final,A,B,J,C,Urdu,Yes\n"
	_, records := trial.Records(t, text)
	want := "datix:1 row 2 x1 ethnicity=J language=Urdu ethnicity_answer=Yes"
	if diff := cmp.Diff(want, trial.Lines(records, "ethnicity", "language", "ethnicity_answer")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
