package lexicon

import (
	"cmp"
	"slices"
)

// A signature stands for a collection of word sets: one bit of it for a few sets.
// Of two signatures it is quickly told whether the sets of one can all be among
// those of the other; that they cannot is certain.
type signature [8]uint64

// add takes in the sets of another signature.
func (g *signature) add(o *signature) {
	g[0] |= o[0]
	g[1] |= o[1]
	g[2] |= o[2]
	g[3] |= o[3]
	g[4] |= o[4]
	g[5] |= o[5]
	g[6] |= o[6]
	g[7] |= o[7]
}

// mayHold reports whether the sets of o may all be among those of g.
func (g *signature) mayHold(o *signature) bool {
	return o[0]&^g[0]|o[1]&^g[1]|o[2]&^g[2]|o[3]&^g[3]|
		o[4]&^g[4]|o[5]&^g[5]|o[6]&^g[6]|o[7]&^g[7] == 0
}

// has reports whether the bit stands in g.
func (g *signature) has(bit uint16) bool { return g[bit>>6&7]>>(bit&63)&1 != 0 }

// always is the bit that every signature of words has: what needs nothing needs it.
const always = 0

// A palette gives each word set its bit of a signature, -1 for none.
type palette []int16

// newPalette gives bits to the sets that patterns need beside the word at hand.
// A quarter of the bits go to one set each, those asked for most often; of the
// others, sets of about the same cost share one: beside a common word the bit of a
// rare one would tell nothing.
func newPalette(sets int, needs []need, cost func(int32) int) palette {
	asked := make([]int, sets)
	p := make(palette, sets)
	for i := range p {
		p[i] = -1
	}
	var order []int32
	for _, n := range needs {
		for _, s := range n.sets {
			if asked[s] == 0 {
				order = append(order, s)
			}
			asked[s] += n.often
		}
	}
	const bits, own = 64 * len(signature{}), 16 * len(signature{}) // own counts the bit that always stands
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(asked[b]-asked[a], int(a-b)) })
	first := order[:min(own-1, len(order))]
	rest := order[len(first):]
	slices.SortFunc(rest, func(a, b int32) int { return cmp.Or(cost(b)-cost(a), int(a-b)) })
	for i, s := range first {
		p[s] = int16(always + 1 + i)
	}
	for i, s := range rest {
		p[s] = int16(own + i*(bits-own)/len(rest))
	}
	return p
}

// A need is what a pattern needs beside the word at which it is asked for, and how
// often it is asked for: what that word costs.
type need struct {
	sets  []int32
	often int
}

// signature returns the signature of sets.
func (p palette) signature(sets []int32) signature {
	g := signature{1 << always}
	for _, s := range sets {
		if int(s) < len(p) && p[s] >= 0 {
			g[p[s]>>6] |= 1 << (p[s] & 63)
		}
	}
	return g
}

// tells returns the bit of the first of the sets, which tells most.
func (p palette) tells(needs []int32) uint16 {
	if len(needs) == 0 {
		return always
	}
	return uint16(p[needs[0]])
}

// Guards are patterns with what they need, and first of all: a glance at one bit
// turns most of them away, and the bits lie close together.
type guards struct {
	tells []uint16 // by guard: the bit of what is rarest of its needs
	all   []guard
}

func (gs *guards) add(g guard, tells uint16) {
	gs.tells, gs.all = append(gs.tells, tells), append(gs.all, g)
}

func (gs *guards) concat(o guards) {
	gs.tells, gs.all = append(gs.tells, o.tells...), append(gs.all, o.all...)
}

// A guard is a pattern with what it needs where the word of one of its steps stands.
type guard struct {
	needs   signature // of all that is to be there
	pattern *pattern
	near    int32 // the set of the step that must come right beside that word
	side    int32 // where it must come: 1 behind, -1 before; 0 if there is none
}

// guard returns the guard of a pattern where the word of its step k stands, which
// needs other sets elsewhere.
func (p palette) guard(pat *pattern, k int, needs []int32, cost func(int32) int) guard {
	g := guard{needs: p.signature(needs), pattern: pat}
	g.near, g.side = pat.neighbour(k, cost)
	return g
}
