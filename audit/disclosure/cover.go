package disclosure

import (
	"cmp"
	"slices"
)

// cut is a condition that every safe choice of hidden counts meets: among
// those named, enough must be hidden for a count to move as far as it has to.
// It comes from the weighted equations that held the count back, and is what
// is left of them when each hidden count may move as far as the outsider knows
// (the capacity constraints of Fischetti and Salazar 2001).
type cut struct {
	terms []coverTerm // ascending by v
	need  float64     // more than 0
	given int         // holds only if this count is hidden; -1: always
	about int         // the count it protects
}

// coverTerm is what hiding one count adds towards the need.
type coverTerm struct {
	v    int
	gain float64 // more than 0, at most need
}

// slack is how much of a need may be missing for arithmetic's sake.
const slack = 1e-6

// cover chooses counts that meet every cut at the least cost. It searches
// exactly while steps last; then it returns the best it has met, and proven is
// false. Among equal costs it keeps the first found in order of cost and
// position, so that the same pack always hides the same counts. It returns
// feasible false when a cut cannot be met.
func cover(cost []int, cuts []cut, steps int) (chosen []int, proven, feasible bool) {
	proven = true
	for _, part := range independent(cuts) {
		c := newCovering(cost, part, steps)
		if !c.greedy() {
			return nil, false, false
		}
		c.search()
		proven = proven && c.steps > 0
		chosen = append(chosen, c.best...)
	}
	slices.Sort(chosen)
	return chosen, proven, true
}

// ties lists every choice that meets the cuts at the least cost. complete is
// false if steps did not last to find them all.
func ties(cost []int, cuts []cut, steps int) (all [][]int, complete bool) {
	c := newCovering(cost, cuts, steps)
	if !c.greedy() {
		return nil, false
	}
	c.search()
	c.each = func(chosen []int) { all = append(all, chosen) }
	c.search()
	return all, c.steps > 0
}

// independent splits cuts into parts that share no count, in the order of
// their first cut.
func independent(cuts []cut) [][]cut {
	lead := map[int]int{}
	var find func(v int) int
	find = func(v int) int {
		if p, ok := lead[v]; ok && p != v {
			lead[v] = find(p)
			return lead[v]
		}
		return v
	}
	for _, c := range cuts {
		for _, v := range c.counts() {
			lead[find(v)] = find(c.counts()[0])
		}
	}
	at := map[int]int{}
	var parts [][]cut
	for _, c := range cuts {
		root := -1
		if all := c.counts(); len(all) > 0 {
			root = find(all[0])
		}
		i, ok := at[root]
		if !ok {
			i = len(parts)
			at[root] = i
			parts = append(parts, nil)
		}
		parts[i] = append(parts[i], c)
	}
	return parts
}

// counts lists the counts a cut speaks of.
func (c cut) counts() []int {
	var all []int
	if c.given >= 0 {
		all = append(all, c.given)
	}
	for _, t := range c.terms {
		all = append(all, t.v)
	}
	return all
}

// covering is the search for the cheapest counts that meet some cuts.
type covering struct {
	cost    []int
	cuts    []cut
	in      map[int][]int // the cuts a count helps
	missing []float64     // what each cut still needs
	chosen  map[int]bool
	banned  map[int]bool
	spent   int
	best    []int
	bestSum int
	steps   int
	each    func(chosen []int) // if set, is told every choice as cheap as the best
}

func newCovering(cost []int, cuts []cut, steps int) *covering {
	c := &covering{
		cost: cost, cuts: cuts, steps: steps, in: map[int][]int{},
		missing: make([]float64, len(cuts)), chosen: map[int]bool{}, banned: map[int]bool{},
	}
	for i, k := range cuts {
		c.missing[i] = k.need
		for _, t := range k.terms {
			c.in[t.v] = append(c.in[t.v], i)
		}
	}
	return c
}

// gain finds what a count adds to cut i.
func (c *covering) gain(i, v int) float64 {
	terms := c.cuts[i].terms
	at, ok := slices.BinarySearchFunc(terms, v, func(t coverTerm, v int) int { return cmp.Compare(t.v, v) })
	if !ok {
		return 0
	}
	return terms[at].gain
}

// take hides a count, drop shows it again.
func (c *covering) take(v int) { c.shift(v, -1) }
func (c *covering) drop(v int) { c.shift(v, 1) }

func (c *covering) shift(v int, sign float64) {
	c.chosen[v] = sign < 0
	c.spent -= int(sign) * c.cost[v]
	for _, i := range c.in[v] {
		c.missing[i] += sign * c.gain(i, v)
	}
}

// open says that cut i still asks for something.
func (c *covering) open(i int) bool {
	given := c.cuts[i].given
	return c.missing[i] > slack && (given < 0 || c.chosen[given])
}

// met says that no cut is open.
func (c *covering) met() bool {
	for i := range c.cuts {
		if c.open(i) {
			return false
		}
	}
	return true
}

