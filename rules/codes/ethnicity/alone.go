package ethnicity

// decideAlone reads a label without any heading.
func (s *shape) decideAlone(p *parsed) Reading {
	codes := s.codes()
	switch {
	case len(codes) == 0:
		return s.decideBritish(p)
	case s.named("european") && len(s.peoples) < 3:
		return s.decideEuropean()
	case s.any(tongue) && !(p.coded && s.only("S")):
		return invalid("a language is not an ethnic category", s.suggestion())
	case s.any(faith) && !s.any(contested):
		return s.decideFaith(p)
	case s.any(category) && len(codes) == 1 && (s.any(nation) || s.any(disputed) || s.any(region)):
		return valid(codes[0])
	case s.chineseOf:
		return valid("R")
	case s.qualified() != "":
		return valid(s.qualified())
	case s.named("northafrican") && s.onlyBeside("S") && (p.coded || s.any(category)):
		return valid("S")
	case s.any(category) && len(codes) > 1:
		return ambiguous(s.group(), "names more than one category, or a people beside a nationality")
	case s.any(nation) || s.any(disputed) || s.any(debated) || s.any(settler):
		return s.decideNation(p)
	case len(s.peoples) > 1 && s.only("L"):
		return ambiguous(GroupAsian, "names more than one people")
	case s.any(region) && p.coded && len(codes) == 1:
		return valid(codes[0])
	case s.any(contested) || s.any(region):
		return ambiguous(s.group(), "spans categories, or published lists disagree")
	case len(codes) == 1 && codes[0] != "" && !((s.british || s.homes > 0) && codes[0] == "B"):
		return valid(codes[0])
	}
	return ambiguous(s.group(), "names more than one category")
}

// qualified gives the one category that a label names beside a people of the same group that spans categories:
// "Mirpuri Pakistani" is Pakistani. It gives "" for anything else.
func (s *shape) qualified() string {
	code := ""
	for _, p := range s.peoples {
		switch {
		case p.group != GroupAsian || s.alternative || s.joined:
			return ""
		case p.alone == category && (code == "" || code == p.code):
			code = p.code
		case p.alone != contested || p.code != "":
			return ""
		}
	}
	return code
}

// decideBritish reads the peoples of the United Kingdom without the heading White.
func (s *shape) decideBritish(p *parsed) Reading {
	switch {
	case s.nonBritish:
		return ambiguous("", "says only what it is not")
	case s.british || s.homes > 2:
		return valid("A")
	case s.homes > 1 || p.coded:
		return ambiguous(GroupWhite, "a home nation: published lists give A and C")
	}
	return invalid("a nationality is not an ethnic category", "A")
}

// decideFaith reads a religion without a heading.
func (s *shape) decideFaith(p *parsed) Reading {
	if s.any(category) {
		r := ambiguous(s.group(), "names a people and a religion")
		if len(s.peoples) == 2 {
			r.Suggest = s.peoples[0].code + s.peoples[1].code
		}
		return r
	}
	if p.coded {
		return ambiguous("", "a religion written in as an ethnic category: published lists disagree")
	}
	return invalid("a religion is not an ethnic category", "")
}

// decideNation reads a nationality without a heading: a coded term of a classification may stand, a bare word not.
func (s *shape) decideNation(p *parsed) Reading {
	codes := s.codes()
	switch {
	case !p.coded:
		return invalid("a nationality or country is not an ethnic category", s.suggestion())
	case s.any(disputed) || s.any(debated):
		return ambiguous(s.group(), "published lists disagree on the category of this term")
	case len(codes) == 1 && codes[0] != "":
		return valid(codes[0])
	}
	return ambiguous(s.group(), "names more than one category")
}

// decideEuropean reads "European", alone or beside a people, as growth chart lists have it: "British European".
func (s *shape) decideEuropean() Reading {
	switch {
	case s.british && s.only("C"):
		return valid("A")
	case s.only("C") && !s.any(nation) && len(s.peoples) == 1:
		return ambiguous(GroupWhite, "European: published lists do not agree on a category")
	case s.named("irish") && !s.british:
		return valid("B")
	case s.only("C") || s.named("southafrican"):
		return valid("C")
	}
	return ambiguous(s.group(), "European and a people of another group")
}
