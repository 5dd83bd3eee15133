package field

import (
	"errors"
	"strings"
	"time"
)

// A Change is the newest of the dates in a cell. Two versions of a record that were made
// on one day are told apart by the time of day beside it.
type Change struct {
	Day   Day
	Order Order
	Clock time.Duration
	Timed bool // the newest date has a time of day
}

// Latest reads a cell of several dates joined by ";" and gives the newest by
// the calendar: the text order of day-first dates is not their order in time.
// Members that are no dates are passed over; with none left the error says so. One
// that is written as a date and cannot be read gives a [MemberError] beside the
// newest of the others, as it may be newer. A date that stands alone is read as
// [ParseOrder] does; its time does not hang on the order of its day and month.
func Latest(text string) (Change, error) {
	if !strings.Contains(text, ";") {
		day, _, order, err := ParseOrder(text)
		c := Change{Day: day, Order: order}
		if day != 0 {
			c.Clock, c.Timed = clockOf(text)
		}
		return c, err
	}
	return latestOf(strings.Split(text, ";"))
}

// latestOf reads the time of day of the newest date alone; where that stands there
// several times, the latest.
func latestOf(parts []string) (c Change, err error) {
	var failed, passed error
	same := parts[:0] // those of the newest day, kept in place of what was read
	for _, part := range parts {
		d, _, err := ParseDate(part)
		switch {
		case d > c.Day:
			c.Day, same = d, append(same[:0], part)
		case d != 0 && d == c.Day:
			same = append(same, part)
		}
		switch {
		case err == nil:
		case errors.Is(err, ErrNotDate) || passed != nil:
			failed = err
		default:
			failed, passed = err, &MemberError{strings.TrimSpace(part), err}
		}
	}
	if c.Day == 0 {
		return c, failed
	}
	for _, part := range same {
		if clock, ok := clockOf(part); ok && (!c.Timed || clock > c.Clock) {
			c.Clock, c.Timed = clock, true
		}
	}
	return c, passed
}

// A MemberError tells of a date in a list that was passed over.
type MemberError struct {
	Member string // as written
	Err    error
}

func (e *MemberError) Error() string { return e.Err.Error() }
func (e *MemberError) Unwrap() error { return e.Err }
