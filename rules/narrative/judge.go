package narrative

import "siequity/rules/narrative/lexicon"

// A found is one cue with its label.
type found struct {
	dim      Dimension
	label    Label
	kind     lexicon.Kind // of the cue
	evidence []Evidence
	reason   string
	check    bool
	weight   int // orders evidence of one label
	version  int
	concern  bool // a family's concern, told and not yet answered
	told     bool // the sentence reports what someone said or asked
}

// judgeAll appends the best of each dimension among the cues of a sentence.
func (r *reader) judgeAll(dst []found, u *unit, cues []lexicon.Match) []found {
	var best [3]found
	var by [3]lexicon.Match
	for _, m := range cues {
		f := r.judge(u, m)
		if b := &best[f.dim]; by[f.dim].Entry == nil || outranks(f, *b) {
			*b, by[f.dim] = f, m
		}
	}
	for d, f := range best {
		if by[d].Entry != nil {
			f.evidence = []Evidence{r.quote(u, by[d], f.reason)}
			dst = append(dst, f)
		}
	}
	return dst
}

func outranks(a, b found) bool {
	if a.label != b.label {
		return a.label > b.label
	}
	return a.weight > b.weight
}

// judge labels one cue; its evidence is still to be given.
func (r *reader) judge(u *unit, cue lexicon.Match) found {
	v := u.verdict(cue)
	if v.label == Considered {
		v = u.temper(cue, v)
	}
	return found{
		dim: dimensionOf(cue.Entry), label: v.label, kind: cue.Entry.Kind, reason: v.reason, check: v.check,
		weight: v.weight + len(u.low())/400, version: r.version,
		told:    u.has(lexicon.Concern) || u.has(lexicon.Enquiry) || u.has(lexicon.Remark),
		concern: v.label == Considered && (v.weight < 8 && u.has(lexicon.Concern) || v.weight < 6 || u.has(lexicon.Enquiry)),
	}
}

func dimensionOf(e *lexicon.Entry) Dimension {
	switch e.Dimension {
	case "culture":
		return Culture
	case "ethnicity":
		return Ethnicity
	}
	return Language
}

// A verdict is a label with its reason.
type verdict struct {
	label  Label
	reason string
	check  bool
	weight int
}

// verdict applies the rules to a cue, the most exact first.
func (u *unit) verdict(cue lexicon.Match) verdict {
	kind := cue.Entry.Kind
	switch {
	case kind == lexicon.Unrelated:
		return verdict{Mentioned, "the word is used in another sense", false, 0}
	case u.has(lexicon.Deleted) && !u.has(lexicon.Outside):
		return verdict{Mentioned, "deleted or comment text", true, 0}
	}
	if u.has(lexicon.Withdrawn) && !u.has(lexicon.AfterAll) && cue.Entry.Kind != lexicon.Identity && !u.toldAsEvent(cue) {
		return verdict{ExplicitlyNot, "taken out of the report again", true, 9}
	}
	if v, ok := u.field(cue); ok {
		return v
	}
	if v, ok := u.reviewVerdict(cue); ok {
		return v
	}
	switch kind {
	case lexicon.Fact:
		if u.bareLabel(cue) {
			return u.topic(cue)
		}
		if cue.Entry.Dimension == "ethnicity" && u.has(lexicon.AtStaff) && !(u.has(lexicon.Effect) && u.has(lexicon.Concluded)) {
			return verdict{Mentioned, "aimed at staff", true, 1}
		}
		return verdict{Considered, "says how care was given", false, 6}
	case lexicon.Practice:
		return u.practice(cue)
	case lexicon.Topic:
		if u.afterName(cue) {
			return u.identity(cue)
		}
		return u.topic(cue)
	case lexicon.Identity:
		return u.identity(cue)
	}
	return verdict{Mentioned, "only states a need", false, 2}
}

// reviewVerdict applies the nearest word on whether it was looked at.
func (u *unit) reviewVerdict(cue lexicon.Match) (verdict, bool) {
	if v, ok := u.question(cue); ok {
		return v, true
	}
	m, ok := u.nearest(cue)
	if !ok {
		return verdict{}, false
	}
	kind := u.kindOf(cue)
	bare := kind == lexicon.Identity || kind == lexicon.Status
	switch m.Entry.Kind {
	case lexicon.Undecided:
		return u.undecided(cue.Entry.Kind)
	case lexicon.DoubleNeg:
		if !bare {
			return verdict{Considered, "could not be ruled out", false, 8}, true
		}
	case lexicon.Excluded:
		if kind == lexicon.Fact && u.clauses[m.First] != u.clauses[cue.First] && u.has(lexicon.AtStaff) {
			return verdict{}, false // it says only that care went on
		}
		if kind != lexicon.Identity && (kind != lexicon.Status || u.scope(m, cue) < 10) {
			return verdict{Considered, "looked at and not found to matter", false, 8}, true
		}
	case lexicon.NotReviewed, lexicon.Elliptic, lexicon.Silent, lexicon.Omitted, lexicon.OmittedIt:
		return u.notReviewed(cue, m)
	case lexicon.AfterAll:
		return verdict{Considered, "reviewed", false, 9}, !bare
	case lexicon.Reviewed:
		if (!bare || kind == lexicon.Status && u.reviewedBeside(m, cue)) && u.pastReview(m) {
			return verdict{Considered, "reviewed", false, 9}, true
		}
	case lexicon.Concluded:
		if (kind == lexicon.Topic || kind == lexicon.Practice && u.clauseHas(lexicon.Concern, cue)) && u.pastReview(m) {
			return verdict{Considered, "the review says what it found", true, 7}, true
		}
	case lexicon.NoIssue:
		if kind == lexicon.Topic && u.scope(m, cue) <= 4 {
			return verdict{Considered, "looked at, no issue found", true, 6}, true
		}
	}
	return verdict{}, false
}

