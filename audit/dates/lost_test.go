package dates_test

import (
	"fmt"
	"strings"
	"testing"

	"siequity/audit/audittest"
	"siequity/audit/dates"
	"siequity/incidents"
)

// A record left out for want of its date is counted, and listed where its other
// dates put it into the period.
func TestLostDates(t *testing.T) {
	datix := "Datix ID,Incident date,Reported,Specialty,Approval status"
	good := "W0,05/04/2026,06/04/2026,Obstetrics,Final"
	tests := []struct{ name, row, found, listed string }{
		{"good", "W1,05/04/2026,06/04/2026,Obstetrics,Final", "", ""},
		{"outside, and rightly so", "W1,30/03/2026,02/04/2026,Obstetrics,Final", "", ""},
		{"blank, reported in the period", "W1,,02/04/2026,Obstetrics,Final", "1 blank", "the date is blank"},
		{"blank, reported in another", "W1,,02/01/2026,Obstetrics,Final", "", ""},
		{"blank, with no other date", "W1,,,Obstetrics,Final", "1 blank", "the date is blank"},
		{"unreadable", "W1,31/04/2026,02/04/2026,Obstetrics,Final", "1 that cannot be read", "the date cannot be read"},
		{"in 2062", "W1,02/04/2062,02/04/2026,Obstetrics,Final", "1 impossible (before 1990, after the day it was reported, or long after the export)", "the date is impossible"},
		{"in 1926", "W1,02/04/1926,02/04/2026,Obstetrics,Final", "1 impossible (before 1990, after the day it was reported, or long after the export)", "the date is impossible"},
		{"after its report", "W1,02/07/2026,02/04/2026,Obstetrics,Final", "1 impossible (before 1990, after the day it was reported, or long after the export)", "the date is impossible"},
		{"not maternity", "W1,,02/04/2026,Orthopaedics,Final", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := audittest.Run(t, audittest.In("2026/27-Q1"), audittest.File{"datix.csv", audittest.Lines(datix, good, tt.row)})
			found := ""
			for _, f := range r.Findings {
				if f.ID == dates.LeftByDate {
					found = f.Where() + " " + f.What
				}
			}
			if want := tt.found; (found != "") != (want != "") || !strings.Contains(found, want) || want != "" && !strings.HasPrefix(found, "datix.csv, row 3, column B") {
				t.Errorf("finding %q, want %q", found, want)
			}
			listed, _, _, _ := r.LostByDate(r.Records[1])
			if (listed != "") != (tt.listed != "") || !strings.HasPrefix(listed, tt.listed) {
				t.Errorf("listed %q, want %q", listed, tt.listed)
			}
		})
	}
}

// The share of dates filled counts the records that were lost by them, and not W5,
// which another of its dates puts into another period.
func TestLostDatesCounted(t *testing.T) {
	r := audittest.Run(t, audittest.In("2026/27-Q1"), audittest.File{"datix.csv", audittest.Lines("Datix ID,Incident date,Reported,Specialty,Approval status",
		"W1,,02/04/2026,Obstetrics,Final", "W2,05/04/2026,06/04/2026,Obstetrics,Final", "W3,02/04/2062,02/04/2026,Obstetrics,Final", "W5,,02/01/2025,Obstetrics,Final", "W4,04/05/1926,05/05/2026,Obstetrics,Final")})
	for _, c := range r.Fields {
		if c.Field == "incident_date" {
			if got := fmt.Sprint(c.Records, c.Filled, c.Unreadable, c.Lost); got != "4 1 2 3" {
				t.Errorf("records, filled, unreadable, lost: %s", got)
			}
		}
	}
}

// Where no column was taken for the date, the remedy is to name one.
func TestNoDateColumn(t *testing.T) {
	r := audittest.Run(t, audittest.In("2026/27-Q1"), audittest.File{"datix.csv", audittest.Lines("Datix ID,Day of the week dated,Specialty,Severity,Approval status", "W1,02/04/2026,Obstetrics,Low,Final")})
	if r.Records[0].Left != incidents.NoDate {
		t.Fatalf("left out: %q", r.Records[0].Left)
	}
	for _, f := range r.Findings {
		if f.ID == dates.NoDateColumn && strings.Contains(f.Hint, `"Day of the week dated": incident_date`) && strings.Contains(f.Hint, "columns:") {
			return
		}
	}
	t.Errorf("not told: %v", r.Findings)
}

// A run of all periods uses a date of a century ago, and says so.
func TestTooEarly(t *testing.T) {
	r := audittest.Run(t, audittest.In("all"), audittest.File{"datix.csv", audittest.Lines("Datix ID,Incident date,Specialty,Approval status", "W1,02/04/1926,Obstetrics,Final", "W2,02/04/2026,Obstetrics,Final")})
	if !strings.Contains(audittest.FoundIDs(r), "date/too-early") {
		t.Errorf("not told: %v", r.Findings)
	}
}
