package outsider

import "math"

// stride goes again from the true counts, this time in whole steps only, after
// a walk has ended between whole counts. Where no whole step leads on it
// solves for another count without moving and looks again. It is a search
// that may miss a solution, never one that makes one up.
func (w *walk) stride(k, dir, want, turns int) {
	clear(w.at)
	for turn, idle := 0, 0; idle < turns && dir*int(math.Round(w.at[k])) < want; turn++ {
		need := float64(want) - float64(dir)*w.at[k]
		j, way, length := w.wholeStep(k, float64(dir), need)
		if length >= 1 {
			w.move(j, way*length)
			w.certify()
			idle = 0
			continue
		}
		if idle++; !w.turn(k, float64(dir), turn) {
			return
		}
	}
}

// wholeStep finds a move that takes count k on by need in whole counts, or the
// one that takes it furthest.
func (w *walk) wholeStep(k int, dir, need float64) (j int, way, length float64) {
	best := 0.0
	for i := range w.n {
		g := dir * w.gain(k, i)
		size := math.Abs(g)
		if w.rowOf[i] >= 0 || size < tiny || w.left(i, g) < 1-tiny {
			continue
		}
		far, _ := w.ratio(i, math.Copysign(1, g))
		far = math.Min(math.Floor(far+tiny), math.Ceil(need/size-tiny))
		if far*size <= best || !w.wholeColumn(i) {
			continue
		}
		best, j, way, length = far*size, i, math.Copysign(1, g), far
		if best >= need {
			break
		}
	}
	return j, way, length
}

// wholeColumn says that a unit of count j moves every other by whole numbers.
func (w *walk) wholeColumn(j int) bool {
	for _, row := range w.tab {
		if math.Abs(row[j]-math.Round(row[j])) > tiny {
			return false
		}
	}
	return true
}

// turn solves the row that blocks one of the leading counts for that count;
// which of them goes round with n.
func (w *walk) turn(k int, dir float64, n int) bool {
	var leading []int
	for i := range w.n {
		g := dir * w.gain(k, i)
		if w.rowOf[i] < 0 && math.Abs(g) > tiny && w.left(i, g) > tiny {
			leading = append(leading, i)
		}
	}
	if len(leading) == 0 {
		return false
	}
	j := leading[n%len(leading)]
	_, row := w.ratio(j, math.Copysign(1, dir*w.gain(k, j)))
	if row < 0 {
		return false
	}
	w.pivot(row, j)
	return true
}
