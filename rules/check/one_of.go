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
	if c, ok := k.oneOf(o, "values", Words, Code, Answer, Identifier); ok {
		return c
	}
	return nil
}

// oneOf reads the field and, under the key list, the values that it may have.
func (k *Kit) oneOf(o *document.Object, list string, kinds ...FieldKind) (c oneOf, ok bool) {
	o.Need(list)
	c.field = k.field(o, "field", kinds...)
	c.values = k.values(o, list, c.field)
	return c, c.field >= 0 && len(c.values) > 0
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
