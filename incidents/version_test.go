package incidents

import (
	"fmt"
	"testing"
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
		text := steisHead
		for _, row := range rows {
			text += row
		}
		r, records := readText(t, NewScope(Period{}), text)
		want, got := "", ""
		for i, rec := range records {
			left := ""
			if rec.Left != Used {
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
	r, records := readText(t, NewScope(Period{}), steisHead+
		"2026/1,Vale,14/05/2026,14/05/2026 12:00,Obstetrics,,\n2026/1,Vale,14/05/2026,14/05/2026,Obstetrics,,A\n2026/1,Vale,14/05/2026,14/05/2026 12:00,Obstetrics,,J\n")
	if text, _ := records[0].Text(r.Catalogue.Index("ethnicity")); text != "J" {
		t.Errorf("the record has %q", text)
	}
}

// A version is known by its time of day where the month stands first, too.
func TestNewestVersionMonthFirst(t *testing.T) {
	_, records := readText(t, NewScope(Period{}), steisHead+
		"2026/1,Vale,05/14/2026,05/14/2026 09:00,Obstetrics,,A\n2026/1,Vale,05/14/2026,05/14/2026 17:00,Obstetrics,,J\n")
	if records[0].Left != Superseded || records[1].Left != Used {
		t.Errorf("got %s", lines(records[0].Sheet.reader, records, "ethnicity"))
	}
}
