package disclosure

import (
	"context"
	"errors"
	"slices"

	"siequity/audit/disclosure/cover"
)

// unprotectable says that no choice of hidden counts protects one.
type unprotectable struct {
	v int
}

func (e unprotectable) Error() string { return "a small count cannot be protected" }

const (
	// growRounds is far more than any pack has been seen to need.
	growRounds = 400
	// betterRounds and betterSize bound the search for the optimum: how often
	// it may learn, and in how many counts.
	betterRounds = 60
	betterSize   = 150
)

var (
	errRounds        = errors.New("the choice of counts to hide did not settle")
	errContradiction = errors.New("the counts to hide contradict each other")
)

// chooser looks for the cheapest safe choice of counts to hide, on a sheet.
// It learns cuts as it goes and never forgets one.
type chooser struct {
	*sheet
	price []int
	cuts  []cover.Cut
	sound bool // every cut so far was proved
}

// choose hides counts until every demand is met. Hiding more and more until
// the outcome is safe and then showing again what was not needed gives a
// choice that is safe and has nothing to spare. From there, on sheets small
// enough, it covers all that was learned at the least cost, learns from what
// is wrong with the cover, and ends when the cover is safe or no cheaper.
func (s *sheet) choose(ctx context.Context) (optimal bool, err error) {
	c := &chooser{sheet: s, price: s.cost(), cuts: s.lineCuts(), sound: true}
	if err := c.grow(ctx); err != nil {
		return false, err
	}
	c.shed()
	return c.better(ctx), nil
}

// grow hides what meets the cuts, learns from the demands unmet, and goes on
// from there.
func (c *chooser) grow(ctx context.Context) error {
	var kept []int
	for range growRounds {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := c.strike(); err != nil {
			return err
		}
		kept = slices.DeleteFunc(kept, func(v int) bool { return c.barred[v] })
		more, feasible := cover.Extend(c.price, c.cuts, kept)
		if !feasible {
			return errContradiction
		}
		kept = more
		c.hide(kept)
		if !c.learn() {
			return nil
		}
	}
	return errRounds
}

// learn adds a cut for every unmet demand, and says whether there was one.
func (c *chooser) learn() bool {
	fresh, sound := c.unmet()
	c.cuts, c.sound = append(c.cuts, fresh...), c.sound && sound
	return len(fresh) > 0
}

// extra lists the counts hidden to protect others, cheapest first.
func (c *chooser) extra() []int {
	var out []int
	for v := range c.vars {
		if c.hidden[v] && !c.primary(v) {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return c.price[a] - c.price[b] })
	return out
}

// shed shows again, dearest first, what can be shown without leaving a demand
// unmet. A count that a cut still needs is not tried.
func (c *chooser) shed() {
	extra := c.extra()
	for i := len(extra) - 1; i >= 0; i-- {
		without := slices.Delete(slices.Clone(extra), i, i+1)
		if !c.meets(without) {
			continue
		}
		c.hide(without)
		if !c.learn() {
			extra = without
		}
	}
	c.hide(extra)
}

// meets says that a choice meets every cut that is known to be needed.
func (c *chooser) meets(chosen []int) bool {
	in := make([]bool, len(c.vars))
	for _, v := range chosen {
		in[v] = true
	}
	return !slices.ContainsFunc(c.cuts, func(k cover.Cut) bool {
		return !k.Guess && (k.Given < 0 || in[k.Given]) && !k.MetBy(in)
	})
}

// better replaces the safe choice by a cheaper one as long as it finds any,
// and says whether it ended with the fewest possible places.
func (c *chooser) better(ctx context.Context) (optimal bool) {
	safe, best := c.extra(), c.total(c.extra())
	b := cover.NewBudget()
	for round := 0; round < betterRounds && c.size() <= betterSize && ctx.Err() == nil; round++ {
		if c.strike() != nil {
			break
		}
		chosen, proven, feasible := cover.Cheapest(c.price, c.cuts, b)
		if !feasible || c.total(chosen) >= best {
			optimal = feasible && proven && c.sound
			break
		}
		if c.hide(chosen); !c.learn() {
			c.hide(chosen)
			return proven && c.sound
		}
	}
	c.hide(safe)
	return optimal
}

// total is the cost of a choice.
func (c *chooser) total(chosen []int) int {
	sum := 0
	for _, v := range chosen {
		sum += c.price[v]
	}
	return sum
}

// size is the number of counts that cuts speak of.
func (c *chooser) size() int {
	seen := map[int]bool{}
	for _, k := range c.cuts {
		for _, t := range k.Terms {
			seen[t.Count] = true
		}
	}
	return len(seen)
}

// strike takes out of the cuts the counts that cannot be hidden safely
// themselves, and finds the count that nothing protects.
func (c *chooser) strike() error {
	cuts, err := c.usable(c.cuts)
	if err == nil {
		c.cuts = cuts
	}
	return err
}
