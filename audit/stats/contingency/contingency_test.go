package contingency_test

import (
	"math"
	"testing"

	"siequity/audit/stats"
	"siequity/audit/stats/contingency"
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

var near = cmpopts.EquateApprox(1e-9, 1e-12)

func transpose(table [][]int) [][]int {
	var out [][]int
	for j := range table[0] {
		var row []int
		for i := range table {
			row = append(row, table[i][j])
		}
		out = append(out, row)
	}
	return out
}

func TestTablesWithoutAnAnswer(t *testing.T) {
	tests := []struct {
		name  string
		table [][]int
	}{
		{"no rows", nil},
		{"all zero", [][]int{{0, 0}, {0, 0}}},
		{"one row", [][]int{{3, 4}}},
		{"one row that counts", [][]int{{3, 4}, {0, 0}}},
		{"one column that counts", [][]int{{3, 0}, {5, 0}}},
		{"negative", [][]int{{3, -1}, {5, 2}}},
		{"ragged", [][]int{{3, 1}, {5}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			chi := contingency.PearsonChiSquare(tt.table)
			if chi.Stat.OK() || chi.P.OK() {
				t.Errorf("chi-square of %v = %+v, want a reason", tt.table, chi)
			}
			sound(t, chi, contingency.AdjustedResiduals(tt.table),
				contingency.FisherFreemanHalton(tt.table, contingency.FreemanHaltonOptions{}))
		})
	}
}

func TestChiSquareAdvisesExact(t *testing.T) {
	tests := []struct {
		name  string
		table [][]int
		want  bool
	}{
		{"large", [][]int{{120, 95, 80}, {60, 70, 75}}, false},
		{"an expected count under one", [][]int{{100, 1}, {99, 0}, {98, 1}}, true},
		{"a quarter under five", [][]int{{10, 0}, {0, 12}}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := contingency.PearsonChiSquare(tt.table).UseExact; got != tt.want {
				t.Errorf("UseExact = %v, want %v", got, tt.want)
			}
		})
	}
}

// TestResidualPOfTwoByTwo knows that in a two by two table every cell has the
// p-value of the chi-square itself.
func TestResidualPOfTwoByTwo(t *testing.T) {
	table := [][]int{{12, 40}, {9, 71}}
	want := contingency.PearsonChiSquare(table).P
	for _, row := range contingency.ResidualP(contingency.AdjustedResiduals(table)) {
		for _, got := range row {
			if diff := cmp.Diff(want, got, near); diff != "" {
				t.Errorf("cell p-value (-want +got):\n%s", diff)
			}
		}
	}
	empty := contingency.ResidualP(contingency.AdjustedResiduals([][]int{{0, 0}, {0, 0}}))
	if empty[0][0].OK() {
		t.Errorf("an empty table has p-values: %+v", empty)
	}
}

func TestTrend(t *testing.T) {
	tests := []struct {
		name          string
		events, total []int
		score         []float64
		ok            bool
		rising        bool
	}{
		{"rising", []int{2, 4, 8}, []int{100, 100, 100}, nil, true, true},
		{"falling", []int{8, 4, 2}, []int{100, 100, 100}, nil, true, false},
		{"an empty group is left out", []int{2, 0, 8}, []int{100, 0, 100}, nil, true, true},
		{"one score", []int{2, 4}, []int{100, 100}, []float64{1, 1}, false, false},
		{"no events", []int{0, 0}, []int{100, 100}, nil, false, false},
		{"all events", []int{5, 5}, []int{5, 5}, nil, false, false},
		{"one group", []int{5}, []int{50}, nil, false, false},
		{"too many events", []int{5, 60}, []int{50, 50}, nil, false, false},
		{"lengths differ", []int{5, 6}, []int{50}, nil, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := contingency.CochranArmitage(tt.events, tt.total, tt.score)
			sound(t, got)
			if got.P.OK() != tt.ok || tt.ok && (got.Slope.V > 0) != tt.rising {
				t.Errorf("trend = %+v, want ok %v rising %v", got, tt.ok, tt.rising)
			}
		})
	}
}

// TestMantelHaenszelRemovesConfounding builds strata with no difference inside
// them and a large one between the crude rates.
func TestMantelHaenszelRemovesConfounding(t *testing.T) {
	strata := []contingency.TwoByTwo{{A: 40, B: 160, C: 10, D: 40}, {A: 1, B: 49, C: 8, D: 392}}
	got := contingency.MantelHaenszel(strata, 0.95)
	want := stats.Of(1)
	if diff := cmp.Diff([]stats.Value{want, want}, []stats.Value{got.OddsRatio.Value, got.RiskRatio.Value}, near); diff != "" {
		t.Errorf("pooled ratios (-want +got):\n%s", diff)
	}
	crude := stats.RiskRatioLog(41, 250, 18, 450, 0.95)
	if crude.Interval.Contains(1) {
		t.Errorf("crude ratio %+v should differ from 1, or the test shows nothing", crude)
	}
}

