package contingency

import (
	"math"
	"math/rand/v2"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// simulate estimates the exact test from random tables with the margins of t
// (Patefield 1981, cell by cell): P is (1 + those no likelier) / (draws + 1),
// so that it is never 0.
func simulate(t counted, draws int, seed uint64) FreemanHalton {
	rng := rand.New(rand.NewPCG(seed, 0x5eed))
	limit := t.logProduct() - tieSlack
	fact := newFactorials(t.total)
	hits := 0
	free := make([]int, len(t.cols))
	for range draws {
		if randomProduct(rng, t, free, fact) >= limit {
			hits++
		}
	}
	p := float64(hits+1) / float64(draws+1)
	return FreemanHalton{
		P: stats.Of(p), Draws: draws,
		MCError: math.Sqrt(p * (1 - p) / float64(draws+1)),
	}
}

// randomProduct draws one table and returns its log product of factorials.
func randomProduct(rng *rand.Rand, t counted, free []int, fact factorials) float64 {
	copy(free, t.cols)
	rest, log := t.total, 0.0
	for _, row := range t.rows {
		left, room := row, rest
		for j := range free {
			x := drawHypergeometric(rng, fact, free[j], room-free[j], left)
			room -= free[j]
			free[j] -= x
			left -= x
			log += fact.of(x)
		}
		rest -= row
	}
	return log
}

// drawHypergeometric draws a count by inversion outward from the mode, so the
// steps grow with the standard deviation and not with the counts.
func drawHypergeometric(rng *rand.Rand, fact factorials, marked, unmarked, drawn int) int {
	lo, hi := dist.Hypergeometric{Marked: marked, Unmarked: unmarked, Drawn: drawn}.Support()
	if lo == hi {
		return lo
	}
	m, u, d := float64(marked), float64(unmarked), float64(drawn)
	mode := min(max(int((d+1)*(m+1)/(m+u+2)), lo), hi)
	at := math.Exp(choose(fact, marked, mode) + choose(fact, unmarked, drawn-mode) - choose(fact, marked+unmarked, drawn))
	uniform := rng.Float64() - at
	below, above, pb, pa := mode, mode, at, at
	for uniform > 0 && (below > lo || above < hi) {
		if above < hi {
			k := float64(above)
			pa *= (m - k) / (k + 1) * (d - k) / (u - d + k + 1)
			above++
			if uniform -= pa; uniform <= 0 {
				return above
			}
		}
		if below > lo {
			k := float64(below)
			pb *= k / (m - k + 1) * (u - d + k) / (d - k + 1)
			below--
			if uniform -= pb; uniform <= 0 {
				return below
			}
		}
	}
	return mode
}

func choose(fact factorials, n, k int) float64 { return fact.of(n) - fact.of(k) - fact.of(n-k) }
