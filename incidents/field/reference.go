package field

import "strings"

// NoReference reports whether a cell of a reference column holds no reference but
// something in its place: words ("TBC", "not yet allocated", "N/A"), marks, zeros,
// a prefix whose number is still to come ("MI-", "2026/"), a number that was cut. Every system numbers its
// records, so a text without a digit is none.
func NoReference(text string) bool {
	n := firstDigit(text)
	if n < 0 {
		return !numberedFromNought(text)
	}
	return n > 1 && standsIn(text[:n]) || bareYear(text[n:]) || Cut(text)
}

// firstDigit gives the place of the first digit other than nought, or -1.
func firstDigit(s string) int {
	for i := range len(s) {
		if s[i] > '0' && s[i] <= '9' {
			return i
		}
	}
	return -1
}

// numberedFromNought reads W0, the first of a list that somebody numbered from nought.
func numberedFromNought(s string) bool {
	lead := strings.TrimSuffix(s, "0")
	return lead != s && lead != "" && strings.IndexFunc(lead, func(c rune) bool { return c > 0x7f || !Letter(byte(c)) }) < 0
}

// insteads are the first words of what people write until there is a reference. A
// remark may follow, with a date in it.
var insteads = []string{"tbc", "tba", "tbd", "not", "none", "nil", "null", "pending", "awaiting", "awaited", "await", "unknown", "unallocated", "requested", "missing", "blank", "to be", "n/a", "na", "no ref", "no number"}

// standsIn reports whether what leads up to a number says that there is no reference.
func standsIn(lead string) bool {
	lead = strings.TrimLeft(lead, " ([*\"'-")
	for _, w := range insteads {
		if len(lead) >= len(w) && strings.EqualFold(lead[:len(w)], w) && endsThere(lead[len(w):], w) {
			return true
		}
	}
	return false
}

// endsThere reports whether a word ends where rest begins. NA12345 may be a
// reference of a trust; TBC1 is none.
func endsThere(rest, word string) bool {
	if rest == "" {
		return strings.HasPrefix(word, "tb")
	}
	return !Letter(rest[0])
}

// bareYear reads "2026/", "2026-TBC" and "2026/xxxx": the year of a number that is
// still to come. A year alone may be a number.
func bareYear(s string) bool {
	if len(s) < 5 || s[:2] != "20" || !Digit(s[2]) || !Digit(s[3]) || s[4] != '/' && s[4] != '-' || firstDigit(s[4:]) >= 0 {
		return false
	}
	rest := strings.ToLower(strings.Trim(s[5:], " /-"))
	return strings.Trim(rest, "x?_.0") == "" || standsIn(rest+" ")
}

// Cut reports a number of which a spreadsheet kept the first digits only: 1.23E+11.
// Many numbers become the same one so.
func Cut(text string) bool {
	lead, power, ok := strings.Cut(text, "E+")
	if !ok {
		lead, power, ok = strings.Cut(text, "e+")
	}
	whole, decimals, pointed := strings.Cut(lead, ".")
	if !ok || len(whole) != 1 || !allDigits(whole) || pointed != (decimals != "") || !allDigits(decimals) || power == "" || len(power) > 2 || !allDigits(power) {
		return false
	}
	n := 0
	for i := range len(power) {
		n = n*10 + int(power[i]-'0')
	}
	return len(decimals) < n
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !Digit(s[i]) {
			return false
		}
	}
	return true
}

// Digit reports a figure, in ASCII.
func Digit(c byte) bool { return c >= '0' && c <= '9' }

// Letter reports a letter of ASCII, or a byte of one beyond it.
func Letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }
