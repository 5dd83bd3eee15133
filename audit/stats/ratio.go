package stats

import (
	"math"

	"siequity/audit/stats/dist"
)

// Ratio is a ratio of two groups with its interval.
type Ratio struct {
	Value    Value // +Inf when only the reference group has no events
	SELog    Value // standard error of the log ratio, where the method has one
	Interval Interval
}

func noRatio(level float64, method, why string) Ratio {
	return Ratio{NotCalculable(why), NotCalculable(why), NoInterval(level, method, why)}
}

// WhyLogZero is why the log method has no interval.
const WhyLogZero = "the log method needs events in both groups: use an exact or score interval"

// RiskRatioLog returns (x1/n1)/(x2/n2) with the log interval of Katz et al.
// (1978). It is poor under five events and has no interval at zero; see
// RiskRatioKoopman.
func RiskRatioLog(x1, n1, x2, n2, level float64) Ratio {
	if why := checkRisks(x1, n1, x2, n2, level); why != "" {
		return noRatio(level, MethodLog, why)
	}
	return logRatio(x1/n1, x2/n2, 1/x1-1/n1+1/x2-1/n2, level)
}

// RateRatioLog returns (x1/t1)/(x2/t2) of two Poisson counts with the log
// interval. It has no interval when a count is zero; see RateRatioMidP.
func RateRatioLog(x1 int, t1 float64, x2 int, t2, level float64) Ratio {
	if why := checkRates(x1, t1, x2, t2, level); why != "" {
		return noRatio(level, MethodLog, why)
	}
	a, b := float64(x1), float64(x2)
	return logRatio(a/t1, b/t2, 1/a+1/b, level)
}

func logRatio(rate1, rate2, variance, level float64) Ratio {
	ratio := Ratio{Value: quotient(rate1, rate2)}
	if rate1 == 0 || rate2 == 0 {
		ratio.SELog = NotCalculable(WhyLogZero)
		ratio.Interval = NoInterval(level, MethodLog, WhyLogZero)
		return ratio
	}
	se := math.Sqrt(max(0, variance))
	log, z := math.Log(rate1/rate2), dist.Z(level)
	ratio.SELog = Of(se)
	ratio.Interval = NewInterval(math.Exp(log-z*se), math.Exp(log+z*se), level, MethodLog)
	return ratio
}

// quotient of two rates: not calculable at 0/0, +Inf at x/0.
func quotient(a, b float64) Value {
	if a == 0 && b == 0 {
		return NotCalculable(WhyNoEvents)
	}
	return Of(a / b)
}

func checkRisks(x1, n1, x2, n2, level float64) string {
	return firstWhy(checkProportion(x1, n1, level), checkProportion(x2, n2, level))
}

func checkRates(x1 int, t1 float64, x2 int, t2, level float64) string {
	return firstWhy(CheckLevel(level),
		when(x1 < 0 || x2 < 0, WhyNegative),
		when(!(t1 > 0) || !(t2 > 0) || math.IsInf(t1, 0) || math.IsInf(t2, 0), WhyNoDenominator))
}

// RateComparison is a conditional comparison of two Poisson rates.
type RateComparison struct {
	Ratio Value
	// P is two-sided: the probability of outcomes no likelier than the one
	// seen (exact), or twice the smaller mid-P tail (mid-P). The exact P and
	// the central exact interval can disagree at the edge, as in R.
	P        Value
	Interval Interval
}

func noComparison(level float64, method, why string) RateComparison {
	return RateComparison{NotCalculable(why), NotCalculable(why), NoInterval(level, method, why)}
}

// RateRatioExact compares x1 events in t1 with x2 in t2. Given x1+x2, x1 is
// binomial: its Clopper-Pearson limits become those of the rate ratio, as in
// R's poisson.test. For formal claims; RateRatioMidP is for display.
func RateRatioExact(x1 int, t1 float64, x2 int, t2, level float64) RateComparison {
	why := firstWhy(checkRates(x1, t1, x2, t2, level), when(x1+x2 == 0, WhyNoEvents))
	if why != "" {
		return noComparison(level, MethodConditionalExact, why)
	}
	lower, upper := dist.ClopperPearson(x1, x1+x2, (1-level)/2)
	return RateComparison{
		Ratio: quotient(float64(x1)/t1, float64(x2)/t2),
		P:     Of(binomialTest(x1, x1+x2, t1/(t1+t2))),
		Interval: NewInterval(oddsOf(lower)*t2/t1, oddsOf(upper)*t2/t1,
			level, MethodConditionalExact),
	}
}

// RateRatioMidP compares as RateRatioExact does, but each tail counts half the
// outcome seen (Berry & Armitage 1995), which is less conservative: the
// default for display.
func RateRatioMidP(x1 int, t1 float64, x2 int, t2, level float64) RateComparison {
	why := firstWhy(checkRates(x1, t1, x2, t2, level), when(x1+x2 == 0, WhyNoEvents))
	if why != "" {
		return noComparison(level, MethodMidP, why)
	}
	lower, upper := midPLimits(x1, x1+x2, (1-level)/2)
	null := dist.Binomial(x1, x1+x2, t1/(t1+t2))
	return RateComparison{
		Ratio:    quotient(float64(x1)/t1, float64(x2)/t2),
		P:        Of(min(1, 2*min(null.MidBelow(), null.MidAbove()))),
		Interval: NewInterval(oddsOf(lower)*t2/t1, oddsOf(upper)*t2/t1, level, MethodMidP),
	}
}

// oddsOf turns a binomial probability into odds; +Inf at 1.
func oddsOf(p float64) float64 {
	if p >= 1 {
		return math.Inf(1)
	}
	return p / (1 - p)
}

// midPLimits solves the mid-P tails for the binomial probability, on the logit
// scale where both ends are equally far away.
func midPLimits(x, n int, tail float64) (lower, upper float64) {
	at := func(logit float64) dist.Tails { return dist.Binomial(x, n, expit(logit)) }
	lower, upper = 0, 1
	if x > 0 {
		lower = expit(dist.Root(func(l float64) float64 { return at(l).MidAbove() - tail }, -50, 36))
	}
	if x < n {
		upper = expit(dist.Root(func(l float64) float64 { return at(l).MidBelow() - tail }, -50, 36))
	}
	return lower, upper
}

func expit(logit float64) float64 { return 1 / (1 + math.Exp(-logit)) }

// binomialTest is the two-sided p-value of x of n at probability p: the sum
// over outcomes no likelier than x, with R's slack of 1e-7 for ties.
func binomialTest(x, n int, p float64) float64 {
	fn := float64(n)
	prob := func(k int) float64 { return dist.LogBinomial(float64(k), fn, p, 1-p) }
	limit := prob(x) + math.Log1p(1e-7)
	t := dist.Binomial(x, n, p)
	mean := fn * p
	if float64(x) == mean {
		return 1
	}
	if float64(x) < mean {
		far := dist.Least(int(math.Ceil(mean)), n, func(k int) bool { return prob(k) <= limit })
		return min(1, t.AtMost()+upperTail(far, n, p))
	}
	far := dist.Greatest(0, int(math.Floor(mean)), func(k int) bool { return prob(k) <= limit })
	return min(1, t.AtLeast()+lowerTail(far, n, p))
}

func upperTail(k, n int, p float64) float64 {
	if k > n {
		return 0
	}
	return dist.Binomial(k, n, p).AtLeast()
}

func lowerTail(k, n int, p float64) float64 {
	if k < 0 {
		return 0
	}
	return dist.Binomial(k, n, p).AtMost()
}
