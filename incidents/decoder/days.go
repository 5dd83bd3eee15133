package decoder

import (
	"unsafe"

	"siequity/incidents/field"
	"siequity/incidents/texts"
)

// days remembers how dates were read: a million rows hold a few thousand.
type days [1 << dayBits]knownDay

type knownDay struct {
	texts.Short
	day   field.Day
	order field.Order
}

const dayBits = 12

// A reading is the date that a text says, in which orders of day and month, and what
// is wrong with it.
type reading struct {
	day   field.Day
	order field.Order
	err   error
}

// read reads one date.
func (d *days) read(kind field.Kind, text []byte) reading {
	key, ok := texts.Shorten(text)
	if !ok || kind != field.Date {
		return readDate(text)
	}
	k := &d[key.Slot(dayBits)]
	if k.Short == key {
		return reading{k.day, k.order, nil}
	}
	r := readDate(text)
	if r.err == nil {
		*k = knownDay{key, r.day, r.order}
	}
	return r
}

func readDate(text []byte) reading {
	day, _, order, err := field.ParseOrder(unsafe.String(unsafe.SliceData(text), len(text)))
	return reading{day, order, err}
}
