package markup

import "bytes"

// A Tag is a start or end tag found in a slice of bytes.
type Tag struct {
	Name   []byte // local name, such as row in <x:row>
	Prefix []byte // what comes before it, such as x: in <x:row>
	Start  int    // position of <
	After  int    // position after >
	Close  bool   // an end tag, </row>
	Empty  bool   // a start tag without content, <row/>
	attrs  []byte
}

// Next finds the next tag of b from position p on. ok is false when there is none, or when b ends before it does.
func Next(b []byte, p int) (tag Tag, ok bool) {
	for {
		n := bytes.IndexByte(b[p:], '<')
		if n < 0 || p+n+1 >= len(b) {
			return Tag{}, false
		}
		p += n
		if c := b[p+1]; c != '!' && c != '?' {
			return read(b, p)
		}
		if p, ok = skip(b, p); !ok {
			return Tag{}, false
		}
	}
}

// skip steps over a comment, CDATA section, declaration or processing instruction at p.
func skip(b []byte, p int) (after int, ok bool) {
	end := ">"
	switch rest := b[p:]; {
	case bytes.HasPrefix(rest, []byte("<!--")):
		end = "-->"
		p += 4
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		end = "]]>"
		p += 9
	case bytes.HasPrefix(rest, []byte("<?")):
		end = "?>"
		p += 2
	case len(rest) < 9: // too short to tell
		return len(b), false
	}
	n := bytes.Index(b[p:], []byte(end))
	if n < 0 {
		return len(b), false
	}
	return p + n + len(end), true
}

// read reads the tag at p.
func read(b []byte, p int) (tag Tag, ok bool) {
	tag.Start = p
	p++
	if b[p] == '/' {
		tag.Close = true
		p++
	}
	begin, name := p, p
	for p < len(b) && b[p] > ' ' && b[p] != '>' && b[p] != '/' {
		if b[p] == ':' {
			name = p + 1
		}
		p++
	}
	tag.Prefix, tag.Name = b[begin:name], b[name:p]
	attrs := p
	for p < len(b) && b[p] != '>' {
		if c := b[p]; c == '"' || c == '\'' {
			n := bytes.IndexByte(b[p+1:], c)
			if n < 0 {
				return Tag{}, false
			}
			p += n + 1
		}
		p++
	}
	if p >= len(b) {
		return Tag{}, false
	}
	tag.After = p + 1
	if b[p-1] == '/' && p > attrs {
		tag.Empty = true
		p--
	}
	tag.attrs = b[attrs:p]
	return tag, true
}

// Is tells whether the tag is a start tag (or an empty one) of that local name.
func (t Tag) Is(name string) bool { return !t.Close && string(t.Name) == name }

// Ends tells whether the tag is an end tag of that local name.
func (t Tag) Ends(name string) bool { return t.Close && string(t.Name) == name }

// Attributes gives what NextAttribute takes apart.
func (t Tag) Attributes() []byte { return t.attrs }

// Attr gives the raw value of an attribute by its local name, nil if the tag has none.
func (t Tag) Attr(name string) []byte {
	for rest := t.attrs; len(rest) > 0; {
		var n, v []byte
		if n, v, rest = NextAttribute(rest); string(n) == name {
			return v
		}
	}
	return nil
}

// NextAttribute gives the first attribute of attrs, its local name and raw value, and what follows it.
func NextAttribute(attrs []byte) (name, value, rest []byte) {
	p := 0
	for p < len(attrs) && attrs[p] <= ' ' {
		p++
	}
	start := p
	for p < len(attrs) && attrs[p] != '=' && attrs[p] > ' ' {
		if attrs[p] == ':' {
			start = p + 1
		}
		p++
	}
	name = attrs[start:p]
	for p < len(attrs) && attrs[p] != '"' && attrs[p] != '\'' {
		p++
	}
	if p+1 >= len(attrs) {
		return name, nil, nil
	}
	n := bytes.IndexByte(attrs[p+1:], attrs[p])
	if n < 0 {
		return name, nil, nil
	}
	return name, attrs[p+1 : p+1+n : p+1+n], attrs[p+n+2:]
}
