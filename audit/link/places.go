package link

// places knows which organisations can be told apart. Systems name a trust in their
// own ways, by code or by name, and the caller may not have known that two are one.
// Two systems that have no organisation in common are taken to use different names;
// then a difference between them says nothing.
type places struct {
	comparable [sourceEnd][sourceEnd]bool
	single     bool // every system names at most one organisation: there is but one
}

func placesOf(records []Record) places {
	in := make(map[uint32]uint8) // the systems that name an organisation, a bit each
	for i := range records {
		if o := records[i].Organisation; o != 0 {
			in[o] |= 1 << records[i].Source
		}
	}
	p := places{single: true}
	var named [sourceEnd]int
	for _, systems := range in {
		for s := range sourceEnd {
			if systems&(1<<s) == 0 {
				continue
			}
			named[s]++
			for t := range sourceEnd {
				p.comparable[s][t] = p.comparable[s][t] || systems&(1<<t) != 0
			}
		}
	}
	for _, n := range named {
		p.single = p.single && n < 2
	}
	return p
}

// organisation is the record's, or the only one there is.
func (g *grouping) organisation(i int32) uint32 {
	if g.places.single {
		return 1
	}
	return g.records[i].Organisation
}

// sameScale reports whether the systems of two records name organisations alike.
func (g *grouping) sameScale(a, b int32) bool {
	return g.places.comparable[g.records[a].Source][g.records[b].Source]
}

// elsewhere reports whether two records are known to be of two organisations.
func (g *grouping) elsewhere(a, b int32) bool {
	x, y := g.organisation(a), g.organisation(b)
	return x != y && x != 0 && y != 0 && g.sameScale(a, b)
}

// together reports whether two records are known to be of one organisation.
func (g *grouping) together(a, b int32) bool {
	x := g.organisation(a)
	return x != 0 && x == g.organisation(b)
}
