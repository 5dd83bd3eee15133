package register_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"

	"siequity/audit/register"
	"siequity/incidents/field"
)

// csv writes a text file of the test.
func csv(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "register.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func day(y, m, d int) field.Day {
	v, ok := field.NewDay(y, m, d)
	if !ok {
		panic("no such day")
	}
	return v
}

// places words the faults as "id row:column".
func places(faults []register.Fault) []string {
	var out []string
	for _, f := range faults {
		out = append(out, fmt.Sprintf("%s %d:%d", strings.TrimPrefix(f.ID, "register/"), f.Row, f.Column))
	}
	return out
}

const panelHead = "Case reference,Meeting date,Attendee,Role,Organisation,Ethnicity,External,Attended\n"

func TestPanel(t *testing.T) {
	whole := register.Attendee{Case: "2026/1", Meeting: day(2026, 6, 12), Person: "P01", Role: "Midwife", Organisation: "Eastmoor", Ethnicity: "White - British", External: "No", Attended: "Yes", Row: 2}
	with := func(change func(*register.Attendee)) []register.Attendee {
		a := whole
		change(&a)
		return []register.Attendee{a}
	}
	row := "2026/1,12/06/2026,P01,Midwife,Eastmoor,White - British,No,Yes\n"
	for _, c := range []struct {
		name, text string
		want       []register.Attendee
		faults     []string
	}{
		{"as the template", panelHead + row, []register.Attendee{whole}, nil},
		{"a title above", "Panel register\nupdated weekly\n\n" + panelHead + row, with(func(a *register.Attendee) { a.Row = 5 }), nil},
		{"columns reordered, others added", "Ethnic group,Ward,Present,Role on panel,Date of meeting,Trust,Panel member,Independent,StEIS ref\nWhite - British,5,Yes,Midwife,12 June 2026,Eastmoor,P01,No,2026/1\n", []register.Attendee{whole}, nil},
		{"semicolons, a date by serial", strings.ReplaceAll(panelHead+"2026/1,46185,P01,Midwife,Eastmoor,White - British,No,Yes\n", ",", ";"), []register.Attendee{whole}, nil},
		{"blank rows and headings again", panelHead + ",,,,,,,\n" + panelHead + row, with(func(a *register.Attendee) { a.Row = 4 }), nil},
		{"a date that does not exist", panelHead + strings.Replace(row, "12/06", "31/06", 1), with(func(a *register.Attendee) { a.Meeting = 0 }), []string{"date 2:2"}},
		{"month first is not guessed", panelHead + strings.Replace(row, "12/06", "06/13", 1), with(func(a *register.Attendee) { a.Meeting = 0 }), []string{"date 2:2"}},
		{"no case", panelHead + strings.Replace(row, "2026/1,", ",", 1), nil, []string{"blank 2:1"}},
		{"no attendee but a role", panelHead + strings.Replace(row, "P01", "", 1), with(func(a *register.Attendee) { a.Person = "" }), nil},
		{"neither attendee nor role", panelHead + strings.Replace(row, "P01,Midwife", ",", 1), nil, []string{"blank 2:3"}},
		{"a name", panelHead + strings.Replace(row, "P01", "Jane Invented", 1), with(func(a *register.Attendee) { a.Person = "withheld-1" }), []string{"name 2:3"}},
		{"an answer that is none", panelHead + strings.Replace(row, "No,Yes", "No,perhaps", 1), with(func(a *register.Attendee) { a.Attended = "perhaps" }), []string{"answer 2:8"}},
		{"external by role, headings with explanations", "Case reference [any system],Attendee (code only),\"Role\n(on the panel)\"\n2026/1,P01,External member\n", []register.Attendee{{Case: "2026/1", Person: "P01", Role: "External member", External: "Yes", Row: 2}}, nil},
		{"apologies", panelHead + strings.Replace(row, "No,Yes", "No,Apologies", 1), with(func(a *register.Attendee) { a.Attended = "Apologies" }), nil},
		{"a column twice", strings.TrimSpace(panelHead) + ",Present\n" + strings.TrimSpace(row) + ",No\n", []register.Attendee{whole}, []string{"column-twice 1:9"}},
		{"no column for the case", strings.Replace(panelHead, "Case reference", "Colour", 1) + row, nil, []string{"missing-column 1:0"}},
		{"no headings", row + row, nil, []string{"no-heading 0:0"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := register.Read(map[string]string{"panel": csv(t, c.text)}, "")
			if d := cmp.Diff(c.want, g.Panel, cmpopts.EquateEmpty()); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(c.faults, places(g.Faults), cmpopts.EquateEmpty()); d != "" {
				t.Error(d)
			}
			for _, f := range g.Faults {
				if f.File != "register.csv" || f.What == "" || f.Hint == "" || strings.Contains(f.What+f.Hint+f.Text, "Jane") {
					t.Errorf("fault %+v", f)
				}
			}
		})
	}
}

