package cover

import "slices"

// Cut is a condition that every safe choice of hidden counts meets: among
// those named, enough must be hidden for a count to move as far as it has to.
// It comes from the weighted equations that held the count back, and is what
// is left of them when each hidden count may move as far as the outsider knows
// (the capacity constraints of Fischetti and Salazar 2001).
type Cut struct {
	Terms []Term  // ascending by count
	Need  float64 // more than 0
	Given int     // holds only if this count is hidden; -1: always
	About int     // the count it protects
	Guess bool    // asked for without proof that it is needed
}

// Term is what hiding one count adds towards the need.
type Term struct {
	Count int
	Gain  float64 // more than 0, at most need
}

// Place is what a place costs. It outweighs any number of people, so that the
// people only decide between choices that cost as many places.
const Place = 1 << 40

// Slack is how much of a need may be missing for arithmetic's sake.
const Slack = 1e-6

// Cheapest chooses counts that meet every cut at the least cost. Cost is first of
// all a number of places, each worth [Place]. The search is exact while steps
// last; proven says that no choice costs fewer places. Among equals it keeps
// the first found in order of cost and position, so that the same pack always
// hides the same counts. feasible is false when a cut cannot be met.
func Cheapest(cost []int, cuts []Cut, b *Budget) (chosen []int, proven, feasible bool) {
	proven = true
	for _, part := range independent(cuts) {
		c := newCovering(cost, part)
		if !c.greedy() {
			return nil, false, false
		}
		proven = b.spend(c, Place) && proven
		b.spend(c, 1)
		chosen = append(chosen, c.best()...)
	}
	slices.Sort(chosen)
	return chosen, proven, true
}

// Extend adds to the counts kept until every cut is met.
func Extend(cost []int, cuts []Cut, kept []int) (chosen []int, feasible bool) {
	c := newCovering(cost, cuts)
	chosen = slices.Clone(kept)
	for _, v := range kept {
		if i, ok := c.find(v); ok {
			c.take(i)
		}
	}
	for !c.met() {
		v := c.mostHelpful()
		if v < 0 {
			return nil, false
		}
		c.take(v)
		chosen = append(chosen, c.counts[v])
	}
	slices.Sort(chosen)
	return chosen, true
}

// Budget is how long searches may go on. It counts steps, not time, so that
// the outcome is the same on every machine.
type Budget struct {
	steps int // left for all searches together
}

const (
	stepsInAll  = 20000
	stepsAtOnce = 4000
	stepsToTie  = 100000
)

func NewBudget() *Budget { return &Budget{steps: stepsInAll} }

// spend improves on a choice by at least unit as far as the budget goes.
func (b *Budget) spend(c *covering, unit int) bool {
	allowed := min(b.steps, stepsAtOnce)
	done := c.improve(unit, allowed)
	b.steps -= allowed - c.steps
	return done
}

// Ties lists every choice that meets the cuts at the least cost. complete is
// false if steps did not last to find them all.
func Ties(cost []int, cuts []Cut) (all [][]int, complete bool) {
	c := newCovering(cost, cuts)
	if !c.greedy() || !c.improve(1, stepsToTie) {
		return nil, false
	}
	c.each = func(chosen []int) { all = append(all, chosen) }
	return all, c.improve(1, stepsToTie)
}

// independent splits cuts into parts that share no count, in the order of
// their first cut.
func independent(cuts []Cut) [][]Cut {
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
		all := c.counts()
		for _, v := range all {
			lead[find(v)] = find(all[0])
		}
	}
	at := map[int]int{}
	var parts [][]Cut
	for _, c := range cuts {
		all := c.counts()
		if len(all) == 0 {
			continue // asks for nothing that a choice could give
		}
		i, ok := at[find(all[0])]
		if !ok {
			i = len(parts)
			at[find(all[0])] = i
			parts = append(parts, nil)
		}
		parts[i] = append(parts[i], c)
	}
	return parts
}

// MetBy says that some counts together are enough for the cut.
func (c Cut) MetBy(in []bool) bool {
	need := c.Need
	for _, t := range c.Terms {
		if in[t.Count] {
			need -= t.Gain
		}
	}
	return need <= Slack
}

// counts lists the counts a cut speaks of.
func (c Cut) counts() []int {
	var all []int
	if c.Given >= 0 {
		all = append(all, c.Given)
	}
	for _, t := range c.Terms {
		all = append(all, t.Count)
	}
	return all
}
