package decoder_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents"
	"siequity/incidents/trial"
)

// faultsOf reads a text and gives its records and the findings with an ID.
func faultsOf(t *testing.T, text, id string) (string, int) {
	t.Helper()
	times := 0
	rows := trial.Rows(t, trial.Reader(), trial.Write(t, "export.csv", text), 0, func(f incidents.Fault) {
		if f.ID == id {
			times += max(f.Times, 1)
		}
	})
	return trial.Lines(rows, "ethnicity"), times
}

// The name of a ward alone in its row is no record, wherever it stands.
func TestHeadingsOfGroups(t *testing.T) {
	record := func(n string) string { return "W" + n + ",14/05/2026,Final,Obstetrics,Patient,A,Delay\n" }
	for _, tt := range []struct {
		name, text string
		records    int
		groups     int
	}{
		{"wards between", "Labour Ward,,,,,,\n" + record("11") + "Postnatal Ward (1),,,,,,\n" + record("12"), 2, 2},
		{"two levels", record("11") + "Division of Women,,,,,,\nLabour Ward,,,,,,\n" + record("12"), 2, 2},
		{"a month", record("11") + "May 2026,,,,,,\n" + record("12"), 2, 1},
		{"one at the end is under the table", record("11") + record("12") + "Printed by Ann,,,,,,\n", 2, 0},
		{"a short record", record("11") + "W13,,,,,,\n" + record("12"), 3, 0},
		{"two cells", record("11") + "TBC,15/05/2026,,,,,\n" + record("12"), 3, 0},
		{"the rest of a sentence", record("11") + "and she was seen by the doctor.,,,,,,\n" + record("12"), 3, 0},
		{"in a later column", record("11") + ",,,Obstetrics,,,\n" + record("12"), 3, 0},
	} {
		got, n := faultsOf(t, trial.DatixHead+tt.text, "rows/group-heading")
		if lines := strings.Count(got, "\n") + 1; lines != tt.records || n != tt.groups {
			t.Errorf("%s: %d records and %d headings of groups, want %d and %d\n%s", tt.name, lines, n, tt.records, tt.groups, got)
		}
	}
}

// A row that says something of a person alone goes on with the record above it.
func TestContinuedRows(t *testing.T) {
	for _, tt := range []struct {
		name, text, want string
		continued        int
	}{
		{"a person below", "W11,14/05/2026,Final,Obstetrics,Reporter,A,Delay\n,,,,Patient (mother),J,\n", "datix:W11 row 2 x1 ethnicity=A\ndatix:W11 row 3 x1 ethnicity=J", 1},
		{"two persons below", "W11,14/05/2026,Final,Obstetrics,Reporter,A,Delay\n,,,,Witness,B,\n,,,,Mother,J,\n", "datix:W11 row 2 x1 ethnicity=A\ndatix:W11 row 3 x1 ethnicity=B\ndatix:W11 row 4 x1 ethnicity=J", 2},
		{"a fact of an event", "W11,14/05/2026,Final,Obstetrics,Reporter,A,Delay\n,,,Obstetrics,Mother,J,\n", "datix:W11 row 2 x1 ethnicity=A\ndatix:export.csv:3 row 3 x1 ethnicity=J", 0},
		{"a date", "W11,14/05/2026,Final,Obstetrics,Reporter,A,Delay\n,15/05/2026,,,Mother,J,\n", "datix:W11 row 2 x1 ethnicity=A\ndatix:export.csv:3 row 3 x1 ethnicity=J", 0},
		{"a reference to come", "W11,14/05/2026,Final,Obstetrics,Reporter,A,Delay\nTBC,,,,Mother,J,\n", "datix:W11 row 2 x1 ethnicity=A\ndatix:export.csv:3 row 3 x1 ethnicity=J", 0},
		{"not beneath", "W11,14/05/2026,Final,Obstetrics,Reporter,A,Delay\n\n,,,,Mother,J,\n", "datix:W11 row 2 x1 ethnicity=A\ndatix:export.csv:4 row 4 x1 ethnicity=J", 0},
		{"no record above", ",,,,Mother,J,\nW11,14/05/2026,Final,Obstetrics,Reporter,A,Delay\n", "datix:export.csv:2 row 2 x1 ethnicity=J\ndatix:W11 row 3 x1 ethnicity=A", 0},
	} {
		got, n := faultsOf(t, trial.DatixHead+tt.text, "rows/continued")
		if diff := cmp.Diff(tt.want, got); diff != "" || n != tt.continued {
			t.Errorf("%s: %d rows went on, want %d (-want +got)\n%s", tt.name, n, tt.continued, diff)
		}
	}
}
