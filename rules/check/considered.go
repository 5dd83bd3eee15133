package check

import (
	"fmt"
	"strings"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// considered asks for evidence that each dimension was looked at. It reads the
// label that the structured answer, a reviewer or the text gave.
type considered struct {
	dimensions []string
	labels     []int
	textRead   int
}

func newConsidered(k *Kit, o *document.Object) Check {
	o.Need("dimensions")
	c := considered{dimensions: o.Texts("dimensions"), textRead: k.named(o, "dimensions", "text_read", nil)}
	for _, d := range c.dimensions {
		label := k.named(o, "dimensions", d+"_considered", nil)
		if label < 0 {
			return nil
		}
		c.labels = append(c.labels, label)
	}
	if c.textRead < 0 || len(c.labels) == 0 {
		return nil
	}
	return c
}

// Test gives the worst of the dimensions: one without evidence is enough to
// fail, one that cannot be judged makes the rest unknown.
func (c considered) Test(rec Record, _ calendar.Day) Outcome {
	all := pass()
	for _, label := range c.labels {
		o := c.one(rec, label)
		if o.Verdict == Fail {
			return o
		}
		if o.Verdict == Unknown && all.Verdict == Pass {
			all = o
		}
	}
	return all
}

// one judges one dimension. Silence is "no evidence found", and only where
// there was something to be silent in.
func (c considered) one(rec Record, label int) Outcome {
	v := rec.Value(label).settled()
	if v.State != Given {
		return lacking(v.State, label)
	}
	switch v.text {
	case "considered":
		return pass()
	case "explicitly_not":
		return fail(StatedNot, label)
	case "mentioned":
		return fail(MentionedOnly, label)
	case "absent":
		if rec.Value(c.textRead).text == "no" {
			return unknown(NoText, label)
		}
		return fail(NoEvidence, label)
	}
	return unknown(Invalid, label)
}

func (c considered) Fields() []int { return append([]int{c.textRead}, c.labels...) }

func (c considered) Describe(*Catalogue) string {
	return fmt.Sprintf("there is evidence that %s was considered", strings.Join(c.dimensions, " was considered, and that "))
}
