package link

import (
	"math/rand/v2"
	"testing"
)

// Whatever the records, the result keeps its promises.
func FuzzCases(f *testing.F) {
	f.Add(uint64(1), uint8(40))
	f.Add(uint64(2), uint8(200))
	f.Fuzz(func(t *testing.T, seed uint64, n uint8) {
		checkPromises(t, jumble(seed, int(n)))
	})
}

func TestPromises(t *testing.T) {
	for seed := range uint64(3) {
		records, _ := quarter(seed, 500)
		checkPromises(t, records)
	}
}

func checkPromises(t *testing.T, records []Record) {
	t.Helper()
	r := Cases(records, DefaultOptions())
	next := int32(0)
	for i, c := range r.Case {
		if c > next || c < 0 {
			t.Fatalf("record %d: case %d before %d", i, c, next)
		}
		if c == next {
			next++
		}
	}
	if int(next) != r.Count {
		t.Fatalf("%d cases, %d counted", next, r.Count)
	}
	for _, l := range r.Links {
		if r.Case[l.A] != r.Case[l.B] || !l.Reason.Joins() || l.Words(records) == "" {
			t.Fatalf("link %+v of cases %d and %d", l, r.Case[l.A], r.Case[l.B])
		}
	}
	for _, l := range r.Candidates {
		if l.Reason.Joins() || r.Case[l.A] == r.Case[l.B] || l.Words(records) == "" {
			t.Fatalf("candidate %+v of cases %d and %d", l, r.Case[l.A], r.Case[l.B])
		}
	}
	tied(t, records, r)
}

// tied checks that links alone connect every case.
func tied(t *testing.T, records []Record, r Result) {
	t.Helper()
	g := newGrouping(records, DefaultOptions())
	for _, l := range r.Links {
		if a, b := g.find(l.A), g.find(l.B); a != b {
			g.parent[max(a, b)] = min(a, b)
		}
	}
	roots := map[int32]int32{}
	for i, c := range r.Case {
		root := g.find(int32(i))
		if was, seen := roots[c]; seen && was != root {
			t.Fatalf("case %d is not held together by links", c)
		}
		roots[c] = root
	}
}

// jumble makes records whose keys collide far more than in life.
func jumble(seed uint64, n int) []Record {
	rnd := rand.New(rand.NewPCG(seed, 9))
	texts := []string{"", "2026/1", "2026/2", "12345", "W12346", "91234/1", "91234/2", "MI-1", "lf-0001", "n/a", "99999; 12345", "StEIS 2026-1, 12346"}
	records := make([]Record, n)
	for i := range records {
		r := &records[i]
		*r = Record{Source: StEIS + Source(rnd.IntN(5)), Organisation: uint32(rnd.IntN(4)), Own: texts[rnd.IntN(len(texts))],
			NHS: [2]uint64{uint64(rnd.IntN(6)), uint64(rnd.IntN(2))}, Hospital: [2]uint64{uint64(rnd.IntN(9))},
			MotherBorn: Day(rnd.IntN(4)), Traits: [4]uint16{uint16(rnd.IntN(3)), uint16(rnd.IntN(3))}, Baby: uint8(rnd.IntN(8) / 6)}
		if rnd.IntN(5) > 0 {
			r.Event = Day(100 + rnd.IntN(60))
		}
		for range rnd.IntN(3) {
			r.Cited = append(r.Cited, Citation{Source(rnd.IntN(int(sourceEnd))), texts[rnd.IntN(len(texts))]})
		}
	}
	return records
}
