package masking

// The words before a home tell it from a ward or a body: lives at, moved to, the wrong house.

// afterHomeCue reports the first word after c/o, address: and lives at.
func (p *page) afterHomeCue(i int) bool {
	if i == 0 {
		return false
	}
	before := p.toks[i-1]
	return before.has(addressCue) || before.hash == hashWord("o") && before.gap == gapSlash || before.has(function) && i > 1 && p.toks[i-2].has(addressCue)
}

// homeCue weighs the words before token i: 3 for lives at, address or c/o, 2 for other words that bring a home, 1 for a
// comma, of, from or at.
func (p *page) homeCue(i int) int {
	if i == 0 || p.toks[i].gap >= gapStop {
		return 0
	}
	k := i - 1
	small := p.toks[k].has(function) && p.toks[i].gap == gapSpace
	switch {
	case p.toks[k].hash == hashWord("o") && k > 0 && p.toks[k-1].hash == hashWord("c") && p.toks[k].gap == gapSlash:
		return sureCue
	case p.toks[k].has(addressCue):
		return sureCue
	case small && k > 0 && p.toks[k].gap < gapStop && p.toks[k-1].has(addressCue):
		return sureCue
	case small && k > 0 && p.toks[k].gap < gapStop && p.toHome(k):
		return 2
	case p.toks[k].hash == hashWord("visited") && p.toks[i].gap == gapSpace, p.toks[k].taken && p.toks[i].gap <= gapComma:
		return 2
	case p.toks[i].gap == gapBracket && isPremises(p.toks[k].hash):
		return 2
	case p.toks[i].gap == gapComma, p.toks[i].gap == gapBracket, small && p.locative(i):
		return 1
	}
	return 0
}

// toHome reports a small word, at token k, that a home follows by the word before it: moved to, visited at, of after a person.
func (p *page) toHome(k int) bool {
	switch p.toks[k].hash {
	case hashWord("of"), hashWord("at"), hashWord("to"), hashWord("from"), hashWord("in"), hashWord("into"):
	default:
		return false
	}
	before := p.toks[k-1]
	if before.taken || before.shape != lower && before.shape < number && before.class&(given|surname) != 0 && !before.has(institution) {
		return true
	}
	switch before.hash {
	case hashWord("moved"), hashWord("discharged"), hashWord("visit"), hashWord("visits"), hashWord("visited"), hashWord("visiting"),
		hashWord("ambulance"), hashWord("crew"), hashWord("taxi"), hashWord("contact"), hashWord("last"), hashWord("sent"),
		hashWord("posted"), hashWord("letter"), hashWord("letters"), hashWord("landlord"), hashWord("tenant"), hashWord("resident"),
		hashWord("staying"), hashWord("stays"), hashWord("back"), hashWord("returned"), hashWord("collected"), hashWord("door"),
		hashWord("delivered"), hashWord("bba"), hashWord("call"), hashWord("called"), hashWord("attended"), hashWord("paramedics"),
		hashWord("rehoused"), hashWord("housed"), hashWord("placed"), hashWord("known"), hashWord("registered"):
		return true
	}
	return false
}

// isPremises knows the words for a place to live that its name follows in brackets: sent to the wrong village (Pound Cottage.
func isPremises(h uint64) bool {
	switch h {
	case hashWord("house"), hashWord("home"), hashWord("village"), hashWord("property"), hashWord("premises"), hashWord("farm"),
		hashWord("cottage"), hashWord("door"), hashWord("place"), hashWord("bungalow"), hashWord("hamlet"), hashWord("street"), hashWord("road"), hashWord("lane"):
		return true
	}
	return false
}
