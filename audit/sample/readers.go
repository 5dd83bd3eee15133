package sample

import (
	"bytes"
	"math"
	"slices"
)

// Adjudicator is the reader whose answers settle a disagreement.
const Adjudicator = "Adjudication"

// deal gives every case its reader, turn by turn in the order of the hashes,
// and a share of them a second reader. Which ones is settled by another hash of
// the id, so that it depends on nothing that the first hash has chosen.
func (s *Sample) deal() {
	readers := s.Design.Readers
	ids := make([]string, len(s.Cases))
	for i := range s.Cases {
		ids[i] = s.Cases[i].ID
		s.Cases[i].Readers = []string{readers[i%len(readers)]}
	}
	for i := range s.Reserve {
		s.Reserve[i].Readers = []string{readers[(len(s.Cases)+i)%len(readers)]}
	}
	twice := int(math.Ceil(s.Design.Twice*float64(len(ids)) - 1e-9))
	if twice == 0 || len(readers) < 2 {
		return
	}
	hashes := hashAll(s.Design.Seed+"\nsecond reader", ids)
	order := make([]int, len(ids))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return bytes.Compare(hashes[a][:], hashes[b][:]) })
	for turn, i := range order[:twice] {
		other := 1 + turn%(len(readers)-1)
		s.Cases[i].Readers = append(s.Cases[i].Readers, readers[(i+other)%len(readers)])
	}
}
