package field

import (
	"errors"
	"strings"
)

// LatestOf reads a cell of several dates joined by ";" and gives the newest by
// the calendar: the text order of day-first dates is not their order in time.
// Members that are no dates are passed over; with none left the error says so. One
// that is written as a date and cannot be read gives a [MemberError] beside the
// newest of the others, as it may be newer.
func LatestOf(text string) (Day, error) {
	var newest Day
	var failed, passed error
	for _, part := range strings.Split(text, ";") {
		d, _, err := ParseDate(part)
		newest = max(newest, d)
		switch {
		case err == nil:
		case errors.Is(err, ErrNotDate) || passed != nil:
			failed = err
		default:
			failed, passed = err, &MemberError{strings.TrimSpace(part), err}
		}
	}
	if newest == 0 {
		return 0, failed
	}
	return newest, passed
}

// A MemberError tells of a date in a list that was passed over.
type MemberError struct {
	Member string // as written
	Err    error
}

func (e *MemberError) Error() string { return e.Err.Error() }
func (e *MemberError) Unwrap() error { return e.Err }
