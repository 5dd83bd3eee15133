package check

import (
	"siequity/rules/calendar"
	"siequity/rules/document"
)

// code asks whether a value was read as a valid code. The reading itself, and
// its status, are made before rules run.
type code struct{ oneOf }

func newCode(k *Kit, o *document.Object) Check {
	if c, ok := k.oneOf(o, "valid", Code, Answer, Words); ok {
		return code{c}
	}
	return nil
}

// Test counts a blank as a failure, so that a form left empty cannot raise the
// share of valid codes; a form without the box is unknown. An answer that the
// question does not apply is no code either.
func (c code) Test(rec Record, day calendar.Day) Outcome {
	if o := c.oneOf.Test(rec, day); o.Why != Exempt {
		return o
	}
	return fail(Invalid, c.field)
}
