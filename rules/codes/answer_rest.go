package codes

// The words after an answer may put it in doubt, halve it or take it back.

// fewRest is how many words after an answer are still about the answer. What follows in a sentence of its own may
// doubt, or ask for, something else.
const fewRest = 4

// answerDoubted tells whether an answer is in doubt: "Yes?", "No - tbc". An answer that says nothing stays so.
func answerDoubted(a Answer, rest []string, raw string) bool {
	if a == AnswerNotRecorded || len(rest) > fewRest {
		return false
	}
	return doubtOf(raw, rest, fewRest, answerPhrases) != ""
}

// inPart tells whether the words after "Yes" say how far: "Y - partially".
func inPart(rest []string) bool {
	part, n := longestPhrase(answerParts, rest, 3)
	return n > 0 && part
}

var answerParts = phraseTable([]phrasesFor[bool]{{true, `partly|partially|partial|in part|to some extent|somewhat`}})

// noInterpreter tells whether the words after an answer of yes say that there was no interpreter. After "Interpreter"
// any negation does; after "Yes" much may be said of the woman's English.
func noInterpreter(rest []string, named bool) bool {
	if named && takenBack(rest) {
		return true
	}
	for i := range rest[:min(len(rest), 2)] {
		if none, n := longestPhrase(interpreterNone, rest[i:], 3); n > 0 && none {
			return true
		}
	}
	return false
}

var interpreterNone = phraseTable([]phrasesFor[bool]{{true, `not available|unavailable|none available|no interpreter|not used|not offered|not booked|not provided|not arranged|cancelled|failed|declined|refused|
	nobody available|no one available|did not attend|dna|not possible|unable`}})

// takenBack tells whether the words after "Interpreter" say that there was none.
func takenBack(rest []string) bool {
	for _, w := range rest {
		switch w {
		case "not", "no", "never", "declined", "refused", "unavailable", "without", "unable", "cancelled", "failed":
			return true
		}
	}
	return false
}
