package lexicon

import (
	"siequity/rules/narrative/text"
)

// maxWords is how many words of a stretch are looked at; a longer stretch is taken
// to hold a term.
const maxWords = 250

// A Scanner goes through texts, one at a time. It remembers the lists of the words
// it met, as a text repeats its words: the automaton is walked once for a word, and
// a look at one line of memory does for the next. What it remembers never changes
// what it finds.
type Scanner struct {
	lx      *Lexicon
	screen  *screen
	folder  text.Folder
	flags   listFlag
	n       int             // words in lists, of the stretch looked at
	anchors int             // places in anchor
	lists   [maxWords]int32 // the lists of the words
	anchor  [maxWords]uint8 // the places in lists of those that hold the anchor of a pattern
	words   [1 << knownBits]knownWord
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

// Scanner returns a scanner, for one goroutine.
func (lx *Lexicon) Scanner() *Scanner { return &Scanner{lx: lx, screen: lx.screen} }

// Forget wipes what the scanner keeps of a text but for single words of up to 16 letters.
func (w *Scanner) Forget() { w.folder.Forget() }

// Next returns the first stretch of s, from byte from on, that may hold a term:
// a sentence, or a few that are hard to part. What lies before it holds none.
func (w *Scanner) Next(s string, from int) (start, end int, ok bool) {
	for start = from; start < len(s); start = end {
		w.n, w.anchors, w.flags = 0, 0, 0
		end = w.read(s, start)
		if w.flags&isSure != 0 || w.anchors > 0 && w.plausible() {
			return start, end, true
		}
	}
	return len(s), len(s), false
}

// add notes a word of a list; list 0 is no word.
func (w *Scanner) add(list int32, f listFlag) {
	if w.n == maxWords {
		w.flags |= isSure
		return
	}
	if f&isAnchor != 0 {
		w.anchor[w.anchors] = uint8(w.n)
		w.anchors++
	}
	if list != 0 {
		w.lists[w.n] = list
		w.n++
	}
	w.flags |= f
}

// read notes the words of the stretch that begins at byte i and returns its end.
func (w *Scanner) read(s string, i int) int {
	sc := w.screen
	for i < len(s) {
		switch sc.kind[s[i]] {
		case alnum:
			i = w.run(s, i)
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

// run notes the words from byte i on that it remembers, as long as nothing but one
// space parts them, then the word that it does not, and returns where they end.
func (w *Scanner) run(s string, i int) int {
	n, anchors, flags := w.n, w.anchors, w.flags
	for {
		lo, hi, j := letters(s, i)
		k := w.place(lo, hi)
		if k.lo != lo || k.hi != hi || k.flags&isContraction != 0 || n == maxWords || j >= len(s) || !w.screen.parts[s[j]] {
			w.n, w.anchors, w.flags = n, anchors, flags
			return w.word(s, i)
		}
		// Stored whatever it is and counted if it counts, as a processor cannot foresee which.
		w.lists[n] = k.list
		w.anchor[anchors] = uint8(n)
		anchors += int(k.flags & isAnchor)
		n += int(uint32(-k.list) >> 31)
		flags |= k.flags
		if i = j + 1; s[j] != ' ' || i == len(s) || w.screen.kind[s[i]] != alnum {
			w.n, w.anchors, w.flags = n, anchors, flags
			return j
		}
	}
}

// word notes the word that begins at byte i and returns its end.
func (w *Scanner) word(s string, i int) int {
	list, f, j := w.known(s, i)
	if j < len(s) && (s[j] >= 0x80 || s[j] == '\'' && w.screen.wordAt(s, j+1)) || f&isContraction != 0 {
		return w.fold(s, i)
	}
	w.add(list, f)
	return j
}

// known returns the list of the word of ASCII letters and digits that begins at
// byte i, and its end.
func (w *Scanner) known(s string, i int) (list int32, f listFlag, end int) {
	lo, hi, j := letters(s, i)
	if j < len(s) && j-i == 16 && w.screen.kind[s[j]] == alnum {
		list, j = w.walk(s, i)
		return list, w.screen.flags[list], j
	}
	k := w.place(lo, hi)
	if k.lo != lo || k.hi != hi {
		k.lo, k.hi = lo, hi
		k.list, _ = w.walk(s, i)
		k.flags = w.screen.flags[k.list]
	}
	return k.list, k.flags, j
}

// place returns where a word of up to 16 letters is remembered.
func (w *Scanner) place(lo, hi uint64) *knownWord {
	return &w.words[(lo^hi*0x9E3779B97F4A7C15)*0xD6E8FEB86659FD93>>(64-knownBits)]
}

// walk returns the list of the word that begins at byte i, and its end.
func (w *Scanner) walk(s string, i int) (list int32, end int) {
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

// fold notes the words of a run that is not plain ASCII, or that has an
// apostrophe, as the reading proper would see them, and returns its end.
func (w *Scanner) fold(s string, i int) int {
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
