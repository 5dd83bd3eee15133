package export

import "bytes"

// Trim drops the space on both sides of a cell's text, no-break spaces included. It does not copy.
func Trim(text []byte) []byte {
	if n := len(text); n > 0 && solid(text[0]) && solid(text[n-1]) {
		return text
	}
	for {
		t := bytes.TrimSpace(text)
		t = bytes.TrimPrefix(bytes.TrimSuffix(t, nbsp), nbsp)
		if len(t) == len(text) {
			return t
		}
		text = t
	}
}

// solid reports a byte that is neither space nor part of a letter beyond ASCII.
func solid(c byte) bool { return c > ' ' && c < 0x80 }

var nbsp = []byte("\u00a0")
