package incidents

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/source"
)

// scoped reads one export and gives, for each record, "in" or the reason for
// leaving it out, and the findings of the scope.
func scoped(t *testing.T, scope Scope, text string) (left, faults string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r := NewReader(source.Tables())
	records := r.Merge(readFile(t, r, path, 0), nil)
	var found []string
	for _, f := range scope.Apply(r, records) {
		found = append(found, f.ID+": "+f.What)
	}
	var out []string
	for _, rec := range records {
		out = append(out, map[bool]string{true: "in", false: rec.Left.String()}[rec.Left == Used])
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
			got, faults := scoped(t, NewScope(Period{}), tt.text)
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
		alone, _ := scoped(t, NewScope(Period{}), head+"1,01/04/2026,Women,Theatre 3,"+cell+",Low\n")
		beside, _ := scoped(t, NewScope(Period{}), head+"1,01/04/2026,Women,Labour Ward,"+cell+",Low\n2,01/04/2026,Women,ITU,"+cell+",Low\n3,01/04/2026,Women,Theatre 3,"+cell+",Low\n")
		if alone != "in" || beside != "in,"+away+","+away {
			t.Errorf("specialty %q: alone %s, beside a ward %s", cell, alone, beside)
		}
	}
	for _, cell := range []string{"Cardiology", "501 Cardiology", "Not listed: cardiology"} {
		if got, _ := scoped(t, NewScope(Period{}), head+"1,01/04/2026,Women,Theatre 3,"+cell+",Low\n"); got != away {
			t.Errorf("specialty %q: %s", cell, got)
		}
	}
	lfpse := "Reference,Revision,T005 - Event Date,CL001 - Event Type,L003 - Service Area\n1,1,2026-04-01,1,"
	for cell, want := range map[string]string{"19": "in", "3": away, "15": "in", "-": "in"} {
		if got, _ := scoped(t, NewScope(Period{}), lfpse+cell+"\n"); got != want {
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
		if got, _ := scoped(t, NewScope(Period{}), head+row(cells)+surgical); got != want+","+away {
			t.Errorf("%s: %s, want %s", cells, got, want)
		}
	}
	for _, cells := range []string{",,Other,Wrong drug given", ",,Other,", ",,TBC,", "Other,Triage bay,Other,"} {
		if got, _ := scoped(t, NewScope(Period{}), head+row(cells)); got != "in" {
			t.Errorf("alone %s: %s, want in, as nothing says what it is", cells, got)
		}
	}
}

func TestScopeAllSaysNothing(t *testing.T) {
	s := NewScope(Period{})
	s.All = true
	if got, faults := scoped(t, s, "Ref,Incident date,Handler,Severity\n1,01/04/2026,x,Low\n"); got != "in" || faults != "" {
		t.Errorf("got %q and %q: who says that every record is maternity needs no finding", got, faults)
	}
}

func TestWithdrawal(t *testing.T) {
	tests := []struct {
		source string
		want   Left
		texts  string
	}{
		{"datix", Rejected, "Rejected|REJECT|Rejected - not an incident|Reject (duplicate)|Rejected by manager|Incident rejected|Not an incident|Rejected after review"},
		{"datix", Duplicate, "Duplicate|Duplicate of W123|DUPLICATE - merged|Closed as duplicate|Merged|Closed / duplicate"},
		{"datix", DeLogged, "Deleted|Void|Test record|Test|Cancelled|Withdrawn|Entered in error"},
		{"datix", Used, "|Finally approved (rejected by CQC)|Finally approved - rejected by CQC|Not rejected|Not a duplicate|Possible duplicate|Duplicate?|To be rejected|Awaiting rejection|Being reviewed|In-holding area|Unapproved|FA|Closed|Error|Test results filed|Removed from holding area|Not an SI"},
		{"steis", DeLogged, "De-logged|Delogged|De-log|De-logged (downgraded)|Downgraded|De-escalated|Not an SI|Withdrawn|Removed|Deleted|Cancelled|Stood down|Closed - delogged|SI de-logged by commissioner|De-logged 12/05/2026|No longer an SI"},
		{"steis", Used, "De-log requested|Awaiting de-log|De-log request submitted|Proposed for de-log|De-log rejected|De-log request declined|De-log not agreed|Ongoing|Stop the clock|Overdue|Not delogged"},
		{"mnsi", NotAccepted, "Not accepted|Declined|Family declined|Declined - no consent|Not progressed|Did not meet criteria|Doesn't meet criteria|Criteria not met|Not eligible|Returned to trust|Referral not accepted"},
		{"mnsi", Rejected, "Rejected|Rejected by MNSI|Referral rejected"},
		{"mnsi", Used, "Accepted|Triage|Closed|Not yet accepted|Awaiting family consent|Accepted - family declined interview?"},
		{"pmrt", Used, "Cancelled|Not eligible|Removed"},
	}
	for _, tt := range tests {
		for _, text := range strings.Split(tt.texts, "|") {
			if got := withdrawal(text, tt.source); got != tt.want {
				t.Errorf("%s status %q is read as %q, want %q", tt.source, text, got, tt.want)
			}
		}
	}
}

func TestRefusal(t *testing.T) {
	for text, want := range map[string]Left{"Yes": Used, "Y": Used, "": Used, "Pending": Used, "No": NotAccepted, "N": NotAccepted, "No - criteria not met": NotAccepted, "No (family declined)": NotAccepted,
		"No decision yet": Used, "N/A": Used, "Not known": Used, "Rejected": Rejected, "Not accepted": NotAccepted, "No - pending": Used} {
		if got := refusal(text, "mnsi"); got != want {
			t.Errorf("accepted %q is read as %q, want %q", text, got, want)
		}
	}
}

func TestEventKind(t *testing.T) {
	head := "Reference,Revision,T005 - Event Date,CL001 - Event Type,L003 - Service Area\n"
	row := func(kind string) string { return "1,1,2026-04-01," + kind + ",Maternity\n" }
	const not = "not an incident (risk, outcome or good care)"
	for kind, want := range map[string]string{"Incident": "in", "Patient safety incident": "in", "1": "in", "": "in", "Risk": not, "Patient safety risk": not, "Outcome": not, "Poor outcome": not, "Good care": not, "2": not} {
		if got, faults := scoped(t, NewScope(Period{}), head+row(kind)); got != want || faults != "" {
			t.Errorf("kind %q: %s, %q; want %s", kind, got, faults, want)
		}
	}
	got, faults := scoped(t, NewScope(Period{}), head+row("Patient safety event")+"2"+row("Patient safety event")[1:])
	if want := `scope/event-kind: 2 records of a kind of event that is not known ("Patient safety event"); taken for incidents`; got != "in,in" || faults != want {
		t.Errorf("an unknown kind: %s, %q", got, faults)
	}
}
