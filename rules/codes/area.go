package codes

import "strings"

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
