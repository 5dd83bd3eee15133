package link

import (
	"cmp"
	"slices"
	"sync"
)

// An entry says that a record holds a key: a reference, a person, a circumstance.
// Records that hold the same key come together by sorting.
type entry struct {
	key    uint64
	record int32
	own    bool // the key is the record's own reference
	system Source
	baby   uint8 // of a review reference
	marks  marks
}

// marks say what makes a reference weaker evidence. They share a byte, as a million
// records have millions of entries.
type marks uint8

const (
	wide      marks = 1 << iota // the record names so many references that one proves little
	either                      // the same digits were read as a reference of another system too
	firstPair                   // the rest of the byte is the number of that pair of readings

	mostPairs = pairing(^marks(0) / firstPair) // all beyond are one: no event has so many
)

func (e entry) is(m marks) bool { return e.marks&m != 0 }

// A pairing numbers, within its record, the digits that were read in two ways.
type pairing uint8

func (p pairing) mark() marks { return marks(p) * firstPair }

func (m marks) pair() pairing { return pairing(m / firstPair) }

// mix spreads the parts of a key over 64 bits.
func mix(parts ...uint64) uint64 {
	h := uint64(0x9E3779B97F4A7C15)
	for _, p := range parts {
		h ^= p
		h *= 0xBF58476D1CE4E5B9
		h ^= h >> 29
		h *= 0x94D049BB133111EB
		h ^= h >> 32
	}
	return h
}

// gather runs collect over two halves of the records side by side and joins what
// they give in the order of the records. Both write into one array with room for
// the entries expected of each half, so that joining them is a move in place.
func gather(n int, room func(i int) int, collect func(from, to int, list []entry) []entry) []entry {
	first, all := 0, 0
	for i := range n {
		all += room(i)
		if i == n/2-1 {
			first = all
		}
	}
	array := make([]entry, all)
	var low, high []entry
	var wait sync.WaitGroup
	wait.Go(func() { low = collect(0, n/2, array[0:0:first]) })
	wait.Go(func() { high = collect(n/2, n, array[first:first]) })
	wait.Wait()
	if len(low) <= first && len(low)+len(high) <= len(array) {
		copy(array, low) // no work where low was written in place
		return array[:len(low)+copy(array[len(low):], high)]
	}
	return slices.Concat(low, high)
}

// later gathers and sorts entries beside other work and gives them when asked. The
// keys depend on the records alone, so the next step's can be made ready while this
// one is weighed.
func later(collect func() []entry) func() []entry {
	ready := make(chan []entry, 1)
	go func() {
		entries := collect()
		sortEntries(entries)
		ready <- entries
	}()
	return func() []entry { return <-ready }
}

// eachGroup hands out every run of equal keys longer than one of sorted entries.
func eachGroup(entries []entry, group func([]entry)) {
	eachRun(entries, func(run []entry) {
		if len(run) > 1 {
			group(run)
		}
	})
}

// eachRun hands out every run of equal keys. Within a run own references come first,
// then the order of the records.
func eachRun(entries []entry, use func([]entry)) {
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].key == entries[from].key {
			to++
		}
		use(entries[from:to])
		from = to
	}
}

// sortEntries deals the entries into buckets by the top bits of their keys, in
// place, and sorts the buckets side by side. Keys are hashes, so the buckets are
// even and small enough for the first-level cache, which takes less than half the
// time of one sort over all.
func sortEntries(entries []entry) {
	ends := deal(entries)
	half := len(ends) / 2
	var wait sync.WaitGroup
	for _, side := range [2][2]int{{0, half}, {half, len(ends)}} {
		wait.Go(func() {
			for b := side[0]; b < side[1]; b++ {
				from := 0
				if b > 0 {
					from = ends[b-1]
				}
				slices.SortFunc(entries[from:ends[b]], compareEntries)
			}
		})
	}
	wait.Wait()
}

const bucketBits = 12

func bucketOf(e entry) int { return int(e.key >> (64 - bucketBits)) }

// deal moves every entry into its bucket and gives where each bucket ends.
func deal(entries []entry) (ends [1 << bucketBits]int) {
	for _, e := range entries {
		ends[bucketOf(e)]++
	}
	var next [1 << bucketBits]int
	for b, at := 0, 0; b < len(ends); b++ {
		next[b] = at
		at += ends[b]
		ends[b] = at
	}
	for b := range ends {
		for next[b] < ends[b] {
			e := entries[next[b]]
			for home := bucketOf(e); home != b; home = bucketOf(e) {
				entries[next[home]], e = e, entries[next[home]]
				next[home]++
			}
			entries[next[b]] = e
			next[b]++
		}
	}
	return ends
}

func compareEntries(a, b entry) int {
	if a.key != b.key {
		return cmp.Compare(a.key, b.key)
	}
	if a.own != b.own {
		if a.own {
			return -1
		}
		return 1
	}
	return cmp.Compare(a.record, b.record)
}
