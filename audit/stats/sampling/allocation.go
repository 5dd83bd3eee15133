package sampling

import (
	"cmp"
	"math"
	"slices"

	"siequity/audit/stats"
)

// Allocation is how many units to draw from each stratum, or why none.
type Allocation struct {
	Sizes []int
	Why   string
}

func cannot(why string) Allocation { return Allocation{Why: why} }

func checkAllocation(sizes []int, n int) string {
	if len(sizes) == 0 {
		return "there are no strata"
	}
	if n < 0 || slices.Min(sizes) < 0 {
		return stats.WhyNegative
	}
	return ""
}

func total(sizes []int) int {
	sum := 0
	for _, s := range sizes {
		sum += s
	}
	return sum
}

// Proportional spreads n over strata in proportion to their sizes by largest
// remainder, ties to the earlier stratum. A population smaller than n is taken
// whole.
func Proportional(sizes []int, n int) Allocation {
	if why := checkAllocation(sizes, n); why != "" {
		return cannot(why)
	}
	all := total(sizes)
	n = min(n, all)
	out := make([]int, len(sizes))
	if all == 0 {
		return Allocation{Sizes: out}
	}
	order := make([]int, len(sizes))
	left := n
	for h, size := range sizes {
		out[h] = n * size / all
		left -= out[h]
		order[h] = h
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(n*sizes[b]%all, n*sizes[a]%all)
	})
	for _, h := range order[:left] {
		out[h]++
	}
	return Allocation{Sizes: out}
}

// Equal gives every stratum the same, as far as it has units; what small
// strata cannot use goes round again, the odd units to the earlier strata.
func Equal(sizes []int, n int) Allocation {
	if why := checkAllocation(sizes, n); why != "" {
		return cannot(why)
	}
	out := make([]int, len(sizes))
	for left := min(n, total(sizes)); left > 0; {
		open := 0
		for h := range sizes {
			if out[h] < sizes[h] {
				open++
			}
		}
		share := max(1, left/open)
		for h := range sizes {
			give := min(share, sizes[h]-out[h], left)
			out[h] += give
			left -= give
		}
	}
	return Allocation{Sizes: out}
}

// Optimal is Wright's (2012) exact optimal integer allocation: every stratum
// starts with `least` units (2 leaves each a variance), then units go one by
// one where they lower the variance of the total most, ties to the earlier
// stratum. sd[h] is the standard deviation expected in stratum h; nil makes
// them equal. A stratum no larger than `least` is taken whole.
func Optimal(sizes []int, sd []float64, n, leastEach int) Allocation {
	why := checkAllocation(sizes, n)
	if why == "" && sd != nil && len(sd) != len(sizes) {
		why = "the strata and their standard deviations differ in number"
	}
	if why != "" {
		return cannot(why)
	}
	out := make([]int, len(sizes))
	for h, size := range sizes {
		out[h] = min(max(leastEach, 0), size)
		if sd != nil && !(sd[h] >= 0) {
			return cannot("a stratum's standard deviation must not be negative")
		}
	}
	if total(out) > n {
		return cannot("the sample is too small to give every stratum its least number")
	}
	for range min(n, total(sizes)) - total(out) {
		out[neediest(sizes, sd, out)]++
	}
	return Allocation{Sizes: out}
}

// neediest is the stratum where one more unit lowers the variance most.
func neediest(sizes []int, sd []float64, given []int) int {
	best, gain := -1, -1.0
	for h, a := range given {
		if a >= sizes[h] {
			continue
		}
		spread := 1.0
		if sd != nil {
			spread = sd[h]
		}
		g := float64(sizes[h]) * spread / math.Sqrt(float64(a)*float64(a+1))
		if a == 0 {
			g = math.Inf(1)
		}
		if g > gain {
			best, gain = h, g
		}
	}
	return best
}

// TotalVariance returns the variance of the estimated population total under
// an allocation: the quantity Optimal makes least.
func TotalVariance(sizes []int, sd []float64, allocated []int) stats.Value {
	if len(sd) != len(sizes) || len(allocated) != len(sizes) {
		return stats.NotCalculable("the strata, their deviations and the allocation differ in number")
	}
	sum := 0.0
	for h, size := range sizes {
		if size == 0 {
			continue
		}
		if allocated[h] < 1 || allocated[h] > size {
			return stats.NotCalculable("a stratum has no unit drawn, or more than it holds")
		}
		big, a := float64(size), float64(allocated[h])
		sum += big * big * sd[h] * sd[h] / a * (1 - a/big)
	}
	return stats.Of(sum)
}
