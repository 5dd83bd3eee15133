package directory

import "math/bits"

// Packed holds the up to seven letters and digits of a postcode, one a byte and
// without the space; 0 is none.
type Packed = uint64

const maxPostcode = 7

// Pack gives 0 for text longer than a postcode or holding anything but letters,
// digits and blanks.
func Pack(text []byte) Packed {
	p, n := Packed(0), 0
	for _, c := range text {
		switch {
		case c == ' ' || c == '"':
			continue
		case c >= '0' && c <= '9' || c >= 'A' && c <= 'Z':
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
		default:
			return 0
		}
		if n++; n > maxPostcode {
			return 0
		}
		p = p<<8 | Packed(c)
	}
	return p
}

// A Set answers, for each row of a directory, whether anybody wants it. It is
// an open-addressed table with a small bitmap before it: nearly every answer is
// no, and a no costs one read of the first-level cache.
type Set struct {
	slots  []Packed
	shift  uint
	bitmap [sieveBits / 64]uint64
}

const (
	sieveBits  = 1 << 18 // 32 KB
	sieveShift = 64 - 18
	multiplier = 0x9E3779B97F4A7C15
)

// NewSet builds a set of packed postcodes; 0 must not be among them.
func NewSet(keys []Packed) *Set {
	width := max(bits.Len(uint(4*len(keys)+1)), 10)
	s := &Set{slots: make([]Packed, 1<<width), shift: uint(64 - width)}
	for _, k := range keys {
		s.add(k)
	}
	return s
}

func (s *Set) add(k Packed) {
	h := k * multiplier
	b := h >> sieveShift
	s.bitmap[b/64] |= 1 << (b % 64)
	for i := h >> s.shift; ; i = (i + 1) & uint64(len(s.slots)-1) {
		if s.slots[i] == k {
			return
		}
		if s.slots[i] == 0 {
			s.slots[i] = k
			return
		}
	}
}

// Has reports whether the postcode is in the set.
func (s *Set) Has(k Packed) bool {
	h := k * multiplier
	b := h >> sieveShift
	if s.bitmap[b/64]&(1<<(b%64)) == 0 {
		return false
	}
	for i := h >> s.shift; s.slots[i] != 0; i = (i + 1) & uint64(len(s.slots)-1) {
		if s.slots[i] == k {
			return true
		}
	}
	return false
}
