package cases_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/cases"
)

const (
	notedDatix = "Ref,Trust,Incident date,Specialty,Grade of harm,Ethnicity,StEIS ref"
	notedSteis = "Log No,Organisation reporting SI on STEIS,Date of Incident,Type of Incident,Local incident reference"
	notedPMRT  = "PMRT case ID,Trust,Type of death,Date of birth,Date of death,Suitable for PMRT,Mother's ethnicity,Datix ref"
)

// notes gives the findings about cases, one a line, and which case each record is in.
func notes(r *audit.Result) string {
	var out []string
	for _, rec := range r.Records {
		if rec.Case > 0 {
			out = append(out, rec.ID()+" "+cases.ID(rec.Case))
		}
	}
	for _, f := range r.Findings {
		if strings.HasPrefix(f.ID, "case/") || strings.HasPrefix(f.ID, "reference/") {
			out = append(out, fmt.Sprintf("%s %s: %s", f.ID, f.Where(), f.What))
		}
	}
	return audittest.Lines(out...)
}

func TestCaseNotes(t *testing.T) {
	tests := []struct {
		name  string
		files []audittest.File
		want  string
	}{
		{"twins in two notations", []audittest.File{
			{"datix.csv", audittest.Lines(notedDatix, "W1,Vale,03/06/2026,Obstetrics,Low,White - British,", "W2,Vale,03/06/2026,Obstetrics,Low,White - British,")},
			{"pmrt.csv", audittest.Lines(notedPMRT, "91234/1,Vale,Stillbirth,03/06/2026,03/06/2026,Yes,White - British,W1", "91234/2,Vale,Stillbirth,03/06/2026,03/06/2026,Yes,White - British,W1",
				"91235A,Vale,Stillbirth,03/06/2026,03/06/2026,Yes,White - British,W2", "91235B,Vale,Stillbirth,03/06/2026,03/06/2026,Yes,White - British,W2")}},
			audittest.Lines("datix:W1 case-0001", "datix:W2 case-0002", "pmrt:91234/1 case-0001", "pmrt:91234/2 case-0001", "pmrt:91235A case-0002", "pmrt:91235B case-0002",
				"case/several-reviews pmrt.csv, row 3, column A: 2 reviews stand in one case with the review of another baby, as twins of one birth are one case; each review counts by itself in the measures of reviews (rows 3, 5)")},
		{"two references, both named back, one of another week", []audittest.File{
			{"datix.csv", audittest.Lines(notedDatix, "W1,Vale,03/06/2026,Obstetrics,Low,White - British,2026/5", "W3,Vale,10/06/2026,Obstetrics,Low,White - British,2026/5")},
			{"steis.csv", audittest.Lines(notedSteis, `2026/5,Vale,03/06/2026,Maternity/Obstetric incident,"W1, W3"`)}},
			audittest.Lines("steis:2026/5 case-0001", "datix:W1 case-0001", "datix:W3 case-0002",
				"reference/not-followed steis.csv, row 2, column E: a reference between this record and datix.csv, row 3 was not followed: the case already has another record of that system, of another day; 7 days apart")},
		{"dates months apart", []audittest.File{
			{"datix.csv", audittest.Lines(notedDatix, "W1,Vale,03/03/2026,Obstetrics,Low,White - British,2026/5")},
			{"steis.csv", audittest.Lines(notedSteis, "2026/5,Vale,03/06/2026,Maternity/Obstetric incident,")}},
			audittest.Lines("steis:2026/5 case-0001", "datix:W1 case-0002",
				"reference/not-followed datix.csv, row 2, column G: a reference between this record and steis.csv, row 2 was not followed: the dates are far apart; 92 days apart")},
		{"no such record, and none to be had", []audittest.File{
			{"datix.csv", audittest.Lines(notedDatix, "W1,Vale,03/06/2026,Obstetrics,Low,White - British,2026/5", "W2,Vale,03/06/2026,Obstetrics,Low,White - British,2026/6; 2026/7",
				"W3,Vale,03/06/2026,Obstetrics,Low,White - British,2026/8", "W4,Vale,03/06/2026,Obstetrics,Low,White - British,MI-012345")},
			{"steis.csv", audittest.Lines(notedSteis, "2026/5,Vale,03/06/2026,Maternity/Obstetric incident,", "2026/8,Vale,03/06/2026,Orthopaedic incident,")}},
			audittest.Lines("steis:2026/5 case-0001", "datix:W1 case-0001", "datix:W2 case-0002", "datix:W3 case-0003", "datix:W4 case-0004",
				"reference/no-record datix.csv, row 3, column G: references to records that are not in these files: 2 of StEIS; the first in row 3")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, notes(audittest.Run(t, nil, tt.files...))); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}
