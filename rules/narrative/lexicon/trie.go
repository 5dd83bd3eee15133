package lexicon

import (
	"encoding/binary"
	"slices"
)

// A trie is a dense automaton over words: a table of states by byte classes.
// It answers which word sets a word belongs to in one walk.
//
// A state is the offset of its row in next. A row holds, by class, the state that
// follows (0 for none), then two lists of word sets: of a word that goes on where
// the row has no way (inherited stems), and of a word that ends here.
type trie struct {
	class  [256]uint8 // of a folded byte; 0 for one that no word holds
	raw    [256]uint8 // of an original letter or digit, capitals like small letters; 0 for all else
	passes int32      // column of the list of a word that goes on
	finals int32      // column of the list of a word that ends
	width  int32
	next   []int32
	lists  [][]int32 // each list once, in ascending order; the first is empty

	members []members // by list: the same sets, to be asked for one
}

// members tells by a bit for each word set whether it is one of a list.
type members []uint64

func (m members) has(set int32) bool { return m[set>>6]>>(set&63)&1 != 0 }

// fillMembers lays out the members of all lists in one piece.
func (t *trie) fillMembers(sets int) {
	width := sets>>6 + 1
	all := make(members, width*len(t.lists))
	t.members = make([]members, len(t.lists))
	for i, list := range t.lists {
		m := all[i*width : (i+1)*width : (i+1)*width]
		for _, s := range list {
			m[s>>6] |= 1 << (s & 63)
		}
		t.members[i] = m
	}
}

// An atom is one alternative of a pattern's step: a word or the head of words.
type atom struct {
	text string
	stem bool
}

// list returns the index of the list of the sets that word w belongs to.
func (t *trie) list(w string) int32 {
	s := t.width
	for i := 0; i < len(w); i++ {
		n := t.next[s+int32(t.class[w[i]])]
		if n == 0 {
			return t.next[s+t.passes]
		}
		s = n
	}
	return t.next[s+t.finals]
}

// A trieBuilder lays out a trie.
type trieBuilder struct {
	*trie
	ids    map[string]int32   // lists by their bytes
	unions map[[2]int32]int32 // results of union
}

// newTrie builds the automaton of the atoms of each set, numbered from 0, and of
// the misspellings of the slippery sets.
func newTrie(sets [][]atom, slippery map[int32]bool, common map[string]int) *trie {
	b := &trieBuilder{&trie{lists: [][]int32{nil}}, map[string]int32{"": 0}, map[[2]int32]int32{}}
	words := gather(sets)
	b.classify(words)
	b.next = make([]int32, 2*b.width, 12<<20) // room for all, so that it need not be copied as it grows
	for _, w := range words {
		b.insert(w.text, w.stem, b.intern(w.sets))
	}
	for w := range eachContraction {
		b.insert(w, false, b.intern([]int32{int32(len(sets))}))
	}
	b.slips(words, slippery, common)
	b.share()
	b.fillMembers(len(sets))
	return b.trie
}

// A word is an atom with the sets that hold it.
type word struct {
	atom
	sets []int32
}

// gather lists the atoms of all sets, each once, in the order of their first set.
func gather(sets [][]atom) []word {
	at := map[atom]int{}
	var out []word
	for id, set := range sets {
		for _, a := range set {
			k, ok := at[a]
			if !ok {
				k = len(out)
				at[a], out = k, append(out, word{atom: a})
			}
			if n := len(out[k].sets); n == 0 || out[k].sets[n-1] != int32(id) {
				out[k].sets = append(out[k].sets, int32(id))
			}
		}
	}
	return out
}

// classify numbers the bytes that words hold.
func (b *trieBuilder) classify(words []word) {
	classes := uint8(1)
	note := func(text string) {
		for i := 0; i < len(text); i++ {
			if b.class[text[i]] == 0 {
				b.class[text[i]] = classes
				classes++
			}
		}
	}
	note("abcdefghijklmnopqrstuvwxyz0123456789")
	for _, w := range words {
		note(w.text)
	}
	for c := range 128 {
		if low := c | 0x20; 'a' <= low && low <= 'z' && c >= 'A' {
			b.raw[c] = b.class[low]
		} else if '0' <= c && c <= '9' {
			b.raw[c] = b.class[c]
		}
	}
	b.passes, b.finals, b.width = int32(classes), int32(classes)+1, int32(classes)+2
}

