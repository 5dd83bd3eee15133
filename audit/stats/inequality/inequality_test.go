package inequality_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"siequity/audit/stats"
	"siequity/audit/stats/inequality"
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

func quintiles(values ...float64) []inequality.Quantile {
	var q []inequality.Quantile
	for _, v := range values {
		q = append(q, inequality.Quantile{Population: 1000, Value: v, SE: 0.5})
	}
	return q
}

// TestSlopeOfALine fits values that lie on a line, whose index is known.
func TestSlopeOfALine(t *testing.T) {
	s := inequality.SlopeIndex(quintiles(9, 7, 5, 3, 1), inequality.Linear, 0.95)
	sound(t, s)
	got := []float64{s.SII.Value.V, s.Intercept.V, s.RII.Value.V}
	if diff := cmp.Diff([]float64{-10, 10, 0}, got, cmpopts.EquateApprox(1e-12, 1e-12)); diff != "" {
		t.Errorf("slope, intercept and relative index (-want +got):\n%s", diff)
	}
	if i := s.SII.Interval; !i.Contains(-10) || math.Abs(i.Lower+i.Upper+20) > 1e-9 {
		t.Errorf("interval %+v is not centred on the slope", i)
	}
}

func TestSlopeWithoutErrorsHasNoLimits(t *testing.T) {
	q := quintiles(9, 7, 5, 4, 2)
	for i := range q {
		q[i].SE = 0
	}
	s := inequality.SlopeIndex(q, inequality.Linear, 0.95)
	sound(t, s)
	if !s.SII.Value.OK() || s.SII.Interval.OK() || s.RII.Interval.OK() {
		t.Errorf("slope without errors = %+v, want values and no limits", s)
	}
	q[2].SE = math.NaN()
	if s := inequality.SlopeIndex(q, inequality.Linear, 0.95); s.SII.Interval.OK() {
		t.Errorf("an error that is not a number gives %+v", s.SII)
	}
}

func TestSlopeNotCalculable(t *testing.T) {
	tests := []struct {
		name  string
		q     []inequality.Quantile
		scale inequality.Scale
		level float64
	}{
		{"four quantiles", quintiles(1, 2, 3, 4), inequality.Linear, 0.95},
		{"none", nil, inequality.Linear, 0.95},
		{"log of zero", quintiles(1, 2, 0, 4, 5), inequality.Log, 0.95},
		{"logit of one", quintiles(0.1, 0.2, 1, 0.4, 0.5), inequality.Logit, 0.95},
		{"nobody", []inequality.Quantile{{}, {}, {}, {}, {}}, inequality.Linear, 0.95},
		{"no such level", quintiles(1, 2, 3, 4, 5), inequality.Linear, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := inequality.SlopeIndex(tt.q, tt.scale, tt.level)
			sound(t, s)
			if s.SII.Value.OK() || s.RII.Value.OK() {
				t.Errorf("slope = %+v, want a reason", s)
			}
		})
	}
}

func TestScaledSlope(t *testing.T) {
	s := inequality.SlopeIndex(quintiles(9, 7, 5, 4, 2), inequality.Linear, 0.95)
	turned := s.Scaled(-100)
	sound(t, turned)
	want := []float64{-100 * s.SII.Value.V, 1 / s.RII.Value.V, -100 * s.SII.Interval.Upper}
	got := []float64{turned.SII.Value.V, turned.RII.Value.V, turned.SII.Interval.Lower}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(1e-12, 0)); diff != "" {
		t.Errorf("turned over (-want +got):\n%s", diff)
	}
}