// free lists the terms of cut i that may still be chosen, cheapest first.
func (c *covering) free(i int) []coverTerm {
	var out []coverTerm
	for _, t := range c.cuts[i].terms {
		if !c.chosen[t.v] && !c.banned[t.v] {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b coverTerm) int { return cmp.Compare(c.cost[a.v], c.cost[b.v]) })
	return out
}

// greedy takes the count that helps most for its cost until every cut is met,
// then shows again what turned out not to be needed, dearest first.
func (c *covering) greedy() bool {
	for !c.met() {
		v := c.mostHelpful()
		if v < 0 {
			return false
		}
		c.take(v)
	}
	picked := c.picked()
	slices.SortStableFunc(picked, func(a, b int) int { return cmp.Compare(c.cost[b], c.cost[a]) })
	for _, v := range picked {
		c.drop(v)
		if !c.met() {
			c.take(v)
		}
	}
	c.record()
	for _, v := range c.picked() {
		c.drop(v)
	}
	return true
}

// mostHelpful weighs what a count adds to all open cuts against its cost and
// against the cuts that hiding it would open.
func (c *covering) mostHelpful() int {
	help := map[int]float64{}
	for i, k := range c.cuts {
		if !c.open(i) {
			continue
		}
		for _, t := range k.terms {
			if !c.chosen[t.v] {
				help[t.v] += min(t.gain, c.missing[i]) / k.need
			}
		}
	}
	best, most := -1, 0.0
	for v, h := range help {
		worth := h / float64(c.cost[v]+c.burden(v))
		if worth > most || worth == most && v < best {
			best, most = v, worth
		}
	}
	return best
}

// burden is the cheapest way to meet one cut that hiding a count would open.
func (c *covering) burden(v int) int {
	most := 0
	for i, k := range c.cuts {
		if k.given != v || c.missing[i] <= slack {
			continue
		}
		if free := c.free(i); len(free) > 0 {
			most = max(most, c.cost[free[0].v])
		}
	}
	return most
}

// picked lists the chosen counts, ascending.
func (c *covering) picked() []int {
	var out []int
	for v, in := range c.chosen {
		if in {
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return out
}

// record keeps the chosen counts if they are the cheapest so far.
func (c *covering) record() {
	if c.best == nil || c.spent < c.bestSum {
		c.best, c.bestSum = append([]int{}, c.picked()...), c.spent
	}
}

// finish takes in a choice that meets every cut.
func (c *covering) finish() {
	if c.each != nil {
		c.each(c.picked())
		return
	}
	c.record()
}

// search goes through all choices depth first, leaving out branches that
// cannot beat the best. It branches on the open cut with the fewest counts to
// choose from.
func (c *covering) search() {
	if c.steps <= 0 {
		return
	}
	c.steps--
	tightest, bound, hopeless := c.weigh()
	worst := c.bestSum
	if c.each == nil {
		worst--
	}
	if hopeless || c.spent+bound > worst {
		return
	}
	if tightest < 0 {
		c.finish()
		return
	}
	tried := c.free(tightest)
	for _, t := range tried {
		c.take(t.v)
		c.search()
		c.drop(t.v)
		c.banned[t.v] = true
	}
	for _, t := range tried {
		c.banned[t.v] = false
	}
}

// weigh finds the open cut with the fewest counts left, and a bound on the
// cost to come: the cheapest ways to meet open cuts that share no count.
func (c *covering) weigh() (tightest, bound int, hopeless bool) {
	type candidate struct {
		cut  int
		free []coverTerm
		cost int
	}
	var all []candidate
	for i := range c.cuts {
		if !c.open(i) {
			continue
		}
		free := c.free(i)
		cost, ok := c.cheapest(i, free)
		if !ok {
			return 0, 0, true
		}
		all = append(all, candidate{i, free, cost})
	}
	if len(all) == 0 {
		return -1, 0, false
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(len(a.free), len(b.free)), cmp.Compare(b.cost, a.cost))
	})
	used := map[int]bool{}
	for _, a := range all {
		if slices.ContainsFunc(a.free, func(t coverTerm) bool { return used[t.v] }) {
			continue
		}
		for _, t := range a.free {
			used[t.v] = true
		}
		bound += a.cost
	}
	return all[0].cut, bound, false
}

// cheapest bounds from below what meeting cut i costs: as many counts as the
// largest gains make necessary, at the prices of the cheapest.
func (c *covering) cheapest(i int, free []coverTerm) (int, bool) {
	gains := make([]float64, len(free))
	for k, t := range free {
		gains[k] = t.gain
	}
	slices.SortFunc(gains, func(a, b float64) int { return cmp.Compare(b, a) })
	left, sum := c.missing[i], 0
	for k := 0; left > slack; k++ {
		if k == len(gains) {
			return 0, false
		}
		left -= gains[k]
		sum += c.cost[free[k].v]
	}
	return sum, true
}
