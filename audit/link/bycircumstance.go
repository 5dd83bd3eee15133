package link

// byCircumstance lists candidates among what is still apart: the same organisation
// and mother's date of birth near in time, or the same organisation and day with
// traits that agree.
func (g *grouping) byCircumstance() {
	g.circumstance(SameMothersBirth, func(i int32, r *Record) uint64 {
		if r.MotherBorn == 0 {
			return 0
		}
		return mix(3, uint64(g.organisation(i)), uint64(r.MotherBorn))
	}, func(a, b *Record) int {
		if days := apart(a, b); days > g.opts.IncidentDays {
			return 0
		}
		return 1
	})
	g.circumstance(SameCircumstances, func(i int32, r *Record) uint64 {
		if r.Event == 0 || r.Traits == [4]uint16{} {
			return 0
		}
		return mix(4, uint64(g.organisation(i)), uint64(r.Event))
	}, agreement)
}

// agreement counts the traits that agree; 0 if any contradicts.
func agreement(a, b *Record) int {
	agree := 0
	for k, x := range a.Traits {
		y := b.Traits[k]
		if x == 0 || y == 0 {
			continue
		}
		if x != y {
			return 0
		}
		agree++
	}
	return agree
}

func (g *grouping) circumstance(reason Reason, key func(int32, *Record) uint64, score func(a, b *Record) int) {
	keyOf := func(i int32) uint64 {
		if g.organisation(i) == 0 {
			return 0
		}
		return key(i, &g.records[i])
	}
	room := func(i int) int {
		if keyOf(int32(i)) == 0 {
			return 0
		}
		return 1
	}
	entries := gather(len(g.records), room, func(from, to int, list []entry) []entry {
		for i := int32(from); i < int32(to); i++ {
			if k := keyOf(i); k != 0 {
				list = append(list, entry{key: k, record: i})
			}
		}
		return list
	})
	sortEntries(entries)
	var of bySource
	eachGroup(entries, func(group []entry) {
		if len(group) > g.opts.MaxDay {
			g.notes.CrowdedDays++
			return
		}
		of.sort(g.records, group)
		g.bestPairs(&of, reason, score)
	})
}

// bySource is a group's records by their source; its memory is used again.
type bySource [sourceEnd][]int32

func (of *bySource) sort(records []Record, group []entry) {
	for s := range of {
		of[s] = of[s][:0]
	}
	for _, e := range group {
		s := records[e.record].Source
		of[s] = append(of[s], e.record)
	}
}

// bestPairs keeps the pairs of which each record is the other's only best: among
// several equally likely partners no candidate is of use to the reader.
func (g *grouping) bestPairs(of *bySource, reason Reason, score func(a, b *Record) int) {
	for s := StEIS; s < sourceEnd; s++ {
		for _, a := range of[s] {
			for other := s + 1; other < sourceEnd; other++ {
				b, ok := g.onlyBest(a, of[other], score)
				if !ok {
					continue
				}
				if back, ok := g.onlyBest(b, of[s], score); ok && back == a {
					g.candidates = append(g.candidates, g.link(a, b, reason, apart(&g.records[a], &g.records[b])))
				}
			}
		}
	}
}

// onlyBest is the one record of the list that agrees best with a and may still join it.
func (g *grouping) onlyBest(a int32, list []int32, score func(a, b *Record) int) (best int32, ok bool) {
	holds, most := g.holds[g.find(a)], 0
	for _, b := range list {
		if holds&g.holds[g.find(b)] != 0 || disjoint(g.records[a].NHS, g.records[b].NHS) {
			continue // told already, or of other persons
		}
		switch n := score(&g.records[a], &g.records[b]); {
		case n > most:
			best, most, ok = b, n, true
		case n == most && n > 0:
			ok = false
		}
	}
	return best, ok
}
