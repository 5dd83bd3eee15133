package sample

import (
	"bytes"
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"runtime"
	"slices"
	"strings"
	"sync"

	"siequity/audit/stats/sampling"
)

// Case is a drawn unit.
type Case struct {
	Number int `json:"number"` // from 1, in the order of the hashes; reserves follow
	Unit
	Hash    Hash     `json:"hash"`
	Stratum int      `json:"stratum"` // index into Sample.Strata
	Rank    int      `json:"rank"`    // from 1, within the stratum
	Weight  float64  `json:"weight"`  // cases of the frame it stands for, as drawn; 0 for a reserve
	Readers []string `json:"readers,omitempty"`
}

// Member is one unit of the frame as listed: drawn or not, with its hash.
type Member struct {
	ID      string
	Hash    Hash
	Stratum int
	Rank    int // from 1, within the stratum
	State   State
}

// State is what the draw did with a member.
type State uint8

// The states.
const (
	NotDrawn State = iota
	Drawn
	InReserve
)

// String is the state in words.
func (s State) String() string {
	return [...]string{"not drawn", "drawn", "reserve"}[s]
}

// Sample is a draw: everything needed to send it out, take it back, check it
// and make it again.
type Sample struct {
	Design    Design    `json:"design"`
	FrameHash string    `json:"frame_hash"` // SHA-256 of the members' sorted ids, a line feed after each
	FrameSize int       `json:"frame_size"`
	Given     int       `json:"given"` // units before the filter
	LeftOut   []LeftOut `json:"left_out,omitempty"`
	Strata    []Stratum `json:"strata"`
	Cases     []Case    `json:"cases"`
	Reserve   []Case    `json:"reserve,omitempty"` // by stratum, in the order to use them
	Words     []string  `json:"words"`             // why this many, and what to beware of
	// Members is the whole frame by stratum and rank. It is written as a list
	// of its own (WriteFrame), never into the sample's file.
	Members []Member `json:"-"`
}

// Draw draws a sample. The same frame, in whatever order, and the same design
// give the same sample on any machine. The error lists every fault at once.
func Draw(units []Unit, d Design) (Sample, error) {
	if err := d.check(); err != nil {
		return Sample{}, err
	}
	if d.Spread == "" {
		d.Spread = Proportional
	}
	if len(d.Readers) == 0 {
		d.Readers = []string{"Reader 1"}
	}
	f, err := readFrame(units, d)
	if err != nil {
		return Sample{}, err
	}
	s := Sample{Design: d, FrameSize: len(f.in), Given: len(units), LeftOut: f.leftOut, Strata: f.strata}
	certain := 0
	for _, h := range s.Strata {
		if h.Certain {
			certain += h.Population
		}
	}
	n, why, err := d.resolve(s.FrameSize, certain)
	if err != nil {
		return Sample{}, err
	}
	changes, err := allocate(s.Strata, d, n)
	if err != nil {
		return Sample{}, err
	}
	s.Words = append([]string{why}, changes...)
	s.take(f)
	return s, nil
}

// take hashes the members, ranks them and takes the first of each stratum.
func (s *Sample) take(f frame) {
	ids := make([]string, len(f.in))
	for m, i := range f.in {
		ids[m] = f.ids[i]
	}
	var side sync.WaitGroup
	side.Go(func() { s.FrameHash = sampling.FrameHash(ids) })
	hashes := hashAll(s.Design.Seed, ids)
	order := rank(ids, hashes, f.stratum)
	s.Members = make([]Member, len(order))
	at, inStratum := 0, int32(-1)
	for i, p := range order {
		if p.stratum != inStratum {
			inStratum, at = p.stratum, 0
		}
		at++
		s.Members[i] = s.enter(f, p.member, ids[p.member], hashes[p.member], at)
	}
	side.Wait()
	s.number()
	s.deal()
}

// enter lists a member and, if its rank is low enough, takes it.
func (s *Sample) enter(f frame, m int32, id string, hash Hash, at int) Member {
	h := int(f.stratum[m])
	stratum := s.Strata[h]
	member := Member{ID: id, Hash: hash, Stratum: h, Rank: at}
	if at > stratum.Drawn+s.Design.Reserve {
		return member
	}
	c := Case{Unit: f.units[f.in[m]], Hash: hash, Stratum: h, Rank: at}
	c.ID = id
	if at > stratum.Drawn {
		member.State = InReserve
		s.Reserve = append(s.Reserve, c)
		return member
	}
	member.State = Drawn
	c.Weight = float64(stratum.Population) / float64(stratum.Drawn)
	s.Cases = append(s.Cases, c)
	return member
}

// number puts the cases in the order of their hashes, so that their order tells
// a reader nothing of their strata.
func (s *Sample) number() {
	slices.SortFunc(s.Cases, func(a, b Case) int {
		return cmp.Or(bytes.Compare(a.Hash[:], b.Hash[:]), strings.Compare(a.ID, b.ID))
	})
	for i := range s.Cases {
		s.Cases[i].Number = i + 1
	}
	for i := range s.Reserve {
		s.Reserve[i].Number = len(s.Cases) + i + 1
	}
}

// hashAll hashes ids on all cores; every id by itself, so that timing cannot
// matter.
func hashAll(seed string, ids []string) []Hash {
	out := make([]Hash, len(ids))
	workers := runtime.GOMAXPROCS(0)
	size := max(1, (len(ids)+workers-1)/workers)
	var wg sync.WaitGroup
	for from := 0; from < len(ids); from += size {
		to := min(from+size, len(ids))
		wg.Go(func() {
			mac := hmac.New(sha256.New, []byte(seed))
			for i := from; i < to; i++ {
				mac.Reset()
				mac.Write([]byte(ids[i]))
				mac.Sum(out[i][:0])
			}
		})
	}
	wg.Wait()
	return out
}

// place is a member by what it is sorted by: its stratum and the first half of
// its hash, which settles nearly every comparison without leaving the slice.
type place struct {
	hash    uint64
	stratum int32
	member  int32
}

// rank orders members by stratum, hash and id.
func rank(ids []string, hashes []Hash, stratum []int32) []place {
	order := make([]place, len(ids))
	for m := range order {
		order[m] = place{binary.BigEndian.Uint64(hashes[m][:8]), stratum[m], int32(m)}
	}
	slices.SortFunc(order, func(a, b place) int {
		switch {
		case a.stratum != b.stratum:
			return cmp.Compare(a.stratum, b.stratum)
		case a.hash != b.hash:
			return cmp.Compare(a.hash, b.hash)
		}
		return cmp.Or(bytes.Compare(hashes[a.member][:], hashes[b.member][:]), strings.Compare(ids[a.member], ids[b.member]))
	})
	return order
}
