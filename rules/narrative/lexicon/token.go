package lexicon

import "strings"

// A Token is one word or sign of a folded sentence.
type Token struct {
	Start, End int     // bytes in the folded text given to Tokens
	sets       []int32 // the word sets it belongs to, in ascending order
	Sign       byte    // the sign, or 0 for a word
}

// Tokens appends the words and signs of low[start:end] to dst. Hyphens part
// words; a possessive is dropped; "didn't" gives "did" and "not".
func (lx *Lexicon) Tokens(dst []Token, low string, start, end int) []Token {
	for i := start; i < end; {
		c := low[i]
		switch {
		case wordByte(c):
			j := i + 1
			for j < end && (wordByte(low[j]) || low[j] == '\'' && j+1 < end && wordByte(low[j+1])) {
				j++
			}
			dst = lx.appendWord(dst, low[i:j], i)
			i = j
		case c == ' ' || c == '\'' || c == '"' || c == '.' || joins(low, start, i, end):
			i++
		default:
			dst = append(dst, Token{Start: i, End: i + 1, Sign: c, sets: lx.words.sets(low[i : i+1])})
			i++
		}
	}
	return dst
}

// joins reports whether the byte at i is the hyphen of a compound word.
func joins(low string, start, i, end int) bool {
	return low[i] == '-' && i > start && i+1 < end && wordByte(low[i-1]) && wordByte(low[i+1])
}

func wordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c >= 0x80
}

// unapostrophed are the negations that telegraphic notes write without one.
const unapostrophed = " didnt doesnt dont wasnt werent isnt arent hasnt hadnt havent couldnt wouldnt shouldnt cant wont "

// withContractions adds to anchors the forms in which Tokens finds them within
// another word: "did" and "not" in "didn't" and "didnt".
func withContractions(atoms []atom) []atom {
	out := atoms[:len(atoms):len(atoms)]
	for _, a := range atoms {
		for w := range strings.FieldsSeq(unapostrophed) {
			if base := strings.TrimSuffix(w, "nt"); a.text == base || a.text == "not" || w == "cant" && a.text == "can" || w == "wont" && a.text == "will" {
				out = append(out, atom{text: w}, atom{text: w[:len(w)-1]})
			}
		}
		if a.text == "can" || a.text == "not" {
			out = append(out, atom{text: "cannot"})
		}
	}
	return out
}

func (lx *Lexicon) appendWord(dst []Token, w string, at int) []Token {
	end := at + len(w)
	base, neg := w, false
	switch {
	case strings.HasSuffix(w, "n't"):
		base, neg = w[:len(w)-3], true
	case w == "cannot":
		base, neg = "can", true
	case strings.HasSuffix(w, "nt") && strings.Contains(unapostrophed, " "+w+" "):
		base, neg = w[:len(w)-2], true
	default:
		if i := strings.IndexByte(w, '\''); i > 0 && i >= len(w)-3 {
			base = w[:i]
		}
	}
	switch base {
	case "ca":
		base = "can"
	case "wo":
		base = "will"
	}
	dst = append(dst, Token{Start: at, End: end, sets: lx.setsOf(base)})
	if neg {
		dst = append(dst, Token{Start: at, End: end, sets: lx.setsOf("not")})
	}
	return dst
}

func (lx *Lexicon) setsOf(w string) []int32 {
	sets := lx.words.sets(w)
	if len(sets) == 0 && '0' <= w[0] && w[0] <= '9' {
		return lx.number
	}
	return sets
}

// in reports whether the token belongs to a word set.
func (t Token) in(set int32) bool {
	for _, s := range t.sets {
		if s >= set {
			return s == set
		}
	}
	return false
}
