package scope

import (
	"testing"

	"siequity/incidents/field"
)

func TestPeriods(t *testing.T) {
	tests := []struct{ text, from, to string }{
		{"2026/27-Q1", "2026-04-01", "2026-06-30"},
		{"2026/27-q4", "2027-01-01", "2027-03-31"},
		{"2026/27", "2026-04-01", "2027-03-31"},
		{"1999/00", "1999-04-01", "2000-03-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2026-04-10..2026-05-01", "2026-04-10", "2026-05-01"},
		{"10/04/2026..01/05/2026", "2026-04-10", "2026-05-01"},
		{"all", "", ""},
	}
	for _, tt := range tests {
		p, err := ParsePeriod(tt.text)
		if err != nil || p.From.String() != tt.from || p.To.String() != tt.to {
			t.Errorf("ParsePeriod(%q) = %s to %s, %v; want %s to %s", tt.text, p.From, p.To, err, tt.from, tt.to)
		}
	}
	for _, bad := range []string{"2026/28", "2026/27-Q5", "Q1", "2026-13", "2026-05-01..2026-04-01", "last year"} {
		if _, err := ParsePeriod(bad); err == nil {
			t.Errorf("ParsePeriod(%q) gives no error", bad)
		}
	}
}

func TestQuarterOf(t *testing.T) {
	for text, want := range map[string]string{"2026-03-31": "2025/26-Q4", "2026-04-01": "2026/27-Q1", "2026-12-31": "2026/27-Q3", "": ""} {
		day, _, _ := field.ParseDate(text)
		if got := QuarterOf(day).Name; got != want {
			t.Errorf("QuarterOf(%s) = %q, want %q", text, got, want)
		}
	}
}
