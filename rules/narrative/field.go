package narrative

import (
	"slices"
	"strings"

	"siequity/rules/narrative/lexicon"
)

// shortValue is the greatest number of words of a field's value that says no
// more than a status.
const shortValue = 6

// field judges a cue that stands in the label of "Label: value", in a question
// with its answer on the same line, or beside a tick box.
func (u *unit) field(cue lexicon.Match) (verdict, bool) {
	if v, ok := u.optionsTicked(cue); ok {
		return v, true
	}
	switch u.box(cue) {
	case ticked:
		if cue.Entry.Kind == lexicon.Status || cue.Entry.Kind == lexicon.Identity {
			return verdict{Mentioned, "a need or identity ticked", false, 2}, true
		}
		return verdict{Considered, "ticked as contributory", false, 7}, true
	case unticked:
		return verdict{Mentioned, "an option not ticked", false, 1}, true
	}
	colon := u.labelEnd(u.labelFrom(cue))
	if colon < 0 || cue.Entry.Kind == lexicon.Fact && u.has(lexicon.Remark) && u.endsWith('?') {
		return verdict{}, false // "they wrote: would this have been said to a white family?" waits for no value
	}
	return u.answerTo(cue, colon, u.answerKind(colon+1))
}

// optionsTicked judges a cue by boxes for yes and no behind it.
func (u *unit) optionsTicked(cue lexicon.Match) (verdict, bool) {
	answer, from := u.yesNo(u.tokens[cue.Last-1].End)
	if answer == "" {
		return verdict{}, false
	}
	at := cue.Last
	for at+1 < len(u.tokens) && u.tokens[at].Start < from {
		at++
	}
	if v, ok := u.answerTo(cue, at, answer); ok {
		return v, true
	}
	return verdict{Mentioned, "a need or identity field", false, 2}, true
}

// labelFrom returns from which token the end of a cue's label is looked for. A need is
// often matched with its value, "language: no"; among fields that answer a question
// the value is the answer.
func (u *unit) labelFrom(cue lexicon.Match) int {
	if u.listing.open {
		return cue.First + 1
	}
	return cue.Last
}

// answerTo judges a cue by the answer to its label, which ends before token colon.
func (u *unit) answerTo(cue lexicon.Match, colon int, answer lexicon.Kind) (verdict, bool) {
	impact := u.asksImpact(cue, colon)
	switch {
	case answer == lexicon.AnswerOpen:
		return verdict{ExplicitlyNot, "left open by the reviewer", false, 8}, true
	case answer == lexicon.AnswerNone:
		return verdict{Mentioned, "not answered", false, 1}, true
	case impact && answer == lexicon.AnswerNo && u.asksReview(colon):
		return verdict{ExplicitlyNot, "asked whether considered: no", false, 8}, true
	case impact && (answer == lexicon.AnswerNo || answer == lexicon.AnswerYes):
		return verdict{Considered, "asked whether it mattered, and answered", false, 8}, true
	case cue.Entry.Kind == lexicon.Fact:
		return verdict{}, false
	case cue.Entry.Kind == lexicon.Practice && colon > shortValue:
		return verdict{}, false
	case len(u.tokens)-colon-1 <= shortValue && !u.valueSpeaks(colon):
		return verdict{Mentioned, "a need or identity field", false, 2}, true
	}
	return verdict{}, false
}

// labelEnd returns the first token at or after from, within twelve, that ends a
// label or a question, or -1.
func (u *unit) labelEnd(from int) int {
	for i := max(1, from); i < len(u.tokens) && i <= from+12; i++ {
		switch u.tokens[i].Sign {
		case ':':
			return i
		case '?':
			return i
		case '-':
			if i+1 < len(u.tokens) && u.answerKind(i+1) != "" {
				return i
			}
		}
	}
	return -1
}

// answerKind returns the kind of answer that begins at token i, or "".
func (u *unit) answerKind(i int) lexicon.Kind {
	if i == 0 {
		if answer, _ := u.yesNo(u.span.Start); answer != "" {
			return answer
		}
	}
	return u.answerIn(u.tokens[min(i, len(u.tokens)):])
}

