package disclosure

import (
	"cmp"
	"math"
	"slices"
)

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
	var e engine
	sound = true
	for _, v := range c.vars {
		d := s.demand(v)
		if d.met(s.got.at(v, 1), s.got.at(v, -1)) {
			continue
		}
		if e == nil {
			e = s.engineFor(c)
		}
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

// reach moves a count as far both ways as its demand asks, unless a witness
// has been that far.
func (s *sheet) reach(e engine, v int, d demand) (up, down push) {
	up = s.try(e, v, 1, max(d.up, d.width))
	return up, s.try(e, v, -1, max(d.down, d.width-up.moved))
}

// try moves a count one way if no witness has been there.
func (s *sheet) try(e engine, v, dir, want int) push {
	if got := s.got.at(v, dir); got >= want {
		return push{moved: got, limit: got}
	}
	return e.push(v, dir, want)
}

// satisfied says that the hidden counts meet a cut already.
func (s *sheet) satisfied(c cut) bool { return c.metBy(s.hidden) }

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
