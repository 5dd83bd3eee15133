package cover

import (
	"cmp"
	"slices"
)

// openCut is an open cut with what it costs at least.
type openCut struct {
	cut, free, cost int
}

// weigh finds the open cut with the fewest counts left, and a bound on the
// cost to come: the cheapest ways to meet open cuts that share no count.
func (c *covering) weigh() (tightest, bound int, hopeless bool) {
	var all []openCut
	for i := range c.cuts {
		if !c.open(i) {
			continue
		}
		o, ok := c.price(i)
		if !ok {
			return 0, 0, true
		}
		all = append(all, o)
	}
	if len(all) == 0 {
		return -1, 0, false
	}
	slices.SortStableFunc(all, func(a, b openCut) int {
		return cmp.Or(cmp.Compare(a.free, b.free), cmp.Compare(b.cost, a.cost))
	})
	return all[0].cut, c.apart(all), false
}

// apart adds up the prices of open cuts that share no count that may be had.
func (c *covering) apart(all []openCut) int {
	used, sum := make([]bool, len(c.counts)), 0
	for _, o := range all {
		terms := c.cuts[o.cut].terms
		if slices.ContainsFunc(terms, func(t Term) bool { return used[t.Count] && c.may(t.Count) }) {
			continue
		}
		for _, t := range terms {
			used[t.Count] = true
		}
		sum += o.cost
	}
	return sum
}

// price bounds from below what meeting cut i costs: as many counts as its
// largest gains make necessary, at the prices of the cheapest.
func (c *covering) price(i int) (openCut, bool) {
	gains, costs, most := c.gains[:0], c.costs[:0], 0.0
	for _, t := range c.cuts[i].terms {
		if c.may(t.Count) {
			gains, costs = append(gains, t.Gain), append(costs, c.cost[t.Count])
			most = max(most, t.Gain)
		}
	}
	c.gains, c.costs = gains, costs
	o := openCut{cut: i, free: len(gains)}
	if len(costs) > 0 && most >= c.missing[i]-Slack {
		o.cost = costs[0]
		return o, true
	}
	slices.SortFunc(gains, func(a, b float64) int { return cmp.Compare(b, a) })
	for k, left := 0, c.missing[i]; left > Slack; k++ {
		if k == len(gains) {
			return o, false
		}
		left -= gains[k]
		o.cost += costs[k]
	}
	return o, true
}
