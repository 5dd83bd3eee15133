package masking

// A house number before The and a word in the plural is an address without a street word: 9 The Paddocks, Little Orme. A
// heading (3 The Findings, Actions) and a sentence after a number read alike, so that the word or what stands before must
// be a home's.

// theHouses returns the token after The and the name that follow the house number at i, or i.
func (p *page) theHouses(i int) int {
	k := i + 1
	if !p.free(k) || !p.free(k+1) || p.toks[k].shape != titled || p.toks[k].gap != gapSpace || !p.toks[k].has(function) || p.toks[k].hash != hashWord("the") {
		return i
	}
	end := k + 1
	for end < k+3 && p.free(end) && p.toks[end].gap == gapSpace && p.toks[end].shape == titled && !p.toks[end].has(role|jobTitle|title|crew|function|hospitalCue|referenceCue|message) {
		end++
	}
	cue := p.homeCue(i)
	if p.beforeHome(i) {
		cue = 2
	}
	if end == k+1 || !p.isPlural(end-1) || !p.closes(end, cue) || p.numbersThing(i) {
		return i
	}
	switch {
	case cue >= 2:
		return end
	case p.toks[end-1].has(houses) && (cue > 0 || i == 0 || p.toks[i].gap >= gapColon) && (end == len(p.toks) || p.toks[end].gap > gapSpace):
		return end
	}
	return i
}

func (p *page) isPlural(k int) bool {
	w := p.word(k)
	return len(w) > 3 && w[len(w)-1] == 's'
}

// numbersThing reports that the number at i is that of a room, a day or a heading.
func (p *page) numbersThing(i int) bool {
	if i == 0 || p.toks[i].gap != gapSpace {
		return false
	}
	before := p.toks[i-1]
	return isBerth(before.hash) || before.has(institution|dwelling|month) || p.toks[i].has(month)
}

// beforeHome reports words before a home that toHome does not have: seen at, home visit.
func (p *page) beforeHome(i int) bool {
	if i == 0 || p.toks[i].gap != gapSpace {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("visit"), hashWord("visits"), hashWord("home"):
		return true
	case hashWord("at"):
		return i > 1 && (p.toks[i-2].hash == hashWord("seen") || p.toks[i-2].has(addressCue))
	}
	return false
}
