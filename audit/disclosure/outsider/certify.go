package outsider

import "math"

// certify notes how far every count has got, if the walk stands on whole
// counts that satisfy every equation and every bound, checked in whole numbers.
func (w *walk) certify() {
	whole := make([]int, w.n)
	for i, x := range w.at {
		whole[i] = int(math.Round(x))
		if whole[i] > w.s.Up[w.c.Counts[i]] || -whole[i] > w.s.Down[w.c.Counts[i]] {
			return
		}
	}
	for _, row := range w.c.Rows {
		sum := 0
		for _, t := range w.s.Rows[row] {
			if i, ok := w.index[t.Count]; ok {
				sum += t.Sign * whole[i]
			}
		}
		if sum != 0 {
			return
		}
	}
	var found Witness
	for i, d := range whole {
		w.seen[0][i], w.seen[1][i] = max(w.seen[0][i], -d), max(w.seen[1][i], d)
		if d != 0 {
			found = append(found, Move{w.c.Counts[i], d})
		}
	}
	if w.s.Found != nil {
		w.s.Found(found)
	}
}

// whole takes the walk back to the true counts if it stands between whole
// ones.
func (w *walk) whole() {
	for _, x := range w.at {
		if math.Abs(x-math.Round(x)) > tiny {
			clear(w.at)
			return
		}
	}
}
