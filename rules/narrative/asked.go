package narrative

import "siequity/rules/narrative/lexicon"

// putTo takes a short question without a cue of its own, such as the second cell of
// "Ethnicity | considered by panel? | No", as put to what was named before it: it
// says nothing yet, its answer follows. It reports whether the sentence was one.
func (r *reader) putTo(u *unit, cues []lexicon.Match) bool {
	if len(cues) > 0 || !r.last.open || len(r.last.found) == 0 || !u.endsWith('?') || len(u.tokens) > headingWords {
		return false
	}
	if !u.has(lexicon.Question) {
		return false
	}
	r.last.question, r.last.asked = true, u.asksReview(len(u.tokens))
	return true
}
