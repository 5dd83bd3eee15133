package reference

import (
	"strings"
	"unicode"

	"siequity/incidents/field"
)

// Fold reduces a reference to what tells it from others: capitals and
// digits, numbers without leading zeros, one "/" between them. Words that only
// name the system or say "number" are dropped, so that "StEIS 2026-04821" and
// "2026/4821" are one, and the prefix of the DATIX web form is W however it is
// spelt.
func Fold(ref string) string {
	ref = withoutDecimals(ref)
	var b strings.Builder
	for i := 0; i < len(ref); {
		end := runEnd(ref, i)
		if end == i {
			i++
			continue
		}
		if run := foldRun(ref[i:end]); run != "" {
			if b.Len() > 0 {
				b.WriteByte('/')
			}
			b.WriteString(run)
		}
		i = end
	}
	return b.String()
}

// runEnd gives the end of the run of digits, or of letters, that begins at i.
func runEnd(s string, i int) int {
	same := field.Letter
	if field.Digit(s[i]) {
		same = field.Digit
	}
	for i < len(s) && same(s[i]) {
		i++
	}
	return i
}

func foldRun(run string) string {
	if field.Digit(run[0]) {
		if t := strings.TrimLeft(run, "0"); t != "" {
			return t
		}
		return "0"
	}
	switch up := strings.ToUpper(run); up {
	case "STEIS", "SUI", "SI", "DATIX", "DATIXWEB", "LFPSE", "MNSI", "HSIB", "PMRT", "MBRRACE", "UK", "LOG", "REF", "REFERENCE", "NO", "NUMBER", "CASE", "ID":
		return ""
	case "WEB":
		return "W"
	default:
		return up
	}
}

// withoutDecimals reads 10002.0, or 10002,0 of another country's spreadsheet, as 10002. Within any other text a point parts numbers.
func withoutDecimals(ref string) string {
	number, noughts, ok := strings.Cut(strings.TrimSpace(ref), ".")
	if !ok {
		number, noughts, ok = strings.Cut(strings.TrimSpace(ref), ",")
	}
	if !ok || number == "" || noughts == "" || strings.Trim(noughts, "0") != "" || strings.IndexFunc(number, func(c rune) bool { return c < '0' || c > '9' }) >= 0 {
		return ref
	}
	return number
}

// Spelling reduces a reference to how one system spells it: without regard to case,
// to spaces, and to marks before and after it.
func Spelling(ref string) string {
	ref = strings.TrimFunc(withoutDecimals(ref), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	return strings.ToUpper(strings.Join(strings.Fields(ref), ""))
}

// OfLine tells whether a reference is too short for that of a national system: it is
// rather the number of a line in one list.
func OfLine(ref string) bool { return len(withoutDecimals(ref)) < 4 }
