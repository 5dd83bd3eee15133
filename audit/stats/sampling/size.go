package sampling

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// ProportionSize is a sample size for a proportion.
type ProportionSize struct {
	Infinite stats.Value // size for an endless population
	Exact    stats.Value // with the finite population correction, before rounding
	Size     stats.Value // whole units, never more than the population
}

// SizeForProportion returns how many units estimate a proportion near p to
// within the margin either way (Cochran 1977, 4.4 and 4.5). p is 0.5 when
// nothing is known. population is 0 when endless. Draw a reserve list against
// non-response rather than inflate the size.
func SizeForProportion(p, margin, level float64, population int) ProportionSize {
	why := stats.CheckLevel(level)
	switch {
	case !(p >= 0 && p <= 1):
		why = "the expected proportion must lie between 0 and 1"
	case !(margin > 0):
		why = "the margin of error must be greater than zero"
	case population < 0:
		why = stats.WhyNegative
	}
	if why != "" {
		none := stats.NotCalculable(why)
		return ProportionSize{none, none, none}
	}
	z := dist.Z(level)
	n0 := z * z * p * (1 - p) / (margin * margin)
	n := n0
	if population > 0 {
		n = n0 / (1 + (n0-1)/float64(population))
	}
	size := math.Ceil(n)
	if population > 0 {
		size = min(size, float64(population))
	}
	return ProportionSize{stats.Of(n0), stats.Of(n), stats.Of(size)}
}

// Detection is a sample size that finds a fault.
type Detection struct {
	Size stats.Value
	Miss stats.Value // probability of not finding it all the same
}

// SizeForDetection returns the least sample that, if `faulty` of the population
// are, shows more than `accept` faulty units with probability of at least
// level: a lot quality sample, exact for draws without replacement.
func SizeForDetection(population, faulty, accept int, level float64) Detection {
	why := stats.CheckLevel(level)
	switch {
	case population < 1 || faulty < 0 || accept < 0 || faulty > population:
		why = "the population must hold at least one unit and all the faulty ones"
	case faulty <= accept:
		why = "no sample can show more faulty units than there are: accept fewer"
	}
	if why != "" {
		return Detection{stats.NotCalculable(why), stats.NotCalculable(why)}
	}
	miss := func(n int) float64 {
		h := dist.Hypergeometric{Marked: faulty, Unmarked: population - faulty, Drawn: n}
		return h.Tails(accept).AtMost()
	}
	n := dist.Least(1, population, func(n int) bool { return miss(n) <= 1-level })
	return Detection{stats.Of(float64(n)), stats.Of(miss(n))}
}

// MethodHypergeometric names the exact interval of a sample from a finite
// population.
const MethodHypergeometric = "exact hypergeometric"

// Marked is how many units of a population have a mark, from a sample.
type Marked struct {
	Lower, Upper int    // numbers of marked units that the sample does not refute
	Why          string // why there are none
	Proportion   stats.Estimate
}

// MarkedInPopulation returns the numbers of marked units in the population for
// which neither tail of finding x in n is as small as half of 1-level: the
// honest interval for one stratum, and where x is 0 or n. A sample of nothing
// refutes nothing.
func MarkedInPopulation(x, n, population int, level float64) Marked {
	why := stats.CheckLevel(level)
	switch {
	case x < 0 || x > n:
		why = "the sample must hold all the marked units"
	case n > population:
		why = "the sample is larger than the population"
	}
	if why != "" {
		return Marked{Why: why, Proportion: stats.NoEstimate(level, MethodHypergeometric, why)}
	}
	tail := (1 - level) / 2
	at := func(marked int) dist.Tails {
		return dist.Hypergeometric{Marked: marked, Unmarked: population - marked, Drawn: n}.Tails(x)
	}
	lo, hi := x, population-(n-x)
	lower := dist.Least(lo, hi, func(d int) bool { return at(d).AtLeast() > tail })
	upper := dist.Greatest(lo, hi, func(d int) bool { return at(d).AtMost() > tail })
	m := Marked{Lower: lower, Upper: upper, Proportion: stats.NoEstimate(level, MethodHypergeometric, whyNoUnits)}
	if n > 0 {
		m.Proportion.Value = stats.Of(float64(x) / float64(n))
	}
	if all := float64(population); population > 0 {
		m.Proportion.Interval = stats.NewInterval(float64(lower)/all, float64(upper)/all, level, MethodHypergeometric)
	}
	return m
}
