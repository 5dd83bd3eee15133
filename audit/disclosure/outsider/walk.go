package outsider

import "math"

// walk is a component solved by linear programming: the primal simplex method
// with bounds, started from the true counts. They satisfy every equation, so
// there is no first phase, equations that depend on others need no weeding
// out, and every corner walked through is a solution an outsider must reckon
// with. The reached counts are rounded and put into the equations as whole
// numbers before they are believed, so that no error of arithmetic can pass a
// count as safe.
//
// The road not taken is gonum's lp.Simplex: it wants equations without
// dependence and without upper limits, starts each question afresh, and is
// known to give up on degenerate cases. The tests attack with it.
type walk struct {
	s     *System
	c     Component
	index map[int]int
	n, m  int         // counts; equations
	tab   [][]float64 // m rows over n counts and m weights
	basis []int       // the count that each row solves for; n or more: none
	rowOf []int       // the row that solves for a count, or -1
	at    []float64   // where each count stands, as distance from the truth
	seen  [2][]int    // how far each count has been proved to get, down and up
}

const (
	tiny     = 1e-7
	maxSteps = 20000 // of one push; a walk that takes longer is given up
	// quickTurns is how often a stride may turn on the spot before the linear
	// program is asked how far there is to go.
	quickTurns = 12
	longTurns  = 200
)

// newWalk solves the equations for as many counts as they determine.
func newWalk(s *System, c Component) *walk {
	w := &walk{s: s, c: c, index: map[int]int{}, n: len(c.Counts), m: len(c.Rows)}
	for i, v := range c.Counts {
		w.index[v] = i
	}
	w.at = make([]float64, w.n)
	w.seen = [2][]int{make([]int, w.n), make([]int, w.n)}
	w.rowOf = make([]int, w.n)
	for i := range w.rowOf {
		w.rowOf[i] = -1
	}
	w.basis = make([]int, w.m)
	w.tab = make([][]float64, w.m)
	for r, row := range c.Rows {
		w.tab[r] = make([]float64, w.n+w.m)
		w.tab[r][w.n+r] = 1
		w.basis[r] = w.n + r
		for _, t := range s.Rows[row] {
			if i, ok := w.index[t.Count]; ok {
				w.tab[r][i] = float64(t.Sign)
			}
		}
	}
	for r := range w.tab {
		if j := w.widest(r); j >= 0 {
			w.pivot(r, j)
		}
	}
	return w
}

// Reset goes back to the truth and keeps the equations solved.
func (w *walk) Reset() {
	clear(w.at)
	clear(w.seen[0])
	clear(w.seen[1])
}

// widest picks the count with the most room that row r can be solved for.
func (w *walk) widest(r int) int {
	best, most := -1, -1
	for j := range w.n {
		if math.Abs(w.tab[r][j]) < tiny {
			continue
		}
		if room := w.s.Up[w.c.Counts[j]] + w.s.Down[w.c.Counts[j]]; room > most {
			best, most = j, room
		}
	}
	return best
}

// pivot solves row r for count j.
func (w *walk) pivot(r, j int) {
	if old := w.basis[r]; old < w.n {
		w.rowOf[old] = -1
	}
	w.basis[r], w.rowOf[j] = j, r
	own := w.tab[r]
	scale := 1 / own[j]
	for k := range own {
		own[k] *= scale
	}
	for q, row := range w.tab {
		f := row[j]
		if q == r || f == 0 {
			continue
		}
		for k, x := range own {
			if x != 0 {
				row[k] -= f * x
			}
		}
		row[j] = 0
	}
}

// Push walks count v as far as it goes, then takes the walk back to whole
// counts if it ended between them.
func (w *walk) Push(v, dir, want int) Push {
	k := w.index[v]
	if w.seen[(dir+1)/2][k] >= want {
		return Push{Moved: want, Limit: want}
	}
	if want < NoLimit {
		w.stride(k, dir, want, quickTurns)
		if w.seen[(dir+1)/2][k] >= want {
			return Push{Moved: want, Limit: want}
		}
	}
	w.whole()
	limit, ok := w.climb(k, float64(dir), want)
	if !ok {
		return Push{Limit: NoLimit}
	}
	p := Push{Limit: limit}
	if limit < want {
		p.Proof = w.weights(k, float64(dir))
	}
	if w.certify(); w.seen[(dir+1)/2][k] < limit {
		w.stride(k, dir, limit, min(3*w.n, longTurns))
	}
	p.Moved = min(want, w.seen[(dir+1)/2][k])
	if p.Moved > NoLimit/2 {
		clear(w.at) // so far out, later sums would lose their small digits
	}
	return p
}

