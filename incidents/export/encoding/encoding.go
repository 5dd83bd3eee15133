package encoding

import (
	"bytes"
	"io"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// An Encoding is how a table's text is stored, and what was seen of it so far. Files that Excel and its neighbours write are
// UTF-8, UTF-16 with a mark, or Windows-1252; the last has no mark and is what is left when the bytes are not UTF-8.
//
// Note: the choice is made cell by cell, not from a sample: a sample misses the one accented name on row 90,000, and a
// pass over the whole file before reading it costs as much as the reading. For a file in one encoding the result is the
// same; two exports pasted together come out right as well, and are reported.
type Encoding struct {
	bom        string // name given by the mark at the beginning; empty without one
	skip       int    // bytes of the mark, when it is not part of the text
	MostlyUTF8 bool   // the beginning has letters in UTF-8, or its mark: what is not UTF-8 is worth a word
	utf8       atomic.Bool
	win1252    atomic.Bool
}

var (
	MarkUTF8    = []byte{0xEF, 0xBB, 0xBF}
	MarkUTF16LE = []byte{0xFF, 0xFE}
	MarkUTF16BE = []byte{0xFE, 0xFF}
)

// Sniff decides from the first bytes of a text. cut says that the text goes on after them.
func Sniff(head []byte, cut bool) *Encoding {
	switch {
	case bytes.HasPrefix(head, MarkUTF8):
		return &Encoding{bom: "UTF-8 with BOM", skip: 3, MostlyUTF8: true}
	case bytes.HasPrefix(head, MarkUTF16LE):
		return &Encoding{bom: "UTF-16 LE"}
	case bytes.HasPrefix(head, MarkUTF16BE):
		return &Encoding{bom: "UTF-16 BE"}
	case zerosAt(head, 1):
		return &Encoding{bom: "UTF-16 LE without BOM"}
	case zerosAt(head, 0):
		return &Encoding{bom: "UTF-16 BE without BOM"}
	}
	if cut {
		head = wholeRunes(head)
	}
	e := &Encoding{}
	for p := 0; p < len(head); {
		r, size := utf8.DecodeRune(head[p:])
		if size > 1 {
			e.utf8.Store(true)
			e.MostlyUTF8 = true
		} else if r == utf8.RuneError {
			e.win1252.Store(true)
		}
		p += size
	}
	return e
}

// zerosAt tells whether the text looks like Latin letters in UTF-16: nearly every second byte, from phase on, is zero and
// the others are not.
func zerosAt(head []byte, phase int) bool {
	head = head[:min(len(head), 512)&^1]
	zeros, others := 0, 0
	for i := 0; i < len(head); i += 2 {
		if head[i+phase] == 0 {
			zeros++
		}
		if head[i+1-phase] == 0 {
			others++
		}
	}
	return zeros > 1 && others == 0 && zeros*10 >= len(head)/2*8
}

// wholeRunes drops the part of a letter that the cut of the sample may have left at its end.
func wholeRunes(b []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (e *Encoding) String() string {
	if e == nil {
		return ""
	}
	name := e.bom
	if name == "" && (e.utf8.Load() || !e.win1252.Load()) {
		name = "UTF-8"
	}
	switch {
	case !e.win1252.Load():
		return name
	case name == "":
		return "Windows-1252"
	}
	return name + " with some Windows-1252"
}

// Reader gives the text as UTF-8, save for the bytes that are Windows-1252: those are mended cell by cell.
func (e *Encoding) Reader(r io.Reader) (io.Reader, error) {
	switch e.bom {
	case "UTF-16 LE", "UTF-16 LE without BOM":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(r), nil
	case "UTF-16 BE", "UTF-16 BE without BOM":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(r), nil
	}
	_, err := io.CopyN(io.Discard, r, int64(e.skip))
	return r, err
}

// Note remembers what a piece of text was, and tells whether all of it is valid UTF-8.
func (e *Encoding) Note(piece []byte) bool {
	if !utf8.Valid(piece) {
		return false
	}
	if !e.utf8.Load() && !ascii(piece) {
		e.utf8.Store(true)
	}
	return true
}

// A Mend is what became of one cell's text.
type Mend uint8

const (
	AsUTF8    Mend = iota // valid UTF-8 as it stands
	As1252                // not UTF-8, every byte a letter of Windows-1252
	As1252Bad             // not UTF-8, and some bytes are no letter of Windows-1252 either
)

// Decode appends the text of one cell, as UTF-8, to scratch and gives the cell's part of it. A cell that is valid UTF-8
// is given as it is, without a copy.
func (e *Encoding) Decode(cell, scratch []byte) (text, grown []byte, how Mend) {
	if utf8.Valid(cell) {
		if !e.utf8.Load() && !ascii(cell) {
			e.utf8.Store(true)
		}
		return cell, scratch, AsUTF8
	}
	if !e.win1252.Load() {
		e.win1252.Store(true)
	}
	how, start := As1252, len(scratch)
	for _, c := range cell {
		r := charmap.Windows1252.DecodeByte(c)
		if r == utf8.RuneError {
			how = As1252Bad
		}
		scratch = utf8.AppendRune(scratch, r)
	}
	return scratch[start:len(scratch):len(scratch)], scratch, how
}
