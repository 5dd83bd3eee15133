package narrative

import (
	"slices"
	"strings"

	"siequity/rules/narrative/lexicon"
)

// A point is an item of a numbered list of questions, such as terms of reference,
// and what it names.
type point struct {
	number int
	found  []found
}

// maxPoints is how many numbered questions a reader keeps.
const maxPoints = 24

// note keeps the numbered questions of a sentence that stands among terms of
// reference or the family's questions, so that "2. Not covered." can answer one.
func (r *reader) note(u *unit, cues []lexicon.Match, fs []found) {
	if !asksBelow(u.section) || len(r.points) >= maxPoints {
		return
	}
	for _, f := range fs {
		for _, m := range cues {
			if n := r.numberOf(u, m.First); n > 0 && dimensionOf(m.Entry) == f.dim && m.Entry.Kind == f.kind {
				r.points = append(r.points, point{n, []found{f}})
				break
			}
		}
	}
}

// asksBelow reports whether the items of a section are questions.
func asksBelow(section string) bool { return section == "terms" || section == "comments" }

// answerByNumber applies a sentence without a cue that begins with the number of a
// question asked before, and reports whether it did.
func (r *reader) answerByNumber(u *unit) bool {
	if !r.answersPoint(u) {
		return false
	}
	v, ok := u.carried(true)
	if !ok {
		return false
	}
	n := r.numberOf(u, headTokens)
	for _, p := range r.points {
		if p.number == n {
			for _, f := range p.found {
				r.carryOne(u, f, v)
			}
		}
	}
	return true
}

// headTokens is within how many tokens the number of a sentence stands.
const headTokens = 3

// answersPoint reports whether a sentence has the number of a question asked before.
func (r *reader) answersPoint(u *unit) bool {
	if len(r.points) == 0 || u.section == "terms" {
		return false
	}
	n := r.numberOf(u, headTokens)
	return slices.ContainsFunc(r.points, func(p point) bool { return p.number == n })
}

// numberOf returns the number of the item that token i of a sentence stands in: the
// last before it, else the one that the sentence before ended with; 0 for none.
func (r *reader) numberOf(u *unit, i int) int {
	if n := u.itemBefore(min(i, len(u.tokens))); n > 0 {
		return n
	}
	return r.item
}

// itemBefore returns the number of the last list item that begins before token i, or
// 0. An item begins with its number at the head of the sentence, after a sign or, if
// it is the next, after another item; a number without a stop only in a list without
// stops: "Terms: 1 timings, 2 language".
func (u *unit) itemBefore(i int) int {
	last, bare := 0, true
	for k, t := range u.tokens[:i] {
		if t.Sign != 0 {
			continue
		}
		head := k == 0 || u.tokens[k-1].Sign != 0
		if n := itemNumber(u.fold.Low[t.Start:]); n > 0 && (head || last > 0 && n == last+1) {
			last, bare = n, false
		} else if n := plainNumber(u.fold.Low[t.Start:t.End]); bare && n > 0 && (k == 0 || head && n == last+1) {
			last = n
		}
	}
	return last
}

// plainNumber returns the number from 1 to 99 that a word is, or 0.
func plainNumber(s string) int {
	n := 0
	for i := range len(s) {
		if n = n*10 + int(s[i]-'0'); !digit(s[i]) || n == 0 || i > 1 {
			return 0
		}
	}
	return n
}

// itemNumber returns the number from 1 to 99 with which a text begins as a list item
// does, "2. " or "(2) ", or 0. That of "2.3 " is 203.
func itemNumber(s string) int {
	s = strings.TrimLeft(s, " \t-*(")
	i := digits(s)
	if i == len(s) || s[i] != '.' && s[i] != ')' {
		return 0
	}
	if k := digits(s[i+1:]); k > 0 {
		return subItem(plainNumber(s[:i]), s[i+1:], k)
	}
	return plainNumber(s[:i])
}

// subItem returns the number of item n.m, of which m are the first k bytes of rest.
func subItem(n int, rest string, k int) int {
	m := plainNumber(rest[:k])
	if n == 0 || m == 0 || k < len(rest) && strings.IndexByte(" \t.):", rest[k]) < 0 {
		return 0
	}
	return n*100 + m
}

// digits returns how many digits a text begins with, at most three.
func digits(s string) int {
	i := 0
	for i < len(s) && i < 3 && digit(s[i]) {
		i++
	}
	return i
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// trailingItem returns the number of the item that begins after a sentence which ends
// with that number, "Findings: 1.", or 0.
func trailingItem(s string) int {
	i := strings.LastIndexByte(s, ':')
	if i < 0 || i < len(s)-len(": 12.") {
		return 0
	}
	return itemNumber(s[i+1:])
}

// A list is how far the reading has come in the items of a section.
type list struct {
	opener int  // the number of the section's own heading
	last   int  // the number of the last item
	goesOn bool // the line is the next item, not the next section
	topic  int  // the number of the heading whose topics are open
}

// count notes the number that a line begins with. The item after a numbered heading
// is no longer about what that heading named.
func (r *reader) count(line string) {
	if r.list.topic == 0 && !asksBelow(r.section) {
		return
	}
	n := itemNumber(line)
	if n == 0 {
		return
	}
	if n == r.list.topic+1 {
		r.topics, r.last, r.list.topic = nil, memory{}, 0
	}
	r.list.goesOn = r.list.opener == 0 || n == r.list.last+1
	r.list.last = n
}

// listed reports whether a line in the shape of a heading is an item of a list of
// questions: "2. Language support" among terms of reference.
func (r *reader) listed(u *unit) bool {
	return asksBelow(r.section) && r.list.goesOn && u.itemBefore(min(headTokens, len(u.tokens))) > 0
}

// settleInline ends what a label within the line opened before sentence i, if that is
// no further item: "KLOE 2: how far ..." is one question; what follows is the
// report's own.
func (r *reader) settleInline(low string, i int) {
	r.item = 0
	if i == 0 {
		return
	}
	before, here := r.buf.spans[i-1], r.buf.spans[i]
	r.item = trailingItem(low[before.Start:before.End])
	if r.inline == "terms" && r.item == 0 && itemNumber(low[here.Start:here.End]) == 0 {
		r.inline = ""
	}
}
