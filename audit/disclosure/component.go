package disclosure

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
	proof []weight
}

// engine moves counts of one component.
type engine interface {
	// push moves count v up (dir 1) or down (dir -1) by at most want.
	push(v, dir, want int) push
}

// moves says whether the outsider is in any doubt about a count.
func (s *system) moves(v int) bool { return s.down[v]+s.up[v] > 0 }

// room is the distance a count may move on its own in one direction.
func (s *system) room(v, dir int) int {
	if dir > 0 {
		return s.up[v]
	}
	return s.down[v]
}

// componentOf gathers the counts that can move and that equations tie to v.
func (s *system) componentOf(v int) component {
	seenRow := map[int]bool{}
	seen := map[int]bool{v: true}
	c := component{vars: []int{v}}
	for i := 0; i < len(c.vars); i++ {
		for _, row := range s.at[c.vars[i]] {
			if seenRow[row] {
				continue
			}
			seenRow[row] = true
			c.rows = append(c.rows, row)
			for _, t := range s.rows[row] {
				if !seen[t.v] && s.moves(t.v) {
					seen[t.v] = true
					c.vars = append(c.vars, t.v)
				}
			}
		}
	}
	slices.Sort(c.vars)
	slices.Sort(c.rows)
	return c
}

// components splits the counts that can move, in order of their first count.
func (s *system) components() []component {
	seen := make([]bool, len(s.vars))
	var out []component
	for v := range s.vars {
		if seen[v] || !s.moves(v) {
			continue
		}
		c := s.componentOf(v)
		for _, u := range c.vars {
			seen[u] = true
		}
		out = append(out, c)
	}
	return out
}

// engineFor chooses the solver: integer flow where the equations are a
// network, which every two-way table with its totals is, and linear
// programming where they are not, as with the same table for several trusts.
func (s *system) engineFor(c component) engine {
	if n, ok := newNetwork(s, c); ok {
		return n
	}
	return newWalk(s, c)
}
