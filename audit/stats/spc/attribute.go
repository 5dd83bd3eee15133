package spc

import (
	"math"
	"slices"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// bias is the expected range of two standard normal draws: a mean moving
// range over it estimates sigma.
const bias = 1.128

// PointLimits are the three-sigma limits at one point.
type PointLimits struct{ Lower, Upper stats.Value }

// AttributeChart is a chart of counts or proportions with limits that follow
// each point's denominator.
type AttributeChart struct {
	Centre stats.Value
	Points []PointLimits
	// SigmaZ is Laney's ratio of the variation between periods to that within
	// them; only p' and u' charts have one.
	SigmaZ stats.Value
}

const (
	whyUnprimed = "only p' and u' charts have one"
	whyGap      = "the period has no denominator: a gap, not a zero"
	whyNoChart  = "no period has a denominator"
)

// kind is what an attribute chart counts.
type kind struct {
	variance func(centre float64) float64 // of one unit of denominator
	ceiling  float64
}

func proportion() kind {
	return kind{func(c float64) float64 { return c * (1 - c) }, 1}
}

func rate() kind {
	return kind{func(c float64) float64 { return c }, math.Inf(1)}
}

// P charts the proportion events[i]/total[i] with binomial limits.
func P(events, total []float64) AttributeChart { return attribute(events, total, proportion(), false) }

// U charts the rate events[i]/total[i] with Poisson limits.
func U(events, total []float64) AttributeChart { return attribute(events, total, rate(), false) }

// PPrime charts a proportion with Laney's (2002) limits, which allow for the
// variation between periods. Moving ranges are not screened.
func PPrime(events, total []float64) AttributeChart {
	return attribute(events, total, proportion(), true)
}

// UPrime charts a rate with Laney's (2002) limits.
func UPrime(events, total []float64) AttributeChart { return attribute(events, total, rate(), true) }

// C charts counts of periods of equal opportunity with Poisson limits.
func C(events []float64) AttributeChart {
	ones := make([]float64, len(events))
	for i := range ones {
		ones[i] = 1
	}
	return attribute(events, ones, rate(), false)
}

func attribute(events, total []float64, k kind, laney bool) AttributeChart {
	var x, n []float64
	if len(total) == len(events) {
		for i := range events {
			if total[i] > 0 && events[i] >= 0 {
				x, n = append(x, events[i]), append(n, total[i])
			}
		}
	}
	if len(x) == 0 {
		return noChart(len(events), whyNoChart)
	}
	centre := dist.Sum(x) / dist.Sum(n)
	variance := k.variance(centre)
	if !(variance >= 0) {
		return noChart(len(events), "more events than the denominator holds")
	}
	chart := AttributeChart{Centre: stats.Of(centre), SigmaZ: stats.NotCalculable(whyUnprimed)}
	widen := stats.Of(1)
	if laney {
		chart.SigmaZ = sigmaZ(x, n, centre, variance)
		widen = chart.SigmaZ
	}
	for i := range events {
		chart.Points = append(chart.Points, pointLimits(total[i], centre, variance, widen, k.ceiling))
	}
	return chart
}

func pointLimits(total, centre, variance float64, widen stats.Value, ceiling float64) PointLimits {
	if !(total > 0) {
		none := stats.NotCalculable(whyGap)
		return PointLimits{none, none}
	}
	if !widen.OK() {
		return PointLimits{widen, widen}
	}
	reach := 3 * widen.V * math.Sqrt(variance/total)
	return PointLimits{stats.Of(max(0, centre-reach)), stats.Of(min(ceiling, centre+reach))}
}

func sigmaZ(x, n []float64, centre, variance float64) stats.Value {
	if variance == 0 {
		return stats.NotCalculable("events are all or none in every period")
	}
	if len(x) < 2 {
		return stats.NotCalculable("a single period has no moving range")
	}
	z := make([]float64, len(x))
	for i := range x {
		z[i] = (x[i]/n[i] - centre) / math.Sqrt(variance/n[i])
	}
	return stats.Of(dist.Mean(movingRanges(z)) / bias)
}

func noChart(points int, why string) AttributeChart {
	none := stats.NotCalculable(why)
	chart := AttributeChart{Centre: none, SigmaZ: none}
	for range points {
		chart.Points = append(chart.Points, PointLimits{none, none})
	}
	return chart
}

// RareChart is a chart of the gaps between rare events.
type RareChart struct{ Centre, Lower, Upper stats.Value }

func noRareChart(why string) RareChart {
	none := stats.NotCalculable(why)
	return RareChart{none, none, none}
}

// G charts the number of cases between events: geometric limits around the
// mean, with the median as centre line (qicharts2).
func G(cases []float64) RareChart {
	if len(cases) == 0 || !allFinite(cases) || slices.Min(cases) < 0 {
		return noRareChart("the gaps must be counts of cases, at least one of them")
	}
	mean := dist.Mean(cases)
	reach := 3 * math.Sqrt(mean*(mean+1))
	return RareChart{stats.Of(Median(cases)), stats.Of(max(0, mean-reach)), stats.Of(mean + reach)}
}

// T charts the time between events: Nelson's (1982) power 1/3.6 makes it near
// enough normal for individuals limits. Times must be positive: the caller
// says what events of one day count as.
func T(times []float64) RareChart {
	if len(times) == 0 || !allFinite(times) || slices.Min(times) <= 0 {
		return noRareChart("times between events must be longer than zero")
	}
	const power = 3.6
	y := make([]float64, len(times))
	for i, v := range times {
		y[i] = math.Pow(v, 1/power)
	}
	centre := dist.Mean(y)
	chart := RareChart{Centre: stats.Of(math.Pow(centre, power))}
	if len(y) < 2 {
		none := stats.NotCalculable("a single gap has no moving range")
		chart.Lower, chart.Upper = none, none
		return chart
	}
	reach := 3 * dist.Mean(movingRanges(y)) / bias
	chart.Lower = stats.Of(math.Pow(max(0, centre-reach), power))
	chart.Upper = stats.Of(math.Pow(centre+reach, power))
	return chart
}

// Median returns the middle value, the mean of the two middle ones for an even
// number; NaN of nothing.
func Median(y []float64) float64 {
	if len(y) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(y))
	half := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[half]
	}
	return (sorted[half-1] + sorted[half]) / 2
}
