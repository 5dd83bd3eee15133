package dates_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"siequity/audit"
	"siequity/audit/audittest"
	"siequity/incidents/field"
)

// daily gives the head of an export of DATIX and a row on each of the days of April
// 2026 from the first to the last, at the step given.
func daily(first, last, step int) []string {
	out := []string{"ID,Incident date,Reported date,Specialty,Ethnicity"}
	for d := first; d <= last; d += step {
		out = append(out, fmt.Sprintf("W%d,%02d/04/2026,,Obstetrics,Indian", d, d))
	}
	return out
}

// An export that stops long before the period ends may be older than the quarter.
func TestIncomplete(t *testing.T) {
	april := daily(1, 20, 1)
	elsewhere := "W99,28/06/2026,,Cardiology,Indian"
	steis := []string{"Log No,Date of Incident:,Created on,Type of Incident"}
	for _, day := range []string{"02/04", "20/04", "05/05", "15/05", "28/05", "03/06", "15/06", "29/06"} {
		steis = append(steis, fmt.Sprintf("2026/7%s,%s/2026,%s/2026,Maternity", day[:2], day, day))
	}
	for _, tt := range []struct {
		name, period string
		files        []audittest.File
		want         []string
	}{
		{"three weeks of a quarter", "2026/27-Q1", []audittest.File{{"datix.csv", audittest.Lines(april...)}},
			[]string{"datix.csv: the newest record of DATIX is of 20 April 2026, and the period ends on 30 June 2026"}},
		{"to its end", "2026-04", []audittest.File{{"datix.csv", audittest.Lines(daily(1, 30, 1)...)}}, nil},
		{"no period", "all", []audittest.File{{"datix.csv", audittest.Lines(april...)}}, nil},
		{"few records", "2026/27-Q1", []audittest.File{{"datix.csv", audittest.Lines(daily(1, 20, 3)...)}}, nil},
		{"within a fortnight of the end", "2026-04-01..2026-05-04", []audittest.File{{"datix.csv", audittest.Lines(april...)}}, nil},
		{"wide gaps are usual", "2026-04-01..2026-05-05", []audittest.File{{"datix.csv", audittest.Lines(append(daily(1, 4, 1), daily(13, 20, 1)[1:]...)...)}}, nil},
		{"another specialty goes on", "2026/27-Q1", []audittest.File{{"datix.csv", audittest.Lines(append(april[:21:21], elsewhere)...)}}, nil},
		{"reported later", "2026/27-Q1", []audittest.File{{"datix.csv", audittest.Lines(append(april[:21:21], "W99,20/04/2026,02/07/2026,Obstetrics,Indian")...)}}, nil},
		{"two files of one source", "2026/27-Q1", []audittest.File{{"april.csv", audittest.Lines(april...)}, {"june.csv", audittest.Lines("ID,Incident date,Reported date,Specialty,Ethnicity", "X1,29/06/2026,,Obstetrics,Indian")}}, nil},
		{"one source of two", "2026/27-Q1", []audittest.File{{"datix.csv", audittest.Lines(april...)}, {"steis.csv", audittest.Lines(steis...)}},
			[]string{"datix.csv: the newest record of DATIX is of 20 April 2026, and the period ends on 30 June 2026"}},
		{"nothing in the period", "2027/28-Q1", []audittest.File{{"datix.csv", audittest.Lines(april...)}}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, f := range audittest.Run(t, audittest.In(tt.period), tt.files...).Findings {
				if f.ID == "period/incomplete" {
					got = append(got, f.String())
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whoever states the day of the export knows that the period goes on.
func TestIncompleteAsOf(t *testing.T) {
	r := audittest.Run(t, func(c *audit.Config) {
		audittest.In("2026/27-Q1")(c)
		c.AsOf, _ = field.NewDay(2026, 4, 21)
	}, audittest.File{"datix.csv", audittest.Lines(daily(1, 20, 1)...)})
	for _, f := range r.Findings {
		if f.ID == "period/incomplete" {
			t.Errorf("%s", f)
		}
	}
}
