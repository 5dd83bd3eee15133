package disclosure

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"
)

// sheet is the pack laid out under a profile, with the counts hidden so far.
type sheet struct {
	*system
	profile Profile
	hidden  []bool
	bare    *Criterion // if set, what is asked instead of the profile's demands
	floor   []int      // what the symbols themselves say a count is at least
	barred  []bool     // hiding it would help nobody: it could not be hidden safely
}

// newSheet lays the pack out with its small counts hidden.
func newSheet(p Pack, l layout, profile Profile) *sheet {
	s := &sheet{system: newSystem(p, l), profile: profile}
	s.hidden, s.barred = make([]bool, len(s.vars)), make([]bool, len(s.vars))
	s.raiseFloors()
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
		for _, row := range s.rows {
			total, sum := s.overParts(row)
			if total >= 0 && sum > s.floor[total] {
				s.floor[total], again = sum, true
			}
		}
	}
}

// overParts reads an equation as a total and the floors of its parts.
func (s *sheet) overParts(row []term) (total, sum int) {
	total = -1
	for _, t := range row {
		switch {
		case t.sign > 0:
			sum += t.sign * s.floor[t.v]
		case t.sign == -1 && total < 0:
			total = t.v
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
		s.down[v], s.up[v] = s.bounds(v, s.hidden[v])
	}
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
		return n, noLimit
	case hidden:
		return n - s.least(), noLimit
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

// demand is how far an outsider's solutions must reach around the truth.
type demand struct {
	up, down, width int
}

// demand of a count under its guard. A count hidden for others' sake asks for
// a width as large as that of the range behind the symbol.
func (s *sheet) demand(v int) demand {
	n, top := s.vars[v].count, s.profile.Threshold-1
	if s.bare != nil && (s.bare.Exact || s.guard(v) == unguarded) {
		return s.bare.demand(s.guard(v))
	}
	switch s.guard(v) {
	case guardSmall:
		return demand{top - n, n - max(1, min(n, s.floor[v])), 1}
	case guardNone:
		return demand{up: top}
	case guardExact:
		return demand{width: 1}
	}
	if s.hidden[v] {
		return demand{width: s.spread()}
	}
	return demand{}
}

// spread is the least width asked for a count hidden to protect others.
func (s *sheet) spread() int {
	if s.bare != nil {
		return 0
	}
	return max(1, s.profile.Threshold-2)
}

// cost of hiding a count: first of all the number of places that lose it, then
// the people it counts.
func (s *sheet) cost() []int {
	out := make([]int, len(s.vars))
	for v, u := range s.vars {
		out[v] = u.shown*noLimit + u.count
	}
	return out
}

// unprotectable says that no choice of hidden counts protects one.
type unprotectable struct {
	v int
}

func (e unprotectable) Error() string { return "a small count cannot be protected" }

// maxRounds is far more than any table has been seen to need.
const maxRounds = 400

var (
	errRounds        = errors.New("the choice of counts to hide did not settle")
	errContradiction = errors.New("the counts to hide contradict each other")
)

// choose hides counts until every demand is met: it covers the cuts known so
// far at the least cost, looks which demands the outcome leaves unmet, learns
// a cut from each, and starts again. What it ends with is the optimum if every
// covering was searched to the end and every cut came from a proof; otherwise
// counts that are hidden without need are shown again one by one.
func (s *sheet) choose(ctx context.Context) (optimal bool, err error) {
	_, optimal, err = s.settle(ctx)
	if err == nil && !optimal {
		s.showNeedless()
	}
	return optimal, err
}

// settle covers and learns until nothing is left to learn, first with quick
// covers, then with searched ones. It gives all cuts.
func (s *sheet) settle(ctx context.Context) (cuts []cut, optimal bool, err error) {
	cuts, optimal = s.lineCuts(), true
	budget := newBudget()
	for range maxRounds {
		if err := ctx.Err(); err != nil {
			return nil, false, err
		}
		if cuts, err = s.usable(cuts); err != nil {
			return nil, false, err
		}
		chosen, proven, feasible := cover(s.cost(), cuts, budget)
		if !feasible {
			return nil, false, errContradiction
		}
		s.hide(chosen)
		fresh, sound := s.unmet()
		optimal = optimal && sound
		switch {
		case len(fresh) > 0:
			cuts = append(cuts, fresh...)
		case budget.quick:
			budget.quick = false
		default:
			return cuts, optimal && proven, nil
		}
	}
	return nil, false, errRounds
}

// lineCuts are the cuts that each equation gives by itself: a small count
// needs company in every line, and so does any other that is hidden.
func (s *sheet) lineCuts() []cut {
	var cuts []cut
	for v := range s.vars {
		need, given := s.demand(v), -1
		if s.candidate(v) && s.guard(v) == unguarded {
			need, given = demand{width: s.spread()}, v
		}
		for _, row := range s.at[v] {
			line := func(dir int) []weight {
				return []weight{{row, float64(dir * s.sign(row, v))}}
			}
			cuts = append(cuts, s.cutsFor(v, given, need, line(1), line(-1))...)
		}
	}
	if s.bare != nil {
		return cuts
	}
	return append(cuts, s.contributorCuts()...)
}

// contributorCuts see to it that nobody who knows one count works out another:
// where two small counts are all that a line hides and one of them is a single
// person, that person knows the other. (A part and its total are no such pair:
// the total then holds nobody but the person and those already shown.)
func (s *sheet) contributorCuts() []cut {
	var cuts []cut
	for _, row := range s.rows {
		var small, others []int
		single, loose, signs := false, false, 0
		for _, t := range row {
			switch {
			case s.primary(t.v):
				small = append(small, t.v)
				signs += t.sign
				single = single || s.vars[t.v].count == 1
			case s.candidate(t.v):
				others = append(others, t.v)
			case s.moves(t.v):
				loose = true
			}
		}
		if len(small) == 2 && signs != 0 && single && !loose {
			cuts = append(cuts, oneOf(small[0], others))
		}
	}
	return cuts
}

// oneOf asks for any of some counts to be hidden, to protect another.
func oneOf(about int, counts []int) cut {
	slices.Sort(counts)
	c := cut{need: 1, given: -1, about: about}
	for _, v := range counts {
		c.terms = append(c.terms, coverTerm{v, 1})
	}
	return c
}

// cutsFor turns proofs that a count cannot move up or down into cuts for the
// parts of a demand that are not nought. A part without its proof is left out.
func (s *sheet) cutsFor(v, given int, d demand, up, down []weight) []cut {
	var cuts []cut
	add := func(need int, proofs map[int][]weight) {
		for _, proof := range proofs {
			if proof == nil {
				return
			}
		}
		if c, ok := s.cutFrom(v, given, need, proofs); ok {
			cuts = append(cuts, c)
		}
	}
	add(d.up, map[int][]weight{1: up})
	add(d.down, map[int][]weight{-1: down})
	add(d.width, map[int][]weight{1: up, -1: down})
	return cuts
}

// cutFrom sums what the counts left over in the proofs allow at most. proofs
// are by direction.
func (s *sheet) cutFrom(v, given, need int, proofs map[int][]weight) (cut, bool) {
	missing, gains := float64(need), map[int]float64{}
	for dir, proof := range proofs {
		for u, d := range s.residue(v, dir, proof) {
			now, then := s.roomBefore(u, given, d)
			missing -= math.Abs(d) * now
			gains[u] += math.Abs(d) * (then - now)
		}
	}
	if missing < slack {
		return cut{}, false
	}
	c := cut{need: missing, given: given, about: v}
	for u, g := range gains {
		if g > slack {
			c.terms = append(c.terms, coverTerm{u, min(g, missing)})
		}
	}
	slices.SortFunc(c.terms, func(a, b coverTerm) int { return cmp.Compare(a.v, b.v) })
	return c, true
}

// residue is what is left of count v after the weighted equations are taken
// from it: for any solution, v moves by the sum of these times the moves of
// the counts named.
func (s *sheet) residue(v, dir int, proof []weight) map[int]float64 {
	left := map[int]float64{v: float64(dir)}
	for _, w := range proof {
		for _, t := range s.rows[w.row] {
			left[t.v] -= w.y * float64(t.sign)
		}
	}
	for u, d := range left {
		if math.Abs(d) < tiny {
			delete(left, u)
		}
	}
	return left
}

// roomBefore is the room a count has in the direction of d as it is printed,
// and hidden if it may be. The count a cut is about is taken as hidden.
func (s *sheet) roomBefore(u, given int, d float64) (now, then float64) {
	room := func(hidden bool) float64 {
		down, up := s.bounds(u, hidden)
		if d > 0 {
			return float64(up)
		}
		return float64(down)
	}
	now = room(s.primary(u) || u == given)
	if s.candidate(u) && u != given {
		return now, room(true)
	}
	return now, now
}

// usable strikes out counts that cannot be hidden safely themselves, and finds
// the count that nothing protects.
func (s *sheet) usable(cuts []cut) ([]cut, error) {
	for again := true; again; {
		again = false
		for i := range cuts {
			c := &cuts[i]
			c.terms = slices.DeleteFunc(c.terms, func(t coverTerm) bool { return s.barred[t.v] })
			most := 0.0
			for _, t := range c.terms {
				most += t.gain
			}
			switch {
			case most >= c.need-slack:
			case c.given < 0:
				return nil, unprotectable{c.about}
			case !s.barred[c.given]:
				s.barred[c.given], again = true, true
			}
		}
	}
	return slices.DeleteFunc(cuts, func(c cut) bool { return c.given >= 0 && s.barred[c.given] }), nil
}

// unmet finds the demands that the hidden counts leave unmet, as cuts. sound
// is false if one of them is a guess, not a proof.
func (s *sheet) unmet() (cuts []cut, sound bool) {
	sound = true
	for _, c := range s.components() {
		found, ok := s.unmetIn(c)
		cuts, sound = append(cuts, found...), sound && ok
	}
	return cuts, sound
}

// unmetIn looks at the counts of one component.
func (s *sheet) unmetIn(c component) (cuts []cut, sound bool) {
	e, sound := s.engineFor(c), true
	for _, v := range c.vars {
		d := s.demand(v)
		up, down := s.reach(e, v, d)
		if d.met(up.moved, down.moved) {
			continue
		}
		given := -1
		if s.guard(v) == unguarded {
			given = v
		}
		found := s.cutsFor(v, given, d.lacking(up.moved, down.moved), up.proof, down.proof)
		if found = slices.DeleteFunc(found, s.satisfied); len(found) == 0 {
			found, sound = []cut{s.anyMore(v, c)}, false
		}
		cuts = append(cuts, found...)
	}
	return cuts, sound
}

// met says whether the distances reached are enough.
func (d demand) met(up, down int) bool {
	return up >= d.up && down >= d.down && up+down >= d.width
}

// lacking is the part of the demand that is not met.
func (d demand) lacking(up, down int) demand {
	if up >= d.up {
		d.up = 0
	}
	if down >= d.down {
		d.down = 0
	}
	if up+down >= d.width {
		d.width = 0
	}
	return d
}

// reach moves a count as far both ways as its demand asks.
func (s *sheet) reach(e engine, v int, d demand) (up, down push) {
	if want := max(d.up, d.width); want > 0 {
		up = e.push(v, 1, want)
	}
	if want := max(d.down, d.width-up.moved); want > 0 {
		down = e.push(v, -1, want)
	}
	return up, down
}

// satisfied says that the hidden counts meet a cut already.
func (s *sheet) satisfied(c cut) bool {
	for _, t := range c.terms {
		if s.hidden[t.v] {
			c.need -= t.gain
		}
	}
	return c.need <= slack
}

// anyMore asks for one more hidden count next to a component whose solver gave
// no proof to learn from.
func (s *sheet) anyMore(v int, c component) cut {
	var more []int
	for _, row := range c.rows {
		for _, t := range s.rows[row] {
			if s.candidate(t.v) && !s.hidden[t.v] {
				more = append(more, t.v)
			}
		}
	}
	slices.Sort(more)
	return oneOf(v, slices.Compact(more))
}

// showNeedless shows again, dearest first, what can be shown without leaving
// a demand unmet.
func (s *sheet) showNeedless() {
	cost := s.cost()
	var extra []int
	for v := range s.vars {
		if s.hidden[v] && !s.primary(v) {
			extra = append(extra, v)
		}
	}
	order := slices.Clone(extra)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cost[b], cost[a]) })
	for _, v := range order {
		without := slices.DeleteFunc(slices.Clone(extra), func(u int) bool { return u == v })
		s.hide(without)
		if s.safeAround(v) {
			extra = without
		}
	}
	s.hide(extra)
}

// safeAround says that every demand tied to a count that is now shown is met.
func (s *sheet) safeAround(v int) bool {
	done := map[int]bool{}
	for _, row := range s.at[v] {
		for _, t := range s.rows[row] {
			if done[t.v] || !s.moves(t.v) {
				continue
			}
			c := s.componentOf(t.v)
			for _, u := range c.vars {
				done[u] = true
			}
			if cuts, _ := s.unmetIn(c); len(cuts) > 0 {
				return false
			}
		}
	}
	return true
}
