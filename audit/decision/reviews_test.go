package decision_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/decision"
	"siequity/audit/record"
	"siequity/audit/sample"
	"siequity/audit/worklist"
	"siequity/incidents/scope"
)

// TestReviews holds which findings of the text and answers a reader may overrule.
func TestReviews(t *testing.T) {
	interpreter := "A telephone interpreter was used at every contact."
	r := audittest.Run(t, func(c *audit.Config) {
		c.Decisions = map[worklist.Subject]worklist.Decision{}
		for n := range 5 {
			c.Decisions[worklist.Subject{Key: fmt.Sprintf("equity/language-considered|datix:W%d", n+1)}] = worklist.Decision{Decision: "considered"}
		}
	}, audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Trust,Was language considered?,Description",
		"W1,01/05/2026,Maternity,Final,Vale,,", "W1,01/05/2026,Maternity,Final,Moor,,",
		"W2,01/05/2026,Maternity,Final,Vale,No,", "W3,01/05/2026,Maternity,Final,Vale,N/A,",
		"W4,01/05/2026,Maternity,Final,Vale,,She spoke Urdu.", "W5,01/05/2026,Maternity,Final,Vale,No,"+interpreter)})
	want := audittest.Lines("datix:W1 Vale absent absent absent", "datix:W1 Moor absent absent absent", "datix:W2 Vale absent absent explicitly_not:answer",
		"datix:W3 Vale absent absent considered:review", "datix:W4 Vale absent absent considered:review", "datix:W5 Vale absent absent considered:review")
	if diff := cmp.Diff(want, audittest.Told(r, "org con")+"\n"); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got, want := audittest.FoundIDs(r), "worklist/several-records"; got != want {
		t.Errorf("findings %q, want %q", got, want)
	}
}

// TestSampleOfTwoTrusts holds that what readers decided about a number which two
// trusts both use is given to neither, and that the user is told.
func TestSampleOfTwoTrusts(t *testing.T) {
	considered := [3]sample.Label{"", "", "considered"}
	r := audittest.Run(t, func(c *audit.Config) {
		c.Samples = []decision.SampleReading{{Decisions: map[string][3]sample.Label{"datix:W1": considered, "datix:W2": considered}}}
	}, audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Trust,Description",
		"W1,01/05/2026,Maternity,Final,Vale,", "W1,03/05/2026,Maternity,Final,Moor,", "W2,01/05/2026,Maternity,Final,Vale,")})
	want := audittest.Lines("datix:W1 Vale absent absent absent", "datix:W1 Moor absent absent absent", "datix:W2 Vale absent absent considered:review")
	if diff := cmp.Diff(want, audittest.Told(r, "org con")+"\n"); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got, want := audittest.FoundIDs(r), "sample/several-records"; got != want {
		t.Errorf("findings %q, want %q", got, want)
	}
}

// TestFrameOfTwoTrusts holds that the cases of two trusts which number alike can be
// drawn, and that what readers decide about one of them finds it again.
func TestFrameOfTwoTrusts(t *testing.T) {
	files := audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Trust,Description",
		"W1,01/05/2026,Maternity,Final,Vale,", "w1,03/05/2026,Maternity,Final,Moor,", "W2,01/05/2026,Maternity,Final,Vale,")}
	for _, records := range []bool{false, true} {
		var ids []string
		for _, u := range audittest.Run(t, nil, files).Frame(records) {
			ids = append(ids, u.ID)
		}
		want := []string{"datix:W1@Vale", "datix:w1@Moor", "datix:W2"}
		if diff := cmp.Diff(want, ids); diff != "" {
			t.Errorf("records %v (-want +got):\n%s", records, diff)
		}
	}
	r := audittest.Run(t, func(c *audit.Config) {
		c.Samples = []decision.SampleReading{{Decisions: map[string][3]sample.Label{"datix:w1@Moor": {"", "", "considered"}}}}
	}, files)
	want := audittest.Lines("datix:W1 Vale absent absent absent", "datix:w1 Moor absent absent considered:review", "datix:W2 Vale absent absent absent")
	if diff := cmp.Diff(want, audittest.Told(r, "org con")+"\n"); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDecisionsOfTwoTrusts holds whose record a decision is taken to be about, where
