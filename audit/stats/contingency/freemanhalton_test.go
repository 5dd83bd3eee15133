package contingency_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"siequity/audit/stats/contingency"
)

// TestExactAgreesWithFisher compares two independent ways to the same value.
func TestExactAgreesWithFisher(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		a, b, c, d := rng.IntN(15), rng.IntN(15), rng.IntN(15), rng.IntN(15)
		fisher := contingency.Fisher(contingency.TwoByTwo{A: a, B: b, C: c, D: d}).TwoSided
		exact := contingency.FisherFreemanHalton([][]int{{a, b}, {c, d}}, contingency.FreemanHaltonOptions{})
		if a+b+c+d == 0 {
			continue
		}
		if !exact.Exact || math.Abs(exact.P.V-fisher.V) > 1e-10 {
			t.Errorf("[[%d %d] [%d %d]]: network %v, Fisher %v", a, b, c, d, exact.P.V, fisher.V)
		}
	}
}

// everyTable adds the probabilities of all tables with the margins of table,
// the slow and obvious way.
func everyTable(table [][]int) float64 {
	rows, cols := make([]int, len(table)), make([]int, len(table[0]))
	logFact := func(n int) float64 { l, _ := math.Lgamma(float64(n + 1)); return l }
	total, observed := 0, 0.0
	for i, row := range table {
		for j, x := range row {
			rows[i] += x
			cols[j] += x
			total += x
			observed += logFact(x)
		}
	}
	constant := -logFact(total)
	for _, n := range append(slices.Clone(rows), cols...) {
		constant += logFact(n)
	}
	sum := 0.0
	var place func(i, j, left int, log float64)
	place = func(i, j, left int, log float64) {
		if i == len(rows)-1 {
			for _, c := range cols {
				log += logFact(c)
			}
			if log >= observed-1e-7 {
				sum += math.Exp(constant - log)
			}
			return
		}
		for x := 0; x <= min(left, cols[j]); x++ {
			if j == len(cols)-1 && x != left {
				continue
			}
			cols[j] -= x
			if j == len(cols)-1 {
				place(i+1, 0, rows[i+1], log+logFact(x))
			} else {
				place(i, j+1, left-x, log+logFact(x))
			}
			cols[j] += x
		}
	}
	place(0, 0, rows[0], 0)
	return sum
}

func TestExactAgreesWithEveryTable(t *testing.T) {
	tables := [][][]int{
		{{3, 1, 0}, {0, 2, 4}},
		{{2, 1}, {0, 3}, {4, 1}, {1, 1}},
		{{1, 2, 0, 1}, {0, 1, 3, 1}, {2, 0, 1, 1}},
		{{4, 0, 1}, {1, 3, 1}, {0, 2, 5}},
		{{1, 0, 2}, {2, 1, 0}, {0, 3, 1}, {1, 1, 2}},
		{{2, 2, 2}, {2, 2, 2}},
	}
	for _, table := range tables {
		want := everyTable(table)
		for _, way := range [][][]int{table, transpose(table)} {
			got := contingency.FisherFreemanHalton(way, contingency.FreemanHaltonOptions{})
			if !got.Exact || math.Abs(got.P.V-want) > 1e-10 {
				t.Errorf("%v: P = %v, want %v", way, got.P.V, want)
			}
		}
	}
}

func TestSimulationAgreesWithExact(t *testing.T) {
	table := [][]int{{5, 3, 1, 0, 2}, {2, 2, 0, 4, 1}, {0, 1, 3, 3, 6}}
	exact := contingency.FisherFreemanHalton(table, contingency.FreemanHaltonOptions{})
	opt := contingency.FreemanHaltonOptions{ExactWork: 1, Draws: 20_000, Seed: 7}
	got := contingency.FisherFreemanHalton(table, opt)
	if got.Exact || got.Draws != 20_000 || got.MCError == 0 {
		t.Fatalf("simulated = %+v, want draws and their error", got)
	}
	if math.Abs(got.P.V-exact.P.V) > 4*got.MCError {
		t.Errorf("simulated P = %v (error %v), exact %v", got.P.V, got.MCError, exact.P.V)
	}
	if again := contingency.FisherFreemanHalton(table, opt); again != got {
		t.Errorf("the same seed gives %v and %v", got.P.V, again.P.V)
	}
}

func TestLargeTableIsSimulated(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	table := make([][]int, 8)
	for i := range table {
		for range 6 {
			table[i] = append(table[i], rng.IntN(60))
		}
	}
	got := contingency.FisherFreemanHalton(table, contingency.FreemanHaltonOptions{Draws: 1000})
	if got.Exact || !got.P.OK() {
		t.Errorf("eight by six = %+v, want a simulation", got)
	}
}

// TestManyProductsAreSimulated has few nodes but very many products to merge.
func TestManyProductsAreSimulated(t *testing.T) {
	row := []int{9, 8, 8}
	got := contingency.FisherFreemanHalton([][]int{row, row, row, row, row, row}, contingency.FreemanHaltonOptions{Draws: 200})
	if got.Exact {
		t.Errorf("P = %+v, want a simulation", got)
	}
}

// TestVeryLargeTableIsSimulated needs neither memory nor time in proportion to
// the counts.
func TestVeryLargeTableIsSimulated(t *testing.T) {
	table := [][]int{{900_000_000, 12_000, 3_000}, {400_000_000, 5_300, 1_340}}
	got := contingency.FisherFreemanHalton(table, contingency.FreemanHaltonOptions{Draws: 500})
	chi := contingency.PearsonChiSquare(table)
	if got.Exact || math.Abs(got.P.V-chi.P.V) > 5*got.MCError {
		t.Errorf("P = %+v, chi-square %v", got, chi.P.V)
	}
}

func BenchmarkFreemanHaltonSimulated(b *testing.B) {
	table := [][]int{
		{12, 9, 7, 4, 2, 1}, {3, 5, 2, 1, 0, 3}, {6, 2, 1, 1, 1, 0}, {2, 0, 1, 0, 0, 2},
		{1, 1, 0, 2, 0, 1}, {20, 18, 25, 22, 19, 40}, {4, 4, 3, 2, 1, 0}, {9, 7, 8, 1, 0, 2},
	}
	for b.Loop() {
		contingency.FisherFreemanHalton(table, contingency.FreemanHaltonOptions{})
	}
}

func BenchmarkFreemanHaltonExact(b *testing.B) {
	table := [][]int{{5, 3, 1, 0, 2}, {2, 2, 0, 4, 1}, {0, 1, 3, 3, 6}}
	for b.Loop() {
		contingency.FisherFreemanHalton(table, contingency.FreemanHaltonOptions{})
	}
}

func BenchmarkFreemanHaltonExactLarge(b *testing.B) {
	table := [][]int{{12, 9, 7, 4, 2}, {3, 5, 2, 1, 0}, {6, 2, 1, 1, 1}, {2, 0, 1, 0, 0}, {1, 1, 0, 2, 0}, {20, 18, 25, 22, 19}}
	for b.Loop() {
		contingency.FisherFreemanHalton(table, contingency.FreemanHaltonOptions{ExactWork: 1e11})
	}
}
