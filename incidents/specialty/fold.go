package specialty

import (
	"strings"
	"unicode"
)

// fold gives a text in the form in which it is compared: lower-case words and numbers
// with one space around each, "&" as "and", without apostrophes and the dots of
// initials, and the halves of ante-natal put together.
func fold(text string) string {
	words := strings.Fields(spaced([]rune(strings.ToLower(text))))
	s := " " + strings.Join(words, " ") + " "
	return halves.Replace(s)
}

// mend puts slips in the long words of a folded text right.
func mend(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = mended(w)
	}
	return " " + strings.Join(words, " ") + " "
}

// spaced puts a space for each sign, and between letters and digits: "AMU2", "3rd".
func spaced(text []rune) string {
	var b strings.Builder
	for i, c := range text {
		switch {
		case strings.ContainsRune("'\u2018\u2019\u201b`\u00b4", c), c == '.' && initial(text, i):
		case c == '&', c == '+':
			b.WriteString(" and ")
		case !unicode.IsLetter(c) && !unicode.IsDigit(c):
			b.WriteByte(' ')
		default:
			if i > 0 && (unicode.IsLetter(c) && unicode.IsDigit(text[i-1]) || unicode.IsDigit(c) && unicode.IsLetter(text[i-1])) {
				b.WriteByte(' ')
			}
			b.WriteRune(c)
		}
	}
	return b.String()
}

// initial reports a dot after a letter that stands alone: "N.I.C.U".
func initial(text []rune, i int) bool {
	return i > 0 && unicode.IsLetter(text[i-1]) && (i == 1 || !unicode.IsLetter(text[i-2])) && i+1 < len(text) && unicode.IsLetter(text[i+1])
}

// halves are words that are also written in two.
var halves = strings.NewReplacer(" ante nat", " antenat", " anti nat", " antenat", " post nat", " postnat", " neo nat", " neonat", " peri nat", " perinat", " pre nat", " prenat",
	" ante part", " antepart", " intra part", " intrapart", " post part", " postpart", " peri part", " peripart", " intra uter", " intrauter", " pre ecl", " preecl", " pre term", " preterm",
	" new born", " newborn", " still birth", " stillbirth", " still born", " stillborn", " mid wif", " midwif", " mid wiv", " midwiv", " breast feed", " breastfeed", " sub galeal", " subgaleal", " ob gyn", " obgyn", " para natal", " perinatal")

// mended gives the long word that w is one slip away from, and w itself if it is none.
// A long word with an ending, such as prolapsed, has no slip.
func mended(w string) string {
	found := w
	for _, long := range longsBy[w[0]] {
		if strings.HasPrefix(w, long) {
			return w
		}
		if found == w && len(w) >= shortestLong && oneSlip(w, long) {
			found = long
		}
	}
	return found
}

// shortestLong is the length from which a slip leaves no doubt of the word.
const shortestLong = 7

// oneSlip reports whether one letter too many, too few or wrong, or two that changed
// places, make a of b.
func oneSlip(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	switch {
	case len(a) > len(b):
		return a[1:] == b
	case len(a) == 0:
		return true
	default:
		return a[1:] == b[1:] || len(a) > 1 && a[0] == b[1] && a[1] == b[0] && a[2:] == b[2:]
	}
}
