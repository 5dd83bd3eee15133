package spc

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

const (
	// sigmas is the factor from the mean moving range to the process limits,
	// typed as 2.66 by NHSRplotthedots and by NHS England's tools rather than
	// taken as 3/1.128.
	sigmas = 2.66
	// nearSigmas is the factor to two thirds of the way.
	nearSigmas = 2 * (sigmas / 3)
	// screenAt is the multiple of the mean moving range at which a moving
	// range is left out once before averaging again (Nelson 1982).
	screenAt = 3.267
	// EnoughPoints is the length from which limits are more than trial limits.
	EnoughPoints = 12
)

// TwoOfThree says how the two-of-three rule treats points beyond the limits.
type TwoOfThree int

const (
	// NearOnly counts points between two and three sigma: NHSRplotthedots.
	NearOnly TwoOfThree = iota
	// NearOrBeyond counts points beyond three sigma too: the change Making
	// Data Count announced in November 2023.
	NearOrBeyond
)

// Options are the choices between published variants of the XmR rules. The
// zero value is the default of NHS England's Excel tools: no screening, seven
// points for a shift, seven for a trend.
type Options struct {
	ScreenOutliers bool       // leave out extreme moving ranges, as NHSRplotthedots does
	TwoOfThree     TwoOfThree // which points the two-of-three rule counts
	ShiftPoints    int        // points on one side that make a shift; 0 is 7
	TrendPoints    int        // points rising or falling that make a trend; 0 is 7
	// FixAfter takes the limits from the first points only, so that later ones
	// are judged by a settled past; 0 uses every point. Fewer than EnoughPoints
	// make trial limits.
	FixAfter int
}

func (o Options) shift() int { return orSeven(o.ShiftPoints) }
func (o Options) trend() int { return orSeven(o.TrendPoints) }

func orSeven(n int) int {
	if n < 2 {
		return 7
	}
	return n
}

// Limits are the centre line and process limits of an XmR chart.
type Limits struct {
	Mean        stats.Value
	MovingRange stats.Value // mean moving range
	Lower       stats.Value // may be below zero: the caller decides whether to cut
	Upper       stats.Value
	NearLower   stats.Value // two thirds of the way
	NearUpper   stats.Value
	Trial       bool // fewer than EnoughPoints points
}

// XmRChart is a series with its limits and one label to a point.
type XmRChart struct {
	Limits Limits
	Labels []Label
}

// XmR charts y in time order (Shewhart individuals and moving range). Where a
// step on the way parts two trends of one direction, each point keeps that
// direction; NHSRplotthedots 0.2.2 gives the last point before it the step's.
func XmR(y []float64, opt Options) XmRChart {
	base := y
	if opt.FixAfter > 0 && opt.FixAfter < len(y) {
		base = y[:opt.FixAfter]
	}
	limits := XmRLimits(base, opt.ScreenOutliers)
	return XmRChart{limits, labelPoints(y, limits, opt)}
}

// XmRLimits computes the limits only. A constant series has limits at its
// mean; a single point has no limits.
func XmRLimits(y []float64, screen bool) Limits {
	if len(y) == 0 || !allFinite(y) {
		return noLimits(stats.NotCalculable("no points to chart"), "no points to chart", true)
	}
	mean := average(y)
	ranges := movingRanges(y)
	trial := len(y) < EnoughPoints
	if len(ranges) == 0 {
		return noLimits(stats.Of(mean), "a single point has no moving range", true)
	}
	amr := average(ranges)
	if screen && amr > 0 {
		amr = average(below(ranges, screenAt*amr))
	}
	return Limits{
		Mean: stats.Of(mean), MovingRange: stats.Of(amr),
		Lower: stats.Of(mean - sigmas*amr), Upper: stats.Of(mean + sigmas*amr),
		NearLower: stats.Of(mean - nearSigmas*amr), NearUpper: stats.Of(mean + nearSigmas*amr),
		Trial: trial,
	}
}

func noLimits(mean stats.Value, why string, trial bool) Limits {
	none := stats.NotCalculable(why)
	return Limits{mean, none, none, none, none, none, trial}
}

// average is the mean with a second pass, so that a series of points that all
// lie on their mean is not thrown to one side by the last bit.
func average(y []float64) float64 {
	mean := dist.Mean(y)
	rest := make([]float64, len(y))
	for i, v := range y {
		rest[i] = v - mean
	}
	return mean + dist.Mean(rest)
}

func movingRanges(y []float64) []float64 {
	var out []float64
	for i := 1; i < len(y); i++ {
		out = append(out, math.Abs(y[i]-y[i-1]))
	}
	return out
}

func below(values []float64, limit float64) []float64 {
	var out []float64
	for _, v := range values {
		if v < limit {
			out = append(out, v)
		}
	}
	return out
}

func allFinite(y []float64) bool {
	for _, v := range y {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
