package narrative

import (
	"strings"

	"siequity/rules/narrative/lexicon"
)

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
}

// judgeAll labels each cue of a sentence, keeping the best of each dimension.
func (r *reader) judgeAll(u *unit, cues []lexicon.Match) []found {
	var best [3]*found
	for _, m := range cues {
		f := r.judge(u, m)
		if b := best[f.dim]; b == nil || outranks(f, *b) {
			best[f.dim] = &f
		}
	}
	var out []found
	for _, b := range best {
		if b != nil {
			out = append(out, *b)
		}
	}
	return out
}

func outranks(a, b found) bool {
	if a.label != b.label {
		return a.label > b.label
	}
	return a.weight > b.weight
}

// judge labels one cue.
func (r *reader) judge(u *unit, cue lexicon.Match) found {
	v := u.verdict(cue)
	if v.label == Considered {
		v = u.temper(cue, v)
	}
	return found{
		dim: dimensionOf(cue.Entry), label: v.label, kind: cue.Entry.Kind, reason: v.reason, check: v.check,
		evidence: []Evidence{r.quote(u, cue, v.reason)}, weight: v.weight + len(u.low())/400, version: r.version,
		concern: v.label == Considered && (v.weight < 8 && u.has(lexicon.Concern) || v.weight < 6),
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
		return verdict{Mentioned, "unrelated sense", false, 0}
	case u.has(lexicon.Deleted):
		return verdict{Mentioned, "deleted or comment text", true, 0}
	}
	if u.has(lexicon.Withdrawn) && cue.Entry.Kind != lexicon.Identity {
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
		return verdict{Considered, "a fact about care", false, 6}
	case lexicon.Practice:
		return u.practice(cue)
	case lexicon.Topic:
		return u.topic(cue)
	case lexicon.Identity:
		return u.identity(cue)
	}
	return verdict{Mentioned, "status only", false, 2}
}

// reviewVerdict applies the nearest word on whether it was looked at.
func (u *unit) reviewVerdict(cue lexicon.Match) (verdict, bool) {
	m, ok := u.nearest(cue)
	if !ok {
		return verdict{}, false
	}
	kind := cue.Entry.Kind
	bare := kind == lexicon.Identity || kind == lexicon.Status
	switch m.Entry.Kind {
	case lexicon.DoubleNeg:
		if !bare {
			return verdict{Considered, "could not be ruled out", false, 8}, true
		}
	case lexicon.Excluded:
		if kind != lexicon.Identity && (kind != lexicon.Status || u.scope(m, cue) < 10) {
			return verdict{Considered, "looked at and not found to matter", false, 8}, true
		}
	case lexicon.NotReviewed, lexicon.Elliptic, lexicon.Silent:
		return u.notReviewed(cue, m)
	case lexicon.Reviewed:
		if !bare && u.pastReview(m) {
			return verdict{Considered, "reviewed", false, 9}, true
		}
	case lexicon.Concluded:
		if kind == lexicon.Topic && u.pastReview(m) {
			return verdict{Considered, "the review says what it found", true, 7}, true
		}
	case lexicon.NoIssue:
		if kind == lexicon.Topic && u.scope(m, cue) <= 4 {
			return verdict{Considered, "looked at, no issue found", true, 6}, true
		}
	}
	return verdict{}, false
}

// notReviewed decides who it was that did not look: the review, which is what
// the record then says of itself, or those giving care, which is a finding.
func (u *unit) notReviewed(cue, m lexicon.Match) (verdict, bool) {
	who := u.agent(m)
	if before, _ := u.agentBefore(m); m.Entry.Kind == lexicon.Elliptic && before != lexicon.Staff {
		who = lexicon.Review
	}
	kind := cue.Entry.Kind
	switch {
	case who == lexicon.Review && kind != lexicon.Identity && kind != lexicon.Status,
		who == lexicon.Review && m.Entry.Kind != lexicon.Elliptic && kind == lexicon.Status && u.scope(m, cue) < 12:
		return verdict{ExplicitlyNot, "the review did not look at it", false, 8}, true
	case kind == lexicon.Identity || kind == lexicon.Status:
		return verdict{}, false
	case who == lexicon.Staff || who == lexicon.Contact:
		return verdict{Considered, "not considered by those giving care", false, 7}, true
	case kind == lexicon.Topic:
		return verdict{ExplicitlyNot, "not looked at", true, 5}, true
	}
	return verdict{}, false
}

// agent returns Review, Staff or Contact by who is said not to have acted: the
// nearest named before the verb, else after "by", else the contact named. What
// the panel found that was not done is care: "the panel noted that ethnicity was
// not recorded" is no word on the panel itself.
func (u *unit) agent(m lexicon.Match) lexicon.Kind {
	if m.Entry.Kind == lexicon.Silent {
		return lexicon.Review
	}
	who, near := u.agentBefore(m)
	if who == lexicon.Review && u.reported(near, m.First) {
		return lexicon.Staff
	}
	if who != "" {
		return who
	}
	for _, a := range u.matches {
		switch a.Entry.Kind {
		case lexicon.Review, lexicon.Staff:
			if a.First >= m.First && a.First < m.Last+10 && who == "" {
				who = a.Entry.Kind
			}
		}
	}
	if who == lexicon.Review {
		return who
	}
	for _, a := range u.matches {
		if a.Entry.Kind == lexicon.Contact && a.First >= m.First-14 {
			return lexicon.Contact
		}
	}
	return who
}

