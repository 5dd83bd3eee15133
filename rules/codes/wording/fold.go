package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s in lower case, without accents and apostrophes, with every run of punctuation and space as one
// space, and with "&" and "+" written as "and". Letters outside the Latin alphabet are kept, so that a language
// named in its own script can be matched.
func Fold(s string) string {
	if !ascii(s) {
		s = norm.NFKD.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case r == '&' || r == '+':
			b.WriteString(" and")
			gap = true
		case dropped(r):
		case unicode.IsLetter(r) || unicode.IsDigit(r) || (unicode.Is(unicode.M, r) && r > 0x36F):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return strings.TrimSpace(b.String())
}

// Tidy returns s with every run of space, of any kind, as one plain space, without invisible marks, and trimmed.
func Tidy(s string) string {
	if ascii(s) && !strings.ContainsAny(s, "\t\n\v\f\r") && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case invisible(r):
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Words returns the words of Fold(s).
func Words(s string) []string { return strings.Fields(Fold(s)) }

// Blank tells whether s shows nothing: empty, spaces of any kind, or invisible marks.
func Blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !invisible(r) && unicode.IsPrint(r) {
			return false
		}
	}
	return true
}

// dropped tells whether r vanishes without leaving a gap: apostrophes ("don't" is "dont"), accents and invisible marks.
func dropped(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ':
		return true
	}
	return (r >= 0x300 && r <= 0x36F) || invisible(r)
}

// invisible tells whether r is a mark that Excel or a web page may leave in a cell unseen: soft hyphen, zero-width
// space and joiners, direction marks, byte order mark.
func invisible(r rune) bool {
	return r == 0xAD || (r >= 0x200B && r <= 0x200F) || r == 0x2060 || r == 0xFEFF
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
