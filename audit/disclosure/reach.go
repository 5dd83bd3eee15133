package disclosure

import "siequity/audit/disclosure/outsider"

// reached is how far counts have been shown to get, down and up.
type reached [2][]int

// at gives the distance for a direction.
func (r reached) at(v, dir int) int { return r[(dir+1)/2][v] }

// take in a witness; more says that it got a count further than any before.
// Beyond enough, further is of no interest.
func (r reached) take(w outsider.Witness, enough int) (more bool) {
	for _, m := range w {
		side, by := 1, m.By
		if by < 0 {
			side, by = 0, -by
		}
		if by = min(by, enough); by > r[side][m.Count] {
			r[side][m.Count], more = by, true
		}
	}
	return more
}

// keep remembers a witness if it shows anything new.
func (s *sheet) keep(w outsider.Witness) {
	if s.got.take(w, s.profile.Threshold) {
		s.pool = append(s.pool, w)
	}
}

// replay works out anew what the kept witnesses show.
func (s *sheet) replay() {
	s.got = reached{make([]int, len(s.vars)), make([]int, len(s.vars))}
	for _, w := range s.pool {
		if s.Fits(w) {
			s.got.take(w, s.profile.Threshold)
		}
	}
}
