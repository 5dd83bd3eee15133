package lexicon

// An index answers whether some of a few patterns may hold among words, without
// trying patterns that lack a word. A pattern is asked for only where its anchor
// stands, and first by signature.
type index struct {
	signatures []signature // by list: its sets that the patterns need beside their anchors
	anchored   []guards    // by list: the patterns with an anchor in it, and what they need beside it
}

func newIndex(lists [][]int32, patterns []*pattern, sets int, cost func(int32) int) index {
	var beside []need
	for _, p := range patterns {
		beside = append(beside, need{p.needs[1:], cost(p.anchor)})
	}
	colours := newPalette(sets, beside, cost)
	anchored := make([]guards, sets+1)
	for _, p := range patterns {
		beside := p.needs[1:]
		anchored[p.anchor].add(colours.guard(p, p.at, beside, cost), colours.tells(beside))
	}
	x := index{make([]signature, len(lists)), make([]guards, len(lists))}
	for i, list := range lists {
		x.signatures[i] = colours.signature(list)
		x.anchored[i] = guardsOf(list, anchored)
	}
	return x
}

// guardsOf returns the guards of the sets of a list, in their order.
func guardsOf(list []int32, bySet []guards) guards {
	n := 0
	for _, set := range list {
		n += len(bySet[set].all)
	}
	if n == 0 {
		return guards{}
	}
	out := guards{make([]uint16, 0, n), make([]guard, 0, n)}
	for _, set := range list {
		out.concat(bySet[set])
	}
	return out
}

// A Glance tells whether any of some patterns holds in a sentence, for much less
// than Match.
type Glance struct{ index }

// Glance returns the glance for the patterns of the kinds chosen.
func (lx *Lexicon) Glance(chosen func(Kind) bool) *Glance {
	return lx.glance(func(p *pattern) bool { return len(p.needs) > 0 && chosen(p.entry.Kind) })
}

func (lx *Lexicon) glance(is func(*pattern) bool) *Glance {
	c := lx.compiler
	return &Glance{newIndex(lx.words.lists, chosen(lx.patterns, is), len(c.sets), c.cost)}
}

// Holds reports whether one of the patterns holds among the tokens of a sentence,
// covered by another or not.
func (g *Glance) Holds(tokens []Token) bool {
	var here signature
	for i := range tokens {
		here.add(&g.signatures[tokens[i].list])
	}
	for i := range tokens {
		guards := &g.anchored[tokens[i].list]
		for k, bit := range guards.tells {
			if !here.has(bit) {
				continue
			}
			if g := &guards.all[k]; here.mayHold(&g.needs) && g.stands(tokens, i) && g.pattern.around(tokens, i) {
				return true
			}
		}
	}
	return false
}

// stands reports whether the word that must come right beside token i is there.
func (g *guard) stands(tokens []Token, i int) bool {
	return g.side == 0 || holdsAt(tokens, i, int(g.side), g.near)
}

// around reports whether the pattern holds where token i is its anchor.
func (p *pattern) around(tokens []Token, i int) bool {
	first := p.steps[0].set
	words := p.before
	for k := i; k >= 0 && words >= 0; k-- {
		if (first < 0 || tokens[k].in(first)) && p.match(tokens, k, 0) >= 0 {
			return true
		}
		if tokens[k].Sign == 0 {
			words--
		}
	}
	return false
}

// cue reports whether the pattern is one of a term that is judged.
func (p *pattern) cue() bool { return p.entry.Kind.cue() }

// cue reports whether terms of the kind are judged.
func (k Kind) cue() bool { return k.rank() > 0 && k != Homograph }

// telling reports whether a sentence with a pattern of the kind in it is worth
// taking apart for its own sake: a modifier matters only beside a cue, but a version
// to all that follows.
func (k Kind) telling() bool { return k.cue() || k == Version }

// Tells reports whether the tokens of a sentence hold a term other than a
// homograph, covered or not, or a word on versions. It costs less than Match.
func (lx *Lexicon) Tells(tokens []Token) bool { return lx.telling.Holds(tokens) }
