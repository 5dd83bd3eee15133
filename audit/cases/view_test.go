package cases_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/audittest"
	"siequity/audit/cases"
)

// What a case of two records is counted under, whichever file is given first and
// whatever the files are called.
func TestCaseViewWhicheverComesFirst(t *testing.T) {
	const (
		datixHead = "Ref,Incident date,Specialty,Trust,Severity,Ethnicity,IMD quintile,StEIS number,MNSI reference"
		steisHead = "Log No,Organisation reporting SI on STEIS,Date of Incident,Type of Incident,Ethnicity,IMD quintile"
		lfpseHead = "Reference,Revision,Patient no.,T005 - Event Date,L003 - Service Area,OT001 - Physical harm,CL021 - Reference Number (Optional)"
		mnsiHead  = "MNSI reference,Incident date,Referral date,Family consent,Trust"
	)
	steis := func(row string) string { return audittest.Lines(steisHead, row) }
	datix := func(row string) string { return audittest.Lines(datixHead, row) }
	lfpse := func(row string) string { return audittest.Lines(lfpseHead, row) }
	mnsi := func(row string) string { return audittest.Lines(mnsiHead, row) }
	const differ = "case/organisations-differ"
	tests := []struct{ name, one, other, want, findings string }{
		{"none and near miss", datix("W1,03/06/2026,Obstetrics,Vale,Near miss,,,,"), lfpse("LF00001,1,1,03/06/2026,Maternity,No physical harm,W1"),
			"Vale none 2026/27-Q1 not known", ""},
		{"a stated organisation and none", datix("W1,03/06/2026,Obstetrics,,Low,,,2026/5,"), steis("2026/5,Vale,03/06/2026,Maternity/Obstetric incident,,"),
			"Vale low 2026/27-Q1 not known", ""},
		{"two organisations", datix("W1,03/06/2026,Obstetrics,Arden,Low,,,2026/5,"), steis("2026/5,Vale,03/06/2026,Maternity/Obstetric incident,,"),
			"Vale low 2026/27-Q1 not known", differ},
		{"two organisations, one investigates", datix("W1,03/06/2026,Obstetrics,Arden,Low,,,,MI-012345"), mnsi("MI-012345,03/06/2026,04/06/2026,Y,Vale"),
			"Vale low 2026/27-Q1 not known", differ},
		{"two quarters", datix("W1,01/07/2026,Obstetrics,Vale,Low,,,2026/5,"), steis("2026/5,Vale,30/06/2026,Maternity/Obstetric incident,,"),
			"Vale low 2026/27-Q1 not known", ""},
		{"a date missing", datix("W1,03/06/2026,Obstetrics,Vale,Low,,,2026/5,"), steis("2026/5,Vale,,Maternity/Obstetric incident,,"),
			"Vale low 2026/27-Q1 not known", ""},
		{"two quintiles", datix("W1,03/06/2026,Obstetrics,Vale,Low,,1,2026/5,"), steis("2026/5,Vale,03/06/2026,Maternity/Obstetric incident,,4"),
			"Vale low 2026/27-Q1 4", ""},
		{"no fixed abode and a blank", datix("W1,03/06/2026,Obstetrics,Vale,Low,,no fixed abode,2026/5,"), steis("2026/5,Vale,03/06/2026,Maternity/Obstetric incident,,"),
			"Vale low 2026/27-Q1 no fixed abode", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, names := range [][2]string{{"a.csv", "b.csv"}, {"b.csv", "a.csv"}} {
				files := []audittest.File{{names[0], tt.one}, {names[1], tt.other}}
				for range 2 {
					r := audittest.Run(t, nil, files...)
					if r.Cases.Total != 1 {
						t.Fatalf("%d cases", r.Cases.Total)
					}
					v := r.View(1)
					got := fmt.Sprintf("%s %s %s %s", r.Organisations[v.Organisation], v.Harm, r.Periods[v.Period], cases.IMDColumn(v.Place))
					if d := cmp.Diff(tt.want, got); d != "" {
						t.Errorf("%s first: (-want +got)\n%s", files[0][0], d)
					}
					if d := cmp.Diff(tt.findings, audittest.FoundIDs(r, "source/likely", "imd/unclear-column")); d != "" {
						t.Errorf("%s first: findings (-want +got)\n%s", files[0][0], d)
					}
					slices.Reverse(files)
				}
			}
		})
	}
}
