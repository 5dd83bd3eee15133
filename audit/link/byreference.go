package link

import (
	"slices"
	"sync"
)

// byReference joins records that name each other's references. All pairs are
// collected first and weighed in one order, so that the result does not depend on
// which key happened to sort first.
func (g *grouping) byReference(entries []entry) {
	pairs := make([]Link, 0, max(len(entries)-len(g.records), 0)*5/4)
	eachRun(entries, func(group []entry) { pairs = g.referencePairs(group, pairs) })
	g.links = make([]Link, 0, len(pairs))
	last := Link{A: -1}
	inOrder(pairs, func(l Link) {
		switch {
		case l == last: // named twice, in two cells
		case l.Reason.Joins():
			g.join(l)
		default:
			g.candidates = append(g.candidates, l)
		}
		last = l
	})
}

// inOrder sorts two halves side by side and hands out the links of both in order.
func inOrder(links []Link, use func(Link)) {
	low, high := links[:len(links)/2], links[len(links)/2:]
	var wait sync.WaitGroup
	for _, half := range [2][]Link{low, high} {
		wait.Go(func() { slices.SortFunc(half, order) })
	}
	wait.Wait()
	for len(low) > 0 || len(high) > 0 {
		from := &low
		if len(low) == 0 || len(high) > 0 && order(high[0], low[0]) < 0 {
			from = &high
		}
		use((*from)[0])
		*from = (*from)[1:]
	}
}

// referenceEntries reads every record's own reference and those it names, and the
// baby's number of a review reference such as 91234/2.
func (g *grouping) referenceEntries() []entry {
	room := func(i int) int { return 1 + len(g.records[i].Cited) }
	return gather(len(g.records), room, func(from, to int, entries []entry) []entry {
		var buf []ref
		for i := from; i < to; i++ {
			entries, buf = g.entriesOf(int32(i), entries, buf)
		}
		return entries
	})
}

func (g *grouping) entriesOf(i int32, entries []entry, buf []ref) ([]entry, []ref) {
	r := &g.records[i]
	for text := range ownParts(r.Own) {
		own, ok := ownRef(text, r.Source, buf)
		if !ok {
			continue
		}
		entries = append(entries, entry{key: own.key(), record: i, own: true, system: r.Source, baby: own.baby})
		if own.baby != 0 && g.number[i] == 0 {
			g.number[i] = own.baby
		}
	}
	buf = buf[:0]
	for _, c := range r.Cited {
		buf = appendRefs(buf, c.Text, c.System)
	}
	var of marks
	if countOf(buf) > g.opts.MaxCitations {
		of = wide
	}
	for k, named := range buf {
		if slices.Index(buf, named) == k { // once each
			entries = append(entries, entry{key: named.key(), record: i, system: named.system, baby: named.baby, marks: of | named.marks})
		}
	}
	return entries, buf
}

// countOf is the largest number of references of one system.
func countOf(refs []ref) int {
	var count [sourceEnd]int
	most := 0
	for _, r := range refs {
		count[r.system]++
		most = max(most, count[r.system])
	}
	return most
}

// key leaves the baby out: 91234 names the review of both twins. It leaves the
// organisation out too: a record may not tell its own.
func (r ref) key() uint64 { return mix(uint64(r.system), r.number) }

// referencePairs lists the pairs of one reference: owners first in the group, then
// those that name it.
func (g *grouping) referencePairs(group []entry, pairs []Link) []Link {
	if len(group) == 1 {
		if !group[0].own {
			g.miss(group[0])
		}
		return pairs
	}
	split := 0
	for split < len(group) && group[split].own {
		split++
	}
	owners, cites := group[:split], group[split:]
	if group[0].system != Datix || g.places.single {
		return g.citePairs(cites, owners, g.ownerPairs(owners, pairs))
	}
	g.byOrganisation(owners)
	g.byOrganisation(cites)
	pairs = g.ownerPairs(owners, pairs)
	for len(cites) > 0 { // a number of each organisation's own
		n := len(cites) - len(g.after(cites, g.organisation(cites[0].record)))
		pairs = g.citePairs(cites[:n], owners, pairs)
		cites = cites[n:]
	}
	return pairs
}

// citePairs ties the records that name one reference to its owners or, where it has
// none here, to each other. A dummy typed to get past a compulsory field ties nothing.
func (g *grouping) citePairs(cites, owners []entry, pairs []Link) []Link {
	dummy := len(cites) > g.opts.MaxCitations && g.widelyNamed(cites)
	owned := false
	for _, c := range cites {
		its := g.ownersFor(owners, c)
		if len(its) == 0 {
			g.miss(c)
		} else {
			owned = true
		}
		pairs = g.namedPairs(c, ofBaby(its, c.baby), dummy, pairs)
	}
	if !owned && !dummy {
		pairs = g.sharedPairs(cites, pairs)
	}
	return pairs
}

