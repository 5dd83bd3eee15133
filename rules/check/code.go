package check

import (
	"slices"
	"strings"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// code asks whether a value was read as a valid code. The reading itself, and
// its status, are made before rules run.
type code struct {
	field int
	valid []string
}

func newCode(k *Kit, o *document.Object) Check {
	o.Need("valid")
	c := code{field: k.field(o, "field", Code, Answer, Words)}
	c.valid = k.values(o, "valid", c.field)
	if c.field < 0 || len(c.valid) == 0 {
		return nil
	}
	return c
}

// Test counts a blank as a failure, so that a form left empty cannot raise the
// share of valid codes; a form without the box is unknown.
func (c code) Test(rec Record, _ calendar.Day) Outcome {
	v := rec.Value(c.field).settled()
	switch {
	case v.State == Blank:
		return fail(Missing, c.field)
	case v.State != Given:
		return lacking(v.State, c.field)
	case slices.Contains(c.valid, v.text):
		return pass()
	}
	return fail(Invalid, c.field)
}

func (c code) Fields() []int { return []int{c.field} }

func (c code) Describe(cat *Catalogue) string {
	return cat.fields[c.field].Name + " is " + strings.Join(c.valid, " or ")
}
