package masking

// An address without a number and a street shows itself by several parts together: a flat, a house's name, a street, a place,
// a postcode behind, and the words before that bring one. Each weighs; no single one is enough.
type home struct {
	start, end int
	weight     int
	housed     bool // has a house or street, so that a place behind it adds weight
	placed     bool
	named      bool // begins with a name that no word shows to be a house's
	unit       int  // the weight of a flat or room
}

// Weights: what is less than enough may be a ward, a clinic or a person.
const (
	enoughForHome = 3
	sureCue       = 3 // lives at, address, c/o: a body's name may follow as well
)

// homeAt reads an address that token i is part of: a dwelling, the name of a house or street. It returns i, i without one.
func (p *page) homeAt(i int) (start, end int) {
	h := home{start: p.partStart(i)}
	if h.start < 0 {
		return i, i
	}
	cue := p.homeCue(h.start)
	h.end = h.start
	for n := 0; n < 6; n++ {
		next, ok := p.homePart(&h, cue)
		if !ok || next == h.end {
			break
		}
		h.end = next
	}
	if h.end <= i {
		return i, i
	}
	if cue >= 2 || h.housed {
		h.weight += cue
	}
	if p.postcodeAt(h.end) {
		h.weight += 2
	}
	if h.weight < enoughForHome || h.weight == cue || !h.housed && cue < sureCue && h.unit < 2 {
		return i, i
	}
	return h.start, h.end
}

// partStart steps back from the house or street at i to the first word of its name; -1 where there is no name.
func (p *page) partStart(i int) int {
	if p.unitAt(i) > i {
		return i
	}
	t := p.toks[i]
	if t.shape == titled && !t.has(homely|street) && p.homeCue(i) == sureCue {
		return i
	}
	if t.shape == titled && t.hash == hashWord("the") && p.free(i+1) && p.toks[i+1].shape == titled && p.homeCue(i) >= 2 {
		return i
	}
	if !t.has(homely|street) || t.shape == lower {
		return -1
	}
	k := i
	for k > 0 && i-k < 5 && p.toks[k].gap == gapSpace && p.free(k-1) && p.homeWord(k-1) && !p.ended(k-1) {
		k--
	}
	for k < i && p.toks[k].shape == lower {
		k++
	}
	if k == i {
		return -1
	}
	return k
}

// ended reports that a possessive or a bracket after token k parts it from what follows. Ferryman's Cott goes on.
func (p *page) ended(k int) bool { return p.toks[k].shape == lower && !p.linksPlace(k) }

// homeWord reports a word of the name of a house, street or place.
func (p *page) homeWord(k int) bool {
	t := p.toks[k]
	if t.shape == lower {
		return p.linksPlace(k) || t.has(particle) && !t.has(function)
	}
	if t.shape >= number || t.shape == initial {
		return false
	}
	if t.hash == hashWord("the") || t.hash == hashWord("st") || t.shape == titled && t.has(villageHead) {
		return true
	}
	return !t.has(title|month|birthCue|nhsCue|phoneCue|role|jobTitle|referenceCue|function|numberWord|addressCue) && !(t.has(kept) && !t.has(town|street|homely|given|surname) && !(t.has(english) && t.shape == titled))
}

// homePart reads the next part of h and returns its end.
func (p *page) homePart(h *home, cue int) (int, bool) {
	k := h.end
	if k >= len(p.toks) {
		return k, false
	}
	if k > h.start && p.toks[k].gap != gapComma && !(p.toks[k].gap == gapSpace && p.toks[k-1].shape >= number) {
		return k, false
	}
	if p.toks[k].taken {
		return k, false
	}
	if end := p.unitAt(k); end > k {
		h.unit = p.unitWeight(k)
		h.weight += h.unit
		return end, true
	}
	if p.houseNumber(k) {
		if end := p.theHouses(k); end > k && h.weight > 0 {
			h.weight, h.housed = h.weight+enoughForHome, true
			return end, true
		}
		if p.free(k+1) && (p.toks[k+1].gap == gapSlash || p.toks[k+1].gap == gapDash) && p.houseNumber(k+1) {
			k++
		}
		if end := p.streetName(k+1, h.weight > 0); end > k+1 {
			h.weight, h.housed = h.weight+enoughForHome, true
			return end, true
		}
		return k, false
	}
	return p.namedPart(h, cue, k)
}

