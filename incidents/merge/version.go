package merge

import (
	"cmp"
	"slices"

	"siequity/incidents"
)

// Versions of a record are told apart by when they were changed: by the day, and
// within one day by the time, where both give it.

// Versions reports two records that both say when they were changed, and not at the
// same time as far as that is known: one of them is the newer.
func Versions(a, b *incidents.Record) bool {
	x, _ := a.Changed()
	y, _ := b.Changed()
	return x > 0 && y > 0 && (newer(a, b) || newer(b, a))
}

// newer tells whether r was changed after o; one that does not say when never was.
func newer(r, o *incidents.Record) bool {
	day, clock := r.Changed()
	otherDay, otherClock := o.Changed()
	return day > otherDay || day == otherDay && otherClock > 0 && clock > otherClock
}

// byChange orders records by their last change, the last first. A time that is not
// known stands for none: such a row is no version older than another of its day, but
// one that gives its time says more, and newer alone, which compares it with
// neither of two others, is no order.
func byChange(a, b *incidents.Record) int {
	day, clock := a.Changed()
	otherDay, otherClock := b.Changed()
	return cmp.Or(cmp.Compare(otherDay, day), cmp.Compare(otherClock, clock))
}

// newestVersion gives the row that was changed last; the first of equals.
func newestVersion(rows []*incidents.Record) *incidents.Record { return slices.MinFunc(rows, byChange) }
