package inequality

import (
	"math"

	"siequity/audit/stats"
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
	RII       stats.Estimate // value at rank 1 over value at rank 0
	Intercept stats.Value    // value at rank 0
}

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
	SE         float64 // standard error on the fitted scale; all 0 when unknown
}

// SlopeIndex fits value against rank, weighted by population, on the scale,
// and takes both ends back. The intervals need the standard errors: on the log
// scale that of the log rate, on the logit scale that of the log odds.
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
	e := ends{q, fit, scale, scale.back(a), scale.back(a + b)}
	return Slope{SII: e.absolute(level), RII: e.relative(level), Intercept: stats.Of(e.low)}
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
