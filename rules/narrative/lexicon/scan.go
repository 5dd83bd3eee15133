package lexicon

// A scanner answers, in one pass over raw bytes, whether a text can hold a
// term. It follows one telling word of each term through a dense automaton
// that starts afresh at each word, so it needs no failure links.
//
// Note: an Aho-Corasick automaton over whole phrases was the other choice.
// Words are enough, since exact phrases are checked later, and the table is
// a tenth of the size, which keeps it in the cache.
type scanner struct {
	class [256]uint8
	next  []int32 // state<<scanShift | class
}

const (
	scanShift = 6
	atBreak   = 0 // between words
	skipping  = 1 // within a word that is no anchor
	found     = 2 // an anchor was read
	// After a partial anchor, the lead bytes of invisible signs (soft hyphen,
	// zero-width space, byte order mark, combining marks) may split a word.
	leadC2, leadE2, leadE280, leadE281, leadEF = 3, 4, 5, 6, 7
	firstFree                                  = 8
)

// Byte classes beside the letters and digits.
const (
	clsBreak = iota
	clsC2
	clsE2
	clsEF
	clsMark // 0xCC and 0xCD: combining marks
	cls80   // 0x80 to 0x83 and so on take part in signs that E2 leads
	cls81
	clsHidden // 0x8B to 0x8D, 0x90, 0x91, 0xA0, 0xAD, 0xBB: second or third byte of a hidden sign
	clsHigh
	clsFirst
)

// newScanner builds the scanner of the anchors.
func newScanner(anchors []atom) *scanner {
	sc := &scanner{}
	sc.classify()
	for range firstFree {
		sc.addState(skipping)
	}
	sc.fixed()
	kids := map[[2]int32]int32{}
	for _, a := range anchors {
		sc.insert(a, kids)
	}
	return sc
}

func (sc *scanner) classify() {
	for b := 0x80; b < 0x100; b++ {
		sc.class[b] = clsHigh
	}
	for _, b := range []byte{0x8B, 0x8C, 0x8D, 0x90, 0x91, 0xA0, 0xAD, 0xBB} {
		sc.class[b] = clsHidden
	}
	sc.class[0x80], sc.class[0x81] = cls80, cls81
	sc.class[0xC2], sc.class[0xE2], sc.class[0xEF] = clsC2, clsE2, clsEF
	sc.class[0xCC], sc.class[0xCD] = clsMark, clsMark
	for c := byte('a'); c <= 'z'; c++ {
		sc.class[c] = clsFirst + c - 'a'
		sc.class[c-'a'+'A'] = clsFirst + c - 'a'
	}
	for c := byte('0'); c <= '9'; c++ {
		sc.class[c] = clsFirst + 26 + c - '0'
	}
}

// addState appends a state in which letters lead to onLetter and all else to a break.
func (sc *scanner) addState(onLetter int32) int32 {
	id := int32(len(sc.next) >> scanShift)
	row := make([]int32, 1<<scanShift)
	for c := clsFirst; c < len(row); c++ {
		row[c] = onLetter
	}
	sc.next = append(sc.next, row...)
	return id
}

func (sc *scanner) set(state int32, class int, to int32) {
	sc.next[int(state)<<scanShift|class] = to
}

// fixed lays out the states that do not depend on the anchors.
func (sc *scanner) fixed() {
	for c := range 1 << scanShift {
		sc.set(found, c, found)
	}
	for _, lead := range []int32{leadC2, leadE280, leadE281, leadEF} {
		sc.set(lead, clsHidden, found)
	}
	sc.set(leadE2, cls80, leadE280)
	sc.set(leadE2, cls81, leadE281)
}

func (sc *scanner) insert(a atom, kids map[[2]int32]int32) {
	s := int32(atBreak)
	for i := 0; i < len(a.text); i++ {
		c := int32(sc.class[a.text[i]])
		n, ok := kids[[2]int32{s, c}]
		if !ok {
			n = sc.addPartial()
			kids[[2]int32{s, c}] = n
			if sc.next[int(s)<<scanShift|int(c)] != found {
				sc.set(s, int(c), n)
			}
		}
		s = n
	}
	last := 1 << scanShift
	if !a.stem {
		last = clsFirst
	}
	for c := range last {
		sc.set(s, c, found)
	}
}

// addPartial appends the state of a partly read anchor.
func (sc *scanner) addPartial() int32 {
	s := sc.addState(skipping)
	sc.set(s, clsC2, leadC2)
	sc.set(s, clsE2, leadE2)
	sc.set(s, clsEF, leadEF)
	sc.set(s, clsMark, found)
	return s
}

// hit reports whether s may hold an anchor. It errs on the side of yes.
func (sc *scanner) hit(s string) bool {
	state := int32(atBreak)
	next := sc.next
	for i := 0; i < len(s); i++ {
		state = next[int(state)<<scanShift|int(sc.class[s[i]])]
		if state == found {
			return true
		}
	}
	return next[int(state)<<scanShift|clsBreak] == found
}
