package narrative

import (
	"slices"

	"siequity/rules/narrative/lexicon"
)

// putTo takes a short question without a cue of its own, such as the second cell of
// "Ethnicity | considered by panel? | No", as put to what was named before it: it
// says nothing yet, its answer follows. It reports whether the sentence was one.
func (r *reader) putTo(u *unit, cues []lexicon.Match) bool {
	if len(cues) > 0 || !r.last.open || len(r.last.found) == 0 || !r.cell && !u.endsWith('?') || len(u.tokens) > headingWords {
		return false
	}
	if !r.cell && !u.leans() {
		return false // "Was equipment a factor?" asks of something else
	}
	r.last.question, r.last.asked = true, u.asksReview(len(u.tokens))
	return true
}

// leans reports whether a question names nothing that it asks about: it begins with
// what it asks, as "considered by panel?", or says "this".
func (u *unit) leans() bool {
	pointing := u.holds("this", "it", "these", "they")
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.Question && (m.First == 0 || pointing || m.First == 1 && u.firstIs("any")) {
			return true
		}
	}
	return false
}

// holds reports whether one of the words stands in the sentence.
func (u *unit) holds(words ...string) bool {
	for _, t := range u.tokens {
		if slices.Contains(words, u.fold.Low[t.Start:t.End]) {
			return true
		}
	}
	return false
}

// firstIs reports whether the sentence begins with a word.
func (u *unit) firstIs(word string) bool {
	t := u.tokens[0]
	return u.fold.Low[t.Start:t.End] == word
}

// plainAnswer reports whether a sentence with a cue of its own begins with an answer
// all the same: "Yes, two interpreters each time."
func (u *unit) plainAnswer(kind lexicon.Kind) bool {
	if kind != lexicon.AnswerYes && kind != lexicon.AnswerNo {
		return false
	}
	for i, t := range u.tokens[:min(len(u.tokens), speakerWords+2)] {
		if w := u.word(i); t.Sign == 0 && (w == "yes" || w == "no") {
			return i+1 == len(u.tokens) || u.tokens[i+1].Sign != 0
		}
	}
	return false
}
