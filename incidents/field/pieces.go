package field

import (
	"slices"
	"strings"
)

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

// beforeClock cuts off what follows the space after ten letters, where that is a time
// with a colon: 14/05/2026 09:30, as databases write most dates.
func beforeClock(s string) string {
	if len(s) < 12 || s[10] != ' ' {
		return s
	}
	if at := strings.IndexByte(s[11:], ':'); at >= 0 && !strings.ContainsAny(s[11:11+at], " \t") {
		return s[:10]
	}
	return s
}

// piece is one number of a date.
type piece struct{ value, digits int }

// datePieces cuts off a time of day and gives the numbers of the date in the
// order day, month, year when the month is named, else in the order written.
func datePieces(s string) (parts []piece, named bool, err error) {
	month := 0
	words := dateWords(s)
	for i, w := range words {
		if p, ok := number(w); ok {
			parts = append(parts, p)
		} else if m := monthNamed(w); m > 0 && month == 0 {
			month = m
		} else if !(i == 0 && isWeekday(w)) && !linking(words, i) {
			return nil, false, ErrNotDate
		}
	}
	if month == 0 {
		return parts, false, nil
	}
	if len(parts) != 2 {
		return nil, false, ErrNotDate
	}
	day, year := parts[0], parts[1]
	if day.digits == 4 { // 2026-Jun-03
		day, year = year, day
	}
	return []piece{day, {month, 2}, year}, true, nil
}

// linking tells whether a word only joins others: Wednesday the 3rd of June.
func linking(words []string, i int) bool {
	if i == 0 || i+1 == len(words) {
		return false
	}
	switch words[i] {
	case "of":
		return monthNamed(words[i+1]) > 0
	case "the":
		return i == 1 && isWeekday(words[0])
	}
	return false
}

// dateWords splits the date part of s at its separators and drops the time: all
// that follows a word with a colon, or the T of an ISO time.
func dateWords(s string) []string {
	if len(s) > 10 && s[10]|0x20 == 't' && Digit(s[9]) {
		s = s[:10]
	}
	if i := strings.IndexByte(s, ':'); i >= 0 {
		cut := strings.LastIndexAny(s[:i], " \t")
		switch {
		case cut >= 0:
			s = s[:cut]
		case glued(strings.ToLower(s[:i])): // 03JUN2026:10:15:00
			s = s[:i]
		default:
			return []string{s}
		}
	}
	words := strings.FieldsFunc(withoutDottedTime(s), parts)
	for i, w := range words {
		words[i] = strings.ToLower(w)
	}
	if at := slices.IndexFunc(words, mayBeGlued); at >= 0 {
		words = slices.Replace(words, at, at+1, unglued(words[at])...)
	}
	if n := len(words); n > 1 && (words[n-1] == "at" || words[n-1] == "am" || words[n-1] == "pm") {
		words = words[:n-1]
	}
	if n := len(words); n > 3 && isTime(words[n-1]) && isYear(words[n-2]) {
		return words[:n-1] // 14/05/2026 0930
	}
	return words
}

// parts tells what stands between the words of a date.
func parts(r rune) bool {
	switch r {
	case ' ', '/', '-', '.', ',', '\t':
		return true
	}
	return false
}

// mayBeGlued tells 3jun2026 from a number and from a name, without taking it apart: it
// has digits at both ends, and no more than two before the letters.
func mayBeGlued(w string) bool {
	n := len(w)
	return n >= len("3jun6") && Digit(w[0]) && Digit(w[n-1]) && !(Digit(w[1]) && Digit(w[2]))
}

// glued recognises 3jun2026.
func glued(w string) bool { return mayBeGlued(w) && len(unglued(w)) == 3 }

// unglued parts 3jun2026 and 3rdjune2026 into day, month and year; any other word it
// gives as it is.
func unglued(w string) []string {
	notDigit := func(r rune) bool { return r < '0' || r > '9' }
	day, year := w[:strings.IndexFunc(w, notDigit)], w[strings.LastIndexFunc(w, notDigit)+1:]
	month := w[len(day) : len(w)-len(year)]
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		month = strings.TrimPrefix(month, ending)
	}
	if monthNamed(month) == 0 {
		return []string{w}
	}
	return []string{day, month, year}
}

func isTime(w string) bool {
	p, ok := number(w)
	return ok && p.digits == 4 && p.value/100 < 24 && p.value%100 < 60
}

func isYear(w string) bool {
	p, ok := number(w)
	return ok && p.digits == 4 && p.value >= firstYear && p.value <= lastYear
}

// NamesDay tells whether a word, in small letters, is the name of a month or of a
// day of the week, or its beginning.
func NamesDay(w string) bool { return monthNamed(w) > 0 || isWeekday(w) }

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
		if len(w) >= 3 && strings.HasPrefix(d, w) || w == "weds" && d == "wednesday" {
			return true
		}
	}
	return false
}

// loneNumber reads 20260514, or a spreadsheet's day number. Serials below
// 18,000 (1949) or above 73,050 (2099) are more likely some other number.
func loneNumber(p piece) (Day, Style, error) {
	switch {
	case p.digits == 8:
		return makeDay(p.value/10000, p.value/100%100, p.value%100, ISO)
	case p.digits == 5 && p.value >= 18000 && p.value <= 73050:
		return Day(p.value), Serial, nil
	}
	return 0, NoStyle, ErrNotDate
}

// withoutDottedTime drops a time of day written with full stops, as databases print
// it: 01-APR-26 10.15.00.000000 AM.
func withoutDottedTime(s string) string {
	for at := strings.IndexByte(s, ' '); at >= 0; {
		rest := s[at+1:]
		word, _, _ := strings.Cut(rest, " ")
		if isDottedTime(word) && strings.ContainsAny(s[:at], "0123456789") {
			return s[:at]
		}
		next := strings.IndexByte(rest, ' ')
		if next < 0 {
			return s
		}
		at += 1 + next
	}
	return s
}

// isDottedTime recognises 9.30, 10.15.00 and 10.15.00.000000.
func isDottedTime(w string) bool {
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == ',' })
	if len(parts) < 2 || len(parts) > 4 {
		return false
	}
	for i, limit := range []int{24, 60, 60} {
		if i == len(parts) {
			return true
		}
		p, ok := number(parts[i])
		if !ok || p.digits > 2 || i > 0 && p.digits < 2 || p.value >= limit {
			return false
		}
	}
	return true
}
