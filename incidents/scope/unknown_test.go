package scope_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/scope"
	"siequity/incidents/specialty"
)

// A word on no list is not another specialty: other columns decide, and what nothing
// decides is reported with its words.
func TestScopeUnknownWords(t *testing.T) {
	const head = "Ref,Incident date,Specialty,Ward,Category,Severity\n"
	row := func(cells string) string { return "W" + cells[:1] + ",01/04/2026," + cells[2:] + ",Low\n" }
	const note = " name neither maternity nor another specialty; left out, because other rows of the sheet name other specialties; words that are not known, with their rows: "
	tests := []struct{ name, rows, want, faults string }{
		{"spellings", "1,Ante-natal,,|2,Post-natal,,|3,L/W,,|4,Obstretrics,,|5,Matermity,,|6,Cardiology,,", "in,in,in,in,in," + away, ""},
		{"what happens nowhere else", "1,Cord prolapse,,|2,HIE,,|3,,,Third degree tear|4,,,LSCS delay|5,Cardiology,,", "in,in,in,in," + away, ""},
		{"a ward decides", "1,Womens Services,Labour ward,|2,Womens Services,ITU,|3,Wibble,ITU,", "in," + away + "," + away, ""},
		{"a category never tells of another", "1,Womens Services,,Pharmacy dispensing|2,Womens Services,,Surgical wound|3,Maternity,,", "in,in,in",
			`scope/not-told: 2 of 3 rows name neither maternity nor another specialty; taken for maternity, because no row of the sheet names another specialty; words that are not known, with their rows: "Womens Services" (2)`},
		{"neither, beside another", "1,Maternity leave cover,,|2,Wibble,,|3,Wibble,,|4,TBC,,|5,Cardiology,,|6,Maternity,,", away + "," + away + "," + away + "," + away + "," + away + ",in",
			"scope/not-told: 4 of 6 rows" + note + `"Wibble" (2), 1 more`},
		{"neither, and nothing beside", "1,Wibble,,|2,Wibble,,", "in,in",
			`scope/not-told: no column tells maternity care from other care, so every row was taken for maternity: 2 rows; words that are not known, with their rows: "Wibble" (2)`},
		{"a word of one row may be anybody's", "1,Wibble,,", "in", "scope/not-told: no column tells maternity care from other care, so the only row was taken for maternity"},
		{"denied", "1,Non-obstetric ultrasound,,|2,Surgery (excl. maternity),,|3,Maternity,,", away + "," + away + ",in", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var text strings.Builder
			text.WriteString(head)
			for _, cells := range strings.Split(tt.rows, "|") {
				text.WriteString(row(cells))
			}
			got, faults := scoped(t, scope.New(scope.Period{}), text.String())
			if d := cmp.Diff([]string{tt.want, tt.faults}, []string{got, faults}); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// At most ten words are listed, and none that is long.
func TestScopeUnknownWordsAreFew(t *testing.T) {
	text := "Ref,Incident date,Specialty,Severity\n0,01/04/2026,Cardiology,Low\n"
	for _, c := range "abcdefghijkl" {
		for _, n := range "12" {
			text += string(c) + string(n) + ",01/04/2026,Zz" + string(c) + ",Low\n"
		}
	}
	for _, n := range "12" {
		text += "m" + string(n) + ",01/04/2026," + strings.Repeat("wibble ", 9) + ",Low\n"
	}
	_, faults := scoped(t, scope.New(scope.Period{}), text)
	if want := `"Zzi" (2), "Zzj" (2), 3 more`; !strings.HasSuffix(faults, want) || strings.Contains(faults, "wibble") {
		t.Errorf("got %s, want it to end in %s", faults, want)
	}
}

// A type of StEIS on the national list tells of another specialty, and free words do not.
func TestScopeTypesOfSteis(t *testing.T) {
	const head = "Log No,Date of Incident:,Created on,Type of Incident:\n"
	text := head
	for i, kind := range []string{"Maternity/Obstetric incident meeting SI criteria: mother only", "Intrauterine death", "Ante-natal screening", "Hypoxic ischaemic encephalopathy", "Treatment delay meeting SI criteria", "Unlisted thing", "Unlisted thing"} {
		text += "2026/10" + string(rune('0'+i)) + ",01/04/2026,02/04/2026," + kind + "\n"
	}
	got, faults := scoped(t, scope.New(scope.Period{}), text)
	want := "in,in,in,in," + away + "," + away + "," + away
	if got != want || !strings.HasSuffix(faults, `"Unlisted thing" (2)`) {
		t.Errorf("got %s, %s; want %s", got, faults, want)
	}
}

// LFPSE's numbers mean what their names do.
func TestScopeNumbers(t *testing.T) {
	head := "Reference,Revision,T005 - Event Date,CL001 - Event Type,L003 - Service Area,L006 - Specialty\n1,1,2026-04-01,1,"
	for cells, want := range map[string]string{"1,65": "in", "1,10": away, "1,132": "in", "1,215": "in", "1,": "in", "1,999": "in", "1,0": "in", "0,": "in", "0,0": "in", "3,": away, "19,5": "in"} {
		if got, _ := scoped(t, scope.New(scope.Period{}), head+cells+"\n"); got != want {
			t.Errorf("service and specialty %q: %s, want %s", cells, got, want)
		}
	}
	only := scope.New(scope.Period{})
	only.Words = specialty.Own{Maternity: []string{"neonat"}, Only: true}
	if got, _ := scoped(t, only, head+"1,65\n"); got != away {
		t.Errorf("obstetrics where only own words count: %s", got)
	}
}

// The words that somebody wrote beside "Other" may tell of a person: no finding shows them.
func TestScopeShowsNoFreeWords(t *testing.T) {
	_, faults := scoped(t, scope.New(scope.Period{}), "Log No,Date of Incident:,Created on,Type of Incident:,Type of Incident: (Other)\n2026/1,01/04/2026,02/04/2026,Other,Mary Roe was sad\n")
	if strings.Contains(faults, "Roe") || !strings.Contains(faults, "scope/not-told") {
		t.Errorf("got %s", faults)
	}
}
