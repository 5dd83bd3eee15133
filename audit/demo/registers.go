package demo

import "fmt"

// births are the denominators: births in half a year by ethnic group and quintile.
func births() []byte {
	rows := [][]string{{"Organisation", "Ethnicity", "IMD quintile", "Births"}}
	groups := []struct {
		label string
		n     [5]int
	}{
		{"White", [5]int{640, 520, 430, 360, 300}}, {"Mixed", [5]int{70, 45, 30, 20, 15}}, {"Asian or Asian British", [5]int{420, 210, 110, 70, 40}},
		{"Black or Black British", [5]int{160, 85, 45, 25, 15}}, {"Other ethnic groups", [5]int{80, 45, 30, 20, 15}}, {"Not stated", [5]int{40, 30, 20, 15, 15}},
	}
	for _, t := range trusts {
		for _, g := range groups {
			for q, n := range g.n {
				rows = append(rows, []string{t.name, g.label, fmt.Sprint(q + 1), fmt.Sprint(n)})
			}
		}
	}
	return delimited(',', rows)
}

var attendees = []struct{ person, role, organisation, ethnicity, external string }{
	{"P01", "Chair", "own", "White - British", "No"}, {"P02", "Obstetrician", "own", "Asian or Asian British - Indian", "No"}, {"P03", "Midwife", "own", "Black or Black British - African", "No"},
	{"P04", "Neonatologist", "own", "", "No"}, {"P05", "External", "other", "White - Irish", "Yes"}, {"P06", "Safety champion", "own", "White - British", "No"},
}

// panel is who sat on the reviews of serious incidents; some reviews have no entry.
func panel(events []event) []byte {
	rows := [][]string{{"Case reference", "Meeting date", "Attendee", "Role", "Organisation", "Ethnicity", "External", "Attended"}}
	for _, e := range events {
		if !e.serious || e.number%5 == 0 {
			continue
		}
		for i, a := range attendees {
			if i == 4 && e.number%3 == 0 {
				continue
			}
			organisation := e.trust.name
			if a.organisation == "other" {
				organisation = "a neighbouring trust"
			}
			rows = append(rows, []string{e.steisRef(), e.date.AddDate(0, 0, 28).Format(slashed), a.person, a.role, organisation, a.ethnicity, a.external, yes(i != 5 || e.number%2 == 0)})
		}
	}
	return delimited(',', rows)
}

func training() []byte {
	rows := [][]string{{"Organisation", "Staff group", "Trained", "Eligible", "Date"}}
	for i, t := range trusts {
		for j, g := range []struct {
			group    string
			eligible int
		}{{"Midwives", 180}, {"Obstetricians", 42}, {"Neonatal nurses", 75}, {"Neonatologists", 18}, {"Maternity support workers", 60}} {
			rows = append(rows, []string{t.name, g.group, fmt.Sprint(g.eligible * (62 + 9*i + 3*j) / 100), fmt.Sprint(g.eligible), "30/06/2026"})
		}
	}
	return delimited(',', rows)
}

func sops() []byte {
	return delimited(',', [][]string{{"Organisation", "Procedure", "Updated", "Reference"},
		{trusts[0].name, "Serious incident investigation", "12/05/2026", "SOP-114 v3"}, {trusts[0].name, "Interpreting in maternity", "", "SOP-87 v1"},
		{trusts[1].name, "Patient safety incident response", "02/04/2026", "MAT-SOP-9"}, {trusts[1].name, "Recording ethnicity", "20/06/2026", "MAT-SOP-12"}})
}

func lessons() []byte {
	return delimited(',', [][]string{{"Organisation", "Date", "Lesson", "Theme", "Shared with", "How", "Positive event", "Embedded"},
		{trusts[0].name, "15/04/2026", "Ask about fasting at every diabetes contact", "Gestational diabetes", "All maternity staff", "Newsletter", "No", "Yes"},
		{trusts[0].name, "02/06/2026", "A midwife arranged a telephone interpreter within five minutes", "Communication", "Triage team", "Huddle", "Yes", "Yes"},
		{trusts[1].name, "20/05/2026", "Check jaundice in good light and with a meter on every skin tone", "Neonatal", "Neonatal and postnatal staff", "Teaching", "No", "No"}})
}

func actions() []byte {
	return delimited(',', [][]string{{"Organisation", "Gap", "Action", "Owner", "Due", "RAG", "Evidence", "Completed"},
		{trusts[0].name, "Ethnicity missing on incident form", "Make the field mandatory", "Digital midwife", "31/05/2026", "Red", "", ""},
		{trusts[0].name, "Interpreter not offered in triage", "Put tablets in triage", "Matron, triage", "31/08/2026", "Amber", "Tablets ordered", ""},
		{trusts[1].name, "Panel has no external member", "Agree a rota with the neighbouring trust", "Governance lead", "30/04/2026", "Green", "Rota", "22/04/2026"}})
}

func sharing(events []event) []byte {
	rows := [][]string{{"Case reference", "Organisation", "Shared with LMNS", "Shared with family", "Language used with family", "How shared with staff"}}
	for _, e := range events {
		if e.serious && e.number%4 > 0 {
			rows = append(rows, []string{e.steisRef(), e.trust.name, e.date.AddDate(0, 0, 50).Format(slashed), yes(e.number%3 > 0), e.language, "Safety huddle"})
		}
	}
	return delimited(',', rows)
}

// projectFile is the siequity.yaml of the demo.
const projectFile = `# A synthetic system, invented for this demo: two trusts, January to June 2026.
system: Two Rivers LMNS (invented)
period: 2026-01-01..2026-06-30
as_of: "2026-09-30"
vintage: 2019
disclosure: lt5
out: pack
inputs:
  - {file: exports/SUI_2_90001.csv, source: steis}
  - {file: exports/eastmoor-datix.xlsx, source: datix, organisation: Eastmoor Hospitals NHS Trust}
  - {file: exports/westhaven-datix.xls, source: datix, organisation: Westhaven Women's and Children's NHS Trust}
  - {file: exports/lfpse.zip, source: lfpse}
  - {file: exports/mnsi-tracker.csv, source: mnsi}
  - {file: exports/pmrt-summary.csv, source: pmrt}
organisations:
  Eastmoor Hospitals NHS Trust: [ZE1]
  Westhaven Women's and Children's NHS Trust: [ZW2]
births: registers/births.csv
registers:
  panel: registers/panel.csv
  training: registers/training.csv
  sop: registers/sop.csv
  lessons: registers/lessons.csv
  actions: registers/actions.csv
  sharing: registers/sharing.csv
`
