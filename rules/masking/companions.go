package masking

import "slices"

// companions finds the names that stand in one list with a person named after them: Aled and Nia, Mo, Jas & Bea. What follows
// a name is licensed by it already; this looks the other way, so it goes from the end.
func (p *page) companions() {
	for i := len(p.toks) - 2; i >= 0; i-- {
		if !p.companion(i) {
			continue
		}
		n := len(p.people)
		p.mention(i, i+1)
		m := p.people[n]
		p.people = p.people[:n]
		at, _ := p.findPerson(m.start)
		p.people = slices.Insert(p.people, at, m)
	}
}

// companion reports a possible forename or surname at i that "and", "&" or the comma of a list joins to a person.
func (p *page) companion(i int) bool {
	t := p.toks[i]
	if t.taken || t.shape != titled || t.has(function|role|jobTitle|title|month|institution|personVerb|act|report) {
		return false
	}
	next := p.toks[i+1]
	var who int
	switch {
	case next.gap == gapAnd && next.taken:
		who = i + 1
	case next.gap == gapSpace && next.hash == hashWord("and") && i+2 < len(p.toks) && p.toks[i+2].gap == gapSpace && p.toks[i+2].taken:
		who = i + 2
	case next.gap == gapComma && next.taken && p.listGoesOn(i+1):
		who = i + 1
	default:
		return false
	}
	if i > 0 && (p.toks[i].gap == gapSpace && p.toks[i-1].shape == titled || p.toks[i].gap == gapDot) || !t.has(given|surname) && !(p.unusual(i) && t.class == 0) || t.has(english|kept) && !t.has(given) {
		return false
	}
	_, isPerson := p.findPerson(p.toks[who].start)
	return isPerson && !(i > 0 && p.placed(i)) && !p.sainted(i)
}

// listGoesOn reports that after the name at token i comes "and", "&" or a comma with another name.
func (p *page) listGoesOn(i int) bool {
	if i+1 >= len(p.toks) {
		return false
	}
	next := p.toks[i+1]
	return next.taken && (next.gap == gapComma || next.gap == gapAnd) || next.gap == gapSpace && next.hash == hashWord("and") && i+2 < len(p.toks) && p.toks[i+2].taken
}

// findPerson returns the place in p.people of the one whose name holds the byte at, and whether there is one.
func (p *page) findPerson(at int) (int, bool) {
	return slices.BinarySearchFunc(p.people, at, func(m mention, at int) int {
		switch {
		case m.end <= at:
			return -1
		case m.start > at:
			return 1
		}
		return 0
	})
}
