package codes

import (
	"strings"
	"unicode"
)

// sheetError is why the error of a formula, such as #N/A, means nothing.
const sheetError = "the error of a formula in the spreadsheet: nothing was recorded"

// Shape hides a value and keeps its form: "RX9 1234" becomes "AA9 9999".
func Shape(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsUpper(r):
			return 'A'
		case unicode.IsLetter(r):
			return 'a'
		case unicode.IsDigit(r):
			return '9'
		}
		return r
	}, text)
}