// TestSlopeLimitsAgreeWithSimulation draws the quantiles' values from their
// errors, fits each draw, and compares the spread with the closed form.
func TestSlopeLimitsAgreeWithSimulation(t *testing.T) {
	values := []float64{0.012, 0.010, 0.009, 0.007, 0.005}
	for _, scale := range []inequality.Scale{inequality.Linear, inequality.Log, inequality.Logit} {
		se := 0.02
		if scale == inequality.Linear {
			se = 0.0002
		}
		rng := rand.New(rand.NewPCG(8, uint64(scale)))
		var sii, logRII []float64
		for range 4000 {
			var q []inequality.Quantile
			for i, v := range values {
				q = append(q, inequality.Quantile{Population: 900 + 100*float64(i), Value: disturb(v, se*rng.NormFloat64(), scale)})
			}
			s := inequality.SlopeIndex(q, scale, 0.95)
			sii, logRII = append(sii, s.SII.Value.V), append(logRII, math.Log(s.RII.Value.V))
		}
		var q []inequality.Quantile
		for i, v := range values {
			q = append(q, inequality.Quantile{Population: 900 + 100*float64(i), Value: v, SE: se})
		}
		s := inequality.SlopeIndex(q, scale, 0.95)
		sound(t, s)
		for _, pair := range []struct {
			name       string
			half, want float64
		}{
			{"SII", (s.SII.Interval.Upper - s.SII.Interval.Lower) / 2, 1.96 * deviation(sii)},
			{"log RII", math.Log(s.RII.Interval.Upper/s.RII.Interval.Lower) / 2, 1.96 * deviation(logRII)},
		} {
			if math.Abs(pair.half/pair.want-1) > 0.05 {
				t.Errorf("scale %v: half width of %s = %v, simulated %v", scale, pair.name, pair.half, pair.want)
			}
		}
	}
}

// disturb moves a value by d on the scale.
func disturb(v, d float64, scale inequality.Scale) float64 {
	switch scale {
	case inequality.Log:
		return v * math.Exp(d)
	case inequality.Logit:
		return 1 / (1 + (1-v)/v*math.Exp(-d))
	}
	return v + d
}

func deviation(v []float64) float64 {
	mean, sum := 0.0, 0.0
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		sum += (x - mean) * (x - mean)
	}
	return math.Sqrt(sum / float64(len(v)-1))
}

func TestConcentrationIndex(t *testing.T) {
	n := []float64{100, 100, 100, 100, 100}
	tests := []struct {
		name string
		x    []float64
		sign int
		ok   bool
	}{
		{"among the poorest", []float64{9, 5, 3, 2, 1}, -1, true},
		{"among the best off", []float64{1, 2, 3, 5, 9}, 1, true},
		{"even", []float64{4, 4, 4, 4, 4}, 0, true},
		{"none", []float64{0, 0, 0, 0, 0}, 0, false},
		{"lengths", []float64{1}, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := inequality.ConcentrationIndex(tt.x, n)
			sound(t, got)
			sign := 0
			if math.Abs(got.V) > 1e-12 {
				sign = int(math.Copysign(1, got.V))
			}
			if got.OK() != tt.ok || sign != tt.sign {
				t.Errorf("index = %+v, want sign %d", got, tt.sign)
			}
		})
	}
}

func TestNominalIndices(t *testing.T) {
	even := inequality.NominalIndices([]float64{5, 10, 20}, []float64{100, 200, 400}, 0)
	sound(t, even)
	if even.Disparity.V > 1e-12 || math.Abs(even.TheilT.V) > 1e-12 || math.Abs(even.Excess.V) > 1e-12 {
		t.Errorf("equal rates = %+v, want no inequality", even)
	}
	apart := inequality.NominalIndices([]float64{0, 20}, []float64{100, 100}, 0)
	want := inequality.Nominal{
		Disparity: stats.Of(100), BetweenVariance: stats.Of(0.01), TheilT: stats.Of(math.Ln2),
		Excess: stats.Of(20), Range: stats.Of(0.2),
	}
	if diff := cmp.Diff(want, apart, cmpopts.EquateApprox(1e-12, 0)); diff != "" {
		t.Errorf("one group has all (-want +got):\n%s", diff)
	}
	for name, got := range map[string]inequality.Nominal{
		"nobody in a group": inequality.NominalIndices([]float64{1, 0}, []float64{10, 0}, 0),
		"no such reference": inequality.NominalIndices([]float64{1, 2}, []float64{10, 10}, 2),
		"negative":          inequality.NominalIndices([]float64{-1, 2}, []float64{10, 10}, 0),
		"no groups":         inequality.NominalIndices(nil, nil, 0),
	} {
		sound(t, got)
		if got.Excess.OK() {
			t.Errorf("%s: %+v, want a reason", name, got)
		}
	}
}

