package stats_test

import (
	"math"
	"testing"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
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

// everyInterval runs each method on two groups.
func everyInterval(x1, n1, x2, n2 int, level float64) []any {
	a, b, c, d := float64(x1), float64(n1), float64(x2), float64(n2)
	lower, upper := stats.ByarCount(a, level)
	return []any{
		stats.Wilson(a, b, level), stats.ClopperPearson(x1, n1, level),
		stats.NewcombeDifference(a, b, c, d, level),
		lower, upper, stats.PoissonCount(x1, level),
		stats.Rate(x1, b, level, 1000), stats.RateExact(x1, b, level, 1000),
		stats.StandardisedRatio(x1, b/7, level, 100),
		stats.RateDifference(x1, b, x2, d, level, 1000),
		stats.DirectlyStandardisedRate([]stats.Band{
			{Events: a, Population: b, Standard: 3}, {Events: c, Population: d, Standard: 4}}, level, 1000),
		stats.RiskRatioLog(a, b, c, d, level), stats.RiskRatioKoopman(a, b, c, d, level),
		stats.RateRatioLog(x1, b, x2, d, level),
		stats.RateRatioExact(x1, b, x2, d, level), stats.RateRatioMidP(x1, b, x2, d, level),
		stats.CompareRates(x1, b, x2, d, level), stats.CompareRisks(a, b, c, d, level),
	}
}

func TestImpossibleInputGivesReasons(t *testing.T) {
	tests := []struct {
		name           string
		x1, n1, x2, n2 int
		level          float64
	}{
		{"nothing at all", 0, 0, 0, 0, 0.95},
		{"zero denominator", 3, 0, 2, 10, 0.95},
		{"more events than births", 7, 5, 2, 10, 0.95},
		{"negative count", -1, 10, 2, 10, 0.95},
		{"negative denominator", 1, -10, 2, 10, 0.95},
		{"level one", 3, 10, 2, 10, 1},
		{"level nought", 3, 10, 2, 10, 0},
		{"level not a number", 3, 10, 2, 10, math.NaN()},
		{"level in per cent", 3, 10, 2, 10, 95},
		{"both zero", 0, 10, 0, 10, 0.95},
		{"all and all", 10, 10, 10, 10, 0.95},
		{"one and one", 1, 1, 1, 1, 0.998},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sound(t, everyInterval(tt.x1, tt.n1, tt.x2, tt.n2, tt.level)...)
		})
	}
}

func TestWhyNotCalculable(t *testing.T) {
	tests := []struct {
		name string
		got  string
		want string
	}{
		{"wilson without births", stats.Wilson(0, 0, 0.95).Value.Why, stats.WhyNoDenominator},
		{"wilson above total", stats.Wilson(6, 5, 0.95).Interval.Why, stats.WhyAboveTotal},
		{"rate level", stats.Rate(3, 10, 95, 1000).Interval.Why, stats.WhyLevel},
		{"rate negative", stats.Rate(-3, 10, 0.95, 1000).Value.Why, stats.WhyNegative},
		{"standardised below ten", stats.DirectlyStandardisedRate(
			[]stats.Band{{Events: 9, Population: 100, Standard: 1}}, 0.95, 1000).Value.Why, stats.WhyFewEvents},
		{"log ratio at zero", stats.RateRatioLog(0, 10, 3, 10, 0.95).Interval.Why, stats.WhyLogZero},
		{"no events", stats.RateRatioMidP(0, 10, 0, 10, 0.95).Ratio.Why, stats.WhyNoEvents},
		{"fine", stats.Rate(3, 10, 0.95, 1000).Interval.Why, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.got != tt.want {
				t.Errorf("why = %q, want %q", tt.got, tt.want)
			}
		})
	}
}

func TestRateSwitchesOnTheCount(t *testing.T) {
	for _, level := range []float64{0.9, 0.95, 0.998} {
		for x, want := range map[int]string{0: stats.MethodExactPoisson, 9: stats.MethodExactPoisson,
			10: stats.MethodByar, 11: stats.MethodByar} {
			if got := stats.Rate(x, 900, level, 1000).Interval.Method; got != want {
				t.Errorf("method at %d events, level %v = %q, want %q", x, level, got, want)
			}
		}
	}
}

func TestOpenUpperLimit(t *testing.T) {
	r := stats.RateRatioMidP(3, 410, 0, 2230, 0.95)
	if !r.Interval.Open() || !math.IsInf(r.Ratio.V, 1) {
		t.Errorf("ratio to a group without events = %+v, want no upper limit", r)
	}
	if r := stats.RateRatioMidP(3, 410, 1, 2230, 0.95); r.Interval.Open() {
		t.Errorf("ratio to a group with events is open: %+v", r)
	}
}

