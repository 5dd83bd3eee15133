package ethnicity

import "regexp"

// oneList tells whether the lists of a label belong to one value, inside an official heading.
func (p *parsed) oneList() bool {
	s := shapeOf(p.tokens)
	return s.formal && !s.formalLate
}

// irishTravellers tells whether Irish only says which Travellers a label names.
func (p *parsed) irishTravellers() bool {
	s := shapeOf(p.tokens)
	return s.irishTraveller
}

// twoValues finds two different categories in a list of ticked boxes ("White Irish / Indian"), parted at the strongest
// marks first: "White and Asian; Chinese" are two, though "and" is part of the first. In an official heading that is a
// list itself ("Black/African/Caribbean/Black British") a word alone is no value of its own.
func twoValues(label string, oneList bool) (a, b string, two bool) {
	label, _ = withoutClassification(label)
	label = withoutExclusion(label)
	if a, b, two = twoParts(strongMark.Split(label, -1), label, oneList, true); two {
		return a, b, true
	}
	sub := label
	if oneList {
		sub = belowHeading(label)
	}
	for _, mark := range listMarks {
		if a, b, two = twoParts(mark.Split(sub, -1), sub, oneList, oneList); two {
			return a, b, true
		}
	}
	if oneList && opensWithHeading(label) {
		return twoLabels(sub) // it names its own sub-categories: "Black, Caribbean or African: African"
	}
	if front, ok := beforeHeading(label); oneList && ok {
		return twoLabels(front)
	}
	if oneList {
		return twoLabels(label)
	}
	if a, b, two = twoLevels(label); two {
		return a, b, true
	}
	return twoLabels(label)
}

// opensWithHeading tells whether a label opens with a heading from which something is set off.
func opensWithHeading(label string) bool {
	m := levelMark.FindStringIndex(label)
	if m == nil {
		return false
	}
	above := parse(label[:m[0]]).tokens
	return len(above) > 0 && headings[above[0].word] != ""
}

// beforeHeading gives what stands in front of an official heading in brackets: "Caribbean (Black, Black British, Caribbean
// or African)".
func beforeHeading(label string) (front string, ok bool) {
	m := closingBracket.FindStringSubmatch(label)
	if m == nil {
		return "", false
	}
	inside := parse(m[2]).tokens
	return m[1], len(inside) > 0 && headings[inside[0].word] != "" && shapeOf(inside).formal
}

var closingBracket = regexp.MustCompile(`^([^()]*\S)\s*\(([^()]+)\)\s*$`)

// belowHeading gives what follows the heading of a label, "" when nothing is set off from it.
func belowHeading(label string) string {
	m := levelMark.FindStringIndex(label)
	if m == nil {
		return ""
	}
	return label[m[1]:]
}

// twoParts finds two different categories among the parts of a label.
func twoParts(parts []string, label string, oneList, strong bool) (a, b string, two bool) {
	if len(parts) < 2 {
		return "", "", false
	}
	for i, part := range parts {
		p := parse(part)
		switch r := p.decide(); {
		case r.Status != Valid || r.Code == a || i > 0 && p.merelyBritish() && !listWord.MatchString(label) || oneList && p.partOfHeading(strong, i == 0):
		case a == "":
			a = r.Code
		default:
			return a, r.Code, true
		}
	}
	return "", "", false
}

// twoLevels finds two categories of which one cannot be a part of the other, where a dash, a colon or a bracket parts
// them: "White Irish (White British)". "Black British - Caribbean" and "White and Asian (Indian)" are one.
func twoLevels(label string) (a, b string, two bool) {
	var above *parsed
	for _, part := range levelMark.Split(label, -1) {
		p := parse(part)
		r := p.decide()
		switch {
		case r.Status != Valid || p.merelyBritish():
		case above == nil:
			above, a = &p, r.Code
		case contrary(above, &p, a, r.Code):
			return a, r.Code, true
		}
	}
	return "", "", false
}

// contrary tells whether a category cannot stand under another one. What a single word means under the rest of a heading
// is left to the grammar.
func contrary(above, below *parsed, a, b string) bool {
	switch {
	case a == b, GroupOf(a) == GroupMixed && partOfMixed(b), GroupOf(b) == GroupMixed && partOfMixed(a):
		return false
	case !above.specific() && len(below.tokens) == 1, !below.specific() && len(above.tokens) == 1:
		return false
	case GroupOf(a) != GroupOf(b):
		return true
	}
	s := shapeOf(below.tokens)
	return above.specific() && (below.specific() || s.other)
}

// partOfMixed tells whether a category may say more of one side of a mixed origin.
func partOfMixed(code string) bool {
	g := GroupOf(code)
	return g == GroupAsian || g == GroupBlack
}

// specific tells whether a label names a people or two origins, or British as a White category, and not only the rest of
// a heading.
func (p *parsed) specific() bool {
	s := shapeOf(p.tokens)
	return len(s.peoples) > 0 || s.headed() > 1 || s.homes > 0 || s.british && !s.black && !s.asian
}

// levelMark parts a heading from its sub-category.
var levelMark = regexp.MustCompile(`[:()]|\s[-–—>]+\s`)

// partOfHeading tells whether a part of a list is what official headings are made of: a people alone, or a heading and
// British. Stronger marks than those inside a heading part values, but for African and Caribbean after the first.
func (p *parsed) partOfHeading(strong, first bool) bool {
	s := shapeOf(p.tokens)
	if len(p.tokens) == 1 {
		return !s.other && (!strong || !first && (s.named("african") || s.named("caribbean")))
	}
	return !strong && len(p.tokens) == 2 && s.british && s.headed() == 1
}

// merelyBritish tells whether a part of a list says "British" and no more: "Chinese/British" is one value.
func (p *parsed) merelyBritish() bool { return len(p.tokens) == 1 && p.tokens[0].word == "british" }

// listWord finds the marks of a list of alternatives; a slash may also join the parts of one value.
var listWord = regexp.MustCompile(`(?i)[;|,]|\bor\b`)

// strongMark parts the entries of a list wherever it stands.
var strongMark = regexp.MustCompile(`[;|]`)

// listMarks part the entries of a list, the strongest first.
var listMarks = []*regexp.Regexp{
	regexp.MustCompile(`(?i)[;|,]|\bor\b`),
	regexp.MustCompile(`(?i)[;|/,]|\bor\b`),
	regexp.MustCompile(`(?i)[;|/,&+]|\bor\b|\band\b`),
}

func commonGroup(a, b string) Group {
	if GroupOf(a) == GroupOf(b) {
		return GroupOf(a)
	}
	return ""
}
