package merge

import (
	"runtime"
	"sync"

	"siequity/incidents"
)

// Which rows are of one record is worked out on all cores: each row's key first,
// then, for a share of the keys, the first row that has it.

// An owning is what names the organisation of a row.
type owning struct {
	sheet *incidents.Sheet
	text  uint32
	state incidents.State
}

func (m *merger) owningOf(row *incidents.Record) owning {
	n, state := row.TextNumber(m.fields.organisation)
	return owning{row.Sheet, n, state}
}

// nameOwners asks for each organisation once: who tells it need not be ready for
// several goroutines.
func (m *merger) nameOwners(rows []*incidents.Record) {
	for _, row := range rows {
		o := m.owningOf(row)
		if _, known := m.owners[o]; !known {
			m.owners[o] = m.owner(row)
		}
	}
}

// keys reads the role of each row and gives its key, 0 for a row that is a record
// by itself.
func (m *merger) keys(rows []*incidents.Record) []uint64 {
	m.nameOwners(rows)
	keys := make([]uint64, len(rows))
	side(len(rows), func(_, from, to int) {
		for i := from; i < to; i++ {
			rows[i].Role = m.roleOf(rows[i])
			if key, ok := m.key(rows[i]); ok {
				keys[i] = max(key, 1)
			}
		}
	})
	return keys
}

// side has n things worked on side by side, each worker a stretch of them.
func side(n int, work func(worker, from, to int)) {
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() { work(w, n*w/workers, n*(w+1)/workers) })
	}
	wg.Wait()
}

// firstsOf gives for each row the first row with the same key: itself, if none
// went before or it has no key.
func firstsOf(keys []uint64) []int32 {
	firsts := make([]int32, len(keys))
	workers := uint64(runtime.GOMAXPROCS(0))
	side(int(workers), func(w, _, _ int) {
		seen := newSeen(len(keys) / int(workers))
		for i, key := range keys {
			switch {
			case key == 0 && w == 0:
				firsts[i] = int32(i)
			case key != 0 && key%workers == uint64(w):
				firsts[i] = seen.first(keys, int32(i))
			}
		}
	})
	return firsts
}

// seen is a table of rows by their keys, half empty at most. A map of a million
// keys would take twice the room and four times as long.
type seen struct {
	rows  []int32 // row+1; 0 is an empty place
	count int
}

func newSeen(rows int) *seen {
	size := 16
	for size < rows*2 {
		size *= 2
	}
	return &seen{rows: make([]int32, size)}
}

// first gives the first row that has the key of row i.
func (s *seen) first(keys []uint64, i int32) int32 {
	if s.count*2 >= len(s.rows) {
		s.grow(keys)
	}
	at := s.place(keys, keys[i])
	if s.rows[at] == 0 {
		s.rows[at] = i + 1
		s.count++
	}
	return s.rows[at] - 1
}

// place gives where the row with a key lies, or is to lie.
func (s *seen) place(keys []uint64, key uint64) int {
	mask := len(s.rows) - 1
	at := int(key>>24) & mask
	for s.rows[at] != 0 && keys[s.rows[at]-1] != key {
		at = (at + 1) & mask
	}
	return at
}

func (s *seen) grow(keys []uint64) {
	old := s.rows
	s.rows = make([]int32, 2*len(old))
	for _, row := range old {
		if row != 0 {
			s.rows[s.place(keys, keys[row-1])] = row
		}
	}
}
