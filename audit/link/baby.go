package link

import "strings"

// baby reads which baby of a birth is meant where the number of a review is not
// followed by the usual /2: 91234B, 91234 b, 91234/T2, 91234 (twin 2), 91234 Baby B.
// It is 0, and nothing is passed over, where the text does not say.
func (p *refParser) baby() uint8 {
	after := p.text[p.at:]
	rest := strings.TrimLeft(after, " -/(")
	mark := after[:len(after)-len(rest)]
	told := false
	for _, word := range babyWords {
		if of, ok := cutWord(rest, word); ok {
			rest, told = of, true
			break
		}
	}
	if !told && isTwinNumber(rest) {
		rest, told = rest[1:], true
	}
	if rest == "" || !endsBaby(rest[1:], mark, told) {
		return 0
	}
	n := uint8(0)
	switch c := rest[0] | 0x20; {
	case c >= 'a' && c <= 'd':
		n = c - 'a' + 1
	case told && rest[0] >= '1' && rest[0] <= '9':
		n = rest[0] - '0'
	default:
		return 0
	}
	p.at = len(p.text) - len(rest) + 1
	return n
}

var babyWords = []string{"twin", "triplet", "baby"}

// isTwinNumber knows T2. Before a letter the T says nothing: TB is an illness.
func isTwinNumber(text string) bool {
	return len(text) > 1 && text[0]|0x20 == 't' && isDigit(text[1])
}

// cutWord takes a word off the front of a text, with what parts it from the next.
func cutWord(text, word string) (string, bool) {
	if len(text) <= len(word) || !strings.EqualFold(text[:len(word)], word) {
		return text, false
	}
	return strings.TrimLeft(text[len(word):], " .-"), true
}

// endsBaby reports that a letter or digit is a baby's, by what follows it and by the
// mark between it and the number. After a word such as twin nothing but a longer word
// speaks against it; glued to the number it may be followed by a space; elsewhere it
// has to end its part of the cell, or c/o, A&E and "D - closed" would be babies.
func endsBaby(rest, mark string, told bool) bool {
	next := strings.TrimLeft(rest, " ")
	switch {
	case next == "":
		return true
	case told:
		return !alphanumeric(next[0]) && next[0] != '\''
	case strings.HasSuffix(mark, "("):
		return next[0] == ')'
	case mark == "" && rest[0] == ' ':
		return !alphanumeric(next[0])
	}
	return strings.Trim(next, ".") == "" || strings.IndexByte(";,|)\r\n", next[0]) >= 0
}
