package vectors_test

import (
	"encoding/json"
	"strings"
	"testing"

	"siequity/audit/stats"
	"siequity/audit/stats/spc"
)

func TestChartsVectors(t *testing.T) {
	if got := idle(t, chartMethods()); got != nil {
		t.Errorf("methods that are compared with nothing: %q", got)
	}
}

type xmrCase struct {
	Y      []float64
	Screen bool `json:"screen_outliers"`
}

type seriesCase struct{ Y, N []float64 }

func chartMethods() map[string]vectorFunc {
	return map[string]vectorFunc{
		"xmr":         with(func(in xmrCase) map[string]any { return xmr(in, spc.NearOnly) }),
		"xmr_mdc2023": with(func(in xmrCase) map[string]any { return xmr(in, spc.NearOrBeyond) }),
		"chart_p":     with(func(in seriesCase) map[string]any { return attribute(spc.P(in.Y, in.N)) }),
		"chart_u":     with(func(in seriesCase) map[string]any { return attribute(spc.U(in.Y, in.N)) }),
		"chart_p_prime": with(func(in seriesCase) map[string]any {
			return attribute(spc.PPrime(in.Y, in.N))
		}),
		"chart_u_prime": with(func(in seriesCase) map[string]any {
			return attribute(spc.UPrime(in.Y, in.N))
		}),
		"chart_c": with(func(in seriesCase) map[string]any {
			c := spc.C(in.Y)
			return map[string]any{"cl": c.Centre, "lcl": c.Points[0].Lower, "ucl": c.Points[0].Upper}
		}),
		"chart_g":               with(func(in seriesCase) map[string]any { return rare(spc.G(in.Y)) }),
		"chart_t":               with(func(in seriesCase) map[string]any { return rare(spc.T(in.Y)) }),
		"runs_anhoej":           with(runs),
		"funnel_proportion":     with(funnelProportion),
		"funnel_rate":           with(funnelRate),
		"funnel_overdispersion": with(overdispersion),
	}
}

func xmr(in xmrCase, rule spc.TwoOfThree) map[string]any {
	chart := spc.XmR(in.Y, spc.Options{ScreenOutliers: in.Screen, TwoOfThree: rule})
	var flags []string
	for _, l := range chart.Labels {
		flags = append(flags, l.String())
	}
	return map[string]any{
		"mean": chart.Limits.Mean, "amr": chart.Limits.MovingRange,
		"lpl": chart.Limits.Lower, "upl": chart.Limits.Upper,
		"flags": strings.Join(flags, "|"),
	}
}

func attribute(c spc.AttributeChart) map[string]any {
	first, last := c.Points[0], c.Points[len(c.Points)-1]
	return map[string]any{
		"cl": c.Centre, "sigma_z": c.SigmaZ,
		"lcl_first": first.Lower, "ucl_first": first.Upper,
		"lcl_last": last.Lower, "ucl_last": last.Upper,
	}
}

func rare(c spc.RareChart) map[string]any {
	return map[string]any{"cl": c.Centre, "lcl": c.Lower, "ucl": c.Upper}
}

// runs takes the centre line as a word or a number.
func runs(in struct {
	Y      []float64
	Centre json.RawMessage
}) map[string]any {
	centre := spc.Median(in.Y)
	var number float64
	switch {
	case string(in.Centre) == `"mean"`:
		centre = spc.XmRLimits(in.Y, false).Mean.V
	case json.Unmarshal(in.Centre, &number) == nil:
		centre = number
	}
	r := spc.AnhoejRuns(in.Y, centre)
	return map[string]any{
		"n_useful": r.Useful, "longest_run": r.Longest, "longest_run_max": r.LongestMax,
		"crossings": r.Crossings, "crossings_min": r.CrossingsMin, "signal": r.Signal,
	}
}

func funnelProportion(in struct{ P0, N float64 }) map[string]any {
	out := map[string]any{}
	out["low_95"], out["high_95"] = limits(spc.FunnelProportion(in.P0, in.N, spc.FunnelInner))
	out["low_99.8"], out["high_99.8"] = limits(spc.FunnelProportion(in.P0, in.N, spc.FunnelOuter))
	return out
}

func funnelRate(in struct {
	Events       int
	Average, Per float64
}) map[string]any {
	out := map[string]any{}
	out["low_95"], out["high_95"] = spc.FunnelRate(in.Events, in.Average, spc.FunnelInner, in.Per)
	out["low_99.8"], out["high_99.8"] = spc.FunnelRate(in.Events, in.Average, spc.FunnelOuter, in.Per)
	return out
}

func overdispersion(in struct {
	Num, Den []float64
	DataType string   `json:"data_type"`
	Method   string   `json:"sr_method"`
	TrimBy   *float64 `json:"trim_by"`
}) map[string]any {
	transform, known := map[string]spc.Transform{
		"SR": spc.RatioSHMI, "PR": spc.ProportionArcsine, "RC": spc.RatioOfCounts,
	}[in.DataType]
	if in.Method == "CQC" && in.DataType == "SR" {
		transform = spc.RatioCQC
	}
	if !known {
		return map[string]any{"phi": stats.NotCalculable("unknown scale")}
	}
	trim := 0.1
	if in.TrimBy != nil {
		trim = *in.TrimBy
	}
	o := spc.EstimateOverdispersion(in.Num, in.Den, transform, trim)
	return map[string]any{"phi": o.Phi, "tau2": o.Tau2}
}
