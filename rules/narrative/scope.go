package narrative

import (
	"slices"
	"strings"

	"siequity/rules/narrative/lexicon"
)

// concludedBehind is by how many words what a review "notes" stands behind what it
// says next: "the reviewer notes ethnicity has not been thought about".
const concludedBehind = 8

// nearest returns the review modifier whose clause holds the cue, the nearest
// first; failing that, one in a neighbouring clause without a cue of its own.
func (u *unit) nearest(cue lexicon.Match) (lexicon.Match, bool) {
	var best lexicon.Match
	dist := 1 << 20
	for _, m := range u.matches {
		if strength(m.Entry.Kind) == 0 || m.Entry.Kind == lexicon.Reviewed && u.withinTerm(m) {
			continue
		}
		d := u.scope(m, cue)
		if m.Entry.Kind == lexicon.Concluded {
			d += concludedBehind
		}
		if d > dist || d == dist && (m.Entry.Kind == lexicon.NotReviewed || !omission(m.Entry.Kind)) {
			continue
		}
		if m.Entry.Kind != lexicon.Elliptic || u.elliptic(m, cue) {
			best, dist = m, d
		}
	}
	if o, ok := u.ownOmission(best, cue); ok {
		return o, true
	}
	if o, ok := u.thenOmitted(best, cue); ok {
		return o, true
	}
	return best, dist < 60
}

// withinTerm reports whether a modifier is but part of a fact or a custom: who is
// "examined by a man" is not examined by the review.
func (u *unit) withinTerm(m lexicon.Match) bool {
	return slices.ContainsFunc(u.matches, func(c lexicon.Match) bool {
		k := c.Entry.Kind
		return (k == lexicon.Fact || k == lexicon.Practice) && c.First <= m.First && c.Last >= m.Last && c.Last-c.First > m.Last-m.First
	})
}

// scope returns how far modifier and cue are apart in words; a neighbouring
// clause counts as far, and one further off, or one that has a cue of its own,
// as out of reach.
func (u *unit) scope(m, cue lexicon.Match) int {
	d := max(m.First-cue.Last, cue.First-m.Last, 0)
	switch owner := u.bracketed(m); {
	case owner < 0:
	case owner == cue.Last:
		return d
	case owner < cue.First:
		return 1 << 16
	}
	a, b := u.clauses[m.First], u.clauses[cue.First]
	switch {
	case a == b:
		return d
	case a-b > 1 || b-a > 1 || u.cueIn(a):
		return 1 << 16
	}
	return min(d, 10) + 20
}

// bracketWords is within how many words of its bracket a remark on a cue begins.
const bracketWords = 4

// bracketed returns where the cue ends that a modifier remarks on in brackets,
// "language (not covered)", or -1: it is then said of no cue after it.
func (u *unit) bracketed(m lexicon.Match) int {
	for i := m.First; i > 0 && i > m.First-bracketWords; i-- {
		switch u.tokens[i].Sign {
		case ')':
			return -1
		case '(':
			if slices.ContainsFunc(u.matches, func(c lexicon.Match) bool { return c.Entry.Term() && c.Last == i }) {
				return i
			}
			return -1
		}
	}
	return -1
}

func (u *unit) cueIn(clause int) bool {
	for _, m := range u.matches {
		if m.Entry.Term() && m.Entry.Kind != lexicon.Homograph && u.clauses[m.First] == clause {
			return true
		}
	}
	return false
}

// elliptic reports whether a bare negation is about the cue: "but not culture",
// "culture and language were not".
func (u *unit) elliptic(m, cue lexicon.Match) bool {
	before, after := m.First-cue.Last, cue.First-m.Last
	if after < 0 {
		switch u.word(m.Last - 1) {
		case "than", "unlike", "so", "from", "of", "except":
			return false // "rather than" and the like speak of what follows
		}
	}
	beside := after >= 0 && after <= 4 || before >= 0 && before <= 4 && m.Last-m.First > 1
	if u.takenUp(max(m.Last, cue.Last)) {
		return false
	}
	joined := after >= 0 && after <= 2 && m.Last-m.First > 1 // "though not her observance"
	if !beside || !u.named(cue) && (cue.Entry.Kind == lexicon.Fact || cue.Entry.Kind == lexicon.Practice && !joined) {
		return false
	}
	return u.has(lexicon.Reviewed) || u.has(lexicon.NotReviewed) || u.has(lexicon.Omitted)
}

// takenUp reports whether a clause that says what was done with it follows what is set
// apart, at token i: "racism apart, which was looked at and upheld".
func (u *unit) takenUp(i int) bool {
	for end := i + subjectWords; i+2 < len(u.tokens) && i < end; i++ {
		if u.word(i) == "which" {
			w := u.word(i + 2)
			return auxiliary(u.word(i+1)) && w != "not" && w != "never"
		}
	}
	return false
}

