package calendar

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// england holds the bank holidays of England and Wales, one a line: the standing
// ones with their substitute days, and those moved or added by proclamation in
// 2020, 2022 and 2023. A day proclaimed later is added by a pack under
// `holidays:`.
//
//go:embed england.txt
var england string

// Holiday is one bank holiday.
type Holiday struct {
	Day  Day
	Name string
}

// Calendar answers questions about working days within a run of whole years.
// It is safe for concurrent use.
type Calendar struct {
	first, last Day
	// worked[i] counts the working days from first to first+i, both counted,
	// and nth lists them, so that no question needs a loop over days.
	worked []int32
	nth    []Day
	days   []Holiday
}

// England is the calendar of England with extra holidays added. A holiday of a
// year after the built-in ones extends the calendar by that year; the error
// tells of a year left out in between or of a day named twice.
func England(extra ...Holiday) (*Calendar, error) {
	days, err := builtin()
	if err != nil {
		return nil, err
	}
	days = append(days, extra...)
	slices.SortStableFunc(days, func(a, b Holiday) int { return int(a.Day) - int(b.Day) })
	if err := unbroken(days); err != nil {
		return nil, err
	}
	return newCalendar(days), nil
}

func builtin() ([]Holiday, error) {
	var days []Holiday
	for line := range strings.Lines(england) {
		date, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		day, err := ParseDay(date)
		if err != nil {
			return nil, fmt.Errorf("bank holidays of England: %w", err)
		}
		days = append(days, Holiday{day, name})
	}
	return days, nil
}

// unbroken refuses a year without holidays between two years with them: its
// working days would be counted wrongly and nobody would see it.
func unbroken(days []Holiday) error {
	var faults []error
	for i := 1; i < len(days); i++ {
		before, day := days[i-1].Day, days[i].Day
		if before == day {
			faults = append(faults, fmt.Errorf("bank holiday %s is listed twice", day))
		}
		if from, to := before.Time().Year(), day.Time().Year(); to > from+1 {
			faults = append(faults, fmt.Errorf("bank holiday %s: no holidays are listed for %d", day, from+1))
		}
	}
	return errors.Join(faults...)
}

func newCalendar(days []Holiday) *Calendar {
	c := &Calendar{
		first: Date(days[0].Day.Time().Year(), 1, 1),
		last:  Date(days[len(days)-1].Day.Time().Year(), 12, 31),
		days:  days,
	}
	holiday := make(map[Day]bool, len(days))
	for _, h := range days {
		holiday[h.Day] = true
	}
	for day := c.first; day <= c.last; day++ {
		if !day.weekend() && !holiday[day] {
			c.nth = append(c.nth, day)
		}
		c.worked = append(c.worked, int32(len(c.nth)))
	}
	return c
}

// Span is the first and last day the calendar knows.
func (c *Calendar) Span() (first, last Day) { return c.first, c.last }

// Holidays lists the bank holidays in order of date.
func (c *Calendar) Holidays() []Holiday { return slices.Clone(c.days) }

// WorkingDay tells whether a day is one, and whether the calendar knows.
func (c *Calendar) WorkingDay(d Day) (working, known bool) {
	if !c.knows(d) {
		return false, false
	}
	i := int(d - c.first)
	return c.worked[i] > 0 && c.nth[c.worked[i]-1] == d, true
}

// AddWorkingDays is the n-th working day after d, not counting d itself, so
// that "within two working days" of a Friday ends on the Tuesday, and of a
// Saturday on the Tuesday too. It reports false where the calendar does not
// reach. With n = 0 it is d itself.
func (c *Calendar) AddWorkingDays(d Day, n int) (Day, bool) {
	if n == 0 {
		return d, c.knows(d)
	}
	if !c.knows(d) || n < 0 {
		return 0, false
	}
	at := int(c.worked[d-c.first]) + n - 1
	if at >= len(c.nth) {
		return 0, false
	}
	return c.nth[at], true
}

// WorkingDays counts the working days after from up to and including to; it is
// negative when to lies before from. It reports false outside the calendar.
func (c *Calendar) WorkingDays(from, to Day) (int, bool) {
	if !c.knows(from) || !c.knows(to) {
		return 0, false
	}
	return int(c.worked[to-c.first] - c.worked[from-c.first]), true
}

func (c *Calendar) knows(d Day) bool { return d >= c.first && d <= c.last }
