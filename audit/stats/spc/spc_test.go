package spc_test

import (
	"math"
	"strings"
	"testing"

	"siequity/audit/stats"
	"siequity/audit/stats/spc"
	"siequity/audit/stats/statstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func sound(t *testing.T, results ...any) {
	t.Helper()
	for _, r := range results {
		for _, fault := range statstest.Faults(r) {
			t.Errorf("%T%s in %+v", r, fault, r)
		}
	}
}

// marks writes one letter to a point: u and l beyond the limits, + and - for a
// trend, 2 and 3 for two of three above and below, A and B for a shift.
func marks(labels []spc.Label) string {
	letters := map[string]string{
		"Common Cause": ".", "Above UCL": "u", "Below LCL": "l",
		"2 in 3 Above CL": "2", "2 in 3 Below CL": "3",
	}
	var out strings.Builder
	for _, l := range labels {
		name := l.String()
		letter := letters[name]
		switch {
		case strings.Contains(name, "Increasing"):
			letter = "+"
		case strings.Contains(name, "Decreasing"):
			letter = "-"
		case strings.HasSuffix(name, "Points Above CL"):
			letter = "A"
		case strings.HasSuffix(name, "Points Below CL"):
			letter = "B"
		}
		out.WriteString(letter)
	}
	return out.String()
}

func TestXmRLabels(t *testing.T) {
	level := []float64{5, 6, 4, 5, 6, 4, 5, 6, 4, 5, 6, 4}
	with := func(y ...float64) []float64 { return append(append([]float64{}, level...), y...) }
	tests := []struct {
		name string
		y    []float64
		opt  spc.Options
		want string
	}{
		{"nothing", nil, spc.Options{}, ""},
		{"one point", []float64{4}, spc.Options{}, "."},
		{"constant", []float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, spc.Options{}, "........"},
		{"constant, screened", []float64{3, 3, 3, 3, 3, 3, 3, 3}, spc.Options{ScreenOutliers: true}, "........"},
		{"noise", level, spc.Options{}, "............"},
		{"beyond the limits", with(12), spc.Options{}, "............u"},
		{"below the limits", with(-3), spc.Options{}, "............l"},
		{"seven rising points", []float64{1, 2, 3, 4, 5, 6, 7}, spc.Options{}, "l+++++u"},
		{"a tie breaks the trend", []float64{1, 2, 3, 3, 4, 5, 6, 7}, spc.Options{}, "l......u"},
		{"six points on request", []float64{4, 1, 2, 3, 4, 5, 6, 2, 4}, spc.Options{TrendPoints: 6}, ".++++++.."},
		{"six are not seven", []float64{4, 1, 2, 3, 4, 5, 6, 2, 4}, spc.Options{}, "........."},
		{"turning point goes with the later trend",
			[]float64{0, 12, 0, 12, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1}, spc.Options{}, "....++++++-------"},
		{"a shift of seven", []float64{1, 5, 1, 5, 1, 5, 1, 6, 7, 6, 7, 6, 7, 6}, spc.Options{}, ".......AAAAAAA"},
		{"a shift of eight needs one more", []float64{1, 5, 1, 5, 1, 5, 1, 6, 7, 6, 7, 6, 7, 6},
			spc.Options{ShiftPoints: 8}, ".............."},
		{"a point on the mean breaks a shift",
			[]float64{3, 5, 3, 5, 3, 4, 3, 5, 3, 5}, spc.Options{}, ".........."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			chart := spc.XmR(tt.y, tt.opt)
			sound(t, chart)
			if got := marks(chart.Labels); got != tt.want {
				t.Errorf("labels of %v = %q, want %q (limits %v to %v)", tt.y, got, tt.want,
					chart.Limits.Lower, chart.Limits.Upper)
			}
		})
	}
}

