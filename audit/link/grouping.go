package link

// A grouping is the cases as they grow: a forest over the records (union-find),
// and for each root what its case holds.
type grouping struct {
	records []Record
	opts    Options
	places  places

	number []uint8 // number of each record's own baby
	parent []int32
	size   []uint8
	holds  []uint8  // bit per source
	babies []uint16 // bit per numbered baby whose review the case holds
	first  []Day    // earliest and latest incident date, PMRT left out: it is dated by a death
	last   []Day

	links, candidates []Link
	unmet             []Unmet
	notes             Notes
	owners            []entry // lent to one group at a time
}

// maxCase is more records than one event has in five systems, duplicates and all.
const maxCase = 16

func newGrouping(records []Record, opts Options) *grouping {
	n := len(records)
	g := &grouping{records: records, opts: opts, places: placesOf(records), parent: make([]int32, n), size: make([]uint8, n),
		holds: make([]uint8, n), babies: make([]uint16, n), number: make([]uint8, n), first: make([]Day, n), last: make([]Day, n)}
	for i := range records {
		r := &records[i]
		g.parent[i], g.size[i], g.holds[i], g.number[i] = int32(i), 1, 1<<r.Source, r.Baby
		if r.Source != PMRT {
			g.first[i], g.last[i] = r.Event, r.Event
		}
	}
	return g
}

func (g *grouping) find(i int32) int32 {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// join makes one case of the two records' cases, or says why not: a system told
// twice is a candidate, unless it is of one telling or reviews two babies.
func (g *grouping) join(l Link) {
	a, b := g.find(l.A), g.find(l.B)
	switch {
	case a == b:
		g.links = append(g.links, l)
	case g.holds[a]&g.holds[b] != 0 && !g.sameTelling(l.Reason, a, b) && !g.siblings(a, b):
		g.doubt(l, taken(l.Reason))
	case int(g.size[a])+int(g.size[b]) > maxCase:
		g.doubt(l, TooLarge)
	default:
		g.links = append(g.links, l)
		g.merge(min(a, b), max(a, b))
	}
}

// taken words the doubt about a system told twice by the evidence for it.
func taken(evidence Reason) Reason {
	if evidence > SiblingReference {
		return SourceTaken
	}
	return NamedBesides
}

// sameTelling allows two records of one system in one case: only by references, and
// only if their incidents lie within the window of one event.
func (g *grouping) sameTelling(r Reason, a, b int32) bool {
	if r > SiblingReference {
		return false
	}
	from, to := g.span(a, b)
	return int(to-from) <= g.opts.IncidentDays
}

// span is the earliest and latest incident date of two cases; 0, 0 where neither has one.
func (g *grouping) span(a, b int32) (from, to Day) {
	from, to = g.first[a], max(g.last[a], g.last[b])
	if from == 0 || g.first[b] != 0 && g.first[b] < from {
		from = g.first[b]
	}
	return from, to
}

func (g *grouping) merge(root, child int32) {
	g.first[root], g.last[root] = g.span(root, child)
	g.parent[child] = root
	g.size[root] += g.size[child]
	g.holds[root] |= g.holds[child]
	g.babies[root] |= g.babies[child]
}

func (g *grouping) doubt(l Link, why Reason) {
	l.Reason = why
	g.candidates = append(g.candidates, l)
}

// countBabies notes the baby of each review, once the references are read.
func (g *grouping) countBabies() {
	for i, n := range g.number {
		if n != 0 && g.records[i].Source == PMRT {
			g.babies[i] = 1 << n
		}
	}
}

// siblings reports two cases that have nothing in common but the reviewing system,
// and hold its reviews of different babies.
func (g *grouping) siblings(a, b int32) bool {
	return g.holds[a]&g.holds[b] == 1<<PMRT && g.babies[a] != 0 && g.babies[b] != 0 && g.babies[a]&g.babies[b] == 0
}
