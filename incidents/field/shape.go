package field

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A Shape is a heading made of known words alone: "Final level of harm" and "Harm category (confirmed)" are one noun
// with words that qualify it. People put such headings together in more ways than a list could name, and a word that is
// not known here may make it another thing, so every word has to be.
type Shape struct {
	Heads  string // what it has to hold: groups of words parted by "|", one group whole
	Beside string // words that may stand beside
}

// joining are words that add nothing to any heading.
var joining = wordSet("the a an of to in on for at is was were or and this that if please state select dd mm yy yyyy ddmmyyyy ddmmyy hh optional mandatory required")

// fits reports a heading whose words are all known.
func (s Shape) fits(words []string) bool {
	if len(words) == 0 || len(words) > longestShape {
		return false
	}
	for group := range strings.SplitSeq(s.Heads, "|") {
		need := strings.Fields(group)
		if !holdsEach(words, need) {
			continue
		}
		may := wordSet(s.Beside)
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(need, w) && !may[w] && !joining[w] && !isBandYear(w) }) {
			return true
		}
	}
	return false
}

// longestShape is the number of words from which a heading is rather a sentence.
const longestShape = 10

func holdsEach(words, need []string) bool {
	for _, w := range need {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return len(need) > 0
}

// isBandYear reports the year of a list or an index: IoD2019.
func isBandYear(w string) bool { return len(w) == 4 && w[:2] == "20" && allDigits(w) }

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// Words cuts a heading into small words, also where only a capital or a figure begins the next: "IoD2019 decile" and
// "ResponsibleTrust". The s of "mother's" goes.
func Words(heading string) []string {
	var out []string
	var word []rune
	flush := func() {
		if w := strings.ToLower(string(word)); w != "" && w != "s" {
			out = append(out, w)
		}
		word = word[:0]
	}
	last := ' '
	for _, r := range strings.ReplaceAll(norm.NFKC.String(heading), "IoD", "IOD") {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush()
		case unicode.IsUpper(r) && unicode.IsLower(last), unicode.IsDigit(r) && unicode.IsLetter(last):
			flush()
			word = append(word, r)
		default:
			word = append(word, r)
		}
		last = r
	}
	flush()
	return out
}

// shaped finds the field of a heading made of known words.
func (x headingIndex) shaped(heading string) (int, string) {
	words := Words(heading)
	for i, f := range x.table.Fields {
		for _, s := range f.Shapes {
			if s.fits(words) && !f.speaksOfElse(heading) {
				return i, "words of the heading"
			}
		}
	}
	return -1, ""
}

// speaksOfElse reports a heading that has the words of the field and means another thing.
func (f Field) speaksOfElse(heading string) bool { return f.Unless != nil && f.Unless(heading) }
