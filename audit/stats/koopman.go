package stats

import (
	"math"

	"siequity/audit/stats/dist"
)

// RiskRatioKoopman returns (x1/n1)/(x2/n2) with the score interval of Koopman
// (1984), which holds at small and zero counts: none in the first group gives
// [0, U], none in the second [L, no upper limit], none in either [0, no upper
// limit]. Fagerland, Lydersen & Laake (2015) prefer it to the log interval.
func RiskRatioKoopman(x1, n1, x2, n2, level float64) Ratio {
	if why := checkRisks(x1, n1, x2, n2, level); why != "" {
		return noRatio(level, MethodKoopman, why)
	}
	s := koopman{x1, n1, x2, n2}
	z := dist.Z(level)
	lower, upper := 0.0, math.Inf(1)
	if x1 > 0 {
		lower = s.limit(z*z, -1)
	}
	if x2 > 0 {
		upper = s.limit(z*z, 1)
	}
	return Ratio{
		Value:    quotient(x1/n1, x2/n2),
		SELog:    NotCalculable("the score interval has no standard error"),
		Interval: NewInterval(lower, upper, level, MethodKoopman),
	}
}

// koopman holds the two groups whose ratio is tested.
type koopman struct{ x1, n1, x2, n2 float64 }

// constrained returns the two proportions of greatest likelihood when their
// ratio is phi: the smaller root of a quadratic, written so that no digits
// cancel. q1 and q2 are their complements.
func (k koopman) constrained(phi float64) (p1, q1, p2, q2 float64) {
	a := (k.n1 + k.n2) * phi
	b := k.n1*phi + k.x1 + k.n2 + k.x2*phi
	c := k.x1 + k.x2
	p2 = 2 * c / (b + math.Sqrt(max(0, b*b-4*a*c)))
	p1 = min(1, phi*p2)
	p2 = min(1, p2)
	return p1, 1 - p1, p2, 1 - p2
}

// score is Koopman's chi-square for the ratio phi.
func (k koopman) score(phi float64) float64 {
	p1, q1, p2, q2 := k.constrained(phi)
	return scoreTerm(k.x1, k.n1, p1, q1) + scoreTerm(k.x2, k.n2, p2, q2)
}

// scoreTerm is (x-np)^2/(npq); a group fitted without error adds nothing.
func scoreTerm(x, n, p, q float64) float64 {
	d := x - n*p
	if d == 0 {
		return 0
	}
	if v := n * p * q; v > 0 {
		return d * d / v
	}
	return math.Inf(1)
}

// limit walks out from the estimate until the score passes chi2, then closes
// in on the log scale. side is -1 for the lower limit and 1 for the upper.
func (k koopman) limit(chi2 float64, side float64) float64 {
	start := k.start()
	excess := func(logPhi float64) float64 {
		return min(1e300, k.score(math.Exp(logPhi))) - chi2
	}
	for step := 0.5; step < 2000; step *= 2 {
		if end := start + side*step; excess(end) > 0 {
			return math.Exp(dist.Root(excess, start, end))
		}
	}
	return math.NaN()
}

// start is a log ratio inside the interval: the estimate itself, or one where
// a zero count still fits.
func (k koopman) start() float64 {
	if k.x1 > 0 && k.x2 > 0 {
		return math.Log(k.x1 / k.n1 / (k.x2 / k.n2))
	}
	// a zero count fits perfectly at a ratio beyond any that matters
	if k.x1 == 0 {
		return math.Log(1e-12 / k.n1)
	}
	return math.Log(1e12 * k.n2)
}