// agentBefore returns the nearest agent that ends before the verb, and its last token.
func (u *unit) agentBefore(m lexicon.Match) (who lexicon.Kind, near int) {
	near = -1
	for _, a := range u.matches {
		if a.Entry.Kind != lexicon.Review && a.Entry.Kind != lexicon.Staff || a.Last > m.First+1 || a.Last-1 < near {
			continue
		}
		if a.Last-1 == near && who == lexicon.Review {
			continue
		}
		who, near = a.Entry.Kind, a.Last-1
	}
	return who, near
}

// reported reports whether the agent at token i is one that found or heard
// something, and what comes before token verb is what it found.
func (u *unit) reported(i, verb int) bool {
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.Concluded && m.First <= i && i < m.Last && m.Last < verb {
			return !u.selfBetween(m.Last, verb)
		}
	}
	return false
}

// selfBetween reports whether "it", "we" or "they" stands between two tokens:
// "the panel accepted that it had not looked at language".
func (u *unit) selfBetween(i, k int) bool {
	for ; i < k; i++ {
		switch t := u.tokens[i]; u.fold.Low[t.Start:t.End] {
		case "it", "we", "they", "itself":
			return true
		}
	}
	return false
}

// nearest returns the review modifier whose clause holds the cue, the nearest
// first; failing that, one in a neighbouring clause without a cue of its own.
func (u *unit) nearest(cue lexicon.Match) (lexicon.Match, bool) {
	var best lexicon.Match
	dist := 1 << 20
	for _, m := range u.matches {
		if strength(m.Entry.Kind) == 0 {
			continue
		}
		d := u.scope(m, cue)
		if m.Entry.Kind == lexicon.Elliptic && !u.elliptic(m, cue) {
			continue
		}
		if d < dist {
			best, dist = m, d
		}
	}
	return best, dist < 60
}

// scope returns how far modifier and cue are apart in words; a neighbouring
// clause counts as far, and one further off, or one that has a cue of its own,
// as out of reach.
func (u *unit) scope(m, cue lexicon.Match) int {
	d := max(m.First-cue.Last, cue.First-m.Last, 0)
	a, b := u.clauses[m.First], u.clauses[cue.First]
	switch {
	case a == b:
		return d
	case a-b > 1 || b-a > 1 || u.cueIn(a):
		return 1 << 16
	}
	return min(d, 10) + 20
}

func (u *unit) cueIn(clause int) bool {
	for _, m := range u.matches {
		if m.Entry.Term() && u.clauses[m.First] == clause {
			return true
		}
	}
	return false
}

// elliptic reports whether a bare negation is about the cue: "but not culture",
// "culture and language were not".
func (u *unit) elliptic(m, cue lexicon.Match) bool {
	if !u.has(lexicon.Reviewed) && !u.has(lexicon.NotReviewed) || cue.Entry.Kind == lexicon.Fact || cue.Entry.Kind == lexicon.Practice {
		return false
	}
	after := cue.First - m.Last
	return after >= 0 && after <= 4 || m.First >= cue.Last && m.First-cue.Last <= 4 && m.Last-m.First > 1
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
	case u.nearKind(lexicon.Effect, cue, u.effectReach()):
		return verdict{Considered, "it affected care", false, 6}
	case u.actions() || u.has(lexicon.Action) && !u.has(lexicon.Generic):
		return verdict{Considered, "an action follows", false, 5}
	case u.nearKind(lexicon.Care, cue, 10) && u.has(lexicon.Special):
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
	return 14
}

// identity judges a group's name: it counts only when tied to how care went.
func (u *unit) identity(cue lexicon.Match) verdict {
	if u.unrelatedIn(cue.Entry.Dimension) {
		return verdict{Mentioned, "unrelated sense", false, 1}
	}
	if u.nearKind(lexicon.Tie, cue, 12) {
		return verdict{Considered, "tied to how care went", true, 5}
	}
	if u.has(lexicon.Remark) && u.quotes() && !u.has(lexicon.Demographic) {
		return verdict{Considered, "words said of or to her are reported", true, 5}
	}
	if u.actions() && (u.has(lexicon.Action) || u.has(lexicon.Effect)) {
		return verdict{Considered, "an action follows", true, 4}
	}
	return verdict{Mentioned, "a value only", false, 2}
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

// nearKind reports whether a modifier of kind k lies within n words of the cue,
// in its clause or the next.
func (u *unit) nearKind(k lexicon.Kind, cue lexicon.Match, n int) bool {
	for _, m := range u.matches {
		if m.Entry.Kind != k {
			continue
		}
		apart := u.clauses[m.First] - u.clauses[cue.First]
		if apart >= -1 && apart <= 1 && max(m.First-cue.Last, cue.First-m.Last) <= n {
			return true
		}
	}
	return false
}

// actions reports whether the sentence stands among actions or lessons.
func (u *unit) actions() bool { return u.section == "actions" }

// temper takes back a considered that general words carry: policy, statistics,
// prompts and the like, unless the sentence speaks of this woman.
func (u *unit) temper(cue lexicon.Match, v verdict) verdict {
	general := u.has(lexicon.Generic) || u.has(lexicon.Hint)
	switch u.section {
	case "terms", "policy", "equality", "background":
		general = general || v.weight < 8 && u.section != "background"
	}
	if !general {
		return v
	}
	if u.has(lexicon.Special) || v.weight >= 9 && !u.has(lexicon.Hint) || u.actions() {
		v.check = true
		return v
	}
	return verdict{Mentioned, "general wording", true, 1}
}
