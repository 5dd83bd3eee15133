package masking

// What a capital is called after a person for, or a firm or place, shows in the words around it.

// ofThing reports that the capitals i to end-1 name a stitch or a firm in brackets behind its word, the place where a station
// is, or a ruling.
func (p *page) ofThing(i, end int) bool {
	if p.toks[i].has(byword) && p.isRuling(i, end) {
		return true
	}
	if i == 0 {
		return false
	}
	if p.toks[i].gap == gapBracket {
		return end == i+1 && isBracketThing(p.toks[i-1].hash) && (end == len(p.toks) || p.toks[end].gap >= gapBracket)
	}
	if i < 2 || p.toks[i].gap != gapSpace || !p.toks[i-2].has(institution) && p.toks[i-2].hash != hashWord("garage") {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("called"):
		return i > 2 && end == i+1 && p.toks[i-3].hash == hashWord("a") // a ward called Poppy, not: the labour ward called Poppy
	case hashWord("at"):
		return p.toks[i-1].gap == gapSpace && !p.toks[i-2].has(personVerb|street|homely|addressCue) && !(end < len(p.toks) && p.owned(end))
	}
	return false
}

// isBracketThing knows the things and firms whose maker or kind stands in brackets behind: stitch (McDonald), lift firm
// (Otis). Milk, beds and charts are whose name stands there.
func isBracketThing(h uint64) bool {
	if isInstrument(h) {
		return true
	}
	for _, w := range [...]string{"firm", "company", "supplier", "manufacturer", "maker", "engineers", "vendor", "brand", "dressing", "dressings",
		"vaccine", "vaccines", "formula", "stitch", "stitches", "cerclage", "sutures", "incision", "harness", "splint", "software", "implant",
		"mesh", "gauze", "sealant", "stockings", "technique", "method", "hoist"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// isRuling reports the judgment that is called after Mrs Montgomery, cited and applied as no person is.
func (p *page) isRuling(i, end int) bool {
	if h := p.toks[i].hash; end != i+1 || h != hashWord("montgomery") && h != hashWord("fraser") {
		return false
	}
	if i > 0 && p.toks[i].gap == gapSpace && p.toks[i-1].hash == hashWord("post") {
		return true // under Montgomery would be a consultant's care
	}
	if end+1 >= len(p.toks) || p.toks[end].gap != gapSpace || p.toks[end].hash != hashWord("was") && p.toks[end].hash != hashWord("is") {
		return false
	}
	for _, w := range [...]string{"cited", "quoted", "applied", "argued", "relied", "breached"} {
		if p.toks[end+1].hash == hashWord(w) {
			return true
		}
	}
	return false
}
