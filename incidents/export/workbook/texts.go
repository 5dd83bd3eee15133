package workbook

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"siequity/incidents/export/markup"
)

// texts are a workbook's shared texts, decoded, in few large pieces: one slice a text would cost twice the memory.
type texts struct {
	chunks [][]byte
	places []place
}

// A place is where a shared text lies.
type place struct{ chunk, start, size uint32 }

const chunkSize = 1 << 20

// at gives the text of that number.
func (s *texts) at(i int) (text []byte, ok bool) {
	if i < 0 || i >= len(s.places) {
		return nil, false
	}
	p := s.places[i]
	return s.chunks[p.chunk][p.start : p.start+p.size : p.start+p.size], true
}

// keep copies a text to the end of them.
func (s *texts) keep(text []byte) {
	n := len(s.chunks)
	if n == 0 || cap(s.chunks[n-1])-len(s.chunks[n-1]) < len(text) {
		s.chunks = append(s.chunks, make([]byte, 0, max(chunkSize, len(text))))
		n++
	}
	chunk := s.chunks[n-1]
	s.places = append(s.places, place{uint32(n - 1), uint32(len(chunk)), uint32(len(text))})
	s.chunks[n-1] = append(chunk, text...)
}

// blockSize is how many bytes of the shared texts are scanned at once.
const blockSize = 1 << 20

// Load reads the shared texts, the first time that it is called.
func (b *Book) Load() error {
	b.loading.Do(func() {
		if b.hasText {
			b.failed = b.load()
		}
	})
	return b.failed
}

func (b *Book) load() error {
	part, err := b.texts.Keep()
	if err != nil {
		return err
	}
	defer part.Close()
	x, err := markup.NewBlocks(part, "si", "sst", blockSize)
	if err != nil {
		return err
	}
	var piece, scratch []byte
	for !x.Done() {
		if piece, err = x.Next(piece); err != nil {
			return err
		}
		scratch = b.shared.add(piece, scratch)
	}
	return nil
}

// Text gives the shared text of that number, after Load. It must not be written to.
func (b *Book) Text(i int) (text []byte, ok bool) { return b.shared.at(i) }

// add takes the texts of a piece that begins and ends between two of them.
func (s *texts) add(b, scratch []byte) []byte {
	tag, ok := markup.Next(b, 0)
	for ; ok; tag, ok = markup.Next(b, tag.After) {
		if !tag.Is("si") {
			continue
		}
		scratch = scratch[:0]
		if !tag.Empty {
			scratch, tag.After = AppendRuns(scratch, b, tag.After, "si")
		}
		s.keep(scratch)
	}
	return scratch
}

// AppendRuns appends the text of an element that may be cut into runs, from p to the end tag of that name. Phonetic guides
// (rPh) are how it sounds, not what it says, and are left out.
func AppendRuns(dst, b []byte, p int, name string) (text []byte, after int) {
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

// AppendText appends the text of an element without runs, from its raw form between two tags.
func AppendText(dst, raw []byte) []byte {
	start := len(dst)
	return unescape(markup.AppendText(dst, raw), start)
}

// Plain tells whether raw text means what it says, without AppendText.
func Plain(raw []byte) bool {
	return markup.Plain(raw) && !bytes.Contains(raw, []byte("_x"))
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
