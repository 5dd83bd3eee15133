package agreement

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// Weights say how much credit a near miss gets.
type Weights int

// The weights, by the distance of two categories out of k.
const (
	Unweighted Weights = iota // none: nominal categories
	Linear                    // 1 - |i-j|/(k-1)
	Quadratic                 // 1 - ((i-j)/(k-1))^2
)

// Coefficient is a chance-corrected agreement.
type Coefficient struct {
	Value    stats.Value
	SE       stats.Value
	Observed stats.Value // agreement seen, weighted
	Expected stats.Value // agreement by chance
	Interval stats.Interval
}

// Methods, to print beside the figures.
const (
	MethodKappa = "Fleiss-Cohen-Everitt"
	MethodGwet  = "Gwet"
)

const (
	whyTable  = "the table of two reviewers must be square and hold cases"
	whyChance = "all cases fall in one category: chance alone would agree"
)

func none(level float64, method, why string) Coefficient {
	v := stats.NotCalculable(why)
	return Coefficient{v, v, v, v, stats.NoInterval(level, method, why)}
}

// RawAgreement returns the share of cases on the diagonal with its exact
// Clopper-Pearson interval, the one to show when every case agrees.
func RawAgreement(table [][]int, level float64) stats.Estimate {
	t, why := read(table)
	if why != "" {
		return stats.NoEstimate(level, stats.MethodClopperPearson, why)
	}
	same := 0
	for i := range table {
		same += table[i][i]
	}
	return stats.ClopperPearson(same, int(t.n), level)
}

// Kappa returns Cohen's kappa of table[first reviewer][second reviewer], with
// the large-sample error of Fleiss, Cohen & Everitt (1969). The limits lie
// within -1 and 1.
func Kappa(table [][]int, w Weights, level float64) Coefficient {
	t, why := read(table)
	if lw := stats.CheckLevel(level); why == "" {
		why = lw
	}
	if why != "" {
		return none(level, MethodKappa, why)
	}
	po, pe := t.observed(w), t.expected(w)
	if pe >= 1 {
		c := none(level, MethodKappa, whyChance)
		c.Observed, c.Expected = stats.Of(po), stats.Of(pe)
		return c
	}
	kappa := (po - pe) / (1 - pe)
	se := math.Sqrt(max(0, t.kappaVariance(w, po, pe)))
	half := dist.Z(level) * se
	return Coefficient{
		stats.Of(kappa), stats.Of(se), stats.Of(po), stats.Of(pe),
		stats.NewInterval(max(-1, kappa-half), min(1, kappa+half), level, MethodKappa),
	}
}

// Gwet returns AC1 (unweighted) or AC2 (weighted), with the variance of irrCAC
// and a t interval. population is the number of cases the sample came from, 0
// for a large one; a sample that takes them all has no error left. The limits lie
// within -1 and 1.
func Gwet(table [][]int, w Weights, population, level float64) Coefficient {
	t, why := read(table)
	if lw := stats.CheckLevel(level); why == "" {
		why = lw
	}
	if why == "" && population > 0 && population < t.n {
		why = "more cases reviewed than the population holds"
	}
	if why != "" {
		return none(level, MethodGwet, why)
	}
	fraction := 0.0
	if population > 0 {
		fraction = t.n / population
	}
	po, pe := t.observed(w), t.gwetExpected(w)
	ac := (po - pe) / (1 - pe)
	if t.n < 2 {
		c := none(level, MethodGwet, "a single case has no variance")
		c.Value, c.Observed, c.Expected = stats.Of(ac), stats.Of(po), stats.Of(pe)
		return c
	}
	se := math.Sqrt(max(0, (1-fraction)*t.gwetVariance(w, po, pe)))
	half := dist.StudentQuantile(1-(1-level)/2, t.n-1) * se
	return Coefficient{
		stats.Of(ac), stats.Of(se), stats.Of(po), stats.Of(pe),
		stats.NewInterval(max(-1, ac-half), min(1, ac+half), level, MethodGwet),
	}
}

// ratings are the shares of a table of two reviewers.
type ratings struct {
	n          float64
	p          [][]float64
	rows, cols []float64
}

func read(table [][]int) (ratings, string) {
	k := len(table)
	t := ratings{rows: make([]float64, k), cols: make([]float64, k), p: make([][]float64, k)}
	for i, row := range table {
		if len(row) != k {
			return t, whyTable
		}
		for j, x := range row {
			if x < 0 {
				return t, stats.WhyNegative
			}
			t.n += float64(x)
			t.rows[i] += float64(x)
			t.cols[j] += float64(x)
		}
	}
	if t.n == 0 || k < 2 {
		return t, whyTable
	}
	for i, row := range table {
		t.rows[i] /= t.n
		t.cols[i] /= t.n
		for _, x := range row {
			t.p[i] = append(t.p[i], float64(x)/t.n)
		}
	}
	return t, ""
}

// credit is the weight of rating a case i and j.
func (t ratings) credit(w Weights, i, j int) float64 {
	d := math.Abs(float64(i-j)) / float64(len(t.rows)-1)
	switch {
	case w == Linear:
		return 1 - d
	case w == Quadratic:
		return 1 - d*d
	case i == j:
		return 1
	}
	return 0
}

// over adds f over all cells.
func (t ratings) over(f func(i, j int) float64) float64 {
	sum := 0.0
	for i := range t.rows {
		for j := range t.cols {
			sum += f(i, j)
		}
	}
	return sum
}

func (t ratings) observed(w Weights) float64 {
	return t.over(func(i, j int) float64 { return t.credit(w, i, j) * t.p[i][j] })
}

func (t ratings) expected(w Weights) float64 {
	return t.over(func(i, j int) float64 { return t.credit(w, i, j) * t.rows[i] * t.cols[j] })
}

func (t ratings) kappaVariance(w Weights, po, pe float64) float64 {
	byRow, byCol := make([]float64, len(t.rows)), make([]float64, len(t.rows))
	for i := range t.rows {
		for j := range t.cols {
			byRow[i] += t.credit(w, i, j) * t.cols[j]
			byCol[j] += t.credit(w, i, j) * t.rows[i]
		}
	}
	sum := t.over(func(i, j int) float64 {
		d := t.credit(w, i, j)*(1-pe) - (byRow[i]+byCol[j])*(1-po)
		return t.p[i][j] * d * d
	})
	rest := po*pe - 2*pe + po
	return (sum - rest*rest) / (t.n * math.Pow(1-pe, 4))
}

// share is the mean share of category i over both reviewers.
func (t ratings) share(i int) float64 { return (t.rows[i] + t.cols[i]) / 2 }

// spread is the total credit over k(k-1), which scales chance agreement.
func (t ratings) spread(w Weights) float64 {
	k := float64(len(t.rows))
	return t.over(func(i, j int) float64 { return t.credit(w, i, j) }) / (k * (k - 1))
}

func (t ratings) gwetExpected(w Weights) float64 {
	sum := 0.0
	for i := range t.rows {
		sum += t.share(i) * (1 - t.share(i))
	}
	return t.spread(w) * sum
}

func (t ratings) gwetVariance(w Weights, po, pe float64) float64 {
	ac := (po - pe) / (1 - pe)
	sum := t.over(func(i, j int) float64 {
		chance := t.spread(w) * (1 - (t.share(i)+t.share(j))/2)
		d := t.credit(w, i, j) - 2*(1-ac)*chance
		return t.p[i][j] * d * d
	})
	rest := po - 2*(1-ac)*pe
	return (sum - rest*rest) / (t.n * (1 - pe) * (1 - pe))
}
