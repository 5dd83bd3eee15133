package field

import "strings"

// LatestOf reads a cell of several dates joined by ";" and gives the newest by
// the calendar: the text order of day-first dates is not their order in time.
// Members that are no dates are passed over; with none left the error says so.
func LatestOf(text string) (Day, error) {
	var newest Day
	var failed error
	for _, part := range strings.Split(text, ";") {
		d, _, err := ParseDate(part)
		if err != nil {
			failed = err
		}
		newest = max(newest, d)
	}
	if newest == 0 && failed != nil {
		return 0, failed
	}
	return newest, nil
}