// two trusts use one number.
func TestDecisionsOfTwoTrusts(t *testing.T) {
	const rule = "equity/language-considered"
	header := "Ref,Incident date,Specialty,Approval status,Trust,Was language considered?"
	vale, moor := "W1,01/05/2026,Maternity,Final,Vale,No", "W1,03/05/2026,Maternity,Final,Moor,No"
	last := "W1,03/02/2026,Maternity,Final,Vale,No"
	for _, c := range []struct {
		name     string
		rows     []string
		stated   []string // organisations of the decisions
		want     string   // organisations whose failure is accepted
		findings string
	}{
		{"one record, none stated", []string{vale}, []string{""}, "Vale", ""},
		{"one record, its own", []string{vale}, []string{"Vale"}, "Vale", ""},
		{"one record, in other letters", []string{vale}, []string{"VALE"}, "Vale", ""},
		{"one record, a name of before", []string{vale}, []string{"Valley"}, "Vale", ""},
		{"two records, none stated", []string{vale, moor}, []string{""}, "", "worklist/several-records"},
		{"two records, a name of before", []string{vale, moor}, []string{"Valley"}, "", "worklist/several-records"},
		{"two records, one stated", []string{vale, moor}, []string{"Moor"}, "Moor", ""},
		{"two records, both stated", []string{vale, moor}, []string{"Moor", "Vale"}, "Vale Moor", ""},
		{"two records, one stated and one not", []string{vale, moor}, []string{"", "Moor"}, "Moor", "worklist/several-records"},
		{"the other's of last quarter", []string{last, moor}, []string{"Vale"}, "", ""},
		{"the other's of last quarter, none stated", []string{last, moor}, []string{""}, "", "worklist/several-records"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := audittest.Run(t, func(cfg *audit.Config) {
				cfg.Period, _ = scope.ParsePeriod("2026/27-Q1")
				cfg.Decisions = map[worklist.Subject]worklist.Decision{}
				for _, o := range c.stated {
					cfg.Decisions[worklist.Subject{Key: rule + "|datix:W1", Organisation: o}] = worklist.Decision{Status: "Accepted exception", Decision: "considered"}
				}
			}, audittest.File{"datix.csv", audittest.Lines(append([]string{header}, c.rows...)...)})
			var got, outweighed []string
			for _, rec := range r.Records {
				if rec.InScope() && r.Accepted(rule, rec) {
					got = append(got, r.Organisations[rec.Organisation])
				}
				if rec.InScope() && r.Outweighed(rec, record.LanguageDim) {
					outweighed = append(outweighed, r.Organisations[rec.Organisation])
				}
			}
			if strings.Join(got, " ") != c.want || strings.Join(outweighed, " ") != c.want {
				t.Errorf("accepted %q, outweighed %q, want %q", got, outweighed, c.want)
			}
			if got := audittest.FoundIDs(r); got != c.findings {
				t.Errorf("findings %q, want %q", got, c.findings)
			}
			if len(r.Decisions()) != len(c.stated) {
				t.Errorf("%d decisions are kept of %d", len(r.Decisions()), len(c.stated))
			}
		})
	}
}

