package lexicon

// slipLength is the least length of a word in which one slip of the keys is forgiven.
const slipLength = 7

// withSlips adds to each slippery set the misspellings of its long words: one letter
// left out, doubled, swapped with its neighbour, or one vowel for another. The
// first letter must be right, and a misspelling that is itself a word of the
// lexicon, or listed as common ("finish" beside "Finnish"), is left alone.
//
// Note: every substitution was tried first and turned "observation" into
// "observance" and "national" into "rational"; these four are the slips that
// hurried notes hold.
func withSlips(sets [][]atom, slippery map[int32]bool, common map[string]int) [][]atom {
	known := make(map[string]bool, len(common))
	for w := range common {
		known[w] = true
	}
	for _, set := range sets {
		for _, a := range set {
			known[a.text] = true
		}
	}
	out := make([][]atom, len(sets))
	for i, set := range sets {
		out[i] = set[:len(set):len(set)] // the first append copies: the caller keeps its own
		if !slippery[int32(i)] {
			continue
		}
		for _, a := range set {
			for _, s := range slips(a.text) {
				if !known[s] {
					out[i] = append(out[i], atom{s, a.stem})
				}
			}
		}
	}
	return out
}

// slips lists the misspellings of w, none when w is short.
func slips(w string) []string {
	if len(w) < slipLength {
		return nil
	}
	var out []string
	for i := 1; i < len(w); i++ {
		out = append(out, w[:i]+w[i+1:], w[:i+1]+w[i:])
		if i+1 < len(w) && w[i] != w[i+1] {
			out = append(out, w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:])
		}
		if vowel(w[i]) {
			for _, v := range []byte("aeiou") {
				if v != w[i] {
					out = append(out, w[:i]+string(v)+w[i+1:])
				}
			}
		}
	}
	return out
}

func vowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}
