package incidents

import "strings"

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
	same := asciiLetter
	if asciiDigit(s[i]) {
		same = asciiDigit
	}
	for i < len(s) && same(s[i]) {
		i++
	}
	return i
}

func asciiDigit(c byte) bool  { return c >= '0' && c <= '9' }
func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

func foldRun(run string) string {
	if asciiDigit(run[0]) {
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
