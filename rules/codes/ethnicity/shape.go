package ethnicity

// shape is what the words of a label come to: which headings, which peoples, and the words that bend them.
type shape struct {
	white, black, asian, mixed, other bool
	formal                            bool // a heading in its official form: "Black or Black British"
	formalLate                        bool // an official heading as a further entry of a list: "Arab, Asian/Asian British - Indian"
	repeated                          bool // a heading but Mixed named twice: "White - Mixed White"
	mixedFirst                        bool // Mixed before any other heading: what follows is a part of it
	british, britishFirst, britishSub bool // "British"; before a heading: "British Asian"; set off: "Asian - British"
	homes                             int  // distinct home nations
	unspecified                       bool
	otherMixed                        bool // "Other mixed": any other mix
	otherThen                         bool // "other" set off by a comma: "Other ethnic, mixed origin"
	otherSub                          bool // other under the heading Other: "Other - any other"
	otherTwice                        bool // "Other Ethnic Groups Other"
	nonBritish                        bool
	irishTraveller                    bool // "Traveller - Gypsy/Irish": Irish only says which Travellers
	pooledOther                       bool // "Asian and other"
	joined                            bool // two of the named stand side by side with "and" or "/"
	blackAndWhite, blackAndAsian      bool // official sub-categories of Mixed
	otherOrBritish                    bool // "Other White / British"
	headingOr                         bool // "White or Irish"
	britishToo                        bool // British beside a people, as another value: "British and Pakistani"
	alternative                       bool // what it names is joined by "or", a comma or a semicolon: one or the other, not both
	mixedOr                           bool // "White or Mixed": alternatives, one of them Mixed
	chineseOf                         bool // Chinese of another country: "Malaysian Chinese"
	chineseAnd                        bool // Chinese beside a heading with "and": a sub-category of Mixed
	britishOrMixed                    bool // "British or mixed British", the older name of A
	names                             []string
	peoples                           []people
}

// shapeOf reads the shape of the words of a label.
func shapeOf(tokens []token) shape {
	s := shape{pooledOther: poolsOther(tokens)}
	seen := map[string]bool{}
	for i := 0; i < len(tokens); {
		if g, n := headingAt(tokens, i); n > 0 {
			s.alternative = s.alternative || i > 0 && either(tokens[i].joint)
			s.head(g)
			s.formal = true
			s.formalLate = s.formalLate || i > 0 && i+n < len(tokens) && (adds(tokens[i].joint) || either(tokens[i].joint))
			i += n
			continue
		}
		s.word(tokens, i, seen)
		i++
	}
	for _, t := range tokens[min(1, len(tokens)):] {
		s.joined = s.joined || t.joint >= slash && t.joint <= or
	}
	s.pooledOther = s.pooledOther && !(s.white && s.namesEuropean())
	if !alsoNamed(tokens, "irish") {
		s.dropIrishTraveller()
	}
	s.otherMixed = follows(tokens, "other", "mixed", space)
	s.otherThen = len(tokens) > 1 && tokens[0].word == "other" && tokens[1].joint == comma
	s.blackAndWhite = follows(tokens, "black", "white", and) || s.other && follows(tokens, "black", "white", slash)
	s.blackAndAsian = follows(tokens, "black", "asian", and) || follows(tokens, "asian", "black", and) || s.other && follows(tokens, "black", "asian", slash)
	s.headingOr = len(tokens) == 2 && tokens[1].joint == or && !s.other && s.headed() == 1 && !s.formal
	s.chineseOf = chineseOf(tokens)
	s.chineseAnd = chineseAnd(tokens)
	s.mixedOr = mixedOr(tokens)
	s.otherOrBritish = s.other && len(tokens) > 1 && tokens[len(tokens)-1].word == "british" && adds(tokens[len(tokens)-1].joint)
	s.britishToo = s.british && s.headed() == 0 && len(tokens) == 2 && len(s.peoples) == 1 && alsoNamed(tokens, "british")
	s.britishOrMixed = len(tokens) > 2 && tokens[len(tokens)-1].word == "british" && !s.black && !s.asian && len(s.peoples) == 0 && (startsWith(tokens, fields("british mixed")) || startsWith(tokens, fields("white british mixed")))
	return s
}

