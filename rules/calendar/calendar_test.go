package calendar

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestAddMonths(t *testing.T) {
	for _, tc := range []struct {
		from   string
		months int
		want   string
	}{
		{"2023-08-31", 6, "2024-02-29"},
		{"2024-08-31", 6, "2025-02-28"},
		{"2024-12-31", 2, "2025-02-28"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-01-15", 2, "2024-03-15"},
		{"2024-03-31", -1, "2024-02-29"},
		{"1969-12-31", 2, "1970-02-28"},
		{"2024-11-30", 3, "2025-02-28"},
	} {
		if got := day(t, tc.from).AddMonths(tc.months).String(); got != tc.want {
			t.Errorf("%s and %d months = %s, want %s", tc.from, tc.months, got, tc.want)
		}
	}
}

func TestDayKeepsTheDateOfItsOwnZone(t *testing.T) {
	late := time.Date(2026, 5, 14, 23, 30, 0, 0, time.FixedZone("", -5*3600))
	early := time.Date(1969, 12, 31, 0, 30, 0, 0, time.FixedZone("", 3600))
	got := []string{DayOf(late).String(), DayOf(early).String(), Date(1960, 2, 29).String(), Date(2026, 5, 4).Long()}
	if diff := cmp.Diff([]string{"2026-05-14", "1969-12-31", "1960-02-29", "4 May 2026"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseDayTakesISOOnly(t *testing.T) {
	for _, text := range []string{"", "14/05/2026", "2026-5-14", "2026-02-30", "2026-05-14T00:00:00"} {
		if d, err := ParseDay(text); err == nil {
			t.Errorf("ParseDay(%q) = %s, want an error", text, d)
		}
	}
}

// The working days below were counted by hand on a printed calendar.
func TestWorkingDays(t *testing.T) {
	england := mustEngland(t)
	for _, tc := range []struct {
		from string
		n    int
		want string
		why  string
	}{
		{"2026-05-15", 2, "2026-05-19", "over a weekend"},
		{"2026-05-16", 2, "2026-05-19", "from a Saturday"},
		{"2026-05-21", 2, "2026-05-26", "over the spring bank holiday"},
		{"2022-06-01", 1, "2022-06-06", "over both jubilee days"},
		{"2022-09-16", 1, "2022-09-20", "over the state funeral"},
		{"2023-05-05", 1, "2023-05-09", "over the coronation"},
		{"2020-05-07", 1, "2020-05-11", "early May moved to a Friday in 2020"},
		{"2020-05-01", 1, "2020-05-04", "and was not on the Monday"},
		{"2021-12-24", 1, "2021-12-29", "Christmas on a Saturday"},
		{"2022-12-23", 1, "2022-12-28", "Christmas on a Sunday"},
		{"2027-12-31", 1, "2028-01-04", "New Year's Day on a Saturday"},
		{"2026-04-02", 7, "2026-04-15", "over Easter"},
		{"2024-01-01", 60, "2024-03-25", "a quarter"},
	} {
		got, ok := england.AddWorkingDays(day(t, tc.from), tc.n)
		if !ok || got.String() != tc.want {
			t.Errorf("%s: %s and %d working days = %s, %v, want %s", tc.why, tc.from, tc.n, got, ok, tc.want)
		}
		if n, ok := england.WorkingDays(day(t, tc.from), got); !ok || n != tc.n {
			t.Errorf("%s: working days from %s to %s = %d, %v, want %d", tc.why, tc.from, got, n, ok, tc.n)
		}
	}
}

func TestOutsideTheCalendarThereIsNoAnswer(t *testing.T) {
	england := mustEngland(t)
	if d, ok := england.AddWorkingDays(Date(2028, 12, 28), 5); ok {
		t.Errorf("a deadline in 2029 = %s, want none", d)
	}
	if d, ok := england.AddWorkingDays(Date(2014, 12, 31), 1); ok {
		t.Errorf("a start in 2014 = %s, want none", d)
	}
	if n, ok := england.WorkingDays(Date(2028, 1, 1), Date(2029, 1, 1)); ok {
		t.Errorf("working days into 2029 = %d, want none", n)
	}
	if working, known := england.WorkingDay(Date(2029, 1, 3)); known {
		t.Errorf("2029-01-03 working = %v, want not known", working)
	}
}

func TestHolidaysCanBeAdded(t *testing.T) {
	c, err := England(Holiday{Date(2026, 6, 15), "A celebration"}, Holiday{Date(2029, 1, 1), "New Year's Day"})
	if err != nil {
		t.Fatal(err)
	}
	if working, known := c.WorkingDay(Date(2026, 6, 15)); working || !known {
		t.Errorf("the added holiday is a working day: %v (known %v)", working, known)
	}
	if got, ok := c.AddWorkingDays(Date(2028, 12, 29), 1); !ok || got != Date(2029, 1, 2) {
		t.Errorf("first working day of 2029 = %s, %v", got, ok)
	}
	for name, extra := range map[string]Holiday{
		"a year skipped": {Date(2031, 1, 1), "New Year's Day"},
		"a day twice":    {Date(2026, 12, 25), "Christmas Day"},
	} {
		if _, err := England(extra); err == nil {
			t.Errorf("%s: want an error", name)
		}
	}
}

// TestEnglandFollowsTheStandingRules works out each year's holidays by another
// road than the list: weekday rules, Easter, and the known exceptions.
func TestEnglandFollowsTheStandingRules(t *testing.T) {
	moved := map[Day]Day{Date(2020, 5, 4): Date(2020, 5, 8), Date(2022, 5, 30): Date(2022, 6, 2)}
	extra := []Day{Date(2022, 6, 3), Date(2022, 9, 19), Date(2023, 5, 8)}
	want := map[Day]bool{}
	for _, d := range extra {
		want[d] = true
	}
	for year := 2015; year <= 2028; year++ {
		for _, d := range standing(year) {
			if to, ok := moved[d]; ok {
				d = to
			}
			want[d] = true
		}
	}
	got := map[Day]bool{}
	for _, h := range mustEngland(t).Holidays() {
		got[h.Day] = true
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func standing(year int) []Day {
	days := []Day{monday(Date(year, 5, 1)), monday(Date(year, 5, 25)), monday(Date(year, 8, 25))}
	for _, fixed := range []Day{Date(year, 1, 1), Date(year, 12, 25), Date(year, 12, 26)} {
		for fixed.weekend() || contains(days, fixed) {
			fixed++
		}
		days = append(days, fixed)
	}
	e := easter(year)
	return append(days, e-2, e+1)
}

func contains(days []Day, d Day) bool {
	for _, x := range days {
		if x == d {
			return true
		}
	}
	return false
}

func monday(d Day) Day {
	for d.Time().Weekday() != time.Monday {
		d++
	}
	return d
}

// easter is Butcher's rule in Gauss's shape, good for 1900 to 2099.
func easter(year int) Day {
	d := (19*(year%19) + 24) % 30
	e := (2*(year%4) + 4*(year%7) + 6*d + 5) % 7
	if (d == 29 && e == 6) || (d == 28 && e == 6 && year%19 > 10) {
		d -= 7
	}
	return Date(year, 3, 22+d+e)
}

func mustEngland(t *testing.T) *Calendar {
	t.Helper()
	c, err := England()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func day(t *testing.T, text string) Day {
	t.Helper()
	d, err := ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestAddWorkingDaysIsTheSameAsWalking walks day by day from every day the
// calendar knows.
func TestAddWorkingDaysIsTheSameAsWalking(t *testing.T) {
	c := mustEngland(t)
	first, last := c.Span()
	for from := first; from <= last; from += 3 {
		day, n := from, 0
		for day < last && n < 65 {
			day++
			if working, _ := c.WorkingDay(day); !working {
				continue
			}
			n++
			if got, ok := c.AddWorkingDays(from, n); !ok || got != day {
				t.Fatalf("%s and %d working days: %s, %v, walking gives %s", from, n, got, ok, day)
			}
		}
	}
}
