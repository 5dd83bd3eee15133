package text

import (
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
	low := make([]byte, 0, len(s)+8)
	at := make([]int32, 0, len(s)+9)
	if norm.NFC.IsNormalString(s) {
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
		if r < firstMark || norm.NFC.PropertiesString(s[i:]).BoundaryBefore() {
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

func foldASCII(s string) (string, bool) {
	changed := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			return "", false
		case 'A' <= c && c <= 'Z' || c < ' ' || c == 0x7F:
			changed = true
		}
	}
	if !changed {
		return s, true
	}
	b := []byte(s)
	for i, c := range b {
		b[i] = lower(c)
	}
	return string(b), true
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
