package text

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Folded is a comparable copy of a piece of text and the way back.
type Folded struct {
	Low  string  // NFC, lower case, typographic signs made plain
	orig string  // what was folded
	at   []int32 // for each byte of Low its offset in orig; nil when they agree
}

// Fold returns the comparable copy of s. Text that is ASCII already maps byte
// for byte; other text is normalised one combining sequence at a time, so that
// every byte of the copy knows the sequence it came from.
func Fold(s string) Folded {
	if low, ok := foldASCII(s); ok {
		return Folded{Low: low, orig: s}
	}
	var short [shortLine]byte
	low := short[:0]
	if len(s) > shortLine {
		low = make([]byte, 0, len(s)+8)
	}
	at := make([]int32, 0, len(s)+9)
	if plainlyComposed(s) || norm.NFC.IsNormalString(s) {
		low, at = foldComposed(low, at, s)
		return Folded{Low: string(low), orig: s, at: append(at, int32(len(s)))}
	}
	var it norm.Iter
	for it.InitString(norm.NFC, s); !it.Done(); {
		start := it.Pos()
		for seg := it.Next(); len(seg) > 0; {
			r, size := utf8.DecodeRune(seg)
			seg = seg[size:]
			low = appendPlain(low, r)
		}
		for len(at) < len(low) {
			at = append(at, int32(start))
		}
	}
	return Folded{Low: string(low), orig: s, at: append(at, int32(len(s)))}
}

// foldComposed folds text that is in NFC already: a letter at a time, but for the
// marks that have no composed form, which stay with the letter before them.
func foldComposed(low []byte, at []int32, s string) ([]byte, []int32) {
	start := int32(0)
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			start = int32(i)
			low, at = append(low, lower(c)), append(at, start)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < firstMark || typographic(r) || norm.NFC.PropertiesString(s[i:]).BoundaryBefore() {
			start = int32(i)
		}
		low = appendPlain(low, r)
		for len(at) < len(low) {
			at = append(at, start)
		}
		i += size
	}
	return low, at
}

// firstMark is the first of the combining marks.
const firstMark = 0x300

// typographic reports whether r is one of the dashes, quotes and bullets that
// office programs write; like all letters before firstMark they stand alone.
func typographic(r rune) bool { return 0x2010 <= r && r <= 0x2027 }

// plainlyComposed reports cheaply that s is in NFC; false says nothing.
func plainlyComposed(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= firstMark && !typographic(r) {
			return false
		}
		i += size
	}
	return true
}

// lower returns the small letter of an ASCII letter, and a space for a control.
func lower(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c + ('a' - 'A')
	case c < ' ' && c != '\t' || c == 0x7F:
		return ' '
	}
	return c
}

// Origin returns the offset in the original of byte i of Low, which may be len(Low).
func (f Folded) Origin(i int) int {
	if f.at == nil {
		return i
	}
	return int(f.at[i])
}

// Original returns the original text behind Low[start:end].
func (f Folded) Original(start, end int) string { return f.orig[f.Origin(start):f.Origin(end)] }

// Upper reports whether the original of the letter at Low[i] is a capital.
func (f Folded) Upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.orig[f.Origin(i):])
	return unicode.IsUpper(r)
}

// shortLine is the length in bytes up to which a line is folded on the stack.
const shortLine = 1024

// foldASCII folds s if it is ASCII.
func foldASCII(s string) (string, bool) {
	var short [shortLine]byte
	b := short[:]
	if len(s) > shortLine {
		b = make([]byte, len(s))
	}
	b = b[:len(s)]
	i := 0
	for ; i+8 <= len(s); i += 8 {
		x := eight(s[i : i+8])
		if x&highBits != 0 {
			return "", false
		}
		if hasControl(x) {
			for k := i; k < i+8; k++ {
				b[k] = lower(s[k])
			}
			continue
		}
		binary.LittleEndian.PutUint64(b[i:], x|capitals(x)>>2)
	}
	for ; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return "", false
		}
		b[i] = lower(s[i])
	}
	if string(b) == s {
		return s, true
	}
	return string(b), true
}

const (
	ones     = 0x0101010101010101
	highBits = 0x80 * ones
)

// eight returns the eight bytes of s, the first the lowest.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// capitals returns the high bit of each byte of ASCII text that is a capital: a
// byte with 0x80-c added has its high bit from c on.
func capitals(x uint64) uint64 {
	return (x + (0x80-'A')*ones) &^ (x + (0x80-'Z'-1)*ones) & highBits
}

// hasControl reports whether a byte of ASCII text is a control.
func hasControl(x uint64) bool {
	return (^(x+(0x80-' ')*ones)|(x+ones))&highBits != 0
}

// appendPlain appends the comparable form of r, which may be nothing.
func appendPlain(b []byte, r rune) []byte {
	switch r {
	case '\u2018', '\u2019', '\u02bc', '\u00b4', '`':
		return append(b, '\'')
	case '\u201c', '\u201d', '\u00ab', '\u00bb':
		return append(b, '"')
	case '\u2010', '\u2011', '\u2212':
		return append(b, '-')
	case '\u2012', '\u2013', '\u2014', '\u2015':
		return append(b, '-')
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u034f':
		return b
	case '\t':
		return append(b, '\t')
	case utf8.RuneError:
		return append(b, ' ')
	}
	if unicode.IsSpace(r) || unicode.IsControl(r) {
		return append(b, ' ')
	}
	return utf8.AppendRune(b, unicode.ToLower(r))
}
