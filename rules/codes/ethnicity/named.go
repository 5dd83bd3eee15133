package ethnicity

// What the peoples that a label names have in common.

// codes gives the distinct categories of the peoples named, "" once if one of them has none.
func (s *shape) codes() []string {
	var out []string
	for _, p := range s.peoples {
		known := false
		for _, c := range out {
			known = known || c == p.code
		}
		if !known {
			out = append(out, p.code)
		}
	}
	return out
}

// holds tells whether a people named has the category code.
func (s *shape) holds(code string) bool {
	for _, p := range s.peoples {
		if p.code == code {
			return true
		}
	}
	return false
}

// any tells whether a people named has the standing given.
func (s *shape) any(st standing) bool {
	for _, p := range s.peoples {
		if p.alone == st {
			return true
		}
	}
	return false
}

// allOf tells whether every people named has the standing given.
func (s *shape) allOf(st standing) bool {
	for _, p := range s.peoples {
		if p.alone != st {
			return false
		}
	}
	return true
}

// group gives the group that all peoples named share, or "".
func (s *shape) group() Group {
	if len(s.peoples) == 0 {
		return ""
	}
	g := s.peoples[0].group
	for _, p := range s.peoples {
		if p.group != g {
			return ""
		}
	}
	return g
}

// holdsOutside tells whether a people named is known to belong to a group other than g.
func (s *shape) holdsOutside(g Group) bool {
	for _, p := range s.peoples {
		if p.group != g && p.group != "" {
			return true
		}
	}
	return false
}

// allFrom tells whether every people named has one of the two codes.
func (s *shape) allFrom(a, b string) bool {
	for _, p := range s.peoples {
		if p.code != a && p.code != b {
			return false
		}
	}
	return true
}

// only tells whether every people named has the category code.
func (s *shape) only(code string) bool {
	c := s.codes()
	return len(c) == 1 && c[0] == code
}

// named tells whether the label names the people given.
func (s *shape) named(name string) bool {
	for _, n := range s.names {
		if n == name {
			return true
		}
	}
	return false
}

// regional tells whether the label names a region of Europe and not one nation.
func (s *shape) regional() bool {
	return s.named("european") || s.named("formersoviet") || s.named("yugoslav")
}

// onlyBeside tells whether the peoples named, those without a category apart, all have the category code.
func (s *shape) onlyBeside(code string) bool {
	return s.holds(code) && s.allFrom(code, "")
}