// asksImpact reports whether the label before token colon asks if something
// mattered, rather than what someone is or needs.
func (u *unit) asksImpact(cue lexicon.Match, colon int) bool {
	if u.listing.open && u.tokens[colon].Sign != '?' {
		return true
	}
	if u.namesNeed(cue) {
		return false
	}
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.Question && m.First < colon {
			return !strings.HasPrefix(u.low(), "no ") // "No issues with English, interpreter: none" asks nothing
		}
	}
	if u.section != "contributory" || cue.Entry.Kind != lexicon.Topic {
		return false
	}
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.Asked && m.First < colon {
			return false
		}
	}
	return true
}

// namesNeed reports whether what follows a label is the name of a need of its own:
// "Social factors: religious needs - none".
func (u *unit) namesNeed(cue lexicon.Match) bool {
	if !slices.ContainsFunc(u.tokens[:cue.First], func(t lexicon.Token) bool { return t.Sign == ':' }) {
		return false
	}
	for i := cue.Last - 1; i < min(cue.Last+3, len(u.tokens)); i++ {
		switch u.word(i) {
		case "need", "needs", "requirement", "requirements":
			return true
		}
	}
	return false
}

// asksReview reports whether the label asks if the dimension was looked at.
func (u *unit) asksReview(colon int) bool {
	if u.listing.looked {
		return true
	}
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.AsksReview && m.First < colon {
			return true
		}
	}
	return false
}

// valueSpeaks reports whether a field's value says more than a status.
func (u *unit) valueSpeaks(colon int) bool {
	for _, m := range u.matches {
		if m.First > colon && (strength(m.Entry.Kind) > 1 || m.Entry.Kind == lexicon.Effect) {
			return true
		}
	}
	return false
}

// answerIn returns the kind of the answer that tokens begin with, or "".
func (u *unit) answerIn(tokens []lexicon.Token) lexicon.Kind {
	if len(tokens) == 0 {
		return lexicon.AnswerNone
	}
	if tokens = u.afterSpeaker(tokens); len(tokens) == 0 {
		return ""
	}
	var kind lexicon.Kind
	var few [16]lexicon.Match
	for _, m := range u.lx.Match(few[:0], tokens[:min(len(tokens), 8)]) {
		if m.First > 0 {
			break
		}
		switch m.Entry.Kind {
		case lexicon.AnswerOpen:
			return lexicon.AnswerOpen
		case lexicon.AnswerNone, lexicon.AnswerNo, lexicon.AnswerYes:
			if kind == "" && short(tokens, m.Last) {
				kind = m.Entry.Kind
			}
		}
	}
	return kind
}

// speakerWords is within how many tokens of an answer it is said whose it is.
const speakerWords = 6

// afterSpeaker returns what follows the words that only say who answers: "Answer:",
// "Reply from the unit:", "- answered".
func (u *unit) afterSpeaker(tokens []lexicon.Token) []lexicon.Token {
	for i, t := range tokens[:min(len(tokens), speakerWords)] {
		if t.Sign == ':' && i > 0 && u.speaker(tokens[:i]) {
			return tokens[i+1:]
		}
	}
	if len(tokens) > 2 && tokens[0].Sign == '-' {
		tokens = tokens[1:]
	}
	if len(tokens) > 1 && slices.Contains(answers[:], u.fold.Low[tokens[0].Start:tokens[0].End]) {
		return tokens[1:]
	}
	return tokens
}

// answers are the words that open an answer. One alone is no answer.
var answers = [...]string{"answer", "answered", "ans", "a", "reply", "replied", "response"}

// speakers are those who answer a panel's questions.
var speakers = [...]string{"unit", "ward", "team", "trust", "lead", "handler", "manager", "hom", "dom", "matron", "reviewer", "reviewers", "author", "panel", "chair", "us"}

// speaker reports whether tokens say who answers.
func (u *unit) speaker(tokens []lexicon.Token) bool {
	return slices.ContainsFunc(tokens, func(t lexicon.Token) bool {
		w := u.fold.Low[t.Start:t.End]
		return slices.Contains(answers[:], w) && w != "a" || slices.Contains(speakers[:], w)
	})
}

// short reports whether an answer ends before token i, at a sign, or only a few words
// follow.
func short(tokens []lexicon.Token, i int) bool {
	return len(tokens)-i <= 3 || tokens[i].Sign != 0 || tokens[i-1].Sign != 0
}
