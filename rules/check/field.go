package check

import (
	"fmt"
	"strings"

	"siequity/rules/document"
)

// FieldKind is what sort of value a field holds.
type FieldKind uint8

// The kinds. Answer is yes, no and the like; Person identifies somebody and is
// never printed.
const (
	Words FieldKind = iota
	Identifier
	Narrative
	Date
	Number
	Code
	Answer
	Person
	Truth
)

// Field is one field of a record, as the caller's field table describes it.
type Field struct {
	Name    string
	Title   string // for readers; the name in words when empty
	Kind    FieldKind
	Values  []string // the values it can have, when they are few and fixed
	Sources []string // the sources that have it; nil for all
}

// Label is what a reader is shown for the field.
func (f Field) Label() string {
	if f.Title != "" {
		return f.Title
	}
	return strings.ReplaceAll(f.Name, "_", " ")
}

// Catalogue is every field a rule may name, in the order of the indexes by
// which a [Record] is asked. It is built once and then only read.
type Catalogue struct {
	fields  []Field
	index   map[string]int
	sources []string
}

// NewCatalogue orders the sources and fields. A name given twice is an error.
func NewCatalogue(sources []string, fields []Field) (*Catalogue, error) {
	if len(sources) > 32 {
		return nil, fmt.Errorf("%d sources, at most 32 can be told apart", len(sources))
	}
	c := &Catalogue{fields: fields, index: make(map[string]int, len(fields)), sources: sources}
	for i, f := range fields {
		if _, twice := c.index[f.Name]; twice {
			return nil, fmt.Errorf("the field %q is in the catalogue twice", f.Name)
		}
		c.index[f.Name] = i
	}
	return c, nil
}

// Fields lists the fields in order of index.
func (c *Catalogue) Fields() []Field { return c.fields }

// Field is the field of an index.
func (c *Catalogue) Field(i int) Field { return c.fields[i] }

// Index is the index of a field name.
func (c *Catalogue) Index(name string) (int, bool) {
	i, ok := c.index[name]
	return i, ok
}

// Sources lists the sources in order.
func (c *Catalogue) Sources() []string { return c.sources }

// Source is the position of a source, -1 when it is unknown. Sources are few,
// so a look along the list costs less than hashing the name.
func (c *Catalogue) Source(name string) int {
	for i, s := range c.sources {
		if s == name {
			return i
		}
	}
	return -1
}

// Names lists the names of the fields in order.
func (c *Catalogue) Names() []string {
	names := make([]string, len(c.fields))
	for i, f := range c.fields {
		names[i] = f.Name
	}
	return names
}

// Suggest is a hint for a name that is no field.
func (c *Catalogue) Suggest(name string) string {
	if hint := document.DidYouMean(name, c.Names()); hint != "" {
		return hint
	}
	return "the README's data dictionary lists the fields"
}
