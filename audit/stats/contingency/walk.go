package contingency

import "math"

// walk goes through the ways to fill the last two rows from a node.
type walk struct {
	limit  float64     // least log product that counts
	cost   [][]float64 // log product of column j when the second row takes k
	weight [][]float64 // its probability weight, the greatest being 1
	least  [][]float64 // least log product of columns j and on, by what is left
	most   [][]float64 // greatest
	mass   [][]float64 // total weight
	pasts  steps
	sum    float64
	scale  float64 // log factor left out of the weights
}

func newWalk(n network, products []float64, nd node, limit float64) *walk {
	w := &walk{limit: limit, pasts: newSteps(products, nd.pasts)}
	w.scale = w.pasts.logs[0]
	for j, c := range n.cols {
		free := c - nd.used[j]
		cost, weight := make([]float64, free+1), make([]float64, free+1)
		least := math.Inf(1)
		for k := range cost {
			cost[k] = n.fact.of(k) + n.fact.of(free-k)
			least = min(least, cost[k])
		}
		for k := range cost {
			weight[k] = math.Exp(least - cost[k])
		}
		w.scale += least
		w.cost, w.weight = append(w.cost, cost), append(w.weight, weight)
	}
	w.bound(n.second)
	return w
}

// bound works out, from the last column back, what the columns still to fill
// can add.
func (w *walk) bound(total int) {
	cols := len(w.cost)
	w.least, w.most, w.mass = make([][]float64, cols+1), make([][]float64, cols+1), make([][]float64, cols+1)
	for j := cols; j >= 0; j-- {
		w.least[j], w.most[j], w.mass[j] = make([]float64, total+1), make([]float64, total+1), make([]float64, total+1)
		for left := range total + 1 {
			w.boundAt(j, left)
		}
	}
}

func (w *walk) boundAt(j, left int) {
	least, most, mass := math.Inf(1), math.Inf(-1), 0.0
	if j == len(w.cost) {
		if left == 0 {
			least, most, mass = 0, 0, 1
		}
	} else {
		for k := range min(left, len(w.cost[j])-1) + 1 {
			least = min(least, w.cost[j][k]+w.least[j+1][left-k])
			most = max(most, w.cost[j][k]+w.most[j+1][left-k])
			mass += w.weight[j][k] * w.mass[j+1][left-k]
		}
	}
	w.least[j][left], w.most[j][left], w.mass[j][left] = least, most, mass
}

// place fills column j and on with left units of the second row. It stops as
// soon as the same pasts count whatever follows.
func (w *walk) place(j, left int, log, weight float64) {
	mass := w.mass[j][left]
	if mass == 0 {
		return
	}
	least, most := w.least[j][left], w.most[j][left]
	first := w.pasts.from(w.limit - log - most)
	if least == most || first == w.pasts.from(w.limit-log-least) {
		w.sum += weight * mass * w.pasts.tails[first]
		return
	}
	for k := range min(left, len(w.cost[j])-1) + 1 {
		w.place(j+1, left-k, log+w.cost[j][k], weight*w.weight[j][k])
	}
}

// steps is the weight of a node's pasts at or above a log product.
type steps struct {
	logs    []float64
	tails   []float64 // weight from each past on; the last is 0
	slots   []int     // first past at or above each of evenly spaced marks
	perSlot float64   // slots to a unit of log
}

func newSteps(products []float64, pasts []past) steps {
	s := steps{tails: make([]float64, len(pasts)+1)}
	for _, p := range pasts {
		s.logs = append(s.logs, products[p.product])
	}
	for i := len(pasts) - 1; i >= 0; i-- {
		s.tails[i] = s.tails[i+1] + pasts[i].ways*math.Exp(s.logs[0]-s.logs[i])
	}
	const marks = 512
	width := max((s.logs[len(s.logs)-1]-s.logs[0])/marks, 1e-12)
	s.perSlot = 1 / width
	s.slots = make([]int, marks+1)
	at := 0
	for m := range s.slots {
		for at < len(s.logs) && s.logs[at] < s.logs[0]+float64(m)*width {
			at++
		}
		s.slots[m] = at
	}
	return s
}

// from returns the place of the first past whose log is at least v.
func (s *steps) from(v float64) int {
	d := (v - s.logs[0]) * s.perSlot
	if d <= 0 {
		return 0
	}
	if d >= float64(len(s.slots)-1) {
		return s.atOrAfter(s.slots[len(s.slots)-1], v)
	}
	return s.atOrAfter(s.slots[int(d)], v)
}

func (s *steps) atOrAfter(i int, v float64) int {
	for i > 0 && s.logs[i-1] >= v {
		i--
	}
	for i < len(s.logs) && s.logs[i] < v {
		i++
	}
	return i
}
