package link

import "strings"

// logNumber reads a year and a serial number.
func logNumber(runs []string) (uint64, bool) {
	if len(runs) != 2 || len(runs[0]) != 4 || runs[0][:2] != "20" || len(runs[1]) > 7 || value(runs[1]) == 0 {
		return 0, false
	}
	return value(runs[0])*1e7 + value(runs[1]), true
}

// unbroken reads a log number without its slash, such as 202610432.
func unbroken(runs []string) (uint64, bool) {
	if len(runs) != 1 || len(runs[0]) < 8 || len(runs[0]) > 10 {
		return 0, false
	}
	return logNumber([]string{runs[0][:4], runs[0][4:]})
}

// dateText reports whether a text is a date and nothing else.
func dateText(text string) bool {
	return strings.Trim(text, "0123456789-/") == "" && dateLike(strings.FieldsFunc(text, func(r rune) bool { return !isDigit(byte(r)) }))
}

// dateLike tells 14/05/2026, 14-5-26 and 2026-05-14 from a reference.
func dateLike(runs []string) bool {
	if len(runs) != 3 {
		return false
	}
	a, b, c := len(runs[0]), len(runs[1]), len(runs[2])
	month := value(runs[1]) >= 1 && value(runs[1]) <= 12
	return month && b <= 2 && (a <= 2 && (c == 2 || c == 4) || a == 4 && c <= 2)
}

// value is the number of a run of digits; runs too long for a reference wrap round
// and are never plain references.
func value(run string) uint64 {
	n := uint64(0)
	for i := range len(run) {
		n = n*10 + uint64(run[i]-'0')
	}
	return n &^ hashed
}

// hashText compares a reference as text: letters without case, digits without
// leading zeros, marks and spaces ignored. It is 0 for a text without any of these.
func hashText(text string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h, found, zeros := uint64(offset), false, true
	for i := range len(text) {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
		case !alphanumeric(c):
			zeros = true
			continue
		}
		if c == '0' && zeros {
			continue
		}
		zeros = !isDigit(c)
		h, found = (h^uint64(c))*prime, true
	}
	if !found {
		return 0
	}
	return h | hashed
}