// climb moves count k in direction dir until it has gone want or can go no
// further, and gives the distance rounded inwards.
func (w *walk) climb(k int, dir float64, want int) (limit int, ok bool) {
	flat := 0
	for range maxSteps {
		if dir*w.at[k] >= float64(want)-tiny {
			return want, true
		}
		j, way := w.entering(k, dir, flat > w.n)
		if j < 0 {
			return int(math.Floor(dir*w.at[k] + 1e-6)), true
		}
		step := w.step(j, way, k, dir, float64(want))
		if step < tiny {
			flat++
		} else {
			flat = 0
		}
	}
	return 0, false
}

// gain is how much count k moves for each unit that count j moves up.
func (w *walk) gain(k, j int) float64 {
	if r := w.rowOf[k]; r >= 0 {
		return -w.tab[r][j]
	}
	if k == j {
		return 1
	}
	return 0
}

// entering picks a count to move, and which way, so that count k moves on: the
// one that moves it most, or after many steps without progress the first
// (Bland's rule, which cannot go round in circles).
func (w *walk) entering(k int, dir float64, first bool) (j int, way float64) {
	best, j := tiny, -1
	for i := range w.n {
		if w.rowOf[i] >= 0 {
			continue
		}
		g := dir * w.gain(k, i)
		if math.Abs(g) <= best || w.left(i, math.Copysign(1, g)) < tiny {
			continue
		}
		best, j, way = math.Abs(g), i, math.Copysign(1, g)
		if first {
			return j, way
		}
	}
	return j, way
}

// left is how far a count can still go one way.
func (w *walk) left(i int, way float64) float64 {
	v := w.c.Counts[i]
	if way > 0 {
		return float64(w.s.Up[v]) - w.at[i]
	}
	return float64(w.s.Down[v]) + w.at[i]
}

// step moves count j until it or a count that depends on it meets its bound,
// or until count k has gone far enough. A dependent count that stops it gives
// up its row to j.
func (w *walk) step(j int, way float64, k int, dir, want float64) float64 {
	length, stop := w.ratio(j, way)
	if g := dir * w.gain(k, j) * way; g > tiny {
		if need := math.Ceil((want-dir*w.at[k])/g - tiny); need < length {
			length, stop = need, -1
		}
	}
	w.move(j, way*length)
	if stop >= 0 {
		w.pivot(stop, j)
	}
	return length
}

// ratio is how far count j can move before it or a count that depends on it
// meets its bound, and the row of that count, or -1 if it is j itself.
func (w *walk) ratio(j int, way float64) (length float64, stop int) {
	length, stop = math.Max(0, w.left(j, way)), -1
	for r, i := range w.basis {
		f := -w.tab[r][j] * way
		if i >= w.n || math.Abs(f) < tiny {
			continue
		}
		room := math.Max(0, w.left(i, f)) / math.Abs(f)
		if room < length-tiny || room < length+tiny && stop >= 0 && i < w.basis[stop] {
			length, stop = math.Min(length, room), r
		}
	}
	return length, stop
}

// move shifts count j and everything that depends on it.
func (w *walk) move(j int, by float64) {
	w.at[j] += by
	for r, i := range w.basis {
		if i < w.n && w.tab[r][j] != 0 {
			w.at[i] -= w.tab[r][j] * by
		}
	}
}

// weights reads off which equations hold count k back.
func (w *walk) weights(k int, dir float64) []Weight {
	proof := []Weight{}
	r := w.rowOf[k]
	if r < 0 {
		return proof
	}
	for i, row := range w.c.Rows {
		if y := dir * w.tab[r][w.n+i]; math.Abs(y) > tiny {
			proof = append(proof, Weight{row, y})
		}
	}
	return proof
}
