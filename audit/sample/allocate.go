package sample

import (
	"fmt"
	"math"

	"siequity/audit/stats/sampling"
)

// allocate spreads n cases over the strata. Those taken for sure come first;
// the rest is spread by the design. It says in words what it had to change.
func allocate(strata []Stratum, d Design, n int) (words []string, err error) {
	var rest []int // strata to spread over
	left := n
	for h := range strata {
		if strata[h].Certain {
			strata[h].Drawn = strata[h].Population
			left -= strata[h].Population
			continue
		}
		rest = append(rest, h)
	}
	if len(rest) == 0 {
		return nil, nil
	}
	sizes := make([]int, len(rest))
	need := 0
	for i, h := range rest {
		sizes[i] = strata[h].Population
		need += min(sizes[i], d.Least)
	}
	if left < need {
		if d.Size.Cases > 0 {
			return nil, Fault{fmt.Sprintf("%d cases cannot give each of %d strata its least number, %d", n, len(rest), d.Least),
				fmt.Sprintf("draw at least %d, or use fewer strata", n-left+need)}
		}
		words = append(words, fmt.Sprintf("%d cases are drawn instead of %d, so that every stratum has its least number.", n-left+need, n))
		left = need
	}
	a := spread(strata, rest, sizes, d, left)
	if a.Why != "" {
		return nil, Fault{"the sample cannot be spread over the strata: " + a.Why, "draw more cases, or use fewer strata"}
	}
	for i, h := range rest {
		strata[h].Drawn = a.Sizes[i]
	}
	return append(words, unseenWords(strata)...), nil
}

func spread(strata []Stratum, rest, sizes []int, d Design, n int) sampling.Allocation {
	switch {
	case d.Spread == Equal:
		return equalAtLeast(sizes, n, d.Least)
	case d.Spread != Neyman && d.Least == 0 && len(d.Boost) == 0:
		return sampling.Proportional(sizes, n)
	}
	sd := make([]float64, len(rest))
	for i, h := range rest {
		sd[i] = deviation(strata[h], d)
	}
	return sampling.Optimal(sizes, sd, n, d.Least)
}

// equalAtLeast gives every stratum its least number first, then spreads the
// rest equally; Equal alone cannot fall short of it unless n does.
func equalAtLeast(sizes []int, n, least int) sampling.Allocation {
	a := sampling.Equal(sizes, n)
	for i, size := range a.Sizes {
		if size < min(sizes[i], least) {
			a.Why = "the sample is too small to give every stratum its least number"
		}
	}
	return a
}

// deviation is what Wright's allocation multiplies a stratum's size by. An
// expected share of all or nothing is never quite so, and counts as 5% or 95%.
func deviation(s Stratum, d Design) float64 {
	factor := s.Factor
	if factor == 0 {
		factor = 1
	}
	if d.Spread != Neyman {
		return factor
	}
	share := 0.5
	for _, e := range d.Expected {
		for i, by := range d.Strata {
			if by == e.By && e.has(s.Values[i]) {
				share = e.Share
			}
		}
	}
	share = min(max(share, 0.05), 0.95)
	return factor * math.Sqrt(share*(1-share))
}

// unseenWords warns of strata that give no case, or one of several.
func unseenWords(strata []Stratum) []string {
	none, one, noneCases := 0, 0, 0
	for _, s := range strata {
		switch {
		case s.Drawn == 0:
			none++
			noneCases += s.Population
		case s.Drawn == 1 && s.Population > 1:
			one++
		}
	}
	var words []string
	if none > 0 {
		words = append(words, fmt.Sprintf("Warning: %d strata with %d cases give no case to the sample, so nothing will be known of them; ask for a least number of 2, or more cases.", none, noneCases))
	}
	if one > 0 {
		words = append(words, fmt.Sprintf("Warning: %d strata give a single case and show no variance; they will be put together with a neighbour when results are worked out. A least number of 2 avoids it.", one))
	}
	return words
}
