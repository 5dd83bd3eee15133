// Package eight looks at eight bytes of a text in one go. Of a byte below 0x80 the
// high bit tells, once 0x80-c is added, whether it is c or more: that is how a range
// of letters is found in all eight at once.
package eight

const (
	Ones = 0x0101010101010101 // times c: c in each of the eight
	High = 0x80 * Ones        // the high bit of each
)

// Bytes returns eight bytes of s from byte i on, the first the lowest. There must be
// as many.
func Bytes(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}
