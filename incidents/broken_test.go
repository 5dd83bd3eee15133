package incidents

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents/export"
	"siequity/incidents/source"
)

// A look-up that failed leaves an error in the cell, which is nothing anybody recorded: the cell is blank, and each
// column that has some has one finding.
func TestBrokenCells(t *testing.T) {
	path := filepath.Join(t.TempDir(), "datix.csv")
	rows := "ID,Incident date,Specialty,Grade of harm,Ethnicity,Description,StEIS No\n" +
		"W1,01/06/2026,Obstetrics,Low,Indian,fell,2026/1234\n" +
		"W2,#REF!,Obstetrics,#N/A,#N/A,#NAME?,#N/A\n" +
		"W3,03/06/2026,Obstetrics,Low,#REF!,fell,\n" +
		"#REF!,04/06/2026,Obstetrics,Low,Indian,fell,\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	r := NewReader(source.Tables())
	var faults []string
	records := readFileFaults(t, r, path, 0, func(f Fault) {
		faults = append(faults, fmt.Sprintf("%s %s row %d, %d times, column %d %q: %s", f.ID, f.Text, f.Row, f.Times, f.Column, f.Heading, f.What))
	})
	want := []string{
		`cell/excel-error  row 5, 1 times, column 1 "ID": 1 cell of this column holds the error of a formula, such as #N/A, and counts as blank`,
		`cell/excel-error  row 3, 1 times, column 2 "Incident date": 1 cell of this column holds the error of a formula, such as #N/A, and counts as blank`,
		`cell/excel-error  row 3, 1 times, column 4 "Grade of harm": 1 cell of this column holds the error of a formula, such as #N/A, and counts as blank`,
		`cell/excel-error  row 3, 2 times, column 5 "Ethnicity": 2 cells of this column hold the error of a formula, such as #N/A, and count as blank`,
		`cell/excel-error  row 3, 1 times, column 6 "Description": 1 cell of this column holds the error of a formula, such as #N/A, and counts as blank`,
		`cell/excel-error  row 3, 1 times, column 7 "StEIS No": 1 cell of this column holds the error of a formula, such as #N/A, and counts as blank`,
	}
	if diff := cmp.Diff(want, faults); diff != "" {
		t.Error(diff)
	}
	for _, name := range []string{"incident_date", "harm", "ethnicity", "steis_ref"} {
		if got := records[1].State(r.Catalogue.Index(name)); got != Blank {
			t.Errorf("%s: state %d, want blank", name, got)
		}
	}
}

func TestBroken(t *testing.T) {
	for text, want := range map[string]bool{"#N/A": true, "#ref!": true, "#GETTING_DATA": true, "#DIV/0!": true, "#NAME?": true, "#SPILL!": true, "Err:504": true,
		"": false, "#": false, "###": false, "#12": false, "#team": false, "N/A": false, "#N/A - see notes": false, "#!": false} {
		if got := broken(export.Cell{Text: []byte(text), Kind: export.Text}, []byte(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// A column that is broken throughout takes no room for each cell, and a line under the
// table does not count.
func TestBrokenColumn(t *testing.T) {
	rows := "ID,Incident date,Specialty,Grade of harm,Ethnicity\n"
	for i := range 100 {
		rows += fmt.Sprintf("W%d,01/06/2026,Obstetrics,Low,#N/A\n", i)
	}
	path := filepath.Join(t.TempDir(), "datix.csv")
	if err := os.WriteFile(path, []byte(rows+"Total,,,,#N/A\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, chunks := decoded(t, NewReader(source.Tables()), path, 0)
	if c := chunks[0]; len(c.broken) > len(s.Mapping.Columns) || len(c.strayBroken) > 1 {
		t.Errorf("%d and %d entries are kept", len(c.broken), len(c.strayBroken))
	}
	TrimTail(chunks)
	if f := s.Settle(chunks); len(f) != 1 || f[0].Times != 100 || f[0].Row != 2 {
		t.Errorf("got %+v", f)
	}
}
