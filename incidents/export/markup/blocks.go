package markup

import (
	"bytes"
	"errors"
	"io"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

const (
	maxElement = 32 << 20  // bytes of the longest element
	maxTail    = 4 << 20   // bytes kept of what follows the last element
	prolog     = 256 << 10 // bytes in which a document type would stand
)

// Why a document is not read further.
var (
	ErrTooLong      = errors.New("an element does not end within 32 MB")
	ErrDocumentType = errors.New("the document has a document type declaration")
)

// Blocks cuts a long XML document between elements of one name, so that the pieces can be read side by side.
type Blocks struct {
	text    io.Reader
	element string // the cut is before one of these
	parent  string // within which all of them are
	size    int    // bytes of a piece
	start   []byte // how the element begins in this document, with its prefix; nil before the first piece
	rest    []byte // begins with an element
	done    bool
}

// NewBlocks cuts the document r before elements of that name, in pieces of about size bytes. All of them are within
// one element named parent; what follows its end is in the last piece, up to 4 MB of it.
func NewBlocks(r io.Reader, element, parent string, size int) (*Blocks, error) {
	head := make([]byte, 512)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	text, err := utf8Text(head[:n], io.MultiReader(bytes.NewReader(head[:n]), r))
	if err != nil {
		return nil, err
	}
	return &Blocks{text: text, element: element, parent: parent, size: size}, nil
}

// utf8Text gives a document as UTF-8. Excel writes nothing else; others may declare another encoding.
func utf8Text(head []byte, r io.Reader) (io.Reader, error) {
	if bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF}) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(r), nil
	}
	head = bytes.TrimPrefix(head, []byte{0xEF, 0xBB, 0xBF})
	end := bytes.Index(head, []byte("?>"))
	if !bytes.HasPrefix(head, []byte("<?xml")) || end < 0 {
		return r, nil
	}
	label := ""
	for rest := head[len("<?xml"):end]; len(rest) > 0; {
		var name, value []byte
		if name, value, rest = NextAttribute(rest); string(name) == "encoding" {
			label = string(value)
		}
	}
	if label == "" || bytes.EqualFold([]byte(label), []byte("utf-8")) {
		return r, nil
	}
	return charset.NewReaderLabel(label, r)
}

// Done tells that Next has given the last piece.
func (x *Blocks) Done() bool { return x.done }

// Rest is the beginning of the next piece: at least the start of the element that it begins with.
func (x *Blocks) Rest() []byte { return x.rest }

// Next reads the next piece into buf, which it grows as needed. The piece ends before an element or, the last one, with
// the document.
func (x *Blocks) Next(buf []byte) ([]byte, error) {
	for want := x.size; ; {
		text, err := x.fill(buf, want)
		final := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !final {
			return nil, err
		}
		if err := x.begin(text); err != nil {
			return nil, err
		}
		n, cut := len(text), x.lastStart(text)
		switch {
		case final || cut <= 0 && n > maxTail && x.ended(text):
			cut, x.done = n, true
		case cut <= 0 && n > maxElement:
			return nil, ErrTooLong
		case cut <= 0:
			x.rest = append(x.rest[:0], text...)
			buf, want = text, max(min(n, maxElement+1-n), 1)
			continue
		}
		x.rest = append(x.rest[:0], text[cut:]...)
		return text[:cut], nil
	}
}

// fill puts the rest and then up to want more bytes into buf.
func (x *Blocks) fill(buf []byte, want int) ([]byte, error) {
	if need := len(x.rest) + want; cap(buf) < need {
		buf = make([]byte, need, need+need/8)
	}
	buf = buf[:len(x.rest)+want]
	copy(buf, x.rest)
	n, err := io.ReadFull(x.text, buf[len(x.rest):])
	return buf[:len(x.rest)+n], err
}

// begin learns the prefix of the document's names from its root, and refuses document types.
func (x *Blocks) begin(text []byte) error {
	if x.start != nil {
		return nil
	}
	if err := CheckProlog(text); err != nil {
		return err
	}
	if root, ok := Next(text, 0); ok {
		x.start = []byte("<" + string(root.Prefix) + x.element)
	}
	return nil
}

// CheckProlog refuses a document with a document type: they are how XML is made to grow, or to read other files.
func CheckProlog(text []byte) error {
	text = text[:min(len(text), prolog)]
	if bytes.Contains(text, []byte("<!DOCTYPE")) || bytes.Contains(text, []byte("<!ENTITY")) {
		return ErrDocumentType
	}
	return nil
}

// lastStart gives where the last element begins, 0 or less if none does after the beginning of the text.
func (x *Blocks) lastStart(text []byte) int {
	if x.start == nil || sections(text) {
		return x.scanStart(text)
	}
	for end := len(text); ; {
		at := bytes.LastIndex(text[:end], x.start)
		if at < 0 {
			return at
		}
		if after := at + len(x.start); after < len(text) && (text[after] <= ' ' || text[after] == '>' || text[after] == '/') {
			return at
		}
		end = at
	}
}

// sections tells whether a text has comments or CDATA, in which anything may look like a tag.
func sections(text []byte) bool {
	for p := 0; ; p++ {
		n := bytes.IndexByte(text[p:], '!')
		if n < 0 {
			return false
		}
		if p += n; p > 0 && text[p-1] == '<' {
			return true
		}
	}
}

// scanStart is lastStart for a text with comments or CDATA: it goes through all tags.
func (x *Blocks) scanStart(text []byte) int {
	last := -1
	for tag, ok := Next(text, 0); ok; tag, ok = Next(text, tag.After) {
		if tag.Is(x.element) {
			last = tag.Start
		}
	}
	return last
}

// ended tells whether the text closes the element's parent.
func (x *Blocks) ended(text []byte) bool {
	for tag, ok := Next(text, 0); ok; tag, ok = Next(text, tag.After) {
		if tag.Ends(x.parent) {
			return true
		}
	}
	return false
}
