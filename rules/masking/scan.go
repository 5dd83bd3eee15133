package masking

import (
	"unicode"
	"unicode/utf8"
)

// A shape is how a word is written.
type shape uint8

const (
	lower    shape = iota
	titled         // Sarah, O'Brien, Adeyemi-Clarke
	upper          // SARAH, CTG
	initial        // one capital letter
	mixed          // McDonald, LanguageLine
	prefixed       // al-Hassan, d'Souza
	number         // digits only
	alnum          // letters and digits
)

// A gap is what stands between a word and the one before it; of several marks the strongest.
type gap uint8

const (
	gapNone gap = iota
	gapSpace
	gapQuote
	gapAnd // & or +
	gapDash
	gapSlash
	gapComma
	gapBracket
	gapColon
	gapOther
	gapDot  // one full stop without a space: J.B., 27.08.95
	gapStop // end of a sentence
	gapLine
)

// A token is one word or number of the text.
type token struct {
	start, end int // bytes of the text; a possessive 's is outside
	hash       uint64
	class      class
	shape      shape
	gap        gap
	hyphen     bool // has an inner hyphen
	taken      bool // already part of an identifier
}

func (t token) has(c class) bool { return t.class&c != 0 }

// byteKind sorts the 256 bytes for the scanner: small values are letters and digits, the rest are 16+gap.
type byteKind uint8

const (
	kindLower byteKind = iota
	kindUpper
	kindDigit
	kindHigh // the start of a rune beyond ASCII
	kindGap  = 16
)

func byteKinds() (k [256]byteKind) {
	for i := range k {
		k[i] = kindGap + byteKind(gapOther)
	}
	for c := 'a'; c <= 'z'; c++ {
		k[c], k[c-32] = kindLower, kindUpper
	}
	for c := '0'; c <= '9'; c++ {
		k[c] = kindDigit
	}
	for c := 0x80; c <= 0xff; c++ {
		k[c] = kindHigh
	}
	for g, marks := range map[gap]string{
		gapSpace: " \t", gapQuote: `"'`, gapAnd: "&+", gapDash: "-", gapSlash: "/", gapComma: ",", gapBracket: "()[]",
		gapColon: ":=", gapStop: ".!?;", gapLine: "\n\r\f\v",
	} {
		for _, c := range marks {
			k[c] = kindGap + byteKind(g)
		}
	}
	return k
}

// A scanner cuts a text into blocks of tokens, so that memory does not grow with the text.
type scanner struct {
	lex   *lexicon
	kinds *[256]byteKind
	text  string
	pos   int
	toks  []token // the present block; reused
	carry token   // the first token of the next block
	held  bool
}

// blockTokens is how many words a block holds before it ends at the next sentence; maxBlock where no sentence ends.
const (
	blockTokens = 1024
	maxBlock    = 4096
)

// block reads the next block into s.toks and reports whether there was one.
func (s *scanner) block() bool {
	s.toks = s.toks[:0]
	if s.held {
		s.toks, s.held = append(s.toks, s.carry), false
	}
	for {
		t, ok := s.next()
		if !ok {
			return len(s.toks) > 0
		}
		n := len(s.toks)
		if n >= maxBlock || n >= blockTokens && t.gap == gapLine {
			s.carry, s.held = t, true
			return true
		}
		s.toks = append(s.toks, t)
	}
}

// next reads one token.
func (s *scanner) next() (token, bool) {
	t := token{gap: s.skipGap()}
	if s.pos >= len(s.text) {
		return t, false
	}
	t.start = s.pos
	w := word{hash: hashStart, apostrophe: -1}
	for s.pos < len(s.text) && s.take(&w) {
	}
	t.end, t.hash, t.hyphen = s.pos, w.hash, w.hyphen
	if w.apostrophe >= 0 {
		s.possessive(&t, &w)
	}
	t.shape = w.shape()
	t.class = s.lex.of(t.hash)
	return t, true
}

// skipGap moves to the next letter or digit and says what it passed.
func (s *scanner) skipGap() gap {
	g, from := gapNone, s.pos
	if s.pos == 0 {
		g = gapLine
	}
	for s.pos < len(s.text) {
		k := s.kinds[s.text[s.pos]]
		if k >= kindGap {
			g = max(g, gap(k-kindGap))
			s.pos++
			continue
		}
		if k != kindHigh {
			break
		}
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if isLetter(r) {
			break
		}
		g = max(g, gapOfRune(r))
		s.pos += n
	}
	if g == gapStop && s.pos == from+1 && s.text[from] == '.' {
		return gapDot
	}
	return g
}

func isLetter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r))
}

func gapOfRune(r rune) gap {
	switch r {
	case '\u00a0', '\u2009', '\u202f', '\u200b', '\u00ad', '\ufeff':
		return gapSpace
	case '–', '—', '‑', '‐':
		return gapDash
	case '‘', '’', '“', '”':
		return gapQuote
	case '•', '▪', '\u2028', '\u2029', '\u0085':
		return gapLine
	}
	return gapOther
}
