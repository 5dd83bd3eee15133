package link

import "strings"

// baby reads which baby of a birth is meant where the number of a review is not
// followed by the usual /2: 91234B, 91234 b, 91234/T2, 91234 (twin 2), 91234 Baby B.
// It is 0, and nothing is passed over, where the text does not say.
func (p *refParser) baby() uint8 {
	rest := strings.TrimLeft(p.text[p.at:], " -/(")
	told := false
	for _, word := range babyWords {
		if after, ok := cutWord(rest, word); ok {
			rest, told = after, true
			break
		}
	}
	if rest == "" || len(rest) > 1 && !endsBaby(rest[1:]) {
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

var babyWords = []string{"twin", "triplet", "baby", "t"}

// cutWord takes a word off the front of a text, with what parts it from the next.
func cutWord(text, word string) (string, bool) {
	if len(text) <= len(word) || !strings.EqualFold(text[:len(word)], word) {
		return text, false
	}
	return strings.TrimLeft(text[len(word):], " .-"), true
}

// endsBaby reports that nothing follows a letter or digit but a mark: in 91234 a
// review the letter is a word.
func endsBaby(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest == "" || !alphanumeric(rest[0]) && rest[0] != '\''
}
