package field

import (
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

// ParseDate reads one date, day first as English systems write it, and says
// how it was written. An empty text gives no day and no error. It does not
// guess: 05/13/2026 is refused, not turned round, and 31/02/2026 is refused.
func ParseDate(text string) (Day, Style, error) {
	s := strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
	if s == "" {
		return 0, NoStyle, nil
	}
	if p, ok := slashed(s); ok {
		return dayMonthYear(p[:], DayFirst)
	}
	if whole, _, ok := strings.Cut(s, "."); ok && len(whole) == 5 && !strings.ContainsAny(s, "/- ") {
		s = whole // 46156.395: a day number with its time of day
	}
	parts, named, err := datePieces(s)
	if err != nil {
		return 0, NoStyle, err
	}
	switch {
	case named:
		return dayMonthYear(parts, NamedMonth)
	case len(parts) == 1:
		return loneNumber(parts[0])
	case len(parts) == 3 && parts[0].digits == 4:
		return makeDay(parts[0].value, parts[1].value, parts[2].value, ISO)
	case len(parts) == 3:
		return dayMonthYear(parts, DayFirst)
	}
	return 0, NoStyle, fmt.Errorf("is not a date")
}

// slashed reads 14/05/2026, nine dates in ten, without taking it apart into words.
func slashed(s string) (p [3]piece, ok bool) {
	if len(s) != 10 || s[2] != '/' || s[5] != '/' {
		return p, false
	}
	for i, at := range [3][2]int{{0, 2}, {3, 5}, {6, 10}} {
		for _, c := range []byte(s[at[0]:at[1]]) {
			if c < '0' || c > '9' {
				return p, false
			}
			p[i].value, p[i].digits = p[i].value*10+int(c-'0'), p[i].digits+1
		}
	}
	return p, true
}

// piece is one number of a date.
type piece struct{ value, digits int }

// datePieces cuts off a time of day and gives the numbers of the date in the
// order day, month, year when the month is named, else in the order written.
func datePieces(s string) (parts []piece, named bool, err error) {
	var first, second piece
	month := 0
	words := dateWords(s)
	for i, w := range words {
		if p, ok := number(w); ok {
			parts = append(parts, p)
		} else if m := monthNamed(w); m > 0 && month == 0 {
			month = m
		} else if !(i == 0 && isWeekday(w)) {
			return nil, false, fmt.Errorf("is not a date")
		}
	}
	if month == 0 {
		return parts, false, nil
	}
	if len(parts) != 2 {
		return nil, false, fmt.Errorf("is not a date")
	}
	first, second = parts[0], parts[1]
	return []piece{first, {month, 2}, second}, true, nil
}

// dateWords splits the date part of s at its separators and drops the time: all
// that follows a word with a colon, or the T of an ISO time.
func dateWords(s string) []string {
	if len(s) > 10 && (s[10] == 'T' || s[10] == 't') {
		s = s[:10]
	}
	if i := strings.IndexByte(s, ':'); i >= 0 {
		cut := strings.LastIndexAny(s[:i], " \t")
		if cut < 0 {
			return []string{s}
		}
		s = s[:cut]
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" /-.,\t", r) })
	for i, w := range words {
		words[i] = strings.ToLower(w)
	}
	if n := len(words); n > 1 && (words[n-1] == "at" || words[n-1] == "am" || words[n-1] == "pm") {
		words = words[:n-1]
	}
	if len(words) == 4 && len(words[3]) == 4 && words[3] != "" && isTime(words[3]) && len(words[2]) == 4 {
		return words[:3] // 14/05/2026 0930
	}
	return words
}

func isTime(w string) bool {
	p, ok := number(w)
	return ok && p.digits == 4 && p.value/100 < 24 && p.value%100 < 60
}

// number reads digits, with an English ordinal ending allowed ("14th").
func number(w string) (piece, bool) {
	digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	switch w[len(digits):] {
	case "", "st", "nd", "rd", "th":
	default:
		return piece{}, false
	}
	if digits == "" || len(digits) > 8 {
		return piece{}, false
	}
	n := 0
	for _, c := range []byte(digits) {
		if c < '0' || c > '9' {
			return piece{}, false
		}
		n = n*10 + int(c-'0')
	}
	return piece{n, len(digits)}, true
}

var months = [...]string{"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december"}

func monthNamed(w string) int {
	for i, m := range months {
		if len(w) >= 3 && strings.HasPrefix(m, w) || w == "sept" && m == "september" {
			return i + 1
		}
	}
	return 0
}

func isWeekday(w string) bool {
	for _, d := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if len(w) >= 3 && strings.HasPrefix(d, w) {
			return true
		}
	}
	return false
}

// NamesDay tells whether a word, in small letters, is the name of a month or of a
// day of the week, or its beginning.
func NamesDay(w string) bool { return monthNamed(w) > 0 || isWeekday(w) }

// loneNumber reads 20260514, or a spreadsheet's day number. Serials below
// 18,000 (1949) or above 73,050 (2099) are more likely some other number.
func loneNumber(p piece) (Day, Style, error) {
	switch {
	case p.digits == 8:
		return makeDay(p.value/10000, p.value/100%100, p.value%100, ISO)
	case p.digits == 5 && p.value >= 18000 && p.value <= 73050:
		return Day(p.value), Serial, nil
	}
	return 0, NoStyle, fmt.Errorf("is not a date")
}

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
		return 0, NoStyle, fmt.Errorf("has a year of %d digits", year.digits)
	}
	return makeDay(year.value, p[1].value, p[0].value, style)
}

func makeDay(year, month, day int, style Style) (Day, Style, error) {
	if month < 1 || month > 12 {
		return 0, NoStyle, fmt.Errorf("has a month %d; dates are read day first", month)
	}
	if year < firstYear || year > lastYear {
		return 0, NoStyle, fmt.Errorf("has a year %d outside %d to %d", year, firstYear, lastYear)
	}
	d, ok := NewDay(year, month, day)
	if !ok {
		return 0, NoStyle, fmt.Errorf("is a day that does not exist")
	}
	return d, style, nil
}

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
