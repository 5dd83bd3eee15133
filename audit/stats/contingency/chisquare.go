package contingency

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// ChiSquare is Pearson's test of a table, without continuity correction.
type ChiSquare struct {
	Stat        stats.Value
	DF          stats.Value
	P           stats.Value
	CramersV    stats.Value
	MinExpected stats.Value
	PctBelow5   stats.Value // percentage of cells with an expected count under 5
	// UseExact reports that Cochran's rule advises against chi-square: an
	// expected count under 1, or more than a fifth of them under 5.
	UseExact bool
}

// WhyOneGroup is why a table cannot be tested.
const WhyOneGroup = "fewer than two groups or outcomes hold any counts"

// PearsonChiSquare tests the table after dropping empty rows and columns.
func PearsonChiSquare(table [][]int) ChiSquare {
	t, why := compact(table)
	if why != "" {
		none := stats.NotCalculable(why)
		return ChiSquare{none, none, none, none, none, none, false}
	}
	stat, least, small := 0.0, math.Inf(1), 0
	for i, row := range t.cells {
		for j, o := range row {
			e := t.expected(i, j)
			stat += (float64(o) - e) * (float64(o) - e) / e
			least = min(least, e)
			if e < 5 {
				small++
			}
		}
	}
	r, c := len(t.rows), len(t.cols)
	df := float64((r - 1) * (c - 1))
	pct := 100 * float64(small) / float64(r*c)
	return ChiSquare{
		Stat: stats.Of(stat), DF: stats.Of(df),
		P:           stats.Of(dist.ChiSquaredUpper(stat, df)),
		CramersV:    stats.Of(math.Sqrt(stat / float64(t.total) / float64(min(r, c)-1))),
		MinExpected: stats.Of(least), PctBelow5: stats.Of(pct),
		UseExact: least < 1 || pct > 20,
	}
}

// AdjustedResiduals returns for each cell how far it lies from independence in
// standard errors (Agresti; R's stdres): the ones to flag, against a normal
// quantile adjusted for the number of cells. Cells of an empty row or column,
// and of a row or column that holds everything, have none.
func AdjustedResiduals(table [][]int) [][]stats.Value {
	out := make([][]stats.Value, len(table))
	t, why := margins(table)
	for i, row := range table {
		out[i] = make([]stats.Value, len(row))
		for j, o := range row {
			if why != "" {
				out[i][j] = stats.NotCalculable(why)
				continue
			}
			out[i][j] = t.residual(i, j, o)
		}
	}
	return out
}

func (t counted) residual(i, j, observed int) stats.Value {
	row, col := float64(t.rows[i])/float64(t.total), float64(t.cols[j])/float64(t.total)
	e := t.expected(i, j)
	variance := e * (1 - row) * (1 - col)
	if !(variance > 0) {
		return stats.NotCalculable(WhyOneGroup)
	}
	return stats.Of((float64(observed) - e) / math.Sqrt(variance))
}

// ResidualP returns the two-sided normal p-value of each adjusted residual, to
// adjust for the number of cells before any is flagged.
func ResidualP(residuals [][]stats.Value) [][]stats.Value {
	out := make([][]stats.Value, len(residuals))
	for i, row := range residuals {
		for _, r := range row {
			if r.OK() {
				r = stats.Of(dist.NormalTwoSided(r.V))
			}
			out[i] = append(out[i], r)
		}
	}
	return out
}

// counted is a table with its margins.
type counted struct {
	cells      [][]int
	rows, cols []int
	total      int
}

func (t counted) expected(i, j int) float64 {
	return float64(t.rows[i]) * float64(t.cols[j]) / float64(t.total)
}

// margins adds up a table, or says what is wrong with it.
func margins(table [][]int) (counted, string) {
	t := counted{cells: table, rows: make([]int, len(table))}
	for i, row := range table {
		if i == 0 {
			t.cols = make([]int, len(row))
		}
		if len(row) != len(t.cols) {
			return t, "the rows of the table differ in length"
		}
		for j, x := range row {
			if x < 0 {
				return t, stats.WhyNegative
			}
			t.rows[i] += x
			t.cols[j] += x
			t.total += x
		}
	}
	if t.total == 0 {
		return t, "the table is empty"
	}
	return t, ""
}

// compact drops empty rows and columns and refuses what cannot be tested.
func compact(table [][]int) (counted, string) {
	full, why := margins(table)
	if why != "" {
		return full, why
	}
	var kept [][]int
	for i, row := range table {
		if full.rows[i] == 0 {
			continue
		}
		var cells []int
		for j, x := range row {
			if full.cols[j] > 0 {
				cells = append(cells, x)
			}
		}
		kept = append(kept, cells)
	}
	if len(kept) < 2 || len(kept[0]) < 2 {
		return full, WhyOneGroup
	}
	return margins(kept)
}
