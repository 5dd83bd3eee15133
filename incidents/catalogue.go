package incidents

import "siequity/incidents/field"

// A Catalogue numbers the fields of several tables, so that a record can be
// asked for a field by number: a million records are asked for dozens each.
type Catalogue struct {
	fields []field.Field
	index  map[string]int
}

// NewCatalogue numbers the fields of the tables in the order they first appear.
func NewCatalogue(tables []field.Table) *Catalogue {
	c := &Catalogue{index: map[string]int{}}
	for _, t := range tables {
		for _, f := range t.Fields {
			if _, known := c.index[f.Name]; !known {
				c.index[f.Name] = len(c.fields)
				c.fields = append(c.fields, f)
			}
		}
	}
	return c
}

// Fields lists the fields by number.
func (c *Catalogue) Fields() []field.Field { return c.fields }

// Index gives the number of a field, or -1 for a name that no table has.
func (c *Catalogue) Index(name string) int {
	if i, ok := c.index[name]; ok {
		return i
	}
	return -1
}

// Every kept field of a row takes one slot of four bytes; those that hold an
// identifier for linkage or a postcode take two.
func width(f field.Field) int {
	switch {
	case f.Kind == field.Narrative || f.Name == field.Dropped:
		return 0
	case f.Kind == field.Person && f.Name != "date_of_birth":
		return 2
	}
	return 1
}

// A layout says which slot of a sheet's records holds each field of the
// catalogue: -1 when the sheet has no such column.
type layout struct {
	slot []int16
	size int
	// changed is the slot of the days on which the record was changed, and clock that of
	// the time on the last of them; -1 without such a column.
	changed, clock int16
}

func newLayout(c *Catalogue, t field.Table, m field.Mapping) layout {
	l := layout{slot: make([]int16, len(c.fields)), changed: -1, clock: -1}
	for i := range l.slot {
		l.slot[i] = -1
	}
	for _, col := range m.Columns {
		if col.Field < 0 {
			continue
		}
		i := c.Index(t.Fields[col.Field].Name)
		if w := width(c.fields[i]); w > 0 && l.slot[i] < 0 {
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
