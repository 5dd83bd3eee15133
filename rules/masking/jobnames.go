package masking

// A pair of capitals whose words say little may be told to be a person by the job behind it: Prosper Neale, consultant. A
// single word may be told by the job before it and an initial behind, or by the words for a nickname.

// outrightName returns how many tokens from i on are a name that what stands around it shows, 0 if that says nothing.
func (p *page) outrightName(i int, l licence) int {
	if p.toks[i].shape != titled || p.toks[i].has(function|title|jobTitle|month) {
		return 0
	}
	switch {
	case p.clippedName(i, l):
		return 2
	case i > 0 && p.surnameAfterJob(i):
		return 2
	case i > 0 && p.nicknamed(i):
		return 1
	case p.pairWithJob(i, l):
		return 2
	}
	return 0
}

// clippedName reports a forename cut short as clerks wrote it, with its stop and a surname: Wm. Tasker.
func (p *page) clippedName(i int, l licence) bool {
	t := p.toks[i]
	if p.mark(i) != '.' || t.end-t.start > 5 || !p.free(i+1) {
		return false
	}
	next := p.toks[i+1]
	if next.shape != titled || next.start-t.end > 2 || next.has(function|role|jobTitle|title|report) || !isClipped(t.hash) {
		return false
	}
	return l == afterTitle || next.has(surname) || next.class == 0 && p.named(i+1)
}

func isClipped(h uint64) bool {
	for _, w := range [...]string{"wm", "jas", "chas", "thos", "geo", "robt", "edw", "jos", "benj", "saml", "danl", "fredk", "richd", "margt", "eliz", "jno"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// surnameAfterJob reports a surname, whatever word it is, between a job and an initial with its stop: Scrub nurse Custom, T.
func (p *page) surnameAfterJob(i int) bool {
	t := p.toks[i]
	if t.gap != gapSpace && t.gap != gapColon || !p.free(i+1) || p.toks[i+1].shape != initial || p.toks[i+1].gap != gapComma || p.mark(i+1) != '.' {
		return false
	}
	return p.isStaff(i-1) && !t.has(role|report|personVerb)
}

// nicknamed reports what people are called by, whatever word it is: whom they call Pinky, goes by Bunny, babies called Short.
func (p *page) nicknamed(i int) bool {
	t := p.toks[i]
	if t.gap != gapSpace && t.gap != gapQuote || i < 2 || !p.toks[i-1].has(report|role|message|phoneCue) || t.has(kept|institution|role) || !p.nameEnds(i+1) {
		return false // by, named, called, call
	}
	before, second := p.toks[i-1].hash, p.toks[i-2]
	switch {
	case isCall(before) && i > 2 && second.has(function):
		return p.toks[i-3].hash == hashWord("whom") || p.toks[i-3].hash == hashWord("who")
	case before == hashWord("called") || before == hashWord("named"):
		return isKin(second.hash) || isFolk(second.hash)
	case before == hashWord("by"):
		return second.hash == hashWord("goes") && i > 2 && isWho(p.toks[i-3].hash) || second.hash == hashWord("went") && i > 2 && isWho(p.toks[i-3].hash)
	}
	return false
}

// isWho knows the small words for a person.
func isWho(h uint64) bool {
	return h == hashWord("she") || h == hashWord("he") || h == hashWord("who") || h == hashWord("mum") || h == hashWord("dad") ||
		h == hashWord("partner") || h == hashWord("patient") || h == hashWord("they")
}

// isFolk knows the words for people of whom one or several may be called something.
func isFolk(h uint64) bool {
	for _, w := range [...]string{"babies", "twins", "women", "woman", "mothers", "patients", "patient", "girl", "girls", "boy", "boys", "sisters",
		"brothers", "child", "children", "man", "lady", "midwife", "midwives", "doctor", "nurse", "nurses", "neighbour", "friend", "sister", "brother"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// pairWithJob reports two capitals with a job behind them, which are a person though the lists do not have the first and the
// second is a word of place: by Kirstin Vale on call manager. One of the two must be able to be a name.
func (p *page) pairWithJob(i int, l licence) bool {
	j := i + 1
	if l == unlicensed && p.toks[i].gap != gapColon || !p.free(j) || p.toks[j].shape != titled || p.toks[j].gap != gapSpace || p.owned(j) || !p.jobBehind(j+1, l) {
		return false
	}
	first, second := p.toks[i], p.toks[j]
	if first.has(role|institution|kept|report|numberWord) || !second.has(surname) && second.has(function|title|jobTitle|role|month|kept|report|institution&^street|tongue) {
		return false
	}
	if i > 0 && p.toks[i-1].has(tongue) || p.placeLabel(i) || p.sainted(i) || clinicalEnding(p.word(i)) || clinicalEnding(p.word(j)) {
		return false
	}
	borne := second.has(surname|street|town) || second.class == 0 && p.named(j)
	return borne && (first.has(given|surname) || !second.has(street|town) || second.has(surname) || first.class == 0 && p.named(i))
}

// jobBehind reports a job from token j on that ends its phrase: , consultant. on call manager 0151; and not midwife led.
func (p *page) jobBehind(j int, l licence) bool {
	if !p.free(j) || p.toks[j].gap != gapComma && (p.toks[j].gap != gapSpace || l == unlicensed) || p.owned(j) {
		return false
	}
	for k := j; k < j+4 && p.free(k) && p.toks[k].shape == lower && (k == j || p.toks[k].gap == gapSpace || p.toks[k].gap == gapDash); k++ {
		if !p.toks[k].has(jobTitle|role|staff) && p.toks[k].hash != hashWord("head") {
			continue
		}
		if next := k + 1; next >= len(p.toks) || p.toks[next].gap > gapSpace || p.toks[next].shape != lower || p.toks[next].has(function) {
			return true
		}
	}
	return false
}
