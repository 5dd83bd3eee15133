package audit

import (
	"slices"
	"strings"

	"siequity/audit/project"
	"siequity/incidents"
	"siequity/incidents/field"
)

// numbering gives organisations and periods numbers in the order of their names,
// so that small keys stand for them.
type numbering struct {
	field     int
	stated    map[*incidents.Sheet]string // by siequity.yaml; wins over the column
	fallback  string                      // where neither says
	alias     map[string]string           // folded name or code to the name shown
	texts     map[uint32]string           // organisation by the number of its text
	spellings map[string]map[string]int   // folded name to its spellings, counted
	shownAs   map[string]string           // folded name to the spelling shown, once all are counted
	folded    map[string]string           // names folded so far
	periods   map[string]bool
	quarters  map[field.Day]string
}

func newNumbering(of int, stated map[*incidents.Sheet]string, p project.Project) *numbering {
	n := &numbering{field: of, stated: stated, fallback: p.Organisation, alias: map[string]string{}, texts: map[uint32]string{},
		spellings: map[string]map[string]int{}, shownAs: map[string]string{}, folded: map[string]string{}, periods: map[string]bool{}, quarters: map[field.Day]string{}}
	for name, others := range p.Organisations {
		n.alias[field.Fold(name)] = name
		for _, o := range others {
			n.alias[field.Fold(o)] = name
		}
	}
	return n
}

// Unstated is the organisation of records whose export does not say and for which
// siequity.yaml does not either.
const Unstated = "(organisation not stated)"

func (n *numbering) organisation(r *incidents.Record) string {
	if s := n.stated[r.Sheet]; s != "" {
		return n.shown(s)
	}
	if t, state := r.TextNumber(n.field); state == incidents.Present {
		name, known := n.texts[t]
		if !known {
			text, _ := r.Text(n.field)
			name = n.shown(strings.Join(strings.Fields(text), " "))
			n.texts[t] = name
		}
		return name
	}
	if n.fallback != "" {
		return n.shown(n.fallback)
	}
	return Unstated
}

// owner tells two trusts apart for merging rows, however each export spells them.
// A million rows name a few trusts, so each name is folded once.
func (n *numbering) owner(r *incidents.Record) string {
	name := n.organisation(r)
	key, known := n.folded[name]
	if !known {
		key = field.Fold(name)
		n.folded[name] = key
	}
	return key
}

// shown gives the name under which an organisation is shown: the one that
// siequity.yaml gives it, or else the commonest of spellings that differ only in
// capitals and punctuation.
func (n *numbering) shown(name string) string {
	key := field.Fold(name)
	if s, ok := n.alias[key]; ok {
		return s
	}
	if s, ok := n.shownAs[key]; ok {
		return s
	}
	return name
}

// agree chooses the spelling of each organisation; of equals, the first in order.
func (n *numbering) agree() {
	for key, counts := range n.spellings {
		best := ""
		for name, count := range counts {
			if c := counts[best]; best == "" || count > c || count == c && name < best {
				best = name
			}
		}
		n.shownAs[key] = best
	}
	clear(n.texts)
}

// quarter names the quarter of a record; most days come many times.
func (n *numbering) quarter(r *Record) string {
	d := when(r)
	name, known := n.quarters[d]
	if !known {
		name = incidents.QuarterOf(d).Name
		n.quarters[d] = name
	}
	return name
}

func (n *numbering) note(r *Record) {
	name := n.organisation(r.Record)
	key := n.owner(r.Record)
	if n.spellings[key] == nil {
		n.spellings[key] = map[string]int{}
	}
	n.spellings[key][name]++
	n.periods[n.quarter(r)] = true
}

func (n *numbering) settle(records []*Record) (organisations, periods []string) {
	n.agree()
	names := map[string]bool{}
	for _, name := range n.shownAs {
		names[name] = true
	}
	organisations, periods = sorted(names), sorted(n.periods)
	org, per := positions(organisations), positions(periods)
	for _, r := range records {
		r.Organisation = org[n.organisation(r.Record)]
		r.Period = per[n.quarter(r)]
	}
	return organisations, periods
}

func sorted(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

func positions(names []string) map[string]uint16 {
	out := map[string]uint16{}
	for i, n := range names {
		out[n] = uint16(i)
	}
	return out
}
