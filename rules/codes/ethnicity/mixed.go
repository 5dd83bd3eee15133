package ethnicity

import "slices"

// mixesByPeople tells whether White stands beside a people of another group, joined as two origins of one person are.
func (s *shape) mixesByPeople() bool {
	return s.joined && (s.only("M") || s.only("N")) && !s.british
}

// ofOtherOrigin tells whether a label is a term of the lists that file mixed origins under Other, which a comma follows:
// "Other ethnic, Asian/White orig", "Other ethnic, other mixed orig". "Other ethnic group, other mixed" is two values.
func (p *parsed) ofOtherOrigin() bool {
	s := shapeOf(p.tokens)
	if !s.otherThen || !p.says(originWord) || p.says(groupWord) || len(s.peoples) > 0 || s.british {
		return false
	}
	pair := len(p.tokens) == 3 && p.tokens[2].joint == slash && s.headed() == 2
	return pair && !s.mixed || s.mixed && s.headed() == 1
}

// otherMixOf tells whether a label says which other mix is meant: "Other mixed - White and Chinese".
func (p *parsed) otherMixOf() bool {
	t := p.tokens
	return len(t) == 4 && startsWith(t, fields("other mixed")) && t[1].joint == space && (t[2].joint == dash || t[2].joint == bracket) && (t[3].joint == and || t[3].joint == slash)
}

// decideMixed reads a label that says Mixed, or names two groups.
func (s *shape) decideMixed() Reading {
	if s.formal && s.mixed && !s.mixedFirst && s.headed() == 2 && len(s.peoples) == 0 {
		return s.mixedUnderHeading()
	}
	white := s.white || s.namesEuropean()
	switch {
	case s.alternative && !s.mixed || s.mixedOr:
		return ambiguous("", "names categories of different groups as alternatives")
	case s.pooledOther:
		return ambiguous("", "pools several categories")
	case s.holds("R"):
		return s.ifMixedWith((!s.other || s.otherMixed) && s.origins() < 3 && (s.chineseAnd || s.mixed && (white || s.black || s.asian)))
	case s.origins() > 2:
		return ambiguous(GroupMixed, "names three groups")
	case white && s.named("european") && !s.white && s.asian:
		return ambiguous(GroupMixed, "Asian and European: lists give F and other mixed")
	case s.white && s.mixed && len(s.peoples) > 0 && s.onlyEuropean():
		return valid("C")
	case s.britishOrMixed:
		return valid("A")
	case white && (s.asian || s.mixed && s.someOf(GroupAsian)) && s.onlyPeopleOf(GroupAsian):
		return s.whiteAndAsian()
	case white && !s.asian && (s.black || s.holds("M") || s.holds("N")) && s.onlyPeopleOf(GroupBlack):
		return s.whiteAndBlack()
	case s.black && s.asian:
		return s.blackAndAsianMixed()
	}
	return s.mixedAlone(white)
}

// mixedUnderHeading reads "Black or Black British - Mixed": other Black, as the sub-category lists have it.
func (s *shape) mixedUnderHeading() Reading {
	switch {
	case s.black:
		return valid("P")
	case s.asian:
		return valid("L")
	}
	return ambiguous(GroupMixed, "Mixed, but not which category")
}

func (s *shape) ifMixedWith(another bool) Reading {
	if another {
		return valid("G")
	}
	return ambiguous("", "names categories of different groups")
}

func (s *shape) whiteAndAsian() Reading {
	if s.british && (len(s.peoples) > 0 || s.repeated && !s.formal) || s.holds("B") || s.besideOther() {
		return ambiguous(GroupMixed, "names two categories")
	}
	if s.mixed || s.joined && len(s.peoples) == 0 {
		return valid("F")
	}
	return ambiguous(GroupMixed, "Mixed, but not which category")
}

// besideOther tells whether "other" makes a category of one of two headings: "Other White - African".
func (s *shape) besideOther() bool { return s.other && !s.mixed }

func (s *shape) whiteAndBlack() Reading {
	caribbean, african := s.holds("M"), s.holds("N")
	switch {
	case s.british && !s.mixed, s.besideOther() && !s.blackAndWhite:
		return ambiguous(GroupMixed, "names two categories")
	case caribbean && !african:
		return valid("D")
	case african && !caribbean:
		return valid("E")
	case s.blackAndWhite:
		return valid("G")
	}
	return ambiguous(GroupMixed, "White and Black, but not whether Caribbean or African")
}

func (s *shape) blackAndAsianMixed() Reading {
	if s.mixed || s.blackAndAsian {
		return valid("G")
	}
	return ambiguous("", "names two groups")
}

