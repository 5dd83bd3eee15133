package decoder_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents"
	"siequity/incidents/trial"
)

// A look-up that failed leaves an error in the cell, which is nothing anybody recorded: the cell is blank, and each
// column that has some has one finding.
func TestBrokenCells(t *testing.T) {
	rows := "ID,Incident date,Specialty,Grade of harm,Ethnicity,Description,StEIS No\n" +
		"W1,01/06/2026,Obstetrics,Low,Indian,fell,2026/1234\n" +
		"W2,#REF!,Obstetrics,#N/A,#N/A,#NAME?,#N/A\n" +
		"W3,03/06/2026,Obstetrics,Low,#REF!,fell,\n" +
		"#REF!,04/06/2026,Obstetrics,Low,Indian,fell,\n"
	path := trial.Write(t, "datix.csv", rows)
	r := trial.Reader()
	var faults []string
	records := trial.Rows(t, r, path, 0, func(f incidents.Fault) {
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
		if got := records[1].State(r.Catalogue.Index(name)); got != incidents.Blank {
			t.Errorf("%s: state %d, want blank", name, got)
		}
	}
}
