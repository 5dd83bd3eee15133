package check

import (
	"strings"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// present asks whether something is there: in the cell, or as a column at all.
type present struct {
	fields []int
	column bool
}

func newPresent(k *Kit, o *document.Object) Check {
	p := present{}
	if o.Has("any") {
		p.fields = k.fields(o, "any", 2)
	} else if f := k.field(o, "field"); f >= 0 {
		p.fields = []int{f}
	}
	p.column, _ = o.Bool("column")
	if p.fields == nil {
		return nil
	}
	return p
}

// Test passes as soon as one field is there. Otherwise a blank weighs more than
// a column that the export lacks: somebody had the box before them.
func (p present) Test(rec Record, _ calendar.Day) Outcome {
	worst := unknown(FieldAbsent, p.fields[0])
	for _, f := range p.fields {
		state := rec.Value(f).settled().State
		switch {
		case state == Given, p.column && state == Blank:
			return pass()
		case state == NoData:
			worst = unknown(NoDataYet, f)
		case state == Blank && worst.Why != NoDataYet:
			worst = fail(Missing, f)
		}
	}
	if p.column && worst.Why == FieldAbsent {
		return fail(FieldAbsent, p.fields[0])
	}
	return worst
}

func (p present) Fields() []int { return p.fields }

func (p present) Describe(c *Catalogue) string {
	what := strings.Join(c.namesOf(p.fields), " or ")
	if p.column {
		return "the export has a column for " + what
	}
	return what + " is recorded"
}

func (c *Catalogue) namesOf(fields []int) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = c.fields[f].Name
	}
	return names
}
