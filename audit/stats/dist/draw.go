package dist

import (
	"math"
	"math/rand/v2"
)

// DrawBinomial draws the number of events in n trials of probability p by
// inversion outward from the mode, so that the steps grow with the standard
// deviation and not with n.
func DrawBinomial(rng *rand.Rand, n int, p float64) int {
	if n <= 0 || !(p > 0) {
		return 0
	}
	if p >= 1 {
		return n
	}
	fn, odds := float64(n), p/(1-p)
	mode := min(int((fn+1)*p), n)
	at := math.Exp(LogBinomial(float64(mode), fn, p, 1-p))
	left := rng.Float64() - at
	low, high, pl, ph := mode, mode, at, at
	for left > 0 && (low > 0 || high < n) {
		if high < n {
			ph *= (fn - float64(high)) / float64(high+1) * odds
			high++
			if left -= ph; left <= 0 {
				return high
			}
		}
		if low > 0 {
			pl *= float64(low) / (fn - float64(low) + 1) / odds
			low--
			if left -= pl; left <= 0 {
				return low
			}
		}
	}
	return mode
}
