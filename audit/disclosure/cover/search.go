package cover

import (
	"cmp"
	"slices"
)

// covering is the search for the cheapest counts that meet some cuts. Counts
// go by their place in counts, which is in order of cost, then position.
type covering struct {
	counts  []int // the counts themselves
	cost    []int
	cuts    []placedCut
	helps   [][]Term  // for each count, the cuts it helps (v is the cut)
	opens   [][]int   // for each count, the cuts that hiding it opens
	missing []float64 // what each cut still needs
	chosen  []bool
	banned  []bool
	spent   int
	found   []int // the best choice met; nil before the first
	bestSum int
	unit    int // differences in cost below it do not matter
	steps   int
	each    func(chosen []int) // if set, is told every choice as cheap as the best
	gains   []float64          // room for price to work in
	costs   []int
}

// placedCut is a cut by places.
type placedCut struct {
	terms []Term // cheapest first
	need  float64
	given int
}

// newCovering puts the counts in order and the cuts in their terms.
func newCovering(cost []int, cuts []Cut) *covering {
	c := &covering{unit: 1}
	for _, k := range cuts {
		c.counts = append(c.counts, k.counts()...)
	}
	slices.SortFunc(c.counts, func(a, b int) int { return cmp.Or(cmp.Compare(cost[a], cost[b]), a-b) })
	c.counts = slices.Compact(c.counts)
	place := make(map[int]int, len(c.counts))
	for i, v := range c.counts {
		place[v] = i
		c.cost = append(c.cost, cost[v])
	}
	n := len(c.counts)
	c.helps, c.opens = make([][]Term, n), make([][]int, n)
	c.chosen, c.banned = make([]bool, n), make([]bool, n)
	for i, k := range cuts {
		c.add(i, k, place)
	}
	return c
}

// add translates one cut.
func (c *covering) add(i int, k Cut, place map[int]int) {
	own := placedCut{need: k.Need, given: -1}
	if k.Given >= 0 {
		own.given = place[k.Given]
		c.opens[own.given] = append(c.opens[own.given], i)
	}
	for _, t := range k.Terms {
		own.terms = append(own.terms, Term{place[t.Count], t.Gain})
		c.helps[place[t.Count]] = append(c.helps[place[t.Count]], Term{i, t.Gain})
	}
	slices.SortFunc(own.terms, func(a, b Term) int { return a.Count - b.Count })
	c.cuts = append(c.cuts, own)
	c.missing = append(c.missing, k.Need)
}

// find gives the place of a count.
func (c *covering) find(v int) (int, bool) {
	i := slices.Index(c.counts, v)
	return i, i >= 0
}

// take hides a count, drop shows it again.
func (c *covering) take(v int) { c.shift(v, -1) }
func (c *covering) drop(v int) { c.shift(v, 1) }

func (c *covering) shift(v int, sign float64) {
	c.chosen[v] = sign < 0
	c.spent -= int(sign) * c.cost[v]
	for _, t := range c.helps[v] {
		c.missing[t.Count] += sign * t.Gain
	}
}

// open says that cut i still asks for something.
func (c *covering) open(i int) bool {
	given := c.cuts[i].given
	return c.missing[i] > Slack && (given < 0 || c.chosen[given])
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

// metWithout says that a count can be shown again.
func (c *covering) metWithout(v int) bool {
	for _, t := range c.helps[v] {
		if c.open(t.Count) {
			return false
		}
	}
	return true
}

// may says that a count is still to be had.
func (c *covering) may(v int) bool { return !c.chosen[v] && !c.banned[v] }

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
	for v := len(c.counts) - 1; v >= 0; v-- {
		if !c.chosen[v] {
			continue
		}
		if c.drop(v); !c.metWithout(v) {
			c.take(v)
		}
	}
	c.record()
	for v := range c.counts {
		if c.chosen[v] {
			c.drop(v)
		}
	}
	return true
}

// mostHelpful weighs what a count adds to all open cuts against its cost and
// against the cuts that hiding it would open.
func (c *covering) mostHelpful() int {
	help := make([]float64, len(c.counts))
	for i, k := range c.cuts {
		if !c.open(i) {
			continue
		}
		for _, t := range k.terms {
			help[t.Count] += min(t.Gain, c.missing[i]) / k.need
		}
	}
	best, most := -1, 0.0
	for v, h := range help {
		if h == 0 || !c.may(v) {
			continue
		}
		if worth := h / float64(c.cost[v]+c.burden(v)); worth > most {
			best, most = v, worth
		}
	}
	return best
}

// burden is the dearest of the cheapest ways to meet the cuts that hiding a
// count would open.
func (c *covering) burden(v int) int {
	most := 0
	for _, i := range c.opens[v] {
		if c.missing[i] <= Slack {
			continue
		}
		for _, t := range c.cuts[i].terms {
			if c.may(t.Count) {
				most = max(most, c.cost[t.Count])
				break
			}
		}
	}
	return most
}

// picked lists the chosen counts themselves, ascending.
func (c *covering) picked() []int {
	out := []int{}
	for v, in := range c.chosen {
		if in {
			out = append(out, c.counts[v])
		}
	}
	slices.Sort(out)
	return out
}

// best is the cheapest choice met.
func (c *covering) best() []int { return c.found }

// record keeps the chosen counts if they are the cheapest so far.
func (c *covering) record() {
	if c.found == nil || c.spent < c.bestSum {
		c.found, c.bestSum = c.picked(), c.spent
	}
}

// improve searches for a choice that is cheaper by at least unit, for so many
// steps. It says whether it saw the search to its end.
func (c *covering) improve(unit, steps int) bool {
	c.unit, c.steps = unit, steps
	c.search()
	return c.steps > 0
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
	if hopeless || !c.promising(c.spent+bound) {
		return
	}
	if tightest < 0 {
		c.finish()
		return
	}
	var tried []int
	for _, t := range c.cuts[tightest].terms {
		if !c.may(t.Count) {
			continue
		}
		c.take(t.Count)
		c.search()
		c.drop(t.Count)
		c.banned[t.Count] = true
		tried = append(tried, t.Count)
	}
	for _, v := range tried {
		c.banned[v] = false
	}
}

// promising says that a choice of a cost would be of interest.
func (c *covering) promising(cost int) bool {
	if c.each != nil {
		return cost <= c.bestSum
	}
	return cost/c.unit < c.bestSum/c.unit
}

// finish takes in a choice that meets every cut.
func (c *covering) finish() {
	if c.each != nil {
		c.each(c.picked())
		return
	}
	c.record()
}
