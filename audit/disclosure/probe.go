package disclosure

import (
	"slices"

	"siequity/audit/disclosure/outsider"
)

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
		if most := s.vars[v].most; most > 0 {
			top = min(top, most)
		}
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

// Large components are looked at in parts first: a solver for a few hundred
// counts costs little, and its time grows with more than the square. What a
// part does not settle goes to the solver for the whole.
const (
	wholeSize = 330
	partSize  = 330
)

// prober answers for the counts of one component how far they get.
type prober struct {
	*sheet
	c     outsider.Component
	whole outsider.Engine
	parts []part
}

// part is a solver for some counts.
type part struct {
	c outsider.Component
	e outsider.Engine
}

// newProber takes up the solvers of an earlier look at the same component.
func newProber(s *sheet, c outsider.Component) *prober {
	if old := s.probers[c.Counts[0]]; old != nil && slices.Equal(old.c.Counts, c.Counts) {
		old.reset()
		return old
	}
	p := &prober{sheet: s, c: c}
	s.probers[c.Counts[0]] = p
	return p
}

// reset brings every solver back to the truth.
func (p *prober) reset() {
	if p.whole != nil {
		p.whole.Reset()
	}
	for _, near := range p.parts {
		near.e.Reset()
	}
}

// reach moves a count as far both ways as its demand asks, unless witnesses
// have been that far.
func (p *prober) reach(v int, d demand) (up, down outsider.Push) {
	up, down = p.seen(v, 1), p.seen(v, -1)
	if d.met(up.Moved, down.Moved) {
		return up, down
	}
	if len(p.c.Counts) > wholeSize {
		e := p.part(v)
		up = p.try(e, v, 1, max(d.up, d.width))
		down = p.try(e, v, -1, max(d.down, d.width-up.Moved))
		if d.met(up.Moved, down.Moved) {
			return up, down
		}
	}
	if p.whole == nil {
		p.whole = p.EngineFor(p.c)
	}
	up = p.try(p.whole, v, 1, max(d.up, d.width))
	return up, p.try(p.whole, v, -1, max(d.down, d.width-up.Moved))
}

// seen is what witnesses have shown of a count.
func (p *prober) seen(v, dir int) outsider.Push {
	return outsider.Push{Moved: p.got.at(v, dir)}
}

// try moves a count one way if no witness has been there.
func (p *prober) try(e outsider.Engine, v, dir, want int) outsider.Push {
	if push := p.seen(v, dir); push.Moved >= want {
		return push
	}
	return e.Push(v, dir, want)
}

// part finds a part in which a count has all its neighbours, or makes one.
func (p *prober) part(v int) outsider.Engine {
	for _, near := range p.parts {
		if p.surrounded(v, near.c.Counts) {
			return near.e
		}
	}
	c := p.Near(v, partSize)
	near := part{c, p.EngineNear(c)}
	p.parts = append(p.parts, near)
	return near.e
}

// surrounded says that every count that shares an equation with v is among
// some, which are ascending.
func (p *prober) surrounded(v int, some []int) bool {
	for _, row := range p.At[v] {
		for _, t := range p.Rows[row] {
			if _, in := slices.BinarySearch(some, t.Count); !in && p.Moves(t.Count) {
				return false
			}
		}
	}
	return true
}

// reached is how far counts have been shown to get, down and up.
type reached [2][]int

// at gives the distance for a direction.
func (r reached) at(v, dir int) int { return r[(dir+1)/2][v] }

// take in a witness; more says that it got a count further than any before.
// Beyond enough, further is of no interest.
func (r reached) take(w outsider.Witness, enough int) (more bool) {
	for _, m := range w {
		side, by := 1, m.By
		if by < 0 {
			side, by = 0, -by
		}
		if by = min(by, enough); by > r[side][m.Count] {
			r[side][m.Count], more = by, true
		}
	}
	return more
}

// keep remembers a witness if it shows anything new.
func (s *sheet) keep(w outsider.Witness) {
	if s.got.take(w, s.profile.Threshold) {
		s.pool = append(s.pool, w)
	}
}

// replay works out anew what the kept witnesses show.
func (s *sheet) replay() {
	s.got = reached{make([]int, len(s.vars)), make([]int, len(s.vars))}
	for _, w := range s.pool {
		if s.Fits(w) {
			s.got.take(w, s.profile.Threshold)
		}
	}
}
