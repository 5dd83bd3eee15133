package measure

import (
	"fmt"
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/contingency"
	"siequity/audit/stats/inequality"
)

// Per is the denominator of rates: events per 1,000 births.
const Per = 1000

// A GroupRate is the rate of one group beside a named reference group.
type GroupRate struct {
	Key       string
	Events    int
	Births    int
	Rate      stats.Estimate // per 1,000; exact below 10 events, Byar's from 10 on
	Ratio     stats.Comparison
	Adjusted  stats.Value // p of the ratio, Holm-adjusted over the groups of the table
	Excess    stats.Value // events above what the reference's rate would give
	Reference bool
	Words     string // what may be said where figures would mislead
}

// Rates compares the rates of groups with the reference group. Groups without
// births are listed with the reason. The p-values are adjusted together, since
// they are read together.
func Rates(groups []string, events, births []int, reference string) []GroupRate {
	out := make([]GroupRate, len(groups))
	ref := -1
	for i, g := range groups {
		out[i] = GroupRate{Key: g, Events: events[i], Births: births[i], Reference: g == reference, Rate: stats.Rate(events[i], float64(births[i]), Level, Per)}
		if g == reference {
			ref = i
		}
	}
	var p []stats.Value
	for i := range out {
		out[i].compare(out, ref)
		p = append(p, out[i].Ratio.P)
	}
	for i, v := range stats.AdjustP(p, stats.Holm) {
		out[i].Adjusted = v
	}
	return out
}

// compare sets one group beside the reference.
func (g *GroupRate) compare(all []GroupRate, ref int) {
	none := stats.NotCalculable("no reference group with births")
	g.Excess, g.Ratio = none, stats.Comparison{Ratio: none, P: none, Interval: stats.NoInterval(Level, "", none.Why)}
	switch {
	case g.Births == 0:
		g.Words = "no births known for this group"
		return
	case g.Reference:
		g.Ratio.P = stats.NotCalculable("the reference itself")
		g.Words = "reference"
		return
	case ref < 0 || all[ref].Births == 0:
		g.Words = "nothing to compare with"
		return
	}
	r := all[ref]
	g.Ratio = stats.CompareRates(g.Events, float64(g.Births), r.Events, float64(r.Births), Level)
	g.Excess = stats.Of(float64(g.Events) - float64(g.Births)*float64(r.Events)/float64(r.Births))
	if g.Ratio.TooFew {
		g.Words = fmt.Sprintf("too few to compare: %d events", g.Events+r.Events)
	}
}

// An EthnicGap is the ratio of one group's risk to the reference's after
// deprivation is held fixed (Mantel-Haenszel over quintiles).
type EthnicGap struct {
	Key    string
	Crude  stats.Ratio
	Fixed  stats.Estimate
	P      stats.Value
	Strata int  // quintiles that inform
	Hidden bool // a number behind it is not printed
}

// GapAfterDeprivation sets one group beside the reference within each quintile and
// pools. events and births are by group and quintile.
func GapAfterDeprivation(key string, group, groupBirths, reference, referenceBirths []int) EthnicGap {
	var strata []contingency.TwoByTwo
	var x1, n1, x2, n2 int
	for q := range group {
		strata = append(strata, contingency.TwoByTwo{A: group[q], B: groupBirths[q] - group[q], C: reference[q], D: referenceBirths[q] - reference[q]})
		x1, n1, x2, n2 = x1+group[q], n1+groupBirths[q], x2+reference[q], n2+referenceBirths[q]
	}
	s := contingency.MantelHaenszel(strata, Level)
	return EthnicGap{Key: key, Crude: stats.CompareRisks(float64(x1), float64(n1), float64(x2), float64(n2), Level), Fixed: s.RiskRatio, P: s.P, Strata: s.Strata}
}

// Deprivation is the gradient of a rate over quintiles, most deprived first.
func Deprivation(events, births []int) inequality.Gradient {
	return inequality.MeasureGradient(events, births, Level, Per)
}

// RateText words a rate with its interval: "3.2 (1.9 to 5.1)".
func RateText(e stats.Estimate) string {
	switch {
	case !e.Value.OK():
		return e.Value.Why
	case !e.Interval.OK():
		return fmt.Sprintf("%.1f", e.Value.V)
	case math.IsInf(e.Interval.Upper, 1):
		return fmt.Sprintf("%.1f (%.1f, no upper limit)", e.Value.V, e.Interval.Lower)
	}
	return fmt.Sprintf("%.1f (%.1f to %.1f)", e.Value.V, e.Interval.Lower, e.Interval.Upper)
}
