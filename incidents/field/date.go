package field

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// A Day is a calendar day as a spreadsheet counts it: days since 30 December
// 1899. Zero means no date. A number costs four bytes where time.Time costs
// twenty-four, and a million records hold several dates each.
type Day int32

var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// DayOf gives the day of a time, in the time's own zone: an incident at 23:30
// British Summer Time happened on that British day.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(epoch) / (24 * time.Hour))
}

// NewDay gives the day of a calendar date, and false for one that does not
// exist, such as 31 February.
func NewDay(year, month, day int) (Day, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return 0, false
	}
	return Day(t.Sub(epoch) / (24 * time.Hour)), true
}

// Time gives midnight of the day in UTC.
func (d Day) Time() time.Time { return epoch.AddDate(0, 0, int(d)) }

// String gives the day as 2026-05-14, and "" for no date.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Style names the way a date was written.
type Style uint8

// The styles that [ParseDate] tells apart.
const (
	NoStyle    Style = iota
	DayFirst         // 14/05/2026, 14.5.26, 14-05-2026 09:30
	ISO              // 2026-05-14, 2026-05-14T09:30:00+01:00, 20260514
	NamedMonth       // 14 May 2026, 14-May-26, May 14, 2026
	Serial           // 46156, a spreadsheet's day number
)

var styleNames = [...]string{"none", "day first", "year first", "month by name", "spreadsheet number"}

// String names the style for `inspect`.
func (s Style) String() string { return styleNames[s] }

// The years an export can speak of. A two-digit year is read as 19xx from 50
// up: a mother's date of birth may be in the seventies, an incident may not.
const (
	firstYear = 1900
	lastYear  = 2099
)

// Order says which orders of day and month a date in figures can be read in.
type Order uint8

// The orders. A date written otherwise has one reading only.
const (
	OneOrder  Order = iota
	DayOnly         // 14/05/2026
	MonthOnly       // 05/14/2026, which ParseDate refuses
	Either          // 04/05/2026
)

// ParseDate reads one date, day first as English systems write it, and says
// how it was written. An empty text gives no day and no error. It does not
// guess: 05/13/2026 is refused, not turned round, and 31/02/2026 is refused.
func ParseDate(text string) (Day, Style, error) {
	day, style, _, err := ParseOrder(text)
	if err != nil {
		day = 0
	}
	return day, style, err
}

// inOneLine makes a line of a cell in which the time stands below the date.
func inOneLine(text string) string {
	if strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') < 0 && strings.IndexByte(text, 0xc2) < 0 { // the first byte of a no-break space
		return text
	}
	return lines.Replace(text)
}

var lines = strings.NewReplacer("\u00a0", " ", "\r\n", " ", "\n", " ", "\r", " ")

// ParseOrder reads one date as [ParseDate] does and tells its order. A date that
// can be read month first alone comes with its error and with the day that it
// then is; it is for the reader of a whole column to use.
func ParseOrder(text string) (Day, Style, Order, error) {
	s := strings.TrimSpace(inOneLine(text))
	if s == "" {
		return 0, NoStyle, OneOrder, nil
	}
	if p, ok := slashed(beforeClock(s)); ok {
		return inFigures(p[:])
	}
	if s[0] < '0' || s[0] > '9' {
		s = strings.TrimLeft(s, "'\u2018\u2019`")
	}
	return parseWords(s)
}

func parseWords(s string) (Day, Style, Order, error) {
	if t, ok := zoned(s); ok {
		return DayOf(london(t)), ISO, OneOrder, nil
	}
	if whole, _, ok := strings.Cut(s, "."); ok && len(whole) == 5 && !strings.ContainsAny(s, "/- ") {
		s = whole // 46156.395: a day number with its time of day
	}
	parts, named, err := datePieces(s)
	if err != nil {
		return 0, NoStyle, OneOrder, err
	}
	if !named && len(parts) == 3 && parts[0].digits != 4 {
		return inFigures(parts)
	}
	day, style, err := oneOrder(parts, named)
	return day, style, OneOrder, err
}

// oneOrder reads a date whose form gives its order.
func oneOrder(parts []piece, named bool) (Day, Style, error) {
	switch {
	case named:
		return dayMonthYear(parts, NamedMonth)
	case len(parts) == 1:
		return loneNumber(parts[0])
	case len(parts) == 3:
		return makeDay(parts[0].value, parts[1].value, parts[2].value, ISO)
	}
	return 0, NoStyle, ErrNotDate
}

// inFigures reads day, month and year, and tells whether month, day and year would do.
func inFigures(p []piece) (Day, Style, Order, error) {
	day, style, err := dayMonthYear(p, DayFirst)
	switch {
	case err == nil && p[0].value > 12:
		return day, style, DayOnly, nil
	case err == nil && p[0].value == p[1].value:
		return day, style, OneOrder, nil
	case err == nil:
		return day, style, Either, nil
	case p[1].value > 12:
		if turned, _, wrong := dayMonthYear([]piece{p[1], p[0], p[2]}, DayFirst); wrong == nil {
			return turned, NoStyle, MonthOnly, err
		}
	}
	return 0, NoStyle, OneOrder, err
}

// Turned gives the day that changes places with its month: 5 April for 4 May.
func (d Day) Turned() Day {
	t := d.Time()
	if turned, ok := NewDay(t.Year(), t.Day(), int(t.Month())); ok {
		return turned
	}
	return d
}

// ErrNotDate is the error of a text that is no date at all.
var ErrNotDate = errors.New("is not a date")

func dayMonthYear(p []piece, style Style) (Day, Style, error) {
	year := p[2]
	switch year.digits {
	case 4:
	case 2:
		year.value += 2000
		if year.value >= 2050 {
			year.value -= 100
		}
	default:
		return 0, NoStyle, fmt.Errorf("has a year of %d digits, where 2026 or 26 is expected", year.digits)
	}
	return makeDay(year.value, p[1].value, p[0].value, style)
}

func makeDay(year, month, day int, style Style) (Day, Style, error) {
	if month < 1 || month > 12 {
		if style == ISO {
			return 0, NoStyle, fmt.Errorf("would have month %d", month)
		}
		return 0, NoStyle, fmt.Errorf("would have month %d, as dates are read day first", month)
	}
	if year < firstYear || year > lastYear {
		return 0, NoStyle, fmt.Errorf("has the year %d, which is not from %d to %d", year, firstYear, lastYear)
	}
	d, ok := NewDay(year, month, day)
	if !ok {
		return 0, NoStyle, fmt.Errorf("is a day that does not exist")
	}
	return d, style, nil
}
