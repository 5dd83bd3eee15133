package narrative

import (
	"strings"

	"siequity/rules/narrative/lexicon"
)

// A memory is what the next sentence may speak of.
type memory struct {
	open     bool // a cue went before, on this line or the one above
	heading  bool // it stood in a heading
	question bool // it asked a question still to be answered
	asked    bool // the question was whether the review looked at it
	lines    int
	found    []found
}

// keep remembers a finding; a group's name is kept only if nothing better is.
func (m *memory) keep(f found) {
	if f.kind != lexicon.Unrelated {
		m.found = append(m.found, f)
	}
}

// bare reports whether a finding is a group's name, a value that says nothing of
// care: "both were recorded as Bangladeshi. Neither was asked her name."
func (f found) bare() bool { return f.kind == lexicon.Identity && f.label == Mentioned && !f.told }

// needOnly reports whether a finding only states a need: "English. They asked that no
// one photograph them" is no word on her English.
func (f found) needOnly() bool { return f.kind == lexicon.Status && f.label == Mentioned }

// topics returns what a following "this" can stand for: never a group's name
// beside something that says more.
func (m *memory) topics() []found {
	var out []found
	for _, f := range m.found {
		if f.kind != lexicon.Identity && (f.kind != lexicon.Status || m.question) {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return m.found
	}
	return out
}

// leansBack reports whether a sentence speaks of the one before it although it
// holds a cue of little weight itself.
func (u *unit) leansBack(cues []lexicon.Match) bool {
	for _, m := range cues {
		if k := m.Entry.Kind; k != lexicon.Identity && k != lexicon.Unrelated {
			return false
		}
	}
	return true
}

// carry applies a sentence without a cue of its own to the sentence before it.
// It reports whether it did.
func (r *reader) carry(u *unit, cues []lexicon.Match) bool {
	if !r.last.open || len(r.last.found) == 0 {
		return false
	}
	v, ok := u.carried(r.last.heading)
	if !ok {
		for _, f := range r.goesOn(u) {
			r.carryOne(u, f, verdict{Considered, "the next sentence says what came of it", true, 3})
		}
		return false
	}
	for _, f := range r.last.topics() {
		if f.needOnly() && !r.last.heading && !r.last.question && !u.has(lexicon.Review) {
			continue
		}
		if !f.bare() || r.last.heading || v.label == Considered && r.last.question {
			r.carryOne(u, f, v)
		}
	}
	r.last.lines++
	return true
}

// goesOn returns what a sentence without a cue tells the outcome of: a custom or a
// means of talking that the sentence before only named, or a group's name when a
// sign or test that turns on colour or descent was missed.
func (r *reader) goesOn(u *unit) []found {
	if !r.last.open || r.last.heading {
		return nil
	}
	told, marker := u.has(lexicon.Special) && u.has(lexicon.Effect), u.has(lexicon.Marker)
	var out []found
	for _, f := range r.last.found {
		if f.label == Mentioned && (told && f.kind == lexicon.Practice || marker && r.descent(f)) {
			out = append(out, f)
		}
	}
	return out
}

// descent reports whether a finding names a group whose colour or descent a test
// counts; of the white majority such a test says nothing.
func (r *reader) descent(f found) bool {
	e := f.evidence[0]
	return f.dim == Ethnicity && f.kind == lexicon.Identity && !majority(strings.ToLower(r.source[e.Start:e.End]))
}

// mixed undoes the "white" of those who are white and something else too: "Mixed
// White and Black Caribbean".
var mixed = strings.NewReplacer("mixed white", "", "mixed: white", "", "mixed - white", "", "mixed (white", "", "white and black", "", "white & black", "",
	"white/black", "", "white and asian", "", "white & asian", "", "white/asian", "", "black and white", "", "asian and white", "")

// majority reports whether a passage in small letters names the white majority.
func majority(low string) bool { return strings.Contains(mixed.Replace(low), "white") }

// carryOne gives a finding the label that the next sentence says.
func (r *reader) carryOne(u *unit, f found, v verdict) {
	if v.label == ExplicitlyNot && f.reason == general && (f.kind == lexicon.Practice || f.kind == lexicon.Fact) && !u.has(lexicon.Review) {
		v = verdict{Considered, "the policy was not followed", true, 6}
	}
	switch {
	case v.label == ExplicitlyNot && f.label == Considered && !f.concern && r.version == f.version:
		return
	case v.label == ExplicitlyNot && f.label == Considered:
		r.tally.retract(f)
	case v.label == Considered && f.label == Considered && v.weight < f.weight:
		return
	}
	own := Evidence{Part: r.partAt, Cue: f.evidence[0].Cue, Reason: v.reason, Section: u.section}
	own.Start, own.End = u.passage(lexicon.Match{First: 0, Last: 1})
	f.evidence = append(append([]Evidence(nil), f.evidence...), own)
	f.label, f.reason, f.check, f.weight, f.version, f.concern = v.label, v.reason, v.check, v.weight, r.version, false
	r.tally.add(f)
}

// carried returns what a sentence without a cue says of the one before it.
func (u *unit) carried(underHeading bool) (verdict, bool) {
	if u.has(lexicon.Withdrawn) && u.has(lexicon.Anaphor) {
		return verdict{ExplicitlyNot, "taken out of the report again", true, 9}, true
	}
	back := underHeading || u.has(lexicon.Anaphor) && !u.has(lexicon.Expletive) && len(u.tokens) <= 30
	m, ok := u.firstReview()
	if ok && (back || m.First == 0) {
		switch m.Entry.Kind {
		case lexicon.Undecided:
			return u.undecided(lexicon.Topic)
		case lexicon.DoubleNeg, lexicon.Excluded:
			return verdict{Considered, "looked at, as the text that follows says", false, 8}, true
		case lexicon.NotReviewed, lexicon.Elliptic, lexicon.Silent, lexicon.Omitted, lexicon.OmittedIt:
			if who := u.agent(m); who == lexicon.Staff || who == lexicon.Contact {
				return verdict{Considered, "not considered by those giving care", true, 6}, true
			}
			return verdict{ExplicitlyNot, "not looked at, as the text that follows says", false, 8}, true
		case lexicon.Reviewed, lexicon.AfterAll:
			return verdict{Considered, "reviewed, as the text that follows says", false, 7}, true
		}
	}
	if back && u.has(lexicon.Anaphor) && u.has(lexicon.Effect) {
		return verdict{Considered, "it affected care, as the text that follows says", true, 5}, true
	}
	return verdict{}, false
}

// firstReview returns the first modifier that says whether something was looked at.
func (u *unit) firstReview() (lexicon.Match, bool) {
	for _, m := range u.matches {
		if says(m.Entry.Kind) {
			return m, true
		}
	}
	return lexicon.Match{}, false
}

// says reports whether a modifier of the kind says if something was looked at.
func says(k lexicon.Kind) bool { return strength(k) > 1 && k != lexicon.Concluded }

// asks reports whether the sentence puts a question about impact, or tells of one.
func (u *unit) asks() bool {
	return u.has(lexicon.Question) && (u.endsWith('?') || u.has(lexicon.Enquiry)) || u.endsWith('?') && u.has(lexicon.Effect)
}

// bareQuestion reports whether the sentence only names a topic and asks, as a list
// of what was considered does: "Equipment? Yes. Ethnicity? No." A faith so asked for
// is a value.
func (u *unit) bareQuestion() bool {
	s := u.low()
	return u.endsWith('?') && u.onlyCues() && (strings.Contains(s, "cultur") || !strings.Contains(s, "religio") && !strings.Contains(s, "faith"))
}

// answer applies a short answer to the question of the sentence before it.
func (r *reader) answer(u *unit, cues []lexicon.Match) bool {
	if !r.last.question {
		return false
	}
	kind := u.answerKind(0)
	if len(cues) > 0 && !u.plainAnswer(kind) {
		return false
	}
	label := Considered
	switch kind {
	case "":
		return r.reply(u)
	case lexicon.AnswerOpen:
		label = ExplicitlyNot
	case lexicon.AnswerNone:
		label = Mentioned
	case lexicon.AnswerNo:
		if v, ok := u.carried(true); r.last.asked || ok && v.label == ExplicitlyNot {
			label = ExplicitlyNot // "This was not answered" answers nothing
		}
	}
	for _, f := range r.last.topics() {
		if r.last.asked && label != Considered {
			r.tally.retract(f) // the question's own "considered?" is no answer
			f.label = Mentioned
		}
		r.carryOne(u, f, verdict{label, "the answer to the question", false, 8})
	}
	r.last.question = false
	return len(cues) == 0
}

// reply applies an answer in words to the question before it: what the review did
// to answer it, or that it did nothing.
func (r *reader) reply(u *unit) bool {
	v, ok := u.carried(true)
	if !ok && u.has(lexicon.Review) && !u.has(lexicon.Hint) && (u.has(lexicon.Care) || u.has(lexicon.Concluded)) {
		v, ok = verdict{Considered, "the review answers the question", true, 6}, true
	}
	if !ok {
		return false
	}
	for _, f := range r.last.topics() {
		r.carryOne(u, f, v)
	}
	r.last.question = false
	return true
}

// headingReach is how many sentences under a heading are read as being about it.
const headingReach = 8

// underHeading reads a sentence under a heading that names a dimension and
// nothing else, such as "Culture": it is about that dimension whether or not it
// names it again. It reports whether the sentence was thereby dealt with.
func (r *reader) underHeading(u *unit, cues []lexicon.Match) bool {
	if len(r.topics) == 0 || r.under >= headingReach {
		return false
	}
	r.under++
	v, ok := u.headed()
	if !ok {
		return false
	}
	for _, f := range r.topics {
		if !hasDimension(cues, f.dim) {
			r.carryOne(u, f, v)
		}
	}
	return len(cues) == 0
}

func hasDimension(cues []lexicon.Match, d Dimension) bool {
	for _, m := range cues {
		if dimensionOf(m.Entry) == d {
			return true
		}
	}
	return false
}

// headed returns what a sentence says of the heading that it stands under.
func (u *unit) headed() (verdict, bool) {
	switch u.answerKind(0) {
	case lexicon.AnswerOpen:
		return verdict{ExplicitlyNot, "left open by the reviewer", false, 8}, true
	case lexicon.AnswerNone:
		return verdict{Mentioned, "not answered", false, 3}, true
	case lexicon.AnswerNo, lexicon.AnswerYes:
		return verdict{Considered, "answered under its heading", true, 7}, true
	}
	if v, ok := u.carried(true); ok {
		return v, true
	}
	if u.has(lexicon.Generic) || u.has(lexicon.Hint) || !u.has(lexicon.Special) {
		return verdict{}, false
	}
	return verdict{Considered, "told under its heading", true, 4}, u.has(lexicon.Care) || u.has(lexicon.Effect)
}
