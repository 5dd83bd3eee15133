package decoder_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/incidents/trial"
)

// TestColumnOfNames holds that a column of cells that identify somebody is told of in a
// few findings, which count them all.
func TestColumnOfNames(t *testing.T) {
	var b strings.Builder
	b.WriteString("Ref,Incident date,Specialty,Location (exact)\n")
	for i := range 10 {
		fmt.Fprintf(&b, "W%d,01/06/2026,Obstetrics,Invented Person\n", 100+i)
	}
	path := trial.Write(t, "datix.csv", b.String())
	r := trial.Reader()
	r.Identifies = func(text string, _ field.Kind) bool { return text == "Invented Person" }
	var got []string
	trial.Rows(t, r, path, 0, func(f incidents.Fault) {
		got = append(got, fmt.Sprintf("%s row %d column %d times %d", f.ID, f.Row, f.Column, max(1, f.Times)))
	})
	want := []string{"label/identifies row 5 column 4 times 7", "label/identifies row 2 column 4 times 1", "label/identifies row 3 column 4 times 1", "label/identifies row 4 column 4 times 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A reference or a team that identifies somebody is reported, without its text,
// and not kept.
func TestCellsThatIdentify(t *testing.T) {
	text := "ID,Incident date,Team,Description,Ethnicity\n" +
		"WEB1001,14/05/2026,Triage,Delay in induction,A\n" +
		"Jane Roe,14/05/2026,Jane Roe,Delay in induction,A\n"
	path := trial.Write(t, "datix.csv", text)
	r := trial.Reader()
	r.Identifies = func(text string, _ field.Kind) bool { return text == "Jane Roe" }
	var faults []string
	records := trial.Rows(t, r, path, 0, func(f incidents.Fault) {
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
