package dist

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Z returns the standard normal quantile for a two-sided confidence level,
// for example 1.959964 for 0.95. It returns NaN unless 0 < level < 1.
func Z(level float64) float64 {
	if !(level > 0 && level < 1) {
		return math.NaN()
	}
	return NormalQuantile(1 - (1-level)/2)
}

// NormalQuantile returns the standard normal quantile at p; minus or plus
// infinity at 0 and 1.
func NormalQuantile(p float64) float64 {
	switch {
	case !(p >= 0 && p <= 1):
		return math.NaN()
	case p == 0:
		return math.Inf(-1)
	case p == 1:
		return math.Inf(1)
	}
	return distuv.UnitNormal.Quantile(p)
}

// NormalTwoSided returns the probability that a standard normal lies further
// from zero than z does.
func NormalTwoSided(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// StudentQuantile returns the quantile at p of Student's t with df degrees of
// freedom; NaN for df of zero or less.
func StudentQuantile(p, df float64) float64 {
	switch {
	case !(p >= 0 && p <= 1) || !(df > 0):
		return math.NaN()
	case p == 0:
		return math.Inf(-1)
	case p == 1:
		return math.Inf(1)
	case math.IsInf(df, 1):
		return NormalQuantile(p)
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(p)
}

// ChiSquaredQuantile returns the quantile at p of chi-squared with df degrees
// of freedom. Zero degrees of freedom put all mass at zero, as in R.
func ChiSquaredQuantile(p, df float64) float64 {
	switch {
	case !(p >= 0 && p <= 1) || !(df >= 0):
		return math.NaN()
	case df == 0 || p == 0:
		return 0
	case p == 1:
		return math.Inf(1)
	}
	return distuv.ChiSquared{K: df}.Quantile(p)
}

// ChiSquaredUpper returns the probability that chi-squared with df degrees of
// freedom exceeds x.
func ChiSquaredUpper(x, df float64) float64 {
	switch {
	case math.IsNaN(x) || !(df >= 0):
		return math.NaN()
	case df == 0 && x >= 0:
		return 0
	case x <= 0:
		return 1
	}
	return distuv.ChiSquared{K: df}.Survival(x)
}

// BetaQuantile returns the quantile at p of the beta distribution. A zero
// first shape puts all mass at 0, a zero second shape all mass at 1.
func BetaQuantile(p, a, b float64) float64 {
	switch {
	case !(p >= 0 && p <= 1) || !(a >= 0) || !(b >= 0) || (a == 0 && b == 0):
		return math.NaN()
	case a == 0:
		return 0
	case b == 0:
		return 1
	}
	return distuv.Beta{Alpha: a, Beta: b}.Quantile(p)
}