func TestNoEventsStillHaveAnUpperLimit(t *testing.T) {
	got := stats.Rate(0, 1000, 0.95, 1000).Interval.Upper
	if want := 3.6888794541139363; math.Abs(got-want) > 1e-12 {
		t.Errorf("upper limit of 0 in 1000 = %v, want %v", got, want)
	}
}

// TestClopperPearsonCovers adds up, for a small sample, the probability of the
// outcomes whose interval holds the truth.
func TestClopperPearsonCovers(t *testing.T) {
	const n = 23
	for p := 0.01; p < 1; p += 0.01 {
		covered := 0.0
		for x := range n + 1 {
			if stats.ClopperPearson(x, n, 0.95).Interval.Contains(p) {
				covered += math.Exp(dist.LogBinomial(float64(x), n, p, 1-p))
			}
		}
		if covered < 0.95-1e-12 {
			t.Errorf("coverage at %.2f = %v, want at least 0.95", p, covered)
		}
	}
}

func TestPoissonExactCovers(t *testing.T) {
	for mean := 0.1; mean < 12; mean += 0.37 {
		covered, prob := 0.0, math.Exp(-mean)
		for x := range 60 {
			if stats.PoissonCount(x, 0.95).Contains(mean) {
				covered += prob
			}
			prob *= mean / float64(x+1)
		}
		if covered < 0.95-1e-12 {
			t.Errorf("coverage at %v = %v, want at least 0.95", mean, covered)
		}
	}
}

func TestRateDifference(t *testing.T) {
	same := stats.RateDifference(40, 1000, 40, 1000, 0.95, 1000)
	if same.Value.V != 0 || !same.Interval.Contains(0) || math.Abs(same.Interval.Lower+same.Interval.Upper) > 1e-9 {
		t.Errorf("difference of equal rates = %+v, want limits even about 0", same)
	}
	apart := stats.RateDifference(90, 1000, 40, 1000, 0.95, 1000)
	turned := stats.RateDifference(40, 1000, 90, 1000, 0.95, 1000)
	if apart.Interval.Contains(0) || apart.Interval.Lower != -turned.Interval.Upper {
		t.Errorf("difference of 50 per 1,000 = %+v, turned round %+v", apart, turned)
	}
	none := stats.RateDifference(0, 1000, 0, 1000, 0.95, 1000)
	if !none.Interval.Contains(3.6) || none.Interval.Contains(3.7) {
		t.Errorf("difference without events = %+v, want the reach of one rate's upper limit", none)
	}
}

func TestRepeatedEventsWidenStandardisedRate(t *testing.T) {
	// twelve events: to twelve women, or three each to four
	once := []stats.Band{{Events: 12, Population: 900, Standard: 1}}
	thrice := []stats.Band{{Events: 12, Population: 900, Standard: 1, Variance: 4 * 9}}
	a := stats.DirectlyStandardisedRate(once, 0.95, 1000)
	b := stats.DirectlyStandardisedRate(thrice, 0.95, 1000)
	ratio := (b.Interval.Upper - b.Value.V) / (a.Interval.Upper - a.Value.V)
	if a.Value != b.Value || math.Abs(ratio-math.Sqrt(3)) > 1e-9 {
		t.Errorf("limits widen by %v, want the root of 3", ratio)
	}
}

func TestCompareRisksAvoidsLogAtSmallCells(t *testing.T) {
	tests := []struct {
		x1, n1, x2, n2 float64
		want           string
	}{
		{4, 100, 30, 400, stats.MethodKoopman},
		{5, 100, 30, 400, stats.MethodLog},
		{97, 100, 30, 400, stats.MethodKoopman},
		{0, 100, 30, 400, stats.MethodKoopman},
	}
	for _, tt := range tests {
		if got := stats.CompareRisks(tt.x1, tt.n1, tt.x2, tt.n2, 0.95).Interval.Method; got != tt.want {
			t.Errorf("method for %v/%v and %v/%v = %q, want %q", tt.x1, tt.n1, tt.x2, tt.n2, got, tt.want)
		}
	}
}

func TestFormatRateRoundsHalvesUp(t *testing.T) {
	tests := []struct {
		x, n, per float64
		decimals  int
		want      string
	}{
		{7, 1120, 1000, 1, "6.3"},
		{1, 16, 100, 1, "6.3"},
		{1, 3, 1000, 2, "333.33"},
		{5, 8, 1, 2, "0.63"},
		{1, 2, 1, 0, "1"},
		{0, 10, 1000, 1, "0.0"},
		{1, 0, 1000, 1, ""},
		{-1, 10, 1000, 1, ""},
	}
	for _, tt := range tests {
		if got := stats.FormatRate(tt.x, tt.n, tt.per, tt.decimals); got != tt.want {
			t.Errorf("FormatRate(%v, %v, %v, %d) = %q, want %q", tt.x, tt.n, tt.per, tt.decimals, got, tt.want)
		}
	}
}