// TestReports holds whose record a report in the folder is taken for.
func TestReports(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"2026-10432 report.txt": "A telephone interpreter was used at every contact.",
		"W48213 final.txt":      "A telephone interpreter was used at every contact.",
		"notes.txt":             "Datix W48299\n\nThe panel did not consider her ethnicity.",
		"orphan.txt":            "A telephone interpreter was used at every contact.",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := audittest.Run(t, func(c *audit.Config) { c.Project.Reports = dir },
		audittest.File{"steis.csv", audittest.Lines("Log No,Date of Incident,Type of Incident,Modified Date", "StEIS 2026/10432,01/05/2026,Maternity/Obstetric incident,")},
		audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Approval status,Trust,StEIS number", "W48213,01/05/2026,Maternity,Final,Vale,", "W48213,01/05/2026,Maternity,Final,Moor,", "W48299,01/05/2026,Maternity,Final,Moor,2026/10432")})
	want := audittest.Lines("steis:StEIS 2026/10432 absent absent considered:text", "datix:W48213 absent absent absent", "datix:W48213 absent absent absent", "datix:W48299 absent explicitly_not:text absent")
	if diff := cmp.Diff(want, audittest.Told(r, "con")+"\n"); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got, want := audittest.FoundIDs(r), "report/several-records report/no-record"; got != want {
		t.Errorf("findings %q, want %q", got, want)
	}
}

// A report that only cites is nobody's where the records that cite its reference are of
// several cases; those of one case are one event's.
func TestCitedReports(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "2026-10432 report.txt"), []byte("A telephone interpreter was used at every contact."), 0o600); err != nil {
		t.Fatal(err)
	}
	head := "Ref,Incident date,Specialty,Approval status,Trust,StEIS number,NHS number"
	for _, tt := range []struct{ name, first, second, want, findings string }{
		{"two trusts", "W1,01/05/2026,Maternity,Final,Vale,2026/10432,", "W2,20/05/2026,Maternity,Final,Moor,2026/10432,", "datix:W1 absent absent absent\ndatix:W2 absent absent absent", "report/several-records"},
		{"one record", "W1,01/05/2026,Maternity,Final,Vale,2026/10432,", "W2,20/05/2026,Maternity,Final,Moor,,", "datix:W1 absent absent considered:text\ndatix:W2 absent absent absent", ""},
	} {
		r := audittest.Run(t, func(c *audit.Config) { c.Project.Reports = dir }, audittest.File{"datix.csv", audittest.Lines(head, tt.first, tt.second)})
		if diff := cmp.Diff(tt.want, audittest.Told(r, "con")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
		if got := audittest.FoundIDs(r); got != tt.findings {
			t.Errorf("%s: findings %q, want %q", tt.name, got, tt.findings)
		}
	}
}

// TestWorkbookOfTwoSources holds a quarter kept in one workbook: a hidden cover, a
// merged title, dates as numbers and as text, NHS numbers as numbers, a list of
// codes that is no export.
func TestWorkbookOfTwoSources(t *testing.T) {
	f := excelize.NewFile()
	put := func(sheet string, rows ...[]any) {
		t.Helper()
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(sheet, cell, &rows[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	put("Sheet1", []any{"Quarterly return - maternity"})
	put("Datix", []any{"Datix incidents"}, []any{}, []any{"Ref", "Incident date", "Specialty", "Approval status", "Ethnicity", "NHS number", "Severity"},
		[]any{12345, 46143, "Maternity", "Final", "Pakistani", 9434765919, "No harm"}, []any{12346, "14/05/2026", "Maternity", "Final", "Z", 9434765870, "Low"}, []any{"Total", 2})
	put("PMRT list", []any{"MBRRACE ID", "Type of death", "Date of death", "Suitable for PMRT", "Mother's ethnicity", "NHS number"}, []any{91234, "Stillbirth", 46143, "Yes", "J", "943 476 5919"})
	put("Lookups", []any{"Code", "Description"}, []any{"A", "White British"})
	if err := f.MergeCell("Datix", "A1", "G1"); err != nil {
		t.Fatal(err)
	}
	f.SetActiveSheet(1)
	if err := f.SetSheetVisible("Sheet1", false); err != nil {
		t.Fatal(err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	r := audittest.Run(t, nil, audittest.File{"quarter.xlsx", buf.String()})
	want := audittest.Lines("datix:12345 used 2026-05-01 none J/valid case-0001", "datix:12346 used 2026-05-14 low Z/not_stated case-0002", "pmrt:91234 used 2026-05-01 missing J/valid case-0001")
	if diff := cmp.Diff(want, audittest.Told(r, "left date harm eth case")+"\n"); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
