package texts

import "encoding/binary"

// A Short is a text of 1 to 16 bytes as numbers: its first and its last eight
// bytes, which overlap, and its length. Most cells of an export are so short.
type Short struct {
	head, tail uint64
	length     int
}

// Shorten gives the short form of a text, if it has one.
func Shorten(text []byte) (Short, bool) {
	n := len(text)
	switch {
	case n == 0 || n > 16:
		return Short{}, false
	case n >= 8:
		return Short{binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[n-8:]), n}, true
	}
	var all uint64
	for i, c := range text {
		all |= uint64(c) << (8 * i)
	}
	return Short{head: all, length: n}, true
}

// Slot mixes a short text into a number of so many bits.
func (s Short) Slot(bits int) uint64 {
	return ((s.head^uint64(s.length))*0x9E3779B97F4A7C15 ^ s.tail) * 0xD6E8FEB86659FD93 >> (64 - bits)
}
