package check

import (
	"fmt"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// count asks for at least so many, fixed or as many as another field says.
type count struct {
	field, least int
	leastField   int // -1 when least holds
}

func newCount(k *Kit, o *document.Object) Check {
	c := count{field: k.field(o, "field", Number), leastField: -1}
	if o.Has("at_least_field") {
		c.leastField = k.field(o, "at_least_field", Number)
		if c.leastField < 0 {
			return nil
		}
	} else {
		o.Need("at_least")
		c.least, _ = o.Whole("at_least")
	}
	if c.field < 0 {
		return nil
	}
	return c
}

func (c count) Test(rec Record, _ calendar.Day) Outcome {
	v := rec.Value(c.field)
	if v.State != Given {
		return lacking(v.State, c.field)
	}
	least := float64(c.least)
	if c.leastField >= 0 {
		l := rec.Value(c.leastField)
		if l.State != Given {
			return lacking(l.State, c.leastField)
		}
		least = l.number
	}
	if v.number < least {
		return fail(TooFew, c.field)
	}
	return pass()
}

func (c count) Fields() []int {
	if c.leastField >= 0 {
		return []int{c.field, c.leastField}
	}
	return []int{c.field}
}

func (c count) Describe(cat *Catalogue) string {
	name := cat.fields[c.field].Name
	if c.leastField >= 0 {
		return name + " is at least " + cat.fields[c.leastField].Name
	}
	return fmt.Sprintf("%s is at least %d", name, c.least)
}
