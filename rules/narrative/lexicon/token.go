package lexicon

import "strings"

// A Token is one word or sign of a folded sentence.
type Token struct {
	Start, End int     // bytes in the folded text given to Tokens
	sets       members // the word sets it belongs to
	list       int32   // the list of those sets
	Sign       byte    // the sign, or 0 for a word
}

// Tokens appends the words and signs of low[start:end] to dst. Hyphens part
// words; a possessive is dropped; "didn't" gives "did" and "not".
func (lx *Lexicon) Tokens(dst []Token, low string, start, end int) []Token {
	for i := start; i < end; {
		dst, i = lx.token(dst, low, start, i, end)
	}
	return dst
}

// Tokens appends what Tokens of the lexicon does, by what the scanner remembers.
func (w *Scanner) Tokens(dst []Token, low string, start, end int) []Token {
	for i := start; i < end; {
		if list, j, ok := w.plain(low, i, end); ok {
			dst = append(dst, Token{Start: i, End: j, list: list, sets: w.lx.words.members[list]})
			i = j
			continue
		}
		dst, i = w.lx.token(dst, low, start, i, end)
	}
	return dst
}

// plain returns the list of the word at byte i, and its end, if the word is nothing
// but ASCII letters and digits and stands for itself.
func (w *Scanner) plain(low string, i, end int) (list int32, j int, ok bool) {
	if w.screen.kind[low[i]] != alnum {
		return 0, 0, false
	}
	list, f, j := w.known(low, i)
	switch {
	case j > end, f&isContraction != 0, j < end && (low[j] >= 0x80 || low[j] == '\''):
		return 0, 0, false
	case j-i == 2 && shortVerb(low[i:j]) != low[i:j]:
		return 0, 0, false
	}
	return list, j, true
}

// token appends the word or sign at byte i, and returns where it ends.
func (lx *Lexicon) token(dst []Token, low string, start, i, end int) ([]Token, int) {
	t := lx.words
	c := low[i]
	switch {
	case wordByte(c):
		j := wordEnd(low, i, end)
		list, neg := t.parts(low[i:j], lx.number)
		dst = append(dst, Token{Start: i, End: j, list: list, sets: t.members[list]})
		if neg != 0 {
			dst = append(dst, Token{Start: i, End: j, list: neg, sets: t.members[neg]})
		}
		return dst, j
	case c == ' ' || c == '\'' || c == '"' || c == '.' || joins(low, start, i, end):
		return dst, i + 1
	}
	list := t.list(low[i : i+1])
	return append(dst, Token{Start: i, End: i + 1, Sign: c, list: list, sets: t.members[list]}), i + 1
}

// wordEnd returns the end of the word that begins at byte i; an apostrophe within
// it belongs to it.
func wordEnd(low string, i, end int) int {
	j := i + 1
	for j < end && (wordByte(low[j]) || low[j] == '\'' && j+1 < end && wordByte(low[j+1])) {
		j++
	}
	return j
}

// joins reports whether the byte at i is the hyphen of a compound word.
func joins(low string, start, i, end int) bool {
	return low[i] == '-' && i > start && i+1 < end && wordByte(low[i-1]) && wordByte(low[i+1])
}

func wordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c >= 0x80
}

// negated are the verbs whose negations telegraphic notes write without an apostrophe.
var negated = [...]string{"did", "does", "do", "was", "were", "is", "are", "has", "had", "have", "could", "would", "should", "ca", "wo"}

// eachContraction yields the words without an apostrophe that stand for two.
func eachContraction(yield func(string) bool) {
	for _, w := range negated {
		if !yield(w + "nt") {
			return
		}
	}
	yield("cannot")
}

// parts returns the lists of the words that w stands for: itself, or a verb and
// "not", else 0. A number without a list of its own has the list number.
func (t *trie) parts(w string, number int32) (list, neg int32) {
	base, not := w, false
	switch i := strings.IndexByte(w, '\''); {
	case i < 0 && (len(w) < 4 || len(w) > 8):
	case strings.HasSuffix(w, "n't"):
		base, not = w[:len(w)-3], true
	case i > 0 && i >= len(w)-3:
		base = w[:i]
	case w == "cannot":
		base, not = "can", true
	case strings.HasSuffix(w, "nt") && verb(w[:len(w)-2]):
		base, not = w[:len(w)-2], true
	}
	base = shortVerb(base)
	list = t.list(base)
	if list == 0 && base != "" && '0' <= base[0] && base[0] <= '9' {
		list = number
	}
	if not {
		neg = t.list("not")
	}
	return list, neg
}

// shortVerb returns the verb that the head of "can't" or "won't" stands for.
func shortVerb(w string) string {
	switch w {
	case "ca":
		return "can"
	case "wo":
		return "will"
	}
	return w
}

func verb(w string) bool {
	for _, v := range negated {
		if w == v {
			return true
		}
	}
	return false
}

// in reports whether the token belongs to a word set.
func (t *Token) in(set int32) bool { return t.sets.has(set) }