// word adds one word to the shape.
func (s *shape) word(tokens []token, i int, seen map[string]bool) {
	w := tokens[i].word
	s.alternative = s.alternative || i > 0 && either(tokens[i].joint) && w != "other"
	if g, ok := headings[w]; ok {
		s.head(g)
		return
	}
	if seen[w] {
		s.otherSub = s.otherSub || w == "other" && (tokens[i].joint >= dash || tokens[i].joint == bracket)
		s.otherTwice = s.otherTwice || w == "other" && tokens[i].joint == space
		return
	}
	seen[w] = true
	switch {
	case w == "other":
		s.other = true
	case w == "unspecified":
		s.unspecified = true
	case w == "nonbritish":
		s.nonBritish = true
	case w == "british":
		s.british = true
		s.britishSub = i > 0 && tokens[i].joint >= dash
		s.britishFirst = i+1 < len(tokens) && headings[tokens[i+1].word] != ""
	case homeNations[w]:
		s.homes++
		s.names = append(s.names, w)
	default:
		if p, ok := peoples[w]; ok {
			s.peoples = append(s.peoples, p)
			s.names = append(s.names, w)
		}
	}
}

// head adds a heading to the shape.
func (s *shape) head(g Group) {
	s.mixedFirst = s.mixedFirst || g == GroupMixed && s.headed() == 0
	s.repeated = s.repeated || g != GroupMixed && s.has(g)
	s.add(g)
}

func (s *shape) add(g Group) {
	switch g {
	case GroupWhite:
		s.white = true
	case GroupBlack:
		s.black = true
	case GroupAsian:
		s.asian = true
	case GroupMixed:
		s.mixed = true
	}
}

func (s *shape) has(g Group) bool {
	switch g {
	case GroupWhite:
		return s.white
	case GroupBlack:
		return s.black
	case GroupAsian:
		return s.asian
	case GroupMixed:
		return s.mixed
	}
	return false
}

// headed counts the headings named, Other apart.
func (s *shape) headed() int {
	n := 0
	for _, g := range Groups() {
		if s.has(g) {
			n++
		}
	}
	return n
}

// certain gives the group of the headings and peoples named where they all have one, or "".
func (s *shape) certain() Group {
	for _, g := range Groups() {
		if s.has(g) && s.headed() == 1 && !s.holdsOutside(g) {
			return g
		}
	}
	return ""
}

func adds(j joint) bool { return j >= slash && j <= plus }

// either tells whether a joint parts alternatives.
func either(j joint) bool { return j == or || j == comma || j == cut }

func isPeople(w string) bool {
	_, ok := peoples[w]
	return ok
}

func names(w string) bool {
	return isPeople(w) || headings[w] != "" || w == "british"
}

// alsoNamed tells whether a word is named beside another one, not as a part of it: "Traveller or Irish", "Irish and
// Traveller".
func alsoNamed(tokens []token, word string) bool {
	apart := func(j joint) bool { return either(j) || j == and }
	for i, t := range tokens {
		headed := i > 1 && tokens[i-1].word == "white" && apart(tokens[i-1].joint)
		if t.word == word && (headed || i > 0 && apart(t.joint) || i+1 < len(tokens) && apart(tokens[i+1].joint)) {
			return true
		}
	}
	return false
}

// dropIrishTraveller drops "Irish" beside Traveller, where it says which Travellers: "Traveller - Gypsy/Irish".
func (s *shape) dropIrishTraveller() {
	if !s.holds("B") || !s.holds("C") || !s.named("traveller") {
		return
	}
	kept := s.peoples[:0]
	for _, p := range s.peoples {
		if p.code != "B" {
			kept = append(kept, p)
		}
	}
	s.peoples = kept
	s.irishTraveller = true
}
