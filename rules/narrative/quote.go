package narrative

import "siequity/rules/narrative/lexicon"

// maxQuote is the greatest length in bytes of a passage shown.
const maxQuote = 300

// quote returns the passage that holds a cue.
func (r *reader) quote(u *unit, cue lexicon.Match, reason string) Evidence {
	start, end := u.passage(cue)
	return Evidence{Part: r.partAt, Start: start, End: end, Cue: cue.Entry.ID, Reason: reason, Section: u.section}
}

// passage returns the original bytes of the sentence, or of its words around
// the cue when the sentence is long.
func (u *unit) passage(cue lexicon.Match) (start, end int) {
	s, e := u.span.Start, u.span.End
	if most := u.maxQuote(); e-s > most {
		mid := u.tokens[cue.First].Start
		s = max(s, min(mid-most/2, e-most))
		e = min(e, s+most)
		s, e = u.wordStart(s), u.wordEnd(e)
	}
	return u.at + u.fold.Origin(s), u.at + u.fold.Origin(e)
}

// maxQuote returns the greatest length of a quote: maxQuote, or two thirds of a
// short text, since a quote that swallows its text shows nothing.
func (u *unit) maxQuote() int {
	if u.size > 200 {
		return min(maxQuote, u.size*2/3)
	}
	return maxQuote
}

// wordStart returns the start of the first word at or after byte i.
func (u *unit) wordStart(i int) int {
	if i <= u.span.Start {
		return u.span.Start
	}
	for _, t := range u.tokens {
		if t.Start >= i {
			return t.Start
		}
	}
	return i
}

// wordEnd returns the end of the last word at or before byte i.
func (u *unit) wordEnd(i int) int {
	if i >= u.span.End {
		return u.span.End
	}
	end := i
	for _, t := range u.tokens {
		if t.End > i {
			break
		}
		end = t.End
	}
	return end
}