// insert adds a word that belongs to the sets of a list.
func (b *trieBuilder) insert(text string, stem bool, list int32) {
	s := b.width
	for i := 0; i < len(text); i++ {
		k := s + int32(b.class[text[i]])
		if b.next[k] == 0 {
			b.next[k] = b.addState(b.next[s+b.passes])
		}
		s = b.next[k]
	}
	if stem {
		b.handDown(s, list)
		return
	}
	b.next[s+b.finals] = b.union(b.next[s+b.finals], list)
}

// addState appends a row that inherits the stems of the row above it.
func (b *trieBuilder) addState(stems int32) int32 {
	s := int32(len(b.next))
	b.next = slices.Grow(b.next, int(b.width))[:len(b.next)+int(b.width)]
	b.next[s+b.passes], b.next[s+b.finals] = stems, stems
	return s
}

// handDown gives a stem's sets to a state and to those below it.
func (b *trieBuilder) handDown(s, list int32) {
	for _, col := range [2]int32{b.passes, b.finals} {
		b.next[s+col] = b.union(b.next[s+col], list)
	}
	for c := int32(1); c < b.passes; c++ {
		if n := b.next[s+c]; n != 0 {
			b.handDown(n, list)
		}
	}
}

// share makes one row of rows that are alike, as most are: the words that one slip of
// the keys makes of a word all end as it does. It leaves about a sixth of the rows.
func (b *trieBuilder) share() {
	width := int(b.width)
	moved := make([]int32, len(b.next)/width) // by old row: its new offset
	rows := make([]int32, 2*width, len(b.next)/4)
	offsets := make(map[uint64]int32, len(moved)/4) // of new rows, by their hash
	for old := len(moved) - 1; old > 1; old-- {     // a row is younger than the one that leads to it
		row := b.next[old*width : (old+1)*width]
		hash := b.settle(row, moved)
		at, ok := offsets[hash]
		if !ok || !slices.Equal(rows[at:int(at)+width], row) {
			at = int32(len(rows))
			offsets[hash], rows = at, append(rows, row...)
		}
		moved[old] = at
	}
	root := b.next[width : 2*width]
	b.settle(root, moved)
	copy(rows[width:], root) // where it was
	b.next = slices.Clip(rows)
}

// settle lets a row lead to where the rows that it leads to went, and returns its hash.
func (b *trieBuilder) settle(row, moved []int32) uint64 {
	hash := uint64(0)
	for c, n := range row {
		if n == 0 {
			continue
		}
		if int32(c) < b.passes {
			row[c] = moved[n/b.width]
		}
		hash = (hash ^ uint64(c)<<32 ^ uint64(row[c])) * 0x9E3779B97F4A7C15
		hash ^= hash >> 29
	}
	return hash
}

// union returns the index of the list of the sets of two lists.
func (b *trieBuilder) union(x, y int32) int32 {
	if x == y || y == 0 {
		return x
	}
	if x == 0 {
		return y
	}
	key := [2]int32{x, y}
	id, ok := b.unions[key]
	if !ok {
		both := slices.Concat(b.lists[x], b.lists[y])
		slices.Sort(both)
		id = b.intern(slices.Compact(both))
		b.unions[key] = id
	}
	return id
}

// intern returns the index of a list, the same for equal lists.
func (b *trieBuilder) intern(sets []int32) int32 {
	key := make([]byte, 0, 4*len(sets))
	for _, s := range sets {
		key = binary.LittleEndian.AppendUint32(key, uint32(s))
	}
	id, ok := b.ids[string(key)]
	if !ok {
		id = int32(len(b.lists))
		b.ids[string(key)], b.lists = id, append(b.lists, sets)
	}
	return id
}
