package link

import (
	"cmp"
	"slices"
	"sort"
)

func (g *grouping) byOrganisation(entries []entry) {
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(g.organisation(a.record), g.organisation(b.record)) })
}

// after is the entries beyond those of the organisation; they are in its order.
func (g *grouping) after(entries []entry, organisation uint32) []entry {
	n := sort.Search(len(entries), func(i int) bool { return g.organisation(entries[i].record) > organisation })
	return entries[n:]
}

// ownersFor is the owners that a record can mean: any of a national reference; of a
// number that each organisation deals out by itself, those of its own organisation
// and of none known, or all of them where its organisation cannot be compared.
func (g *grouping) ownersFor(owners []entry, c entry) []entry {
	o := g.organisation(c.record)
	if len(owners) == 0 || c.system != Datix || g.places.single || o == 0 || !g.sameScale(c.record, owners[0].record) {
		return owners
	}
	known := g.after(owners, 0)
	unknown := owners[:len(owners)-len(known)]
	from := g.after(known, o-1)
	its := from[:len(from)-len(g.after(from, o))]
	if len(unknown) == 0 {
		return its
	}
	g.owners = append(append(g.owners[:0], its...), unknown...)
	return g.owners
}

// ofBaby narrows the owners to the baby that is named, if any owner is that one.
func ofBaby(owners []entry, baby uint8) []entry {
	for i, o := range owners {
		if baby != 0 && o.baby == baby {
			return owners[i : i+1]
		}
	}
	return owners
}

// maxOwners is far more organisations than a number can be of and still say anything.
const maxOwners = 256

// chooseOwners keeps, in place, the pairs of the record's own organisation; without
// any, the one pair whose dates agree; without that, all as candidates. It gives how
// many are kept.
func (g *grouping) chooseOwners(pairs []Link) int {
	n := keep(pairs, func(l Link) bool { return g.together(l.A, l.B) })
	if n > 0 {
		return n
	}
	near := func(l Link) bool { return l.Reason.Joins() && l.Days >= 0 && int(l.Days) <= g.opts.IncidentDays }
	count := 0
	for _, l := range pairs {
		if near(l) {
			count++
		}
	}
	if count == 1 {
		return keep(pairs, near)
	}
	n = min(keep(pairs, func(l Link) bool { return l.Reason.Joins() }), g.opts.MaxCitations)
	for i := range pairs[:n] {
		pairs[i].Reason = SeveralOwners
	}
	return n
}

// keep moves the links that fit to the front, in order, and counts them. Where none
// fits nothing moves.
func keep(links []Link, fits func(Link) bool) int {
	n := 0
	for _, l := range links {
		if fits(l) {
			links[n] = l
			n++
		}
	}
	return n
}

// severalOwners reports whether the owners are of more than one organisation.
func (g *grouping) severalOwners(pairs []Link) bool {
	for _, l := range pairs {
		if g.organisation(l.B) != g.organisation(pairs[0].B) {
			return true
		}
	}
	return false
}
