package incidents

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

	"siequity/incidents/field"
)

// Merge puts together the rows that tell of one record, in place. It returns
// every record that has a line in the output, in the order of files and rows:
// the records themselves, and the ones that are superseded or repeated, which
// carry the reason. Rows of other persons are reached through their record.
//
// Rows belong together when source and own reference agree, and for DATIX,
// whose numbers each trust gives out for itself, the organisation too, as
// [Reader.Owner] tells it. Two spellings in one sheet are two references there. Rows of two sheets that differ in the date and in
// another lasting fact are of two records all the same.
func (r *Reader) Merge(rows []*Record, l Listener) []*Record {
	m := merger{reader: r, listener: l, seed: maphash.MakeSeed(), owners: map[owning]string{}}
	m.fields, m.owner = newMergeFields(r.Catalogue), r.Owner
	if m.owner == nil {
		m.owner = m.named
	}
	groups := map[*Record][]*Record{}
	out := make([]*Record, 0, len(rows))
	firsts := firstsOf(m.keys(rows))
	for i, row := range rows {
		if int(firsts[i]) == i {
			out = append(out, row)
			continue
		}
		head := rows[firsts[i]]
		if groups[head] == nil {
			groups[head] = []*Record{head}
		}
		groups[head] = append(groups[head], row)
	}
	return m.settle(out, groups)
}

type merger struct {
	reader   *Reader
	listener Listener
	seed     maphash.Seed
	owners   map[owning]string
	fields   mergeFields
	owner    func(*Record) string
}

// named gives the organisation that the row itself names.
func (m *merger) named(row *Record) string {
	text, _ := row.Text(m.fields.organisation)
	return field.Fold(text)
}

// mergeFields are the catalogue numbers that merging asks for.
type mergeFields struct {
	organisation, role, kind, revision, patient, ageRange int
	personal                                              []bool // fields that belong to a person
}

// personal names the fields that speak of a person rather than of the event.
var personal = []string{"ethnicity", "ethnicity_lfpse", "language", "interpreter_need", "interpreter_used", "religion", "disability", "imd", "lsoa", "postcode",
	"nhs_number", "hospital_number", "date_of_birth", "age", "age_range", "gender", "harm_physical", "harm_psychological", "person_role", "person_type", "patient_sequence"}

// Personal tells whether field f speaks of a person rather than of the event.
func Personal(c *Catalogue, f int) bool { return f >= 0 && slices.Contains(personal, c.fields[f].Name) }

func newMergeFields(c *Catalogue) mergeFields {
	f := mergeFields{organisation: c.Index("organisation"), role: c.Index("person_role"), kind: c.Index("person_type"), revision: c.Index("revision"),
		patient: c.Index("patient_sequence"), ageRange: c.Index("age_range"), personal: make([]bool, len(c.fields))}
	for _, name := range personal {
		if i := c.Index(name); i >= 0 {
			f.personal[i] = true
		}
	}
	return f
}

// roleOf reads the role and the kind of person together: a member of staff may be
// the one affected, and "patient" beside "mother" is the mother.
func (m *merger) roleOf(row *Record) Role {
	role, played := row.Text(m.fields.role)
	kind, told := row.Text(m.fields.kind)
	if played == Present || told == Present {
		return together(roleOf(role), roleOf(kind))
	}
	if text, state := row.Text(m.fields.ageRange); state == Present {
		return roleOfAge(text)
	}
	return Unnamed
}

// key hashes what makes rows one record. Two references that fold alike are one:
// "2026/04821" and "2026/4821".
func (m *merger) key(row *Record) (uint64, bool) {
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
		if len(withoutDecimals(ref)) < 4 { // a line number of one tracker, not a national reference
			h.WriteString(row.Sheet.File)
		}
	}
	h.WriteByte(0)
	h.WriteString(FoldReference(ref))
	return h.Sum64(), true
}

// settle decides each group: its first row gives way to the record made of the
// group and to the rows that keep a line of their own.
func (m *merger) settle(out []*Record, groups map[*Record][]*Record) []*Record {
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
					m.reader.alike = append(m.reader.alike, principal)
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
func (m *merger) silence(r *Record) {
	if r.Role != Bystander {
		return
	}
	for f, personal := range m.fields.personal {
		if personal && f != m.fields.role && f != m.fields.kind {
			r.Forget(f)
		}
	}
}

func sortedHeads(groups map[*Record][]*Record) []*Record {
	heads := make([]*Record, 0, len(groups))
	for head := range groups {
		heads = append(heads, head)
	}
	slices.SortFunc(heads, compareRecords)
	return heads
}

func compareRecords(a, b *Record) int {
	return cmp.Or(cmp.Compare(a.Sheet.Number, b.Sheet.Number), cmp.Compare(a.Row, b.Row))
}

// decide makes one record of a group and gives the rows that keep a line of
// their own, with the reason.
func (m *merger) decide(group []*Record) (principal *Record, left []*Record) {
	switch group[0].Source() {
	case "steis":
		principal = newestVersion(group)
		return principal, m.leave(group, principal)
	case "lfpse":
		return m.patients(group)
	case "datix":
		return m.persons(group)
	}
	return group[0], leave(group[1:], Duplicate, group[0])
}

// newest gives the row with the highest rank; the first of equals.
func newest(group []*Record, rank func(*Record) int) *Record {
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
func (m *merger) leave(group []*Record, principal *Record) []*Record {
	var left []*Record
	for _, r := range slices.SortedStableFunc(slices.Values(group), byChange) {
		switch {
		case r == principal:
		case principal.newerThan(r):
			left = append(left, leave([]*Record{r}, Superseded, principal)...)
		default:
			if !m.contradict(r, principal) {
				m.fill(principal, r)
			}
			left = append(left, leave([]*Record{r}, Duplicate, principal)...)
		}
	}
	return left
}

// contradict tells whether two rows differ in the date or in a lasting fact.
func (m *merger) contradict(a, b *Record) bool {
	date, facts := m.reader.Catalogue.LastingFields(a.Source())
	return slices.ContainsFunc(append(facts, date), func(f int) bool { return Differ([]*Record{a}, []*Record{b}, f) })
}

func leave(rows []*Record, why Left, of *Record) []*Record {
	for _, r := range rows {
		r.Leave(why, of)
	}
	return rows
}

func (m *merger) number(r *Record, f int) int {
	text, _ := r.Text(f)
	n, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(text), ".0"))
	return n
}
