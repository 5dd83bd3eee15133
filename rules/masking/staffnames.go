package masking

// Surnames that are also a colour, a place or a thing are names where staff are named by their job or their initial:
// staff nurse White, ODP Green, reviewer S Vane. Of those who are cared for the same words tell their ethnicity.

// staffSurname reports a listed surname, whatever word it is besides, after the job of its bearer or after another name.
func (p *page) staffSurname(i int, l licence) bool {
	t := p.toks[i]
	crowd := i > 0 && t.gap == gapColon && isCrowd(p.toks[i-1].hash) && !t.has(kept) && p.toks[i-1].hash != hashWord("team") && p.toks[i-1].hash != hashWord("on")
	if i == 0 || l == unlicensed && !crowd || t.shape != titled || !t.has(surname) || t.has(function|role|title|jobTitle|month|institution) || !p.nameEnds(i+1) {
		return false
	}
	switch {
	case crowd, t.gap == gapColon && p.toks[i-1].has(jobTitle), t.gap == gapSpace && p.isStaff(i-1):
		return true
	case t.has(kept):
		return false
	case l == afterName:
		return t.gap == gapSpace || t.gap == gapComma
	}
	return t.gap == gapSpace && (p.toks[i-1].has(report) || i > 1 && p.toks[i-2].has(report) && isToOrWith(p.toks[i-1].hash))
}

// graded reports a grade of staff that ends at token k: ST3, FY1, band 7.
func (p *page) graded(k int) bool {
	switch t := p.toks[k]; t.shape {
	case number:
		return k > 0 && p.toks[k-1].hash == hashWord("band") && t.gap == gapSpace && t.end-t.start == 1
	case alnum:
		w := p.word(k)
		n := len(w)
		return n >= 2 && n <= 5 && w[n-1] >= '1' && w[n-1] <= '8' && isGrade(hashWord(w[:n-1]))
	}
	return false
}

// isGrade knows the letters of a grade of doctors, without its number.
func isGrade(h uint64) bool {
	return h == hashWord("st") || h == hashWord("ct") || h == hashWord("fy") || h == hashWord("gpst")
}

// staffAlone reports an ordinary word in capitals that ends its phrase after a job without them, where it is hardly anything
// but the bearer's name: seen by midwife Vetch.
func (p *page) staffAlone(k int) bool {
	t := p.toks[k]
	if k == 0 || t.gap != gapSpace || !p.isStaff(k-1) || p.toks[k-1].shape == titled || t.has(personVerb|report|act|state|motion) || p.lex.inflected(p.word(k)) {
		return false
	}
	if j := k + 1; j < len(p.toks) && p.toks[j].gap == gapSpace && p.toks[j].hash != hashWord("and") && p.toks[j].hash != hashWord("who") {
		return false
	}
	switch t.hash {
	case hashWord("bank"), hashWord("agency"), hashWord("cover"), hashWord("independent"), hashWord("unknown"), hashWord("present"), hashWord("night"),
		hashWord("training"), hashWord("long"), hashWord("short"), hashWord("absent"), hashWord("off"), hashWord("sick"), hashWord("late"):
		return false
	}
	return p.nameEnds(k + 1)
}

// isStaff reports that token k is a job by which staff are called.
func (p *page) isStaff(k int) bool {
	t := p.toks[k]
	if t.has(jobTitle) || t.shape >= number && p.graded(k) {
		return true
	}
	return t.has(staff) && (t.hash != hashWord("charge") || k > 0 && p.toks[k-1].hash == hashWord("in"))
}

// nameEnds reports that a name may end before token j: at a mark, or before a small word or what people do. A slash, a
// number, another capital or a noun shows the word to be another thing's: White British, Day 2, Brown staff.
func (p *page) nameEnds(j int) bool {
	if j >= len(p.toks) {
		return true
	}
	t := p.toks[j]
	switch {
	case p.owned(j):
		return t.gap == gapSpace && !t.has(institution|eponymHead)
	case t.gap == gapSpace:
	case t.gap == gapSlash, t.gap == gapDash && t.start == p.toks[j-1].end+1:
		return false
	default:
		return true
	}
	if t.shape != lower || t.hash == hashWord("of") || t.hash == hashWord("or") {
		return false
	}
	return t.has(function|personVerb|act|report|motion) && !t.has(tongue|institution) || p.pastTense(j)
}

// pastTense reports a verb that tells what was done: scrubbed, stayed.
func (p *page) pastTense(j int) bool {
	w := p.word(j)
	return len(w) > 4 && w[len(w)-2:] == "ed"
}

// initialBeside reports that the word at k is a surname after an initial without its stop at i: reviewer (S Vane),
// called by J Brook, H Bright (midwife), and not by C Section.
func (p *page) initialBeside(i, k int, l licence) bool {
	t := p.toks[k]
	if p.toks[i].shape != initial || k != i+1 || t.gap != gapSpace || t.shape != titled || p.isAnswer(i) || isLettered(t.hash) {
		return false
	}
	if t.has(function|title|jobTitle|role|month|institution&^street) || !t.has(surname) && (p.lex.inflected(p.word(k)) || p.word(i) == "A") {
		return false
	}
	if l == unlicensed {
		return p.postFollows(k + 1)
	}
	return p.nameEnds(k+1) || p.free(k+1) && p.toks[k+1].shape == number
}

// isLettered knows the words for things that a single letter stands before: C section, X ray, T piece.
func isLettered(h uint64) bool {
	for _, w := range [...]string{"section", "sections", "ray", "rays", "piece", "dimer", "wire", "gel", "coli", "level", "levels", "grade",
		"grades", "wave", "lateral", "hand", "arm", "leg", "side", "foot", "breast", "band", "bay", "block", "clamp", "team", "shift", "strep",
		"score", "clinic", "type", "group", "line", "tilt", "probe", "plan", "form", "prescribing", "mail", "learning", "number", "no"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// placeLabel reports that the field of a form before token i names a place: Ward: Rowan, Site - Northgate.
func (p *page) placeLabel(i int) bool {
	if i == 0 || p.toks[i].gap != gapColon && p.toks[i].gap != gapDash {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("ward"), hashWord("unit"), hashWord("site"), hashWord("location"), hashWord("area"), hashWord("bay"), hashWord("suite"),
		hashWord("hospital"), hashWord("clinic"), hashWord("room"), hashWord("trust"), hashWord("centre"), hashWord("hub"),
		hashWord("locality"), hashWord("town"), hashWord("department"), hashWord("dept"), hashWord("theatre"), hashWord("place"), hashWord("station"):
		return true
	}
	return false
}
