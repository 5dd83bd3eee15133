package decoder

import (
	"time"
	"unsafe"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

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
