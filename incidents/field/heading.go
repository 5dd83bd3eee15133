package field

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a heading to lower-case letters and digits, so that case,
// trailing colons, no-break spaces, hyphens and other punctuation do not
// matter. "&" counts as "and" and ">" is kept as "over".
func Fold(heading string) string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(heading) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case r == '&':
			b.WriteString("and")
		case r == '>':
			b.WriteString("over")
		}
	}
	return b.String()
}

// codePrefix splits a release label such as "OT001 - Physical harm" or
// "P007_AgeBracket" into its question code and the rest, both folded. It gives
// two empty strings for a heading without a code.
func codePrefix(folded string) (code, rest string) {
	letters := 0
	for letters < len(folded) && folded[letters] >= 'a' && folded[letters] <= 'z' {
		letters++
	}
	end := letters
	for end < len(folded) && folded[end] >= '0' && folded[end] <= '9' {
		end++
	}
	if letters == 0 || letters > 3 || end-letters != 3 {
		return "", ""
	}
	return folded[:end], folded[end:]
}

// stems cuts a heading into lower-case words for comparing with Field.Like.
func stems(heading string) []string {
	return strings.FieldsFunc(strings.ToLower(norm.NFKC.String(heading)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// holdsAll reports whether each wanted stem begins one of the words. A stem
// that starts with "!" must not begin any. One that ends in "$" must be the whole
// word: "no$" is a number and not a notice.
func holdsAll(words, wanted []string) bool {
	for _, w := range wanted {
		stem, unwanted := strings.CutPrefix(w, "!")
		whole, isWhole := strings.CutSuffix(stem, "$")
		if held := isWhole && slices.Contains(words, whole) || !isWhole && begins(words, stem); held == unwanted {
			return false
		}
	}
	return len(wanted) > 0
}

func begins(words []string, stem string) bool {
	for _, w := range words {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}
