package ethnicity

import (
	"strings"

	"siequity/rules/codes/wording"
)

// A letter that "and", a slash or the like joins to a label is not said to be its code: it may be the initial of a second
// origin.

// readJoinedLetter reads a bare heading and a letter joined as two values are: "White and A", "White/a", "B / White".
func readJoinedLetter(text string) (Reading, bool) {
	tokens := lex(text)
	if len(tokens) != 2 || !adds(tokens[1].joint) {
		return Reading{}, false
	}
	first, second := tokens[0].word, tokens[1].word
	if bareHeading(second) {
		first, second = second, first
	}
	if !bareHeading(first) || len(second) != 1 || !letter(second[0]) {
		return Reading{}, false
	}
	return ambiguous("", quote(second)+" joined to "+quote(first)+" may be a code or the initial of a second origin"), true
}

// bareHeading tells whether a word alone is a heading, in any spelling: "white", "wh", "w".
func bareHeading(w string) bool {
	known, _ := spellWord(w)
	return w == "w" || known == "other" || headings[known] != ""
}

// dangling tells whether a label that a code was cut from is left with a conjunction on that side: "White and", "or Indian".
func dangling(label string) bool {
	label = strings.TrimSpace(codeWordLast.ReplaceAllString(label, ""))
	if strings.HasSuffix(label, "&") || strings.HasSuffix(label, "+") {
		return true
	}
	words := wording.Words(label)
	if len(words) == 0 {
		return false
	}
	return joins(words[0]) || joins(words[len(words)-1])
}

func joins(w string) bool {
	_, ok := conjunctions[w]
	return ok
}
