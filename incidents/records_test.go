package incidents

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/source"
)

// readText reads CSV text as one file and gives its merged, scoped records.
func readText(t *testing.T, scope Scope, texts ...string) (*Reader, []*Record) {
	t.Helper()
	r := NewReader(source.Tables())
	var rows []*Record
	for i, text := range texts {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("export%d.csv", i+1))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, readFile(t, r, path, i)...)
	}
	records := r.Merge(rows, nil)
	scope.Apply(r, records)
	return r, records
}

func readFile(t *testing.T, r *Reader, path string, number int) []*Record {
	t.Helper()
	return readFileFaults(t, r, path, number, func(Fault) {})
}

func readFileFaults(t *testing.T, r *Reader, path string, number int, fault func(Fault)) []*Record {
	t.Helper()
	s, chunks := decoded(t, r, path, number)
	TrimTail(chunks)
	for _, f := range s.Settle(chunks) {
		fault(f)
	}
	var out []*Record
	for _, c := range chunks {
		for _, f := range c.Faults {
			fault(f)
		}
		for i := range c.Records {
			out = append(out, &c.Records[i])
		}
	}
	return out
}

// decoded reads a file as far as the batches of its rows.
func decoded(t *testing.T, r *Reader, path string, number int) (*Sheet, []Chunk) {
	t.Helper()
	f, err := export.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	seen, err := r.Look(f.Tables[0], Statement{})
	if err != nil {
		t.Fatal(err)
	}
	s := r.Recognised(f.Tables[0], seen, Statement{}, number)
	if s == nil {
		t.Fatalf("no source recognised in %s", path)
	}
	d := s.NewDecoder(0, nil)
	var chunks []Chunk
	err = f.Tables[0].Batches(context.Background(), export.Range{Width: len(s.Mapping.Columns)}, func(b export.Batch) error {
		chunks = append(chunks, d.Decode(b))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, chunks
}

// lines shows records as "id rows reason field=value", for comparing.
func lines(r *Reader, records []*Record, fields ...string) string {
	var out []string
	for _, rec := range records {
		line := fmt.Sprintf("%s row %d x%d", rec.ID(), rec.Row, rec.Rows)
		if rec.Left != Used {
			line += " left out: " + rec.Why()
		}
		for _, name := range fields {
			f := r.Catalogue.Index(name)
			if r.kind(f) == field.Date {
				d, _ := rec.Day(f)
				line += " " + name + "=" + d.String()
				continue
			}
			text, _ := rec.Text(f)
			line += " " + name + "=" + text
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

const (
	steisHead = "Log No,Organisation reporting SI on STEIS,Date of Incident:,Modified Date,Clinical Area:,Type of Incident,Ethnicity\n"
	datixHead = "Ref,Incident date,Approval status,Specialty,Role,Ethnicity,Category\n"
	lfpseHead = "Reference,Revision,Patient no.,T005 - Event Date,CL001 - Event Type,L003 - Service Area,P007 - Age Range,OT001 - Physical harm,PatientEthnicity\n"
)

func TestRecords(t *testing.T) {
	tests := []struct {
		name   string
		texts  []string
		fields []string
		want   string
	}{
		{"the newest StEIS row by date, not by text",
			[]string{steisHead + "2026/1,Vale,14/05/2026,09/01/2027;02/06/2026,Obstetrics,,J\n2026/1,Vale,14/05/2026,10/12/2026,Obstetrics,,\n"},
			[]string{"ethnicity"},
			"steis:2026/1 row 2 x1 ethnicity=J\nsteis:2026/1 row 3 x1 left out: superseded ethnicity="},
		{"the newest StEIS row of one day by its time, not by text",
			[]string{steisHead + "2026/1,Vale,14/05/2026,02/06/2026 9:30,Obstetrics,,A\n2026/1,Vale,14/05/2026,01/06/2026 17:00;02/06/2026 16:30,Obstetrics,,J\n2026/1,Vale,14/05/2026,02/06/2026,Obstetrics,,\n"},
			[]string{"ethnicity"},
			"steis:2026/1 row 2 x1 left out: superseded ethnicity=A\nsteis:2026/1 row 3 x1 ethnicity=J\nsteis:2026/1 row 4 x1 left out: duplicate of steis:2026/1 ethnicity="},
		{"a StEIS row without a version fills the blanks of the other",
			[]string{steisHead + "2026/1,Vale,14/05/2026,,Obstetrics,,\n2026/1,Vale,14/05/2026,,Obstetrics,,J\n2026/1,Vale,14/05/2026,,Obstetrics,Delay,A\n"},
			[]string{"ethnicity", "incident_type"},
			"steis:2026/1 row 2 x1 ethnicity=J incident_type=\nsteis:2026/1 row 3 x1 left out: duplicate of steis:2026/1 ethnicity=J incident_type=\nsteis:2026/1 row 4 x1 left out: duplicate of steis:2026/1 ethnicity=A incident_type=Delay"},
		{"a StEIS row that contradicts the other, or that is older, fills nothing",
			[]string{steisHead + "2026/1,Vale,14/05/2026,,Obstetrics,,\n2026/1,Vale,15/05/2026,,Obstetrics,,J\n2026/2,Vale,14/05/2026,02/06/2026,Obstetrics,,\n2026/2,Vale,14/05/2026,01/06/2026,Obstetrics,,J\n"},
			[]string{"ethnicity"},
			"steis:2026/1 row 2 x1 ethnicity=\nsteis:2026/1 row 3 x1 left out: duplicate of steis:2026/1 ethnicity=J\nsteis:2026/2 row 4 x1 ethnicity=\nsteis:2026/2 row 5 x1 left out: superseded ethnicity=J"},
		{"DATIX references of one sheet that differ in zeros or a prefix are several",
			[]string{datixHead + "W1,03/06/2026,Final,Obstetrics,,,A\nW001,09/06/2026,Final,Obstetrics,,,B\nWEB1,16/06/2026,Final,Obstetrics,,,C\n w1* ,03/06/2026,Final,Obstetrics,,,A\n"},
			[]string{"category"},
			"datix:W1 row 2 x2 category=A\ndatix:W001 row 3 x1 category=B\ndatix:WEB1 row 4 x1 category=C"},
		{"DATIX references of two sheets that differ in zeros or a prefix are one",
			[]string{datixHead + "W0012,03/06/2026,Final,Obstetrics,,,A\n", datixHead + "WEB12,03/06/2026,Final,Obstetrics,,,A\n"},
			[]string{"category"},
			"datix:W0012 row 2 x1 category=A\ndatix:WEB12 row 2 x1 left out: duplicate of datix:W0012 category=A"},
		{"where one sheet has two spellings, another sheet's are told apart too",
			[]string{datixHead + "W1,03/06/2026,Final,Obstetrics,,,A\nW01,09/06/2026,Final,Obstetrics,,,B\n", datixHead + "W01,09/06/2026,Final,Obstetrics,,,B\n"},
			[]string{"category"},
			"datix:W1 row 2 x1 category=A\ndatix:W01 row 3 x1 category=B\ndatix:W01 row 2 x1 left out: duplicate of datix:W01 category=B"},
		{"a number with decimals is the number",
			[]string{datixHead + "101.0,03/06/2026,Final,Obstetrics,,,A\n101,03/06/2026,Final,Obstetrics,,A,\n"},
			[]string{"category", "ethnicity"},
			"datix:101.0 row 2 x2 category=A ethnicity=A"},
		{"numbers that a spreadsheet cut are no references",
			[]string{lfpseHead + "1.23E+11,1,1,03/06/2026,Incident,Maternity,,1,A\n1.23E+11,1,1,03/06/2026,Incident,Maternity,,4,B\n"},
			[]string{"ethnicity"},
			"lfpse:export1.csv:2 row 2 x1 ethnicity=A\nlfpse:export1.csv:3 row 3 x1 ethnicity=B"},
		{"references that differ in zeros are one",
			[]string{steisHead + "2026/0042,Vale,14/05/2026,01/06/2026,Obstetrics,,\n2026/42,Vale,14/05/2026,02/06/2026,Obstetrics,,\n"},
			nil,
			"steis:2026/0042 row 2 x1 left out: superseded\nsteis:2026/42 row 3 x1"},
		{"a StEIS type that is not maternity",
			[]string{steisHead + "2026/1,Vale,14/05/2026,,,Pressure ulcer meeting SI criteria,\n2026/2,Vale,14/05/2026,,,Maternity/Obstetric incident meeting SI criteria: baby only,\n"},
			nil,
			"steis:2026/1 row 2 x1 left out: not maternity or neonatal\nsteis:2026/2 row 3 x1"},
		{"ethnicity of the woman, not of staff, whatever the order",
			[]string{datixHead + "W1,14/05/2026,Final,Obstetrics,Employee,White - British,Delay\nW1,14/05/2026,Final,Obstetrics,Patient (mother),Pakistani,\n"},
			[]string{"ethnicity", "category"},
			"datix:W1 row 3 x2 ethnicity=Pakistani category=Delay"},
		{"a member of staff never fills a blank",
			[]string{datixHead + "W1,14/05/2026,Final,Obstetrics,Patient,,Delay\nW1,14/05/2026,Final,Obstetrics,Witness,White - British,Delay\n"},
			[]string{"ethnicity"},
			"datix:W1 row 2 x2 ethnicity="},
		{"the mother before the baby",
			[]string{datixHead + "W1,14/05/2026,Final,Obstetrics,Baby,A,Delay\nW1,14/05/2026,Final,Obstetrics,Affected patient,B,Delay\n"},
			[]string{"ethnicity"},
			"datix:W1 row 3 x2 ethnicity=B"},
		{"rejected and duplicate records are left out",
			[]string{datixHead + "W1,14/05/2026,Rejected,Obstetrics,Patient,A,Delay\nW2,14/05/2026,Duplicate,Obstetrics,Patient,A,Delay\nW3,14/05/2026,Not rejected,Obstetrics,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1 left out: rejected\ndatix:W2 row 3 x1 left out: duplicate\ndatix:W3 row 4 x1"},
		{"one incident in two overlapping exports",
			[]string{datixHead + "W1,14/05/2026,Final,Obstetrics,Patient,A,Delay\n", datixHead + "W1,14/05/2026,Final,Obstetrics,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1\ndatix:W1 row 2 x1 left out: duplicate of datix:W1"},
		{"another specialty",
			[]string{datixHead + "W1,14/05/2026,Final,Cardiology,Patient,A,Delay\nW2,14/05/2026,Final,Midwifery,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1 left out: not maternity or neonatal\ndatix:W2 row 3 x1"},
		{"the latest LFPSE revision, its patients joined",
			[]string{lfpseHead + "E1,1,1,14/05/2026,Incident,Maternity,26-35,4,32\nE1,2,1,14/05/2026,Incident,Maternity,26-35,4,32\nE1,2,2,14/05/2026,Incident,Maternity,0-14 days,1,\n"},
			[]string{"ethnicity"},
			"lfpse:E1 row 2 x1 left out: superseded ethnicity=32\nlfpse:E1 row 3 x2 ethnicity=32"},
		{"an exact repeat of an LFPSE row",
			[]string{lfpseHead + "E1,1,1,14/05/2026,Incident,Maternity,26-35,4,32\nE1,1,1,14/05/2026,Incident,Maternity,26-35,4,32\n"},
			nil,
			"lfpse:E1 row 2 x1\nlfpse:E1 row 3 x1 left out: duplicate of lfpse:E1"},
		{"good care is no incident",
			[]string{lfpseHead + "E1,1,1,14/05/2026,Good care,Maternity,26-35,,\n"},
			nil,
			"lfpse:E1 row 2 x1 left out: not an incident (risk, outcome or good care)"},
		{"spellings of one log number",
			[]string{steisHead + "2026/4821,Vale,14/05/2026,01/06/2026,Obstetrics,,J\nStEIS 2026-04821,Vale,14/05/2026,02/05/2026,Obstetrics,,\n2026/48210,Vale,14/05/2026,02/05/2026,Obstetrics,,\n"},
			nil,
			"steis:2026/4821 row 2 x1\nsteis:StEIS 2026-04821 row 3 x1 left out: superseded\nsteis:2026/48210 row 4 x1"},
		{"a record of staff alone says nothing of the woman",
			[]string{datixHead + "W1,14/05/2026,Final,Obstetrics,Employee,White - British,Delay\nW2,14/05/2026,Final,Obstetrics,Witness,Indian,Delay\nW2,14/05/2026,Final,Obstetrics,Midwife,Irish,Delay\n"},
			[]string{"ethnicity"},
			"datix:W1 row 2 x1 ethnicity=\ndatix:W2 row 3 x2 ethnicity="},
		{"role and kind of person as codes of the database",
			[]string{"recordid,inc_dincident,inc_specialty,link_role,con_type,con_ethnicity\n7,2026-05-14,OBS,AFFECT,EMPC,A\n7,2026-05-14,OBS,AFFECT,PATC,J\n8,2026-05-14,OBS,WITN,PATC,A\n"},
			[]string{"ethnicity"},
			"datix:7 row 3 x2 ethnicity=J\ndatix:8 row 4 x1 ethnicity="},
		{"specialties as codes and abbreviations",
			[]string{datixHead + "W1,14/05/2026,Final,OBS,Patient,A,Delay\nW2,14/05/2026,Final,Obs & Gynae,Patient,A,Delay\nW3,14/05/2026,Final,MATOBS,Patient,A,Delay\nW4,14/05/2026,Final,ORTH,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1\ndatix:W2 row 3 x1\ndatix:W3 row 4 x1\ndatix:W4 row 5 x1 left out: not maternity or neonatal"},
		{"a date of birth is no birth, observations are no obstetrics",
			[]string{datixHead + "W1,14/05/2026,Final,Orthopaedics,Patient,A,Wrong date of birth on label\nW2,14/05/2026,Final,Cardiology,Patient,A,Failure to act on obs\nW3,14/05/2026,Final,Orthopaedics,Patient,A,Maternal collapse\n"},
			nil,
			"datix:W1 row 2 x1 left out: not maternity or neonatal\ndatix:W2 row 3 x1 left out: not maternity or neonatal\ndatix:W3 row 4 x1"},
		{"a division of women's services says nothing alone",
			[]string{datixHead + "W1,14/05/2026,Final,Women's Health,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1"},
		{"and is left out of a trust-wide export",
			[]string{datixHead + "W1,14/05/2026,Final,Women's Health,Patient,A,Delay\nW2,14/05/2026,Final,Urology,Patient,A,Delay\n"},
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
		{"LFPSE columns inside DATIX",
			[]string{"recordid,inc_dincident,inc_specialty,inc_severity,lfpse_physical_harm,lfpse_patient_ethnicity,lfpse_patient_sequence,lfpse_age_bracket\n7,2026-05-14,Maternity,LOW,4,,1,0-14 days\n7,2026-05-14,Maternity,LOW,2,32,2,26 to 35 years\n"},
			[]string{"harm", "harm_physical", "ethnicity_lfpse"},
			"datix:7 row 3 x2 harm=LOW harm_physical=2 ethnicity_lfpse=32"},
		{"persons that differ by a date of birth or an NHS number alone are several",
			[]string{"Ref,Incident date,Specialty,Approval status,Date of birth,NHS number\nW1,14/05/2026,Obstetrics,Final,01/02/1990,\nW1,14/05/2026,Obstetrics,Final,14/05/2026,\nW1,14/05/2026,Obstetrics,Final,14/05/2026,\n" +
				"W2,14/05/2026,Obstetrics,Final,,9434765919\nW2,14/05/2026,Obstetrics,Final,,9434765870\n"},
			[]string{"date_of_birth"},
			"datix:W1 row 2 x2 date_of_birth=\ndatix:W1 row 4 x1 left out: duplicate of datix:W1 date_of_birth=\ndatix:W2 row 5 x2 date_of_birth="},
		{"a duplicate by its own status repeats no record that we know, though it has several persons",
			[]string{datixHead + "W1,14/05/2026,Duplicate,Obstetrics,Baby,A,Delay\nW1,14/05/2026,Duplicate,Obstetrics,Mother,J,Delay\n"},
			[]string{"ethnicity"},
			"datix:W1 row 3 x2 left out: duplicate ethnicity=J"},
		{"headings printed over again on each page",
			[]string{datixHead + "W1,14/05/2026,Final,Obstetrics,Patient,A,Delay\n" + datixHead + "W2,14/05/2026,Final,Obstetrics,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1\ndatix:W2 row 4 x1"},
		{"totals and criteria are no records",
			[]string{"Maternity incidents,,,,,,\nCriteria: all,,,,,,\n\n" + datixHead + "W1,14/05/2026,Final,Obstetrics,Patient,A,Delay\nTotal,1,,,,,\n"},
			[]string{"incident_date"},
			"datix:W1 row 5 x1 incident_date=2026-05-14"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, records := readText(t, NewScope(Period{}), tt.texts...)
			if diff := cmp.Diff(tt.want, lines(r, records, tt.fields...)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestOwner holds that a DATIX number belongs to its trust, however an export
// names the trust.
func TestOwner(t *testing.T) {
	text := "Ref,Incident date,Approval status,Specialty,Trust\nW1,14/05/2026,Final,Obstetrics,Vale NHS Trust\nW1,14/05/2026,Final,Obstetrics,VALE NHS TRUST\nW1,14/05/2026,Final,Obstetrics,Moor\n"
	r, records := readText(t, NewScope(Period{}), text)
	want := "datix:W1 row 2 x2\ndatix:W1 row 4 x1"
	if diff := cmp.Diff(want, lines(r, records)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestTrackers holds that lists kept by hand are understood in other words, under
// a title.
func TestTrackers(t *testing.T) {
	text := "HSIB and MNSI cases,,,\n,,,\nHSIB/MNSI number,Baby's DOB,Date reported to MNSI,Case type,Ethnicity of mum\nMI-012345,05/04/2026,07/04/2026,HIE,Black African\n"
	r, records := readText(t, NewScope(Period{}), text)
	want := "mnsi:MI-012345 row 4 x1 incident_date=2026-04-05 referral_date=2026-04-07 criteria=HIE ethnicity=Black African"
	if diff := cmp.Diff(want, lines(r, records, "incident_date", "referral_date", "criteria", "ethnicity")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestWhoseEthnicity holds that only the woman's column is taken for her ethnic
// category, and questions for questions.
func TestWhoseEthnicity(t *testing.T) {
	text := "ID,Incident date,Specialty,Approval status,Reporter ethnicity,Ethnicity of baby,Mother's ethnic group,Partner's ethnicity,What language does she speak?,Was her ethnicity considered?\n" +
		"1,14/05/2026,Obstetrics,Final,A,B,J,C,Urdu,Yes\n"
	r, records := readText(t, NewScope(Period{}), text)
	want := "datix:1 row 2 x1 ethnicity=J language=Urdu ethnicity_answer=Yes"
	if diff := cmp.Diff(want, lines(r, records, "ethnicity", "language", "ethnicity_answer")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestFoldReference(t *testing.T) {
	same := [][]string{
		{"2026/4821", "2026-04821", "StEIS 2026/04821", "steis2026-4821", "2026 / 4821", "Log No 2026/4821"},
		{"W12345", "WEB12345", "web-12345", "Datix W 12345", "w012345"},
		{"MI-012345", "MI 12345", "mi12345", "MNSI MI-12345"},
		{"91234/1", "91234-1", "PMRT 91234/1", "MBRRACE-UK 91234 1"},
		{"10002", "10002.0", " 10002.00", "010002"},
	}
	seen := map[string]string{}
	for _, group := range same {
		want := FoldReference(group[0])
		for _, ref := range group {
			if got := FoldReference(ref); got != want || FoldReference(got) != got {
				t.Errorf("FoldReference(%q) = %q, want %q", ref, got, want)
			}
		}
		if other := seen[want]; other != "" {
			t.Errorf("%q and %q fold alike", other, group[0])
		}
		seen[want] = group[0]
	}
	if FoldReference("2026/4821") == FoldReference("2026/48210") || FoldReference("n/a") == FoldReference("") {
		t.Error("different references fold alike")
	}
}

// TestUnreadableDate holds what a finding may repeat of a cell that is no date.
func TestUnreadableDate(t *testing.T) {
	tests := []struct{ heading, cell, want string }{
		{"Incident date", "31/02/2026", "31/02/2026"},
		{"Incident date", "not yet known", "not yet known"},
		{"Incident date", "943 476 5919", ""},
		{"Incident date", "Mrs Examplename of 4 The Street rang", ""},
		{"Date of delivery", "31/02/2026", "31/02/2026"},
		{"Date of birth of baby", "31/02/2026", ""},
	}
	for _, tt := range tests {
		head := "Log No,Modified Date,CCG/CSU Name," + tt.heading + "\n"
		if tt.heading != "Incident date" {
			head = "MNSI ref,Referral criteria,Family consent," + tt.heading + "\n"
		}
		if got := faultTexts(t, head+"1,,,"+tt.cell+"\n"); got != tt.want {
			t.Errorf("%s %q: the finding says %q, want %q", tt.heading, tt.cell, got, tt.want)
		}
	}
}

// faultTexts gives what the faults of one export repeat of its cells.
func faultTexts(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var out string
	readFileFaults(t, NewReader(source.Tables()), path, 0, func(f Fault) { out += f.Text })
	return out
}

func TestWithoutReference(t *testing.T) {
	_, records := readText(t, NewScope(Period{}), datixHead+",14/05/2026,Final,Obstetrics,Patient,A,Delay\n,14/05/2026,Final,Obstetrics,Patient,A,Delay\n")
	var ids []string
	for _, r := range records {
		ids = append(ids, r.ID())
	}
	if want := []string{"datix:export1.csv:2", "datix:export1.csv:3"}; !slices.Equal(ids, want) {
		t.Errorf("ids = %q, want %q: rows without a reference are never joined", ids, want)
	}
}

func TestPeriods(t *testing.T) {
	tests := []struct{ text, from, to string }{
		{"2026/27-Q1", "2026-04-01", "2026-06-30"},
		{"2026/27-q4", "2027-01-01", "2027-03-31"},
		{"2026/27", "2026-04-01", "2027-03-31"},
		{"1999/00", "1999-04-01", "2000-03-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2026-04-10..2026-05-01", "2026-04-10", "2026-05-01"},
		{"10/04/2026..01/05/2026", "2026-04-10", "2026-05-01"},
		{"all", "", ""},
	}
	for _, tt := range tests {
		p, err := ParsePeriod(tt.text)
		if err != nil || p.From.String() != tt.from || p.To.String() != tt.to {
			t.Errorf("ParsePeriod(%q) = %s to %s, %v; want %s to %s", tt.text, p.From, p.To, err, tt.from, tt.to)
		}
	}
	for _, bad := range []string{"2026/28", "2026/27-Q5", "Q1", "2026-13", "2026-05-01..2026-04-01", "last year"} {
		if _, err := ParsePeriod(bad); err == nil {
			t.Errorf("ParsePeriod(%q) gives no error", bad)
		}
	}
}

func TestQuarterOf(t *testing.T) {
	for text, want := range map[string]string{"2026-03-31": "2025/26-Q4", "2026-04-01": "2026/27-Q1", "2026-12-31": "2026/27-Q3", "": ""} {
		day, _, _ := field.ParseDate(text)
		if got := QuarterOf(day).Name; got != want {
			t.Errorf("QuarterOf(%s) = %q, want %q", text, got, want)
		}
	}
}

func TestPack(t *testing.T) {
	for _, s := range []string{"M331AA", "9434765919", "E01021988", "0", "AB12CD34EF56"} {
		key, ok := Pack([]byte(s))
		if !ok || Unpack(key) != s {
			t.Errorf("Pack(%q) = %d, %v, which unpacks to %q", s, key, ok, Unpack(key))
		}
	}
	a, _ := Pack([]byte("m33\u00a01aa"))
	b, _ := Pack([]byte(" M33-1AA."))
	if a != b {
		t.Error("spaces, no-break spaces, case and punctuation must not matter")
	}
	for _, s := range []string{"", "-", "ABCDEFGHIJKLM", "\u0131M33"} {
		if _, ok := Pack([]byte(s)); ok {
			t.Errorf("Pack(%q) is accepted", s)
		}
	}
}

func TestRoleOf(t *testing.T) {
	tests := []struct {
		role string
		want Role
	}{
		{"", Unnamed}, {"PATC", Patient}, {"EMPC", Bystander}, {"Patient", Patient}, {"Mother", Mother}, {"Patient - Mother", Mother}, {"Baby", Baby},
		{"Staff member", Bystander}, {"Midwife", Bystander}, {"Partner", Bystander}, {"Person affected", Patient}, {"Neonate", Baby}, {"AFFECT", Patient},
		{"Mother's midwife", Bystander}, {"Birthing parent", Mother}, {"WITN", Bystander}, {"Twin 2", Baby}, {"Next of kin", Bystander}, {"Patient's relative", Bystander},
	}
	for _, tt := range tests {
		if got := roleOf(tt.role); got != tt.want {
			t.Errorf("roleOf(%q) = %d, want %d", tt.role, got, tt.want)
		}
	}
}

// A reference or a team that identifies somebody is reported, without its text,
// and not kept.
func TestCellsThatIdentify(t *testing.T) {
	path := filepath.Join(t.TempDir(), "datix.csv")
	text := "ID,Incident date,Team,Description,Ethnicity\n" +
		"WEB1001,14/05/2026,Triage,Delay in induction,A\n" +
		"Jane Roe,14/05/2026,Jane Roe,Delay in induction,A\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r := NewReader(source.Tables())
	r.Identifies = func(text string, _ field.Kind) bool { return text == "Jane Roe" }
	var faults []string
	records := readFileFaults(t, r, path, 0, func(f Fault) {
		faults = append(faults, fmt.Sprintf("%s %d:%d %q", f.ID, f.Row, f.Column, f.Text))
	})
	if d := cmp.Diff([]string{`label/identifies 3:1 ""`, `label/identifies 3:3 ""`}, faults); d != "" {
		t.Error(d)
	}
	team := r.Catalogue.Index("team")
	var got []string
	for _, rec := range records {
		name, _ := rec.Text(team)
		got = append(got, rec.ID()+" "+name)
	}
	if d := cmp.Diff([]string{"datix:WEB1001 Triage", "datix:datix.csv:3 "}, got); d != "" {
		t.Error(d)
	}
}
