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
