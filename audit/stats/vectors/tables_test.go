package vectors_test

import (
	"fmt"
	"testing"

	"siequity/audit/stats/contingency"
)

func TestTablesVectors(t *testing.T) {
	if got := idle(t, tableMethods()); got != nil {
		t.Errorf("methods that are compared with nothing: %q", got)
	}
}

type tableCase struct {
	Table [][]int
	Conf  *float64
}

func (c tableCase) level() float64 {
	if c.Conf == nil {
		return 0.95
	}
	return *c.Conf
}

func (c tableCase) twoByTwo() contingency.TwoByTwo {
	return contingency.TwoByTwo{A: c.Table[0][0], B: c.Table[0][1], C: c.Table[1][0], D: c.Table[1][1]}
}

func tableMethods() map[string]vectorFunc {
	return map[string]vectorFunc{
		"fisher_2x2": with(fisher),
		"fisher_midp": with(func(in tableCase) map[string]any {
			return exactP(contingency.FisherMidP(in.twoByTwo()))
		}),
		"fisher_rxc": with(func(in tableCase) map[string]any {
			exact := contingency.FreemanHaltonOptions{ExactWork: 1e11}
			return map[string]any{"p": contingency.FisherFreemanHalton(in.Table, exact).P}
		}),
		"chisq_rxc":    with(chiSquare),
		"adj_residual": with(residuals),
		"trend_cochran_armitage": with(func(in struct {
			X, N  []int
			Score []float64
		}) map[string]any {
			trend := contingency.CochranArmitage(in.X, in.N, in.Score)
			return map[string]any{"stat": trend.Stat, "p": trend.P}
		}),
		"mantel_haenszel": with(mantelHaenszel),
	}
}

func exactP(p contingency.ExactP) map[string]any {
	return map[string]any{"p_two": p.TwoSided, "p_less": p.Less, "p_greater": p.Greater}
}

func fisher(in tableCase) map[string]any {
	out := exactP(contingency.Fisher(in.twoByTwo()))
	or := contingency.ConditionalOddsRatio(in.twoByTwo(), in.level())
	out["or_cmle"] = or.Value
	out["or_lower"], out["or_upper"] = limits(or.Interval)
	return out
}

func chiSquare(in tableCase) map[string]any {
	c := contingency.PearsonChiSquare(in.Table)
	return map[string]any{
		"stat": c.Stat, "df": c.DF, "p": c.P, "cramers_v": c.CramersV,
		"min_expected": c.MinExpected, "pct_expected_lt5": c.PctBelow5,
	}
}

func residuals(in tableCase) map[string]any {
	out := map[string]any{}
	for i, row := range contingency.AdjustedResiduals(in.Table) {
		for j, r := range row {
			out[fmt.Sprintf("adj[%d,%d]", i+1, j+1)] = r
		}
	}
	return out
}

func mantelHaenszel(in struct {
	Strata [][2][2]int
	Conf   float64
}) map[string]any {
	var strata []contingency.TwoByTwo
	for _, s := range in.Strata {
		strata = append(strata, contingency.TwoByTwo{A: s[0][0], B: s[0][1], C: s[1][0], D: s[1][1]})
	}
	mh := contingency.MantelHaenszel(strata, in.Conf)
	out := map[string]any{"or": mh.OddsRatio.Value, "rr": mh.RiskRatio.Value, "stat": mh.Stat, "p": mh.P}
	out["or_lower"], out["or_upper"] = limits(mh.OddsRatio.Interval)
	out["rr_lower"], out["rr_upper"] = limits(mh.RiskRatio.Interval)
	return out
}
