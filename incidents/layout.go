package incidents

import "siequity/incidents/field"

// Width gives how many slots of four bytes the value of a field takes: 1; 2 for an
// identifier for linkage or a postcode, which is packed; 0 for a field that is not kept.
func Width(f field.Field) int {
	switch {
	case f.Kind == field.Narrative || f.Name == field.Dropped:
		return 0
	case f.Kind == field.Person && f.Name != "date_of_birth":
		return 2
	}
	return 1
}

// A Layout says which slot of a sheet's records holds each field of the
// catalogue: -1 when the sheet has no such column.
type Layout struct {
	slot []int16
	size int
	// changed is the slot of the days on which the record was changed, and clock that of
	// the time on the last of them; -1 without such a column.
	changed, clock int16
}

func newLayout(c *Catalogue, t field.Table, m field.Mapping) Layout {
	l := Layout{slot: make([]int16, len(c.fields)), changed: -1, clock: -1}
	for i := range l.slot {
		l.slot[i] = -1
	}
	for _, col := range m.Columns {
		if col.Field < 0 {
			continue
		}
		i := c.Index(t.Fields[col.Field].Name)
		if w := Width(c.fields[i]); w > 0 && l.slot[i] < 0 {
			l.slot[i] = int16(l.size)
			l.size += w
		}
		if at := l.slot[i]; c.fields[i].Kind == field.DateList && at >= 0 && l.changed < 0 {
			l.changed, l.clock = at, int16(l.size)
			l.size++
		}
	}
	return l
}

// Slot gives the slot of field f of the catalogue, the first if it takes two, or -1.
func (l *Layout) Slot(f int) int { return int(l.slot[f]) }

// Size gives how many slots a record of the sheet takes.
func (l *Layout) Size() int { return l.size }

// Clock gives the slot of the time of the last change, see [Record.Changed], or -1.
func (l *Layout) Clock() int { return int(l.clock) }
