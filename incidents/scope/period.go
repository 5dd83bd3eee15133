package scope

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"siequity/incidents/field"
)

// A Period is a span of days, both ends included. The zero Period has no ends.
type Period struct {
	Name     string // 2026/27-Q1, 2026/27, 2026-04-01..2026-06-30, all
	From, To field.Day
}

// All is the period without ends.
func (p Period) All() bool { return p.From == 0 && p.To == 0 }

// Holds reports whether the day lies in the period.
func (p Period) Holds(d field.Day) bool { return p.All() || d >= p.From && d <= p.To }

// ParsePeriod reads `2026/27-Q1` (a quarter of the financial year that begins on
// 1 April), `2026/27`, `2026-05` (a month), `2026-04-01..2026-06-30` or `all`.
func ParsePeriod(text string) (Period, error) {
	s := strings.TrimSpace(text)
	switch {
	case s == "" || strings.EqualFold(s, "all"):
		return Period{Name: "all"}, nil
	case strings.Contains(s, ".."):
		return parseRange(s)
	case strings.Contains(s, "/"):
		return parseFinancial(s)
	case len(s) == len("2026-05"):
		return parseMonth(s)
	}
	return Period{}, periodError(text)
}

func periodError(text string) error {
	return fmt.Errorf("period %q is not understood; write 2026/27-Q1, 2026/27, 2026-05, 2026-04-01..2026-06-30 or all", text)
}

func parseRange(s string) (Period, error) {
	a, b, _ := strings.Cut(s, "..")
	from, _, errFrom := field.ParseDate(a)
	to, _, errTo := field.ParseDate(b)
	if errFrom != nil || errTo != nil || from == 0 || to == 0 || to < from {
		return Period{}, periodError(s)
	}
	return Period{from.String() + ".." + to.String(), from, to}, nil
}

func parseMonth(s string) (Period, error) {
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return Period{}, periodError(s)
	}
	return Period{s, field.DayOf(t), field.DayOf(t.AddDate(0, 1, -1))}, nil
}

func parseFinancial(s string) (Period, error) {
	year, quarter, cut := strings.Cut(strings.ToUpper(s), "-")
	first, second, _ := strings.Cut(year, "/")
	y, err := strconv.Atoi(first)
	next, err2 := strconv.Atoi(second)
	if err != nil || err2 != nil || len(first) != 4 || next%100 != (y+1)%100 {
		return Period{}, periodError(s)
	}
	if !cut {
		return financial(y, 0, 12, ""), nil
	}
	q, err := strconv.Atoi(strings.TrimPrefix(quarter, "Q"))
	if err != nil || q < 1 || q > 4 {
		return Period{}, periodError(s)
	}
	return financial(y, 3*(q-1), 3, fmt.Sprintf("-Q%d", q)), nil
}

func financial(year, months, length int, suffix string) Period {
	from := time.Date(year, time.April, 1, 0, 0, 0, 0, time.UTC).AddDate(0, months, 0)
	return Period{financialYear(year) + suffix, field.DayOf(from), field.DayOf(from.AddDate(0, length, -1))}
}

// financialYear names the financial year that begins in April of year: 2026/27.
func financialYear(year int) string { return fmt.Sprintf("%d/%02d", year, (year+1)%100) }

// QuarterOf gives the financial quarter of a day: 2026/27-Q1 for 14 May 2026.
func QuarterOf(d field.Day) Period {
	if d == 0 {
		return Period{}
	}
	t := d.Time()
	year, month := t.Year(), int(t.Month())
	if month < 4 {
		year, month = year-1, month+12
	}
	q := (month - 4) / 3
	return financial(year, 3*q, 3, fmt.Sprintf("-Q%d", q+1))
}
