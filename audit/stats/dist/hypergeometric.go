package dist

import "math"

// Hypergeometric describes draws without replacement: Drawn units from a
// population of Marked and Unmarked ones.
type Hypergeometric struct{ Marked, Unmarked, Drawn int }

// Support returns the least and the greatest number of marked units a draw
// can hold.
func (h Hypergeometric) Support() (lo, hi int) {
	return max(0, h.Drawn-h.Unmarked), min(h.Marked, h.Drawn)
}

// Mean returns the expected number of marked units.
func (h Hypergeometric) Mean() float64 {
	if h.Marked+h.Unmarked == 0 {
		return 0
	}
	return float64(h.Drawn) * float64(h.Marked) / float64(h.Marked+h.Unmarked)
}

// Log returns the log probability of x marked units, as a quotient of three
// binomial probabilities (Loader 2000).
func (h Hypergeometric) Log(x int) float64 {
	lo, hi := h.Support()
	if x < lo || x > hi {
		return math.Inf(-1)
	}
	if lo == hi {
		return 0
	}
	total := float64(h.Marked + h.Unmarked)
	p := float64(h.Drawn) / total
	q := (total - float64(h.Drawn)) / total
	return LogBinomial(float64(x), float64(h.Marked), p, q) +
		LogBinomial(float64(h.Drawn-x), float64(h.Unmarked), p, q) -
		LogBinomial(float64(h.Drawn), total, p, q)
}

// Prob returns the probability of x marked units.
func (h Hypergeometric) Prob(x int) float64 { return math.Exp(h.Log(x)) }

// Tails returns the probabilities at, below and above x marked units.
func (h Hypergeometric) Tails(x int) Tails {
	lo, hi := h.Support()
	if x < lo {
		return Tails{Above: 1}
	}
	if x > hi {
		return Tails{Below: 1}
	}
	m, u, d := float64(h.Marked), float64(h.Unmarked), float64(h.Drawn)
	up := func(k float64) float64 { return (m - k) / (k + 1) * (d - k) / (u - d + k + 1) }
	down := func(k float64) float64 { return k / (m - k + 1) * (u - d + k) / (d - k + 1) }
	pmf := func(k float64) float64 { return h.Prob(int(k)) }
	return tails(float64(x), float64(lo), float64(hi), h.Mean(), h.Prob(x), pmf, up, down)
}
