// Package area knows the codes of small areas: LSOAs of England and Wales, data
// zones of Scotland and their like. A code tells its nation and the earliest
// census whose list can hold it, and nothing more.
package area

import (
	"bytes"

	"siequity/rules/codes"
)

// Census is the census whose small areas a code belongs to.
type Census uint8

// The censuses that an LSOA column may be of.
const (
	UnknownCensus Census = iota
	Census2001
	Census2011
	Census2021
)

// A Code is one small-area code in four bytes: the nation's letter above, the
// six digits of the code below. Zero is no area.
type Code uint32

const digits = 1<<24 - 1

// Codes are dealt out upwards and never used again for another boundary, so the
// highest code of a census tells newer ones apart.
const (
	lastEngland2001  = 32482
	lastEngland2011  = 33768
	lastEngland2021  = 35762
	lastScotland2001 = 6505
	lastScotland2011 = 13481
	lastWales2001    = 1896
	lastWales2011    = 1958
)

// Parse reads a code as directories and exports write it: those of small areas that
// codes.LSOA knows, and the pseudo code of a nation such as E99999999. It reports
// false for anything else, such as the code of a district or an MSOA.
func Parse(code []byte) (Code, bool) {
	text, _, ok := codes.LSOA(string(code))
	switch {
	case ok && text[0] == '9':
		return Code(NorthernIreland) << 24, true
	case ok:
		return Code(text[0])<<24 | number(text[3:]), true
	case len(text) == 9 && text[1:] == "99999999" && Nation(text[0]).String() != "":
		return Code(text[0]) << 24, true
	}
	return 0, false
}

// number is the last six digits; those of a pseudo code are 0.
func number(six string) Code {
	n := Code(0)
	for _, c := range []byte(six) {
		n = n*10 + Code(c-'0')
	}
	if n == 999999 {
		return 0
	}
	return n
}

// Nation is the country whose list the code is of.
func (c Code) Nation() Nation { return Nation(c >> 24) }

// Number is the six digits of the code; 0 for a pseudo code such as L99999999.
func (c Code) Number() int { return int(c & digits) }

// English reports whether the code names one area of England.
func (c Code) English() bool { return c.Nation() == England && c.Number() > 0 }

// Since is the earliest census whose list can hold the code.
func (c Code) Since() Census {
	n := c.Number()
	switch c.Nation() {
	case England:
		if n > lastEngland2021 {
			return UnknownCensus // no code of any census so far
		}
		return censusOf(n, lastEngland2001, lastEngland2011)
	case Scotland:
		return censusOf(n, lastScotland2001, lastScotland2011)
	case Wales:
		return censusOf(n, lastWales2001, lastWales2011)
	}
	return UnknownCensus
}

func censusOf(n, last2001, last2011 int) Census {
	switch {
	case n == 0:
		return UnknownCensus
	case n <= last2001:
		return Census2001
	case n <= last2011:
		return Census2011
	}
	return Census2021
}

func allDigits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}

// Upper is the ASCII capital of a letter.
func Upper(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

// OtherKind reports whether a text is the code of another kind of area, such as a
// district, a ward or an MSOA: a nation's letter and eight digits.
func OtherKind(code []byte) bool {
	return len(code) == 9 && bytes.IndexByte([]byte("EWSNK"), code[0]) >= 0 && allDigits(code[1:])
}
