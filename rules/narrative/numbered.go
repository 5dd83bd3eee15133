package narrative

import "siequity/rules/narrative/lexicon"

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
	if u.section != "terms" && u.section != "comments" || len(r.points) >= maxPoints {
		return
	}
	for _, f := range fs {
		for _, m := range cues {
			if n := u.numberBefore(m.First); n > 0 && dimensionOf(m.Entry) == f.dim && m.Entry.Kind == f.kind {
				r.points = append(r.points, point{n, []found{f}})
				break
			}
		}
	}
}

// answerByNumber applies a sentence without a cue that begins with the number of a
// question asked before, and reports whether it did.
func (r *reader) answerByNumber(u *unit) bool {
	if len(r.points) == 0 || u.section == "terms" {
		return false
	}
	n := u.numberBefore(min(3, len(u.tokens)))
	if n == 0 {
		return false
	}
	done := false
	for _, p := range r.points {
		if p.number != n {
			continue
		}
		if v, ok := u.carried(true); ok {
			for _, f := range p.found {
				r.carryOne(u, f, v)
			}
			done = true
		}
	}
	return done
}

// numberBefore returns the last number from 1 to 99 among the eight tokens before
// token i, or 0.
func (u *unit) numberBefore(i int) int {
	for k := i - 1; k >= max(0, i-8); k-- {
		t := u.tokens[k]
		s := u.fold.Low[t.Start:t.End]
		if len(s) > 2 || t.Sign != 0 || s[0] < '1' || s[0] > '9' {
			continue
		}
		n := int(s[0] - '0')
		if len(s) == 2 {
			if s[1] < '0' || s[1] > '9' {
				continue
			}
			n = n*10 + int(s[1]-'0')
		}
		return n
	}
	return 0
}
