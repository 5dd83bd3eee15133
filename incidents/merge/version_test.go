package merge_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents"
	"siequity/incidents/trial"
)

// Which version of a record stands does not hang on the order of the rows.
func TestNewestVersion(t *testing.T) {
	const (
		untimed = "2026/1,Vale,14/05/2026,14/05/2026,Obstetrics,,A\n"
		morning = "2026/1,Vale,14/05/2026,14/05/2026 10:00,Obstetrics,,\n"
		noon    = "2026/1,Vale,14/05/2026,14/05/2026 12:00,Obstetrics,,J\n"
		before  = "2026/1,Vale,14/05/2026,13/05/2026 23:00,Obstetrics,,C\n"
	)
	why := map[string]string{untimed: "duplicate", morning: "superseded", before: "superseded"}
	for _, rows := range [][]string{
		{untimed, morning, noon}, {untimed, noon, morning}, {morning, untimed, noon},
		{morning, noon, untimed}, {noon, untimed, morning}, {noon, morning, untimed}, {untimed, morning, before, noon},
	} {
		text := trial.SteisHead
		for _, row := range rows {
			text += row
		}
		r, records := trial.Records(t, text)
		want, got := "", ""
		for i, rec := range records {
			left := ""
			if rec.Left != incidents.Used {
				left = rec.Left.String()
			}
			ethnicity, _ := rec.Text(r.Catalogue.Index("ethnicity"))
			got += fmt.Sprintf("%s %q;", left, ethnicity)
			want += fmt.Sprintf("%s %q;", why[rows[i]], map[string]string{untimed: "A", morning: "", noon: "J", before: "C"}[rows[i]])
		}
		if got != want {
			t.Errorf("%q: got %s want %s", rows, got, want)
		}
	}
}

// Of rows that nothing sets against the record, one of its own time fills its blanks
// before one that does not say its time.
func TestVersionsFillInOrder(t *testing.T) {
	r, records := trial.Records(t, trial.SteisHead+
		"2026/1,Vale,14/05/2026,14/05/2026 12:00,Obstetrics,,\n2026/1,Vale,14/05/2026,14/05/2026,Obstetrics,,A\n2026/1,Vale,14/05/2026,14/05/2026 12:00,Obstetrics,,J\n")
	if text, _ := records[0].Text(r.Catalogue.Index("ethnicity")); text != "J" {
		t.Errorf("the record has %q", text)
	}
}

// A version is known by its time of day where the month stands first, too.
func TestNewestVersionMonthFirst(t *testing.T) {
	_, records := trial.Records(t, trial.SteisHead+
		"2026/1,Vale,05/14/2026,05/14/2026 09:00,Obstetrics,,A\n2026/1,Vale,05/14/2026,05/14/2026 17:00,Obstetrics,,J\n")
	if records[0].Left != incidents.Superseded || records[1].Left != incidents.Used {
		t.Errorf("got %s", trial.Lines(records, "ethnicity"))
	}
}

// Of the rows of one StEIS number the newest is the record; where nothing tells, they fill each other.
func TestStEISRows(t *testing.T) {
	tests := []struct {
		name   string
		texts  []string
		fields []string
		want   string
	}{
		{"the newest StEIS row by date, not by text",
			[]string{trial.SteisHead + "2026/1,Vale,14/05/2026,09/01/2027;02/06/2026,Obstetrics,,J\n2026/1,Vale,14/05/2026,10/12/2026,Obstetrics,,\n"},
			[]string{"ethnicity"},
			"steis:2026/1 row 2 x1 ethnicity=J\nsteis:2026/1 row 3 x1 left out: superseded ethnicity="},
		{"the newest StEIS row of one day by its time, not by text",
			[]string{trial.SteisHead + "2026/1,Vale,14/05/2026,02/06/2026 9:30,Obstetrics,,A\n2026/1,Vale,14/05/2026,01/06/2026 17:00;02/06/2026 16:30,Obstetrics,,J\n2026/1,Vale,14/05/2026,02/06/2026,Obstetrics,,\n"},
			[]string{"ethnicity"},
			"steis:2026/1 row 2 x1 left out: superseded ethnicity=A\nsteis:2026/1 row 3 x1 ethnicity=J\nsteis:2026/1 row 4 x1 left out: duplicate of steis:2026/1 ethnicity="},
		{"a StEIS row without a version fills the blanks of the other",
			[]string{trial.SteisHead + "2026/1,Vale,14/05/2026,,Obstetrics,,\n2026/1,Vale,14/05/2026,,Obstetrics,,J\n2026/1,Vale,14/05/2026,,Obstetrics,Delay,A\n"},
			[]string{"ethnicity", "incident_type"},
			"steis:2026/1 row 2 x1 ethnicity=J incident_type=\nsteis:2026/1 row 3 x1 left out: duplicate of steis:2026/1 ethnicity=J incident_type=\nsteis:2026/1 row 4 x1 left out: duplicate of steis:2026/1 ethnicity=A incident_type=Delay"},
		{"a StEIS row that contradicts the other, or that is older, fills nothing",
			[]string{trial.SteisHead + "2026/1,Vale,14/05/2026,,Obstetrics,,\n2026/1,Vale,15/05/2026,,Obstetrics,,J\n2026/2,Vale,14/05/2026,02/06/2026,Obstetrics,,\n2026/2,Vale,14/05/2026,01/06/2026,Obstetrics,,J\n"},
			[]string{"ethnicity"},
			"steis:2026/1 row 2 x1 ethnicity=\nsteis:2026/1 row 3 x1 left out: duplicate of steis:2026/1 ethnicity=J\nsteis:2026/2 row 4 x1 ethnicity=\nsteis:2026/2 row 5 x1 left out: superseded ethnicity=J"},
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