// named reports whether a fact, custom or need is but the name of one: "racism was not
// considered" tells of none.
func (u *unit) named(cue lexicon.Match) bool {
	switch u.word(cue.Last - 1) {
	case "english":
		return cue.Last-cue.First == 2 && u.word(cue.First) == "spoken"
	case "needs":
		return cue.Entry.Kind == lexicon.Status && u.labelEnd(cue.Last) < 0
	case "racism", "bias", "discrimination", "prejudice", "stereotyping", "literacy", "interpreting", "interpretation", "translation", "modesty", "observance", "faith":
		return cue.Last-cue.First == 1
	}
	return false
}

// unrelatedIn reports whether the sentence uses the dimension's word in an
// unrelated sense, such as racist abuse of staff.
func (u *unit) unrelatedIn(dimension string) bool {
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.Unrelated && m.Entry.Dimension == dimension {
			return true
		}
	}
	return false
}

// quotes reports whether the sentence quotes someone.
func (u *unit) quotes() bool {
	s := u.low()
	return strings.Count(s, `"`) > 1 || strings.Contains(s, " '") && strings.Contains(s, "' ") || strings.HasSuffix(strings.TrimRight(s, "."), "'")
}

// clauseHas reports whether the cue's clause holds a modifier of kind k.
func (u *unit) clauseHas(k lexicon.Kind, cue lexicon.Match) bool {
	for _, m := range u.matches {
		if m.Entry.Kind == k && u.clauses[m.First] == u.clauses[cue.First] {
			return true
		}
	}
	return false
}

// nearKind reports whether a modifier of kind k lies within n words of the cue,
// in its clause or the next.
func (u *unit) nearKind(k lexicon.Kind, cue lexicon.Match, n int) bool {
	for _, m := range u.matches {
		if m.Entry.Kind != k || m.Entry.Dimension != "" && m.Entry.Dimension != cue.Entry.Dimension {
			continue
		}
		apart := u.clauses[m.First] - u.clauses[cue.First]
		if apart >= -1 && apart <= 1 && max(m.First-cue.Last, cue.First-m.Last) <= n {
			return true
		}
	}
	return false
}

// unanswered reports whether the cue's clause tells of a family's concern and a
// later clause, with no cue of its own, says that the review did not take it up.
func (u *unit) unanswered(cue lexicon.Match) bool {
	if !u.clauseHas(lexicon.Concern, cue) {
		return false
	}
	own := u.clauses[cue.First]
	for _, m := range u.matches {
		says := omission(m.Entry.Kind)
		if before, _ := u.agentBefore(m); cue.Entry.Kind == lexicon.Practice && before != lexicon.Review && m.Entry.Kind != lexicon.Omitted {
			continue // a wish that "did not happen" is a fact about care, no question left open
		}
		if says && u.clauses[m.First] > own && !u.cueIn(u.clauses[m.First]) && u.agent(m) == lexicon.Review {
			return true
		}
	}
	return false
}

// askedOfIt reports whether the words that follow a group's name or a need say that
// the review put it to the test: "of Indian ethnicity; we asked whether it should have
// changed the plan". What is named in between is what they speak of instead.
func (u *unit) askedOfIt(cue lexicon.Match) bool {
	if k := cue.Entry.Kind; k != lexicon.Identity && k != lexicon.Status {
		return false
	}
	for _, m := range u.matches {
		if m.Entry.Kind != lexicon.ReviewedIt || m.First < cue.Last {
			continue
		}
		own, its := u.clauses[cue.First], u.clauses[m.First]
		return own == its || !u.cueIn(its) && !u.cueAfter(cue, its)
	}
	return false
}

// cueAfter reports whether a clause between a cue's and another holds a cue of its own.
func (u *unit) cueAfter(cue lexicon.Match, clause int) bool {
	for k := u.clauses[cue.First] + 1; k < clause; k++ {
		if u.cueIn(k) {
			return true
		}
	}
	return false
}

// bareLabel reports whether a cue stands in a label or a cell that says nothing of
// it: "Ethnicity, racial bias".
func (u *unit) bareLabel(cue lexicon.Match) bool {
	return len(u.tokens) <= 5 && cue.Last-cue.First <= 2 && !u.endsWith('.') && !u.has(lexicon.Negation) && !u.has(lexicon.Effect)
}

// afterName reports whether a topic only completes a group's name: "Cypriot heritage".
func (u *unit) afterName(cue lexicon.Match) bool {
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.Identity && m.Entry.Dimension == cue.Entry.Dimension && m.First < cue.First && m.Last >= cue.First {
			return true
		}
	}
	return false
}
