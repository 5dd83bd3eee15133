package stats

import (
	"math"
	"math/big"
)

// FormatRate prints x/n times per with the given decimals, rounding halves
// up as the published tables do. It computes in fractions: a binary float on
// the wrong side of a half would print the digit below. It returns "" where
// the rate is not calculable.
func FormatRate(x, n, per float64, decimals int) string {
	rate := new(big.Rat)
	for _, v := range []float64{x, n, per} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return ""
		}
	}
	if !(n > 0) || x < 0 {
		return ""
	}
	rate.Mul(exactly(x), exactly(per))
	rate.Quo(rate, exactly(n))
	return rate.FloatString(max(decimals, 0))
}

// exactly is the fraction a float64 holds.
func exactly(v float64) *big.Rat { return new(big.Rat).SetFloat64(v) }
