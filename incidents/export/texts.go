package export

import (
	"archive/zip"
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"siequity/incidents/export/markup"
)

// sharedTexts are a workbook's shared texts, decoded, in few large pieces: one slice a text would cost twice the memory.
type sharedTexts struct {
	chunks [][]byte
	places []place
}

// A place is where a shared text lies.
type place struct{ chunk, start, size uint32 }

const chunkSize = 1 << 20

// at gives the shared text with that number. The text is never written to.
func (s *sharedTexts) at(i int) (text []byte, ok bool) {
	if i < 0 || i >= len(s.places) {
		return nil, false
	}
	p := s.places[i]
	return s.chunks[p.chunk][p.start : p.start+p.size : p.start+p.size], true
}

// keep copies a text to the end of them.
func (s *sharedTexts) keep(text []byte) {
	n := len(s.chunks)
	if n == 0 || cap(s.chunks[n-1])-len(s.chunks[n-1]) < len(text) {
		s.chunks = append(s.chunks, make([]byte, 0, max(chunkSize, len(text))))
		n++
	}
	chunk := s.chunks[n-1]
	s.places = append(s.places, place{uint32(n - 1), uint32(len(chunk)), uint32(len(text))})
	s.chunks[n-1] = append(chunk, text...)
}

// loadTexts reads all shared texts of a workbook.
func loadTexts(m *zip.File) (sharedTexts, error) {
	var s sharedTexts
	x, part, err := openBlocks(m, maxKept, "si", "sst", blockSize)
	if err != nil {
		return s, err
	}
	defer part.Close()
	var text, scratch []byte
	for !x.Done() {
		if text, err = x.Next(text); err != nil {
			return s, xmlFault(err)
		}
		scratch = s.add(text, scratch)
	}
	return s, nil
}

// add takes the texts of a piece that begins and ends between two of them.
func (s *sharedTexts) add(b, scratch []byte) []byte {
	tag, ok := markup.Next(b, 0)
	for ; ok; tag, ok = markup.Next(b, tag.After) {
		if !tag.Is("si") {
			continue
		}
		scratch = scratch[:0]
		if !tag.Empty {
			scratch, tag.After = appendRuns(scratch, b, tag.After, "si")
		}
		s.keep(scratch)
	}
	return scratch
}

// appendRuns appends the text of an element that may be cut into runs, from p to the end tag of that name. Phonetic guides
// (rPh) are how it sounds, not what it says, and are left out.
func appendRuns(dst, b []byte, p int, name string) (text []byte, after int) {
	start, guide := len(dst), false
	for {
		tag, ok := markup.Next(b, p)
		if !ok {
			return unescape(dst, start), len(b)
		}
		p = tag.After
		switch string(tag.Name) {
		case name:
			if tag.Close {
				return unescape(dst, start), p
			}
		case "rPh":
			guide = !tag.Close && !tag.Empty
		case "t":
			if !tag.Close && !tag.Empty && !guide {
				end := markup.TextEnd(b, p)
				dst = markup.AppendText(dst, b[p:end])
				p = end
			}
		}
	}
}

// unescape decodes _xHHHH_ in text[start:], the way workbooks write characters that XML cannot hold.
func unescape(text []byte, start int) []byte {
	at := bytes.Index(text[start:], []byte("_x"))
	if at < 0 {
		return text
	}
	out, rest := text[:start], text[start:]
	for at >= 0 {
		out = append(out, rest[:at]...)
		r, size := escaped(rest[at:])
		if size == 0 {
			r, size = '_', 1
		}
		out = utf8.AppendRune(out, r)
		rest = rest[at+size:]
		at = bytes.Index(rest, []byte("_x"))
	}
	return append(out, rest...)
}

// escaped reads one _xHHHH_, or two that are the halves of one character. size is 0 if b does not begin with one.
func escaped(b []byte) (r rune, size int) {
	r, ok := escapedUnit(b)
	if !ok {
		return 0, 0
	}
	if utf16.IsSurrogate(r) {
		if low, ok := escapedUnit(b[escapedSize:]); ok {
			if whole := utf16.DecodeRune(r, low); whole != utf8.RuneError {
				return whole, 2 * escapedSize
			}
		}
	}
	return r, escapedSize // a lone half becomes U+FFFD when it is written as UTF-8
}

const escapedSize = len("_x0000_")

func escapedUnit(b []byte) (rune, bool) {
	if len(b) < escapedSize || b[0] != '_' || b[1] != 'x' || b[escapedSize-1] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(n), err == nil
}
