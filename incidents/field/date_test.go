package field

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	tests := []struct{ text, want, style string }{
		{"", "", "none"},
		{"14/05/2026", "2026-05-14", "day first"},
		{"4/5/2026", "2026-05-04", "day first"},
		{"03/04/2018", "2018-04-03", "day first"}, // never turned round to March
		{"14.05.26", "2026-05-14", "day first"},
		{"14-05-2026 09:30", "2026-05-14", "day first"},
		{"14/05/2026 09:30:12", "2026-05-14", "day first"},
		{"14/05/2026 0930", "2026-05-14", "day first"},
		{"14/05/2026\n14:35", "2026-05-14", "day first"},
		{"14/05/2026\r\n14:35:10", "2026-05-14", "day first"},
		{"14/05/2026 \n 1435", "2026-05-14", "day first"},
		{"14 May 2026\n14:35", "2026-05-14", "month by name"},
		{"2026-05-14\n14:35", "2026-05-14", "year first"},
		{"14/05/2026\nat 14:35", "2026-05-14", "day first"},
		{"14/05/2026 at 09:30", "2026-05-14", "day first"},
		{"\u00a014/05/2026\u00a0", "2026-05-14", "day first"},
		{"01/02/72", "1972-02-01", "day first"},
		{"2026-05-14", "2026-05-14", "year first"},
		{"2026-05-14T23:30:00+01:00", "2026-05-14", "year first"},
		{"2026/05/14 10:00", "2026-05-14", "year first"},
		{"20260514", "2026-05-14", "year first"},
		{"14 May 2026", "2026-05-14", "month by name"},
		{"14-May-26", "2026-05-14", "month by name"},
		{"Thu 14th May 2026", "2026-05-14", "month by name"},
		{"1 Sept 2026", "2026-09-01", "month by name"},
		{"Wednesday, 3 June 2026", "2026-06-03", "month by name"}, // 2026 is no time of day
		{"Friday 3 July 2026", "2026-07-03", "month by name"},
		{"Tuesday, 1 Sept 2026", "2026-09-01", "month by name"},
		{"Weds 3 June 2026 10:30", "2026-06-03", "month by name"},
		{"Wednesday 3 June 2026 1030", "2026-06-03", "month by name"},
		{"3 June 2026 1030", "2026-06-03", "month by name"},
		{"3rd of June 2026", "2026-06-03", "month by name"},
		{"Wednesday the 3rd of June, 2026", "2026-06-03", "month by name"},
		{"3Jun2026", "2026-06-03", "month by name"},
		{"03JUN26", "2026-06-03", "month by name"},
		{"3rdJune2026", "2026-06-03", "month by name"},
		{"03JUN2026:10:15:00", "2026-06-03", "month by name"}, // as SAS prints it
		{"2026-Jun-03", "2026-06-03", "month by name"},
		{"46156", "2026-05-14", "spreadsheet number"},
		{"46156.395", "2026-05-14", "spreadsheet number"},
		{"29/02/2024", "2024-02-29", "day first"},
		{"'01/04/2026", "2026-04-01", "day first"},
		{"\u201901/04/2026", "2026-04-01", "day first"},
		{"01-APR-26 10.15.00.000000 AM", "2026-04-01", "month by name"},
		{"01-APR-2026 10.15.00 PM +00:00", "2026-04-01", "month by name"},
		{"14.05.2026 9.30", "2026-05-14", "day first"},
		{"Thu 14.05.26", "2026-05-14", "day first"},
		{"2026-03-31T23:30:00Z", "2026-04-01", "year first"}, // summer time began on 29 March
		{"2026-03-28T23:30:00Z", "2026-03-28", "year first"},
		{"2026-03-31 23:30:00.123 UTC", "2026-04-01", "year first"},
		{"2026-04-01T00:30:00+02:00", "2026-03-31", "year first"},
		{"2026-03-31T23:30:00+00:00", "2026-04-01", "year first"},
		{"2026-03-31T22:30:00-0100", "2026-04-01", "year first"},
		{"2026-10-24T23:30Z", "2026-10-25", "year first"},
		{"2026-10-25T23:30Z", "2026-10-25", "year first"}, // winter time from that day
		{"2026-03-31T23:30:00", "2026-03-31", "year first"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			day, style, err := ParseDate(tt.text)
			if err != nil || day.String() != tt.want || style.String() != tt.style {
				t.Errorf("ParseDate(%q) = %q, %q, %v; want %q, %q", tt.text, day, style, err, tt.want, tt.style)
			}
		})
	}
}

