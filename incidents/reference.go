package incidents

import (
	"strings"

	"siequity/incidents/field"
)

// FoldReference reduces a reference to what tells it from others: capitals and
// digits, numbers without leading zeros, one "/" between them. Words that only
// name the system or say "number" are dropped, so that "StEIS 2026-04821" and
// "2026/4821" are one, and the prefix of the DATIX web form is W however it is
// spelt.
func FoldReference(ref string) string {
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
