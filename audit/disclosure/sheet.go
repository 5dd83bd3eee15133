package disclosure

import (
	"siequity/audit/disclosure/outsider"
)

// sheet is the pack laid out under a profile, with the counts hidden so far.
type sheet struct {
	*system
	profile Profile
	hidden  []bool
	bare    *Criterion // if set, what is asked instead of the profile's demands
	pool    []outsider.Witness
	got     reached         // what the witnesses that fit show
	probers map[int]*prober // by first count
	floor   []int           // what the symbols themselves say a count is at least
	barred  []bool          // hiding it would help nobody: it could not be hidden safely
}

// newSheet lays the pack out with its small counts hidden.
func newSheet(p Pack, l layout, profile Profile) *sheet {
	s := &sheet{system: newSystem(p, l), profile: profile}
	s.hidden, s.barred = make([]bool, len(s.vars)), make([]bool, len(s.vars))
	s.raiseFloors()
	s.Found, s.probers = s.keep, map[int]*prober{}
	s.hide(nil)
	return s
}

// raiseFloors works out what a table tells of its totals by showing noughts
// as noughts: a hidden total over three hidden counts is 3 or more, because
// each of them is 1 or more. This no choice of hidden counts can undo, and it
// tells nobody more than the symbols do.
func (s *sheet) raiseFloors() {
	s.floor = make([]int, len(s.vars))
	for v, u := range s.vars {
		switch {
		case u.known:
			s.floor[v] = u.count
		case u.shown > 0:
			s.floor[v] = min(1, u.count)
		}
	}
	for again := true; again; {
		again = false
		for _, row := range s.Rows {
			total, sum := s.overParts(row)
			if total >= 0 && sum > s.floor[total] {
				s.floor[total], again = sum, true
			}
		}
	}
}

// overParts reads an equation as a total and the floors of its parts.
func (s *sheet) overParts(row []outsider.Term) (total, sum int) {
	total = -1
	for _, t := range row {
		switch {
		case t.Sign > 0:
			sum += t.Sign * s.floor[t.Count]
		case t.Sign == -1 && total < 0:
			total = t.Count
		default:
			return -1, 0
		}
	}
	return total, sum
}

// printed says that a count is one of those a table shows and may hide.
func (s *sheet) printed(v int) bool { return s.vars[v].shown > 0 && !s.vars[v].known }

// primary says that a count is hidden for its own sake.
func (s *sheet) primary(v int) bool {
	return s.printed(v) && s.profile.small(s.vars[v].count) && s.profile.SmallAs == 0
}

// candidate says that a count may be hidden to protect others. A nought never
// is: the symbol then always stands for 1 or more, as readers will take it.
func (s *sheet) candidate(v int) bool {
	return s.printed(v) && s.vars[v].count > 0 && !s.primary(v) && !s.barred[v]
}

// hide sets the hidden counts to the small ones and those given.
func (s *sheet) hide(chosen []int) {
	for v := range s.vars {
		s.hidden[v] = s.primary(v)
	}
	for _, v := range chosen {
		s.hidden[v] = true
	}
	for v := range s.vars {
		s.Down[v], s.Up[v] = s.bounds(v, s.hidden[v])
	}
	s.replay()
}

// bounds is what an outsider knows of one count by itself, as room below and
// above the truth: all of it if it is known, 1 or more if it is hidden, 0 or
// more if it is not printed, and what the printed number may stand for
// otherwise.
func (s *sheet) bounds(v int, hidden bool) (down, up int) {
	n := s.vars[v].count
	switch {
	case s.vars[v].known:
		return 0, 0
	case s.vars[v].shown == 0:
		return n, outsider.NoLimit
	case hidden:
		return n - s.least(), outsider.NoLimit
	}
	low, high := s.profile.behind(s.profile.Number(n))
	return n - low, high - n
}

// least is the least count an outsider takes to be behind the symbol.
func (s *sheet) least() int {
	if s.bare != nil {
		return s.bare.Lower
	}
	return 1
}

// guard says what has to be kept from outsiders about a count.
func (s *sheet) guard(v int) guard {
	u, small := s.vars[v], s.profile.small(s.vars[v].count)
	switch {
	case u.known:
		return unguarded
	case u.left && u.group && u.count == 0:
		return guardNone
	case small && (u.left || u.shown > 0):
		return guardSmall
	case small:
		return guardExact
	}
	return unguarded
}

// cost of hiding a count: first of all the number of places that lose it, then
// the people it counts.
func (s *sheet) cost() []int {
	out := make([]int, len(s.vars))
	for v, u := range s.vars {
		out[v] = u.shown*outsider.NoLimit + u.count
	}
	return out
}
