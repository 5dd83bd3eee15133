package merge_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents"
	"siequity/incidents/trial"
)

// A repeat is left out and names what it repeats.
func TestRepeats(t *testing.T) {
	tests := []struct {
		name   string
		texts  []string
		fields []string
		want   string
	}{
		{"one incident in two overlapping exports",
			[]string{trial.DatixHead + "W1,14/05/2026,Final,Obstetrics,Patient,A,Delay\n", trial.DatixHead + "W1,14/05/2026,Final,Obstetrics,Patient,A,Delay\n"},
			nil,
			"datix:W1 row 2 x1\ndatix:W1 row 2 x1 left out: duplicate of datix:W1"},
		{"the latest LFPSE revision, its patients joined",
			[]string{trial.LfpseHead + "E1,1,1,14/05/2026,Incident,Maternity,26-35,4,32\nE1,2,1,14/05/2026,Incident,Maternity,26-35,4,32\nE1,2,2,14/05/2026,Incident,Maternity,0-14 days,1,\n"},
			[]string{"ethnicity"},
			"lfpse:E1 row 2 x1 left out: superseded ethnicity=32\nlfpse:E1 row 3 x2 ethnicity=32"},
		{"an exact repeat of an LFPSE row",
			[]string{trial.LfpseHead + "E1,1,1,14/05/2026,Incident,Maternity,26-35,4,32\nE1,1,1,14/05/2026,Incident,Maternity,26-35,4,32\n"},
			nil,
			"lfpse:E1 row 2 x1\nlfpse:E1 row 3 x1 left out: duplicate of lfpse:E1"},
		{"a duplicate by its own status repeats no record that we know, though it has several persons",
			[]string{trial.DatixHead + "W1,14/05/2026,incidents.Duplicate,Obstetrics,Baby,A,Delay\nW1,14/05/2026,incidents.Duplicate,Obstetrics,Mother,J,Delay\n"},
			[]string{"ethnicity"},
			"datix:W1 row 3 x2 left out: duplicate ethnicity=J"},
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

// TestOwner holds that a DATIX number belongs to its trust, however an export
// names the trust.
func TestOwner(t *testing.T) {
	text := "Ref,Incident date,Approval status,Specialty,Trust\nW1,14/05/2026,Final,Obstetrics,Vale NHS Trust\nW1,14/05/2026,Final,Obstetrics,VALE NHS TRUST\nW1,14/05/2026,Final,Obstetrics,Moor\n"
	_, records := trial.Records(t, text)
	want := "datix:W1 row 2 x2\ndatix:W1 row 4 x1"
	if diff := cmp.Diff(want, trial.Lines(records)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestWithoutReference(t *testing.T) {
	_, records := trial.Records(t, trial.DatixHead+",14/05/2026,Final,Obstetrics,Patient,A,Delay\n,14/05/2026,Final,Obstetrics,Patient,A,Delay\n")
	var ids []string
	for _, r := range records {
		ids = append(ids, r.ID())
	}
	if want := []string{"datix:export1.csv:2", "datix:export1.csv:3"}; !slices.Equal(ids, want) {
		t.Errorf("ids = %q, want %q: rows without a reference are never joined", ids, want)
	}
}

// A date is one day however it is written, and whatever order its column might have had.
func TestSameDayInTwoStyles(t *testing.T) {
	const head = "Datix ID,Incident date,Reported date,Specialty,Category,Grade of harm\n"
	_, records := trial.Records(t, head+"W1,04/05/2026,05/05/2026,Maternity,PPH,No harm\n", head+"W1,2026-05-04,2026-05-05,Maternity,Postpartum haemorrhage,No harm\n")
	if len(records) != 2 || records[1].Left != incidents.Duplicate {
		t.Errorf("the same incident twice: %s", trial.Lines(records))
	}
}
