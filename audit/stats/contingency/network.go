package contingency

import (
	"math"
	"slices"
)

// sameProduct is the difference of log products under which two are one: far
// above rounding, far below the slack for ties.
const sameProduct = 1e-9

// past is one product of factorials that leads to a node: its place among the
// level's products, and the number of ways there.
type past struct {
	product int
	ways    float64
}

// node is how much of each column the rows so far have used.
type node struct {
	used  []int
	pasts []past
}

// level holds the nodes after some of the small rows.
type level struct {
	used     int       // total of those rows
	products []float64 // log products met so far, ascending and distinct
	nodes    []node
	index    map[string]int // place of a node by what it has used
}

// eachNode merges the small rows one after the other and hands over the nodes
// of the last level in a fixed order, so that sums do not depend on the run.
func (n network) eachNode(visit func(products []float64, nd node)) {
	start := node{make([]int, len(n.cols)), []past{{0, 1}}}
	at := level{products: []float64{0}, nodes: []node{start}}
	at.index = map[string]int{string(keyOf(nil, start.used)): 0}
	for i, row := range n.small {
		if i == len(n.small)-1 {
			n.addRow(at, row, visit)
			return
		}
		next := level{used: at.used + row, index: map[string]int{}}
		n.addRow(at, row, func(products []float64, nd node) {
			next.products = products
			next.index[string(keyOf(nil, nd.used))] = len(next.nodes)
			nd.pasts = slices.Clone(nd.pasts)
			next.nodes = append(next.nodes, nd)
		})
		at = next
	}
	visit(at.products, start)
}

// addRow lays one more row over the level and visits every node it leads to.
// The node's pasts are only lent for the visit.
func (n network) addRow(from level, row int, visit func([]float64, node)) {
	sums := newProductSums(from.products, n.rowProducts(row))
	ways := make([]float64, len(sums.products))
	used, cells := make([]int, len(n.cols)), make([]int, len(n.cols))
	key := make([]byte, 0, 4*len(n.cols))
	before := make([]int, len(n.cols))
	var pasts []past
	splits(n.cols, used, from.used+row, func() {
		splits(used, cells, row, func() {
			log := 0.0
			for j, x := range cells {
				log += n.fact.of(x)
				before[j] = used[j] - x
			}
			key = keyOf(key[:0], before)
			sums.add(ways, from.nodes[from.index[string(key)]].pasts, log)
		})
		pasts = pasts[:0]
		for i, w := range ways {
			if w > 0 {
				pasts = append(pasts, past{i, w})
				ways[i] = 0
			}
		}
		visit(sums.products, node{slices.Clone(used), pasts})
	})
}

// keyOf appends a name for what has been used of each column.
func keyOf(b []byte, used []int) []byte {
	for _, v := range used {
		b = append(b, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
	}
	return b
}

// rowProducts lists the distinct log products of factorials a row can have.
func (n network) rowProducts(row int) []float64 {
	var logs []float64
	cells := make([]int, len(n.cols))
	splits(n.cols, cells, row, func() {
		log := 0.0
		for _, x := range cells {
			log += n.fact.of(x)
		}
		logs = append(logs, log)
	})
	return distinct(logs)
}

// distinct sorts values and drops those within sameProduct of the one before.
func distinct(values []float64) []float64 {
	slices.Sort(values)
	return slices.CompactFunc(values, func(a, b float64) bool { return math.Abs(b-a) < sameProduct })
}

// productSums knows where the sum of an earlier product and a row's falls
// among the new level's products.
type productSums struct {
	products []float64
	row      []float64
	place    [][]int32 // by the row's product, then the earlier one
}

func newProductSums(earlier, row []float64) productSums {
	var all []float64
	for _, r := range row {
		for _, e := range earlier {
			all = append(all, e+r)
		}
	}
	s := productSums{distinct(all), row, make([][]int32, len(row))}
	for i, r := range row {
		s.place[i] = make([]int32, len(earlier))
		for j, e := range earlier {
			s.place[i][j] = int32(nearest(s.products, e+r))
		}
	}
	return s
}

// nearest returns the place of the value closest to v in ascending values.
func nearest(values []float64, v float64) int {
	i, _ := slices.BinarySearch(values, v)
	if i == len(values) || i > 0 && v-values[i-1] < values[i]-v {
		i--
	}
	return i
}

// add counts the pasts of an earlier node, extended by a row of log product.
func (s productSums) add(ways []float64, pasts []past, log float64) {
	place := s.place[nearest(s.row, log)]
	for _, p := range pasts {
		ways[place[p.product]] += p.ways
	}
}

// splits calls visit for every way to split total over columns that hold no
// more than caps; cells holds the way.
func splits(caps, cells []int, total int, visit func()) {
	room := 0
	for _, c := range caps {
		room += c
	}
	var place func(j, left, room int)
	place = func(j, left, room int) {
		room -= caps[j]
		if j == len(cells)-1 {
			cells[j] = left
			visit()
			return
		}
		for x := max(0, left-room); x <= min(left, caps[j]); x++ {
			cells[j] = x
			place(j+1, left-x, room)
		}
	}
	if total <= room {
		place(0, total, room)
	}
}

// constant is the log of the margins' factor of every table's probability.
func (n network) constant() float64 {
	total, c := 0, n.fact.of(n.second)
	for _, col := range n.cols {
		total += col
		c += n.fact.of(col)
	}
	last := total - n.second
	for _, row := range n.small {
		c += n.fact.of(row)
		last -= row
	}
	return c + n.fact.of(last) - n.fact.of(total)
}

// tail returns the probability of tables whose log product reaches observed.
func (n network) tail(observed float64) float64 {
	limit := observed - tieSlack
	constant := n.constant()
	sum := 0.0
	n.eachNode(func(products []float64, nd node) {
		w := newWalk(n, products, nd, limit)
		w.place(0, n.second, 0, 1)
		sum += w.sum * math.Exp(constant-w.scale)
	})
	return sum
}
