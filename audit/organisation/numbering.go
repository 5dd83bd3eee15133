package organisation

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"siequity/audit/project"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
)

// Names gives organisations and periods numbers in the order of their names,
// so that small keys stand for them.
type Names struct {
	field     int
	ofSheet   map[*incidents.Sheet]string // by siequity.yaml; wins over the column
	fallback  string                      // where neither says
	alias     map[string]string           // fullName to the name shown
	loose     map[string]string           // the same by trustName, where that is one name's
	trusts    map[string]bool             // codes of trusts, as far as they occur
	texts     map[uint32]string           // organisation by the number of its text
	spellings map[string]map[string]int   // folded name to its spellings, counted
	stating   map[stating]int             // records by what states their organisation
	first     []*incidents.Record         // of each stating
	days      map[field.Day]bool          // of the records
	shownAs   map[string]string           // key to the spelling shown, once all are counted
	folded    map[string]string           // keys of names found so far
	periods   map[string]bool
	surplus   []string // names that no number was left for, in order
}

// A stating is what states a record's organisation: its sheet and the text of its
// column. A million records have a few.
type stating struct {
	sheet *incidents.Sheet
	text  uint32
	state incidents.State
}

func (n *Names) statingOf(r *incidents.Record) stating {
	t, state := r.TextNumber(n.field)
	return stating{r.Sheet, t, state}
}

// New takes what siequity.yaml says of organisations: stated gives those of whole
// sheets, and of is the number of the field that names one in the others.
func New(of int, stated map[*incidents.Sheet]string, p project.Project) *Names {
	n := &Names{field: of, ofSheet: stated, loose: map[string]string{}, trusts: map[string]bool{}, fallback: p.Organisation, alias: map[string]string{}, texts: map[uint32]string{},
		spellings: map[string]map[string]int{}, shownAs: map[string]string{}, folded: map[string]string{}, periods: map[string]bool{},
		stating: map[stating]int{}, days: map[field.Day]bool{}}
	names := slices.Sorted(maps.Keys(p.Organisations)) // the order of a map would decide between two that fold alike
	for _, name := range names {
		n.state(name, name)
	}
	for _, name := range names {
		for _, o := range p.Organisations[name] {
			n.state(o, name)
		}
	}
	return n
}

// state notes that siequity.yaml shows one name as another; the first to claim a name
// keeps it. Where it tells two names apart that differ in the kind of trust alone, no
// other form is taken for either.
func (n *Names) state(name, shown string) {
	full := fullName(name)
	if _, claimed := n.alias[full]; !claimed {
		n.alias[full] = shown
	}
	key := trustName(name)
	if other, known := n.loose[key]; known && other != shown {
		shown = ""
	}
	n.loose[key] = shown
	n.see(name)
}

// see remembers the code of a trust, so that its sites are known by theirs.
func (n *Names) see(name string) {
	if trustCode(name) {
		n.trusts[strings.ToUpper(name)] = true
	}
}

// Survey looks for the codes of trusts before any organisation is told from another.
func (n *Names) Survey(records []*incidents.Record) {
	n.see(n.fallback)
	for _, name := range n.ofSheet {
		n.see(name)
	}
	seen := map[uint32]bool{}
	for _, r := range records {
		if t, state := r.TextNumber(n.field); state == incidents.Present && !seen[t] {
			seen[t] = true
			text, _ := r.Text(n.field)
			n.see(strings.TrimSpace(text))
		}
	}
}

// siteOf gives the trust of a site that is known by its code; a name that
// siequity.yaml gives it comes first.
func (n *Names) siteOf(name string) (trust string, ok bool) {
	if _, ok := n.alias[fullName(name)]; ok {
		return "", false
	}
	trust, ok = siteOf(name)
	return trust, ok && n.trusts[trust]
}

// Unstated is the organisation of records whose export does not say and for which
// siequity.yaml does not either.
const Unstated = "(organisation not stated)"

func (n *Names) organisation(r *incidents.Record) string {
	t, state := r.TextNumber(n.field)
	if n.ofSheet[r.Sheet] != "" || state != incidents.Present {
		return n.Shown(n.written(r))
	}
	name, known := n.texts[t]
	if !known {
		name = n.Shown(n.written(r))
		n.texts[t] = name
	}
	return name
}

// written gives a record's organisation as its sheet, its own column or siequity.yaml
// names it.
func (n *Names) written(r *incidents.Record) string {
	if s := n.ofSheet[r.Sheet]; s != "" {
		return s
	}
	if text, state := r.Text(n.field); state == incidents.Present {
		return strings.Join(strings.Fields(text), " ")
	}
	return cmp.Or(n.fallback, Unstated)
}

// Owner tells two trusts apart for merging rows, however each export spells them.
// A million rows name a few trusts, so each name is folded once.
func (n *Names) Owner(r *incidents.Record) string {
	name := n.organisation(r)
	key, known := n.folded[name]
	if !known {
		key = n.key(name)
		n.folded[name] = key
	}
	return key
}

// statedKey begins the keys of organisations that siequity.yaml names.
const statedKey = "stated:"

// key is the same for all names of one organisation.
func (n *Names) key(name string) string {
	if s := n.given(name); s != "" {
		return statedKey + field.Fold(s)
	}
	if trust, ok := n.siteOf(name); ok {
		return n.key(trust)
	}
	return trustName(name)
}

// given is the name that siequity.yaml gives an organisation, or "".
func (n *Names) given(name string) string {
	if s, ok := n.alias[fullName(name)]; ok {
		return s
	}
	return n.loose[trustName(name)]
}

// Shown gives the name under which an organisation is shown: the one that
// siequity.yaml gives it, or else the commonest of the forms that mean it.
func (n *Names) Shown(name string) string {
	if trust, ok := n.siteOf(name); ok {
		return n.Shown(trust)
	}
	if s := n.given(name); s != "" {
		return s
	}
	if s, ok := n.shownAs[n.key(name)]; ok {
		return s
	}
	return name
}

// agree chooses the spelling of each organisation; of equals, the first in order.
func (n *Names) agree() {
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

// Note counts a record. The first of those whose organisation is stated alike tells
// how it is spelt.
func (n *Names) Note(r *record.Record) {
	s := n.statingOf(r.Record)
	if n.stating[s]++; n.stating[s] == 1 {
		n.first = append(n.first, r.Record)
	}
	n.days[r.When()] = true
}

// spell counts the spellings of each organisation.
func (n *Names) spell() {
	for _, r := range n.first {
		name, key := n.organisation(r), n.Owner(r)
		if n.spellings[key] == nil {
			n.spellings[key] = map[string]int{}
		}
		n.spellings[key][name] += n.stating[n.statingOf(r)]
	}
}
