package masking

import (
	"unicode"
	"unicode/utf8"
)

// A word is a token in the making.
type word struct {
	hash           uint64
	letters, caps  int
	heads          int // capitals at the start or after an inner hyphen or apostrophe
	digits         int
	firstCap, head bool // head: the last byte was an inner hyphen or apostrophe
	hyphen         bool
	apostrophe     int // where the last inner apostrophe stands, or -1
	beforeHash     uint64
	beforeLetters  int
}

// take adds the letter, digit or inner mark at s.pos to w, or reports that the word has ended.
func (s *scanner) take(w *word) bool {
	c := s.text[s.pos]
	switch s.kinds[c] {
	case kindLower:
		w.hash = mix(w.hash, c)
		w.letters++
		w.head = false
	case kindUpper:
		w.capital()
		w.hash = mix(w.hash, c|0x20)
	case kindDigit:
		if w.digits == 0 && w.letters > 0 && s.lex.of(w.hash)&(birthCue|nhsCue|hospitalCue|phoneCue) != 0 && w.letters > 2 {
			return false // DOB12/3/90, NHS9990000000: two words written as one
		}
		w.hash = mix(w.hash, c)
		w.digits++
	case kindHigh:
		return s.takeRune(w)
	default:
		return s.takeInner(w, c, 1)
	}
	s.pos++
	return true
}

func (w *word) capital() {
	if w.letters == 0 {
		w.firstCap = true
	}
	if w.letters == 0 || w.head {
		w.heads++
	}
	w.letters++
	w.caps++
	w.head = false
}

func (s *scanner) takeRune(w *word) bool {
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	switch {
	case r == '’':
		return s.takeInner(w, '\'', n)
	case !isLetter(r):
		return false
	case unicode.IsUpper(r):
		w.capital()
	case !unicode.IsMark(r):
		w.letters++
		w.head = false
	}
	if !unicode.IsMark(r) {
		w.hash = mixRune(w.hash, r)
	}
	s.pos += n
	return true
}

// takeInner accepts an apostrophe or hyphen between two letters.
func (s *scanner) takeInner(w *word, c byte, n int) bool {
	if c != '\'' && c != '-' || w.letters == 0 || w.digits > 0 || w.head || s.pos+n >= len(s.text) {
		return false
	}
	if next := s.kinds[s.text[s.pos+n]]; next == kindDigit || next >= kindGap || next == kindHigh && !s.letterAt(s.pos+n) {
		return false
	}
	if c == '-' {
		w.hyphen = true
		w.hash = mix(w.hash, '-')
	} else {
		w.apostrophe, w.beforeHash, w.beforeLetters = s.pos, w.hash, w.letters
	}
	w.head = true
	s.pos += n
	return true
}

func (s *scanner) letterAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return isLetter(r)
}

// possessive leaves a closing 's outside the token, and reads didn't and they'll as English.
func (s *scanner) possessive(t *token, w *word) {
	switch tail := w.letters - w.beforeLetters; {
	case tail == 1 && (s.text[s.pos-1]|0x20) == 's':
		t.end, t.hash = w.apostrophe, w.beforeHash
		w.letters = w.beforeLetters
		if w.caps > 1 && s.text[s.pos-1] == 'S' {
			w.caps--
		}
	case w.caps-w.heads == 0 && w.heads <= 1 && tail <= 2:
		t.hash = hashWord("the") // an English word of no interest
	}
}

func (w *word) shape() shape {
	switch {
	case w.letters == 0:
		return number
	case w.digits > 0:
		return alnum
	case w.caps == 0:
		return lower
	case w.letters == 1:
		return initial
	case w.caps == w.letters:
		return upper
	case w.firstCap && w.caps == w.heads:
		return titled
	case !w.firstCap && w.caps == w.heads:
		return prefixed
	}
	return mixed
}
