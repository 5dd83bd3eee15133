package outsider

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"

	"github.com/google/go-cmp/cmp"
)

// twoWay is a random table with its totals, of which some counts are in doubt.
func twoWay(r *rand.Rand, rows, cols, most int, doubt float64) (Knowledge, []int) {
	var k Knowledge
	k.Counts = make([]int, (rows+1)*(cols+1))
	at := func(i, j int) int { return i*(cols+1) + j }
	for i := range rows {
		for j := range cols {
			n := r.IntN(most + 1)
			for _, v := range []int{at(i, j), at(i, cols), at(rows, j), at(rows, cols)} {
				k.Counts[v] += n
			}
		}
	}
	for i := range rows + 1 {
		k.Equations = append(k.Equations, sumOf(cols, func(j int) int { return at(i, j) }))
	}
	for j := range cols + 1 {
		k.Equations = append(k.Equations, sumOf(rows, func(i int) int { return at(i, j) }))
	}
	return k, blur(r, &k, doubt)
}

// sumOf is an equation of n parts and their total.
func sumOf(n int, at func(int) int) []Term {
	terms := []Term{{at(n), -1}}
	for i := range n {
		terms = append(terms, Term{at(i), 1})
	}
	return terms
}

// blur puts a share of the counts in doubt, each within a range of its own.
func blur(r *rand.Rand, k *Knowledge, doubt float64) (asked []int) {
	k.Low, k.High = append([]int{}, k.Counts...), append([]int{}, k.Counts...)
	for v, n := range k.Counts {
		if r.Float64() < doubt {
			asked = append(asked, v)
			k.Low[v], k.High[v] = max(0, n-r.IntN(4)), n+r.IntN(4)
		}
	}
	return asked
}

// enumerate tries every value of every count in doubt.
func enumerate(k Knowledge, asked []int) []Range {
	out := make([]Range, len(asked))
	for i := range out {
		out[i] = Range{math.MaxInt, -1}
	}
	x := append([]int{}, k.Counts...)
	var try func(i int)
	try = func(i int) {
		if i < len(asked) {
			for x[asked[i]] = k.Low[asked[i]]; x[asked[i]] <= k.High[asked[i]]; x[asked[i]]++ {
				try(i + 1)
			}
			return
		}
		for _, eq := range k.Equations {
			sum := 0
			for _, t := range eq {
				sum += t.Sign * x[t.Count]
			}
			if sum != 0 {
				return
			}
		}
		for j, v := range asked {
			out[j] = Range{min(out[j].Low, x[v]), max(out[j].High, x[v])}
		}
	}
	try(0)
	return out
}

func TestRangesAgainstEnumeration(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 300 {
		k, asked := twoWay(r, 2, 2, 6, 0.7)
		got, err := k.Ranges(asked)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(enumerate(k, asked), got); diff != "" {
			t.Fatalf("table %d %v (-enumerated +got):\n%s", n, k, diff)
		}
	}
}

// stacked is several two-way tables and their sum, which is no network.
func stacked(r *rand.Rand, tables, rows, cols, most int, doubt float64) (Knowledge, []int) {
	var k Knowledge
	size := (rows + 1) * (cols + 1)
	total := make([]int, size)
	for range tables {
		one, _ := twoWay(r, rows, cols, most, 0)
		k.add(one)
		for v, n := range one.Counts {
			total[v] += n
		}
	}
	k.Counts = append(k.Counts, total...)
	for v := range total {
		k.Equations = append(k.Equations, sumOf(tables, func(i int) int { return i*size + v }))
	}
	return k, blur(r, &k, doubt)
}

// add appends the counts and equations of another table.
func (k *Knowledge) add(one Knowledge) {
	from := len(k.Counts)
	k.Counts = append(k.Counts, one.Counts...)
	for _, eq := range one.Equations {
		moved := make([]Term, len(eq))
		for i, t := range eq {
			moved[i] = Term{t.Count + from, t.Sign}
		}
		k.Equations = append(k.Equations, moved)
	}
}

func TestStackedTablesAgainstEnumeration(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	exact := 0
	for n := range 200 {
		k, asked := stacked(r, 2, 2, 1, 6, 0.45)
		got, err := k.Ranges(asked)
		if err != nil {
			t.Fatal(err)
		}
		want := enumerate(k, asked)
		for i := range want {
			if got[i].Low > want[i].Low || got[i].High < want[i].High {
				t.Fatalf("table %d, count %d: %v does not hold %v", n, asked[i], got[i], want[i])
			}
		}
		if cmp.Equal(want, got) {
			exact++
		}
	}
	if exact < 195 {
		t.Errorf("only %d of 200 ranges are exact", exact)
	}
}

