package incidents

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSettle(t *testing.T) {
	tests := []struct {
		name             string
		incident, report string // cells of two columns of dates, row by row
		want, faults     string
	}{
		{"month first is proved", "04/13/2026 04/05/2026 6/7/26 05/05/2026", "04/14/2026 04/06/2026 06/08/2026 05/06/2026",
			"2026-04-13 2026-04-05 2026-06-07 2026-05-05|2026-04-14 2026-04-06 2026-06-08 2026-05-06",
			"date/month-first 2: 1 date can only be month first, 2 could be either; read as month first throughout\n" +
				"date/month-first 3: 1 date can only be month first, 3 could be either; read as month first throughout"},
		{"other styles stay", "04/13/2026 2026-04-05 5 Apr 2026 04/05/2026", "", "2026-04-13 2026-04-05 2026-04-05 2026-04-05|",
			"date/month-first 2: 1 date can only be month first, 1 could be either; read as month first throughout"},
		{"both orders are proved", "04/13/2026 13/04/2026 04/05/2026 ", "", " 2026-04-13 2026-05-04 |",
			"date/month-first 2: 1 date can only be month first and 1 only day first, 1 could be either; read as day first, and those that cannot be are not read\n" +
				"date/unreadable 2: has a month 13; dates are read day first"},
		{"a column follows the other", "04/13/2026 04/05/2026", "04/06/2026 04/07/2026", "2026-04-13 2026-04-05|2026-04-06 2026-04-07",
			"date/month-first 2: 1 date can only be month first, 1 could be either; read as month first throughout\n" +
				"date/month-first 3: 2 dates could be day first or month first; read as month first like column \"Incident date\""},
		{"a column does not follow where another proves day first", "04/13/2026 04/05/2026", "13/06/2026 04/07/2026", "2026-04-13 2026-04-05|2026-06-13 2026-07-04",
			"date/month-first 2: 1 date can only be month first, 1 could be either; read as month first throughout"},
		{"nothing is proved", "04/05/2026 05/06/2026", "", "2026-05-04 2026-06-05|", ""},
		{"a column of answers", "04/05/2026 04/05/2026 04/05/2026", "Yes No Yes", "2026-05-04 2026-05-04 2026-05-04|  ",
			"date/no-dates 3: none of its 3 cells is a date, so \"Date reported\" is not known of any record"},
		{"one cell is no column", "04/05/2026 04/05/2026", "Yes ", "2026-05-04 2026-05-04| ", "date/unreadable 3: is not a date"},
		{"days that do not exist are dates mistyped", "31/02/2026 30/02/2026", "", " |",
			"date/unreadable 2: is a day that does not exist\ndate/unreadable 2: is a day that does not exist"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, faults := settled(t, dateCells(tt.incident), dateCells(tt.report))
			if d := cmp.Diff([]string{tt.want, tt.faults}, []string{got, faults}); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func dateCells(s string) []string {
	return strings.Split(strings.ReplaceAll(s, "5 Apr 2026", "5-Apr-2026"), " ")
}

// settled reads two columns of dates and gives what became of them, and the findings.
func settled(t *testing.T, incident, reported []string) (days, faults string) {
	t.Helper()
	text := "Ref,Incident date,Date reported,Specialty,Severity\n"
	for i, cell := range incident {
		other := ""
		if i < len(reported) {
			other = reported[i]
		}
		text += fmt.Sprintf("W%d,%s,%s,Obstetrics,Low\n", i, cell, other)
	}
	path := filepath.Join(t.TempDir(), "export.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r := NewReader(Tables())
	var found []string
	records := readFileFaults(t, r, path, 0, func(f Fault) { found = append(found, fmt.Sprintf("%s %d: %s", f.ID, f.Column, f.What)) })
	var columns [2][]string
	for i, name := range []string{"incident_date", "reported_date"} {
		for n, rec := range records {
			if d, _ := rec.Day(r.Catalogue.Index(name)); n < len([][]string{incident, reported}[i]) {
				columns[i] = append(columns[i], d.String())
			}
		}
	}
	return strings.Join(columns[0], " ") + "|" + strings.Join(columns[1], " "), strings.Join(found, "\n")
}
