package merge

import (
	"slices"

	"siequity/incidents"
)

// patients keeps the latest revision of an LFPSE event and joins its patients.
func (m *merger) patients(group []*incidents.Record) (*incidents.Record, []*incidents.Record) {
	last := m.number(newest(group, func(r *incidents.Record) int { return m.number(r, m.fields.revision) }), m.fields.revision)
	var current, older []*incidents.Record
	for _, r := range group {
		if m.number(r, m.fields.revision) == last {
			current = append(current, r)
		} else {
			older = append(older, r)
		}
	}
	return m.joined(current, older, incidents.Superseded)
}

// persons joins the person rows of a DATIX incident within each sheet. The same
// incident in a second file is a repeat: quarters overlap when people export them.
func (m *merger) persons(group []*incidents.Record) (*incidents.Record, []*incidents.Record) {
	var here, elsewhere []*incidents.Record
	for _, r := range group {
		if r.Sheet == group[0].Sheet {
			here = append(here, r)
		} else {
			elsewhere = append(elsewhere, r)
		}
	}
	return m.joined(here, elsewhere, incidents.Duplicate)
}

// joined joins the rows that count, without their repeats, and leaves the others out.
func (m *merger) joined(rows, others []*incidents.Record, why incidents.Left) (principal *incidents.Record, left []*incidents.Record) {
	rows, twice := m.distinct(rows)
	principal = m.join(rows)
	return principal, append(leave(others, why, principal), leave(twice, incidents.Duplicate, principal)...)
}

// distinct parts rows from their exact repeats.
func (m *merger) distinct(rows []*incidents.Record) (kept, twice []*incidents.Record) {
	for _, r := range rows {
		if slices.ContainsFunc(kept, func(k *incidents.Record) bool { return k.Sheet == r.Sheet && m.same(k, r) }) {
			twice = append(twice, r)
		} else {
			kept = append(kept, r)
		}
	}
	return kept, twice
}

// same compares two rows of a sheet field by field.
func (m *merger) same(a, b *incidents.Record) bool {
	for f := range m.fields.personal {
		if !a.Equal(b, f) {
			return false
		}
	}
	return true
}

// join makes one record: the row of the woman leads, values of the event that it
// lacks come from the others, and what was heard is joined.
func (m *merger) join(rows []*incidents.Record) *incidents.Record {
	principal := newest(rows, func(r *incidents.Record) int { return int(r.Role) })
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
		last.Follow(r)
		last = r
	}
	return principal
}

// fill copies into blanks: of the event from any row, of the person only from a
// row about the same person.
func (m *merger) fill(to, from *incidents.Record) {
	if to.Sheet != from.Sheet {
		return
	}
	for f, personal := range m.fields.personal {
		if !personal || to.Role == from.Role {
			to.Fill(from, f)
		}
	}
}
