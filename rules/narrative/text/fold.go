package text

import (
	"encoding/binary"
	"slices"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/unicode/norm"

	"siequity/rules/narrative/internal/eight"
)

// A Folded is a comparable copy of a piece of text and the way back.
type Folded struct {
	Low   string // NFC, lower case, typographic signs made plain
	orig  string // what was folded
	turns []turn // the way back; nil where it is byte for byte
}

// Fold returns the comparable copy of s. Text that is ASCII already maps byte
// for byte; other text is normalised one combining sequence at a time, so that
// every byte of the copy knows the sequence it came from.
func Fold(s string) Folded { return new(Folder).Fold(s) }

// A Folder folds one piece of text after another in the same memory.
type Folder struct {
	low   []byte
	turns []turn
}

// Fold returns the comparable copy of s, which holds until the next call.
func (w *Folder) Fold(s string) Folded {
	w.low, w.turns = slices.Grow(w.low[:0], len(s)), w.turns[:0]
	i := w.ascii(s, 0)
	switch {
	case i == len(s) && string(w.low) == s:
		return Folded{Low: s, orig: s}
	case i == len(s):
		return Folded{Low: w.text(), orig: s}
	case plainlyComposed(s[i:]) || norm.NFC.IsNormalString(s):
		w.composed(s, i)
	default:
		w.low = w.low[:0]
		w.normalised(s)
	}
	return Folded{Low: w.text(), orig: s, turns: w.turns}
}

// Forget wipes the letters of what was folded, and gives up room beyond that of a
// line or two; what Fold returned holds no more.
func (w *Folder) Forget() {
	if cap(w.low) > 2*MaxLine {
		*w = Folder{}
	}
	clear(w.low[:cap(w.low)])
	w.low, w.turns = w.low[:0], w.turns[:0]
}

func (w *Folder) text() string { return unsafe.String(unsafe.SliceData(w.low), len(w.low)) }

// ascii folds the ASCII bytes of s from byte i on, and returns where they end.
func (w *Folder) ascii(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		x := eight.Bytes(s, i)
		if x&eight.High != 0 || hasControl(x) {
			break
		}
		w.low = binary.LittleEndian.AppendUint64(w.low, x|capitals(x)>>2)
	}
	for ; i < len(s) && s[i] < utf8.RuneSelf; i++ {
		w.low = append(w.low, lower(s[i]))
	}
	return i
}

// composed folds text that is in NFC already, of which the i bytes before are done:
// a letter at a time, but for the marks that have no composed form, which stay with
// the letter before them.
func (w *Folder) composed(s string, i int) {
	w.turns = append(w.turns, turn{})
	for start := max(0, i-1); i < len(s); {
		if s[i] < utf8.RuneSelf {
			w.turn(i, false)
			i = w.ascii(s, i)
			start = i - 1
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < firstMark || typographic(r) || norm.NFC.PropertiesString(s[i:]).BoundaryBefore() {
			start = i
		}
		w.turn(start, true)
		w.low = appendPlain(w.low, r)
		i += size
	}
}

// normalised folds text that is not in NFC.
func (w *Folder) normalised(s string) {
	var it norm.Iter
	for it.InitString(norm.NFC, s); !it.Done(); {
		start := it.Pos()
		seg := it.Next()
		w.turn(start, len(seg) > 1)
		for len(seg) > 0 {
			r, size := utf8.DecodeRune(seg)
			seg = seg[size:]
			w.low = appendPlain(w.low, r)
		}
	}
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

// Upper reports whether the original of the letter at Low[i] is a capital.
func (f Folded) Upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.orig[f.Origin(i):])
	return unicode.IsUpper(r)
}

// capitals returns the high bit of each byte of ASCII text that is a capital.
func capitals(x uint64) uint64 {
	return (x + (0x80-'A')*eight.Ones) &^ (x + (0x80-'Z'-1)*eight.Ones) & eight.High
}

// hasControl reports whether a byte of ASCII text is a control.
func hasControl(x uint64) bool {
	return (^(x+(0x80-' ')*eight.Ones)|(x+eight.Ones))&eight.High != 0
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
