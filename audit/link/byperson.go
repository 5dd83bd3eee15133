package link

import "slices"

// byPerson joins records of different systems that are of one person and near in
// time.
func (g *grouping) byPerson(entries []entry, reason Reason) {
	var pairs []Link
	eachGroup(entries, func(group []entry) { pairs = g.person(group, reason, pairs[:0]) })
}

// personEntries lists the numbers of every record's persons.
func (g *grouping) personEntries(of func(i int32) [2]uint64) []entry {
	room := func(i int) int { return held(of(int32(i))) }
	return gather(len(g.records), room, func(from, to int, list []entry) []entry {
		for i := int32(from); i < int32(to); i++ {
			keys := of(i)
			for k, key := range keys {
				if key != 0 && (k == 0 || key != keys[0]) {
					list = append(list, entry{key: key, record: i})
				}
			}
		}
		return list
	})
}

func (g *grouping) nhsKeys(i int32) (keys [2]uint64) {
	for k, n := range g.records[i].NHS {
		if n != 0 {
			keys[k] = mix(1, n)
		}
	}
	return keys
}

// hospitalKeys count within one organisation: two trusts deal out the same numbers.
func (g *grouping) hospitalKeys(i int32) (keys [2]uint64) {
	o := g.organisation(i)
	for k, n := range g.records[i].Hospital {
		if n != 0 && o != 0 {
			keys[k] = mix(2, uint64(o), n)
		}
	}
	return keys
}

func held(keys [2]uint64) int {
	switch {
	case keys == [2]uint64{}:
		return 0
	case keys[0] != 0 && keys[1] != 0 && keys[0] != keys[1]:
		return 2
	}
	return 1
}

// person weighs the records of one person, nearest pairs first. It lends pairs back
// for the next person.
func (g *grouping) person(group []entry, reason Reason, pairs []Link) []Link {
	if len(group) > g.opts.MaxPerson {
		g.notes.SharedNumbers++
		return pairs
	}
	for i := range group {
		for j := i + 1; j < len(group); j++ {
			a, b := group[i].record, group[j].record
			if a != b {
				pairs = append(pairs, g.link(a, b, reason, apart(&g.records[a], &g.records[b])))
			}
		}
	}
	slices.SortFunc(pairs, order)
	for _, l := range pairs {
		g.personPair(l, pairs)
	}
	return pairs
}

func (g *grouping) personPair(l Link, pairs []Link) {
	near := l.Days >= 0 && int(l.Days) <= g.window(l)
	switch {
	case g.find(l.A) == g.find(l.B):
		return // known already, by stronger evidence
	case near && g.twins(l):
		l.Reason = SiblingSamePerson
		g.join(l)
	case g.records[l.A].Source == g.records[l.B].Source:
		if l.Days == 0 {
			g.doubt(l, PossibleDuplicate)
		}
	case l.Days < 0:
		g.doubt(l, NoDate)
	case !near:
	case g.rival(l, pairs):
		g.doubt(l, SeveralNear)
	default:
		g.join(l)
	}
}

func (g *grouping) window(l Link) int {
	if g.records[l.A].Source == PMRT || g.records[l.B].Source == PMRT {
		return g.opts.PerinatalDays
	}
	return g.opts.IncidentDays
}

// twins reports two reviews of two babies.
func (g *grouping) twins(l Link) bool {
	return g.records[l.A].Source == PMRT && g.records[l.B].Source == PMRT && g.siblings(g.find(l.A), g.find(l.B))
}

// rival reports whether another record of either's system, in another case, is as
// near to the other one. Twins are no rivals: the case holds the reviews of both.
func (g *grouping) rival(l Link, pairs []Link) bool {
	for _, m := range pairs {
		if m.Days != l.Days {
			continue
		}
		if g.rivalEnd(l.A, l.B, m) || g.rivalEnd(l.B, l.A, m) {
			return true
		}
	}
	return false
}

// rivalEnd reports whether m ties the record fixed to a record that competes with taken.
func (g *grouping) rivalEnd(fixed, taken int32, m Link) bool {
	other := m.B
	if m.B == fixed {
		other = m.A
	} else if m.A != fixed {
		return false
	}
	if other == taken || g.records[other].Source != g.records[taken].Source {
		return false
	}
	x, y := g.find(other), g.find(taken)
	return x != y && x != g.find(fixed) && !g.siblings(x, y)
}