func TestParseOrder(t *testing.T) {
	tests := []struct {
		text, want string
		order      Order
	}{
		{"14/05/2026", "2026-05-14", DayOnly}, {"04/05/2026", "2026-05-04", Either}, {"05/05/2026", "2026-05-05", OneOrder}, {"05/14/2026", "2026-05-14", MonthOnly},
		{"5-14-26 09:30", "2026-05-14", MonthOnly}, {"2026-05-04", "2026-05-04", OneOrder}, {"4 May 2026", "2026-05-04", OneOrder}, {"13/13/2026", "", OneOrder}, {"02/31/2026", "", OneOrder},
	}
	for _, tt := range tests {
		if day, _, order, _ := ParseOrder(tt.text); day.String() != tt.want || order != tt.order {
			t.Errorf("ParseOrder(%q) = %s, %d; want %s, %d", tt.text, day, order, tt.want, tt.order)
		}
	}
	if day, _, _ := ParseDate("04/05/2026"); day.Turned().String() != "2026-04-05" {
		t.Errorf("4 May turned is %s, want 5 April", day.Turned())
	}
}

func TestParseDateRefuses(t *testing.T) {
	tests := []struct{ text, why string }{
		{"31/02/2026", "does not exist"},
		{"29/02/2023", "does not exist"},
		{"05/13/2026", "month 13"},
		{"14/05/0026", "the year 26, which is not from 1900 to 2099"},
		{"May 2026", "not a date"},
		{"unknown", "not a date"},
		{"14/05", "not a date"},
		{"12", "not a date"},
		{"14/05/2026 and 15/05/2026", "not a date"},
		{"14/05/2026\n15/05/2026", "not a date"},
		{"0", "not a date"},
		{"of 3 June 2026", "not a date"},
		{"3 of 6 2026", "not a date"},
		{"3jun", "not a date"},
		{"W3Jun2026", "not a date"},
		{"3May", "not a date"},
		{"14/05/2026:10:15", "not a date"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			day, _, err := ParseDate(tt.text)
			if err == nil || !strings.Contains(err.Error(), tt.why) {
				t.Errorf("ParseDate(%q) = %v, %v; want an error with %q", tt.text, day, err, tt.why)
			}
		})
	}
}

func TestLatest(t *testing.T) {
	tests := []struct{ text, want string }{
		{"02/07/2026;01/06/2026", "2026-07-02"},
		{"09/01/2026;10/12/2025", "2026-01-09"}, // text order would say 10/12/2025
		{"01/06/2026;;nonsense", "2026-06-01"},
		{"", ""},
	}
	for _, tt := range tests {
		got, err := Latest(tt.text)
		if err != nil || got.Day.String() != tt.want {
			t.Errorf("Latest(%q) = %q, %v; want %q", tt.text, got.Day, err, tt.want)
		}
	}
	var passed *MemberError
	if got, err := Latest("02/04/2026; 05/14/2026"); !errors.As(err, &passed) || passed.Member != "05/14/2026" || got.Day.String() != "2026-04-02" {
		t.Errorf("a list with a date that is not read gives %s, %v", got.Day, err)
	}
	if _, err := Latest("nonsense"); err == nil {
		t.Error("Latest of no date at all gives no error")
	}
}

// A date that is read is written back as the same date in every style.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"14/05/2026", "2026-05-14T10:00:00Z", "46156", "1 Sept 2026", "31/02/2026", "3Jun2026", ":", "01/07/2026 4:30 PM;02/07/2026 1630", "01-JUL-26 10.15.07.000000 PM"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		day, style, err := ParseDate(s)
		if err != nil && day != 0 {
			t.Fatalf("ParseDate(%q) gives a day with an error", s)
		}
		if c, _ := Latest(s); c.Clock < 0 || c.Clock >= 24*time.Hour || c.Clock > 0 && !c.Timed {
			t.Fatalf("Latest(%q) = %s, %v", s, c.Clock, c.Timed)
		}
		if day == 0 || style == NoStyle {
			return
		}
		again, _, err := ParseDate(day.String())
		if err != nil || again != day {
			t.Fatalf("ParseDate(%q) = %s, which reads back as %s, %v", s, day, again, err)
		}
	})
}
