package stats

// TooFewToCompare is the number of events in all under which two groups are
// described in words rather than compared in figures.
const TooFewToCompare = 5

// SmallCell is the count under which a log interval must not be used.
const SmallCell = 5

// Comparison is two rates compared the way the counts allow.
type Comparison struct {
	Ratio    Value
	Interval Interval // mid-P, for display
	P        Value    // exact, for claims
	PMethod  string
	TooFew   bool // say so in words: the figures carry almost nothing
}

// CompareRates compares x1 events in t1 with x2 in t2 for display: the mid-P
// interval of the rate ratio, which holds at any count, with the exact P.
func CompareRates(x1 int, t1 float64, x2 int, t2, level float64) Comparison {
	exact := RateRatioExact(x1, t1, x2, t2, level)
	shown := RateRatioMidP(x1, t1, x2, t2, level)
	return Comparison{
		Ratio: shown.Ratio, Interval: shown.Interval,
		P: exact.P, PMethod: MethodConditionalExact,
		TooFew: x1+x2 < TooFewToCompare,
	}
}

// CompareRisks returns the risk ratio by the log method where every cell is
// large enough for it, and by Koopman's score where one is not.
func CompareRisks(x1, n1, x2, n2, level float64) Ratio {
	if min(x1, x2, n1-x1, n2-x2) < SmallCell {
		return RiskRatioKoopman(x1, n1, x2, n2, level)
	}
	return RiskRatioLog(x1, n1, x2, n2, level)
}
