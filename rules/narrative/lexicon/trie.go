package lexicon

import "slices"

// A trie is a dense automaton over words: a table of states by byte classes.
// It answers which word sets a word belongs to in one walk.
type trie struct {
	class  [256]uint8
	width  int
	next   []int32 // state*width + class; 0 is "no such word"
	exact  map[int32][]int32
	stem   map[int32][]int32
	finals []int32   // per state, for a word that ends here: exact and inherited stems, an index of lists
	passes []int32   // per state, for a word that goes on: inherited stems, an index of lists
	lists  [][]int32 // the word sets; the first is empty
}

const rootState = 1

// An atom is one alternative of a pattern's step: a word or the head of words.
type atom struct {
	text string
	stem bool
}

// newTrie builds the automaton of the atoms of each set, numbered from 0.
func newTrie(sets [][]atom) *trie {
	t := &trie{width: 1, exact: map[int32][]int32{}, stem: map[int32][]int32{}, lists: [][]int32{nil}}
	for _, set := range sets {
		for _, a := range set {
			for i := 0; i < len(a.text); i++ {
				t.classify(a.text[i])
			}
		}
	}
	t.addState()
	t.addState()
	for id, set := range sets {
		for _, a := range set {
			t.insert(a, int32(id))
		}
	}
	t.finals, t.passes = make([]int32, t.states()), make([]int32, t.states())
	t.settle(rootState, 0)
	return t
}

func (t *trie) classify(b byte) {
	if t.class[b] == 0 {
		t.class[b] = uint8(t.width)
		t.width++
	}
}

func (t *trie) addState() int32 {
	t.next = append(t.next, make([]int32, t.width)...)
	return int32(t.states() - 1)
}

func (t *trie) states() int { return len(t.next) / t.width }

func (t *trie) insert(a atom, set int32) {
	s := int32(rootState)
	for i := 0; i < len(a.text); i++ {
		k := int(s)*t.width + int(t.class[a.text[i]])
		if t.next[k] == 0 {
			n := t.addState()
			t.next[k] = n
		}
		s = t.next[k]
	}
	if a.stem {
		t.stem[s] = append(t.stem[s], set)
		return
	}
	t.exact[s] = append(t.exact[s], set)
}

// settle hands the stems of each state down to the states below it.
func (t *trie) settle(s, above int32) {
	t.passes[s] = t.union(above, t.stem[s])
	t.finals[s] = t.union(t.passes[s], t.exact[s])
	for c := 1; c < t.width; c++ {
		if n := t.next[int(s)*t.width+c]; n != 0 {
			t.settle(n, t.passes[s])
		}
	}
}

// union returns the index of list a with b added.
func (t *trie) union(a int32, b []int32) int32 {
	if len(b) == 0 {
		return a
	}
	out := append(slices.Clone(t.lists[a]), b...)
	slices.Sort(out)
	t.lists = append(t.lists, slices.Compact(out))
	return int32(len(t.lists) - 1)
}

// sets returns the sets that word w belongs to, in ascending order.
func (t *trie) sets(w string) []int32 {
	s := int32(rootState)
	for i := 0; i < len(w); i++ {
		n := t.next[int(s)*t.width+int(t.class[w[i]])]
		if n == 0 {
			return t.lists[t.passes[s]]
		}
		s = n
	}
	return t.lists[t.finals[s]]
}
