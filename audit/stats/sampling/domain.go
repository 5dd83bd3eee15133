package sampling

import (
	"math"

	"siequity/audit/stats"
)

// Unit is one sampled unit.
type Unit struct {
	Stratum  int     // index into the strata's populations
	Y        float64 // measured value, 1 or 0 for a mark
	InDomain bool
}

// Domain is an estimate for part of the population that cuts across strata.
type Domain struct {
	P, SE          stats.Value // mean of Y in the domain
	Total, TotalSE stats.Value // sum of Y in the domain
	Sampled        int         // sampled units in the domain
}

func noDomain(why string) Domain {
	none := stats.NotCalculable(why)
	return Domain{P: none, SE: none, Total: none, TotalSE: none}
}

// StratifiedDomain estimates a domain by ratio linearisation, as survey's
// svymean and svytotal on a subset do: every sampled unit stays in, with its
// value and membership zeroed outside the domain, and the strata keep their
// own sample sizes. populations[h] is the number of units in stratum h.
func StratifiedDomain(units []Unit, populations []float64) Domain {
	strata, why := byStratum(units, populations)
	if why != "" {
		return noDomain(why)
	}
	var size, sum float64
	sampled := 0
	for h, us := range strata {
		for _, u := range us {
			if u.InDomain {
				w := populations[h] / float64(len(us))
				size += w
				sum += w * u.Y
				sampled++
			}
		}
	}
	d := Domain{Total: stats.Of(sum), Sampled: sampled}
	d.TotalSE = totalError(strata, populations, func(u Unit) float64 { return u.Y })
	if sampled == 0 {
		d.P = stats.NotCalculable("no sampled unit belongs to the domain")
		d.SE = d.P
		return d
	}
	p := sum / size
	d.P = stats.Of(p)
	d.SE = totalError(strata, populations, func(u Unit) float64 { return (u.Y - p) / size })
	return d
}

func byStratum(units []Unit, populations []float64) ([][]Unit, string) {
	strata := make([][]Unit, len(populations))
	for _, u := range units {
		if u.Stratum < 0 || u.Stratum >= len(populations) {
			return nil, "a unit belongs to no stratum"
		}
		strata[u.Stratum] = append(strata[u.Stratum], u)
	}
	for h, us := range strata {
		switch {
		case populations[h] < float64(len(us)):
			return nil, "a stratum has more sampled than it holds"
		case len(us) == 0 && populations[h] > 0:
			return nil, WhyUnseen
		}
	}
	if len(units) == 0 {
		return nil, whyNoUnits
	}
	return strata, ""
}

// totalError is the standard error of the weighted total of value over the
// domain's units.
func totalError(strata [][]Unit, populations []float64, value func(Unit) float64) stats.Value {
	variance := 0.0
	for h, us := range strata {
		n, big := float64(len(us)), populations[h]
		if n == big {
			continue // taken whole, or empty
		}
		if n == 1 {
			return stats.NotCalculable(WhySingle)
		}
		var ys []float64
		for _, u := range us {
			y := 0.0
			if u.InDomain {
				y = value(u)
			}
			ys = append(ys, y)
		}
		variance += big * big * (1 - n/big) / n * sampleVariance(ys)
	}
	return stats.Of(math.Sqrt(variance))
}

func sampleVariance(y []float64) float64 {
	mean, sum := 0.0, 0.0
	for _, v := range y {
		mean += v / float64(len(y))
	}
	for _, v := range y {
		sum += (v - mean) * (v - mean)
	}
	return sum / float64(len(y)-1)
}

// PopulationTotal is an estimated sum with its variance.
type PopulationTotal struct{ Total, Variance stats.Value }

// HorvitzThompson returns the sum of y over the inclusion probabilities.
func HorvitzThompson(y, inclusion []float64) stats.Value {
	if len(y) != len(inclusion) || len(y) == 0 {
		return stats.NotCalculable(whyNoUnits)
	}
	sum := 0.0
	for i, v := range y {
		if !(inclusion[i] > 0 && inclusion[i] <= 1) {
			return stats.NotCalculable("an inclusion probability must be above 0 and at most 1")
		}
		sum += v / inclusion[i]
	}
	return stats.Of(sum)
}

// SimpleTotal returns the Horvitz-Thompson total of a simple random sample y
// of the population, with variance N^2 (1-n/N) s^2/n.
func SimpleTotal(y []float64, population float64) PopulationTotal {
	n := float64(len(y))
	if n == 0 || n > population {
		none := stats.NotCalculable("the sample must hold at least one unit and no more than the population")
		return PopulationTotal{none, none}
	}
	inclusion := make([]float64, len(y))
	for i := range inclusion {
		inclusion[i] = n / population
	}
	t := PopulationTotal{Total: HorvitzThompson(y, inclusion)}
	switch {
	case n == population:
		t.Variance = stats.Of(0)
	case n == 1:
		t.Variance = stats.NotCalculable(WhySingle)
	default:
		t.Variance = stats.Of(population * population * (1 - n/population) * sampleVariance(y) / n)
	}
	return t
}
