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
	wide   bool  // the record names so many references that one proves little
}

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

// eachGroup sorts entries and hands out every run of equal keys longer than one.
// Within a run own references come first, each half by organisation and then in the
// order of the records.
func (g *grouping) eachGroup(entries []entry, group func([]entry)) {
	g.sortEntries(entries)
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].key == entries[from].key {
			to++
		}
		if to-from > 1 {
			group(entries[from:to])
		}
		from = to
	}
}

// sortEntries parts the keys at half their range and sorts both sides at once.
func (g *grouping) sortEntries(entries []entry) {
	low := 0
	for i := range entries {
		if entries[i].key < 1<<63 {
			entries[i], entries[low] = entries[low], entries[i]
			low++
		}
	}
	var wait sync.WaitGroup
	for _, side := range [2][]entry{entries[:low], entries[low:]} {
		wait.Go(func() { slices.SortFunc(side, g.compareEntries) })
	}
	wait.Wait()
}

func (g *grouping) compareEntries(a, b entry) int {
	if a.key != b.key {
		return cmp.Compare(a.key, b.key)
	}
	if a.own != b.own {
		if a.own {
			return -1
		}
		return 1
	}
	if x, y := g.organisation(a.record), g.organisation(b.record); x != y {
		return cmp.Compare(x, y)
	}
	return cmp.Compare(a.record, b.record)
}