func TestMantelHaenszelEdges(t *testing.T) {
	tests := []struct {
		name      string
		strata    []contingency.TwoByTwo
		informing int
	}{
		{"none", nil, 0},
		{"a group is missing everywhere", []contingency.TwoByTwo{{A: 1, B: 9}}, 0},
		{"no events", []contingency.TwoByTwo{{B: 9, D: 9}}, 0},
		{"nothing but events", []contingency.TwoByTwo{{A: 9, C: 9}}, 0},
		{"one of two has events", []contingency.TwoByTwo{{A: 2, B: 9, C: 1, D: 9}, {B: 9, D: 9}}, 1},
		{"events in one group only", []contingency.TwoByTwo{{A: 2, B: 9, D: 9}}, 1},
		{"one stratum of two informs", []contingency.TwoByTwo{{A: 2, B: 9, C: 1, D: 9}, {A: 3, B: 4}}, 1},
		{"negative", []contingency.TwoByTwo{{A: -2, B: 9, C: 1, D: 9}}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := contingency.MantelHaenszel(tt.strata, 0.95)
			sound(t, got)
			if got.Strata != tt.informing {
				t.Errorf("informing strata = %d, want %d", got.Strata, tt.informing)
			}
		})
	}
}

// TestLargeTables compares the exact interval of large tables with the normal
// one, which is then nearly right, and needs them to be quick.
func TestLargeTables(t *testing.T) {
	for _, x := range []contingency.TwoByTwo{
		{A: 1_000_000, B: 999_000_000, C: 400_000, D: 500_000_000},
		{A: 60_000, B: 40_000, C: 58_000, D: 45_000},
	} {
		got := contingency.ConditionalOddsRatio(x, 0.95)
		sound(t, got)
		a, b, c, d := float64(x.A), float64(x.B), float64(x.C), float64(x.D)
		half := 1.959964 * math.Sqrt(1/a+1/b+1/c+1/d)
		centre := math.Log(a * d / (b * c))
		for _, limit := range [][2]float64{{got.Interval.Lower, centre - half}, {got.Interval.Upper, centre + half}} {
			if math.Abs(math.Log(limit[0])-limit[1]) > 0.01*half {
				t.Errorf("%+v: limit %v, by the normal %v", x, limit[0], math.Exp(limit[1]))
			}
		}
	}
}

func FuzzTwoByTwo(f *testing.F) {
	f.Add(uint16(3), uint16(1), uint16(1), uint16(3))
	f.Add(uint16(0), uint16(10), uint16(5), uint16(5))
	f.Add(uint16(0), uint16(0), uint16(3), uint16(4))
	f.Fuzz(func(t *testing.T, a, b, c, d uint16) {
		x := contingency.TwoByTwo{A: int(a % 2000), B: int(b % 2000), C: int(c % 2000), D: int(d % 2000)}
		turned := contingency.TwoByTwo{A: x.A, B: x.C, C: x.B, D: x.D}
		swapped := contingency.TwoByTwo{A: x.C, B: x.D, C: x.A, D: x.B}
		p, or := contingency.Fisher(x), contingency.ConditionalOddsRatio(x, 0.95)
		sound(t, p, or, contingency.FisherMidP(x), contingency.MantelHaenszel([]contingency.TwoByTwo{x}, 0.95))
		if diff := cmp.Diff(p, contingency.Fisher(turned), near); diff != "" {
			t.Errorf("%+v turned on its side (-want +got):\n%s", x, diff)
		}
		s := contingency.Fisher(swapped)
		if diff := cmp.Diff(p, contingency.ExactP{Less: s.Greater, Greater: s.Less, TwoSided: s.TwoSided}, near); diff != "" {
			t.Errorf("%+v with rows swapped (-want +got):\n%s", x, diff)
		}
		if p.TwoSided.V > 1 || p.TwoSided.V < min(p.Less.V, p.Greater.V)-1e-12 {
			t.Errorf("%+v: P %+v out of range", x, p)
		}
		if or.Value.OK() && !or.Interval.Contains(or.Value.V) {
			t.Errorf("%+v: odds ratio %v outside %+v", x, or.Value.V, or.Interval)
		}
	})
}

func FuzzTables(f *testing.F) {
	f.Add([]byte{5, 3, 1, 0, 2, 2, 2, 0, 4, 1, 0, 1, 3, 3, 6}, uint8(5))
	f.Add([]byte{5, 0, 3, 0, 0, 0, 2, 0, 6}, uint8(3))
	f.Fuzz(func(t *testing.T, raw []byte, width uint8) {
		w := int(width%6) + 1
		var table [][]int
		for len(raw) >= w && len(table) < 8 {
			var row []int
			for _, b := range raw[:w] {
				row = append(row, int(b%50))
			}
			table, raw = append(table, row), raw[w:]
		}
		if len(table) == 0 {
			return
		}
		chi := contingency.PearsonChiSquare(table)
		opt := contingency.FreemanHaltonOptions{ExactWork: 1e5, Draws: 50}
		exact := contingency.FisherFreemanHalton(table, opt)
		sound(t, chi, contingency.AdjustedResiduals(table), exact)
		if diff := cmp.Diff(chi, contingency.PearsonChiSquare(transpose(table)), near); diff != "" {
			t.Errorf("%v turned on its side (-want +got):\n%s", table, diff)
		}
		if exact.P.OK() && !(exact.P.V > 0 && exact.P.V <= 1) {
			t.Errorf("%v: P = %v", table, exact.P.V)
		}
		if chi.CramersV.V > 1+1e-12 {
			t.Errorf("%v: Cramer's V = %v", table, chi.CramersV.V)
		}
	})
}

func BenchmarkFisher(b *testing.B) {
	for b.Loop() {
		contingency.Fisher(contingency.TwoByTwo{A: 250, B: 39750, C: 400, D: 89600})
	}
}
