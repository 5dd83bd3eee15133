package ethnicity

// decide reads a shape that has at least one meaningful word.
func (s *shape) decide(p *parsed) Reading {
	switch {
	case s.unspecified && !s.other && (s.british || s.any(category) || s.headed() > 1):
		return ambiguous("", "names a category, but says that it is not specified")
	case s.unspecified && len(s.peoples) > 0 && !(s.onlyEuropean() && (s.other || s.white)):
		return ambiguous(s.group(), "names a people, but says that it is not specified")
	case s.headingOr:
		return ambiguous(s.certain(), "names a heading and something else as alternatives")
	case s.homes > 2 && (s.other || s.black || s.asian || len(s.peoples) > 0):
		return ambiguous(s.certain(), "names the nations of White British and another category")
	case s.britishToo:
		return ambiguous("", "names British and another people")
	case p.ofOtherOrigin():
		s.mixed, s.alternative = true, false
		return s.decideMixed()
	case s.mixed || s.chineseAnd || s.white && (s.black || s.asian) || s.black && s.asian:
		return s.decideMixed()
	case s.white && s.mixesByPeople():
		return s.decideMixed()
	case s.white:
		return s.decideWhite(p)
	case s.black:
		return s.decideBlack()
	case s.asian:
		return s.decideAsian()
	case s.other || s.unspecified:
		return s.decideOther(p)
	}
	return s.decideAlone(p)
}

// decideWhite reads a label under the heading White.
func (s *shape) decideWhite(p *parsed) Reading {
	switch codes := s.codes(); {
	case s.holdsOutside(GroupWhite):
		return ambiguous("", "names categories of different groups")
	case s.otherOrBritish:
		return ambiguous(GroupWhite, "names British and other White")
	case s.british && s.holds("B"):
		return ambiguous(GroupWhite, "names both British and Irish")
	case s.nonBritish:
		return ambiguous(GroupWhite, "White, but not which category")
	case s.british || s.homes > 2:
		return s.ifNothingElse("A")
	case s.homes > 0 && p.later && len(s.peoples) == 0:
		return valid("A")
	case s.homes > 0:
		return ambiguous(GroupWhite, "a home nation under White: published lists give A and C")
	case s.mixed || s.other && len(codes) == 0:
		return valid("C")
	case len(codes) == 0:
		return ambiguous(GroupWhite, "the heading White alone")
	case s.any(settler):
		return valid("C")
	case len(codes) == 1 && codes[0] != "":
		return valid(codes[0])
	}
	return ambiguous(GroupWhite, "White, but not which category")
}

// ifNothingElse gives code, unless a people is named too.
func (s *shape) ifNothingElse(code string) Reading {
	if len(s.peoples) > 0 || s.other && s.homes == 0 && code != "A" {
		return ambiguous(GroupOf(code), "names more than one category")
	}
	return valid(code)
}

// decideBlack reads a label under the heading Black.
func (s *shape) decideBlack() Reading {
	codes := s.codes()
	switch {
	case s.britishOr(), s.holds("S") && len(s.peoples) == 1 && s.besides():
		return ambiguous("", "names Black and something else, as two values")
	case s.holds("S") || s.named("northafrican"):
		return s.blackOfElsewhere()
	case s.holdsOutside(GroupBlack):
		return ambiguous("", "names categories of different groups")
	case (s.any(disputed) || s.any(contested)) && !(len(codes) == 1 && s.any(category)):
		return ambiguous(GroupBlack, "published lists disagree whether this is N or P")
	case s.other && s.named("african") && len(codes) == 1:
		return ambiguous(GroupBlack, "other African: published lists give N and P")
	case len(codes) == 1 && codes[0] != "":
		return valid(codes[0])
	case s.named("southafrican") && len(codes) == 1:
		return valid("N")
	case len(codes) > 0:
		return ambiguous(GroupBlack, "Black, but not one category")
	case s.other || s.british:
		return valid("P")
	}
	return ambiguous(GroupBlack, "the heading Black alone")
}

