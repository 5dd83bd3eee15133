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
	before, g := p.toks[i-1], p.toks[i].gap
	switch {
	case before.taken && (g == gapAnd || g == gapSlash && p.isPerson(i-1)), i > 1 && p.toks[i-2].taken && before.hash == hashWord("and") && p.isPerson(i-2):
		return afterName
	case i > 1 && g == gapSpace && before.hash == hashWord("of") && isKin(p.toks[i-2].hash):
		return afterCue // twin of Bo
	case i > 1 && before.hash == hashWord("as") && p.toks[i-2].hash == hashWord("known"):
		return afterCue
	case i > 1 && g == gapSpace && (before.hash == hashWord("is") || before.hash == hashWord("was")) && p.toks[i-2].hash == hashWord("name"):
		return afterLabel
	case before.hash == hashWord("name") && g >= gapSpace, before.hash == hashWord("named"):
		return afterLabel
	case i > 2 && g == gapSpace && before.hash == hashWord("to") && p.toks[i-2].taken && p.isPerson(i-2) && p.handedOver(i-2):
		return afterName // from Trish to Mo
	case before.shape >= number && g == gapSpace && p.toks[i].shape == titled && p.graded(i-1):
		return afterCue
	case i > 1 && g == gapSpace && before.has(staff) && before.hash == hashWord("charge") && p.toks[i-2].hash == hashWord("in"):
		return afterCue
	case i > 2 && before.hash == hashWord("call") && p.toks[i-2].hash == hashWord("on") && p.toks[i-3].has(role|jobTitle):
		return afterCue
	case before.has(role) && (g == gapSpace || g == gapColon || g == gapDash || g == gapBracket || g == gapSlash):
		return afterCue
	case before.has(jobTitle|report) && (g == gapSpace || g == gapColon || g == gapBracket || g == gapDash):
		return afterCue
	case before.taken && g == gapComma && p.isPerson(i-1) && p.toks[i].shape == initial:
		return afterName // A Finch, B Wren
	case before.taken && g == gapComma && p.isPerson(i-1) && (i+1 >= len(p.toks) || p.toks[i+1].gap != gapSpace || p.toks[i+1].hash == hashWord("and")):
		return afterName // Dr Bui, Tolley (theatres)
	case i > 1 && before.shape == number && (g == gapColon || g == gapDash) && p.toks[i-2].has(role) && before.end-before.start == 1:
		return afterCue // twin 2 = Wren
	case g == gapComma && (p.apposition(i) || isValediction(before.hash)):
		return afterCue
	case i > 1 && g == gapSpace && (before.hash == hashWord("her") || before.hash == hashWord("him")) && isCall(p.toks[i-2].hash):
		return afterCue // call her Bee
	case i > 1 && (g == gapSpace || g == gapColon) && before.gap == gapSlash && slashed(p.toks[i-2].hash, before.hash):
		return afterCue
	case i > 1 && before.has(function) && g == gapSpace && p.toks[i-2].has(report) && isToOrWith(before.hash):
		return afterCue
	}
	return unlicensed
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
