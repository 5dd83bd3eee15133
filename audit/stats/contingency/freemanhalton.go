package contingency

import (
	"math"
	"slices"

	"siequity/audit/stats"
)

// FreemanHalton is the Fisher-Freeman-Halton test of a table of any size.
type FreemanHalton struct {
	P     stats.Value
	Exact bool
	// Draws and MCError describe a simulated P: the number of random tables
	// and the standard error of P. Both are 0 for an exact one.
	Draws   int
	MCError float64
}

// FreemanHaltonOptions say how much work an exact answer is worth.
type FreemanHaltonOptions struct {
	ExactWork float64 // most partial tables to visit before simulating; 0 is 2e7
	Draws     int     // random tables when simulating; 0 is 100,000
	Seed      uint64  // of the simulation: the same seed gives the same P
}

const (
	defaultExactWork = 2e7
	defaultDraws     = 100_000
	// mostExact is the greatest total for which an exact answer is considered:
	// beyond it even the estimate of the work is work.
	mostExact = 50_000
)

// FisherFreemanHalton adds the probabilities of all tables with the same
// margins that are no likelier than the one seen. It is exact where that is
// affordable and simulated where not; the result says which. Ties count with
// R's slack.
func FisherFreemanHalton(table [][]int, opt FreemanHaltonOptions) FreemanHalton {
	t, why := compact(table)
	if why == WhyOneGroup {
		return FreemanHalton{P: stats.Of(1), Exact: true}
	}
	if why != "" {
		return FreemanHalton{P: stats.NotCalculable(why)}
	}
	if opt.ExactWork == 0 {
		opt.ExactWork = defaultExactWork
	}
	if opt.Draws < 1 {
		opt.Draws = defaultDraws
	}
	if t.total <= mostExact {
		if n := cheapest(t); n.work() <= opt.ExactWork {
			return FreemanHalton{P: stats.Of(min(1, n.tail(t.logProduct()))), Exact: true}
		}
	}
	return simulate(t, opt.Draws, opt.Seed)
}

// logProduct is the log of the product of the cells' factorials: the greater
// it is, the less likely the table.
func (t counted) logProduct() float64 {
	sum := 0.0
	for _, row := range t.cells {
		for _, x := range row {
			sum += logFactorial(x)
		}
	}
	return sum
}

func logFactorial(n int) float64 {
	lg, _ := math.Lgamma(float64(n) + 1)
	return lg
}

// factorials looks up log factorials, worked out beforehand where small.
type factorials []float64

func newFactorials(most int) factorials {
	f := make(factorials, min(most, mostExact)+1)
	for i := range f {
		f[i] = logFactorial(i)
	}
	return f
}

func (f factorials) of(n int) float64 {
	if n < len(f) {
		return f[n]
	}
	return logFactorial(n)
}

// network lays a table's margins out for the exact test. All rows but the two
// largest are merged into nodes: how much of each column they use, and the
// distribution of the products of factorials that lead there. The two largest
// rows are then walked column by column from each node, stopping where the
// answer is already decided (after Mehta & Patel 1983).
type network struct {
	small  []int // totals of the merged rows, ascending
	second int   // total of the second largest row
	cols   []int // descending
	fact   factorials
}

// cheapest chooses the way round, rows or columns, that is less work.
func cheapest(t counted) network {
	a, b := newNetwork(t.rows, t.cols), newNetwork(t.cols, t.rows)
	if b.work() < a.work() {
		return b
	}
	return a
}

func newNetwork(rows, cols []int) network {
	r, c := slices.Clone(rows), slices.Clone(cols)
	slices.Sort(r)
	slices.Sort(c)
	slices.Reverse(c) // narrow columns last: the walk stops sooner
	total := 0
	for _, n := range r {
		total += n
	}
	last := len(r) - 2
	return network{r[:last], r[last], c, newFactorials(total)}
}

// work estimates the partial tables visited: nodes times ways to fill the
// second largest row, and before it the merging of the small rows, with a
// look at every product for every node. Products that coincide are counted
// apart, so that it errs towards simulating.
func (n network) work() float64 {
	used, merging, products := 0, 0.0, 1.0
	for _, row := range n.small {
		before := ways(used, n.cols)
		used += row
		products *= partitions(row, len(n.cols))
		merging += 20*before*ways(row, n.cols) + products*(10+ways(used, n.cols))
	}
	return ways(used, n.cols)*ways(n.second, n.cols)/8 + merging
}

// partitions counts the ways to write total as a sum of at most parts numbers
// without regard to order.
func partitions(total, parts int) float64 {
	counts := make([]float64, total+1)
	counts[0] = 1
	for part := 1; part <= parts; part++ {
		for s := part; s <= total; s++ {
			counts[s] += counts[s-part]
		}
	}
	return counts[total]
}

// ways counts how total can be split over columns that hold no more than caps.
func ways(total int, caps []int) float64 {
	counts := make([]float64, total+1)
	counts[0] = 1
	for _, c := range caps {
		next := make([]float64, total+1)
		window := 0.0
		for s := range next {
			window += counts[s]
			if s > c {
				window -= counts[s-c-1]
			}
			next[s] = window
		}
		counts = next
	}
	return counts[total]
}