// britishOr tells whether British stands beside a heading as an alternative: "British or Asian".
func (s *shape) britishOr() bool {
	return s.british && s.alternative && !s.formal && !s.other && len(s.peoples) == 0
}

// besides tells whether a people stands beside a bare heading and not under it: "Asian/Caribbean", "Black or Arab".
func (s *shape) besides() bool { return !s.formal && (s.alternative || s.joined) }

// blackOfElsewhere reads Black with a people of North Africa or the Middle East, which the lists file under other Black.
func (s *shape) blackOfElsewhere() Reading {
	for _, p := range s.peoples {
		if p.group != GroupOther && p.group != "" && p.group != GroupBlack {
			return ambiguous("", "names categories of different groups")
		}
	}
	if s.holds("S") {
		return valid("P")
	}
	return ambiguous(GroupBlack, "Black North African: published lists give N and P")
}

// decideAsian reads a label under the heading Asian. Chinese is R whichever heading it stands under.
func (s *shape) decideAsian() Reading {
	codes := s.codes()
	switch {
	case s.holdsOutside(GroupAsian) && !s.only("R") && !s.only("M"):
		return ambiguous("", "names categories of different groups")
	case s.only("M") && s.besides(), s.britishOr():
		return ambiguous("", "names Asian and something else, as two values")
	case s.only("M"):
		return valid("L")
	case s.any(contested):
		return ambiguous(GroupAsian, "Asian, but published lists disagree on the category")
	case len(codes) == 1 && codes[0] != "":
		return valid(codes[0])
	case len(codes) > 0:
		return ambiguous(GroupAsian, "Asian, but not one category")
	case s.other, s.british && (s.formal || s.britishFirst || s.britishSub):
		return valid("L")
	}
	return ambiguous(GroupAsian, "the heading Asian alone")
}

// decideOther reads a label under the heading Other, or with no heading and "other" or "unspecified".
func (s *shape) decideOther(p *parsed) Reading {
	codes := s.codes()
	switch {
	case len(codes) == 0 && s.british:
		return ambiguous("", "other, but British")
	case len(codes) == 0 && s.homes > 0:
		return ambiguous(GroupWhite, "other, with a home nation")
	case len(codes) == 0:
		return s.decideOtherAlone(p)
	case s.only("R"):
		return valid("R")
	case s.otherPeople():
		return valid("S")
	case s.other && (s.only("C") || s.only("L")) && s.allOf(category):
		return valid(codes[0])
	case s.other && len(s.peoples) == 1 && s.named("asia"):
		return valid("L")
	case s.only("N") && p.says(countriesWord):
		return valid("N")
	case s.only("C") && (p.term || s.regional()):
		return valid("C")
	}
	if s.any(contested) || s.any(region) {
		return ambiguous(s.group(), "under Other, but published lists disagree on this people")
	}
	if s.group() == GroupBlack {
		return ambiguous(GroupBlack, "other, and Black: published lists give N and P")
	}
	return ambiguous("", "under Other, but names a people of another group")
}

// decideOtherAlone reads "Other" with nothing but fillers: the category S when it says what it is other than.
func (s *shape) decideOtherAlone(p *parsed) Reading {
	if s.unspecified && !s.other {
		return Reading{Code: "99", Status: NotKnown, Why: "says only that it is not specified"}
	}
	again := s.otherSub || s.otherTwice && (p.plural || p.says(anyWord))
	if p.plural && !p.says(anyWord) && !again {
		return ambiguous("", "the heading Other ethnic groups alone")
	}
	if !p.says(kinds) && !p.term && !p.plural && !again {
		r := ambiguous("", "other than what is not said")
		r.Suggest = "S"
		return r
	}
	return valid("S")
}

// otherPeople tells whether every people named may stand under Other: of the group, or without a group of its own,
// or one that published lists put there.
func (s *shape) otherPeople() bool {
	for _, p := range s.peoples {
		under := p.group == GroupOther || p.group == "" || p.alone == debated && p.group == GroupAsian
		if !under || p.code == "R" {
			return false
		}
	}
	return true
}
