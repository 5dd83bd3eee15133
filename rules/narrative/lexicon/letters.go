package lexicon

import "math/bits"

const (
	ones     = 0x0101010101010101
	highBits = 0x80 * ones
	caseBits = 0x20 * ones
)

// letters returns up to 16 letters and digits of s from byte i on, in small
// letters, and where they end. Eight bytes are looked at in one go.
func letters(s string, i int) (lo, hi uint64, end int) {
	if i+16 > len(s) {
		return lettersAtEnd(s, i)
	}
	x := eight(s, i)
	if m := notAlnum(x); m != 0 {
		n := bits.TrailingZeros64(m) &^ 7
		return (x | caseBits) & (1<<n - 1), 0, i + n>>3
	}
	lo = x | caseBits
	x = eight(s, i+8)
	if m := notAlnum(x); m != 0 {
		n := bits.TrailingZeros64(m) &^ 7
		return lo, (x | caseBits) & (1<<n - 1), i + 8 + n>>3
	}
	return lo, x | caseBits, i + 16
}

// lettersAtEnd is letters within the last bytes of s.
func lettersAtEnd(s string, i int) (lo, hi uint64, end int) {
	for end = i; end < len(s) && end-i < 16; end++ {
		c := uint64(s[end])
		if notAlnum(c)&0x80 != 0 {
			break
		}
		if at := 8 * (end - i); at < 64 {
			lo |= (c | 0x20) << at
		} else {
			hi |= (c | 0x20) << (at - 64)
		}
	}
	return lo, hi, end
}

// eight returns eight bytes of s from byte i on, the first the lowest.
func eight(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// notAlnum returns the high bit of each byte of x that is no ASCII letter or
// digit: a byte below 0x80 with 0x80-c added has its high bit from c on.
func notAlnum(x uint64) uint64 {
	plain := x &^ highBits
	low := plain | caseBits
	letter := (low + (0x80-'a')*ones) &^ (low + (0x80-'z'-1)*ones)
	digit := (plain + (0x80-'0')*ones) &^ (plain + (0x80-'9'-1)*ones)
	return (^(letter | digit) | x) & highBits
}
