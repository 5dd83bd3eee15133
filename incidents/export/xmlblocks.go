package export

import (
	"archive/zip"
	"bytes"
	"io"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"

	"siequity/incidents/export/markup"
)

// maxTail is how much of a part is kept of what follows its last row: the list of merged cells.
const maxTail = 4 << 20

// xmlBlocks cuts a part of a workbook between elements of one name, in pieces of about a megabyte.
type xmlBlocks struct {
	io.Closer
	text    io.Reader
	element string // the cut is before one of these
	parent  string // which are all within one of these
	start   []byte // how the element begins in this part, with its prefix; empty before the first piece
	rest    []byte // begins with an element
	done    bool   // the last piece was handed out
}

func openXML(m *zip.File, limit int64, element, parent string) (*xmlBlocks, error) {
	r, err := openPart(m, limit)
	if err != nil {
		return nil, err
	}
	head := make([]byte, 512)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		r.Close()
		return nil, err
	}
	text, err := xmlText(head[:n], io.MultiReader(bytes.NewReader(head[:n]), r))
	if err != nil {
		r.Close()
		return nil, err
	}
	return &xmlBlocks{Closer: r, text: text, element: element, parent: parent}, nil
}

// xmlText gives a part as UTF-8. Excel writes nothing else; others may declare another encoding.
func xmlText(head []byte, r io.Reader) (io.Reader, error) {
	if bytes.HasPrefix(head, markUTF16LE) || bytes.HasPrefix(head, markUTF16BE) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(r), nil
	}
	head = bytes.TrimPrefix(head, markUTF8)
	end := bytes.Index(head, []byte("?>"))
	if !bytes.HasPrefix(head, []byte("<?xml")) || end < 0 {
		return r, nil
	}
	label := ""
	for rest := head[len("<?xml"):end]; len(rest) > 0; {
		var name, value []byte
		if name, value, rest = markup.NextAttribute(rest); string(name) == "encoding" {
			label = string(value)
		}
	}
	if label == "" || bytes.EqualFold([]byte(label), []byte("utf-8")) {
		return r, nil
	}
	return charset.NewReaderLabel(label, r)
}

// next puts the next piece into p. It ends before an element or, the last one, with the part.
func (x *xmlBlocks) next(p *piece) error {
	for want := blockSize; ; {
		n, err := p.fill(x.text, x.rest, want)
		final := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !final {
			return err
		}
		text := p.text[:n]
		if x.start == nil {
			if err := x.begin(text); err != nil {
				return err
			}
		}
		cut := x.lastStart(text)
		switch {
		case final || cut <= 0 && n > maxTail && x.ended(text):
			cut, x.done = n, true
		case cut <= 0 && n > maxRecord:
			return Fault{ID: "export/record-too-long", What: "a row does not end within 32 MB",
				Hint: "open the workbook in Excel and save it as .xlsx again"}
		case cut <= 0:
			x.rest = append(x.rest[:0], text...)
			want = growth(n)
			continue
		}
		x.rest = append(x.rest[:0], text[cut:]...)
		p.text = text[:cut]
		return nil
	}
}

// begin learns the prefix of the part's names from its root, and refuses document types.
func (x *xmlBlocks) begin(text []byte) error {
	x.start = []byte("<" + x.element)
	if root, ok := markup.Next(text, 0); ok {
		x.start = []byte("<" + string(root.Prefix) + x.element)
	}
	return declared(text[:min(len(text), sniffSize)])
}

// lastStart gives where the last element begins, 0 or less if none does after the beginning of the text.
func (x *xmlBlocks) lastStart(text []byte) int {
	if sections(text) {
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
func (x *xmlBlocks) scanStart(text []byte) int {
	last := -1
	for tag, ok := markup.Next(text, 0); ok; tag, ok = markup.Next(text, tag.After) {
		if tag.Is(x.element) {
			last = tag.Start
		}
	}
	return last
}

// ended tells whether the text closes the element's parent.
func (x *xmlBlocks) ended(text []byte) bool {
	for tag, ok := markup.Next(text, 0); ok; tag, ok = markup.Next(text, tag.After) {
		if tag.Ends(x.parent) {
			return true
		}
	}
	return false
}
