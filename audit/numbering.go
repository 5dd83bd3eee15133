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
	stating   map[stating]int             // records by what states their organisation
	first     []*incidents.Record         // of each stating
	days      map[field.Day]bool          // of the records
	shownAs   map[string]string           // folded name to the spelling shown, once all are counted
	folded    map[string]string           // names folded so far
	periods   map[string]bool
}

// A stating is what states a record's organisation: its sheet and the text of its
// column. A million records have a few.
type stating struct {
	sheet *incidents.Sheet
	text  uint32
	state incidents.State
}

func (n *numbering) statingOf(r *incidents.Record) stating {
	t, state := r.TextNumber(n.field)
	return stating{r.Sheet, t, state}
}

func newNumbering(of int, stated map[*incidents.Sheet]string, p project.Project) *numbering {
	n := &numbering{field: of, stated: stated, fallback: p.Organisation, alias: map[string]string{}, texts: map[uint32]string{},
		spellings: map[string]map[string]int{}, shownAs: map[string]string{}, folded: map[string]string{}, periods: map[string]bool{},
		stating: map[stating]int{}, days: map[field.Day]bool{}}
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

// note counts a record. The first of those whose organisation is stated alike tells
// how it is spelt.
func (n *numbering) note(r *Record) {
	s := n.statingOf(r.Record)
	if n.stating[s]++; n.stating[s] == 1 {
		n.first = append(n.first, r.Record)
	}
	n.days[when(r)] = true
}

// spell counts the spellings of each organisation.
func (n *numbering) spell() {
	for _, r := range n.first {
		name, key := n.organisation(r), n.owner(r)
		if n.spellings[key] == nil {
			n.spellings[key] = map[string]int{}
		}
		n.spellings[key][name] += n.stating[n.statingOf(r)]
	}
}

func (n *numbering) settle(records []*Record) (organisations, periods []string) {
	n.spell()
	n.agree()
	for d := range n.days {
		n.periods[incidents.QuarterOf(d).Name] = true
	}
	names := map[string]bool{}
	for _, name := range n.shownAs {
		names[name] = true
	}
	organisations, periods = sorted(names), sorted(n.periods)
	org, per := positions(organisations), positions(periods)
	organisationOf, periodOf := map[stating]uint16{}, map[field.Day]uint16{}
	for _, r := range n.first {
		organisationOf[n.statingOf(r)] = org[n.organisation(r)]
	}
	for d := range n.days {
		periodOf[d] = per[incidents.QuarterOf(d).Name]
	}
	for _, r := range records {
		r.Organisation, r.Period = organisationOf[n.statingOf(r.Record)], periodOf[when(r)]
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
