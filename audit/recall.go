package audit

import (
	"siequity/audit/record"
	"siequity/rules"
)

// A recaller is what rules see of one record after another. It reads each field of
// a record once: the conditions of a dozen rules ask for the same few.
type recaller struct {
	bound
	round  uint32
	read   []uint32 // by field, the round in which it was read
	values []rules.Value
}

func newRecaller(b *fieldbook) *recaller {
	return &recaller{bound: bound{book: b}, read: make([]uint32, len(b.get)), values: make([]rules.Value, len(b.get))}
}

// turnTo makes it a view of another record.
func (c *recaller) turnTo(r *record.Record) {
	c.Record = r
	c.round++
}

// Value gives a field by its number in the rules' catalogue.
func (c *recaller) Value(i int) rules.Value {
	if c.read[i] != c.round {
		c.read[i], c.values[i] = c.round, c.bound.Value(i)
	}
	return c.values[i]
}
