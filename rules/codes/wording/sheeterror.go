package wording

import (
	"regexp"
	"strings"
)

// What a spreadsheet shows where a formula failed, Excel and (#ERROR!) Google Sheets. The names are a list and not a shape: people type "#tbc!" too. Inside
// other text the first ones also count without their last sign, which exports lose; later ones are words otherwise.
const (
	naErrors    = `n ?/ ?a`
	oldErrors   = `ref!|name\?|value!|num!|null!|div ?/ ?0!`
	newErrors   = `spill!|calc!|getting[_ ]data|blocked!|unknown!|field!|connect!|busy!|python!|error!`
	signless    = `ref\b|name\b|value\b|num\b|null\b|div\b`
	namedErrors = naErrors + "|" + oldErrors + "|" + newErrors
)

var (
	sheetError       = regexp.MustCompile(`(?i)^(?:#(?:` + namedErrors + `)|err:[0-9]{3})$`)
	sheetErrorInside = regexp.MustCompile(`(?i)#(?:` + namedErrors + "|" + signless + `)`)
)

// SheetError tells whether s is nothing but the error of a formula: nobody recorded it.
func SheetError(s string) bool {
	s = strings.TrimSpace(Tidy(s))
	return len(s) > 3 && len(s) < 20 && (s[0] == '#' || s[0]|0x20 == 'e') && sheetError.MatchString(s)
}

// HoldsSheetError tells whether the error of a formula stands in s, maybe beside other text.
func HoldsSheetError(s string) bool {
	return strings.Contains(s, "#") && sheetErrorInside.MatchString(s)
}
