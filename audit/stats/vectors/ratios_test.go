package vectors_test

import (
	"fmt"
	"testing"

	"siequity/audit/stats"
)

func TestRatiosVectors(t *testing.T) {
	if got := idle(t, ratioMethods()); got != nil {
		t.Errorf("methods that are compared with nothing: %q", got)
	}
}

type riskCase struct{ X1, N1, X2, N2, Conf float64 }

type rateRatioCase struct {
	X1, X2       int
	T1, T2, Conf float64
}

func ratioMethods() map[string]vectorFunc {
	return map[string]vectorFunc{
		"rr_log": with(func(in riskCase) map[string]any {
			return ratio(stats.RiskRatioLog(in.X1, in.N1, in.X2, in.N2, in.Conf))
		}),
		"rr_koopman": with(func(in riskCase) map[string]any {
			return ratio(stats.RiskRatioKoopman(in.X1, in.N1, in.X2, in.N2, in.Conf))
		}),
		"rate_ratio_log": with(func(in rateRatioCase) map[string]any {
			return ratio(stats.RateRatioLog(in.X1, in.T1, in.X2, in.T2, in.Conf))
		}),
		"rate_ratio_exact": with(func(in rateRatioCase) map[string]any {
			return comparison(stats.RateRatioExact(in.X1, in.T1, in.X2, in.T2, in.Conf))
		}),
		"rate_ratio_midp": with(func(in rateRatioCase) map[string]any {
			return comparison(stats.RateRatioMidP(in.X1, in.T1, in.X2, in.T2, in.Conf))
		}),
		"p_adjust": with(adjust),
	}
}

func ratio(r stats.Ratio) map[string]any {
	lower, upper := limits(r.Interval)
	return map[string]any{"rr": r.Value, "se_log": r.SELog, "lower": lower, "upper": upper}
}

func comparison(c stats.RateComparison) map[string]any {
	lower, upper := limits(c.Interval)
	return map[string]any{"rr": c.Ratio, "p": c.P, "p_minlike": c.P, "lower": lower, "upper": upper}
}

func adjust(in struct {
	P      []*float64
	Method string
}) map[string]any {
	var p []stats.Value
	for _, v := range in.P {
		if v == nil {
			p = append(p, stats.NotCalculable("no p-value"))
			continue
		}
		p = append(p, stats.Of(*v))
	}
	out := map[string]any{}
	for i, v := range stats.AdjustP(p, stats.Adjustment(in.Method)) {
		out[fmt.Sprintf("p[%d]", i+1)] = v
	}
	return out
}
