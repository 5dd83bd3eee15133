package agreement_test

import (
	"math"
	"testing"

	"siequity/audit/stats/agreement"
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

func TestEdges(t *testing.T) {
	tests := []struct {
		name      string
		table     [][]int
		kappa, ac float64 // NaN when not calculable
	}{
		{"all agree", [][]int{{10, 0}, {0, 12}}, 1, 1},
		{"all in one cell", [][]int{{10, 0}, {0, 0}}, math.NaN(), 1},
		{"all disagree", [][]int{{0, 5}, {5, 0}}, -1, -1},
		{"by chance", [][]int{{5, 5}, {5, 5}}, 0, 0},
		{"no cases", [][]int{{0, 0}, {0, 0}}, math.NaN(), math.NaN()},
		{"not square", [][]int{{1, 2}}, math.NaN(), math.NaN()},
		{"negative", [][]int{{1, -2}, {3, 4}}, math.NaN(), math.NaN()},
		{"one category", [][]int{{7}}, math.NaN(), math.NaN()},
		{"one case", [][]int{{1, 0}, {0, 0}}, math.NaN(), 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			kappa := agreement.Kappa(tt.table, agreement.Unweighted, 0.95)
			gwet := agreement.Gwet(tt.table, agreement.Unweighted, 0, 0.95)
			sound(t, kappa, gwet, agreement.RawAgreement(tt.table, 0.95))
			for _, pair := range []struct {
				name string
				got  agreement.Coefficient
				want float64
			}{{"kappa", kappa, tt.kappa}, {"AC1", gwet, tt.ac}} {
				if math.IsNaN(pair.want) != !pair.got.Value.OK() {
					t.Errorf("%s = %+v, want %v", pair.name, pair.got.Value, pair.want)
				} else if pair.got.Value.OK() && math.Abs(pair.got.Value.V-pair.want) > 1e-12 {
					t.Errorf("%s = %v, want %v", pair.name, pair.got.Value.V, pair.want)
				}
			}
		})
	}
}

// TestLimitsLieWithinTheScale holds that a few cases do not give an interval beyond
// what agreement can be.
func TestLimitsLieWithinTheScale(t *testing.T) {
	for _, table := range [][][]int{{{1, 1}, {0, 0}}, {{1, 0}, {1, 0}}, {{0, 5}, {5, 0}}, {{1, 1, 0}, {0, 0, 0}, {0, 0, 1}}} {
		for _, c := range []agreement.Coefficient{agreement.Kappa(table, agreement.Unweighted, 0.95), agreement.Gwet(table, agreement.Unweighted, 0, 0.95)} {
			if c.Interval.OK() && (c.Interval.Lower < -1 || c.Interval.Upper > 1) {
				t.Errorf("%v gives an interval from %.2f to %.2f", table, c.Interval.Lower, c.Interval.Upper)
			}
		}
	}
}

func TestFiniteSample(t *testing.T) {
	table := [][]int{{20, 5}, {10, 15}}
	all := agreement.Gwet(table, agreement.Unweighted, 50, 0.95)
	if all.SE.V != 0 {
		t.Errorf("error of a census = %v, want 0", all.SE.V)
	}
	if few := agreement.Gwet(table, agreement.Unweighted, 49, 0.95); few.Value.OK() {
		t.Errorf("a population smaller than the sample gives %+v", few)
	}
}

func TestNearMissesGetCredit(t *testing.T) {
	near := [][]int{{10, 5, 0}, {5, 10, 5}, {0, 5, 10}}
	plain := agreement.Kappa(near, agreement.Unweighted, 0.95).Value.V
	linear := agreement.Kappa(near, agreement.Linear, 0.95).Value.V
	quadratic := agreement.Kappa(near, agreement.Quadratic, 0.95).Value.V
	if !(plain < linear && linear < quadratic) {
		t.Errorf("kappa unweighted %v, linear %v, quadratic %v: want them to rise", plain, linear, quadratic)
	}
}

func FuzzAgreement(f *testing.F) {
	f.Add([]byte{118, 5, 2, 0}, uint8(0))
	f.Add([]byte{44, 5, 1, 7, 20, 3, 9, 5, 6}, uint8(1))
	f.Fuzz(func(t *testing.T, raw []byte, weights uint8) {
		k := int(math.Sqrt(float64(min(len(raw), 36))))
		var table, turned [][]int
		for i := range k {
			var row, column []int
			for j := range k {
				row, column = append(row, int(raw[i*k+j])), append(column, int(raw[j*k+i]))
			}
			table, turned = append(table, row), append(turned, column)
		}
		w := agreement.Weights(weights % 3)
		kappa, gwet := agreement.Kappa(table, w, 0.95), agreement.Gwet(table, w, 0, 0.95)
		sound(t, kappa, gwet, agreement.RawAgreement(table, 0.95))
		near := cmpopts.EquateApprox(1e-7, 1e-9)
		if diff := cmp.Diff(kappa, agreement.Kappa(turned, w, 0.95), near); diff != "" {
			t.Errorf("%v: kappa with the reviewers swapped (-want +got):\n%s", table, diff)
		}
		if diff := cmp.Diff(gwet, agreement.Gwet(turned, w, 0, 0.95), near); diff != "" {
			t.Errorf("%v: AC with the reviewers swapped (-want +got):\n%s", table, diff)
		}
		if kappa.Value.V > 1+1e-12 || gwet.Value.V > 1+1e-12 {
			t.Errorf("%v: kappa %v, AC %v above 1", table, kappa.Value.V, gwet.Value.V)
		}
	})
}