func TestOneNameOnePseudonym(t *testing.T) {
	g := register.Read(map[string]string{"panel": csv(t, panelHead+"1,,Jane Invented,Chair,,,,\n1,,jane  invented,Chair,,,,\n1,,\"Invented, Joan\",Chair,,,,\n2,,JANE INVENTED,Chair,,,,\n1,,Dr Invented,Chair,,,,\n1,,j.invented@example.invalid,Chair,,,,\n")}, "")
	var got []string
	for _, a := range g.Panel {
		got = append(got, a.Person)
	}
	if d := cmp.Diff([]string{"withheld-1", "jane  invented", "withheld-2", "withheld-1", "withheld-3", "withheld-4"}, got); d != "" {
		t.Error(d)
	}
}

func TestCodesAndRolesAreNoNames(t *testing.T) {
	for _, s := range []string{"P01", "Panel Member 3", "External Member", "Consultant Obstetrician", "Safety Champion", "7", "MW-2", "chair", "Alpha", "Risk and Governance Lead", "Staff A1"} {
		g := register.Read(map[string]string{"panel": csv(t, panelHead+"1,,"+s+",Chair,,,,\n")}, "")
		if len(g.Faults) > 0 || len(g.Panel) != 1 || g.Panel[0].Person != s {
			t.Errorf("%s: %+v %+v", s, g.Panel, g.Faults)
		}
	}
}

func TestOtherRegisters(t *testing.T) {
	files := map[string]string{
		"training": csv(t, "Trust,Staff group,Number trained,Staff in post,As at\nEastmoor,Midwives,\"1,142\",1180.0,30/06/2026\nEastmoor,Doctors,45,40,30/06/2026\nEastmoor,Nurses,60%,80,30/06/2026\nTotal,,1187,1220,\n"),
		"sop":      csv(t, "Organisation,SOP title,Date updated,Ref\nEastmoor,Investigation,12/05/2026,SOP-1\nEastmoor,Interpreting,not yet,SOP-2\n"),
		"lessons":  csv(t, "Lesson learnt,Theme,Positive?,Embedded?,Shared with whom,Date logged\nAsk about fasting,Diabetes,No,Partly,All staff,02/06/2026\nInterpreter at once,Language,Yes,Yes,Triage,03/06/2026\n"),
		"positive": csv(t, "Event,Theme,Date\nA letter in Urdu,Language,04/06/2026\n"),
		"actions":  csv(t, "Issue,Action required,Lead,Deadline,RAG status,Progress,Date closed\nNo interpreter,Buy tablets,Matron,31/08/2026,Amber,ordered,\nNo rota,Agree one,Lead,soon,purple,,tbc\n"),
		"sharing":  csv(t, "Datix ID,Trust,Date sent to LMNS,Family,Language,Staff\nW1,Eastmoor,20/07/2026,Yes,Urdu,Huddle\nW2,Eastmoor,,No,,No\n"),
	}
	g := register.Read(files, "")
	want := register.Registers{
		Training: []register.Training{{"Eastmoor", "Midwives", 1142, 1180, day(2026, 6, 30), 2}},
		SOPs:     []register.SOP{{"Eastmoor", "Investigation", "SOP-1", day(2026, 5, 12), 2}, {"Eastmoor", "Interpreting", "SOP-2", 0, 3}},
		Lessons: []register.Lesson{{Lesson: "Ask about fasting", Theme: "Diabetes", SharedWith: "All staff", Embedded: "Partly", On: day(2026, 6, 2), Row: 2},
			{Lesson: "Interpreter at once", Theme: "Language", SharedWith: "Triage", Positive: true, Embedded: "Yes", On: day(2026, 6, 3), Row: 3},
			{Lesson: "A letter in Urdu", Theme: "Language", Positive: true, On: day(2026, 6, 4), Row: 2}},
		Actions: []register.Action{{Gap: "No interpreter", Action: "Buy tablets", Owner: "Matron", RAG: "Amber", Evidence: "ordered", Due: day(2026, 8, 31), Row: 2},
			{Gap: "No rota", Action: "Agree one", Owner: "Lead", RAG: "purple", Row: 3}},
		Sharing: []register.Sharing{{"W1", "Eastmoor", day(2026, 7, 20), "Yes", "Urdu", "Huddle", 2}, {"W2", "Eastmoor", 0, "No", "", "No", 3}},
		Given:   map[string]bool{"training": true, "sop": true, "lessons": true, "positive": true, "actions": true, "sharing": true},
	}
	if d := cmp.Diff(&want, g, cmpopts.IgnoreFields(register.Registers{}, "Faults", "Files", "Notes")); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"more-trained 3:3", "number 4:3", "rag 3:5", "date 3:4"}, places(g.Faults)); d != "" {
		t.Error(d)
	}
	if f := g.Files[0]; f.Register != "training" || f.Rows != 3 || f.Used != 1 {
		t.Errorf("%+v", f)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	g := register.Read(map[string]string{"panel": filepath.Join(t.TempDir(), "none.xlsx"), "minutes": "m.csv", "sop": csv(t, "")}, "")
	if g.Given["panel"] || g.Panel != nil || len(g.Given) > 0 {
		t.Errorf("%+v", g)
	}
	if d := cmp.Diff(3, len(g.Faults)); d != "" {
		t.Errorf("%s %+v", d, g.Faults)
	}
}