func TestTwoOfThreeVariants(t *testing.T) {
	y := []float64{6, 6, 13, 12, 15, 4, 7, 5, 5, 3, 6, 5, 1, 3}
	tests := []struct {
		rule spc.TwoOfThree
		want string
	}{
		{spc.NearOnly, "..u.u..BBBBBBB"},
		{spc.NearOrBeyond, "..u2u..BBBBBBB"},
	}
	for _, tt := range tests {
		chart := spc.XmR(y, spc.Options{ScreenOutliers: true, TwoOfThree: tt.rule})
		if got := marks(chart.Labels); got != tt.want {
			t.Errorf("rule %v: %q, want %q", tt.rule, got, tt.want)
		}
	}
}

func TestFixedLimitsJudgeLaterPoints(t *testing.T) {
	y := []float64{5, 6, 4, 5, 6, 4, 5, 6, 4, 5, 6, 4, 9, 14, 15, 16}
	fixed, free := spc.XmR(y, spc.Options{FixAfter: 12}), spc.XmR(y, spc.Options{})
	if got, want := marks(fixed.Labels), "............uuuu"; got != want {
		t.Errorf("labels by fixed limits = %q, want %q", got, want)
	}
	if fixed.Limits != spc.XmRLimits(y[:12], false) || free.Limits == fixed.Limits {
		t.Errorf("fixed limits %+v do not come from the first twelve points", fixed.Limits)
	}
	if !spc.XmR(y, spc.Options{FixAfter: 6}).Limits.Trial {
		t.Error("limits from six points are not marked as trial limits")
	}
}

func TestTrialLimits(t *testing.T) {
	y := []float64{5, 6, 4, 5, 6, 4, 5, 6, 4, 5, 6, 4}
	if !spc.XmR(y[:11], spc.Options{}).Limits.Trial || spc.XmR(y, spc.Options{}).Limits.Trial {
		t.Error("eleven points have trial limits, twelve do not")
	}
}

func TestDirection(t *testing.T) {
	tests := []struct {
		label spc.Label
		want  int
	}{
		{spc.Label{}, 0},
		{spc.Label{Cause: spc.OutsideLimits, Up: true}, 1},
		{spc.Label{Cause: spc.Trend}, -1},
		{spc.Label{Cause: spc.Shift, Up: true}, 1},
	}
	for _, tt := range tests {
		if got := tt.label.Direction(); got != tt.want {
			t.Errorf("direction of %q = %d, want %d", tt.label, got, tt.want)
		}
	}
}

func TestAttributeChartsWithGaps(t *testing.T) {
	events, total := []float64{3, 0, 5, 4}, []float64{100, 0, 120, 90}
	chart := spc.P(events, total)
	sound(t, chart)
	if chart.Points[1].Upper.OK() {
		t.Errorf("a period without a denominator has limits: %+v", chart.Points[1])
	}
	if want := 12.0 / 310; math.Abs(chart.Centre.V-want) > 1e-15 {
		t.Errorf("centre = %v, want %v", chart.Centre, want)
	}
	if got := chart.Points[0].Lower.V; got != 0 {
		t.Errorf("lower limit = %v, want it cut at 0", got)
	}
}

func TestChartsWithoutAnAnswer(t *testing.T) {
	zero, ones := []float64{0, 0, 0}, []float64{10, 10, 10}
	tests := []struct {
		name  string
		chart any
	}{
		{"no periods", spc.U(nil, nil)},
		{"no denominators", spc.P(zero, zero)},
		{"lengths differ", spc.P(zero, ones[:2])},
		{"no events, Laney", spc.PPrime(zero, ones)},
		{"no events, Laney rate", spc.UPrime(zero, ones)},
		{"one period, Laney", spc.UPrime([]float64{3}, []float64{10})},
		{"more events than births", spc.P([]float64{30}, []float64{10})},
		{"counts, none", spc.C(nil)},
		{"gaps, none", spc.G(nil)},
		{"gap of nothing", spc.T([]float64{3, 0, 4})},
		{"one gap", spc.T([]float64{3})},
		{"not a number", spc.G([]float64{3, math.NaN()})},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { sound(t, tt.chart) })
	}
	if c := spc.PPrime(zero, ones); c.SigmaZ.OK() || c.Points[0].Upper.OK() || c.Centre.V != 0 {
		t.Errorf("p' of no events = %+v, want a centre and no limits", c)
	}
}

