package lexicon

import (
	"strings"

	"siequity/rules/narrative/text"
)

// A screen answers, in one pass over the original bytes, which stretches of a
// text can hold a term. It walks each word through the trie. A stretch, which is
// one sentence or a few, can hold a term only if it has the words of all the
// steps of a pattern; that is asked only of a stretch with the word of a pattern
// that tells most, its anchor.
//
// Note: one scan for anchors alone was the first way. Customs are told in common
// words ("no food in front of the family"), and two sentences in three of
// ordinary notes passed it; one in fifteen passes this.
type screen struct {
	words    *trie
	kind     [256]byteKind
	signs    [256]int32   // the list of a sign
	number   int32        // the list of a number that has no other
	flags    []listFlag   // by list
	anchored [][]*pattern // by word set: the patterns whose anchor it is
}

type byteKind uint8

const (
	other   byteKind = iota
	alnum            // an ASCII letter or digit
	beyond           // part of a letter or sign beyond ASCII
	signed           // a sign that patterns name
	stop             // may end a sentence
	newLine          // ends one
)

// A listFlag says what a word of a list means for its stretch.
type listFlag uint8

const (
	isAnchor      listFlag = 1 << iota // some pattern has it as its anchor
	isSure                             // some pattern has no other step
	isContraction                      // it stands for two words
)

// newScreen builds the screen of the terms among patterns. The set after the last
// marks contractions.
func newScreen(words *trie, patterns []*pattern, sets int) *screen {
	sc := &screen{words: words, number: words.list(anyNumber), anchored: make([][]*pattern, sets+1)}
	sc.classify()
	sure := make([]bool, sets+1)
	for _, p := range patterns {
		if !p.entry.Term() || p.entry.Kind == Homograph {
			continue
		}
		sc.anchored[p.anchor] = append(sc.anchored[p.anchor], p)
		sure[p.anchor] = sure[p.anchor] || p.lone()
	}
	sc.flags = make([]listFlag, len(words.lists))
	for i, list := range words.lists {
		for _, s := range list {
			if len(sc.anchored[s]) > 0 {
				sc.flags[i] |= isAnchor
			}
			if sure[s] {
				sc.flags[i] |= isSure
			}
			if int(s) == sets {
				sc.flags[i] |= isContraction
			}
		}
	}
	return sc
}

func (sc *screen) classify() {
	for c := range 256 {
		b := byte(c)
		switch {
		case c >= 0x80:
			sc.kind[c] = beyond
		case sc.words.raw[c] != 0:
			sc.kind[c] = alnum
		case b == '.' || b == '!' || b == '?':
			sc.kind[c] = stop
		case b == '\n' || b == '\r' || b == '\v' || b == '\f' || b == '\t' || b == '|':
			sc.kind[c] = newLine
		case b > ' ':
			if sc.signs[c] = sc.words.list(string(b)); sc.signs[c] != 0 {
				sc.kind[c] = signed
			}
		}
	}
	sc.signs['?'] = sc.words.list("?")
}

// maxWords is how many words of a stretch are looked at; a longer stretch is taken
// to hold a term.
const maxWords = 250

// A stretch is what was seen of the words of a stretch.
type stretch struct {
	flags listFlag
	n     int
	lists [maxWords]int32
}

// add notes a word of a list.
func (w *stretch) add(list int32, f listFlag) {
	if w.n == maxWords {
		w.flags |= isSure
		return
	}
	w.flags |= f
	w.lists[w.n] = list
	w.n++
}

// next returns the first stretch of s from byte from on that may hold a term.
func (sc *screen) next(s string, from int) (start, end int, ok bool) {
	var w stretch
	for start = from; start < len(s); start = end {
		w.n, w.flags = 0, 0
		end = sc.read(s, start, &w)
		if w.flags&isSure != 0 || w.flags&isAnchor != 0 && sc.plausible(&w) {
			return start, end, true
		}
	}
	return len(s), len(s), false
}

// plausible reports whether some pattern finds all its words in a stretch.
func (sc *screen) plausible(w *stretch) bool {
	var here present
	for _, list := range w.lists[:w.n] {
		here.note(sc.words.lists[list])
	}
	for _, list := range w.lists[:w.n] {
		if sc.flags[list]&isAnchor == 0 {
			continue
		}
		for _, set := range sc.words.lists[list] {
			for _, p := range sc.anchored[set] {
				if here.all(p) {
					return true
				}
			}
		}
	}
	return false
}

// read notes the words of the stretch that begins at byte i and returns its end.
func (sc *screen) read(s string, i int, w *stretch) int {
	t := sc.words
	next := t.next
	for i < len(s) {
		switch sc.kind[s[i]] {
		case alnum:
			j, st := i, t.width
			for j < len(s) {
				n := next[st+int32(t.raw[s[j]])]
				if n == 0 {
					break
				}
				st = n
				j++
			}
			list := next[st+t.finals]
			if j < len(s) && sc.kind[s[j]] == alnum {
				list = next[st+t.passes]
				for j++; j < len(s) && sc.kind[s[j]] == alnum; j++ {
				}
			}
			if j < len(s) && (s[j] >= 0x80 || s[j] == '\'' && sc.wordAt(s, j+1)) || sc.flags[list]&isContraction != 0 {
				i = sc.fold(s, i, w)
				continue
			}
			if list == 0 && s[i] <= '9' {
				list = sc.number
			}
			if list != 0 {
				w.add(list, sc.flags[list])
			}
			i = j
		case beyond:
			i = sc.fold(s, i, w)
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

func (sc *screen) wordAt(s string, i int) bool {
	return i < len(s) && (sc.kind[s[i]] == alnum || sc.kind[s[i]] == beyond)
}

// ends reports whether a sentence surely ends before byte i, which follows a stop:
// the next word has a capital and the last is too long for an abbreviation.
func (sc *screen) ends(s string, i int) bool {
	if i+1 >= len(s) || s[i] != ' ' || s[i+1] < 'A' || s[i+1] > 'Z' {
		return false
	}
	k := i - 1
	for k > 0 && sc.kind[s[k-1]] == alnum && i-k < 12 {
		k--
	}
	switch w := s[k : i-1]; {
	case len(w) < 5, strings.EqualFold(w, "approx"), strings.EqualFold(w, "section"):
		return false
	}
	return s[i-2] > '9'
}

// fold notes the words of a run that is not plain ASCII, or that has an
// apostrophe, as the reading proper would see them, and returns its end.
func (sc *screen) fold(s string, i int, w *stretch) int {
	j := i
	for sc.wordAt(s, j) || j < len(s) && s[j] == '\'' && sc.wordAt(s, j+1) {
		j++
	}
	low := text.Fold(s[i:j]).Low
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
