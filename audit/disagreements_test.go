package audit_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit/audittest"
	"siequity/audit/finding"
)

// Two events with one number are two records; rows of one record that disagree are
// one, and told.
func TestDisagreeingRepeats(t *testing.T) {
	datix := "Datix ID,Incident date,Specialty,Category,Severity,Approval status,Ethnicity"
	steis := "Log No,Date of Incident:,Created on,Modified Date,Type of Incident,Patient Ethnic Group:,Status"
	one := "1,01/04/2026,Maternity,PPH,Low,Final,A"
	for name, tt := range map[string]struct {
		files          []audittest.File
		want, findings string
	}{
		"two trusts with numbers of their own": {[]audittest.File{{"east.csv", audittest.Lines(datix, one, "2,02/04/2026,Maternity,PPH,Low,Final,A")}, {"west.csv", audittest.Lines(datix, "1,01/05/2026,Maternity,PPH,Low,Final,B", "2,02/05/2026,Maternity,PPH,Low,Final,B")}},
			audittest.Lines("datix:1@east.csv used case-0001", "datix:2@east.csv used case-0002", "datix:1@west.csv used case-0003", "datix:2@west.csv used case-0004"),
			"record/number-shared A 2x (rows 2, 3);record/number-shared A 2x (rows 2, 3)"},
		"the same record in two quarters": {[]audittest.File{{"q1.csv", audittest.Lines(datix, one)}, {"q2.csv", audittest.Lines(datix, "1,01/04/2026,Maternity,PPH,Severe,Final,A")}},
			audittest.Lines("datix:1 used case-0001", "datix:1 left out: duplicate of datix:1 "), "record/rows-disagree E 1x"},
		"only the date corrected": {[]audittest.File{{"q1.csv", audittest.Lines(datix, one)}, {"q2.csv", audittest.Lines(datix, "1,11/04/2026,Maternity,PPH,Low,Final,A")}},
			audittest.Lines("datix:1 used case-0001", "datix:1 left out: duplicate of datix:1 "), "record/rows-disagree B 1x"},
		"one number twice in a file": {[]audittest.File{{"q1.csv", audittest.Lines(datix, one, "1,15/05/2026,Maternity,Stillbirth,Severe,Final,J")}},
			audittest.Lines("datix:1 used case-0001"), "record/rows-disagree B 1x;record/rows-disagree D 1x"},
		"a log number without versions": {[]audittest.File{{"steis.csv", audittest.Lines(steis, "2026/3,01/04/2026,02/04/2026,,Maternity,A,Ongoing", "2026/3,01/04/2026,02/04/2026,,Maternity,J,Ongoing", "2026/03,01/04/2026,02/04/2026,,Maternity,J,Ongoing")}},
			audittest.Lines("steis:2026/3 used case-0001", "steis:2026/3 left out: duplicate of steis:2026/3 ", "steis:2026/03 left out: duplicate of steis:2026/3 "), "record/rows-disagree F 2x (rows 3, 4)"},
		"a log number with dated versions": {[]audittest.File{{"steis.csv", audittest.Lines(steis, "2026/3,01/04/2026,02/04/2026,03/04/2026,Maternity,A,Ongoing", "2026/3,01/04/2026,02/04/2026,04/04/2026,Maternity,J,Ongoing")}},
			audittest.Lines("steis:2026/3 left out: superseded ", "steis:2026/3 used case-0001"), ""},
		"versions of one day": {[]audittest.File{{"steis.csv", audittest.Lines(steis, "2026/3,01/04/2026,02/04/2026,03/04/2026 10:00,Maternity,A,Ongoing", "2026/3,01/04/2026,02/04/2026,03/04/2026 16:30,Maternity,J,Ongoing")}},
			audittest.Lines("steis:2026/3 left out: superseded ", "steis:2026/3 used case-0001"), ""},
		"a blank that another row fills": {[]audittest.File{{"steis.csv", audittest.Lines(steis, "2026/3,01/04/2026,02/04/2026,,Maternity,,Ongoing", "2026/3,01/04/2026,02/04/2026,,Maternity,J,Ongoing", "2026/3,01/04/2026,02/04/2026,,Maternity,A,Ongoing")}},
			audittest.Lines("steis:2026/3 used case-0001", "steis:2026/3 left out: duplicate of steis:2026/3 ", "steis:2026/3 left out: duplicate of steis:2026/3 "), "record/rows-disagree F 1x"},
		"numbers that differ in noughts alone": {[]audittest.File{{"q1.csv", audittest.Lines(datix, one, "01,01/04/2026,Maternity,PPH,Low,Final,A", "2,01/04/2026,Maternity,PPH,Low,Final,A")}},
			audittest.Lines("datix:1 used case-0001", "datix:01 used case-0002", "datix:2 used case-0003"), "record/numbers-alike A 2x (rows 2, 3)"},
		"exact repeats": {[]audittest.File{{"q1.csv", audittest.Lines(datix, one, one)}, {"q2.csv", audittest.Lines(datix, one)}},
			audittest.Lines("datix:1 used case-0001", "datix:1 left out: duplicate of datix:1 ", "datix:1 left out: duplicate of datix:1 "), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := audittest.Run(t, nil, tt.files...)
			if diff := cmp.Diff(tt.want, audittest.Told(r, "left case")+"\n"); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			var found []string
			for _, f := range r.Findings {
				if strings.HasPrefix(f.ID, "record/") {
					found = append(found, foundShort(f))
				}
			}
			if diff := cmp.Diff(tt.findings, strings.Join(found, ";")); diff != "" {
				t.Errorf("findings (-want +got)\n%s", diff)
			}
		})
	}
}

// A finding about rows that disagree says which of them was followed.
func TestKeptRows(t *testing.T) {
	datix := "Datix ID,Incident date,Specialty,Category,Severity,Approval status,Ethnicity"
	r := audittest.Run(t, nil, audittest.File{"q1.csv", audittest.Lines(datix, "1,01/04/2026,Maternity,PPH,Low,Final,A", "2,02/04/2026,Maternity,PPH,Low,Final,A", "2,02/04/2026,Maternity,Stillbirth,Low,Final,A")},
		audittest.File{"q2.csv", audittest.Lines(datix, "1,01/04/2026,Maternity,PPH,Severe,Final,A", "2,02/04/2026,Maternity,PPH,Severe,Final,A")})
	var got []string
	for _, f := range r.Findings {
		if f.ID == "record/rows-disagree" {
			got = append(got, f.What)
		}
	}
	want := []string{"a row contradicts another row of the same record on the category; the value of row 3 was kept",
		"2 rows contradict another row of the same record on the harm; the values kept are those of rows 2 of q1.csv, 3 of q1.csv (rows 2, 3)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// foundShort shows a counted finding as its ID, column, number and rows.
func foundShort(f finding.Finding) string {
	n := strings.Fields(f.What)[0]
	if n == "a" {
		n = "1"
	}
	s := fmt.Sprintf("%s %c %sx", f.ID, 'A'+f.Column-1, n)
	if i := strings.Index(f.What, " (rows"); i >= 0 {
		s += f.What[i:]
	}
	return s
}
