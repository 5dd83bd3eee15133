package narrative

import "siequity/rules/narrative/lexicon"

// A spare tells which sentences need not be taken apart. Of those that the screen
// lets through, or that stand behind a cue, most say nothing: matching all patterns
// against them would be half of the whole work.
type spare struct {
	labels  *lexicon.Glance // names of sections
	carries *lexicon.Glance // what a sentence must hold to speak of the one before
}

func newSpare(terms *lexicon.Lexicon) *spare {
	return &spare{
		labels: terms.Glance(func(k lexicon.Kind) bool { return k == lexicon.Section }),
		carries: terms.Glance(func(k lexicon.Kind) bool {
			return says(k) || k == lexicon.Effect || k == lexicon.Marker || k == lexicon.Withdrawn
		}),
	}
}

// spared deals with a sentence, whose tokens are at hand, that need not be taken
// apart, and reports whether it was one: it holds no cue and no version, its label,
// if it has one, names no section, and it has nothing to say of what went before.
func (r *reader) spared() bool {
	tokens := r.buf.tokens
	switch {
	case r.spare == nil, len(r.topics) > 0, r.last.question, r.lx.Tells(tokens),
		(r.last.open || len(r.points) > 0) && r.spare.carries.Holds(tokens):
		return false
	}
	if labelled(tokens) {
		if r.spare.labels.Holds(tokens) {
			return false
		}
		r.inline = ""
	}
	r.pass()
	return true
}

// labelled reports whether a label ends near the head of a sentence.
func labelled(tokens []lexicon.Token) bool {
	for _, t := range tokens[:min(len(tokens), labelWords)] {
		if t.Sign == ':' {
			return true
		}
	}
	return false
}

// pass goes past a sentence without a cue. What a heading named stays open for one
// that only leads in.
func (r *reader) pass() {
	r.last = memory{open: r.last.heading && r.last.lines == 0, lines: r.last.lines + 1}
}
