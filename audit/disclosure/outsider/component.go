package outsider

import "slices"

// component is a part of the system whose hidden counts hang together, with
// the equations between them. Counts outside it do not move.
type component struct {
	vars, rows []int // ascending
}

// weight is a multiple of one equation. Weighted equations are how a solver
// proves that a count cannot move further.
type weight struct {
	row int
	y   float64
}

// push is what came of moving one count as far as the equations let it.
type push struct {
	// moved is the distance reached, at most what was asked for. Every step of
	// it is reached by whole counts that satisfy every equation.
	moved int
	// limit is the distance that no outsider's solution exceeds.
	limit int
	// proof is the weighted sum of equations that gives limit.
	proof []Weight
}

// engine moves counts of one component.
type engine interface {
	// push moves count v up (dir 1) or down (dir -1) by at most want.
	Push(v, dir, want int) Push
}

// Moves says whether the outsider is in any doubt about a count.
func (s *System) Moves(v int) bool { return s.Down[v]+s.Up[v] > 0 }

// room is the distance a count may move on its own in one direction.
func (s *System) room(v, dir int) int {
	if dir > 0 {
		return s.Up[v]
	}
	return s.Down[v]
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

// Components splits the counts that can move, in order of their first count.
func (s *System) Components() []Component {
	seen := make([]bool, len(s.vars))
	var out []Component
	for v := range s.vars {
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
