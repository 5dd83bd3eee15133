package wording

import (
	"regexp"
	"strings"
)

// sheetError is what a spreadsheet shows where a formula failed: #N/A, #REF!, #NAME?, #DIV/0!, #GETTING_DATA, Err:502.
// New ones keep to the shape, so it is the shape that is known and not a list.
var sheetError = regexp.MustCompile(`(?i)^(?:#n ?/ ?a|#getting[_ ]data|#div ?/ ?0!|#[a-z][a-z0-9/_]*[!?]|err:[0-9]{3})$`)

// SheetError tells whether s is nothing but the error of a formula: nobody recorded it.
func SheetError(s string) bool {
	s = strings.TrimSpace(Tidy(s))
	return len(s) > 3 && len(s) < 20 && (s[0] == '#' || s[0]|0x20 == 'e') && sheetError.MatchString(s)
}
