package contingency

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// Stratified is a comparison of two groups within strata, pooled.
type Stratified struct {
	OddsRatio stats.Estimate // interval of Robins, Breslow & Greenland (1986)
	RiskRatio stats.Estimate // interval of Greenland & Robins (1985)
	Stat      stats.Value    // chi-square, 1 df, without continuity correction
	P         stats.Value
	Strata    int // strata that inform: both groups are there, and some have the event and some have not
}

// MantelHaenszel pools two by two tables over strata: does the first group
// still differ from the second once the strata are held fixed? Each table's
// rows are the groups, its first column the events.
func MantelHaenszel(strata []TwoByTwo, level float64) Stratified {
	var sums mhSums
	why := stats.CheckLevel(level)
	for _, t := range strata {
		if !t.valid() {
			why = stats.WhyNegative
			break
		}
		sums.add(t)
	}
	if why == "" && !sums.compared {
		why = "no stratum holds people from both groups"
	}
	if why != "" {
		none := stats.NoEstimate(level, stats.MethodMantelHaenszel, why)
		return Stratified{none, none, none.Value, none.Value, 0}
	}
	out := Stratified{
		OddsRatio: pooled(sums.r, sums.s, sums.oddsVariance(), level),
		RiskRatio: pooled(sums.riskUp, sums.riskDown, sums.riskVariance/(sums.riskUp*sums.riskDown), level),
		Strata:    sums.strata,
	}
	if sums.variance == 0 {
		out.Stat = stats.NotCalculable("events are all or none in every stratum")
		out.P = out.Stat
		return out
	}
	stat := sums.excess * sums.excess / sums.variance
	out.Stat, out.P = stats.Of(stat), stats.Of(dist.ChiSquaredUpper(stat, 1))
	return out
}

// mhSums gathers the sums over strata that the estimates need.
type mhSums struct {
	r, s             float64 // odds: sums of ad/n and bc/n
	pr, prs, qs      float64 // Robins-Breslow-Greenland
	riskUp, riskDown float64 // risk: sums of x1 n2/n and x2 n1/n
	riskVariance     float64
	excess, variance float64 // of events in the first group
	compared         bool    // a stratum holds people from both groups
	strata           int
}

func (m *mhSums) add(t TwoByTwo) {
	a, b, c, d := float64(t.A), float64(t.B), float64(t.C), float64(t.D)
	n1, n2, m1, m2 := a+b, c+d, a+c, b+d
	n := n1 + n2
	if n1 == 0 || n2 == 0 {
		return // nobody to compare with
	}
	m.compared = true
	if m1 > 0 && m2 > 0 {
		m.strata++
	}
	r, s, p, q := a*d/n, b*c/n, (a+d)/n, (b+c)/n
	m.r += r
	m.s += s
	m.pr += p * r
	m.prs += p*s + q*r
	m.qs += q * s
	m.riskUp += a * n2 / n
	m.riskDown += c * n1 / n
	m.riskVariance += (m1*n1*n2 - a*c*n) / (n * n)
	m.excess += a - n1*m1/n
	if n > 1 {
		m.variance += n1 * n2 * m1 * m2 / (n * n * (n - 1))
	}
}

func (m mhSums) oddsVariance() float64 {
	return m.pr/(2*m.r*m.r) + m.prs/(2*m.r*m.s) + m.qs/(2*m.s*m.s)
}

// pooled is up/down with a log interval of the given variance.
func pooled(up, down, variance, level float64) stats.Estimate {
	method := stats.MethodMantelHaenszel
	if up == 0 && down == 0 {
		return stats.NoEstimate(level, method, stats.WhyNoEvents)
	}
	e := stats.Estimate{Value: stats.Of(up / down)}
	if up == 0 || down == 0 {
		e.Interval = stats.NoInterval(level, method, "one group has no events in any stratum")
		return e
	}
	half := dist.Z(level) * math.Sqrt(variance)
	log := math.Log(up / down)
	e.Interval = stats.NewInterval(math.Exp(log-half), math.Exp(log+half), level, method)
	return e
}