func TestAnhoejRuns(t *testing.T) {
	tests := []struct {
		name   string
		y      []float64
		centre float64
		want   spc.Runs
	}{
		{"all on the line", []float64{4, 4, 4}, 4, spc.Runs{
			Longest:      stats.NotCalculable("every point lies on the centre line"),
			LongestMax:   stats.NotCalculable("every point lies on the centre line"),
			Crossings:    stats.NotCalculable("every point lies on the centre line"),
			CrossingsMin: stats.NotCalculable("every point lies on the centre line")}},
		{"one long run", []float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9}, 5, spc.Runs{Useful: 12,
			Longest: stats.Of(9), LongestMax: stats.Of(7), Crossings: stats.Of(1), CrossingsMin: stats.Of(3), Signal: true}},
		{"points on the line do not count", []float64{1, 5, 1, 9, 5, 9, 1, 9}, 5, spc.Runs{Useful: 6,
			Longest: stats.Of(2), LongestMax: stats.Of(6), Crossings: stats.Of(3), CrossingsMin: stats.Of(1)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, spc.AnhoejRuns(tt.y, tt.centre)); diff != "" {
				t.Errorf("runs (-want +got):\n%s", diff)
			}
		})
	}
}

// TestFunnelRateInvertsTheInterval checks the limits against what defines
// them: a unit at the limit has an interval that just reaches the average.
func TestFunnelRateInvertsTheInterval(t *testing.T) {
	const average, events = 0.004, 23
	lower, upper := spc.FunnelRate(events, average, spc.FunnelInner, 1)
	sound(t, lower, upper)
	for _, tt := range []struct {
		name  string
		limit stats.Value
		reach func(stats.Interval) float64
	}{
		{"lower", lower, func(i stats.Interval) float64 { return i.Upper }},
		{"upper", upper, func(i stats.Interval) float64 { return i.Lower }},
	} {
		population := events / tt.limit.V
		if got := tt.reach(stats.RateExact(events, population, 0.95, 1).Interval); math.Abs(got-average) > 1e-12 {
			t.Errorf("interval at the %s limit reaches %v, want %v", tt.name, got, average)
		}
	}
	if _, upper := spc.FunnelRate(0, average, spc.FunnelInner, 1); upper.OK() {
		t.Errorf("upper limit without events = %v", upper)
	}
}

func TestOverdispersion(t *testing.T) {
	// ten units, half at twice and half at half the expected number
	var num, den []float64
	for i := range 10 {
		den = append(den, 400)
		num = append(num, []float64{200, 800}[i%2])
	}
	for _, scale := range []spc.Transform{spc.RatioSHMI, spc.RatioCQC, spc.RatioOfCounts} {
		got := spc.EstimateOverdispersion(num, den, scale, 0.1)
		sound(t, got)
		if !(got.Phi.V > 20) || !(got.Tau2.V > 0) {
			t.Errorf("scale %v of units far apart = %+v, want much overdispersion", scale, got)
		}
	}
	even := spc.EstimateOverdispersion(den, den, spc.RatioSHMI, 0.1)
	if even.Tau2.V != 0 || !even.Tau2.OK() {
		t.Errorf("units that agree = %+v, want no variance between them", even)
	}
	none := spc.EstimateOverdispersion([]float64{0, 1}, []float64{4, 4}, spc.RatioSHMI, 0.1)
	sound(t, none)
	if none.Phi.OK() {
		t.Errorf("log scale with a zero = %+v, want a reason", none)
	}
}

