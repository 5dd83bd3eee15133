package narrative

import (
	"slices"

	"siequity/rules/narrative/lexicon"
)

// omission reports whether a modifier of the kind says that someone did not look; of
// all but NotReviewed only the review can say so.
func omission(k lexicon.Kind) bool {
	switch k {
	case lexicon.NotReviewed, lexicon.Silent, lexicon.Omitted, lexicon.OmittedIt:
		return true
	}
	return false
}

// omits reports whether the sentence says of anyone that they did not look.
func (u *unit) omits() bool {
	return slices.ContainsFunc(u.matches, func(m lexicon.Match) bool { return omission(m.Entry.Kind) })
}

// itWords is within how many words of the head of a sentence the verb of its "it" stands.
const itWords = 5

// settleIt says who the "it" is that "did not examine": what the sentence before
// speaks of. Where that is not the review, as in "A risk assessment was done. It did not
// address her language", the review did not say it of itself.
func (r *reader) settleIt(u *unit) {
	if len(u.tokens) < 3 || u.word(0) != "it" || !u.omits() {
		return
	}
	switch u.word(1) {
	case "did", "does", "never", "could", "has", "failed", "was":
		u.it = r.spokeOf(u)
	}
	if u.it != lexicon.Review && u.span.Start > r.buf.spans[0].Start {
		u.matches = slices.DeleteFunc(u.matches, func(m lexicon.Match) bool { return m.Entry.Kind == lexicon.OmittedIt })
	}
}

// spokeOf returns the agent that the sentence before on the line named first.
func (r *reader) spokeOf(u *unit) lexicon.Kind {
	for _, span := range slices.Backward(r.buf.spans) {
		if span.End > u.span.Start {
			continue
		}
		for _, m := range r.lx.Match(nil, r.words.Tokens(nil, u.fold.Low, span.Start, span.End)) {
			if k := m.Entry.Kind; k == lexicon.Review || k == lexicon.Staff {
				return k
			}
		}
		break
	}
	return ""
}

// seeking are the verbs of looking at something, not of writing it down.
var seeking = [...]string{"consider", "considered", "explore", "explored", "discuss", "discussed", "look", "looked", "examine", "examined", "address", "addressed",
	"review", "reviewed", "cover", "covered", "analyse", "analysed", "investigate", "investigated", "ask", "asked", "touch", "touched", "take", "taken", "assess", "assessed"}

// looks reports whether a modifier holds a verb of looking: needs that "were not
// looked at", not needs that "were not recorded".
func (u *unit) looks(m lexicon.Match) bool {
	for i := m.First; i < m.Last; i++ {
		if slices.Contains(seeking[:], u.word(i)) {
			return true
		}
	}
	return false
}

// unfinished reports whether what a modifier says not to have been looked at is still
// so, and of no contact: what the panel accepts "has not been examined" is its own to
// do, what it finds "was not examined" the ward's.
func (u *unit) unfinished(m lexicon.Match) bool {
	if m.First == 0 || !u.looks(m) {
		return false
	}
	if w := u.word(m.First - 1); w != "has" && w != "have" {
		return false
	}
	return !u.namedAfter(m, lexicon.Staff) && !u.namedAfter(m, lexicon.Contact)
}

// thatAtContact reports whether the review, at token near, says that something was not
// done at a contact: "the panel regrets that she was not asked when she came".
func (u *unit) thatAtContact(near int, m lexicon.Match) bool {
	for i := near + 1; i < m.First; i++ {
		if u.word(i) == "that" {
			return u.namedAfter(m, lexicon.Contact)
		}
	}
	return false
}

// agentWords is within how many words of a verb its agent or its place follows.
const agentWords = 6

// namedAfter reports whether one of a kind is named soon after a modifier.
func (u *unit) namedAfter(m lexicon.Match, k lexicon.Kind) bool {
	return slices.ContainsFunc(u.matches, func(a lexicon.Match) bool {
		return a.Entry.Kind == k && a.First >= m.Last-1 && a.First < m.Last+agentWords
	})
}

// notesVerb reports whether an agent's word is what another does: "the panel notes".
func (u *unit) notesVerb(a lexicon.Match) bool {
	if a.Entry.Kind != lexicon.Staff || a.First == 0 || u.word(a.First) != "notes" {
		return false
	}
	return slices.ContainsFunc(u.matches, func(m lexicon.Match) bool {
		return m.Entry.Kind == lexicon.Review && m.Last == a.First
	})
}

