package inequality

import (
	"math"

	"siequity/audit/stats"
)

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