func FuzzIntervals(f *testing.F) {
	f.Add(uint32(0), uint32(10), uint32(3), uint32(7), 0.95)
	f.Add(uint32(5), uint32(5), uint32(1), uint32(1), 0.998)
	f.Add(uint32(250), uint32(40000), uint32(400), uint32(90000), 0.95)
	f.Fuzz(func(t *testing.T, a, b, c, d uint32, level float64) {
		x1, n1, x2, n2 := int(a%5000), int(b%100000), int(c%5000), int(d%100000)
		sound(t, everyInterval(x1, n1, x2, n2, level)...)
		if !(level > 0.5 && level < 0.9999) || n1 == 0 || x1 > n1 {
			return
		}
		holdsEstimate(t, x1, n1, level)
		mirrors(t, x1, n1, level)
		if n2 > 0 && x2 <= n2 {
			invert(t, x1, n1, x2, n2, level)
		}
	})
}

// holdsEstimate checks that each interval holds its estimate, stays in range
// and widens with the level.
func holdsEstimate(t *testing.T, x, n int, level float64) {
	const slack = 1e-12
	wider := 1 - (1-level)/2
	for _, pair := range [][2]stats.Estimate{
		{stats.Wilson(float64(x), float64(n), level), stats.Wilson(float64(x), float64(n), wider)},
		{stats.ClopperPearson(x, n, level), stats.ClopperPearson(x, n, wider)},
		{stats.Rate(x, float64(n), level, 1), stats.Rate(x, float64(n), wider, 1)},
		{stats.RateExact(x, float64(n), level, 1), stats.RateExact(x, float64(n), wider, 1)},
	} {
		e, w := pair[0], pair[1].Interval
		i := e.Interval
		if i.Lower > e.Value.V+slack || i.Upper < e.Value.V-slack || i.Lower < 0 {
			t.Errorf("%s of %d/%d: %v not within %v to %v", i.Method, x, n, e.Value.V, i.Lower, i.Upper)
		}
		if w.OK() && (w.Lower > i.Lower+slack || w.Upper < i.Upper-slack) {
			t.Errorf("%s of %d/%d narrows as the level rises: %+v, %+v", i.Method, x, n, i, w)
		}
	}
}

// mirrors checks that the interval of n-x is the complement of that of x.
func mirrors(t *testing.T, x, n int, level float64) {
	near := cmpopts.EquateApprox(1e-9, 1e-11)
	for _, pair := range [][2]stats.Interval{
		{stats.Wilson(float64(x), float64(n), level).Interval, stats.Wilson(float64(n-x), float64(n), level).Interval},
		{stats.ClopperPearson(x, n, level).Interval, stats.ClopperPearson(n-x, n, level).Interval},
	} {
		want := pair[1]
		want.Lower, want.Upper = 1-want.Upper, 1-want.Lower
		if diff := cmp.Diff(want, pair[0], near); diff != "" {
			t.Errorf("interval of %d/%d is not the mirror of its complement (-want +got):\n%s", x, n, diff)
		}
	}
}

// invert checks that swapping the groups turns each ratio over.
func invert(t *testing.T, x1, n1, x2, n2 int, level float64) {
	a, b, c, d := float64(x1), float64(n1), float64(x2), float64(n2)
	for _, pair := range [][2]stats.Interval{
		{stats.RiskRatioLog(a, b, c, d, level).Interval, stats.RiskRatioLog(c, d, a, b, level).Interval},
		{stats.RiskRatioKoopman(a, b, c, d, level).Interval, stats.RiskRatioKoopman(c, d, a, b, level).Interval},
		{stats.RateRatioExact(x1, b, x2, d, level).Interval, stats.RateRatioExact(x2, d, x1, b, level).Interval},
		{stats.RateRatioMidP(x1, b, x2, d, level).Interval, stats.RateRatioMidP(x2, d, x1, b, level).Interval},
	} {
		want := pair[1]
		if want.OK() {
			want.Lower, want.Upper = 1/want.Upper, 1/want.Lower
		}
		if diff := cmp.Diff(want, pair[0], cmpopts.EquateApprox(1e-8, 0)); diff != "" {
			t.Errorf("%s of %d/%d to %d/%d does not invert (-want +got):\n%s", pair[0].Method, x1, n1, x2, n2, diff)
		}
	}
}

func BenchmarkRate(b *testing.B) {
	for b.Loop() {
		stats.Rate(7, 1203, 0.95, 1000)
	}
}

func BenchmarkRateRatioMidP(b *testing.B) {
	for b.Loop() {
		stats.RateRatioMidP(12, 3400, 30, 17100, 0.95)
	}
}

func BenchmarkRiskRatioKoopman(b *testing.B) {
	for b.Loop() {
		stats.RiskRatioKoopman(3, 410, 9, 2230, 0.95)
	}
}
