package check

import (
	"strings"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// order asks whether dates follow one another; the same day is in order.
type order struct{ fields []int }

func newOrder(k *Kit, o *document.Object) Check {
	fields := k.fields(o, "fields", 2, Date)
	if fields == nil {
		return nil
	}
	return order{fields}
}

// Test passes over dates that are not there: the two on either side must still
// be in order. Fewer than two dates cannot be judged.
func (c order) Test(rec Record, _ calendar.Day) Outcome {
	last, found := Value{}, 0
	gap := pass()
	for _, f := range c.fields {
		v := rec.Value(f)
		if v.State != Given {
			gap = lacking(v.State, f)
			continue
		}
		if found++; found > 1 && v.number < last.number {
			return fail(OutOfOrder, f)
		}
		last = v
	}
	if found < 2 {
		return gap
	}
	return pass()
}

func (c order) Fields() []int { return c.fields }

func (c order) Describe(cat *Catalogue) string {
	return strings.Join(cat.namesOf(c.fields), " is not later than ")
}
