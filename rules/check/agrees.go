package check

import (
	"strings"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// agrees asks whether two fields say the same, whatever the case and the
// blanks around it.
type agrees struct{ a, b int }

func newAgrees(k *Kit, o *document.Object) Check {
	fields := k.fields(o, "fields", 2)
	if len(fields) != 2 {
		if fields != nil {
			o.Fault("fields", "two fields can be compared, not more", "")
		}
		return nil
	}
	if a, b := k.Catalogue.Field(fields[0]).Kind, k.Catalogue.Field(fields[1]).Kind; typeOf(a) != typeOf(b) {
		o.Fault("fields", "a "+typeOf(a)+" cannot agree with a "+typeOf(b), "")
		return nil
	}
	return agrees{fields[0], fields[1]}
}

func (c agrees) Test(rec Record, _ calendar.Day) Outcome {
	a, b := rec.Value(c.a).settled(), rec.Value(c.b).settled()
	switch {
	case a.State != Given:
		return lacking(a.State, c.a)
	case b.State != Given:
		return lacking(b.State, c.b)
	case a.number == b.number && strings.EqualFold(a.text, b.text):
		return pass()
	}
	return fail(Differs, c.b)
}

func (c agrees) Fields() []int { return []int{c.a, c.b} }

func (c agrees) Describe(cat *Catalogue) string {
	return strings.Join(cat.namesOf(c.Fields()), " agrees with ")
}
