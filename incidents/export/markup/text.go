package markup

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// TextEnd gives where the text that begins at p ends: at the next tag, or at the end of b. Comments and CDATA
// sections belong to the text.
func TextEnd(b []byte, p int) int {
	for {
		n := bytes.IndexByte(b[p:], '<')
		if n < 0 || p+n+1 >= len(b) {
			return len(b)
		}
		p += n
		if c := b[p+1]; c != '!' && c != '?' {
			return p
		}
		var ok bool
		if p, ok = skip(b, p); !ok {
			return len(b)
		}
	}
}

// Plain tells whether raw text means what it says, without AppendText.
func Plain(raw []byte) bool {
	return bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '<') < 0
}

// AppendText decodes raw text between two tags: entities are resolved, CDATA sections taken as they are, comments left
// out. An entity that is not XML's own stays as it is written.
func AppendText(dst, raw []byte) []byte {
	for len(raw) > 0 {
		if Plain(raw) {
			return append(dst, raw...)
		}
		n := bytes.IndexAny(raw, "&<")
		dst = append(dst, raw[:n]...)
		raw = raw[n:]
		if raw[0] == '&' {
			dst, raw = entity(dst, raw)
			continue
		}
		after, _ := skip(raw, 0)
		if bytes.HasPrefix(raw, []byte("<![CDATA[")) {
			dst = append(dst, bytes.TrimSuffix(raw[9:after], []byte("]]>"))...)
		}
		raw = raw[max(after, 1):]
	}
	return dst
}

// longest is the number of bytes in which an entity must end, to be one.
const longest = 12

// entity decodes the entity that raw begins with.
func entity(dst, raw []byte) (grown, rest []byte) {
	end := bytes.IndexByte(raw[:min(len(raw), longest)], ';')
	if end < 0 {
		return append(dst, '&'), raw[1:]
	}
	r, ok := named(raw[1:end])
	if !ok {
		return append(dst, '&'), raw[1:]
	}
	return utf8.AppendRune(dst, r), raw[end+1:]
}

func named(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil || n > utf8.MaxRune {
		return utf8.RuneError, err == nil
	}
	return rune(n), true
}
