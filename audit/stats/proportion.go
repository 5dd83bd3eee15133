package stats

import (
	"math"

	"siequity/audit/stats/dist"
)

// Wilson returns x/n with the score interval of Wilson (1927), without
// continuity correction, as Newcombe & Altman (2000) recommend for display.
// x and n may be fractional (weighted or effective sizes). At x=0 the lower
// limit is exactly 0, at x=n the upper exactly 1.
func Wilson(x, n, level float64) Estimate {
	if why := checkProportion(x, n, level); why != "" {
		return NoEstimate(level, MethodWilson, why)
	}
	lower, upper := WilsonLimits(x/n, n, dist.Z(level))
	return Estimate{Of(x / n), NewInterval(lower, upper, level, MethodWilson)}
}

// WilsonLimits inverts the score test of a proportion p observed on n units at
// the normal (or t) quantile z.
func WilsonLimits(p, n, z float64) (lower, upper float64) {
	x := n * p
	half := z * math.Sqrt(z*z+4*x*(1-p))
	lower = (2*x + z*z - half) / (2 * (n + z*z))
	upper = (2*x + z*z + half) / (2 * (n + z*z))
	if p == 0 {
		lower = 0
	}
	if p == 1 {
		upper = 1
	}
	return max(0, lower), min(1, upper)
}

func checkProportion(x, n, level float64) string {
	return firstWhy(CheckLevel(level),
		when(!(x >= 0) || math.IsInf(n, 0), WhyNegative),
		when(!(n > 0), WhyNoDenominator),
		when(x > n, WhyAboveTotal))
}

// ClopperPearson returns x/n with the exact interval of Clopper & Pearson
// (1934), the one for claims of the form "at most".
func ClopperPearson(x, n int, level float64) Estimate {
	if why := checkProportion(float64(x), float64(n), level); why != "" {
		return NoEstimate(level, MethodClopperPearson, why)
	}
	lower, upper := dist.ClopperPearson(x, n, (1-level)/2)
	return Estimate{Of(float64(x) / float64(n)), NewInterval(lower, upper, level, MethodClopperPearson)}
}

// NewcombeDifference returns x1/n1 - x2/n2 with method 10 of Newcombe (1998),
// which squares and adds the distances to each group's Wilson limits.
func NewcombeDifference(x1, n1, x2, n2, level float64) Estimate {
	a, b := Wilson(x1, n1, level), Wilson(x2, n2, level)
	if why := firstWhy(a.Value.Why, b.Value.Why); why != "" {
		return NoEstimate(level, MethodNewcombe, why)
	}
	p1, p2 := a.Value.V, b.Value.V
	lower := p1 - p2 - math.Hypot(p1-a.Interval.Lower, b.Interval.Upper-p2)
	upper := p1 - p2 + math.Hypot(a.Interval.Upper-p1, p2-b.Interval.Lower)
	return Estimate{Of(p1 - p2), NewInterval(max(-1, lower), min(1, upper), level, MethodNewcombe)}
}
