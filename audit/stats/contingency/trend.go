package contingency

import (
	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// Trend is the Cochran-Armitage test, one degree of freedom.
type Trend struct {
	Stat stats.Value
	P    stats.Value
	// Slope is the change of the proportion per unit of score, by weighted
	// least squares: its sign says which way the trend goes.
	Slope stats.Value
}

// CochranArmitage tests whether the proportion of events[i] among total[i]
// rises or falls with score[i], as R's prop.trend.test does. A nil score is
// 1, 2, 3 and so on. Groups without anybody are left out. "Not known" is no
// score: leave it out before the call.
func CochranArmitage(events, total []int, score []float64) Trend {
	groups, why := trendGroups(events, total, score)
	if why != "" {
		none := stats.NotCalculable(why)
		return Trend{none, none, none}
	}
	var n, x, sn, sx, ssn float64
	for _, g := range groups {
		n += g.total
		x += g.events
		sn += g.total * g.score
	}
	centre := sn / n
	for _, g := range groups {
		s := g.score - centre
		sx += s * (g.events - g.total*x/n)
		ssn += s * s * g.total
	}
	p := x / n
	if p == 0 || p == 1 || ssn == 0 {
		none := stats.NotCalculable("nobody, or everybody, had the event, or all groups share one score")
		return Trend{none, none, none}
	}
	stat := sx * sx / (p * (1 - p) * ssn)
	return Trend{stats.Of(stat), stats.Of(dist.ChiSquaredUpper(stat, 1)), stats.Of(sx / ssn)}
}

type trendGroup struct{ events, total, score float64 }

func trendGroups(events, total []int, score []float64) ([]trendGroup, string) {
	if len(total) != len(events) || score != nil && len(score) != len(events) {
		return nil, "the groups' events, totals and scores differ in number"
	}
	var groups []trendGroup
	for i, x := range events {
		switch {
		case x < 0 || total[i] < 0:
			return nil, stats.WhyNegative
		case x > total[i]:
			return nil, stats.WhyAboveTotal
		case total[i] == 0:
			continue
		}
		s := float64(i + 1)
		if score != nil {
			s = score[i]
		}
		groups = append(groups, trendGroup{float64(x), float64(total[i]), s})
	}
	if len(groups) < 2 {
		return nil, "a trend needs at least two groups"
	}
	return groups, ""
}
