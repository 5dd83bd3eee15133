package check

import (
	"slices"
	"strings"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// oneOf asks whether a field has one of a few values. Unlike [code] it lets an
// answer say that the question does not apply.
type oneOf struct {
	field  int
	values []string
}

func newOneOf(k *Kit, o *document.Object) Check {
	o.Need("values")
	c := oneOf{field: k.field(o, "field", Words, Code, Answer, Identifier)}
	c.values = k.values(o, "values", c.field)
	if c.field < 0 || len(c.values) == 0 {
		return nil
	}
	return c
}

func (c oneOf) Test(rec Record, _ calendar.Day) Outcome {
	v := rec.Value(c.field).settled()
	switch {
	case v.State == Blank:
		return fail(Missing, c.field)
	case v.State != Given:
		return lacking(v.State, c.field)
	case slices.Contains(c.values, v.text):
		return pass()
	case v.exempt():
		return Outcome{Verdict: NotApplicable, Why: Exempt, Field: int16(c.field)}
	}
	return fail(Invalid, c.field)
}

// Place is the position of a field's value in a list, -1 and why when it is not
// there.
func Place(rec Record, field int, values []string) (int, Outcome) {
	o := oneOf{field, values}.Test(rec, 0)
	if o.Verdict != Pass {
		return -1, o
	}
	return slices.Index(values, rec.Value(field).settled().text), o
}

func (c oneOf) Fields() []int { return []int{c.field} }

func (c oneOf) Describe(cat *Catalogue) string {
	return cat.fields[c.field].Name + " is " + strings.Join(c.values, " or ")
}
