package calendar

import (
	"fmt"
	"time"
)

// Day is a civil date: whole days since 1 January 1970, negative before it.
type Day int32

const secondsPerDay = 24 * 60 * 60

// Date is the day of a year, month (1 to 12) and day of the month. Values out
// of range roll over as in [time.Date].
func Date(year, month, day int) Day {
	return DayOf(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC))
}

// DayOf is the day a moment falls on by its own clock, whatever its zone.
func DayOf(t time.Time) Day {
	_, offset := t.Zone()
	return Day(floorDiv(t.Unix()+int64(offset), secondsPerDay))
}

// ParseDay reads an ISO date such as 2026-05-14 and nothing else.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return 0, fmt.Errorf("%q is not a date such as 2026-05-14", text)
	}
	return DayOf(t), nil
}

// Time is midnight UTC of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// String is the ISO form, 2026-05-14.
func (d Day) String() string { return d.Time().Format(time.DateOnly) }

// Long is the form for readers, 14 May 2026.
func (d Day) Long() string { return d.Time().Format("2 January 2006") }

// AddMonths moves by calendar months. Where the month arrived at is too short
// the last day of it is meant: 31 August and six months is 28 or 29 February.
//
// Note: time.Time.AddDate would give 2 or 3 March, a deadline three days late.
func (d Day) AddMonths(n int) Day {
	year, month, day := d.Time().Date()
	last := time.Date(year, month+time.Month(n)+1, 0, 0, 0, 0, 0, time.UTC)
	return DayOf(last) - Day(max(0, last.Day()-day))
}

// weekend tells Saturdays and Sundays. 1 January 1970 was a Thursday.
func (d Day) weekend() bool {
	weekday := (int64(d)%7 + 7 + 4) % 7 // 0 is Sunday
	return weekday == 0 || weekday == 6
}

func floorDiv(a, b int64) int64 {
	if q := a / b; a%b >= 0 {
		return q
	}
	return a/b - 1
}