// fillTemplate writes entries under the example of a template.
func fillTemplate(t *testing.T, path string, change func(f *excelize.File, sheet string)) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	change(f, f.GetSheetList()[0])
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

func TestFilledTemplate(t *testing.T) {
	path := written(t, "training")
	fillTemplate(t, path, func(f *excelize.File, s string) {
		f.SetSheetRow(s, "A6", &[]any{"Eastmoor", "Midwives", 142, 180, 46203})
		f.SetSheetRow(s, "A8", &[]any{"Eastmoor", "Obstetricians", "12", " 40 ", "30.6.26"})
		f.SetSheetRow(s, "A9", &[]any{"Total", "", 154, 220})
	})
	g := register.Read(map[string]string{"training": path}, "")
	want := []register.Training{{"Eastmoor", "Midwives", 142, 180, day(2026, 6, 30), 6}, {"Eastmoor", "Obstetricians", 12, 40, day(2026, 6, 30), 8}}
	if d := cmp.Diff(want, g.Training); d != "" || len(g.Faults) > 0 {
		t.Error(d, g.Faults)
	}
	if len(g.Notes) != 1 || !strings.Contains(g.Notes[0], "row 9") {
		t.Errorf("notes %q", g.Notes)
	}
}

func TestEntryTypedOverTheExample(t *testing.T) {
	path := written(t, "actions")
	fillTemplate(t, path, func(f *excelize.File, s string) { f.SetCellStr(s, "B5", "Another gap") })
	g := register.Read(map[string]string{"actions": path}, "")
	if d := cmp.Diff([]string{"example 5:0"}, places(g.Faults)); d != "" || len(g.Actions) > 0 {
		t.Error(d, g.Actions)
	}
}

// A workbook may hold several registers, one a sheet, and a register several
// sheets, one a trust.
func TestWorkbookOfSeveralRegisters(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	put := func(sheet string, rows ...[]any) {
		f.NewSheet(sheet)
		for i, r := range rows {
			f.SetSheetRow(sheet, fmt.Sprint("A", i+1), &r)
		}
	}
	put("Panel", []any{"Case", "Attendee", "Role", "Organisation"}, []any{"1", "P1", "Chair", "Eastmoor"})
	put("Panel West", []any{"Role", "Case", "Attendee", "Organisation"}, []any{"Chair", "2", "P2", "Westhaven"})
	put("Sharing", []any{"Case", "Organisation", "Shared with LMNS", "Shared with family"}, []any{"1", "Eastmoor", "01/07/2026", "Yes"})
	put("Actions", []any{"Organisation", "Gap", "Action", "Due"}, []any{"Eastmoor", "g", "a", "01/07/2026"})
	path := filepath.Join(t.TempDir(), "all.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	g := register.Read(map[string]string{"panel": path, "sharing": path, "actions": path}, "")
	if len(g.Panel) != 2 || len(g.Sharing) != 1 || len(g.Actions) != 1 {
		t.Errorf("%d attendees, %d shared, %d actions: %+v", len(g.Panel), len(g.Sharing), len(g.Actions), g)
	}
	if len(g.Faults) > 0 {
		t.Errorf("%+v", g.Faults)
	}
}
