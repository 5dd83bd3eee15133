package codes

import "strings"

// NHSNumber returns an NHS number as ten digits. ok is false when raw does not hold exactly ten digits with a right
// check digit (weights 10 to 2 on the first nine, remainder of 11; a result of 10 is never issued), or holds one digit ten
// times.
func NHSNumber(raw string) (number string, ok bool) {
	var b strings.Builder
	for _, r := range strings.TrimSuffix(strings.TrimSpace(raw), ".0") {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == ' ' || r == '-' || r == '\u00a0' || r == '\t' || r == '\'':
		default:
			return "", false
		}
	}
	number = b.String()
	if len(number) != 10 || strings.Count(number, number[:1]) == 10 || !nhsCheck(number) {
		return "", false
	}
	return number, true
}

func nhsCheck(number string) bool {
	sum := 0
	for i := 0; i < 9; i++ {
		sum += int(number[i]-'0') * (10 - i)
	}
	return (11-sum%11)%11 == int(number[9]-'0')
}

// ODSCode returns an organisation code of the Organisation Data Service in upper case. ok tells whether it has the
// shape of one: a trust (R and two characters), its site (five characters), or another organisation of three to six.
func ODSCode(raw string) (code string, ok bool) {
	code = strings.ToUpper(strings.TrimSpace(raw))
	if len(code) < 3 || len(code) > 6 {
		return code, false
	}
	digits, letters := 0, 0
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'A' && c <= 'Z':
			letters++
		default:
			return code, false
		}
	}
	return code, letters > 0 && (digits > 0 || len(code) == 3 && trustPrefix(code[0]))
}

// trustPrefix tells whether an all-letter code of three characters may be a trust ("RRK") or an integrated care board ("QWO").
func trustPrefix(c byte) bool { return c == 'R' || c == 'T' || c == 'Q' }

// Nation is a nation with its own index of deprivation.
type Nation string

// The nations. Indices of different nations are never mixed.
const (
	England         Nation = "England"
	Wales           Nation = "Wales"
	Scotland        Nation = "Scotland"
	NorthernIreland Nation = "Northern Ireland"
	CrownDependency Nation = "Channel Islands or Isle of Man"
)

// LSOA returns the code of a small area in upper case and its nation: Lower layer Super Output Area of England or Wales,
// Data Zone of Scotland, Super Output Area or Data Zone of Northern Ireland. ok is false when raw has the shape of none.
// The code does not tell its census: most codes are in both the 2011 and the 2021 list.
func LSOA(raw string) (code string, in Nation, ok bool) {
	code = strings.ToUpper(strings.TrimSpace(raw))
	switch {
	case len(code) == 9 && strings.HasPrefix(code, "E01") && allDigits(code[1:]):
		return code, England, true
	case len(code) == 9 && strings.HasPrefix(code, "W01") && allDigits(code[1:]):
		return code, Wales, true
	case len(code) == 9 && strings.HasPrefix(code, "S01") && allDigits(code[1:]):
		return code, Scotland, true
	case len(code) == 9 && strings.HasPrefix(code, "N2") && allDigits(code[1:]), northernIrishArea(code):
		return code, NorthernIreland, true
	case code == "L99999999" || code == "M99999999":
		return code, CrownDependency, true
	}
	return code, "", false
}

// northernIrishArea tells whether code is a Super Output Area of 2011: 95, two letters, two digits, a letter, a digit.
func northernIrishArea(code string) bool {
	return len(code) == 8 && strings.HasPrefix(code, "95") && isUpper(code[2]) && isUpper(code[3]) &&
		isDigit(code[4]) && isDigit(code[5]) && isUpper(code[6]) && isDigit(code[7])
}
