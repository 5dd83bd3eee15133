package wording

import "strings"

// Point writes a number that people or spreadsheets wrote with commas with a point alone: "32,844" is 32844 and, from a
// spreadsheet set to another country, "9,0" is 9.0. A comma parts thousands only where three figures follow it, and up
// to three other than a nought stand before the first.
func Point(number string) string {
	if !strings.Contains(number, ",") {
		return number
	}
	whole, decimals, pointed := strings.Cut(number, ".")
	groups := strings.Split(whole, ",")
	if thousands(groups) {
		if whole = strings.Join(groups, ""); pointed {
			return whole + "." + decimals
		}
		return whole
	}
	if pointed || len(groups) != 2 {
		return number
	}
	return groups[0] + "." + groups[1]
}

// thousands tells whether groups of figures are those of one whole number.
func thousands(groups []string) bool {
	first := strings.TrimLeft(groups[0], "+-")
	if len(first) == 0 || len(first) > 3 || first[0] == '0' {
		return false
	}
	for _, g := range groups[1:] {
		if len(strings.TrimSpace(g)) != 3 {
			return false
		}
	}
	return true
}
