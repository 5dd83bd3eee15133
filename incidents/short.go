package incidents

import (
	"encoding/binary"
	"unsafe"

	"siequity/incidents/field"
)

// A short is a text of 1 to 16 bytes as numbers: its first and its last eight
// bytes, which overlap, and its length. Most cells of an export are so short.
type short struct {
	head, tail uint64
	length     int
}

// shorten gives the short form of a text, if it has one.
func shorten(text []byte) (short, bool) {
	n := len(text)
	switch {
	case n == 0 || n > 16:
		return short{}, false
	case n >= 8:
		return short{binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[n-8:]), n}, true
	}
	var all uint64
	for i, c := range text {
		all |= uint64(c) << (8 * i)
	}
	return short{head: all, length: n}, true
}

// slot mixes a short text into a number of so many bits.
func (s short) slot(bits int) uint64 {
	return ((s.head^uint64(s.length))*0x9E3779B97F4A7C15 ^ s.tail) * 0xD6E8FEB86659FD93 >> (64 - bits)
}

// days remembers how dates were read: a million rows hold a few thousand.
type days [1 << dayBits]knownDay

type knownDay struct {
	short
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
	key, ok := shorten(text)
	if !ok || kind != field.Date {
		return readDate(text)
	}
	k := &d[key.slot(dayBits)]
	if k.short == key {
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
