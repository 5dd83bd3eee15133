package worklist

import (
	"strings"
	"unicode/utf8"
)

// cellLimit is how many UTF-16 units of an item's text one cell is given. Excel
// holds 32,767 in a cell; the rest is room for the note that says where the text
// goes on.
const cellLimit = 32000

// units counts a text as Excel does.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// parts cuts a text into pieces that a cell can hold, between characters.
func parts(s string) []string {
	var out []string
	from, n := 0, 0
	for i, r := range s {
		size := 1
		if r > 0xFFFF {
			size = 2
		}
		if n+size > cellLimit {
			out = append(out, s[from:i])
			from, n = i, 0
		}
		n += size
	}
	return append(out, s[from:])
}

// appendText writes a text as the inside of an XML element that Excel gives back
// unchanged. Control characters, which no workbook may hold, become the pictures
// of themselves that Unicode has; a line is ended by one line feed; and text that
// happens to look like Excel's own escape, such as _x000D_, is escaped itself.
func appendText(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			b = appendRune(b, r, size)
			i += size
			continue
		}
		switch {
		case c == '&':
			b = append(b, "&amp;"...)
		case c == '<':
			b = append(b, "&lt;"...)
		case c == '>':
			b = append(b, "&gt;"...)
		case c == '\r':
			if !strings.HasPrefix(s[i+1:], "\n") {
				b = append(b, '\n')
			}
		case c < ' ' && c != '\t' && c != '\n':
			b = utf8.AppendRune(b, 0x2400+rune(c))
		case c == 0x7F:
			b = utf8.AppendRune(b, 0x2421)
		case c == '_' && escapeLike(s[i:]):
			b = append(b, "_x005F_"...)
		default:
			b = append(b, c)
		}
		i++
	}
	return b
}

// appendRune writes a character beyond ASCII; one that XML forbids, or bytes that
// are none, become the replacement character.
func appendRune(b []byte, r rune, size int) []byte {
	if r == 0xFFFE || r == 0xFFFF || r == utf8.RuneError && size == 1 {
		r = utf8.RuneError
	}
	return utf8.AppendRune(b, r)
}

// escapeLike reports text that begins as _xHHHH_ does.
func escapeLike(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}

// visible is a text as a reader of the workbook gets it back: what appendText
// writes, without the XML.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ' && r != '\t' && r != '\n':
			return 0x2400 + r
		case r == 0x7F:
			return 0x2421
		case r == 0xFFFE || r == 0xFFFF:
			return utf8.RuneError
		}
		return r
	}, strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n"))
}

// keyOf is a key as it comes back from the workbook, so that odd characters in a
// reference do not part an item from its decision.
func keyOf(s string) string { return strings.TrimSpace(visible(s)) }
