package dates_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"siequity/audit/audittest"
)

// steisOf gives the head of an export of STEIS and so many rows of May.
func steisOf(n, year int) []string {
	out := []string{"Log No,Date of Incident:,Created on,Type of Incident,Status,Date closed"}
	for i := range n {
		out = append(out, fmt.Sprintf("%[1]d/7%[2]d,%02[3]d/05/%[1]d,%02[4]d/05/%[1]d,Maternity,Open,", year, i, i+1, i+2))
	}
	return out
}

// lone gives rows of May 2023 with one date.
func lone(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("2023/8%d,%02d/05/2023,,Maternity,Open,", i, i+1))
	}
	return out
}

// One mistyped year is not the day of the export, and is told with its place.
func TestAsOf(t *testing.T) {
	steis := steisOf(0, 0)[0]
	eight := []string{steis}
	for _, d := range []string{"01", "02", "03", "04", "05", "06", "07", "08"} {
		eight = append(eight, "2026/"+d+"71,"+d+"/06/2026,"+d+"/06/2026,Maternity,Open,")
	}
	datix := []string{"Datix ID,Incident date,Specialty,Approval status"}
	for i := range 100 {
		day := fmt.Sprintf("%02d/05/%d", i%9+1, 2023+3*(i/60))
		datix = append(datix, fmt.Sprintf("W%d,%s,Obstetrics,Final", i, day))
	}
	tests := []struct {
		name, period string
		rows         []string
		want, finds  string
	}{
		{"all in order", "all", eight, "2026-06-08", ""},
		{"an incident in 2062", "all", append(eight[:9:9], "2026/99,01/06/2062,01/06/2026,Maternity,Open,"), "2026-06-08", "date/too-late 10 2"},
		{"two of them", "all", append(eight[:9:9], "2026/99,01/06/2062,01/06/2026,Maternity,Open,", "2026/98,01/06/2062,01/06/2026,Maternity,Open,"), "2026-06-08", "date/too-late 10 2"},
		{"a row all of it in 2062", "all", append(eight[:9:9], "2026/99,01/06/2062,01/06/2062,Maternity,Open,"), "2026-06-08", "date/too-late 10 2;date/too-late 10 3"},
		{"one closed in 2062, of two", "2026/27-Q1", []string{steis, "2026/1,01/04/2026,02/04/2026,Maternity,Open,", "2026/2,15/05/2026,16/05/2026,Maternity,Closed,01/09/2062"}, "2026-05-16", "date/too-late 3 6"},
		{"one alone, closed in 2062", "2026/27-Q1", []string{steis, "2026/2,15/05/2026,16/05/2026,Maternity,Closed,01/09/2062"}, "2026-05-16", "date/too-late 2 6"},
		{"the same before a proper one", "all", []string{steis, "2026/2,15/05/2026,16/05/2026,Maternity,Closed,01/09/2062", "2026/3,15/05/2026,16/05/2026,Maternity,Closed,01/09/2099"}, "2026-05-16", "date/too-late 2 6"},
		{"outside the period", "2026/27-Q1", []string{steis, "2026/1,01/04/2026,02/04/2026,Maternity,Open,", "2026/2,15/05/2031,16/05/2031,Maternity,Open,"}, "2026-04-02", ""},
		{"a case every other year", "all", []string{steis, "2022/1,01/04/2022,02/04/2022,Maternity,Open,", "2024/2,15/05/2024,16/05/2024,Maternity,Open,", "2026/2,15/05/2026,16/05/2026,Maternity,Open,"}, "2026-05-16", ""},
		{"a late group of many dates, one a record", "all", datix, "2026-05-09", ""},
		{"three late rows in order, of many", "all", append(steisOf(20, 2023), "2026/1,01/05/2026,02/05/2026,Maternity,Open,", "2026/2,01/05/2026,03/05/2026,Maternity,Open,", "2026/3,01/05/2026,04/05/2026,Maternity,Open,"), "2026-05-04", ""},
		{"a late row in order, of five", "all", append(steisOf(4, 2023), "2026/1,01/05/2026,02/05/2026,Maternity,Open,"), "2026-05-02", ""},
		{"rows with one date take no part in that", "all", append(append(steisOf(4, 2023), lone(9)...), "2026/1,01/05/2026,02/05/2026,Maternity,Open,"), "2026-05-02", ""},
		{"a late closing date of many", "all", append(steisOf(20, 2023), "2023/99,01/05/2023,02/05/2023,Maternity,Closed,01/05/2062"), "2023-05-21", "date/too-late 22 6"},
		{"nothing in use", "2019/20-Q1", []string{steis, "2026/1,01/04/2026,02/04/2026,Maternity,Open,"}, "2026-04-02", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := audittest.Run(t, audittest.In(tt.period), audittest.File{"steis.csv", audittest.Lines(tt.rows...)})
			var finds []string
			for _, f := range r.Findings {
				if f.ID == "date/too-late" {
					finds = append(finds, f.ID+" "+strconv.Itoa(f.Row)+" "+strconv.Itoa(f.Column))
				}
				if strings.Contains(f.Hint, "2062") {
					t.Errorf("a hint advises a mistyped year: %s", f.Hint)
				}
			}
			if got := r.AsOf.String(); got != tt.want {
				t.Errorf("as of %s, want %s", got, tt.want)
			}
			if got := strings.Join(finds, ";"); got != tt.finds {
				t.Errorf("findings %q, want %q", got, tt.finds)
			}
		})
	}
}
