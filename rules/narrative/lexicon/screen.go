package lexicon

import (
	"slices"
	"strings"
)

// A screen answers, in one pass over the original bytes, which stretches of a
// text can hold a term. It looks up the lists of each word. A stretch, which is
// one sentence or a few, can hold a term only if it has the words of all the
// steps of a pattern; that is asked only of a stretch with the word of a pattern
// that tells most, its anchor, and first by signatures.
//
// Note: one scan for anchors alone was the first way. Customs are told in common
// words ("no food in front of the family"), and two sentences in three of
// ordinary notes passed it; one in fifteen passes this.
type screen struct {
	index
	words  *trie
	kind   [256]byteKind
	parts  [256]bool  // whether a byte parts a plain word from the next
	signs  [256]int32 // the list of a sign
	number int32      // the list of a number that has no other
	flags  []listFlag // by list
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

// newScreen builds the screen of patterns. The set after the last marks
// contractions.
func newScreen(words *trie, patterns []*pattern, sets int, cost func(int32) int) *screen {
	sc := &screen{words: words, number: words.list(anyNumber), index: newIndex(words.lists, patterns, sets, cost)}
	sc.classify()
	sc.flags = make([]listFlag, len(words.lists))
	for i, list := range words.lists {
		if slices.Contains(list, int32(sets)) {
			sc.flags[i] |= isContraction
		}
		for _, g := range sc.anchored[i].all {
			sc.flags[i] |= isAnchor
			if g.pattern.lone() {
				sc.flags[i] |= isSure
			}
		}
	}
	return sc
}

func (sc *screen) classify() {
	for c := range 256 {
		b := byte(c)
		sc.parts[c] = c < 0x80 && b != '\'' && sc.words.raw[c] == 0
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

// plausible reports whether some pattern finds all its words in the stretch.
func (w *Scanner) plausible() bool {
	sc := w.screen
	var here signature
	for _, list := range w.lists[:w.n] {
		here.add(&sc.signatures[list])
	}
	for _, at := range w.anchor[:w.anchors] {
		guards := &sc.anchored[w.lists[at]]
		for i, bit := range guards.tells {
			if !here.has(bit) {
				continue
			}
			if g := &guards.all[i]; w.beside(int(at), g) && here.mayHold(&g.needs) && w.holdsAll(g.pattern.needs[1:]) {
				return true
			}
		}
	}
	return false
}

// beside reports whether the word that must come right beside the one at a place may be
// there: it or, where that is a sign that is passed over, the one beyond.
func (w *Scanner) beside(at int, g *guard) bool {
	if g.side == 0 {
		return true
	}
	for k := at + int(g.side); k >= 0 && k < w.n && k != at+3*int(g.side); k += int(g.side) {
		if w.screen.words.members[w.lists[k]].has(g.near) {
			return true
		}
	}
	return false
}

// holdsAll reports whether the words of the stretch belong to each of the sets.
func (w *Scanner) holdsAll(sets []int32) bool {
	for _, s := range sets {
		if !w.holds(s) {
			return false
		}
	}
	return true
}

func (w *Scanner) holds(set int32) bool {
	for _, list := range w.lists[:w.n] {
		if w.screen.words.members[list].has(set) {
			return true
		}
	}
	return false
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
