package disclosure

import (
	"cmp"
	"math"
	"slices"

	"siequity/audit/disclosure/cover"
	"siequity/audit/disclosure/outsider"
)

// lineCuts are the cuts that each equation gives by itself: a small count
// needs company in every line, and so does any other that is hidden.
func (s *sheet) lineCuts() []cover.Cut {
	var cuts []cover.Cut
	for v := range s.vars {
		need, given := s.demand(v), -1
		if s.candidate(v) && s.guard(v) == unguarded {
			need, given = demand{width: s.spread()}, v
		}
		for _, row := range s.At[v] {
			line := func(dir int) []outsider.Weight {
				return []outsider.Weight{{Row: row, Y: float64(dir * s.Sign(row, v))}}
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
func (s *sheet) contributorCuts() []cover.Cut {
	var cuts []cover.Cut
	for _, row := range s.Rows {
		var small, others []int
		single, loose, signs := false, false, 0
		for _, t := range row {
			switch {
			case s.primary(t.Count):
				small = append(small, t.Count)
				signs += t.Sign
				single = single || s.vars[t.Count].count == 1
			case s.candidate(t.Count):
				others = append(others, t.Count)
			case s.Moves(t.Count):
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
func oneOf(about int, counts []int) cover.Cut {
	slices.Sort(counts)
	c := cover.Cut{Need: 1, Given: -1, About: about}
	for _, v := range counts {
		c.Terms = append(c.Terms, cover.Term{Count: v, Gain: 1})
	}
	return c
}

// cutsFor turns proofs that a count cannot move up or down into cuts for the
// parts of a demand that are not nought. A part without its proof is left out.
func (s *sheet) cutsFor(v, given int, d demand, up, down []outsider.Weight) []cover.Cut {
	var cuts []cover.Cut
	add := func(need int, proofs map[int][]outsider.Weight) {
		for _, proof := range proofs {
			if proof == nil {
				return
			}
		}
		if c, ok := s.cutFrom(v, given, need, proofs); ok {
			cuts = append(cuts, c)
		}
	}
	add(d.up, map[int][]outsider.Weight{1: up})
	add(d.down, map[int][]outsider.Weight{-1: down})
	add(d.width, map[int][]outsider.Weight{1: up, -1: down})
	return cuts
}

// cutFrom sums what the counts left over in the proofs allow at most. proofs
// are by direction.
func (s *sheet) cutFrom(v, given, need int, proofs map[int][]outsider.Weight) (cover.Cut, bool) {
	missing, gains := float64(need), map[int]float64{}
	for _, dir := range []int{1, -1} {
		if proofs[dir] == nil {
			continue
		}
		for _, left := range s.residue(v, dir, proofs[dir]) {
			now, then := s.roomBefore(left.Count, given, left.Gain)
			missing -= math.Abs(left.Gain) * now
			gains[left.Count] += math.Abs(left.Gain) * (then - now)
		}
	}
	if missing < cover.Slack {
		return cover.Cut{}, false
	}
	c := cover.Cut{Need: missing, Given: given, About: v}
	for u, g := range gains {
		if g > cover.Slack {
			c.Terms = append(c.Terms, cover.Term{Count: u, Gain: min(g, missing)})
		}
	}
	slices.SortFunc(c.Terms, func(a, b cover.Term) int { return cmp.Compare(a.Count, b.Count) })
	return c, true
}

// residue is what is left of count v after the weighted equations are taken
// from it: for any solution, v moves by the sum of these times the moves of
// the counts named.
func (s *sheet) residue(v, dir int, proof []outsider.Weight) []cover.Term {
	left := map[int]float64{v: float64(dir)}
	for _, w := range proof {
		for _, t := range s.Rows[w.Row] {
			left[t.Count] -= w.Y * float64(t.Sign)
		}
	}
	var out []cover.Term
	for u, d := range left {
		if math.Abs(d) >= cover.Slack {
			out = append(out, cover.Term{Count: u, Gain: d})
		}
	}
	slices.SortFunc(out, func(a, b cover.Term) int { return cmp.Compare(a.Count, b.Count) })
	return out
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
func (s *sheet) usable(cuts []cover.Cut) ([]cover.Cut, error) {
	for again := true; again; {
		again = false
		for i := range cuts {
			c := &cuts[i]
			c.Terms = slices.DeleteFunc(c.Terms, func(t cover.Term) bool { return s.barred[t.Count] })
			most := 0.0
			for _, t := range c.Terms {
				most += t.Gain
			}
			switch {
			case most >= c.Need-cover.Slack:
			case c.Given < 0:
				return nil, unprotectable{c.About}
			case !s.barred[c.Given]:
				s.barred[c.Given], again = true, true
			}
		}
	}
	return slices.DeleteFunc(cuts, func(c cover.Cut) bool { return c.Given >= 0 && s.barred[c.Given] }), nil
}

// unmet finds the demands that the hidden counts leave unmet, as cuts. sound
// is false if one of them is a guess, not a proof.
func (s *sheet) unmet() (cuts []cover.Cut, sound bool) {
	sound = true
	for _, c := range s.Components() {
		found, ok := s.unmetIn(c)
		cuts, sound = append(cuts, found...), sound && ok
	}
	return cuts, sound
}

// unmetIn looks at the counts of one component.
func (s *sheet) unmetIn(c outsider.Component) (cuts []cover.Cut, sound bool) {
	p := newProber(s, c)
	sound = true
	for _, v := range c.Counts {
		d := s.demand(v)
		up, down := p.reach(v, d)
		if d.met(up.Moved, down.Moved) {
			continue
		}
		given := -1
		if s.guard(v) == unguarded {
			given = v
		}
		found := s.cutsFor(v, given, d.lacking(up.Moved, down.Moved), up.Proof, down.Proof)
		if found = slices.DeleteFunc(found, s.satisfied); len(found) == 0 {
			more := s.anyMore(v, c)
			more.Guess = true
			found, sound = []cover.Cut{more}, false
		}
		cuts = append(cuts, found...)
	}
	return cuts, sound
}

// satisfied says that the hidden counts meet a cut already.
func (s *sheet) satisfied(c cover.Cut) bool { return c.MetBy(s.hidden) }

// anyMore asks for one more hidden count next to a component whose solver gave
// no proof to learn from.
func (s *sheet) anyMore(v int, c outsider.Component) cover.Cut {
	var more []int
	for _, row := range c.Rows {
		for _, t := range s.Rows[row] {
			if s.candidate(t.Count) && !s.hidden[t.Count] {
				more = append(more, t.Count)
			}
		}
	}
	slices.Sort(more)
	return oneOf(v, slices.Compact(more))
}
