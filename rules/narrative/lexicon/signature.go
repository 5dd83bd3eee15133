package lexicon

import "slices"

// A signature stands for a collection of word sets: one bit of it for a few sets.
// Of two signatures it is quickly told whether the sets of one can all be among
// those of the other; that they cannot is certain.
type signature [4]uint64

// add takes in the sets of another signature.
func (g *signature) add(o *signature) {
	g[0] |= o[0]
	g[1] |= o[1]
	g[2] |= o[2]
	g[3] |= o[3]
}

// mayHold reports whether the sets of o may all be among those of g.
func (g *signature) mayHold(o *signature) bool {
	return o[0]&^g[0]|o[1]&^g[1]|o[2]&^g[2]|o[3]&^g[3] == 0
}

// A palette gives each word set its bit of a signature, -1 for none.
type palette []int16

// newPalette gives bits to the sets wanted, sets of about the same cost sharing
// one: beside a common word the bit of a rare one would tell nothing.
func newPalette(sets int, wanted []int32, cost func(int32) int) palette {
	p := make(palette, sets)
	for i := range p {
		p[i] = -1
	}
	order := slices.Clone(wanted)
	slices.Sort(order)
	order = slices.Compact(order)
	slices.SortStableFunc(order, func(a, b int32) int { return cost(b) - cost(a) })
	const bits = 64 * len(signature{})
	for i, s := range order {
		p[s] = int16(i * bits / len(order))
	}
	return p
}

// signature returns the signature of sets.
func (p palette) signature(sets []int32) signature {
	var g signature
	for _, s := range sets {
		if int(s) < len(p) && p[s] >= 0 {
			g[p[s]>>6] |= 1 << (p[s] & 63)
		}
	}
	return g
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