// question judges a cue by what is said of the question that it stands in, if it does.
func (u *unit) question(cue lexicon.Match) (verdict, bool) {
	switch {
	case u.unanswered(cue):
		return verdict{ExplicitlyNot, "raised by the family and left unanswered", true, 8}, true
	case u.askedOfIt(cue):
		return verdict{Considered, "named, and reviewed in the words that follow", true, 8}, true
	}
	return u.whether(cue)
}

// kindOf returns the kind of a cue; what only names a thing is a topic.
func (u *unit) kindOf(cue lexicon.Match) lexicon.Kind {
	if u.named(cue) {
		return lexicon.Topic
	}
	return cue.Entry.Kind
}

// reviewedBeside reports whether the review itself looked at a need: "first language
// was considered as part of this review", not "the midwife discussed language needs".
func (u *unit) reviewedBeside(m, cue lexicon.Match) bool {
	who := u.agent(m)
	return u.scope(m, cue) <= 4 && (who == lexicon.Review || who == "" && u.looks(m)) && u.labelEnd(cue.Last) < 0
}

// pastReview reports whether a review verb tells of what was done, not of what
// a text asks its reader to do.
func (u *unit) pastReview(m lexicon.Match) bool {
	return !u.has(lexicon.Hint) || u.has(lexicon.Special)
}

// practice judges a custom or a means of talking: it counts once care turned on it.
func (u *unit) practice(cue lexicon.Match) verdict {
	switch {
	case u.has(lexicon.Effect) || u.has(lexicon.Action) || u.actions():
		return verdict{Considered, "it affected care or an action follows", false, 5}
	case u.has(lexicon.Care):
		return verdict{Considered, "what was wished or done at a contact", false, 4}
	}
	return verdict{Mentioned, "named without saying how care went", true, 2}
}

// topic judges a bare naming of the dimension.
func (u *unit) topic(cue lexicon.Match) verdict {
	switch {
	case !u.has(lexicon.Generic) && u.clauseHas(lexicon.Review, cue) && u.nearKind(lexicon.Negation, cue, 14) && !u.nearKind(lexicon.Effect, cue, 14):
		return verdict{ExplicitlyNot, "the review says that it has none of it", true, 5}
	case u.nearKind(lexicon.Effect, cue, u.effectReach()):
		return verdict{Considered, "it affected care", false, 6}
	case (u.actions() || u.has(lexicon.Action)) && !u.has(lexicon.Generic):
		return verdict{Considered, "an action follows", false, 5}
	case u.nearKind(lexicon.Care, cue, 10) && u.has(lexicon.Special) && !u.has(lexicon.Demographic):
		return verdict{Considered, "what was wished or done at a contact", true, 4}
	case u.section == "out-of-scope":
		return verdict{ExplicitlyNot, "listed as out of scope", false, 6}
	}
	return verdict{Mentioned, "named without a finding", u.section == "findings" || u.section == "actions", 1}
}

// effectReach returns how many words from a topic an effect may stand: few on a
// line of particulars, where "due to" speaks of something else.
func (u *unit) effectReach() int {
	if u.has(lexicon.Demographic) || u.section == "demographics" {
		return 4
	}
	return 18
}

// identity judges a group's name: it counts only when tied to how care went.
func (u *unit) identity(cue lexicon.Match) verdict {
	if u.unrelatedIn(cue.Entry.Dimension) {
		return verdict{Mentioned, "the word is used in another sense", false, 1}
	}
	if u.nearKind(lexicon.Tie, cue, 12) || u.nearKind(lexicon.Marker, cue, 12) {
		return verdict{Considered, "tied to how care went", true, 5}
	}
	if u.has(lexicon.Remark) && u.quotes() && !u.has(lexicon.Demographic) {
		return verdict{Considered, "words said of or to her are reported", true, 5}
	}
	if u.actions() && (u.has(lexicon.Action) || u.has(lexicon.Effect)) {
		return verdict{Considered, "an action follows", true, 4}
	}
	return verdict{Mentioned, "only names a group", false, 2}
}

// actions reports whether the sentence stands among actions or lessons.
func (u *unit) actions() bool { return u.section == "actions" }

// general is the reason of what temper takes back.
const general = "general wording, not about this family"

// temper takes back a considered that general words carry: policy, statistics,
// prompts and the like, unless the sentence speaks of this woman.
func (u *unit) temper(cue lexicon.Match, v verdict) verdict {
	if u.clauseHas(lexicon.Standing, cue) && !u.actions() {
		return verdict{Mentioned, general, true, 1} // "you" and "the family" are then anyone
	}
	wide := u.has(lexicon.Generic) || u.has(lexicon.Hint)
	switch u.section {
	case "terms", "policy", "equality", "background":
		wide = wide || v.weight < 8 && u.section != "background"
	}
	if !wide {
		return v
	}
	if u.section == "terms" && cue.Entry.Kind == lexicon.Topic && u.has(lexicon.Hint) {
		return verdict{Mentioned, "a line of enquiry that names no event", true, 2}
	}
	if u.has(lexicon.Special) || v.weight >= 9 && !u.has(lexicon.Hint) || u.actions() && u.has(lexicon.Action) {
		v.check = true
		return v
	}
	return verdict{Mentioned, general, true, 1}
}