// ownerPairs ties records of one system and organisation that have the same
// reference, each to the next, which is enough to make one case of all; of twins'
// reviews every pair is listed.
func (g *grouping) ownerPairs(owners []entry, pairs []Link) []Link {
	for i := range owners {
		for j := i + 1; j < len(owners) && j <= i+g.opts.MaxPerson; j++ {
			a, b := owners[i].record, owners[j].record
			if g.organisation(a) != g.organisation(b) {
				break
			}
			if a == b {
				continue // 48213 and WEB48213 of one record
			}
			if g.number[a] == g.number[b] {
				pairs = append(pairs, g.weigh(a, b, SameReference, owners[i].system))
				break
			}
			pairs = append(pairs, g.weigh(a, b, SiblingReference, owners[i].system))
		}
	}
	return pairs
}

// widelyNamed reports whether more records of one source name the reference than
// would tell of one event.
func (g *grouping) widelyNamed(cites []entry) bool {
	var distinct [sourceEnd][]string // by own reference: a record may stand in several rows
	for _, c := range cites {
		r := &g.records[c.record]
		if r.Own != "" && slices.Contains(distinct[r.Source], r.Own) {
			continue
		}
		distinct[r.Source] = append(distinct[r.Source], r.Own)
		if len(distinct[r.Source]) > g.opts.MaxCitations {
			g.notes.WideReferences++
			return true
		}
	}
	return false
}

// namedPairs ties one naming record to the owners that it can mean.
func (g *grouping) namedPairs(c entry, owners []entry, dummy bool, pairs []Link) []Link {
	from := len(pairs)
	for _, o := range owners {
		if o.record != c.record && len(pairs)-from < maxOwners {
			pairs = append(pairs, g.weighNamed(c, o, dummy))
		}
	}
	if g.severalOwners(pairs[from:]) {
		return pairs[:from+g.chooseOwners(pairs[from:])]
	}
	return pairs
}

func (g *grouping) weighNamed(c, o entry, dummy bool) Link {
	l := g.weigh(c.record, o.record, NamesReference, o.system)
	switch {
	case g.records[c.record].Source == o.system:
		l.Reason = WithinSource
	case (dummy || c.is(wide)) && l.Reason.Joins():
		l.Reason = WideReference
	}
	return l
}

// sharedPairs ties records that name the same reference of a system that holds no
// such record: the export may not have been given.
func (g *grouping) sharedPairs(cites []entry, pairs []Link) []Link {
	for i := range cites {
		for j := i + 1; j < len(cites) && j <= i+g.opts.MaxPerson; j++ {
			a, b := cites[i].record, cites[j].record
			if a == b || g.records[a].Source == g.records[b].Source {
				continue
			}
			l := g.weigh(a, b, SharedCitation, cites[i].system)
			if l.Reason.Joins() && (cites[i].is(wide) || cites[j].is(wide)) {
				l.Reason = WideReference
			}
			pairs = append(pairs, l)
		}
	}
	return pairs
}

// contradictions counts what speaks against one event: numbers of other persons, a
// mother born on another day, incidents of another week. One may be a slip of the
// hand; two are another woman. A review is dated by a death and shows no other week.
func (g *grouping) contradictions(a, b int32, days int) int {
	x, y := &g.records[a], &g.records[b]
	n := 0
	if disjoint(x.NHS, y.NHS) {
		n++
	}
	if g.together(a, b) && disjoint(x.Hospital, y.Hospital) {
		n++
	}
	if x.MotherBorn != 0 && y.MotherBorn != 0 && x.MotherBorn != y.MotherBorn {
		n++
	}
	if days != unknownDays && days > g.opts.IncidentDays && x.Source != PMRT && y.Source != PMRT {
		n++
	}
	return n
}

func disjoint(a, b [2]uint64) bool {
	if a == [2]uint64{} || b == [2]uint64{} {
		return false
	}
	for _, x := range a {
		if x != 0 && (x == b[0] || x == b[1]) {
			return false
		}
	}
	return true
}

// weigh doubts a reference that organisation or dates contradict. DATIX numbers are
// dealt out by each organisation, so that one of an unknown organisation needs the
// dates to agree as well.
func (g *grouping) weigh(a, b int32, r Reason, system Source) Link {
	days := apart(&g.records[a], &g.records[b])
	local := system == Datix && !g.together(a, b)
	switch {
	case g.elsewhere(a, b):
		r = DoubtedPlace
	case days != unknownDays && days > g.opts.ReferenceDays:
		r = DoubtedDates
	case g.contradictions(a, b, days) > 1 || r == SharedCitation && disjoint(g.records[a].NHS, g.records[b].NHS):
		r = DoubtedPerson
	case local && (r == SameReference || days > g.opts.IncidentDays):
		r = PlaceUnknown
	}
	return g.link(a, b, r, days)
}
