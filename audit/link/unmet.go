package link

import (
	"cmp"
	"iter"
	"slices"
)

// An Unmet is a reference that a record names and that no other record has.
type Unmet struct {
	Record int32
	System Source // of the reference
	either bool
	pair   pairing // of readings, where either
	key    uint64
}

func (g *grouping) miss(c entry) {
	g.unmet = append(g.unmet, Unmet{Record: c.record, System: c.system, either: c.is(either), pair: c.marks.pair(), key: c.key})
}

// Unmet lists, in the order of records, the references that nothing has: neither a
// record nor any of the others, such as records that are no part of the cases, which
// are given with their own references as in [Record.Own].
func (r Result) Unmet(others iter.Seq2[Source, string]) []Unmet {
	if len(r.unmet) == 0 {
		return nil
	}
	wanted := make(map[uint64]bool, len(r.unmet))
	for _, u := range r.unmet {
		wanted[u.key] = true
	}
	var buf []ref
	for source, own := range others {
		for part := range ownParts(own) {
			if ref, ok := ownRef(part, source, buf); ok {
				delete(wanted, ref.key())
			}
		}
	}
	var list []Unmet
	for _, u := range r.unmet {
		if wanted[u.key] {
			list = append(list, u)
		}
	}
	slices.SortFunc(list, func(a, b Unmet) int {
		return cmp.Or(cmp.Compare(a.Record, b.Record), cmp.Compare(a.System, b.System), cmp.Compare(a.key, b.key))
	})
	return readOnce(list)
}

// readOnce settles digits that were read in two ways, 2026/4821 in a column of DATIX
// numbers: they are met if either reading is, and count once if neither is, as a
// reference of the column's own system. The list is in the order of records.
func readOnce(list []Unmet) []Unmet {
	out := list[:0]
	for len(list) > 0 {
		n := slices.IndexFunc(list, func(u Unmet) bool { return u.Record != list[0].Record })
		if n < 0 {
			n = len(list)
		}
		of := list[:n]
		list = list[n:]
		logs := unmetLogs(of)
		for _, u := range of {
			if u.either {
				if u.System == StEIS || !logs[u.pair] {
					continue
				}
				logs[u.pair] = false // said for this pair
			}
			out = append(out, u)
		}
	}
	return out
}

// unmetLogs tells of which pairs of readings of a record the log number is not met.
func unmetLogs(of []Unmet) (logs [mostPairs + 1]bool) {
	for _, u := range of {
		if u.either && u.System == StEIS {
			logs[u.pair] = true
		}
	}
	return logs
}
