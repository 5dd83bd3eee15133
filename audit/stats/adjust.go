package stats

import (
	"math"
	"slices"
)

// Adjustment names a way to adjust p-values for the number of comparisons.
type Adjustment string

// The adjustments, named as in R's p.adjust.
const (
	Holm              Adjustment = "holm" // the default for a page of comparisons
	Hochberg          Adjustment = "hochberg"
	Hommel            Adjustment = "hommel"
	Bonferroni        Adjustment = "bonferroni"
	BenjaminiHochberg Adjustment = "BH"
	BenjaminiYekuteli Adjustment = "BY"
	Unadjusted        Adjustment = "none"
)

// AdjustP adjusts p-values for their number and returns them in the order
// given. Values without a number stay as they are and are not counted.
func AdjustP(p []Value, method Adjustment) []Value {
	out := slices.Clone(p)
	var order []int
	for i, v := range p {
		if v.OK() {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(p[a].V, p[b].V) })
	sorted := make([]float64, len(order))
	for rank, i := range order {
		sorted[rank] = p[i].V
	}
	adjusted, why := adjustSorted(sorted, method)
	for rank, i := range order {
		if why != "" {
			out[i] = NotCalculable(why)
			continue
		}
		out[i] = Of(min(1, adjusted[rank]))
	}
	return out
}

// adjustSorted adjusts ascending p-values.
func adjustSorted(p []float64, method Adjustment) (adjusted []float64, why string) {
	m := float64(len(p))
	switch method {
	case Unadjusted:
		return p, ""
	case Bonferroni:
		return scaled(p, func(int) float64 { return m }), ""
	case Holm:
		return rising(scaled(p, func(rank int) float64 { return m - float64(rank) })), ""
	case Hochberg:
		return fallingBack(scaled(p, func(rank int) float64 { return m - float64(rank) })), ""
	case Hommel:
		return hommel(p), ""
	case BenjaminiHochberg, "fdr":
		return fallingBack(scaled(p, func(rank int) float64 { return m / float64(rank+1) })), ""
	case BenjaminiYekuteli:
		harmonic := 0.0
		for i := range p {
			harmonic += 1 / float64(i+1)
		}
		return fallingBack(scaled(p, func(rank int) float64 { return harmonic * m / float64(rank+1) })), ""
	}
	return nil, "unknown adjustment " + string(method)
}

func scaled(p []float64, factor func(rank int) float64) []float64 {
	out := make([]float64, len(p))
	for i, v := range p {
		out[i] = v * factor(i)
	}
	return out
}

// hommel adjusts ascending p-values by Hommel's (1988) procedure in the form
// of Wright (1992).
func hommel(p []float64) []float64 {
	n := len(p)
	out := make([]float64, n)
	least := 1.0
	for i, v := range p {
		least = min(least, v*float64(n)/float64(i+1))
	}
	for i, v := range p {
		out[i] = max(v, least)
	}
	for j := n - 1; j >= 2; j-- {
		low := n - j + 1 // how many values have fewer than j above them
		cut := math.Inf(1)
		for k := low; k < n; k++ {
			cut = min(cut, float64(j)*p[k]/float64(k-low+2))
		}
		for i := range p {
			out[i] = max(out[i], min(float64(j)*p[min(i, low-1)], cut))
		}
	}
	return out
}

// rising makes each value at least the one before it.
func rising(p []float64) []float64 {
	for i := 1; i < len(p); i++ {
		p[i] = max(p[i], p[i-1])
	}
	return p
}

// fallingBack makes each value at most the one after it.
func fallingBack(p []float64) []float64 {
	for i := len(p) - 2; i >= 0; i-- {
		p[i] = min(p[i], p[i+1])
	}
	return p
}

// compare orders numbers, NaN first.
func compare(a, b float64) int {
	switch {
	case a < b || math.IsNaN(a) && !math.IsNaN(b):
		return -1
	case a > b || math.IsNaN(b) && !math.IsNaN(a):
		return 1
	}
	return 0
}