// unitAt reads Flat 3, Room 9, Unit 4b, Apt. 11 and 2/1 before a comma.
func (p *page) unitAt(i int) int {
	if !p.free(i) || !p.free(i+1) {
		return i
	}
	next := p.toks[i+1]
	if p.toks[i].has(dwelling) && (next.gap == gapSpace || next.gap == gapStop && p.shortDwelling(i)) && p.houseNumber(i+1) && !p.measured(i+1) {
		return i + 2
	}
	if next.gap == gapSlash && p.houseNumber(i) && p.houseNumber(i+1) && next.end-p.toks[i].start <= 5 && p.free(i+2) &&
		p.toks[i+2].gap == gapComma && p.houseNumber(i+2) && p.streetName(i+3, false) > i+3 {
		return i + 2
	}
	return i
}

// shortDwelling reports Apt. or Flt. with its full stop.
func (p *page) shortDwelling(i int) bool {
	return p.toks[i].end-p.toks[i].start <= 3 && p.toks[i+1].start-p.toks[i].end <= 2
}

// unitWeight weighs a flat, which is nobody's but a tenant's, over a room or unit, which may be a hospital's.
func (p *page) unitWeight(k int) int {
	switch p.toks[k].hash {
	case hashWord("room"), hashWord("unit"), hashWord("house"):
		return 1
	}
	return 2
}

// namedPart reads the name of a house, a street or a place.
func (p *page) namedPart(h *home, cue, k int) (int, bool) {
	end, isHouse, isStreet, body := k, false, false, false
	for end < k+6 && p.free(end) && p.homeWord(end) && (end == k || p.toks[end].gap == gapSpace || p.toks[end].gap == gapDash) {
		t := p.toks[end]
		isHouse = isHouse || end > k && t.has(homely) || end == k+1 && p.toks[k].hash == hashWord("the") && h.weight+cue >= 2
		isStreet = isStreet || end > k && p.plainStreet(end)
		body = body || t.has(institution) && !t.has(street|homely|dwelling)
		end++
	}
	for end > k && p.toks[end-1].shape == lower {
		end-- // by mistake
	}
	if end == k || body && cue < sureCue || !p.closes(end, cue) {
		return k, false
	}
	if p.christened(k, end) && cue < 2 {
		return k, false
	}
	switch {
	case isHouse, isStreet:
		h.weight++
		h.housed = true
		if isStreet && p.shortStreet(end-1) {
			h.weight++
		}
	case k == h.start && (cue < sureCue || p.toks[k].has(kept) || p.toks[k].has(given) && p.toks[k-1].hash != hashWord("at")):
		return k, false // c/o Sarah Holt, lives in Leeds
	case k == h.start:
		h.named = true
	case (h.housed || h.named) && !h.placed:
		h.weight++
		h.placed = true
	}
	return end, true
}

// christened reports a person: a forename that is no word and one surname, Sarah Lane.
func (p *page) christened(k, end int) bool {
	return end-k == 2 && p.toks[k].has(given) && (!p.toks[k].has(english|kept) || p.toks[k].has(nameFirst))
}

// plainStreet reports a street word that is hardly ever a surname.
func (p *page) plainStreet(k int) bool {
	if !p.toks[k].has(street | homely) {
		return false
	}
	switch p.toks[k].hash {
	case hashWord("road"), hashWord("street"), hashWord("lane"), hashWord("avenue"), hashWord("crescent"), hashWord("terrace"),
		hashWord("gardens"), hashWord("drive"), hashWord("mews"), hashWord("wynd"), hashWord("brae"), hashWord("row"),
		hashWord("close"), hashWord("way"), hashWord("yard"), hashWord("parade"), hashWord("wharf"), hashWord("square"), hashWord("quay"):
		return true
	}
	return p.shortStreet(k)
}

// shortStreet reports a street word in its short form, as only addresses have it.
func (p *page) shortStreet(k int) bool {
	switch p.toks[k].hash {
	case hashWord("rd"), hashWord("st"), hashWord("ave"), hashWord("cres"), hashWord("terr"), hashWord("gdns"), hashWord("yd"),
		hashWord("ln"), hashWord("blvd"), hashWord("cl"), hashWord("sq"), hashWord("wlk"), hashWord("cott"):
		return true
	}
	return false
}

// closes reports that a part may end before token end: at a mark, at a small word, and not before the word that makes it
// a ward's or a body's name.
func (p *page) closes(end, cue int) bool {
	if end >= len(p.toks) || p.toks[end].taken {
		return true
	}
	t := p.toks[end]
	if t.gap != gapSpace {
		return true
	}
	if t.has(institution | eponymHead | tongue) {
		return false
	}
	return t.shape == lower && (t.has(function) || cue >= 2) || t.shape >= number && cue >= 2
}

// postcodeAt reports that a postcode begins at token k or on the next line.
func (p *page) postcodeAt(k int) bool {
	return k < len(p.toks) && p.toks[k].taken && p.toks[k].shape == alnum && (p.toks[k].gap <= gapComma || p.toks[k].gap == gapLine)
}