// TestWalkAgainstGonum compares the bounds of linked tables with an
// independent linear program.
func TestWalkAgainstGonum(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	compared := 0
	for n := range 10 {
		k, asked := stacked(r, 3, 3, 2, 9, 0.4)
		got, err := k.Ranges(asked)
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range asked {
			low, high, ok := program(k, asked, v)
			if ok && (got[i] != Range{low, high}) {
				t.Fatalf("pack %d, count %d: got %v, gonum %d to %d", n, v, got[i], low, high)
			}
			if ok {
				compared++
			}
		}
	}
	if compared < 100 {
		t.Errorf("gonum answered for %d counts only", compared)
	}
}

// program bounds one count with gonum. Upper bounds become equations with a
// variable of their own; dependent equations are dropped first.
func program(k Knowledge, asked []int, v int) (low, high int, ok bool) {
	column := map[int]int{}
	for i, u := range asked {
		column[u] = i
	}
	n := len(asked)
	var rows [][]float64
	var rhs []float64
	for _, eq := range k.Equations {
		row, b := make([]float64, 2*n), 0.0
		for _, t := range eq {
			if j, in := column[t.Count]; in {
				row[j] += float64(t.Sign)
				b -= float64(t.Sign * k.Low[t.Count])
			} else {
				b -= float64(t.Sign * k.Counts[t.Count])
			}
		}
		rows, rhs = append(rows, row), append(rhs, b)
	}
	for j, u := range asked {
		row := make([]float64, 2*n)
		row[j], row[n+j] = 1, 1
		rows, rhs = append(rows, row), append(rhs, float64(k.High[u]-k.Low[u]))
	}
	rows, rhs = independentRows(rows, rhs)
	a := mat.NewDense(len(rows), 2*n, nil)
	for i, row := range rows {
		a.SetRow(i, row)
	}
	c := make([]float64, 2*n)
	c[column[v]] = 1
	least, _, errLow := lp.Simplex(c, a, rhs, 0, nil)
	c[column[v]] = -1
	most, _, errHigh := lp.Simplex(c, a, rhs, 0, nil)
	if errors.Join(errLow, errHigh) != nil {
		return 0, 0, false
	}
	return k.Low[v] + int(math.Ceil(least-1e-6)), k.Low[v] + int(math.Floor(-most+1e-6)), true
}

// independentRows keeps the equations that Gaussian elimination does not empty.
func independentRows(rows [][]float64, rhs []float64) ([][]float64, []float64) {
	var kept, reduced [][]float64
	var b []float64
	var pivots []int
	for i, row := range rows {
		w := append([]float64{}, row...)
		for q, p := range pivots {
			if f := w[p]; f != 0 {
				for j := range w {
					w[j] -= f * reduced[q][j]
				}
			}
		}
		p := -1
		for j, x := range w {
			if math.Abs(x) > 1e-9 {
				p = j
				break
			}
		}
		if p < 0 {
			continue
		}
		for j, f := 0, w[p]; j < len(w); j++ {
			w[j] /= f
		}
		kept, b = append(kept, row), append(b, rhs[i])
		reduced, pivots = append(reduced, w), append(pivots, p)
	}
	return kept, b
}

func TestRangesSayWhatIsWrong(t *testing.T) {
	k := Knowledge{Counts: []int{1, 2}, Low: []int{0, 3}, High: []int{5, 5}}
	if _, err := k.Ranges([]int{0}); err == nil {
		t.Error("a count outside its range went through")
	}
	k.Low[1] = 0
	k.Equations = [][]Term{{{0, 1}, {1, -1}}}
	if _, err := k.Ranges([]int{0}); err == nil {
		t.Error("an equation that does not hold went through")
	}
}

func TestRangesWithoutLimit(t *testing.T) {
	k := Knowledge{
		Counts: []int{3, 12, 15}, Low: []int{0, 12, 0}, High: []int{NoLimit, 12, NoLimit},
		Equations: [][]Term{{{0, 1}, {1, 1}, {2, -1}}},
	}
	got, err := k.Ranges([]int{0, 2})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Range{{0, NoLimit}, {12, NoLimit}}, got); diff != "" {
		t.Error(diff)
	}
}