// mixedAlone reads Mixed without two known origins.
func (s *shape) mixedAlone(white bool) Reading {
	switch {
	case white && s.mixed && s.someOf(GroupOther) && s.onlyPeopleOf(GroupOther):
		return valid("G")
	case s.otherThen && len(s.peoples) == 0 && !s.black && !s.asian, s.black && s.mixed && s.other && !s.white && !s.asian && len(s.peoples) == 0:
		return valid("G")
	case s.white && s.mixed && s.other && len(s.peoples) == 0 && !s.british:
		return valid("C")
	case s.white && s.repeated && len(s.peoples) == 0 && !s.british:
		return valid("C")
	case s.other && !s.black && !s.asian && !s.white && len(s.peoples) == 0:
		return valid("G")
	case s.repeated && s.headed() == 2 && len(s.peoples) == 0 && (s.black || s.asian):
		return s.mixedUnderHeading()
	case len(s.peoples) == 0 && (s.black || s.asian || s.white):
		return s.mixedWithin()
	}
	return ambiguous(GroupMixed, "Mixed, but not which category")
}

// mixedWithin reads Mixed beside one other heading ("Mixed Asian"). The older extended list has the rest of that heading
// for it, which is only suggested: other lists say Mixed.
func (s *shape) mixedWithin() Reading {
	r := ambiguous("", "published lists give Mixed and the group named")
	switch {
	case s.headed() != 2:
	case s.white:
		r.Suggest = "C"
	case s.black:
		r.Suggest = "P"
	case s.asian:
		r.Suggest = "L"
	}
	return r
}

// namesEuropean tells whether "European" stands for the White side of a mixed label.
func (s *shape) namesEuropean() bool {
	for _, p := range s.peoples {
		if p.alone == contested && p.code == "C" {
			return true
		}
	}
	return false
}

// onlyPeopleOf tells whether the peoples named, European apart, belong to g.
func (s *shape) onlyPeopleOf(g Group) bool {
	for _, p := range s.peoples {
		if p.group != g && !(p.alone == contested && p.code == "C") {
			return false
		}
	}
	return true
}

// onlyEuropean tells whether every people named is European, without saying of which nation.
func (s *shape) onlyEuropean() bool {
	for _, p := range s.peoples {
		if p.alone != contested || p.code != "C" {
			return false
		}
	}
	return true
}

// someOf tells whether a people named belongs to g.
func (s *shape) someOf(g Group) bool {
	for _, p := range s.peoples {
		if p.group == g {
			return true
		}
	}
	return false
}

// origins counts the origins that a mixed label names: headings, and Chinese as one of its own.
func (s *shape) origins() int {
	n := 0
	for _, named := range []bool{s.white, s.black, s.asian, s.holds("R")} {
		if named {
			n++
		}
	}
	return n
}

// follows tells whether b directly follows a, joined by one of the joints given.
func follows(tokens []token, a, b string, joints ...joint) bool {
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].word == a && tokens[i].word == b && slices.Contains(joints, tokens[i].joint) {
			return true
		}
	}
	return false
}

// chineseOf tells whether the label names Chinese and the nation of Asia where she is from: "Malaysian Chinese",
// "Chinese - Hong Kong".
func chineseOf(tokens []token) bool {
	if len(tokens) != 2 {
		return false
	}
	country, mark := tokens[0].word, tokens[1].joint
	switch {
	case tokens[0].word == "chinese" && (mark == dash || mark == bracket):
		country = tokens[1].word
	case tokens[1].word != "chinese" || mark != space:
		return false
	}
	p, ok := peoples[country]
	return ok && p.group == GroupAsian && (p.alone == nation || p.alone == debated || p.alone == region)
}

// chineseAnd tells whether "and" joins Chinese to a heading.
func chineseAnd(tokens []token) bool {
	for i := 1; i < len(tokens); i++ {
		a, b := tokens[i-1].word, tokens[i].word
		if tokens[i].joint == and && (a == "chinese" && headings[b] != "" || b == "chinese" && headings[a] != "") {
			return true
		}
	}
	return false
}

// mixedOr tells whether "or" parts Mixed from another heading. "British or mixed British" is none: British is no heading.
func mixedOr(tokens []token) bool {
	for i := 1; i < len(tokens); i++ {
		a, b := headings[tokens[i-1].word], headings[tokens[i].word]
		named := a != "" && b != "" || tokens[i].joint == or && (isPeople(tokens[i-1].word) || isPeople(tokens[i].word))
		if either(tokens[i].joint) && named && a != b && (a == GroupMixed || b == GroupMixed) {
			return true
		}
	}
	return false
}

// poolsOther tells whether "other" is added to something ("Asian and other", "other/mixed"), which makes a pool of
// categories, and not set before or after its heading ("other Asian", "Asian - other").
func poolsOther(tokens []token) bool {
	for i, t := range tokens {
		if t.word != "other" {
			continue
		}
		if i > 0 && (adds(t.joint) || t.joint == cut) && names(tokens[i-1].word) && (i+1 == len(tokens) || tokens[i+1].joint > comma || isPeople(tokens[i-1].word)) {
			return true
		}
		if i+1 < len(tokens) && adds(tokens[i+1].joint) && names(tokens[i+1].word) {
			return true
		}
		if i+2 < len(tokens) && tokens[i+1].joint == bracket && tokens[i+1].word == "mixed" {
			return true
		}
	}
	return false
}
