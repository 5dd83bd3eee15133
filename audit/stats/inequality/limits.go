package inequality

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// MethodSlope names the limits of the indices. PHEindicatormethods simulates
// the same quantities, so its limits move in the third digit from run to run;
// these are closed forms and do not. They are exact for the slope on the linear
// scale and the ratio on the log scale, and first-order elsewhere.
const MethodSlope = "weighted least squares, closed-form limits"

const whyNoError = "the quantiles' standard errors are not known"

// ends are the fitted values at ranks 0 and 1.
type ends struct {
	q         []Quantile
	fit       line
	scale     Scale
	low, high float64
}

// absolute is high less low, with limits even about it.
func (e ends) absolute(level float64) stats.Estimate {
	gap := e.high - e.low
	se := e.standardError(e.scale.derivative(e.low), e.scale.derivative(e.high))
	if !se.OK() {
		return stats.Estimate{Value: stats.Of(gap), Interval: stats.NoInterval(level, MethodSlope, se.Why)}
	}
	half := dist.Z(level) * se.V
	return stats.Estimate{Value: stats.Of(gap), Interval: stats.NewInterval(gap-half, gap+half, level, MethodSlope)}
}

// relative is high over low, with limits even about its logarithm.
func (e ends) relative(level float64) stats.Estimate {
	if e.low == 0 {
		return stats.NoEstimate(level, MethodSlope, "the fitted value at the most deprived end is zero")
	}
	ratio := stats.Of(e.high / e.low)
	se := e.standardError(e.scale.derivative(e.low)/e.low, e.scale.derivative(e.high)/e.high)
	if !(e.low > 0 && e.high > 0) {
		se = stats.NotCalculable("a fitted end is not above zero: the ratio has no meaning")
	}
	if !se.OK() {
		return stats.Estimate{Value: ratio, Interval: stats.NoInterval(level, MethodSlope, se.Why)}
	}
	factor := math.Exp(dist.Z(level) * se.V)
	return stats.Estimate{Value: ratio, Interval: stats.NewInterval(ratio.V/factor, ratio.V*factor, level, MethodSlope)}
}

// standardError carries the quantiles' errors over to a quantity that changes
// by byLow and byHigh as the fitted ends do on the fitted scale.
func (e ends) standardError(byLow, byHigh float64) stats.Value {
	variance, known := 0.0, false
	for i, g := range e.q {
		if !(g.SE >= 0) {
			return stats.NotCalculable(whyNoError)
		}
		known = known || g.SE > 0
		change := byHigh*(e.fit.intercept[i]+e.fit.slope[i]) - byLow*e.fit.intercept[i]
		variance += change * change * g.SE * g.SE
	}
	if !known {
		return stats.NotCalculable(whyNoError)
	}
	return stats.Of(math.Sqrt(variance))
}

// derivative is how fast a value changes with its place on the fitted scale.
func (s Scale) derivative(v float64) float64 {
	switch s {
	case Log:
		return v
	case Logit:
		return v * (1 - v)
	}
	return 1
}

func noSlope(level float64, why string) Slope {
	none := stats.NoEstimate(level, MethodSlope, why)
	return Slope{none, none, none.Value}
}

// Scaled multiplies the slope, as for a rate per 1,000 from a proportion. A
// negative factor, for indicators of which less is better, also turns the
// relative index over, as PHEindicatormethods does.
func (s Slope) Scaled(factor float64) Slope {
	if s.SII.Value.OK() {
		s.SII.Value.V *= factor
		s.Intercept.V *= factor
	}
	if i := &s.SII.Interval; i.OK() {
		i.Lower, i.Upper = min(i.Lower*factor, i.Upper*factor), max(i.Lower*factor, i.Upper*factor)
	}
	if factor < 0 {
		s.RII = turnedOver(s.RII)
	}
	return s
}

// turnedOver is the reciprocal of a ratio.
func turnedOver(e stats.Estimate) stats.Estimate {
	if !e.Value.OK() {
		return e
	}
	if e.Value.V == 0 {
		return stats.NoEstimate(e.Interval.Level, MethodSlope, "the fitted value at the least deprived end is zero")
	}
	e.Value.V = 1 / e.Value.V
	if i := &e.Interval; i.OK() {
		i.Lower, i.Upper = 1/i.Upper, 1/i.Lower
	}
	return e
}