// TestNullExpectation knows the mean of the between-group variance under the
// null: with equal groups it is (k-1)/k times the variance of one group's rate.
func TestNullExpectation(t *testing.T) {
	x, n := []float64{2, 6, 1, 3}, []float64{500, 500, 500, 500}
	got := inequality.NullExpectation(x, n, 4000, 11)
	sound(t, got)
	rate := 12.0 / 2000
	want := 0.75 * rate / 500
	if math.Abs(got.BetweenVariance.Mean.V-want) > 0.08*want {
		t.Errorf("mean variance by chance = %v, want about %v", got.BetweenVariance.Mean.V, want)
	}
	if again := inequality.NullExpectation(x, n, 4000, 11); again != got {
		t.Error("the same seed gives another answer")
	}
	apart := inequality.NullExpectation([]float64{40, 2, 2, 2}, n, 500, 11)
	if apart.Disparity.PAtLeast.V > 0.01 || got.Disparity.PAtLeast.V < 0.05 {
		t.Errorf("P of groups far apart %v, of groups alike %v", apart.Disparity.PAtLeast.V, got.Disparity.PAtLeast.V)
	}
	none := inequality.NullExpectation([]float64{0, 0}, []float64{5, 5}, 100, 1)
	sound(t, none)
	if none.TheilT.Mean.OK() {
		t.Errorf("null of no events = %+v", none)
	}
}

func TestGradientWithholdsTheSlope(t *testing.T) {
	n := []int{2000, 2000, 2000, 2000, 2000}
	enough := inequality.MeasureGradient([]int{40, 30, 24, 18, 10}, n, 0.95, 1000)
	sound(t, enough)
	if !enough.Slope.SII.Interval.OK() || enough.Slope.SII.Value.V >= 0 || enough.Extremes.Ratio.V != 4 {
		t.Errorf("gradient = %+v, want a falling slope and a ratio of 4", enough)
	}
	few := inequality.MeasureGradient([]int{40, 30, 24, 18, 9}, n, 0.95, 1000)
	sound(t, few)
	if few.Slope.SII.Value.Why != inequality.WhyFewForSlope || !few.Trend.P.OK() || !few.ExactP.OK() {
		t.Errorf("gradient with nine events = %+v, want a trend and no slope", few)
	}
	sound(t, inequality.MeasureGradient(nil, nil, 0.95, 1000), inequality.MeasureGradient([]int{1}, []int{0}, 0.95, 1000))
}

func FuzzInequality(f *testing.F) {
	f.Add([]byte{12, 100, 9, 80, 30, 60, 4, 30, 1, 9})
	f.Fuzz(func(t *testing.T, raw []byte) {
		var x, n []float64
		var xi, ni []int
		var q []inequality.Quantile
		for i := 0; i+1 < len(raw) && i < 40; i += 2 {
			x, n = append(x, float64(raw[i])), append(n, float64(raw[i+1]))
			xi, ni = append(xi, int(raw[i])), append(ni, int(raw[i+1]))
			q = append(q, inequality.Quantile{Population: float64(raw[i+1]), Value: float64(raw[i]) / 255, SE: 0.1})
		}
		for _, scale := range []inequality.Scale{inequality.Linear, inequality.Log, inequality.Logit} {
			s := inequality.SlopeIndex(q, scale, 0.95)
			sound(t, s, s.Scaled(-1000))
		}
		sound(t, inequality.ConcentrationIndex(x, n), inequality.NominalIndices(x, n, 0),
			inequality.NullExpectation(x, n, 5, 1), inequality.MeasureGradient(xi, ni, 0.95, 1000))
	})
}

func BenchmarkNullExpectation(b *testing.B) {
	x, n := []float64{12, 9, 30, 4, 8, 7}, []float64{1000, 800, 6000, 300, 900, 700}
	for b.Loop() {
		inequality.NullExpectation(x, n, 2000, 1)
	}
}
