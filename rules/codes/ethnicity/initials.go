package ethnicity

import (
	"regexp"
	"strings"
)

// dotted are initials of three letters or more with stops between them, "B.A.M.E.", or with spaces as a whole value.
var dotted = regexp.MustCompile(`\b[A-Za-z](?:\.\s?[A-Za-z]){2,}\b\.?|^[A-Za-z](?: [A-Za-z]){2,}$`)

// closeInitials writes dotted initials as one word.
func closeInitials(text string) string {
	return dotted.ReplaceAllStringFunc(text, strings.NewReplacer(".", "", " ", "").Replace)
}

// initialsOut writes out the initials that only stand for a heading beside other words: "W & B African", "Wh/As",
// "W - Polish".
func initialsOut(tokens []token) []token {
	if len(tokens) < 2 {
		return tokens
	}
	for i := range tokens {
		if tokens[i].word == "w" && !startsExpression(tokens[i:]) {
			tokens[i].word = "white"
		}
	}
	for i := 1; i < len(tokens); i++ {
		if first, _ := spellWord(tokens[i-1].word); first != "white" || tokens[i].joint != slash && tokens[i].joint != and {
			continue
		}
		if whole, ok := besideWhite[tokens[i].word]; ok {
			tokens[i].word = whole
		}
	}
	return tokens
}

// westOrWhite tells whether a W stands before a people that is of the West or not White at all: "W African".
func westOrWhite(tokens []token) bool {
	for i := 1; i < len(tokens); i++ {
		if w := tokens[i].word; tokens[i-1].word == "w" && (w == "african" || w == "indian") {
			return true
		}
	}
	return false
}

// besideWhite are the initials of what White is mixed with.
var besideWhite = map[string]string{"b": "black", "a": "asian", "as": "asian"}

// startsExpression tells whether tokens start with an expression, so that a letter is a point of the compass
// ("W African") or part of a name ("W.I.").
func startsExpression(tokens []token) bool {
	_, n := expressionAt(spelt(tokens[:min(len(tokens), longestExpression)]))
	return n > 1
}
