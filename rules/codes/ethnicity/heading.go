package ethnicity

// officialHeadings are the headings of the published lists that name peoples or repeat themselves.
var officialHeadings = []struct {
	words []string
	group Group
	list  bool // a heading only when its last word is joined as in a list: "Black or Black British - Caribbean" is M
}{
	{fields("black black british black welsh caribbean african"), GroupBlack, true},
	{fields("black black british caribbean african"), GroupBlack, true},
	{fields("black black british african caribbean"), GroupBlack, true},
	{fields("black british caribbean african"), GroupBlack, true},
	{fields("black british african caribbean"), GroupBlack, true},
	{fields("black african caribbean black british"), GroupBlack, false},
	{fields("black black scottish black british"), GroupBlack, false},
	{fields("asian asian scottish asian british"), GroupAsian, false},
	{fields("asian asian british asian welsh"), GroupAsian, false},
	{fields("african caribbean black british"), GroupBlack, false},
	{fields("black african caribbean british"), GroupBlack, false},
	{fields("black scottish black british"), GroupBlack, false},
	{fields("asian scottish asian british"), GroupAsian, false},
	{fields("black african caribbean"), GroupBlack, false},
	{fields("black caribbean african"), GroupBlack, true},
	{fields("black black british"), GroupBlack, false},
	{fields("asian asian british"), GroupAsian, false},
}

// caribbeanOrBlack tells whether tokens start with the Scottish heading "Caribbean or Black", which a dash, a colon or
// the end follows: "Black Caribbean / Black African" is two values.
func caribbeanOrBlack(tokens []token) bool {
	return len(tokens) > 1 && tokens[0].word == "caribbean" && tokens[1].word == "black" && listed(tokens[1].joint) &&
		(len(tokens) == 2 || tokens[2].joint >= dash)
}

// headingAt finds a heading of several words at position i, and its length. After "other", a list that starts with Black
// is a heading too: "Any other Black or Caribbean background", "Any other Black, Black British, or Caribbean background".
func headingAt(tokens []token, i int) (Group, int) {
	g, n := officialHeading(tokens[i:])
	switch {
	case (i == 0 || i == 1 && tokens[0].word == "other") && caribbeanOrBlack(tokens[i:]):
		g, n = GroupBlack, 2
	case i == 0 && whiteOrBritish(tokens):
		g, n = GroupWhite, 3
	}
	if i == 0 || tokens[i-1].word != "other" || tokens[i].word != "black" {
		return g, n
	}
	listedFrom := n
	n = max(n, 1)
	for i+n < len(tokens) && listed(tokens[i+n].joint) && (tokens[i+n].word == "caribbean" || tokens[i+n].word == "african" || tokens[i+n].word == "africa") {
		n++
	}
	if n == 1 && listedFrom == 0 {
		return "", 0
	}
	return GroupBlack, n
}

// listed tells whether a joint is one of a list: a comma, a slash, "and" or "or".
func listed(j joint) bool { return j == comma || j >= slash && j <= or }

func officialHeading(tokens []token) (Group, int) {
	if g := twiceNamed(tokens); g != "" {
		return g, 3
	}
	for _, h := range officialHeadings {
		if startsWith(tokens, h.words) && (!h.list || listed(tokens[len(h.words)-1].joint)) && (len(h.words) > 3 || listed(tokens[1].joint) || h.words[1] != h.words[0]) {
			return h.group, len(h.words)
		}
	}
	return "", 0
}

// twiceNamed gives the heading of "Asian or British Asian" and "Black British/Black", which the end or a mark of its own
// follows, or "": "Black British / Black African" is two values.
func twiceNamed(tokens []token) Group {
	if len(tokens) < 3 || tokens[1].word != "british" || tokens[0].word != tokens[2].word || tokens[0].word == "white" {
		return ""
	}
	a, b := tokens[1].joint, tokens[2].joint
	if ends(tokens, 3) && (listed(a) && b == space || a == space && listed(b)) {
		return headings[tokens[0].word]
	}
	return ""
}

// ends tells whether the end of a label, a dash, a bracket or a stronger mark stands before token n.
func ends(tokens []token, n int) bool {
	return n >= len(tokens) || tokens[n].joint >= dash || tokens[n].joint == bracket
}

// whiteOrBritish tells whether tokens are the heading "White or White British", made like "Asian or Asian British".
func whiteOrBritish(tokens []token) bool {
	return startsWith(tokens, fields("white white british")) && tokens[2].joint == space && ends(tokens, 3) &&
		(tokens[1].joint == slash || tokens[1].joint == or)
}

func startsWith(tokens []token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, w := range words {
		if tokens[i].word != w {
			return false
		}
	}
	return true
}

// setOff writes a comma or a stronger mark between a heading and its one sub-category as a dash, so that it parts no
// alternatives: "Mixed, White and Asian", "White and Asian, Mixed", "Caribbean, Black".
func setOff(tokens []token) []token {
	last, first := len(tokens)-1, 0
	for first < last && headings[tokens[first].word] == GroupMixed {
		first++
	}
	closing := last
	for closing > 1 && headings[tokens[closing-1].word] == GroupMixed {
		closing--
	}
	parts := func(i int) bool { return tokens[i].joint == comma || tokens[i].joint == cut }
	switch {
	case last > 1 && first > 0 && parts(first) && twoOrigins(tokens[first:]):
		return withDash(tokens, first)
	case last > 1 && headings[tokens[last].word] == GroupMixed && parts(closing) && twoOrigins(tokens[:closing]):
		return withDash(tokens, closing)
	case last == 1 && tokens[1].joint == comma && peoples[tokens[0].word].group == headings[tokens[1].word] && headings[tokens[1].word] != "":
		return withDash(tokens, 1)
	}
	return tokens
}

// regionAsHeading writes "South Asian" before a people of Asia as the heading Asian: "South Asian - Nepalese".
func regionAsHeading(tokens []token) []token {
	if len(tokens) < 2 || tokens[0].word != "southasian" || peoples[tokens[1].word].group != GroupAsian {
		return tokens
	}
	if j := tokens[1].joint; adds(j) || either(j) {
		return tokens
	}
	out := append([]token(nil), tokens...)
	out[0].word = "asian"
	return out
}

// twoOrigins tells whether tokens name White beside one other heading, and no alternatives.
func twoOrigins(tokens []token) bool {
	white, others := false, 0
	for i, t := range tokens {
		g := headings[t.word]
		if i > 0 && either(t.joint) || g == GroupMixed || t.word == "british" {
			return false
		}
		white = white || g == GroupWhite
		if g == GroupBlack || g == GroupAsian {
			others++
		}
	}
	return white && others == 1
}

func withDash(tokens []token, at int) []token {
	out := append([]token(nil), tokens...)
	out[at].joint = dash
	return out
}
