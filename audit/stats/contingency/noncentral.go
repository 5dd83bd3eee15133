package contingency

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// noncentral is the distribution of a two by two table's first cell given its
// margins and an odds ratio, kept where it matters for the value observed.
type noncentral struct {
	lo, hi int       // least and greatest possible value
	from   int       // value of the first entry of log
	log    []float64 // log probability at an odds ratio of 1
}

// newNoncentral keeps the values within fifty standard deviations of x. At the
// odds ratios asked for, the distribution lies around x, where its variance is
// below the smallest cell.
func newNoncentral(h dist.Hypergeometric, x int) noncentral {
	lo, hi := h.Support()
	smallest := min(x, h.Drawn-x, h.Marked-x, h.Unmarked-h.Drawn+x)
	reach := 100 + int(50*math.Sqrt(float64(smallest+1)))
	from, to := max(lo, x-reach), min(hi, x+reach)
	n := noncentral{lo, hi, from, make([]float64, to-from+1)}
	for i := range n.log {
		n.log[i] = h.Log(from + i)
	}
	return n
}

// weigh returns the sum of the values' weights at log odds ratio t, and of the
// weights times f of the value. Weights are relative to the greatest.
func (n noncentral) weigh(t float64, f func(x int) float64) (sum, weighted float64) {
	top := math.Inf(-1)
	for i, l := range n.log {
		top = max(top, l+t*float64(i))
	}
	for i, l := range n.log {
		if w := math.Exp(l + t*float64(i) - top); w > 0 {
			sum += w
			weighted += w * f(n.from+i)
		}
	}
	return sum, weighted
}

// tail is P(X >= x) or P(X <= x) at log odds ratio t.
func (n noncentral) tail(t float64, x int, atLeast bool) float64 {
	sum, part := n.weigh(t, func(k int) float64 {
		if k >= x && atLeast || k <= x && !atLeast {
			return 1
		}
		return 0
	})
	return part / sum
}

// limits inverts both tails: 0 below the least value, +Inf above the greatest.
func (n noncentral) limits(x int, tail float64) (lower, upper float64) {
	lower, upper = 0, math.Inf(1)
	if x > n.lo {
		lower = n.solve(func(t float64) float64 { return n.tail(t, x, true) - tail })
	}
	if x < n.hi {
		upper = n.solve(func(t float64) float64 { return tail - n.tail(t, x, false) })
	}
	return lower, upper
}

// estimate is the odds ratio at which the mean equals x.
func (n noncentral) estimate(x int) stats.Value {
	switch {
	case n.lo == n.hi:
		return stats.NotCalculable("an empty row or column leaves nothing to compare")
	case x == n.lo:
		return stats.Of(0)
	case x == n.hi:
		return stats.Of(math.Inf(1))
	}
	return stats.Of(n.solve(func(t float64) float64 {
		sum, weighted := n.weigh(t, func(k int) float64 { return float64(k - x) })
		return weighted / sum
	}))
}

// solve finds the odds ratio at which f, rising in the log odds ratio, is 0.
func (n noncentral) solve(f func(logOdds float64) float64) float64 {
	for reach := 4.0; reach <= 1024; reach *= 2 {
		if f(-reach) < 0 && f(reach) > 0 {
			return math.Exp(dist.Root(f, -reach, reach))
		}
	}
	return math.NaN()
}
