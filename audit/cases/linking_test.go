package cases_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/audittest"
	"siequity/audit/cases"
)

// TestCasesOfFiveSources holds how records of all sources become cases: loose
// references, twins, two events of one woman, a wrong digit, no number at all,
// another trust's reference.
func TestCasesOfFiveSources(t *testing.T) {
	r := audittest.Run(t, nil,
		audittest.File{"steis.csv", audittest.Lines("Log No,Organisation reporting SI on STEIS,Date of Incident,Type of Incident,Modified Date,Ethnicity,Datix ref,NHS number",
			"2026/04821,Vale,01/05/2026,Maternity/Obstetric incident,02/05/2026,Pakistani,WEB 12345,", "2026/4900,Vale,10/05/2026,Maternity/Obstetric incident,02/05/2026,,,9434765919")},
		audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Trust,Ethnicity,StEIS number,NHS number,Hospital number",
			"W12345,30/04/2026,Maternity,Final,Vale,Indian,,,", "W12346,01/05/2026,Maternity,Final,Moor,,StEIS 2026-04821,,", "W12347,10/05/2026,Maternity,Final,Vale,White British,,943 476 5919,",
			"W12348,10/05/2026,Maternity,Final,Vale,,,943 476 5918,", "W12349,20/06/2026,Maternity,Final,Vale,,,943 476 5919,", "W12350,11/06/2026,Maternity,Final,Vale,,,,Unknown")},
		audittest.File{"lfpse.csv", audittest.Lines("Reference,Revision,Patient no.,T005 - Event Date,L003 - Service Area,P009 - Patient ethnicity,Local record reference,Occurred Organisation Code,Hospital number",
			"L1,1,1,11/06/2026,Maternity,Irish,,Vale,unknown", "L2,1,1,30/04/2026,Maternity,32,Datix W12345,Vale,")},
		audittest.File{"pmrt.csv", audittest.Lines("PMRT case ID,Type of death,Date of death,Suitable for PMRT,Review started,Trust,Mother's ethnicity,Datix ref,MNSI ref",
			"91234/1,Stillbirth,01/05/2026,Yes,,Vale,,Datix W12345,", "91234/2,Stillbirth,01/05/2026,Yes,,Vale,,W12345,MI-12345")},
		audittest.File{"mnsi.csv", audittest.Lines("MNSI reference,Incident date,Referral date,Family consent,Trust,Mother's ethnicity", "MI-012345,01/05/2026,02/05/2026,Y,Vale,Z")})
	ids := map[string]string{}
	for _, rec := range r.Records {
		_, number, _ := strings.Cut(cases.ID(rec.Case), "-")
		ids[number] += " " + rec.ID()
	}
	var got []string
	for n := 1; n <= r.Cases.Total; n++ {
		v := r.View(n)
		line := fmt.Sprintf("%s: %s", strings.TrimSpace(ids[fmt.Sprintf("%04d", n)]), v.Bucket)
		if v.Origin != "" {
			line += ", from " + v.Origin
		}
		if v.Conflict {
			line += ", conflict"
		}
		got = append(got, line)
	}
	want := []string{
		"steis:2026/04821 datix:W12345 lfpse:L2 mnsi:MI-012345 pmrt:91234/1 pmrt:91234/2: Asian, conflict", "steis:2026/4900 datix:W12347: White, from datix",
		"datix:W12346: Not known or not valid", "datix:W12348: Not known or not valid", "datix:W12349: Not known or not valid", "datix:W12350: Not known or not valid",
		"lfpse:L1: White"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Short references are followed from a list as long ones are, and one that no record has
// is told.
func TestListsOfReferences(t *testing.T) {
	datix := audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty", "DX01,14/05/2026,Obstetrics", "DX02,14/05/2026,Obstetrics")}
	for _, tt := range []struct {
		cited    string
		cases    int
		findings string
	}{
		{"DX01", 2, ""}, {"DX01; DX02", 1, ""}, {"DX01, DX02", 1, ""}, {"DX01 and DX02", 1, ""}, {"DX 1 & DX 2", 1, ""},
		{"DX01; DX77", 2, "reference/no-record"}, {"see DX01; 2 letters were sent", 3, ""},
	} {
		r := audittest.Run(t, nil, datix, audittest.File{"pmrt.csv", audittest.Lines("PMRT case ID,Type of death,Date of death,Suitable for PMRT,Datix ref", `91234,Stillbirth,14/05/2026,Yes,"`+tt.cited+`"`)})
		if got := audittest.FoundIDs(r, "source/likely"); r.Cases.Total != tt.cases || got != tt.findings {
			t.Errorf("%q: %d cases, findings %q; want %d, %q", tt.cited, r.Cases.Total, got, tt.cases, tt.findings)
		}
	}
}

// Leading zeros of a hospital number are a spreadsheet's to drop, and words are no number.
func TestHospitalNumbers(t *testing.T) {
	for _, tt := range []struct {
		one, other string
		cases      int
	}{{"00123456", "123456", 1}, {"RXR0012345", "rxr 12345", 1}, {"123456", "123457", 2}, {"unknown", "unknown", 2}, {"0000000", "0000000", 2}} {
		r := audittest.Run(t, nil, audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Trust,Hospital number", "W1,14/05/2026,Obstetrics,Vale,"+tt.one)},
			audittest.File{"lfpse.csv", audittest.Lines("Reference,Revision,Patient no.,T005 - Event Date,L003 - Service Area,Occurred Organisation Code,Hospital number", "L1,1,1,14/05/2026,Maternity,Vale,"+tt.other)})
		if r.Cases.Total != tt.cases {
			t.Errorf("%q and %q: %d cases, want %d", tt.one, tt.other, r.Cases.Total, tt.cases)
		}
	}
}
