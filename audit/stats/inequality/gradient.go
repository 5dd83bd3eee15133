package inequality

import (
	"math"
	"slices"

	"siequity/audit/stats"
	"siequity/audit/stats/contingency"
)

// Gradient is a difference over ordered quantiles, measured the way the
// counts allow.
type Gradient struct {
	Slope    Slope                // not calculable unless every quantile has EnoughEvents
	Trend    contingency.Trend    // Cochran-Armitage
	Extremes stats.RateComparison // first quantile against the last, mid-P
	ExactP   stats.Value          // of the extremes
}

// WhyFewForSlope is why a slope is withheld.
const WhyFewForSlope = "a quantile has fewer than 10 events: read the trend test and the ratio of the extremes"

// MeasureGradient measures events x in populations n, from the most to the
// least deprived, as rates per. The slope needs ten events in every quantile;
// the trend test and the exact ratio of the first to the last hold below that.
func MeasureGradient(x, n []int, level, per float64) Gradient {
	g := Gradient{Trend: contingency.CochranArmitage(x, n, nil)}
	if len(x) == 0 || len(x) != len(n) {
		why := "the quantiles' events and populations differ in number"
		g.Slope = noSlope(level, why)
		g.Extremes = stats.RateRatioMidP(0, 0, 0, 0, level)
		g.ExactP = stats.NotCalculable(why)
		return g
	}
	last := len(x) - 1
	g.Extremes = stats.RateRatioMidP(x[0], float64(n[0]), x[last], float64(n[last]), level)
	g.ExactP = stats.RateRatioExact(x[0], float64(n[0]), x[last], float64(n[last]), level).P
	g.Slope = rateSlope(x, n, level, per)
	return g
}

// rateSlope is the linear slope of rates with Poisson standard errors.
func rateSlope(x, n []int, level, per float64) Slope {
	if slices.Min(x) < EnoughEvents {
		return noSlope(level, WhyFewForSlope)
	}
	var q []Quantile
	for i, events := range x {
		size := float64(n[i])
		q = append(q, Quantile{
			Population: size, Value: float64(events) / size * per,
			SE: math.Sqrt(float64(events)) / size * per,
		})
	}
	return SlopeIndex(q, Linear, level)
}
