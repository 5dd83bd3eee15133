package wording

import (
	"regexp"
	"strings"
)

// doubtMark is a question mark about a value: in front of it, or with no word behind it to ask about. "Severe?" is in
// doubt; "Severe: ?PE" doubts something else.
var doubtMark = regexp.MustCompile(`^[^\pL\pN]*\?|\?(?:[^\pL\pN]|$)`)

// DoubtMarked tells whether a question mark puts the value of s in doubt.
func DoubtMarked(s string) bool { return strings.Contains(s, "?") && doubtMark.MatchString(s) }

// doubts are the phrases, folded, of somebody who is not sure, or who has still to make sure.
var doubts = phraseSet(`possible|possibly|poss|probable|probably|prob|perhaps|maybe|might be|may be|presumed|presumably|assumed|suspected|query|queried|unsure|not sure|uncertain|unconfirmed|
	not confirmed|not yet confirmed|to be confirmed|to confirm|tbc|tba|provisional|provisionally|prov|unverified|not verified|i think|appears to be|thought to be|likely|needs confirming|needs checking|to be checked`)

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

func phraseSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, p := range strings.Split(list, "|") {
		set[strings.Join(strings.Fields(p), " ")] = true
	}
	return set
}
