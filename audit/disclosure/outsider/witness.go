package outsider

// move is how far one count stands from the truth in a solution.
type move struct {
	v, by int
}

// witness is a whole-number solution of all equations, told by the counts in
// which it differs from the truth. As long as what is known of each count
// leaves room for it, it shows an outsider cannot rule it out. Witnesses are
// kept from one choice of hidden counts to the next and with the plan, where
// the audit checks them again and searches only for what they leave open.
type witness []move

// solves checks a witness against every equation that it touches.
func (s *System) solves(w witness) bool {
	off := map[int]int{}
	for _, m := range w {
		for _, row := range s.At[m.v] {
			off[row] += s.Sign(row, m.v) * m.by
		}
	}
	for _, sum := range off {
		if sum != 0 {
			return false
		}
	}
	return true
}

// fits says that what is known of each count leaves room for the witness.
func (s *System) fits(w witness) bool {
	for _, m := range w {
		if m.by > s.Up[m.v] || -m.by > s.Down[m.v] {
			return false
		}
	}
	return true
}

// reached is how far counts have been shown to get, down and up.
type reached [2][]int

// at gives the distance for a direction.
func (r reached) at(v, dir int) int { return r[(dir+1)/2][v] }

// take in a witness; more says that it got a count further than any before.
// Beyond enough, further is of no interest.
func (r reached) take(w witness, enough int) (more bool) {
	for _, m := range w {
		side, by := 1, m.by
		if by < 0 {
			side, by = 0, -by
		}
		if by = min(by, enough); by > r[side][m.v] {
			r[side][m.v], more = by, true
		}
	}
	return more
}

// keep remembers a witness if it shows anything new.
func (s *sheet) keep(w witness) {
	if s.got.take(w, s.profile.Threshold) {
		s.pool = append(s.pool, w)
	}
}

// replay works out anew what the kept witnesses show.
func (s *sheet) replay() {
	s.got = reached{make([]int, len(s.vars)), make([]int, len(s.vars))}
	for _, w := range s.pool {
		if s.fits(w) {
			s.got.take(w, s.profile.Threshold)
		}
	}
}
