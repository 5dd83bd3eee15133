package report

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/dates"
	"siequity/audit/intake"
	"siequity/audit/project"
	"siequity/audit/record"
	"siequity/audit/worklist"
	"siequity/incidents/scope"
)

// auditedRows audits one invented export.
func auditedRows(t *testing.T, period string, rows ...string) *audit.Result {
	t.Helper()
	path := filepath.Join(t.TempDir(), "datix.csv")
	if err := os.WriteFile(path, []byte(strings.Join(rows, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := scope.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	r, err := audit.Run(context.Background(), audit.Config{Evidence: true, Period: p, Inputs: []intake.Input{{Path: path}}, Project: project.Project{Link: project.Link{Days: -1}}}, audit.Nobody{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// itemsOf gives the lines of the worklist of one invented export.
func itemsOf(t *testing.T, period string, rows ...string) []worklist.Item {
	t.Helper()
	var out []worklist.Item
	for it := range newItemMaker(auditedRows(t, period, rows...)).items {
		out = append(out, it)
	}
	return out
}

// A record that its date loses has a line, with the cell to mend.
func TestLostRecordHasLine(t *testing.T) {
	var got []string
	for _, it := range itemsOf(t, "2026/27-Q1", "Datix ID,Incident date,Reported,Specialty,Approval status", "W1,,02/04/2026,Obstetrics,Final", "W2,,02/04/2025,Obstetrics,Final") {
		if it.Rule == dates.LeftByDate {
			got = append(got, it.Record+" "+it.Column+" "+it.Reason)
		}
	}
	want := "datix:W1 B the date is blank, so the record is left out; its other dates fall into the period"
	if strings.Join(got, "\n") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// An answer of No is not explained by what the text was read for.
func TestBasisWords(t *testing.T) {
	for want, v := range map[string]record.View{
		"by the answer in the export": {Label: record.ExplicitlyNot, Basis: record.ByAnswer},
		"by a completed proforma":     {Label: record.Mentioned, Basis: record.ByReview},
		"unrelated sense":             {Label: record.Mentioned, Basis: record.ByText},
		"":                            {Label: record.Absent, Basis: record.ByText},
	} {
		if got := basisWords(v, "unrelated sense"); got != want {
			t.Errorf("%v: got %q, want %q", v, got, want)
		}
	}
}

// A refusal is an answer: nobody is told to correct it. A dash is none.
func TestEthnicityLines(t *testing.T) {
	items := itemsOf(t, "all", "Datix ID,Incident date,Specialty,Approval status,Ethnicity",
		"W1,02/04/2026,Obstetrics,Final,Z", "W2,02/04/2026,Obstetrics,Final,-", "W3,02/04/2026,Obstetrics,Final,#N/A", "W4,02/04/2026,Obstetrics,Final,Not recorded", "W5,02/04/2026,Obstetrics,Final,Martian")
	var got []string
	for _, it := range items {
		if strings.HasPrefix(it.Rule, "ethnicity/") {
			got = append(got, strings.Join([]string{it.Record, it.Severity, it.Column, it.Reason}, " "))
		}
	}
	want := []string{
		"datix:W1 info E the family was asked for the ethnic category and gave none (Z, not stated)",
		"datix:W2 must E no answer is recorded for ethnicity: punctuation only: nothing was recorded",
		"datix:W2 must E ethnic category - is not a valid code: not known, punctuation only: nothing was recorded",
		"datix:W3 must E no answer is recorded for ethnicity: the cell is blank",
		"datix:W3 must E ethnic category (blank) is not a valid code: (blank), the cell is blank",
		`datix:W4 must E no answer is recorded for ethnicity: "not recorded" says that no answer was asked for or recorded`,
		`datix:W4 must E ethnic category Not recorded is not a valid code: not known, "not recorded" says that no answer was asked for or recorded`,
		`datix:W5 must E ethnic category Martian is not a valid code: invalid, "martian" is not a word of any ethnic category list`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
