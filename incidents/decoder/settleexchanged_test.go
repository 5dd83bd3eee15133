package decoder_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"siequity/incidents"
	"siequity/incidents/trial"
)

// A workbook that was made of a text file under American settings has the days up to
// 12 as dates with day and month exchanged, and the others as text.
func TestExchangedDates(t *testing.T) {
	const (
		swapped = "2026-01-05 2026-02-06 2026-09-06 2026-04-04 2026-11-05" // 1 May, 2 June, 9 June, 4 April, 5 November
		texts   = " 15/06/2026 31/05/2026 17/04/2026"
		none    = "   2026-04-04  2026-06-15 2026-05-31 2026-04-17"
	)
	unused := `date/exchanged 2: the 5 cells that Excel holds as dates never have a day over 12, and the 3 that it holds as text always do: day and month were probably exchanged when the file was opened with the settings of another country. The 4 dates that this would change were not used, so "Date of incident" is not known for their rows`
	tests := []struct {
		name             string
		incident, report string // cells of two columns, row by row; 2026-01-05 is a date to Excel, 15/06/2026 a text
		want, faults     string
	}{
		{"exchanged", swapped + texts, "", none + "|", unused},
		{"exchanged from month first", swapped + " 06/15/2026 05/31/2026 04/17/2026", "", none + "|", unused +
			"\ndate/month-first 2: 3 dates can only have the month first, so the whole column was read that way"},
		{"text from the 13th of the month on", "2026-06-01 2026-06-02 2026-06-05 2026-06-09 2026-06-12" + texts, "",
			"2026-06-01 2026-06-02 2026-06-05 2026-06-09 2026-06-12 2026-06-15 2026-05-31 2026-04-17|", ""},
		{"one date with a late day", swapped + " 2026-06-15" + texts, "", "2026-01-05 2026-02-06 2026-09-06 2026-04-04 2026-11-05 2026-06-15 2026-06-15 2026-05-31 2026-04-17|", ""},
		{"one text with an early day", swapped + texts + " 04/05/2026", "", swapped + " 2026-06-15 2026-05-31 2026-04-17 2026-05-04|", ""},
		{"too few texts", swapped + " 15/06/2026 31/05/2026", "", swapped + " 2026-06-15 2026-05-31|", ""},
		{"too few days", "2026-01-05 2026-01-05 2026-01-05 2026-01-05 2026-01-05 2026-02-05" + texts, "", "2026-01-05 2026-01-05 2026-01-05 2026-01-05 2026-01-05 2026-02-05 2026-06-15 2026-05-31 2026-04-17|", ""},
		{"a column that follows", swapped + texts, "2026-01-05 - 2026-03-03", none + "|  2026-03-03", unused +
			"\ndate/exchanged 3: the 2 cells that Excel holds as dates never have a day over 12, and in column \"Incident date\" day and month were probably exchanged when the file was opened with the settings of another country. The 1 date that this would change was not used, so \"Date reported\" is not known for its row"},
		{"a column with a late day does not follow, nor any other", swapped + texts, "2026-01-05 2026-01-15", none + "|2026-01-05 2026-01-15", unused},
		{"a column of text does not follow", swapped + texts, "04/05/2026 15/05/2026", none + "|2026-05-04 2026-05-15", unused},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "export.xlsx")
			writeDates(t, path, strings.Fields(tt.incident), strings.Fields(tt.report))
			got, faults := settledFile(t, path, len(strings.Fields(tt.incident)), len(strings.Fields(tt.report)))
			if d := cmp.Diff([]string{tt.want, tt.faults}, []string{got, faults}); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// A column that mixes dates and texts, and is sound by its months, is as good a witness
// for the columns that show nothing as one with a late day.
func TestSoundColumnSparesOthers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "export.xlsx")
	writeDates(t, path, strings.Fields("2026-01-05 2026-02-06 2026-09-06 2026-04-04 2026-11-05 15/06/2026 31/05/2026 17/04/2026"),
		strings.Fields("2026-06-01 2026-06-02 2026-06-05 2026-06-09 2026-06-12 15/06/2026 31/05/2026 17/04/2026"), "2026-07-01", "2026-07-03", "2026-07-09")
	r := trial.Reader()
	var found string
	records := trial.Rows(t, r, path, 0, func(f incidents.Fault) { found += fmt.Sprintf("%s %d;", f.ID, f.Column) })
	if day, _ := records[1].Day(r.Catalogue.Index("closed_date")); day.String() != "2026-07-03" || found != "date/exchanged 2;" {
		t.Errorf("closed on %s; %s", day, found)
	}
}

// writeDates writes a workbook with columns of dates; "-" is a blank cell.
func writeDates(t *testing.T, path string, incident, reported []string, closed ...string) {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	set := func(cell string, value any) {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	for i, heading := range []string{"Ref", "Incident date", "Date reported", "Specialty", "Severity", "Date closed"} {
		set(fmt.Sprintf("%c1", 'A'+i), heading)
	}
	for i := range max(len(incident), len(reported), len(closed)) {
		set(fmt.Sprintf("A%d", i+2), fmt.Sprintf("W%d", i+1))
		set(fmt.Sprintf("D%d", i+2), "Obstetrics")
		set(fmt.Sprintf("E%d", i+2), "Low")
		for c, cells := range map[byte][]string{'B': incident, 'C': reported, 'F': closed} {
			if i >= len(cells) || cells[i] == "-" {
				continue
			}
			at := fmt.Sprintf("%c%d", c, i+2)
			if day, err := time.Parse(time.DateOnly, cells[i]); err == nil {
				set(at, day)
			} else {
				set(at, cells[i])
			}
		}
	}
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}
