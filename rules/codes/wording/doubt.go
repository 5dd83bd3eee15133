package wording

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// doubtMark is a question mark about a value: in front of it, or with no word behind it to ask about. "Severe?" is in
// doubt; "Severe: ?PE" doubts something else.
var doubtMark = regexp.MustCompile(`^[^\pL\pN]*\?|\?(?:[^\pL\pN]|$)`)

// DoubtMarked tells whether a question mark puts the value of s in doubt.
func DoubtMarked(s string) bool { return strings.Contains(s, "?") && doubtMark.MatchString(s) }

// doubts are the phrases, folded, of somebody who is not sure, or who has still to make sure.
var doubts = phraseSet(doubtList)

const doubtList = `possible|possibly|poss|probable|probably|prob|perhaps|maybe|might be|may be|presumed|presumably|assumed|suspected|query|queried|unsure|not sure|uncertain|unconfirmed|
	not confirmed|not yet confirmed|to be confirmed|to confirm|tbc|tba|provisional|provisionally|prov|unverified|not verified|i think|appears to be|appears|looks like|looks|thought to be|likely|needs confirming|needs checking|to be checked`

const longestDoubt = 3

// Doubt gives the first phrase of doubt among words, "" without one.
func Doubt(words []string) string {
	for i := range words {
		if n := doubtAt(words[i:]); n > 0 {
			return strings.Join(words[i:i+n], " ")
		}
	}
	return ""
}

// WithoutDoubt leaves out the phrases of doubt.
func WithoutDoubt(words []string) []string {
	var rest []string
	for i := 0; i < len(words); {
		n := doubtAt(words[i:])
		if n == 0 {
			rest, n = append(rest, words[i]), 1
		}
		i += n
	}
	return rest
}

// doubtAt gives the length of the phrase of doubt that words begin with. What is "likely to" happen doubts no value.
func doubtAt(words []string) int {
	for n := min(len(words), longestDoubt); n > 0; n-- {
		phrase := strings.Join(words[:n], " ")
		if doubts[phrase] && !(phrase == "likely" && len(words) > 1 && words[1] == "to") {
			return n
		}
	}
	return 0
}

// CutDoubt leaves the phrases of doubt out of a text, and the punctuation that is then left over. The rest keeps its
// capitals and marks, for readers to whom these mean something. cut tells whether anything
// was left out.
func CutDoubt(s string) (rest string, cut bool) {
	if Doubt(Words(s)) == "" {
		return s, false
	}
	rest = doubtText.ReplaceAllStringFunc(s, func(phrase string) string {
		if strings.HasSuffix(Fold(phrase), "likely to") {
			return phrase
		}
		return " "
	})
	rest = strings.TrimRight(emptied.ReplaceAllString(rest, " "), " -–—,;:/.([")
	rest = Tidy(strings.TrimLeft(rest, " -–—,;:/.)]"))
	return rest, len(rest) < len(s)
}

var (
	doubtText = regexp.MustCompile(`(?i)\b(?:likely\s+to|` + strings.Join(longestFirst(doubts), "|") + `)\b\.?`)
	emptied   = regexp.MustCompile(`\(\s*\)|\[\s*\]`)
)

// longestFirst writes phrases as regular expressions, so that the longest is tried first.
func longestFirst(set map[string]bool) []string {
	var list []string
	for phrase := range set {
		list = append(list, strings.ReplaceAll(phrase, " ", `[^\pL\pN]+`))
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return list
}

func phraseSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, p := range strings.Split(list, "|") {
		set[strings.Join(strings.Fields(p), " ")] = true
	}
	return set
}
