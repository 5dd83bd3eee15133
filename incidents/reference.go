package incidents

import (
	"slices"
	"strings"
	"unicode"

	"siequity/incidents/field"
)

// FoldReference reduces a reference to what tells it from others: capitals and
// digits, numbers without leading zeros, one "/" between them. Words that only
// name the system or say "number" are dropped, so that "StEIS 2026-04821" and
// "2026/4821" are one, and the prefix of the DATIX web form is W however it is
// spelt.
func FoldReference(ref string) string {
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

// withoutDecimals reads 10002.0 as 10002. Within any other text a point parts numbers.
func withoutDecimals(ref string) string {
	number, noughts, ok := strings.Cut(strings.TrimSpace(ref), ".")
	if !ok || number == "" || noughts == "" || strings.Trim(noughts, "0") != "" || strings.IndexFunc(number, func(c rune) bool { return c < '0' || c > '9' }) >= 0 {
		return ref
	}
	return number
}

// spelling reduces a reference to how one system spells it: without regard to case,
// to spaces, and to marks before and after it.
func spelling(ref string) string {
	ref = strings.TrimFunc(withoutDecimals(ref), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	return strings.ToUpper(strings.Join(strings.Fields(ref), ""))
}

// spellings parts the rows of one reference where a sheet spells it in several ways.
// A system that numbers its own records spells each number in one way, so W1 and W001
// of one sheet are two records; of two sheets they may be one, as a spreadsheet takes
// noughts off. The numbers of national systems are typed by hand into lists, and no
// two of them differ in noughts alone.
func spellings(group []*Record) [][]*Record {
	if s := group[0].Source(); s != "datix" && s != "lfpse" || alike(group) {
		return [][]*Record{group}
	}
	var parts [][]*Record
	at := map[string]int{}
	for _, r := range group {
		s := spelling(r.Reference())
		i, known := at[s]
		if !known {
			i = len(parts)
			at[s], parts = i, append(parts, nil)
		}
		parts[i] = append(parts[i], r)
	}
	for _, rows := range bySheet(group) {
		first := spelling(rows[0].Reference())
		if slices.ContainsFunc(rows, func(r *Record) bool { return spelling(r.Reference()) != first }) {
			return parts
		}
	}
	return [][]*Record{group}
}

// alike tells whether the rows write their reference letter by letter the same, as
// nearly all do.
func alike(group []*Record) bool {
	first := group[0].Reference()
	return !slices.ContainsFunc(group[1:], func(r *Record) bool { return r.Reference() != first })
}
