package stats_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"siequity/audit/stats"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func values(p ...float64) []stats.Value {
	var out []stats.Value
	for _, v := range p {
		out = append(out, stats.Of(v))
	}
	return out
}

// Expected values by hand, and as R's p.adjust gives them.
func TestAdjustP(t *testing.T) {
	p := values(0.01, 0.04, 0.03, 0.005)
	tests := []struct {
		method stats.Adjustment
		want   []stats.Value
	}{
		{stats.Holm, values(0.03, 0.06, 0.06, 0.02)},
		{stats.Hochberg, values(0.03, 0.04, 0.04, 0.02)},
		{stats.Bonferroni, values(0.04, 0.16, 0.12, 0.02)},
		{stats.BenjaminiHochberg, values(0.02, 0.04, 0.04, 0.02)},
		{stats.Unadjusted, p},
	}
	for _, tt := range tests {
		t.Run(string(tt.method), func(t *testing.T) {
			got := stats.AdjustP(p, tt.method)
			if diff := cmp.Diff(tt.want, got, cmpopts.EquateApprox(1e-12, 0)); diff != "" {
				t.Errorf("adjusted (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAdjustPLeavesOutMissing(t *testing.T) {
	missing := stats.NotCalculable("no events")
	got := stats.AdjustP([]stats.Value{stats.Of(0.02), missing, stats.Of(0.5)}, stats.Bonferroni)
	want := []stats.Value{stats.Of(0.04), missing, stats.Of(1)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a missing p-value counts (-want +got):\n%s", diff)
	}
	if got := stats.AdjustP(values(0.1), "guess"); got[0].OK() {
		t.Errorf("an unknown method gives %v", got)
	}
}

// simes is the p-value of the hypothesis that all of p are null.
func simes(p []float64) float64 {
	slices.Sort(p)
	least := 1.0
	for i, v := range p {
		least = min(least, v*float64(len(p))/float64(i+1))
	}
	return least
}

// TestHommelIsClosedSimes compares with the definition: the largest Simes
// p-value over all sets that hold the hypothesis.
func TestHommelIsClosedSimes(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		p := make([]float64, 1+rng.IntN(6))
		for i := range p {
			p[i] = rng.Float64() * rng.Float64()
		}
		want := make([]float64, len(p))
		for set := 1; set < 1<<len(p); set++ {
			var members []float64
			for i, v := range p {
				if set>>i&1 == 1 {
					members = append(members, v)
				}
			}
			q := simes(members)
			for i := range p {
				if set>>i&1 == 1 {
					want[i] = max(want[i], q)
				}
			}
		}
		if diff := cmp.Diff(values(want...), stats.AdjustP(values(p...), stats.Hommel), cmpopts.EquateApprox(1e-12, 0)); diff != "" {
			t.Fatalf("hommel of %v (-want +got):\n%s", p, diff)
		}
	}
}

func FuzzAdjustP(f *testing.F) {
	f.Add([]byte{1, 20, 200, 3, 3})
	f.Fuzz(func(t *testing.T, raw []byte) {
		var p []stats.Value
		for _, b := range raw {
			p = append(p, stats.Of(float64(b)/255))
		}
		holm, bh := stats.AdjustP(p, stats.Holm), stats.AdjustP(p, stats.BenjaminiHochberg)
		for i, v := range p {
			if holm[i].V < v.V || holm[i].V > 1 || bh[i].V < v.V-1e-15 || bh[i].V > holm[i].V+1e-15 {
				t.Errorf("p %v: holm %v, BH %v", v.V, holm[i].V, bh[i].V)
			}
		}
	})
}
