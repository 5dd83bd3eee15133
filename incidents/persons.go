package incidents

import (
	"slices"

	"siequity/incidents/field"
)

// patients keeps the latest revision of an LFPSE event and joins its patients.
func (m *merger) patients(group []*Record) (*Record, []*Record) {
	last := m.number(newest(group, func(r *Record) int { return m.number(r, m.fields.revision) }), m.fields.revision)
	var current, older []*Record
	for _, r := range group {
		if m.number(r, m.fields.revision) == last {
			current = append(current, r)
		} else {
			older = append(older, r)
		}
	}
	return m.joined(current, older, Superseded)
}

// persons joins the person rows of a DATIX incident within each sheet. The same
// incident in a second file is a repeat: quarters overlap when people export them.
func (m *merger) persons(group []*Record) (*Record, []*Record) {
	var here, elsewhere []*Record
	for _, r := range group {
		if r.Sheet == group[0].Sheet {
			here = append(here, r)
		} else {
			elsewhere = append(elsewhere, r)
		}
	}
	return m.joined(here, elsewhere, Duplicate)
}

// joined joins the rows that count, without their repeats, and leaves the others out.
func (m *merger) joined(rows, others []*Record, why Left) (principal *Record, left []*Record) {
	rows, twice := m.distinct(rows)
	principal = m.join(rows)
	return principal, append(leave(others, why, principal), leave(twice, Duplicate, principal)...)
}

// distinct parts rows from their exact repeats.
func (m *merger) distinct(rows []*Record) (kept, twice []*Record) {
	for _, r := range rows {
		if slices.ContainsFunc(kept, func(k *Record) bool { return k.Sheet == r.Sheet && m.same(k, r) }) {
			twice = append(twice, r)
		} else {
			kept = append(kept, r)
		}
	}
	return kept, twice
}

// same compares slot by slot. References lie at their own place each, so they are
// compared by text.
func (m *merger) same(a, b *Record) bool {
	va, vb := a.slots(), b.slots()
	for f, at := range a.Sheet.layout.slot {
		if at < 0 {
			continue
		}
		end := int(at) + width(m.reader.Catalogue.fields[f])
		if slices.Equal(va[at:end], vb[at:end]) {
			continue
		}
		ta, _ := a.Text(f)
		tb, _ := b.Text(f)
		if k := m.reader.kind(f); k != field.Reference || ta != tb || ta == "" {
			return false
		}
	}
	return true
}

// join makes one record: the row of the woman leads, values of the event that it
// lacks come from the others, and what was heard is joined.
func (m *merger) join(rows []*Record) *Record {
	principal := newest(rows, func(r *Record) int { return int(r.part) })
	last := principal
	for _, r := range rows {
		if r == principal {
			continue
		}
		m.fill(principal, r)
		principal.Rows += r.Rows
		if m.listener != nil {
			principal.Heard = m.listener.Join(principal.Heard, r.Heard)
		}
		last.other, last = r, r
	}
	return principal
}

// fill copies into blanks: of the event from any row, of the person only from a
// row about the same person.
func (m *merger) fill(to, from *Record) {
	if to.Sheet != from.Sheet {
		return
	}
	into, values := to.slots(), from.slots()
	for f, at := range to.Sheet.layout.slot {
		if at < 0 || m.fields.personal[f] && to.part != from.part {
			continue
		}
		for w := range width(m.reader.Catalogue.fields[f]) {
			if i := int(at) + w; into[i] == 0 {
				into[i] = values[i]
			}
		}
	}
}
