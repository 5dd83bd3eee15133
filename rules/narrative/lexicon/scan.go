package lexicon

import (
	"math/bits"

	"siequity/rules/narrative/text"
)

// maxWords is how many words of a stretch are looked at; a longer stretch is taken
// to hold a term.
const maxWords = 250

// A scanner reads stretches and keeps what it saw of the words of the last. It
// remembers the lists of the words it met, as a text repeats its words: the
// automaton is walked once for a word, and a look at one line of memory does for
// the next. What it remembers never changes what it finds.
type scanner struct {
	screen  *screen
	folder  text.Folder
	flags   listFlag
	n       int             // words in lists
	anchors int             // lists in anchor
	lists   [maxWords]int32 // the lists of the words
	anchor  [maxWords]int32 // those that hold the anchor of a pattern
	known   [1 << knownBits]knownWord
}

// A knownWord is a word of up to 16 letters and digits, in small letters, the
// first in the lowest byte, and its list.
type knownWord struct {
	lo, hi uint64
	list   int32
	flags  listFlag
}

// knownBits is the logarithm of how many words a scanner remembers: with 24 bytes
// each they fit the near memory of a processor.
const knownBits = 12

// add notes a word of a list; list 0 is no word.
func (w *scanner) add(list int32, f listFlag) {
	if w.n == maxWords {
		w.flags |= isSure
		return
	}
	// Stored whatever it is and counted if it counts, as a processor cannot foresee which.
	w.lists[w.n] = list
	w.n += int(uint32(-list) >> 31)
	w.anchor[w.anchors] = list
	w.anchors += int(f & isAnchor)
	w.flags |= f
}

// read notes the words of the stretch that begins at byte i and returns its end.
func (w *scanner) read(s string, i int) int {
	sc := w.screen
	for i < len(s) {
		switch sc.kind[s[i]] {
		case alnum:
			i = w.word(s, i)
		case beyond:
			i = w.fold(s, i)
		case signed:
			w.add(sc.signs[s[i]], sc.flags[sc.signs[s[i]]])
			i++
		case stop:
			if s[i] == '?' && sc.signs['?'] != 0 {
				w.add(sc.signs['?'], sc.flags[sc.signs['?']])
			}
			i++
			if sc.ends(s, i) {
				return i
			}
		case newLine:
			return i + 1
		default:
			i++
		}
	}
	return i
}

// word notes the word that begins at byte i and returns its end.
func (w *scanner) word(s string, i int) int {
	lo, hi, j := letters(s, i)
	list, f := int32(0), listFlag(0)
	if j < len(s) && j-i == 16 && w.screen.kind[s[j]] == alnum {
		list, j = w.walk(s, i)
		f = w.screen.flags[list]
	} else {
		k := &w.known[(lo^hi*0x9E3779B97F4A7C15)*0xD6E8FEB86659FD93>>(64-knownBits)]
		if k.lo != lo || k.hi != hi {
			k.lo, k.hi = lo, hi
			k.list, _ = w.walk(s, i)
			k.flags = w.screen.flags[k.list]
		}
		list, f = k.list, k.flags
	}
	if j < len(s) && (s[j] >= 0x80 || s[j] == '\'' && w.screen.wordAt(s, j+1)) || f&isContraction != 0 {
		return w.fold(s, i)
	}
	w.add(list, f)
	return j
}

// walk returns the list of the word that begins at byte i, and its end.
func (w *scanner) walk(s string, i int) (list int32, end int) {
	t := w.screen.words
	j, st := i, t.width
	for j < len(s) {
		n := t.next[st+int32(t.raw[s[j]])]
		if n == 0 {
			break
		}
		st = n
		j++
	}
	list = t.next[st+t.finals]
	if j < len(s) && w.screen.kind[s[j]] == alnum {
		list = t.next[st+t.passes]
		for j++; j < len(s) && w.screen.kind[s[j]] == alnum; j++ {
		}
	}
	if list == 0 && s[i] <= '9' {
		list = w.screen.number
	}
	return list, j
}

const (
	ones     = 0x0101010101010101
	highBits = 0x80 * ones
	caseBits = 0x20 * ones
)

// letters returns up to 16 letters and digits of s from byte i on, in small
// letters, and where they end. Eight bytes are looked at in one go.
func letters(s string, i int) (lo, hi uint64, end int) {
	if i+16 > len(s) {
		return lettersAtEnd(s, i)
	}
	x := eight(s, i)
	if m := notAlnum(x); m != 0 {
		n := bits.TrailingZeros64(m) &^ 7
		return (x | caseBits) & (1<<n - 1), 0, i + n>>3
	}
	lo = x | caseBits
	x = eight(s, i+8)
	if m := notAlnum(x); m != 0 {
		n := bits.TrailingZeros64(m) &^ 7
		return lo, (x | caseBits) & (1<<n - 1), i + 8 + n>>3
	}
	return lo, x | caseBits, i + 16
}

// lettersAtEnd is letters within the last bytes of s.
func lettersAtEnd(s string, i int) (lo, hi uint64, end int) {
	for end = i; end < len(s) && end-i < 16; end++ {
		c := uint64(s[end])
		if notAlnum(c)&0x80 != 0 {
			break
		}
		if at := 8 * (end - i); at < 64 {
			lo |= (c | 0x20) << at
		} else {
			hi |= (c | 0x20) << (at - 64)
		}
	}
	return lo, hi, end
}

// eight returns eight bytes of s from byte i on, the first the lowest.
func eight(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// notAlnum returns the high bit of each byte of x that is no ASCII letter or
// digit: a byte below 0x80 with 0x80-c added has its high bit from c on.
func notAlnum(x uint64) uint64 {
	plain := x &^ highBits
	low := plain | caseBits
	letter := (low + (0x80-'a')*ones) &^ (low + (0x80-'z'-1)*ones)
	digit := (plain + (0x80-'0')*ones) &^ (plain + (0x80-'9'-1)*ones)
	return (^(letter | digit) | x) & highBits
}

// fold notes the words of a run that is not plain ASCII, or that has an
// apostrophe, as the reading proper would see them, and returns its end.
func (w *scanner) fold(s string, i int) int {
	sc := w.screen
	j := i
	for sc.wordAt(s, j) || j < len(s) && s[j] == '\'' && sc.wordAt(s, j+1) {
		j++
	}
	low := w.folder.Fold(s[i:j]).Low
	for k := 0; k < len(low); {
		if !wordByte(low[k]) {
			if list := sc.signs[low[k]]; list != 0 {
				w.add(list, sc.flags[list])
			}
			k++
			continue
		}
		n := wordEnd(low, k, len(low))
		list, neg := sc.words.parts(low[k:n], sc.number)
		w.add(list, sc.flags[list])
		if neg != 0 {
			w.add(neg, sc.flags[neg])
		}
		k = n
	}
	return j
}
