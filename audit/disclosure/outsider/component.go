package outsider

import "slices"

// Component is a part of a system whose movable counts hang together, with
// the equations between them. Counts outside it do not move.
type Component struct {
	Counts, Rows []int // ascending
}

// Weight is a multiple of one equation. Weighted equations are how a solver
// proves that a count cannot move further.
type Weight struct {
	Row int
	Y   float64
}

// Push is what came of moving one count as far as the equations let it.
type Push struct {
	// Moved is the distance reached, at most what was asked for: there is a
	// whole-number solution in which the count is that far from the truth.
	Moved int
	// Limit is a distance that no solution exceeds; [NoLimit] if there is none
	// or it was not found.
	Limit int
	// Proof is the weighted sum of equations that gives Limit. It is nil where
	// none was looked for, and empty where only the count's own bound holds it.
	Proof []Weight
}

// Engine moves counts of one component.
type Engine interface {
	// Push moves count v up (dir 1) or down (dir -1) by at most want.
	Push(v, dir, want int) Push
	// Reset forgets what was found, for use after the rooms have changed. The
	// counts that can move at all must still be the same.
	Reset()
}

// ComponentOf gathers the counts that can move and that equations tie to v.
func (s *System) ComponentOf(v int) Component {
	seenRow := map[int]bool{}
	seen := map[int]bool{v: true}
	c := Component{Counts: []int{v}}
	for i := 0; i < len(c.Counts); i++ {
		for _, row := range s.At[c.Counts[i]] {
			if seenRow[row] {
				continue
			}
			seenRow[row] = true
			c.Rows = append(c.Rows, row)
			for _, t := range s.Rows[row] {
				if !seen[t.Count] && s.Moves(t.Count) {
					seen[t.Count] = true
					c.Counts = append(c.Counts, t.Count)
				}
			}
		}
	}
	slices.Sort(c.Counts)
	slices.Sort(c.Rows)
	return c
}

// Near gathers at most so many counts around v, the nearest first. Taken as a
// component of its own it holds all others at the truth, so that what it finds
// possible is possible, while what it finds impossible need not be.
func (s *System) Near(v, most int) Component {
	seenRow := map[int]bool{}
	seen := map[int]bool{v: true}
	c := Component{Counts: []int{v}}
	for i := 0; i < len(c.Counts); i++ {
		for _, row := range s.At[c.Counts[i]] {
			if !seenRow[row] {
				seenRow[row] = true
				c.Rows = append(c.Rows, row)
			}
			for _, t := range s.Rows[row] {
				if len(c.Counts) < most && !seen[t.Count] && s.Moves(t.Count) {
					seen[t.Count] = true
					c.Counts = append(c.Counts, t.Count)
				}
			}
		}
	}
	slices.Sort(c.Counts)
	slices.Sort(c.Rows)
	return c
}

// EngineNear is the solver for what Near gathers.
func (s *System) EngineNear(c Component) Engine { return newWalk(s, c) }

// Components splits the counts that can move, in order of their first count.
func (s *System) Components() []Component {
	seen := make([]bool, len(s.Up))
	var out []Component
	for v := range s.Up {
		if seen[v] || !s.Moves(v) {
			continue
		}
		c := s.ComponentOf(v)
		for _, u := range c.Counts {
			seen[u] = true
		}
		out = append(out, c)
	}
	return out
}

// EngineFor chooses the solver: integer flow where the equations are a
// network, which every two-way table with its totals is, and linear
// programming where they are not, as with the same table for several trusts.
func (s *System) EngineFor(c Component) Engine {
	if n, ok := newNetwork(s, c); ok {
		return n
	}
	return newWalk(s, c)
}
