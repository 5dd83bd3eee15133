package lexicon

// slipLength is the least length of a word in which one slip of the keys is forgiven.
const slipLength = 7

// slips adds to the slippery sets the misspellings of their long words: one letter
// left out, doubled, swapped with its neighbour, or one vowel for another. The
// first letter must be right, and a misspelling that is itself a word of the
// lexicon, or listed as common ("finish" beside "Finnish"), is left alone.
//
// Note: every substitution was tried first and turned "observation" into
// "observance" and "national" into "rational"; these four are the slips that
// hurried notes hold.
func (b *trieBuilder) slips(words []word, slippery map[int32]bool, common map[string]int) {
	known := make(map[string]bool, len(common)+len(words))
	for w := range common {
		known[w] = true
	}
	for _, w := range words {
		known[w.text] = true
	}
	for _, w := range words {
		if len(w.text) < slipLength {
			continue
		}
		var sets []int32
		for _, s := range w.sets {
			if slippery[s] {
				sets = append(sets, s)
			}
		}
		if len(sets) == 0 {
			continue
		}
		list := b.intern(sets)
		eachSlip(w.text, func(slip []byte) {
			if !known[string(slip)] {
				b.insert(string(slip), w.stem, list)
			}
		})
	}
}

// eachSlip calls do with each misspelling of w, in bytes that do may not keep.
func eachSlip(w string, do func([]byte)) {
	buf := make([]byte, 0, len(w)+1)
	for i := 1; i < len(w); i++ {
		buf = append(append(buf[:0], w[:i]...), w[i+1:]...)
		do(buf)
		buf = append(append(buf[:0], w[:i+1]...), w[i:]...)
		do(buf)
		buf = append(buf[:0], w...)
		if i+1 < len(w) && w[i] != w[i+1] {
			buf[i], buf[i+1] = w[i+1], w[i]
			do(buf)
			buf[i], buf[i+1] = w[i], w[i+1]
		}
		if vowel(w[i]) {
			for _, v := range []byte("aeiou") {
				if buf[i] = v; v != w[i] {
					do(buf)
				}
			}
		}
	}
}

func vowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}
