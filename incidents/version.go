package incidents

import (
	"cmp"
	"slices"
	"time"
	"unsafe"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// Versions of a record are told apart by when they were changed: by the day, and
// within one day by the time, where both give it.

// changes reads a cell of the times at which a record was changed into what the slots
// of the day and of the time of day hold.
func (d *Decoder) changes(i int, p *column, c export.Cell, text []byte) (day, clock uint32) {
	if c.Kind == export.Date && c.Value >= 1 {
		at, _ := c.Time()
		return d.date(i, p, c, text, true), clockSlot(at.Sub(at.Truncate(24*time.Hour)), true)
	}
	newest, err := field.Latest(unsafe.String(unsafe.SliceData(text), len(text)))
	return d.dateText(i, p, text, reading{newest.Day, newest.Order, err}, true), clockSlot(newest.Clock, newest.Timed)
}

// clockSlot gives what the slot of the time of day holds: seconds since midnight, one
// more, so that nought is a time that is not known.
func clockSlot(at time.Duration, known bool) uint32 {
	if !known {
		return 0
	}
	return uint32(at/time.Second) + 1
}

// Versions reports two records that both say when they were changed, and not at the
// same time as far as that is known: one of them is the newer.
func Versions(a, b *Record) bool {
	x, _ := a.Changed()
	y, _ := b.Changed()
	return x > 0 && y > 0 && (a.newerThan(b) || b.newerThan(a))
}

// newerThan tells whether r was changed after o; one that does not say when never was.
func (r *Record) newerThan(o *Record) bool {
	day, clock := r.Changed()
	otherDay, otherClock := o.Changed()
	return day > otherDay || day == otherDay && otherClock > 0 && clock > otherClock
}

// byChange orders records by their last change, the last first. A time that is not
// known stands for none: such a row is no version older than another of its day, but
// one that gives its time says more, and newerThan alone, which compares it with
// neither of two others, is no order.
func byChange(a, b *Record) int {
	day, clock := a.Changed()
	otherDay, otherClock := b.Changed()
	return cmp.Or(cmp.Compare(otherDay, day), cmp.Compare(otherClock, clock))
}

// newestVersion gives the row that was changed last; the first of equals.
func newestVersion(rows []*Record) *Record { return slices.MinFunc(rows, byChange) }
