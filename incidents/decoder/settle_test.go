package decoder_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/incidents"
	"siequity/incidents/trial"
)

func TestSettle(t *testing.T) {
	tests := []struct {
		name             string
		incident, report string // cells of two columns of dates, row by row
		want, faults     string
	}{
		{"month first is proved", "04/13/2026 04/05/2026 6/7/26 05/05/2026", "04/14/2026 04/06/2026 06/08/2026 05/06/2026",
			"2026-04-13 2026-04-05 2026-06-07 2026-05-05|2026-04-14 2026-04-06 2026-06-08 2026-05-06",
			"date/month-first 2: 1 date can only have the month first, so the whole column was read that way, with 2 dates that could be either\n" +
				"date/month-first 3: 1 date can only have the month first, so the whole column was read that way, with 3 dates that could be either"},
		{"other styles stay", "04/13/2026 2026-04-05 5 Apr 2026 04/05/2026", "", "2026-04-13 2026-04-05 2026-04-05 2026-04-05|",
			"date/month-first 2: 1 date can only have the month first, so the whole column was read that way, with 1 date that could be either"},
		{"no date could be either", "04/13/2026 04/14/2026", "", "2026-04-13 2026-04-14|",
			"date/month-first 2: 2 dates can only have the month first, so the whole column was read that way"},
		{"both orders are proved", "04/13/2026 13/04/2026 04/05/2026 04/14/2026", "", " 2026-04-13 2026-05-04 |",
			"date/month-first 2: this column mixes the two orders: 2 dates have the month first, 1 has the day first. All were read day first; the 2 with the month first could not be read (rows 2, 5)"},
		{"a column follows the other", "04/13/2026 04/05/2026", "04/06/2026 04/07/2026", "2026-04-13 2026-04-05|2026-04-06 2026-04-07",
			"date/month-first 2: 1 date can only have the month first, so the whole column was read that way, with 1 date that could be either\n" +
				"date/month-first 3: 2 dates could have the day or the month first; read month first, like column \"Incident date\""},
		{"a column does not follow where another proves day first", "04/13/2026 04/14/2026 04/05/2026", "13/06/2026 04/07/2026", "2026-04-13 2026-04-14 2026-04-05|2026-06-13 2026-07-04",
			"date/month-first 2: 2 dates can only have the month first, so the whole column was read that way, with 1 date that could be either"},
		{"one cell turns no column where another proves day first", "04/13/2026 04/05/2026 05/05/2026", "13/06/2026 04/07/2026", " 2026-05-04 2026-05-05|2026-06-13 2026-07-04",
			"date/month-first 2: 1 date has the month first, and another column of the sheet has the day first. All were read day first; the 1 with the month first could not be read (row 2)"},
		{"day numbers with day and month exchanged", "46027 46059 46271.5 46301 46027 46034 15/06/2026 31/05/2026 17/04/2026", "", "      2026-06-15 2026-05-31 2026-04-17|",
			`date/exchanged 2: the 6 cells that Excel holds as dates never have a day over 12, and the 3 that it holds as text always do: day and month were probably exchanged when the file was opened with the settings of another country. The 6 dates that this would change were not used, so "Date of incident" is not known for their rows`},
		{"nothing is proved", "04/05/2026 05/06/2026", "", "2026-05-04 2026-06-05|", ""},
		{"a column of answers", "04/05/2026 04/05/2026 04/05/2026", "Yes No Yes", "2026-05-04 2026-05-04 2026-05-04|  ",
			"date/no-dates 3: none of the 3 filled cells of this column is a date, so \"Date reported\" is not known for any record"},
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
	path := trial.Write(t, "export.csv", text)
	return settledFile(t, path, len(incident), len(reported))
}

// settledFile gives what became of the first so many dates of a file's two columns,
// and the findings.
func settledFile(t *testing.T, path string, incident, reported int) (days, faults string) {
	t.Helper()
	r := trial.Reader()
	var found []string
	records := trial.Rows(t, r, path, 0, func(f incidents.Fault) { found = append(found, fmt.Sprintf("%s %d: %s", f.ID, f.Column, f.What)) })
	var columns [2][]string
	for i, name := range []string{"incident_date", "reported_date"} {
		for n, rec := range records {
			if d, _ := rec.Day(r.Catalogue.Index(name)); n < []int{incident, reported}[i] {
				columns[i] = append(columns[i], d.String())
			}
		}
	}
	return strings.Join(columns[0], " ") + "|" + strings.Join(columns[1], " "), strings.Join(found, "\n")
}

// Of a column that is wrong throughout the first cells are told one by one, and the
// others are counted. No cell is told twice or not at all.
func TestUnreadableColumn(t *testing.T) {
	const mostTold = 20 // one by one, in a batch
	for cell, want := range map[string]struct {
		id            string
		told, counted int
	}{"31/02/2026": {"date/unreadable", mostTold + 1, 3 * mostTold}, "04/14/2026": {"date/month-first", 1, 3 * mostTold}} {
		text := "Ref,Incident date,Specialty,Severity\nW0,13/04/2026,Obstetrics,Low\n"
		for i := range 3 * mostTold {
			text += fmt.Sprintf("W%d,%s,Obstetrics,Low\n", i+1, cell)
		}
		path := trial.Write(t, "export.csv", text)
		told, counted := 0, 0
		trial.Rows(t, trial.Reader(), path, 0, func(f incidents.Fault) {
			if told, counted = told+1, counted+max(1, f.Times); f.ID != want.id {
				t.Errorf("%s: a finding %s", cell, f.ID)
			}
		})
		if told != want.told || counted != want.counted {
			t.Errorf("%s: %d findings of %d cells, want %d of %d", cell, told, counted, want.told, want.counted)
		}
	}
}

// A list of dates tells of the one that it could not read.
func TestDateListMember(t *testing.T) {
	path := trial.Write(t, "export.csv", trial.SteisHead+"2026/1,Vale,14/05/2026,02/04/2026;05/14/2026,Obstetrics,,J\n")
	var got string
	r := trial.Reader()
	records := trial.Rows(t, r, path, 0, func(f incidents.Fault) { got += f.ID + " " + f.Text + " " + f.What })
	day, _ := records[0].Day(r.Catalogue.Index("modified_dates"))
	if want := "date/unreadable 05/14/2026 would have month 14, as dates are read day first; the other dates of the cell were read"; got != want || day.String() != "2026-04-02" {
		t.Errorf("%s, %q; want %q", day, got, want)
	}
}
