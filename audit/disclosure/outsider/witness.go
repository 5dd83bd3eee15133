package outsider

// Move is how far one count stands from the truth in a solution.
type Move struct {
	Count, By int
}

// Witness is a whole-number solution of all equations, told by the counts in
// which it differs from the truth. As long as what is known of each count
// leaves room for it, it shows an outsider cannot rule it out. Witnesses are
// kept from one choice of hidden counts to the next and with the plan, where
// the audit checks them again and searches only for what they leave open.
type Witness []Move

// Solves checks a witness against every equation that it touches.
func (s *System) Solves(w Witness) bool {
	off := map[int]int{}
	for _, m := range w {
		for _, row := range s.At[m.Count] {
			off[row] += s.Sign(row, m.Count) * m.By
		}
	}
	for _, sum := range off {
		if sum != 0 {
			return false
		}
	}
	return true
}

// Fits says that what is known of each count leaves room for the witness.
func (s *System) Fits(w Witness) bool {
	for _, m := range w {
		if m.By > s.Up[m.Count] || -m.By > s.Down[m.Count] {
			return false
		}
	}
	return true
}
