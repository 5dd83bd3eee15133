package sampling_test

import (
	"testing"

	"siequity/audit/stats"
	"siequity/audit/stats/sampling"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestStratifiedProportionEdges(t *testing.T) {
	tests := []struct {
		name   string
		strata []sampling.Stratum
		p      stats.Value
		why    string // of the error, or of the Korn-Graubard interval
		method string // of the interval to show
	}{
		{"ordinary", []sampling.Stratum{{100, 10, 3}, {50, 10, 5}}, stats.Of(0.2 + 0.5/3), "", sampling.MethodBeta},
		{"one case of several", []sampling.Stratum{{100, 10, 3}, {50, 1, 1}}, stats.Of(0.2 + 1.0/3), sampling.WhySingle, sampling.MethodBeta},
		{"a census", []sampling.Stratum{{10, 10, 3}, {5, 5, 5}}, stats.Of(8.0 / 15), sampling.WhyCensus, sampling.MethodBeta},
		{"none marked", []sampling.Stratum{{100, 10, 0}, {50, 10, 0}}, stats.Of(0), "no sampled unit, or every one, has the mark: use the exact interval", stats.MethodClopperPearson},
		{"none marked, one stratum", []sampling.Stratum{{100, 10, 0}}, stats.Of(0), "no sampled unit, or every one, has the mark: use the exact interval", sampling.MethodHypergeometric},
		{"a stratum unseen", []sampling.Stratum{{100, 10, 1}, {9, 0, 0}}, stats.NotCalculable(sampling.WhyUnseen), sampling.WhyUnseen, sampling.MethodBeta},
		{"an empty stratum is nothing", []sampling.Stratum{{100, 10, 1}, {0, 0, 0}}, stats.Of(0.1), "", sampling.MethodHypergeometric},
		{"nothing", nil, stats.NotCalculable("no units were sampled"), "no units were sampled", sampling.MethodBeta},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := sampling.StratifiedProportion(tt.strata, 0.95)
			sound(t, got)
			if diff := cmp.Diff(tt.p, got.P, cmpopts.EquateApprox(1e-12, 0)); diff != "" {
				t.Errorf("proportion (-want +got):\n%s", diff)
			}
			if got.Beta.Why != tt.why || got.Best.Method != tt.method {
				t.Errorf("beta %q, best by %q; want %q, %q", got.Beta.Why, got.Best.Method, tt.why, tt.method)
			}
		})
	}
}

func TestPresentable(t *testing.T) {
	tests := []struct {
		name   string
		strata []sampling.Stratum
		n      int
		ok     bool
	}{
		{"large sample", []sampling.Stratum{{1000, 200, 60}}, 200, true},
		{"small sample", []sampling.Stratum{{1000, 20, 6}}, 20, false},
		{"wide interval", []sampling.Stratum{{1000, 32, 16}}, 32, false},
		{"census of few", []sampling.Stratum{{12, 12, 4}}, 12, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := sampling.StratifiedProportion(tt.strata, 0.95).Presentable(tt.n)
			if (got == "") != tt.ok {
				t.Errorf("presentable: %q, want ok %v", got, tt.ok)
			}
		})
	}
}

// TestDomainOfEverybodyIsTheWhole compares the domain estimate with the plain
// one when the domain leaves nobody out.
func TestDomainOfEverybodyIsTheWhole(t *testing.T) {
	strata := []sampling.Stratum{{90, 10, 4}, {40, 8, 5}, {20, 6, 2}}
	var units []sampling.Unit
	for h, s := range strata {
		for i := range s.Sampled {
			y := 0.0
			if i < s.Marked {
				y = 1
			}
			units = append(units, sampling.Unit{Stratum: h, Y: y, InDomain: true})
		}
	}
	whole := sampling.StratifiedProportion(strata, 0.95)
	got := sampling.StratifiedDomain(units, []float64{90, 40, 20})
	want := sampling.Domain{P: whole.P, SE: whole.SE, Total: whole.Total, TotalSE: whole.TotalSE, Sampled: 24}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(1e-12, 0)); diff != "" {
		t.Errorf("domain of everybody (-want +got):\n%s", diff)
	}
}

func TestDomainEdges(t *testing.T) {
	unit := sampling.Unit{Y: 1, InDomain: true}
	tests := []struct {
		name        string
		units       []sampling.Unit
		populations []float64
		why         string
	}{
		{"nobody", nil, []float64{0}, "no units were sampled"},
		{"unknown stratum", []sampling.Unit{{Stratum: 2}}, []float64{5}, "a unit belongs to no stratum"},
		{"unseen stratum", []sampling.Unit{unit}, []float64{5, 5}, sampling.WhyUnseen},
		{"single", []sampling.Unit{unit}, []float64{5}, sampling.WhySingle},
		{"too many", []sampling.Unit{unit, unit}, []float64{1}, "a stratum has more sampled than it holds"},
		{"nobody in the domain", []sampling.Unit{{}, {}}, []float64{5}, "no sampled unit belongs to the domain"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := sampling.StratifiedDomain(tt.units, tt.populations)
			sound(t, got)
			if got.SE.Why != tt.why {
				t.Errorf("why = %q, want %q", got.SE.Why, tt.why)
			}
		})
	}
}

func TestHorvitzThompson(t *testing.T) {
	if got := sampling.HorvitzThompson([]float64{1, 0, 1}, []float64{0.5, 0.5, 0.25}); got != stats.Of(6) {
		t.Errorf("total = %+v, want 6", got)
	}
	for name, got := range map[string]stats.Value{
		"zero chance": sampling.HorvitzThompson([]float64{1}, []float64{0}),
		"lengths":     sampling.HorvitzThompson([]float64{1}, nil),
		"none":        sampling.SimpleTotal(nil, 5).Total,
		"one":         sampling.SimpleTotal([]float64{1}, 5).Variance,
	} {
		if got.OK() {
			t.Errorf("%s: %+v, want a reason", name, got)
		}
	}
	if got := sampling.SimpleTotal([]float64{1, 0}, 2).Variance; got != stats.Of(0) {
		t.Errorf("variance of a census = %+v, want 0", got)
	}
}
