package stats

import (
	"math"

	"siequity/audit/stats/dist"
)

// ByarFrom is the count from which rates use Byar's approximation; below it
// they are exact. The switch is on the count, whatever the level, as in the
// published tables of OHID (PHE Technical Guide: Confidence Intervals, 2018).
const ByarFrom = 10

// ByarCount returns Byar's limits of a Poisson count x (Breslow & Day 1987),
// each on its own: at very small counts the lower limit would be negative and
// is not calculable while the upper still holds.
func ByarCount(x, level float64) (lower, upper Value) {
	if why := firstWhy(CheckLevel(level), when(!(x >= 0), WhyNegative)); why != "" {
		return NotCalculable(why), NotCalculable(why)
	}
	z := dist.Z(level)
	y := x + 1
	upper = Of(y * math.Pow(1-1/(9*y)+z/(3*math.Sqrt(y)), 3))
	root := 1 - 1/(9*x) - z/(3*math.Sqrt(x))
	if x == 0 || root < 0 {
		return NotCalculable("Byar's lower limit does not exist for so small a count"), upper
	}
	return Of(x * math.Pow(root, 3)), upper
}

// PoissonCount returns the exact limits of a Poisson count x (Garwood 1936).
func PoissonCount(x int, level float64) Interval {
	if why := firstWhy(CheckLevel(level), when(x < 0, WhyNegative)); why != "" {
		return NoInterval(level, MethodExactPoisson, why)
	}
	tail := (1 - level) / 2
	lower := dist.ChiSquaredQuantile(tail, 2*float64(x)) / 2
	upper := dist.ChiSquaredQuantile(1-tail, 2*float64(x)+2) / 2
	return NewInterval(lower, upper, level, MethodExactPoisson)
}

// RateExact returns x/n times per with exact Poisson limits at any count.
// n is the denominator in whatever unit the rate is of, such as births.
func RateExact(x int, n, level, per float64) Estimate {
	return rateFrom(x, n, per, PoissonCount(x, level))
}

// Rate returns x/n times per with the published switch: exact Poisson limits
// below ten events, Byar's from ten. The method used is in the interval.
func Rate(x int, n, level, per float64) Estimate {
	return rateFrom(x, n, per, switchedCount(x, level))
}

// switchedCount is the interval of a count by the published switch.
func switchedCount(x int, level float64) Interval {
	if x < ByarFrom {
		return PoissonCount(x, level)
	}
	lower, upper := ByarCount(float64(x), level)
	if why := firstWhy(lower.Why, upper.Why); why != "" {
		return NoInterval(level, MethodByar, why)
	}
	return NewInterval(lower.V, upper.V, level, MethodByar)
}

func rateFrom(x int, n, per float64, count Interval) Estimate {
	why := firstWhy(count.Why,
		when(x < 0, WhyNegative),
		when(!(n > 0) || math.IsInf(n, 0), WhyNoDenominator),
		when(!(per > 0), "the multiplier must be positive"))
	if why != "" {
		return NoEstimate(count.Level, count.Method, why)
	}
	return Estimate{Of(float64(x) / n * per), count.Scale(per / n)}
}

// StandardisedRatio returns observed over expected events times reference
// (usually 1 or 100): an SMR, or O:E. Limits are those of the observed count.
func StandardisedRatio(observed int, expected, level, reference float64) Estimate {
	e := Rate(observed, expected, level, reference)
	if !(expected > 0) {
		return NoEstimate(level, e.Interval.Method, "no events were expected")
	}
	return e
}

// RateDifference returns x1/t1 - x2/t2 times per, the absolute gap, with
// limits by squaring and adding the distances to each rate's own limits (Zou &
// Donner 2008): the way Newcombe's method does it for proportions. It holds
// when either count is zero. Times t1/per it is the events in excess.
func RateDifference(x1 int, t1 float64, x2 int, t2, level, per float64) Estimate {
	a, b := Rate(x1, t1, level, per), Rate(x2, t2, level, per)
	why := firstWhy(a.Value.Why, a.Interval.Why, b.Value.Why, b.Interval.Why)
	if why != "" {
		return NoEstimate(level, MethodRateDifference, why)
	}
	r1, r2 := a.Value.V, b.Value.V
	lower := r1 - r2 - math.Hypot(r1-a.Interval.Lower, b.Interval.Upper-r2)
	upper := r1 - r2 + math.Hypot(a.Interval.Upper-r1, r2-b.Interval.Lower)
	return Estimate{Of(r1 - r2), NewInterval(lower, upper, level, MethodRateDifference)}
}
