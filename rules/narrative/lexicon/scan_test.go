package lexicon

import (
	"strings"
	"testing"
)

// FuzzLetters holds that eight bytes looked at in one go are read as one by one.
func FuzzLetters(f *testing.F) {
	f.Add("Interpreter's", 0)
	f.Add("AZaz09@[`{/: \x00\x10\x19\x7f\x80\xff", 3)
	f.Add("antidisestablishmentarianism", 0)
	f.Fuzz(func(t *testing.T, s string, i int) {
		if i < 0 || i >= len(s) {
			return
		}
		lo, hi, end := letters(s+strings.Repeat(" ", 16), i)
		if l, h, e := lettersAtEnd(s, i); l != lo || h != hi || e != end {
			t.Errorf("%q from %d: %x %x to %d at once, %x %x to %d one by one", s, i, lo, hi, end, l, h, e)
		}
		for k := i; k < end; k++ {
			c := byte(lo >> (8 * (k - i) & 63))
			if k-i >= 8 {
				c = byte(hi >> (8 * (k - i - 8)))
			}
			if want := strings.ToLower(s[k : k+1]); string(c) != want {
				t.Errorf("%q: byte %d is read as %q; want %q", s, k, c, want)
			}
		}
	})
}
