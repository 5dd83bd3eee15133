package contingency

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// TwoByTwo is a table of counts [[A B] [C D]]: rows are groups, the first
// column the events.
type TwoByTwo struct{ A, B, C, D int }

// tieSlack is R's slack for probabilities that tie with the observed one.
const tieSlack = 1e-7

// ExactP holds the p-values of an exact test.
type ExactP struct {
	Less, Greater stats.Value // one-sided: first row has fewer, or more, events
	TwoSided      stats.Value
}

// hypergeometric is the distribution of A given the margins.
func (t TwoByTwo) hypergeometric() dist.Hypergeometric {
	return dist.Hypergeometric{Marked: t.A + t.C, Unmarked: t.B + t.D, Drawn: t.A + t.B}
}

func (t TwoByTwo) valid() bool { return min(t.A, t.B, t.C, t.D) >= 0 }

// Fisher returns the p-values of Fisher's exact test. Two-sided P adds the
// tables no likelier than the one seen, as R's fisher.test does. A table with
// an empty row or column has P of 1: it tells nothing.
func Fisher(t TwoByTwo) ExactP {
	if !t.valid() {
		return noExactP(stats.WhyNegative)
	}
	h := t.hypergeometric()
	tails := h.Tails(t.A)
	return ExactP{
		Less: stats.Of(tails.AtMost()), Greater: stats.Of(tails.AtLeast()),
		TwoSided: stats.Of(noLikelier(h, t.A)),
	}
}

// FisherMidP returns mid-P values: each tail counts half the table seen, and
// two-sided P is twice the smaller tail (exact2x2, Fay 2010).
func FisherMidP(t TwoByTwo) ExactP {
	if !t.valid() {
		return noExactP(stats.WhyNegative)
	}
	tails := t.hypergeometric().Tails(t.A)
	less, greater := tails.MidBelow(), tails.MidAbove()
	return ExactP{stats.Of(less), stats.Of(greater), stats.Of(min(1, 2*min(less, greater)))}
}

func noExactP(why string) ExactP {
	none := stats.NotCalculable(why)
	return ExactP{none, none, none}
}

// noLikelier adds the probabilities that do not exceed that of x, ties
// included: everything from x outwards on each side of the mode.
func noLikelier(h dist.Hypergeometric, x int) float64 {
	lo, hi := h.Support()
	limit := h.Log(x) + math.Log1p(tieSlack)
	mode := int(float64(h.Drawn+1) * float64(h.Marked+1) / float64(h.Marked+h.Unmarked+2))
	mode = min(max(mode, lo), hi)
	if h.Log(mode) <= limit {
		return 1
	}
	above := dist.Least(mode, hi, func(k int) bool { return h.Log(k) <= limit })
	below := dist.Greatest(lo, mode, func(k int) bool { return h.Log(k) <= limit })
	// values past either end of the support have no probability
	return min(1, h.Tails(above).AtLeast()+h.Tails(below).AtMost())
}

// OddsRatio is the conditional odds ratio of a two by two table.
type OddsRatio struct {
	Value    stats.Value // conditional maximum likelihood; may be +Inf
	Interval stats.Interval
}

// MethodConditional names the exact interval of the odds ratio.
const MethodConditional = "exact conditional"

// ConditionalOddsRatio returns the conditional maximum likelihood odds ratio
// with its exact interval: the noncentral hypergeometric distribution
// inverted at each tail, to full precision (R's fisher.test stops at a
// tolerance that can leave one per cent).
func ConditionalOddsRatio(t TwoByTwo, level float64) OddsRatio {
	why := stats.CheckLevel(level)
	if !t.valid() {
		why = stats.WhyNegative
	}
	if why != "" {
		return OddsRatio{stats.NotCalculable(why), stats.NoInterval(level, MethodConditional, why)}
	}
	n := newNoncentral(t.hypergeometric(), t.A)
	lower, upper := n.limits(t.A, (1-level)/2)
	return OddsRatio{n.estimate(t.A), stats.NewInterval(lower, upper, level, MethodConditional)}
}
