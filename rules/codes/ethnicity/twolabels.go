package ethnicity

import "strings"

// readEntries reads a cell in which a semicolon or a bar parts whole values, each with its own code or column name:
// "C - Polish; A - White British". Parts that are no values of their own are left to the grammar.
func readEntries(text string, in Scheme, local map[string]string) (Reading, bool) {
	parts := strongMark.Split(text, -1)
	first := ""
	for _, part := range parts[:min(len(parts), mostEntries)] {
		r := Reading{}
		if part = strings.TrimSpace(part); part != "" && len(parts) > 1 {
			r = read(part, in, local)
		}
		switch {
		case r.Status != Valid || r.Code == first:
		case first == "":
			first = r.Code
		default:
			return ambiguous(commonGroup(first, r.Code), "names two categories, "+first+" and "+r.Code), true
		}
	}
	return Reading{}, false
}

// mostEntries is how many entries of one cell are looked at.
const mostEntries = 20

// twoLabels finds two whole labels that only a space parts: "Indian Pakistani", "White British Black African". A heading
// and what stands under it ("Asian British Indian") are one, and so are words that mean one thing ("Irish Traveller").
func twoLabels(label string) (a, b string, two bool) {
	whole := parse(label)
	if s := shapeOf(whole.tokens); s.other && s.formal && s.headed() == 1 && len(s.peoples) == 0 {
		return "", "", false // the rest of a heading that is a list itself: "Other Black, Caribbean or African background"
	}
	for i := range label {
		if !spaceOnly(label, i) {
			continue
		}
		left, right := parse(label[:i]), parse(label[i+1:])
		if len(left.tokens)+len(right.tokens) != len(whole.tokens) || left.merelyBritish() || britishOfHeading(&left, &right) {
			continue
		}
		l, r := left.decide(), right.decide()
		if l.Status == Valid && r.Status == Valid && twoWhole(&left, &right, l.Code, r.Code) {
			return l.Code, r.Code, true
		}
	}
	return "", "", false
}

// spaceOnly tells whether a space alone parts two words, or a closed bracket and a word.
func spaceOnly(label string, i int) bool {
	return label[i] == ' ' && i > 0 && i+1 < len(label) && !strings.ContainsRune("-,;:|/&+", rune(label[i-1])) && startsWord(label[i+1])
}

func startsWord(c byte) bool { return letter(c) || digit(c) || c == '(' || c == '[' }

// britishOfHeading tells whether the right half is "British" alone, or opens with the British of a heading that closes the
// left one: "Any other Black / Black", "British / Caribbean background".
func britishOfHeading(left, right *parsed) bool {
	if right.merelyBritish() {
		return true
	}
	n := len(left.tokens)
	return n > 0 && len(right.tokens) > 0 && right.tokens[0].word == "british" && headings[left.tokens[n-1].word] != ""
}

// twoWhole tells whether two labels side by side are two values.
func twoWhole(left, right *parsed, a, b string) bool {
	if a == b {
		return false
	}
	l, r := shapeOf(left.tokens), shapeOf(right.tokens)
	if contrary(left, right, a, b) || l.other && r.other || outsideMix(&l, a, b) || outsideMix(&r, b, a) {
		return true
	}
	if restBeside(&l, &r) || restBeside(&r, &l) {
		return true
	}
	other := l.other || r.other || GroupOf(a) == GroupMixed || GroupOf(b) == GroupMixed
	return other && len(left.tokens) > 1 && len(right.tokens) > 1
}

// restBeside tells whether the rest of a heading stands beside a people that is a category of its own: "Other Asian Indian".
// Chinese is one category under every heading.
func restBeside(rest, named *shape) bool {
	bare := rest.other && rest.headed() == 1 && len(rest.peoples) == 0 && !rest.mixed
	return bare && named.any(category) && !named.holds("R") && !named.other
}

// outsideMix tells whether a category is none of what a mixed origin names: Indian beside White and Black African.
func outsideMix(mix *shape, code, beside string) bool {
	g := GroupOf(beside)
	return GroupOf(code) == GroupMixed && partOfMixed(beside) && !mix.other && !mix.has(g) && !mix.someOf(g)
}
