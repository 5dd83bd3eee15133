package spc

import (
	"math"
	"slices"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// Transform is the scale on which units are compared for overdispersion.
type Transform int

// The transforms, with the trimming that goes with each.
const (
	// RatioSHMI takes logs of observed over expected and drops the outer
	// tenths, as the Summary Hospital-level Mortality Indicator does.
	RatioSHMI Transform = iota
	// RatioCQC takes square roots of observed over expected and winsorises.
	RatioCQC
	// ProportionArcsine takes arcsines of square roots and winsorises.
	ProportionArcsine
	// RatioOfCounts takes logs of the ratio of two counts and winsorises.
	RatioOfCounts
)

// Overdispersion is how much more units differ than chance allows.
type Overdispersion struct {
	Phi  stats.Value // mean square of the trimmed z-scores: 1 by chance
	Tau2 stats.Value // variance between units on the transformed scale
	Used int         // units left after trimming
}

// EstimateOverdispersion compares numerator[i] with denominator[i] over units
// (Spiegelhalter 2005; FunnelPlotR). trim is the share at each end to
// winsorise or drop, usually 0.1. It needs many units: see FewUnits.
func EstimateOverdispersion(numerator, denominator []float64, t Transform, trim float64) Overdispersion {
	z, s, why := zScores(numerator, denominator, t)
	if why == "" && !(trim >= 0 && trim < 0.5) {
		why = "the share to trim must lie from 0 to under a half"
	}
	if why != "" {
		return Overdispersion{Phi: stats.NotCalculable(why), Tau2: stats.NotCalculable(why)}
	}
	if t == RatioSHMI {
		z, s = truncate(z, s, trim)
	} else {
		z = winsorise(z, trim)
	}
	if len(z) == 0 {
		why = "no unit is left after trimming"
		return Overdispersion{Phi: stats.NotCalculable(why), Tau2: stats.NotCalculable(why)}
	}
	phi := 0.0
	for _, v := range z {
		phi += v * v / float64(len(z))
	}
	return Overdispersion{stats.Of(phi), betweenUnits(phi, s), len(z)}
}

// MethodFunnelWidened names limits widened for overdispersion.
const MethodFunnelWidened = "widened for overdispersion"

// WidenedFunnel returns the limits for a unit of size n (the denominator given
// to EstimateOverdispersion) around target, when units differ by tau2 beyond
// chance (Spiegelhalter 2005). Angles stay within the range of a proportion,
// so that the lower limit never bends back.
func WidenedFunnel(target, n, tau2 float64, t Transform, level float64) stats.Interval {
	y, se, ok := centreOf(target, n, t)
	switch {
	case stats.CheckLevel(level) != "":
		return stats.NoInterval(level, MethodFunnelWidened, stats.WhyLevel)
	case !ok || !(tau2 >= 0):
		return stats.NoInterval(level, MethodFunnelWidened, "the target, size or variance is out of range")
	}
	half := dist.Z(level) * math.Sqrt(se*se+tau2)
	switch t {
	case RatioCQC:
		low := max(0, y-half)
		return stats.NewInterval(low*low, (y+half)*(y+half), level, MethodFunnelWidened)
	case ProportionArcsine:
		low, high := math.Sin(max(0, y-half)), math.Sin(min(math.Pi/2, y+half))
		return stats.NewInterval(low*low, high*high, level, MethodFunnelWidened)
	}
	return stats.NewInterval(math.Exp(y-half), math.Exp(y+half), level, MethodFunnelWidened)
}

// centreOf puts the target on the transform's scale, with the standard error
// of a unit of size n that lies on it.
func centreOf(target, n float64, t Transform) (y, se float64, ok bool) {
	if !(target > 0) || !(n > 0) || t == ProportionArcsine && target > 1 {
		return 0, 0, false
	}
	switch t {
	case RatioCQC:
		return math.Sqrt(target), 1 / (2 * math.Sqrt(n)), true
	case ProportionArcsine:
		return math.Asin(math.Sqrt(target)), 1 / (2 * math.Sqrt(n)), true
	case RatioOfCounts:
		return math.Log(target), math.Sqrt(1/(target*n) + 1/n), true
	}
	return math.Log(target), 1 / math.Sqrt(n), true
}

// betweenUnits is the DerSimonian-Laird form of the variance between units; 0
// when chance explains the differences.
func betweenUnits(phi float64, s []float64) stats.Value {
	n := float64(len(s))
	if n*phi < n-1 {
		return stats.Of(0)
	}
	w, w2 := 0.0, 0.0
	for _, v := range s {
		w += 1 / (v * v)
		w2 += 1 / (v * v * v * v)
	}
	if w == w2/w {
		return stats.NotCalculable("a single unit has no variance between units")
	}
	return stats.Of(max(0, (n*phi-(n-1))/(w-w2/w)))
}

// zScores puts each unit on the transform's scale: z is its distance from the
// target in standard errors s.
func zScores(num, den []float64, t Transform) (z, s []float64, why string) {
	if len(num) != len(den) || len(num) == 0 {
		return nil, nil, "no units to compare"
	}
	target := dist.Sum(num) / dist.Sum(den)
	for i := range num {
		y, se, centre := transformed(num[i], den[i], target, t)
		score := (y - centre) / se
		if math.IsNaN(score) || math.IsInf(score, 0) {
			return nil, nil, "a unit has no events or no denominator, which this scale cannot hold"
		}
		z, s = append(z, score), append(s, se)
	}
	return z, s, ""
}

func transformed(x, n, target float64, t Transform) (y, se, centre float64) {
	switch t {
	case RatioCQC:
		return math.Sqrt(x / n), 1 / (2 * math.Sqrt(n)), 1
	case ProportionArcsine:
		return math.Asin(math.Sqrt(x / n)), 1 / (2 * math.Sqrt(n)), math.Asin(math.Sqrt(target))
	case RatioOfCounts:
		se = math.Sqrt(x/((x+0.5)*(x+0.5)) + n/((n+0.5)*(n+0.5)))
		return math.Log((x + 0.5) / (n + 0.5)), se, math.Log(target)
	}
	return math.Log(x / n), 1 / math.Sqrt(n), 0
}

// winsorise pulls the outer z-scores in to the quantiles at trim and 1-trim.
func winsorise(z []float64, trim float64) []float64 {
	sorted := slices.Sorted(slices.Values(z))
	low, high := quantile(sorted, trim), quantile(sorted, 1-trim)
	out := make([]float64, len(z))
	for i, v := range z {
		out[i] = min(max(v, low), high)
	}
	return out
}

// quantile interpolates ascending values as R does by default (type 7).
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	i := min(int(at), len(sorted)-1)
	if i+1 >= len(sorted) {
		return sorted[i]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}

// truncate drops the units in the first and last of 1/trim groups by rank of
// z, ties sharing the average rank.
func truncate(z, s []float64, trim float64) (keptZ, keptS []float64) {
	if trim == 0 {
		return z, s
	}
	groups := 1 / trim
	for i, v := range z {
		group := math.Floor(averageRank(z, v) * groups / float64(len(z)+1))
		if group > 0 && group < groups-1 {
			keptZ, keptS = append(keptZ, v), append(keptS, s[i])
		}
	}
	return keptZ, keptS
}

func averageRank(values []float64, v float64) float64 {
	below, same := 0, 0
	for _, o := range values {
		switch {
		case o < v:
			below++
		case o == v:
			same++
		}
	}
	return float64(below) + float64(same+1)/2
}
