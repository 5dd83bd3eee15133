package masking

// What stands around a capital tells whose name it is: the words before announce a place or a person, the word after says
// what people do.

// amidst reports that token i stands within a sentence, and is no part of a longer name written in capitals.
func (p *page) amidst(i int) bool {
	t := p.toks[i]
	if i > 0 && p.toks[i].gap == gapColon && isCrowd(p.toks[i-1].hash) {
		return true
	}
	if i == 0 || p.sentenceStart(i) || t.gap == gapDot || t.gap == gapNone {
		return false
	}
	before := p.toks[i-1]
	if t.gap != gapSpace {
		return !before.has(kept) || t.gap != gapSlash && t.gap != gapBracket && t.gap != gapDash
	}
	return before.shape != titled || before.taken || p.sentenceStart(i-1) && !before.has(kept) || before.has(role|jobTitle|report)
}

// isCrowd knows the words for several people whose names may follow a colon. Crew: Haldane, Mowll.
func isCrowd(h uint64) bool {
	switch h {
	case hashWord("crew"), hashWord("panel"), hashWord("staff"), hashWord("team"), hashWord("present"), hashWord("twins"),
		hashWord("midwives"), hashWord("doctors"), hashWord("attendance"), hashWord("attended"), hashWord("involved"), hashWord("on"):
		return true
	}
	return false
}

// placed reports that the words before token i announce a place and no person: in, near, transferred to, out of.
func (p *page) placed(i int) bool {
	before := p.toks[i-1]
	if p.toks[i].gap == gapComma {
		return before.shape != lower && before.has(kept|street|institution) && !before.has(role|jobTitle) // Lagos, Ikeja
	}
	if p.toks[i].gap != gapSpace {
		return false
	}
	switch before.hash {
	case hashWord("in"), hashWord("at"), hashWord("on"), hashWord("near"), hashWord("around"), hashWord("towards"), hashWord("via"),
		hashWord("outside"), hashWord("the"), hashWord("a"), hashWord("an"), hashWord("this"), hashWord("into"), hashWord("no"),
		hashWord("some"), hashWord("any"), hashWord("leaving"), hashWord("reached"), hashWord("during"), hashWord("through"),
		hashWord("taking"), hashWord("given"), hashWord("iv"), hashWord("oral"), hashWord("using"), hashWord("my"), hashWord("our"),
		hashWord("their"), hashWord("your"), hashWord("has"), hashWord("have"), hashWord("had"):
		return true
	case hashWord("to"), hashWord("of"):
		return i > 1 && p.toks[i-2].has(motion)
	case hashWord("from"):
		return i == 1 || !p.toks[i-2].has(message|report)
	}
	return before.has(dwelling) || before.shape == number && !(i > 1 && isBerth(p.toks[i-2].hash))
}

// isBerth knows the places with a number that a person's name follows: bed 2 Okonkwo.
func isBerth(h uint64) bool {
	return h == hashWord("bed") || h == hashWord("cot") || h == hashWord("room") || h == hashWord("bay") || h == hashWord("cubicle") || h == hashWord("theatre")
}

// besideTongue reports that the capital at i is a language or a faith by the word beside it: speaks Maithili, Yazidi faith.
func (p *page) besideTongue(i, end int) bool {
	if end < len(p.toks) && p.toks[end].gap <= gapSlash && p.toks[end].has(tongue) && !p.toks[end].has(act) {
		return true
	}
	if end < len(p.toks) && p.toks[end].gap == gapSlash && p.toks[end].has(kept) {
		return true
	}
	if i == 0 || p.toks[i].gap > gapColon {
		return false
	}
	before := p.toks[i-1]
	return before.has(tongue) && !before.has(role|report) || p.toks[i].gap == gapSlash && before.has(kept)
}

// placeAhead reports that the capitals from token j on end in the word for a body or a street: Lings Bar Hospital.
func (p *page) placeAhead(j int) bool {
	for k := j; k < j+4 && k < len(p.toks) && p.toks[k].gap == gapSpace && p.toks[k].shape != lower && p.toks[k].shape < number; k++ {
		if p.toks[k].has(institution | street | eponymHead) {
			return true
		}
	}
	return false
}

// postFollows reports that token j is a job in brackets: Mia (HCA).
func (p *page) postFollows(j int) bool {
	return j < len(p.toks) && p.toks[j].gap == gapBracket && (p.toks[j].has(jobTitle) || isKin(p.toks[j].hash) || p.toks[j].hash == hashWord("band"))
}

// actsAlone reports that the word at i, which is a forename as well, opens a sentence in which it does what a person does:
// Summer left, Hope was in pain.
func (p *page) actsAlone(i int) bool {
	if !p.free(i+1) || p.toks[i+1].gap != gapSpace || p.toks[i+1].shape != lower || p.owned(i+1) {
		return false
	}
	switch p.toks[i+1].hash {
	case hashWord("was"), hashWord("is"):
		if !p.free(i+2) || p.toks[i+2].gap != gapSpace || !p.toks[i+2].has(state) {
			return false
		}
		return !p.toks[i+2].has(function) || p.free(i+3) && p.toks[i+3].has(kept|institution) || p.toks[i+2].hash == hashWord("in") && p.free(i+3) && p.toks[i+3].hash == hashWord("pain")
	case hashWord("and"):
		return p.free(i+2) && p.toks[i+2].shape == titled && p.toks[i+2].has(given) && p.toks[i+2].gap == gapSpace
	}
	return p.does(i + 1)
}

// follows reports that what stands at token j is said of people: left early, was told, (midwife), 's notes, , 31.
func (p *page) follows(j int) bool {
	if j >= len(p.toks) {
		return false
	}
	t := p.toks[j]
	switch t.gap {
	case gapSpace:
		if p.owned(j) {
			return t.shape == lower && !t.has(eponymHead)
		}
		return t.shape == lower && (p.does(j) || t.has(phoneCue))
	case gapBracket:
		return t.has(role|jobTitle) || t.hash == hashWord("band")
	case gapComma:
		return t.has(jobTitle|role) || t.shape == number && t.end-t.start == 2
	}
	return false
}

// does reports that token j is a verb with a person before it.
func (p *page) does(j int) bool {
	t := p.toks[j]
	switch t.hash {
	case hashWord("was"), hashWord("is"), hashWord("were"), hashWord("are"):
		return p.free(j+1) && p.toks[j+1].has(state)
	case hashWord("has"), hashWord("had"):
		return p.free(j+1) && p.toks[j+1].gap == gapSpace && (p.toks[j+1].hash == hashWord("no") || p.toks[j+1].has(act|personVerb) ||
			p.toks[j+1].hash == hashWord("been") && p.free(j+2) && p.toks[j+2].has(state))
	case hashWord("and"):
		if p.free(j+1) && p.toks[j+1].gap == gapSpace && isKin(p.toks[j+1].hash) {
			return true // Mbali and baby discharged
		}
		return p.free(j+1) && p.toks[j+1].gap == gapSpace && p.toks[j+1].shape == titled &&
			(p.toks[j+1].has(given|surname) && !p.toks[j+1].has(english|kept) || p.named(j+1))
	}
	return t.has(personVerb | act)
}
