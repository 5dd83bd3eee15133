package fieldbook

import (
	"siequity/audit/record"
	"siequity/rules"
)

// Of gives what rules see of a record.
func (b *Book) Of(r *record.Record) Bound { return Bound{r, b} }

// A Bound joins a record to a fieldbook: what rules see.
type Bound struct {
	*record.Record
	book *Book
}

// Value gives a field by its number in the rules' catalogue.
func (b Bound) Value(i int) rules.Value { return b.book.get[i](b.Record) }

// ID names the record.
func (b Bound) ID() string { return b.Record.ID() }

// Source names its source.
func (b Bound) Source() string { return b.Record.Source() }

// A Recaller is what rules see of one record after another. It reads each field of
// a record once: the conditions of a dozen rules ask for the same few.
type Recaller struct {
	Bound
	round  uint32
	read   []uint32 // by field, the round in which it was read
	values []rules.Value
}

// NewRecaller makes one that has turned to no record yet.
func NewRecaller(b *Book) *Recaller {
	return &Recaller{Bound: Bound{book: b}, read: make([]uint32, len(b.get)), values: make([]rules.Value, len(b.get))}
}

// TurnTo makes it a view of another record.
func (c *Recaller) TurnTo(r *record.Record) {
	c.Record = r
	c.round++
}

// Value gives a field by its number in the rules' catalogue.
func (c *Recaller) Value(i int) rules.Value {
	if c.read[i] != c.round {
		c.read[i], c.values[i] = c.round, c.Bound.Value(i)
	}
	return c.values[i]
}
