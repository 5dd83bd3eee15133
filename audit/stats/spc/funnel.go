package spc

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// Funnel levels: the two-sided levels of the inner and outer limits.
const (
	FunnelInner = 0.95
	FunnelOuter = 0.998
)

// FewUnits is the number of units under which exact limits stand alone and
// overdispersion is not estimated.
const FewUnits = 10

// MethodFunnelProportion and MethodFunnelRate name the limits.
const (
	MethodFunnelProportion = "Wilson inverted"
	MethodFunnelRate       = "exact Poisson inverted"
)

// FunnelProportion returns the limits around the overall proportion p0 for a
// unit of n: the proportions whose Wilson interval would just reach p0, which
// is p0 -/+ z sqrt(p0(1-p0)/n), cut to [0, 1].
func FunnelProportion(p0, n, level float64) stats.Interval {
	switch {
	case stats.CheckLevel(level) != "":
		return stats.NoInterval(level, MethodFunnelProportion, stats.WhyLevel)
	case !(p0 >= 0 && p0 <= 1):
		return stats.NoInterval(level, MethodFunnelProportion, "the overall proportion must lie between 0 and 1")
	case !(n > 0):
		return stats.NoInterval(level, MethodFunnelProportion, stats.WhyNoDenominator)
	}
	reach := dist.Z(level) * math.Sqrt(p0*(1-p0)/n)
	return stats.NewInterval(max(0, p0-reach), min(1, p0+reach), level, MethodFunnelProportion)
}

// FunnelRate returns the limits around the overall rate average (per one unit
// of denominator) at a given number of events, times per: the rates whose
// exact Poisson interval would just reach the average. Each limit stands on
// its own: without events there is no upper one.
func FunnelRate(events int, average, level, per float64) (lower, upper stats.Value) {
	count := stats.PoissonCount(events, level)
	why := count.Why
	if why == "" && !(average >= 0) {
		why = stats.WhyNegative
	}
	if why != "" {
		return stats.NotCalculable(why), stats.NotCalculable(why)
	}
	scale := average * float64(events) * per
	lower = stats.Of(scale / count.Upper)
	if events == 0 {
		return lower, stats.NotCalculable("no upper funnel limit exists without events")
	}
	return lower, stats.Of(scale / count.Lower)
}
