package merge

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/incidents/reference"
)

// Rows puts together the rows that tell of one record, in place. It returns every
// record that has a line in the output, in the order of files and rows: the records
// themselves, and the ones that are superseded or repeated, which carry the reason.
// Rows of other persons are reached through their record. Alike are the records whose
// reference differs from another's only in noughts or a prefix, though one sheet has
// both.
//
// Rows belong together when source and own reference agree, and for DATIX, whose
// numbers each trust gives out for itself, the organisation too, under the one name
// that owner gives it however the exports spell it; without an owner the row's own
// column counts. Two spellings in one sheet are two references there. Rows of two
// sheets that differ in the date and in another lasting fact are of two records all
// the same.
//
// What the listener heard in the rows of one record is joined; it may be nil.
func Rows(r *incidents.Reader, rows []*incidents.Record, l incidents.Listener, owner func(*incidents.Record) string) (records, alike []*incidents.Record) {
	m := merger{reader: r, listener: l, seed: maphash.MakeSeed(), owners: map[owning]string{}}
	m.fields, m.owner = numberFields(r.Catalogue), owner
	if m.owner == nil {
		m.owner = m.named
	}
	groups := map[*incidents.Record][]*incidents.Record{}
	out := make([]*incidents.Record, 0, len(rows))
	firsts := firstsOf(m.keys(rows))
	for i, row := range rows {
		if int(firsts[i]) == i {
			out = append(out, row)
			continue
		}
		head := rows[firsts[i]]
		if groups[head] == nil {
			groups[head] = []*incidents.Record{head}
		}
		groups[head] = append(groups[head], row)
	}
	return m.settle(out, groups), m.alike
}

type merger struct {
	reader   *incidents.Reader
	listener incidents.Listener
	seed     maphash.Seed
	owners   map[owning]string
	fields   fieldNumbers
	owner    func(*incidents.Record) string
	alike    []*incidents.Record
}

// named gives the organisation that the row itself names.
func (m *merger) named(row *incidents.Record) string {
	text, _ := row.Text(m.fields.organisation)
	return field.Fold(text)
}

// roleOf reads the role and the kind of person together: a member of staff may be
// the one affected, and "patient" beside "mother" is the mother.
func (m *merger) roleOf(row *incidents.Record) incidents.Role {
	role, played := row.Text(m.fields.role)
	kind, told := row.Text(m.fields.kind)
	if played == incidents.Present || told == incidents.Present {
		return together(roleOf(role), roleOf(kind))
	}
	if text, state := row.Text(m.fields.ageRange); state == incidents.Present {
		return roleOfAge(text)
	}
	return incidents.Unnamed
}

// key hashes what makes rows one record. Two references that fold alike are one:
// "2026/04821" and "2026/4821".
func (m *merger) key(row *incidents.Record) (uint64, bool) {
	ref := row.Reference()
	if ref == "" {
		return 0, false
	}
	var h maphash.Hash
	h.SetSeed(m.seed)
	h.WriteString(row.Source())
	switch row.Source() {
	case "datix":
		h.WriteString(m.owners[m.owningOf(row)])
	case "mnsi", "pmrt":
		if reference.OfLine(ref) { // a line number of one tracker, not a national reference
			h.WriteString(row.Sheet.File)
		}
	}
	h.WriteByte(0)
	h.WriteString(reference.Fold(ref))
	return h.Sum64(), true
}

// settle decides each group: its first row gives way to the record made of the
// group and to the rows that keep a line of their own.
func (m *merger) settle(out []*incidents.Record, groups map[*incidents.Record][]*incidents.Record) []*incidents.Record {
	kept := out[:0]
	for _, r := range out {
		group := groups[r]
		if group == nil {
			kept = append(kept, r)
		}
	}
	for _, head := range sortedHeads(groups) {
		spelt := spellings(groups[head])
		for _, rows := range spelt {
			for _, part := range m.apart(rows) {
				principal, left := m.decide(part)
				kept = append(append(kept, principal), left...)
				if len(spelt) > 1 {
					m.alike = append(m.alike, principal)
				}
			}
		}
	}
	for _, r := range kept {
		m.silence(r)
	}
	slices.SortFunc(kept, compareRecords)
	return kept
}

// silence empties what a member of staff or a witness says of herself where no row
// of the incident is about the woman or her baby: it would be taken for theirs.
func (m *merger) silence(r *incidents.Record) {
	if r.Role != incidents.Bystander {
		return
	}
	for f, personal := range m.fields.personal {
		if personal && f != m.fields.role && f != m.fields.kind {
			r.Forget(f)
		}
	}
}

func sortedHeads(groups map[*incidents.Record][]*incidents.Record) []*incidents.Record {
	heads := make([]*incidents.Record, 0, len(groups))
	for head := range groups {
		heads = append(heads, head)
	}
	slices.SortFunc(heads, compareRecords)
	return heads
}

func compareRecords(a, b *incidents.Record) int {
	return cmp.Or(cmp.Compare(a.Sheet.Number, b.Sheet.Number), cmp.Compare(a.Row, b.Row))
}

// decide makes one record of a group and gives the rows that keep a line of
// their own, with the reason.
func (m *merger) decide(group []*incidents.Record) (principal *incidents.Record, left []*incidents.Record) {
	switch group[0].Source() {
	case "steis":
		principal = newestVersion(group)
		return principal, m.leave(group, principal)
	case "lfpse":
		return m.patients(group)
	case "datix":
		return m.persons(group)
	}
	return group[0], leave(group[1:], incidents.Duplicate, group[0])
}

// newest gives the row with the highest rank; the first of equals.
func newest(group []*incidents.Record, rank func(*incidents.Record) int) *incidents.Record {
	best := group[0]
	for _, r := range group[1:] {
		if rank(r) > rank(best) {
			best = r
		}
	}
	return best
}

// leave marks the other rows: superseded where a later version was known by its
// date, duplicates where nothing tells the versions apart. Of those, one that does not
// contradict the principal fills its blanks, the last changed before the others.
func (m *merger) leave(group []*incidents.Record, principal *incidents.Record) []*incidents.Record {
	var left []*incidents.Record
	for _, r := range slices.SortedStableFunc(slices.Values(group), byChange) {
		switch {
		case r == principal:
		case newer(principal, r):
			left = append(left, leave([]*incidents.Record{r}, incidents.Superseded, principal)...)
		default:
			if !m.contradict(r, principal) {
				m.fill(principal, r)
			}
			left = append(left, leave([]*incidents.Record{r}, incidents.Duplicate, principal)...)
		}
	}
	return left
}

// contradict tells whether two rows differ in the date or in a lasting fact.
func (m *merger) contradict(a, b *incidents.Record) bool {
	date, facts := LastingFields(m.reader.Catalogue, a.Source())
	return slices.ContainsFunc(append(facts, date), func(f int) bool { return Differ([]*incidents.Record{a}, []*incidents.Record{b}, f) })
}

func leave(rows []*incidents.Record, why incidents.Left, of *incidents.Record) []*incidents.Record {
	for _, r := range rows {
		r.Leave(why, of)
	}
	return rows
}

func (m *merger) number(r *incidents.Record, f int) int {
	text, _ := r.Text(f)
	n, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(text), ".0"))
	return n
}
