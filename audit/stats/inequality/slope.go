package inequality

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// Least and most quantiles a slope is fitted to.
const (
	FewestQuantiles = 5
	MostQuantiles   = 100
	// EnoughEvents is the number of events every quantile must have before a
	// slope is worth reading; below it use the trend test and the ratio of the
	// extremes.
	EnoughEvents = 10
)

// Slope holds the slope and relative indices of inequality (Low & Low 2004,
// as PHEindicatormethods computes them).
type Slope struct {
	SII       stats.Estimate // value at rank 1 less value at rank 0
	RII       stats.Value    // value at rank 1 over value at rank 0
	Intercept stats.Value    // value at rank 0
}

// MethodSlopeLinear names the closed-form interval. PHEindicatormethods
// simulates the same quantity, so its limits move in the third digit from run
// to run; these do not.
const MethodSlopeLinear = "weighted least squares, closed-form limits"

// Scale is the scale a slope is fitted on.
type Scale int

// The scales.
const (
	Linear Scale = iota // values as they are
	Log                 // rates: fitted to their logarithms
	Logit               // proportions: fitted to their log odds
)

// Quantile is one ordered group, from the least to the most advantaged.
type Quantile struct {
	Population float64
	Value      float64 // rate or proportion
	SE         float64 // standard error on the fitted scale; NaN or 0 when unknown
}

// SlopeIndex fits value against rank, weighted by population, on the scale,
// and takes both ends back. The interval is for the linear scale only, where
// it has a closed form, and needs every standard error.
func SlopeIndex(q []Quantile, scale Scale, level float64) Slope {
	why := checkQuantiles(q, scale)
	if lw := stats.CheckLevel(level); why == "" {
		why = lw
	}
	if why != "" {
		return noSlope(level, why)
	}
	share, rank := ranks(q)
	fit := fitLine(share, rank)
	a, b := 0.0, 0.0
	for i, g := range q {
		y := scale.forward(g.Value)
		a += fit.intercept[i] * y
		b += fit.slope[i] * y
	}
	low, high := scale.back(a), scale.back(a+b)
	slope := Slope{Intercept: stats.Of(low), RII: relative(low, high)}
	slope.SII = stats.Estimate{Value: stats.Of(high - low), Interval: slopeInterval(q, fit, b, scale, level)}
	return slope
}

// Scaled multiplies the index, as for a rate per 1,000 from a proportion. A
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
	if factor < 0 && s.RII.OK() {
		s.RII = relative(s.RII.V, 1)
	}
	return s
}

func relative(low, high float64) stats.Value {
	if low == 0 {
		return stats.NotCalculable("the fitted value at the most deprived end is zero")
	}
	return stats.Of(high / low)
}

func slopeInterval(q []Quantile, fit line, slope float64, scale Scale, level float64) stats.Interval {
	if scale != Linear {
		return stats.NoInterval(level, MethodSlopeLinear, "the closed-form limits hold on the linear scale only")
	}
	variance := 0.0
	for i, g := range q {
		if !(g.SE > 0) {
			return stats.NoInterval(level, MethodSlopeLinear, "a quantile has no standard error")
		}
		variance += fit.slope[i] * fit.slope[i] * g.SE * g.SE
	}
	half := dist.Z(level) * math.Sqrt(variance)
	return stats.NewInterval(slope-half, slope+half, level, MethodSlopeLinear)
}

func (s Scale) forward(v float64) float64 {
	switch s {
	case Log:
		return math.Log(v)
	case Logit:
		return math.Log(v / (1 - v))
	}
	return v
}

func (s Scale) back(y float64) float64 {
	switch s {
	case Log:
		return math.Exp(y)
	case Logit:
		return 1 / (1 + math.Exp(-y))
	}
	return y
}

func checkQuantiles(q []Quantile, scale Scale) string {
	if len(q) < FewestQuantiles || len(q) > MostQuantiles {
		return "a slope needs 5 to 100 quantiles"
	}
	for _, g := range q {
		y := scale.forward(g.Value)
		switch {
		case !(g.Population > 0) || math.IsInf(g.Population, 0):
			return "a quantile has nobody in it"
		case math.IsNaN(y) || math.IsInf(y, 0):
			return "a quantile has no events, or nothing but events: this scale cannot hold it"
		}
	}
	return ""
}

// ranks returns each quantile's share of the population and the rank of its
// middle, from 0 to 1.
func ranks(q []Quantile) (share, rank []float64) {
	total := 0.0
	for _, g := range q {
		total += g.Population
	}
	before := 0.0
	for _, g := range q {
		a := g.Population / total
		share, rank = append(share, a), append(rank, before+a/2)
		before += a
	}
	return share, rank
}

// line holds what each value adds to the fitted intercept and slope.
type line struct{ intercept, slope []float64 }

// fitLine solves weighted least squares of any values on rank: the shares sum
// to one, so the slope is the covariance with rank over its variance.
func fitLine(share, rank []float64) line {
	mean, spread := 0.0, 0.0
	for i, a := range share {
		mean += a * rank[i]
	}
	for i, a := range share {
		spread += a * (rank[i] - mean) * (rank[i] - mean)
	}
	var l line
	for i, a := range share {
		slope := a * (rank[i] - mean) / spread
		l.slope = append(l.slope, slope)
		l.intercept = append(l.intercept, a-slope*mean)
	}
	return l
}

// ConcentrationIndex returns Kakwani and Wagstaff's index of grouped data:
// events x and population n from the poorest to the best off. It is negative
// when events gather among the poorest.
func ConcentrationIndex(x, n []float64) stats.Value {
	groups, why := checkGroups(x, n)
	if why != "" {
		return stats.NotCalculable(why)
	}
	share, rank := ranks(groups)
	mean, sum := 0.0, 0.0
	for i, a := range share {
		mean += a * groups[i].Value
		sum += a * groups[i].Value * rank[i]
	}
	if mean == 0 {
		return stats.NotCalculable("no events in any group")
	}
	return stats.Of(2/mean*sum - 1)
}

// checkGroups turns counts into rates, or says why they have none.
func checkGroups(x, n []float64) ([]Quantile, string) {
	if len(x) != len(n) || len(x) == 0 {
		return nil, "the groups' events and populations differ in number"
	}
	var groups []Quantile
	for i := range x {
		switch {
		case !(x[i] >= 0):
			return nil, stats.WhyNegative
		case !(n[i] > 0) || math.IsInf(n[i], 0):
			return nil, "a group has nobody in it: leave it out"
		}
		groups = append(groups, Quantile{Population: n[i], Value: x[i] / n[i]})
	}
	return groups, ""
}
