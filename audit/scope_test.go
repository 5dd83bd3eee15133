package audit_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/audit/project"
)

// Rows of a hidden sheet count, and the finding names the sheet.
func TestHiddenSheet(t *testing.T) {
	book := excelize.NewFile()
	for name, ref := range map[string]string{"Sheet1": "W1", "Old": "W2"} {
		if name != "Sheet1" {
			if _, err := book.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		for row, cells := range map[string][]any{"A1": {"Ref", "Incident date", "Specialty", "Approval status", "Handler"}, "A2": {ref, "01/04/2026", "Maternity", "Final", "x"}} {
			if err := book.SetSheetRow(name, row, &cells); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := book.SetSheetVisible("Old", false, true); err != nil { // very hidden
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "b.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := audittest.Run(t, nil, audittest.File{"datix.xlsx", string(text)})
	if d := cmp.Diff("datix:W1 used\ndatix:W2 used", audittest.Told(r, "left")); d != "" {
		t.Error(d)
	}
	if len(r.Findings) != 1 || r.Findings[0].ID != "sheet/hidden" || r.Findings[0].Sheet != "Old" {
		t.Errorf("findings %v, want one that names the hidden sheet", r.Findings)
	}
}

// A stillbirth without a date of death goes by its birth; a neonatal death does not.
func TestDeathDatedByBirth(t *testing.T) {
	r := audittest.Run(t, audittest.In("2026/27-Q1"), audittest.File{"pmrt.csv", audittest.Lines("PMRT case ID,Type of death,Gestation,Date of death,Date of delivery,Parents told of review",
		"91234,Stillbirth,39+0,,20/04/2026,Yes", "91235,Neonatal death,39+0,,20/04/2026,Yes", "91236,Stillbirth,39+0,02/07/2026,20/04/2026,Yes", "91237,Late fetal loss,21+6,01/05/2026,01/05/2026,Yes")})
	want := "pmrt:91234 used 2026-04-20\npmrt:91235 left out: no readable date, so the period is not known \npmrt:91236 left out: outside the period 2026-07-02\n" +
		"pmrt:91237 left out: unsuitable for PMRT: born before 22 weeks 2026-05-01"
	if d := cmp.Diff(want, audittest.Told(r, "left date")); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff("scope/date-of-birth date/left-out", audittest.FoundIDs(r)); d != "" {
		t.Error(d)
	}
}

// The words of a project add to the built-in ones, unless it says that only they count.
func TestScopeOfTheProject(t *testing.T) {
	export := audittest.File{"datix.csv", audittest.Lines("Ref,Incident date,Specialty,Degree of harm,Handler", "W1,01/04/2026,Obstetrics,Low,x", "W2,01/04/2026,Rainbow suite,Low,x",
		"W3,01/04/2026,Early pregnancy unit,Low,x", "W4,01/04/2026,Cardiology,Low,x")}
	const out = " left out: not maternity or neonatal"
	for text, want := range map[string]string{
		"scope: {terms: [rainbow], others: [early-pregnancy]}":             "datix:W1 used\ndatix:W2 used\ndatix:W3" + out + "\ndatix:W4" + out,
		"scope: {terms: [rainbow], only: true}":                            "datix:W1" + out + "\ndatix:W2 used\ndatix:W3" + out + "\ndatix:W4" + out,
		"scope: {all: true, terms: [rainbow]}":                             "datix:W1 used\ndatix:W2 used\ndatix:W3 used\ndatix:W4 used",
		"scope: {terms: [rainbow], others: [obstetrics, early pregnancy]}": "datix:W1" + out + "\ndatix:W2 used\ndatix:W3" + out + "\ndatix:W4" + out,
	} {
		p, err := project.Parse("siequity.yaml", "", text)
		if err != nil {
			t.Fatal(err)
		}
		r := audittest.Run(t, func(c *audit.Config) { c.Project.Scope = p.Scope }, export)
		if d := cmp.Diff(want, audittest.Told(r, "left")); d != "" {
			t.Errorf("%s (-want +got)\n%s", text, d)
		}
	}
	if _, err := project.Parse("siequity.yaml", "", "scope: {only: true}"); err == nil {
		t.Error("only: true without words is taken")
	}
}
