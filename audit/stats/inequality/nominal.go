package inequality

import (
	"math"
	"math/rand/v2"
	"slices"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// Nominal holds indices of spread between groups without an order. All but
// Excess and Range grow by chance alone when counts are small: print the null
// expectation of NullExpectation beside them.
type Nominal struct {
	Disparity       stats.Value // index of disparity against the total, per cent (Pearcy & Keppel 2002)
	BetweenVariance stats.Value // population-weighted variance of the rates
	TheilT          stats.Value
	Excess          stats.Value // events above what the reference group's rate would give
	Range           stats.Value // highest rate less lowest
}

// NominalIndices compares events x in populations n over groups; reference is
// the index of the group that excess is counted against.
func NominalIndices(x, n []float64, reference int) Nominal {
	groups, why := checkGroups(x, n)
	if why == "" && (reference < 0 || reference >= len(x)) {
		why = "the reference group is not among the groups"
	}
	if why != "" {
		none := stats.NotCalculable(why)
		return Nominal{none, none, none, none, none}
	}
	s := spreadOf(groups)
	out := Nominal{
		BetweenVariance: stats.Of(s.variance), Range: stats.Of(s.high - s.low),
		Excess: stats.Of(excess(groups, groups[reference].Value)),
	}
	if s.rate == 0 {
		out.Disparity = stats.NotCalculable("no events in any group")
		out.TheilT = out.Disparity
		return out
	}
	out.Disparity, out.TheilT = stats.Of(100*s.deviation/s.rate), stats.Of(s.theil)
	return out
}

// excess adds up the events above the reference rate; below it they count
// against.
func excess(groups []Quantile, reference float64) float64 {
	sum := 0.0
	for _, g := range groups {
		sum += (g.Value - reference) * g.Population
	}
	return sum
}

// spread gathers the sums that the indices share.
type spread struct{ rate, deviation, variance, theil, low, high float64 }

func spreadOf(groups []Quantile) spread {
	s := spread{low: math.Inf(1), high: math.Inf(-1)}
	share, _ := ranks(groups)
	for i, a := range share {
		s.rate += a * groups[i].Value
	}
	for i, g := range groups {
		d := g.Value - s.rate
		s.deviation += math.Abs(d) / float64(len(groups))
		s.variance += share[i] * d * d
		if g.Value > 0 {
			ratio := g.Value / s.rate
			s.theil += share[i] * ratio * math.Log(ratio)
		}
		s.low, s.high = min(s.low, g.Value), max(s.high, g.Value)
	}
	return s
}

// Null is what indices of spread would be if every group shared one rate.
type Null struct {
	Disparity, BetweenVariance, TheilT NullIndex
	Draws                              int
}

// NullIndex is one index under the null.
type NullIndex struct {
	Mean     stats.Value
	Upper95  stats.Value // value that chance exceeds one time in twenty
	PAtLeast stats.Value // share of draws at or above the observed index
}

// NullExpectation spreads the observed number of events over the groups in
// proportion to population, again and again, and reports the indices that
// chance alone gives. The seed fixes the draws.
func NullExpectation(x, n []float64, draws int, seed uint64) Null {
	observed := NominalIndices(x, n, 0)
	if why := observed.Disparity.Why; why != "" || draws < 1 {
		if why == "" {
			why = "no draws were asked for"
		}
		none := stats.NotCalculable(why)
		index := NullIndex{none, none, none}
		return Null{index, index, index, 0}
	}
	rng := rand.New(rand.NewPCG(seed, 0xd15b))
	var disparity, variance, theil []float64
	for range draws {
		at := NominalIndices(scatter(rng, x, n), n, 0)
		disparity = append(disparity, at.Disparity.V)
		variance = append(variance, at.BetweenVariance.V)
		theil = append(theil, at.TheilT.V)
	}
	return Null{
		nullIndex(disparity, observed.Disparity.V), nullIndex(variance, observed.BetweenVariance.V),
		nullIndex(theil, observed.TheilT.V), draws,
	}
}

// scatter spreads the events over the groups with probability in proportion to
// population: a binomial draw for each group out of what is left.
func scatter(rng *rand.Rand, x, n []float64) []float64 {
	left, room := 0, 0.0
	for i := range n {
		left += int(math.Round(x[i]))
		room += n[i]
	}
	out := make([]float64, len(n))
	for i := range n {
		got := dist.DrawBinomial(rng, left, n[i]/room)
		if i == len(n)-1 {
			got = left
		}
		out[i] = float64(got)
		left -= got
		room -= n[i]
	}
	return out
}

func nullIndex(draws []float64, observed float64) NullIndex {
	slices.Sort(draws)
	sum, at := 0.0, 0
	for _, v := range draws {
		sum += v
		if v >= observed*(1-1e-12) {
			at++
		}
	}
	b := float64(len(draws))
	upper := draws[min(len(draws)-1, int(math.Ceil(0.95*b))-1)]
	return NullIndex{stats.Of(sum / b), stats.Of(upper), stats.Of(float64(at+1) / (b + 1))}
}
