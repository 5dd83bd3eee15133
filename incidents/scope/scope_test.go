package scope_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents"
	"siequity/incidents/merge"
	"siequity/incidents/scope"
	"siequity/incidents/trial"
)

// scoped reads one export and gives, for each record, "in" or the reason for
// leaving it out, and the findings of the scope.
func scoped(t *testing.T, of scope.Scope, text string) (left, faults string) {
	t.Helper()
	path := trial.Write(t, "export.csv", text)
	r := trial.Reader()
	records, _ := merge.Rows(r, trial.Rows(t, r, path, 0, func(incidents.Fault) {}), nil, nil)
	var found []string
	for _, f := range of.Apply(r, records) {
		found = append(found, f.ID+": "+f.What)
	}
	var out []string
	for _, rec := range records {
		out = append(out, map[bool]string{true: "in", false: rec.Left.String()}[rec.Left == incidents.Used])
	}
	return strings.Join(out, ","), strings.Join(found, "\n")
}

const away = "not maternity or neonatal"

func TestScopeByColumns(t *testing.T) {
	all := func(n int) string {
		return fmt.Sprintf("scope/not-told: no column tells maternity care from other care, so every row was taken for maternity: %d rows", n)
	}
	left := func(k, n int) string {
		return fmt.Sprintf("scope/not-told: %d of %d rows names neither maternity nor another specialty; left out, because other rows of the sheet name other specialties", k, n)
	}
	tests := []struct{ name, text, want, faults string }{
		{"directorate and ward", "Ref,Incident date,Directorate,Ward,Category,Severity\n1,01/04/2026,Medicine,AMU,Slips,Low\n2,01/04/2026,Women,Labour Ward,PPH,Low\n3,01/04/2026,Surgery,Theatre 4,Site,Low\n4,01/04/2026,Women's Services,Gynaecology Ward,Medication,Low\n",
			"" + away + ",in," + away + "," + away, ""},
		{"a unit that says nothing", "Ref,Incident date,Directorate,Ward,Severity\n1,01/04/2026,Medicine,AMU,Low\n2,01/04/2026,Women and Surgery,Ward 12,Low\n", away + "," + away, left(1, 2)},
		{"division beside care group", "Ref,Incident date,Division,Care Group,Severity\n1,01/04/2026,Medicine,Cardiology,Low\n2,01/04/2026,Family Health,Maternity,Low\n3,01/04/2026,Family Health,Paediatrics,Low\n", away + ",in," + away, ""},
		{"sub-specialty", "Ref,Incident date,Sub-specialty,Division,Severity\n1,01/04/2026,Obstetrics,Family,Low\n2,01/04/2026,Paediatrics,Family,Low\n", "in," + away, ""},
		{"location beside exact location", "ID,Incident date,Location,Exact location,Degree of harm\n1,01/04/2026,Main Hospital,Labour Ward,Low\n2,01/04/2026,Main Hospital,ITU,Low\n3,01/04/2026,Maternity,Room 2,Low\n", "in," + away + ",in", ""},
		{"a unit of maternity and more, and a finer column", "Ref,Incident date,Directorate,Ward,Severity\n1,01/04/2026,Maternity and Gynaecology,Ward 1,Low\n2,01/04/2026,Maternity and Gynaecology,Gynae ward,Low\n", "in," + away, ""},
		{"obstetric theatre in surgery", "Ref,Incident date,Directorate,Ward,Severity\n1,01/04/2026,Surgery,Obstetric theatre,Low\n", "in", ""},
		{"neonatal unit in paediatrics", "Ref,Incident date,Directorate,Ward,Severity\n1,01/04/2026,Paediatrics,NICU,Low\n", "in", ""},
		{"maternal medicine is no medicine", "Ref,Incident date,Directorate,Ward,Severity\n1,01/04/2026,Maternal medicine,Clinic,Low\n", "in", ""},
		{"no column at all", "Log No,Date of Incident:,Created on,CCG/CSU Name,Status\n1,01/04/2026,02/04/2026,Vale,Ongoing\n2,01/04/2026,02/04/2026,Vale,Ongoing\n", "in,in", all(2)},
		{"a category that names maternity tells nothing of the others", "Ref,Incident date,Category,Handler,Severity\n1,01/04/2026,Slips,x,Low\n2,01/04/2026,PPH,x,Low\n", "in,in", all(2)},
		{"a maternity team's own wards", "Ref,Incident date,Ward,Severity\n1,01/04/2026,Labour ward,Low\n2,01/04/2026,Ward 7,Low\n3,01/04/2026,Ward 7,Low\n", "in,in,in",
			"scope/not-told: 2 of 3 rows name neither maternity nor another specialty; taken for maternity, because no row of the sheet names another specialty; words that are not known, with their rows: \"Ward 7\" (2)"},
		{"whom it affects is no type", "ID,Incident date,Incident affecting,Incident type tier one,Severity\n1,01/04/2026,Patient,Maternity,Low\n", "in", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, faults := scoped(t, scope.New(scope.Period{}), tt.text)
			if d := cmp.Diff([]string{tt.want, tt.faults}, []string{got, faults}); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// What stands for a specialty that is not known says neither maternity nor another.
func TestScopeRemarks(t *testing.T) {
	head := "Ref,Incident date,Directorate,Ward,Specialty,Severity\n"
	for _, cell := range []string{"TBC", "-", "?", "Null", "Missing", "Not recorded", "Unknown", "N/A", "501", "Other (please specify)", "To be confirmed", "Specialty not yet known", "No specialty", "None", "..", "Blank"} {
		alone, _ := scoped(t, scope.New(scope.Period{}), head+"1,01/04/2026,Women,Theatre 3,"+cell+",Low\n")
		beside, _ := scoped(t, scope.New(scope.Period{}), head+"1,01/04/2026,Women,Labour Ward,"+cell+",Low\n2,01/04/2026,Women,ITU,"+cell+",Low\n3,01/04/2026,Women,Theatre 3,"+cell+",Low\n")
		if alone != "in" || beside != "in,"+away+","+away {
			t.Errorf("specialty %q: alone %s, beside a ward %s", cell, alone, beside)
		}
	}
	for _, cell := range []string{"Cardiology", "501 Cardiology", "Not listed: cardiology"} {
		if got, _ := scoped(t, scope.New(scope.Period{}), head+"1,01/04/2026,Women,Theatre 3,"+cell+",Low\n"); got != away {
			t.Errorf("specialty %q: %s", cell, got)
		}
	}
	lfpse := "Reference,Revision,T005 - Event Date,CL001 - Event Type,L003 - Service Area\n1,1,2026-04-01,1,"
	for cell, want := range map[string]string{"19": "in", "3": away, "15": "in", "-": "in"} {
		if got, _ := scoped(t, scope.New(scope.Period{}), lfpse+cell+"\n"); got != want {
			t.Errorf("LFPSE service %q: %s, want %s", cell, got, want)
		}
	}
}

// Where a column of StEIS says "Other", the words beside it are read.
func TestScopeOtherColumns(t *testing.T) {
	head := "Log No,Date of Incident:,Created on,CCG/CSU Name,Clinical Area:,Clinical Area: (Other),Type of Incident:,Type of Incident: (Other)\n"
	row := func(cells string) string { return "2026/1,01/04/2026,02/04/2026,Vale," + cells + "\n" }
	const surgical = "2026/2,01/04/2026,02/04/2026,Vale,General surgery,,Surgical incident meeting SI criteria,\n"
	for cells, want := range map[string]string{
		",,Other,Baby given the wrong milk":                           "in",
		",,Other,Intrauterine death of a fetus":                       "in",
		",,Other,Fall in outpatients":                                 away,
		",,Other,Wrong drug given":                                    away, // as other rows name other specialties
		",,Other,":                                                    away,
		"Other,Maternity triage,Treatment delay meeting SI criteria,": "in",
		"Other,Endoscopy,Other,":                                      away,
		"Other - please specify,Birth centre,Other,":                  "in",
		"General surgery,Birth centre,Treatment delay,":               away, // the list has said what it is
		",Birth centre,Other,":                                        "in",
	} {
		if got, _ := scoped(t, scope.New(scope.Period{}), head+row(cells)+surgical); got != want+","+away {
			t.Errorf("%s: %s, want %s", cells, got, want)
		}
	}
	for _, cells := range []string{",,Other,Wrong drug given", ",,Other,", ",,TBC,", "Other,Triage bay,Other,"} {
		if got, _ := scoped(t, scope.New(scope.Period{}), head+row(cells)); got != "in" {
			t.Errorf("alone %s: %s, want in, as nothing says what it is", cells, got)
		}
	}
}

func TestScopeAllSaysNothing(t *testing.T) {
	s := scope.New(scope.Period{})
	s.All = true
	if got, faults := scoped(t, s, "Ref,Incident date,Handler,Severity\n1,01/04/2026,x,Low\n"); got != "in" || faults != "" {
		t.Errorf("got %q and %q: who says that every record is maternity needs no finding", got, faults)
	}
}

// Codes, types and units are read in every source, and what they leave out says why.
func TestScopeOfRecords(t *testing.T) {
	tests := []struct {
		name   string
		texts  []string
		fields []string
		want   string
	}{
		{"a StEIS type that is not maternity",
			[]string{trial.SteisHead + "2026/1,Vale,14/05/2026,,,Pressure ulcer meeting SI criteria,\n2026/2,Vale,14/05/2026,,,Maternity/Obstetric incident meeting SI criteria: baby only,\n"},
			nil,
			"steis:2026/1 row 2 x1 left out: not maternity or neonatal\nsteis:2026/2 row 3 x1"},
		{"rejected and duplicate records are left out",
			[]string{trial.DatixHead + "W1,14/05/2026,Rejected,Obstetrics,Patient,A,Delay\nW2,14/05/2026,incidents.Duplicate,Obstetrics,Patient,A,Delay\nW3,14/05/2026,Not rejected,Obstetrics,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1 left out: rejected\ndatix:W2 row 3 x1 left out: duplicate\ndatix:W3 row 4 x1"},
		{"another specialty",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Cardiology,Patient,A,Delay\nW2,14/05/2026,Final,Midwifery,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1 left out: not maternity or neonatal\ndatix:W2 row 3 x1"},
		{"specialties as codes and abbreviations",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,OBS,Patient,A,Delay\nW2,14/05/2026,Final,Obs & Gynae,Patient,A,Delay\nW3,14/05/2026,Final,MATOBS,Patient,A,Delay\nW4,14/05/2026,Final,ORTH,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1\ndatix:W2 row 3 x1\ndatix:W3 row 4 x1\ndatix:W4 row 5 x1 left out: not maternity or neonatal"},
		{"a date of birth is no birth, observations are no obstetrics",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Orthopaedics,Patient,A,Wrong date of birth on label\nW2,14/05/2026,Final,Cardiology,Patient,A,Failure to act on obs\nW3,14/05/2026,Final,Orthopaedics,Patient,A,Maternal collapse\n"},
			nil,
			"datix:W1 row 2 x1 left out: not maternity or neonatal\ndatix:W2 row 3 x1 left out: not maternity or neonatal\ndatix:W3 row 4 x1"},
		{"a division of women's services says nothing alone",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Women's Health,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1"},
		{"and is left out of a trust-wide export",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Women's Health,Patient,A,Delay\nW2,14/05/2026,Final,Urology,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1 left out: not maternity or neonatal\ndatix:W2 row 3 x1 left out: not maternity or neonatal"},
		{"the care sector of StEIS is no specialty",
			[]string{"Log No,Date of Incident,Care Sector,Modified Date,CCG/CSU Name\n2026/1,14/05/2026,Acute / General hospital,,Vale\n"},
			nil,
			"steis:2026/1 row 2 x1"},
		{"LFPSE in raw names and numbers",
			[]string{"Reference,Revision,EntityId,TaxonomyVersion,EventType,T005,L003,L006,PhysicalHarm,PatientEthnicity\nE1,1,1,5,1,2026-05-14,19,,4,32\nE2,1,1,5,1,2026-05-14,1,65 {~@~} 12,4,32\nE3,1,1,5,1,2026-05-14,7,19,4,32\nE4,1,1,5,2,2026-05-14,19,,4,32\n"},
			[]string{"ethnicity"},
			"lfpse:E1 row 2 x1 ethnicity=32\nlfpse:E2 row 3 x1 ethnicity=32\nlfpse:E3 row 4 x1 left out: not maternity or neonatal ethnicity=32\n" +
				"lfpse:E4 row 5 x1 left out: not an incident (risk, outcome or good care) ethnicity=32"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, records := trial.Records(t, tt.texts...)
			if diff := cmp.Diff(tt.want, trial.Lines(records, tt.fields...)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
