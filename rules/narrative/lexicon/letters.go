package lexicon

import (
	"math/bits"

	"siequity/rules/narrative/internal/eight"
)

const caseBits = 0x20 * eight.Ones

// letters returns up to 16 letters and digits of s from byte i on, in small
// letters, and where they end. Eight bytes are looked at in one go.
func letters(s string, i int) (lo, hi uint64, end int) {
	if i+16 > len(s) {
		return lettersAtEnd(s, i)
	}
	x := eight.Bytes(s, i)
	if m := notAlnum(x); m != 0 {
		n := bits.TrailingZeros64(m) &^ 7
		return (x | caseBits) & (1<<n - 1), 0, i + n>>3
	}
	lo = x | caseBits
	x = eight.Bytes(s, i+8)
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

// notAlnum returns the high bit of each byte of x that is no ASCII letter or digit.
func notAlnum(x uint64) uint64 {
	plain := x &^ eight.High
	low := plain | caseBits
	letter := (low + (0x80-'a')*eight.Ones) &^ (low + (0x80-'z'-1)*eight.Ones)
	digit := (plain + (0x80-'0')*eight.Ones) &^ (plain + (0x80-'9'-1)*eight.Ones)
	return (^(letter | digit) | x) & eight.High
}
