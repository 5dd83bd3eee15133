package lexicon

// A Match is one place where an entry's pattern holds.
type Match struct {
	Entry       *Entry
	First, Last int // tokens, half open
}

// Match appends the places where patterns hold in the tokens of one sentence,
// in the order of their first token, then of the entries. Of several patterns
// of one entry that hold at one token, the longest counts.
func (lx *Lexicon) Match(dst []Match, tokens []Token) []Match {
	var after [reach]signature
	lx.signaturesAfter(&after, tokens)
	if len(tokens) > 0 {
		dst = appendMatches(dst, &lx.atStart, &after[0], tokens, -1)
	}
	for i := range tokens {
		dst = appendMatches(dst, &lx.opened[tokens[i].list], &after[min(i, reach-1)], tokens, i)
	}
	return dst
}

// signaturesAfter sets after[i] to the signature of the tokens from i on. The last
// stands for all that follow it too.
func (lx *Lexicon) signaturesAfter(after *[reach]signature, tokens []Token) {
	var sum signature
	for i := len(tokens) - 1; i >= 0; i-- {
		sum.add(&lx.signatures[tokens[i].list])
		if i < reach {
			after[i] = sum
		}
	}
}

// appendMatches tries at token i the patterns whose words all follow; few do. The
// first step is known to hold there; -1 is the place before the first token.
func appendMatches(dst []Match, guards *guards, after *signature, tokens []Token, i int) []Match {
	for k, bit := range guards.tells {
		if !after.has(bit) {
			continue
		}
		g := &guards.all[k]
		if g.stands(tokens, i) && after.mayHold(&g.needs) {
			dst = appendMatch(dst, g.pattern, tokens, i)
		}
	}
	return dst
}

// holdsAt reports whether the token beside token i, or the one beyond it if it is a
// sign that is passed over, belongs to a word set.
func holdsAt(tokens []Token, i, side int, set int32) bool {
	k := i + side
	if k < 0 || k >= len(tokens) {
		return false
	}
	if tokens[k].in(set) {
		return true
	}
	k += side
	return k >= 0 && k < len(tokens) && skippable(tokens[k-side].Sign) && tokens[k].in(set)
}

func appendMatch(dst []Match, p *pattern, tokens []Token, i int) []Match {
	end := p.match(tokens, i+1, 1)
	if end < 0 {
		return dst
	}
	i = max(i, 0)
	for k := len(dst) - 1; k >= 0 && dst[k].First == i; k-- {
		if dst[k].Entry == p.entry {
			dst[k].Last = max(dst[k].Last, end)
			return dst
		}
	}
	return append(dst, Match{p.entry, i, end})
}

// match returns where steps from k on, begun at token i, end, or -1.
func (p *pattern) match(tokens []Token, i, k int) int {
	if k == len(p.steps) {
		return i
	}
	st := &p.steps[k]
	if end := p.matchHere(tokens, i, k); end >= 0 {
		return end
	}
	for words := int32(0); words < st.gap && i < len(tokens); {
		switch tokens[i].Sign {
		case 0:
			words++
		case ';', ':', '?', '|':
			return -1
		}
		i++
		if end := p.matchHere(tokens, i, k); end >= 0 {
			return end
		}
	}
	return -1
}

// matchHere tries step k at token i itself.
func (p *pattern) matchHere(tokens []Token, i, k int) int {
	st := &p.steps[k]
	switch {
	case st.set == stepStart:
		if i == 0 {
			return p.match(tokens, i, k+1)
		}
		return -1
	case st.set == stepEnd:
		if i == len(tokens) {
			return p.match(tokens, i, k+1)
		}
		return -1
	case i >= len(tokens):
		return -1
	case tokens[i].in(st.set):
		return p.match(tokens, i+1, k+1)
	}
	if skippable(tokens[i].Sign) && k > 0 && i+1 < len(tokens) && tokens[i+1].in(st.set) {
		return p.match(tokens, i+2, k+1)
	}
	return -1
}

// skippable reports whether a sign between two words of a phrase is passed over:
// quotes are gone already, a bracket or dash is not worth a pattern of its own.
func skippable(sign byte) bool { return sign == '(' || sign == ')' || sign == '-' || sign == '*' }

// reach is more tokens than any pattern spans; it bounds how far back a match
// can cover another.
const reach = 64

// AppendUncovered appends to dst the matches without the terms that lie within a term
// that settles more: the "culture" of "blood culture", the "interpreter" of "no
// interpreter needed". A homograph without a dimension covers every one, another
// term its own.
func AppendUncovered(dst, ms []Match) []Match {
	for i, m := range ms {
		if !m.Entry.Term() || !covered(ms, i) {
			dst = append(dst, m)
		}
	}
	return dst
}

func covered(ms []Match, i int) bool {
	m := ms[i]
	for k := i - 1; k >= 0 && ms[k].First > m.First-reach; k-- {
		if covers(ms[k], m) {
			return true
		}
	}
	for k := i + 1; k < len(ms) && ms[k].First < m.Last; k++ {
		if covers(ms[k], m) {
			return true
		}
	}
	return false
}

// covers reports whether a hides b.
func covers(a, b Match) bool {
	if a.Entry.Kind == Homograph && b.Entry.Kind == Identity && a.First < b.Last && a.Last >= b.Last {
		return a.Entry.Dimension == "" || a.Entry.Dimension == b.Entry.Dimension
	}
	if a.Entry.Kind == Unrelated && a.Entry.Dimension == b.Entry.Dimension && b.Entry.Kind.rank() < Unrelated.rank() &&
		a.First > b.First && a.First < b.Last && a.Last >= b.Last {
		return true // the word that b ends with is meant otherwise: "a letter in plain language"
	}
	if a.First > b.First || a.Last < b.Last || a.Entry.Kind.rank() <= b.Entry.Kind.rank() {
		return false
	}
	everywhere := a.Entry.Kind == Homograph && a.Entry.Dimension == ""
	return everywhere || a.Entry.Dimension == b.Entry.Dimension
}

// rank orders the kinds of term by how much they settle; modifiers have none.
func (k Kind) rank() int {
	switch k {
	case Homograph:
		return 7
	case Unrelated:
		return 6
	case Status:
		return 5
	case Fact:
		return 4
	case Practice:
		return 3
	case Topic:
		return 2
	case Identity:
		return 1
	}
	return 0
}