func TestWidenedFunnel(t *testing.T) {
	for _, scale := range []spc.Transform{spc.RatioSHMI, spc.RatioCQC, spc.RatioOfCounts, spc.ProportionArcsine} {
		target := 0.4
		narrow := spc.WidenedFunnel(target, 200, 0, scale, 0.95)
		wide := spc.WidenedFunnel(target, 200, 0.02, scale, 0.95)
		sound(t, narrow, wide)
		if !narrow.Contains(target) || wide.Lower >= narrow.Lower || wide.Upper <= narrow.Upper {
			t.Errorf("scale %v: limits %+v, widened %+v", scale, narrow, wide)
		}
		sound(t, spc.WidenedFunnel(0, 200, 0, scale, 0.95), spc.WidenedFunnel(target, 0, 0, scale, 0.95),
			spc.WidenedFunnel(target, 200, math.NaN(), scale, 0.95), spc.WidenedFunnel(target, 200, 0, scale, 2))
	}
	// a tiny unit: the lower limit reaches 0 and stays there
	previous := 1.0
	for _, n := range []float64{100, 20, 5, 2, 1} {
		i := spc.WidenedFunnel(0.1, n, 0, spc.ProportionArcsine, spc.FunnelOuter)
		if i.Lower > previous || i.Lower < 0 || i.Upper > 1 {
			t.Errorf("limits of a unit of %v = %+v, after a lower limit of %v", n, i, previous)
		}
		previous = i.Lower
	}
}

func TestChartFor(t *testing.T) {
	tests := []struct {
		periods int
		mean    float64
		want    spc.Chart
	}{
		{3, 20, spc.NoChart}, {8, 20, spc.TrialXmR}, {12, 20, spc.FullXmR},
		{12, 1.5, spc.RareEvents}, {12, math.NaN(), spc.RareEvents},
	}
	for _, tt := range tests {
		if got := spc.ChartFor(tt.periods, tt.mean); got != tt.want {
			t.Errorf("ChartFor(%d, %v) = %v, want %v", tt.periods, tt.mean, got, tt.want)
		}
	}
}

func FuzzXmR(f *testing.F) {
	f.Add([]byte{5, 4, 15, 15, 13, 5, 8, 1, 6, 8, 4, 8, 4, 6}, true)
	f.Add([]byte{3, 3, 3, 3, 3, 3, 3, 3, 3}, true)
	f.Fuzz(func(t *testing.T, raw []byte, screen bool) {
		var y, mirrored []float64
		for _, b := range raw {
			y, mirrored = append(y, float64(b)), append(mirrored, -float64(b))
		}
		opt := spc.Options{ScreenOutliers: screen, TwoOfThree: spc.TwoOfThree(len(raw) % 2)}
		chart, mirror := spc.XmR(y, opt), spc.XmR(mirrored, opt)
		sound(t, chart, mirror, spc.G(y), spc.T(y), spc.C(y), spc.UPrime(y, y), spc.PPrime(y, mirrored),
			spc.AnhoejRuns(y, spc.Median(y)), spc.EstimateOverdispersion(y, y, spc.RatioCQC, 0.1))
		for i, l := range chart.Labels {
			if m := mirror.Labels[i]; m.Cause != l.Cause || m.Direction() != -l.Direction() {
				t.Errorf("%v: point %d is %q, upside down %q", y, i, l, m)
			}
		}
		if diff := cmp.Diff(chart.Limits.Upper.V, -mirror.Limits.Lower.V, cmpopts.EquateApprox(1e-12, 1e-9)); diff != "" {
			t.Errorf("limits upside down differ: %s", diff)
		}
	})
}

func BenchmarkXmR(b *testing.B) {
	y := []float64{5, 4, 15, 15, 13, 5, 8, 1, 6, 8, 4, 8, 4, 6, 5, 4}
	for b.Loop() {
		spc.XmR(y, spc.Options{})
	}
}