// ownOmission returns what the review says before a cue of its clause not to have
// looked at, where the nearest word behind it only says why: "it did not examine
// culture or language, as the records held nothing about them".
func (u *unit) ownOmission(best, cue lexicon.Match) (lexicon.Match, bool) {
	if best.Entry == nil || best.Entry.Kind != lexicon.NotReviewed || best.First < cue.Last {
		return lexicon.Match{}, false
	}
	for _, m := range u.matches {
		if k := m.Entry.Kind; (k == lexicon.Omitted || k == lexicon.OmittedIt) && m.Last <= cue.First && u.clauses[m.First] == u.clauses[cue.First] {
			return m, true
		}
	}
	return lexicon.Match{}, false
}

// omitsOn reports whether a modifier goes on with what the review says of itself right
// before it: "has no data on, and did not review".
func (u *unit) omitsOn(m lexicon.Match) bool {
	return slices.ContainsFunc(u.matches, func(o lexicon.Match) bool {
		return o.Entry.Kind == lexicon.Omitted && o.First < m.First && o.Last < m.Last && m.First-o.Last <= 1
	})
}

// noReview reports whether an agent's word is what was not held: in "no review of her
// needs was done on the ward" it is no agent.
func (u *unit) noReview(a lexicon.Match) bool {
	return a.First > 0 && u.word(a.First-1) == "no" && u.word(a.First) == "review"
}

// thenOmitted returns what the clause after a cue's says that the review left undone
// with it, though it noted or heard of it before: "acknowledges the remark about language
// but this was outside what it had agreed to examine".
func (u *unit) thenOmitted(best, cue lexicon.Match) (lexicon.Match, bool) {
	if k := best.Entry; k != nil && k.Kind != lexicon.Reviewed && k.Kind != lexicon.Concluded && k.Kind != lexicon.Elliptic {
		return lexicon.Match{}, false
	}
	next := u.clauses[cue.First] + 1
	subject := u.subject(next)
	if last := u.word(len(u.tokens) - 1); subject == "" && (last == "one" || last == "it" || last == "them") {
		subject = "this" // "and the panel did not seek one"
	}
	if subject == "" || u.cueIn(next) {
		return lexicon.Match{}, false
	}
	for _, m := range u.matches {
		k := m.Entry.Kind
		left := k == lexicon.Omitted || subject == "this" && (k == lexicon.Silent || k == lexicon.NotReviewed && u.looks(m))
		if left && u.clauses[m.First] == next && u.agent(m) == lexicon.Review {
			return m, true
		}
	}
	return lexicon.Match{}, false
}

// whether judges what a sentence that begins with it asks by what is said of the
// question: "whether she could follow was not considered by this review" tells nothing
// of her care.
func (u *unit) whether(cue lexicon.Match) (verdict, bool) {
	if at := u.whetherAt(); at < 0 || cue.First < at {
		return verdict{}, false
	}
	for _, m := range u.matches {
		if m.First < cue.Last || !omission(m.Entry.Kind) {
			continue
		}
		if u.agentBy(m) == lexicon.Staff || u.namedAfter(m, lexicon.Contact) {
			return verdict{}, false
		}
		if m.Entry.Kind != lexicon.NotReviewed || u.looks(m) || u.agentBy(m) == lexicon.Review {
			return verdict{ExplicitlyNot, "the question was not looked at", true, 8}, true
		}
	}
	return verdict{}, false
}

// whetherAt returns the token of a "whether" that the sentence begins with, -1 if it
// does not: "Whether", "The question of whether".
func (u *unit) whetherAt() int {
	for i := range min(whetherWords, len(u.tokens)) {
		if w := u.word(i); w == "whether" && (i == 0 || u.word(i-1) == "of") {
			return i
		}
	}
	return -1
}

// whetherWords is within how many words of its head a sentence says "whether".
const whetherWords = 5

// subject tells what a clause that goes on with the one before speaks of: "this" for
// a pronoun, "none" where it begins with its verb, else "".
func (u *unit) subject(clause int) string {
	i := slices.Index(u.clauses, clause)
	for n := 0; i >= 0 && i < len(u.tokens) && n < subjectWords; i, n = i+1, n+1 {
		switch u.word(i) {
		case "this", "that", "it", "which", "these", "those":
			return "this"
		case "did", "does", "has", "have", "had", "is", "was", "were", "are":
			return "none"
		}
	}
	return ""
}

// subjectWords is within how many words of a clause's head its subject stands.
const subjectWords = 3
