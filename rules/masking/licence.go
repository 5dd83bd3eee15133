package masking

// A licence says how strongly the words before a token announce a name.
type licence uint8

const (
	unlicensed licence = iota
	afterCue           // mum, reported by, lead: a bare forename or an unknown capital may be a name
	afterName          // and, after a name: the same
	afterLabel         // name: the same, in lower case too
	afterTitle         // Mrs, Dr: nearly anything is
)

// licenceOf looks at the words before token i.
func (p *page) licenceOf(i int) licence {
	if i > 0 && p.toks[i].gap == gapLine && isValediction(p.toks[i-1].hash) {
		return afterCue
	}
	if i == 0 || p.toks[i].gap > gapColon {
		return unlicensed
	}
	switch {
	case p.besidePerson(i):
		return afterName
	case p.labelled(i):
		return afterLabel
	case p.cuedByWord(i), i > 1 && p.cuedByWords(i):
		return afterCue
	}
	return unlicensed
}

// besidePerson reports that token i goes on from a person just named, in a list or a handover.
func (p *page) besidePerson(i int) bool {
	before, g := p.toks[i-1], p.toks[i].gap
	switch {
	case before.taken && (g == gapAnd || g == gapSlash && p.isPerson(i-1)), i > 1 && p.toks[i-2].taken && before.hash == hashWord("and") && p.isPerson(i-2):
		return true
	case i > 2 && g == gapSpace && before.hash == hashWord("to") && p.toks[i-2].taken && p.isPerson(i-2) && p.handedOver(i-2):
		return true // from Trish to Mo
	case g != gapComma || !before.taken || !p.isPerson(i-1):
		return false
	}
	// A Finch, B Wren; Dr Bui, Tolley (theatres)
	return p.toks[i].shape == initial || i+1 >= len(p.toks) || p.toks[i+1].gap != gapSpace || p.toks[i+1].hash == hashWord("and")
}

// labelled reports the word name or named before token i.
func (p *page) labelled(i int) bool {
	before, g := p.toks[i-1], p.toks[i].gap
	if before.has(function) {
		return i > 1 && g == gapSpace && p.toks[i-2].has(role) && p.toks[i-2].hash == hashWord("name") && (before.hash == hashWord("is") || before.hash == hashWord("was"))
	}
	return before.has(role) && (before.hash == hashWord("name") && g >= gapSpace || before.hash == hashWord("named"))
}

// cuedByWord reports that the one word before token i announces a person.
func (p *page) cuedByWord(i int) bool {
	before, g := p.toks[i-1], p.toks[i].gap
	switch {
	case before.shape >= number && g == gapSpace && p.toks[i].shape == titled && p.graded(i-1):
		return true
	case before.has(role) && (g == gapSpace || g == gapColon || g == gapDash || g == gapBracket || g == gapSlash):
		return true
	case before.has(jobTitle|report) && (g == gapSpace || g == gapColon || g == gapBracket || g == gapDash):
		return true
	}
	return g == gapComma && (p.apposition(i) || isValediction(before.hash))
}

// cuedByWords reports that two or three words before token i announce a person together.
func (p *page) cuedByWords(i int) bool {
	before, second, g := p.toks[i-1], p.toks[i-2], p.toks[i].gap
	switch {
	case before.has(function):
		return p.cuedBySmall(i)
	case g == gapSpace && before.has(staff) && before.hash == hashWord("charge") && second.hash == hashWord("in"):
		return true
	case i > 2 && second.hash == hashWord("on") && before.hash == hashWord("call") && p.toks[i-3].has(role|jobTitle):
		return true
	case before.shape == number && (g == gapColon || g == gapDash) && second.has(role) && before.end-before.start == 1:
		return true // twin 2 = Wren
	}
	return (g == gapSpace || g == gapColon) && before.gap == gapSlash && slashed(second.hash, before.hash)
}

// cuedBySmall reports that the small word before token i and what stands before that announce a person together.
func (p *page) cuedBySmall(i int) bool {
	before, second := p.toks[i-1].hash, p.toks[i-2]
	switch {
	case before == hashWord("as") && second.hash == hashWord("known"):
		return true
	case p.toks[i].gap != gapSpace:
		return false
	case before == hashWord("of") && isKin(second.hash):
		return true // twin of Bo
	case (before == hashWord("her") || before == hashWord("him")) && isCall(second.hash):
		return true // call her Bee
	}
	return second.has(report) && isToOrWith(before)
}

// isValediction knows the last word of a letter before the name of its writer.
func isValediction(h uint64) bool {
	return h == hashWord("sincerely") || h == hashWord("faithfully") || h == hashWord("regards") || h == hashWord("wishes") ||
		h == hashWord("yours") || h == hashWord("thanks")
}

// slashed knows S/M, a sister midwife, S/N, a staff nurse, S/W, a social worker; and D/W and S/B, discussed with and seen by.
func slashed(a, b uint64) bool {
	for _, pair := range [...][2]string{{"s", "m"}, {"s", "n"}, {"s", "w"}, {"d", "w"}, {"s", "b"}, {"c", "w"}, {"h", "v"}, {"b", "o"}} {
		if a == hashWord(pair[0]) && b == hashWord(pair[1]) {
			return true
		}
	}
	return false
}

func isCall(h uint64) bool {
	return h == hashWord("call") || h == hashWord("called") || h == hashWord("calls") || h == hashWord("named")
}

// apposition reports a name set off by commas after the one it names: twin 2, Elias, was cooled.
func (p *page) apposition(i int) bool {
	if i+1 >= len(p.toks) || p.toks[i+1].gap != gapComma && p.toks[i+1].gap != gapStop || p.toks[i].shape != titled {
		return false
	}
	return p.toks[i-1].has(role) || i > 1 && p.toks[i-1].shape == number && p.toks[i-2].has(role)
}

func isToOrWith(h uint64) bool {
	return h == hashWord("to") || h == hashWord("with") || h == hashWord("for") || h == hashWord("by")
}
