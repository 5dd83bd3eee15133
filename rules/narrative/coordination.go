package narrative

import "siequity/rules/narrative/lexicon"

// turnsWithin reports whether a word of not looking reaches to a verb that it does not
// deny: "not culture but language was taken forward", "culture but not race was discussed".
func (u *unit) turnsWithin(m lexicon.Match) bool {
	if m.Entry.Kind != lexicon.NotReviewed || u.word(m.First) != "not" {
		return false
	}
	turned := m.First > 0 && u.butNot(m.First-1)
	for i := m.First + 1; i < m.Last-1; i++ {
		if w := u.word(i); w == "but" || turned && auxiliary(w) {
			return true
		}
	}
	return false
}

func auxiliary(w string) bool {
	switch w {
	case "was", "were", "is", "are", "has", "have", "had":
		return true
	}
	return false
}

// excuses reports whether a word of not looking only says that none had to: "we do not
// have to ask for papers".
func (u *unit) excuses(m lexicon.Match) bool {
	if !omission(m.Entry.Kind) {
		return false
	}
	for i := m.First + 1; i+1 < m.Last; i++ {
		switch u.word(i) {
		case "have", "need", "required", "obliged":
			if u.word(i+1) == "to" {
				return true
			}
		}
	}
	return false
}

// aside returns the comma or verb that ends what "but not" puts in between at token i,
// or -1: "culture, but not language, was discussed".
func (u *unit) aside(i int) int {
	if !u.butNot(i) {
		return -1
	}
	for k := i + 2; k < min(i+asideWords, len(u.tokens)-1); k++ {
		if u.tokens[k].Sign == ',' || auxiliary(u.word(k)) {
			return k
		}
	}
	return -1
}

// butNot reports whether "but not" stands at token i before what it leaves out, not
// before "into whether".
func (u *unit) butNot(i int) bool {
	if i+2 >= len(u.tokens) || u.word(i) != "but" || u.word(i+1) != "not" {
		return false
	}
	switch u.word(i + 2) {
	case "into", "at", "for", "on", "about", "to", "in", "of", "whether", "if", "how", "with":
		return false
	}
	return true
}

// asideWords is the greatest number of words of an aside.
const asideWords = 8
