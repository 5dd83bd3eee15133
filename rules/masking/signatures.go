package masking

// Initials of staff: two or three capitals, or LMcC, that no list has, where somebody signs, is named by a job or comments.

// bareInitials reports that the token at i is initials by where they stand.
func (p *page) bareInitials(i int) bool {
	if p.twoCapitals(i) && (p.remarks(i) || p.namesItself(i) || p.signs(i) && p.besideInitials(i)) {
		return true
	}
	return p.signsOff(i) || p.initialsShape(i) && (p.signs(i) || p.initialsCued(i) || p.initialsAct(i))
}

// initialsShape reports SB, JAB or LMcC.
func (p *page) initialsShape(i int) bool {
	t := p.toks[i]
	n := t.end - t.start
	if t.taken || t.class != 0 || n < 2 || n > 5 || p.ofNumber(i) {
		return false
	}
	return t.shape == upper && n <= 3 || t.shape == mixed && p.innerMc(i)
}

// ofNumber reports that digits are tied to the letters at i: HQ-44-2010.
func (p *page) ofNumber(i int) bool {
	if !p.free(i + 1) {
		return false
	}
	next := p.toks[i+1]
	return next.shape >= number && next.start == p.toks[i].end+1 && (next.gap == gapDash || next.gap == gapSlash)
}

// twoCapitals reports two capitals though they be an abbreviation too, such as SB, seen by.
func (p *page) twoCapitals(i int) bool {
	t := p.toks[i]
	return !t.taken && t.shape == upper && t.end-t.start == 2 && !t.has(jobTitle|role|institution|title)
}

// besideInitials reports initials on the other side of a slash: LK/DO.
func (p *page) besideInitials(i int) bool {
	return i > 0 && p.toks[i].gap == gapSlash && (p.isPerson(i-1) || p.initialsShape(i-1)) ||
		i+1 < len(p.toks) && p.toks[i+1].gap == gapSlash && p.initialsShape(i+1)
}

// namesItself reports the word for one who writes or signs before token i: Reporter DM.
func (p *page) namesItself(i int) bool {
	if i == 0 || p.toks[i].gap != gapSpace && p.toks[i].gap != gapColon && p.toks[i].gap != gapDash {
		return false
	}
	if i+1 < len(p.toks) && p.toks[i+1].gap == gapSpace && p.toks[i+1].shape != lower {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("reporter"), hashWord("handler"), hashWord("author"), hashWord("reviewer"), hashWord("signed"), hashWord("countersigned"),
		hashWord("investigator"), hashWord("initials"), hashWord("initialled"), hashWord("checker"), hashWord("witness"):
		return true
	case hashWord("charge"):
		return i > 1 && p.toks[i-2].hash == hashWord("in")
	}
	return false
}

// initialsAct reports two initials that say or do what only people do: KP rang. A scan may be reviewed, but does not ring.
func (p *page) initialsAct(i int) bool {
	if p.toks[i].end-p.toks[i].start != 2 || p.toks[i].gap == gapDash || i+1 >= len(p.toks) || p.toks[i+1].gap != gapSpace || p.toks[i+1].shape != lower {
		return false
	}
	for _, w := range [...]string{"said", "says", "asked", "told", "rang", "phoned", "came", "felt", "attended", "arrived", "left", "spoke", "thought",
		"counted", "apologised", "agreed", "explained", "recalls", "remembers", "wrote", "called"} {
		if p.toks[i+1].hash == hashWord(w) {
			return true
		}
	}
	return false
}

// innerMc reports LMcC: capitals with a small c after an M.
func (p *page) innerMc(i int) bool {
	w := p.word(i)
	lowers := 0
	for k := 1; k < len(w); k++ {
		if w[k] >= 'a' {
			lowers++
			if w[k] != 'c' || w[k-1] != 'M' {
				return false
			}
		}
	}
	return lowers == 1
}

// signs reports initials, or several parted by slashes, that end a text or line after a full stop or dash: ... care A. JT / LMcC
func (p *page) signs(i int) bool {
	first := i
	for first > 0 && i-first < 3 && (p.toks[first].gap == gapSlash || p.toks[first].gap == gapAnd) && (p.isPerson(first-1) || p.twoCapitals(first-1) || p.initialsShape(first-1)) {
		first--
	}
	last := i
	for last+1 < len(p.toks) && last-i < 3 && (p.toks[last+1].gap == gapSlash || p.toks[last+1].gap == gapAnd) && (p.twoCapitals(last+1) || p.initialsShape(last+1)) {
		last++
	}
	if first == last && p.toks[i].shape == upper && p.toks[i].end-p.toks[i].start > 2 {
		return false // NFA.
	}
	if first == 0 || last+1 < len(p.toks) && p.toks[last+1].gap != gapLine {
		return false
	}
	before := p.toks[first-1]
	switch p.toks[first].gap {
	case gapStop, gapDash:
		return before.shape != upper && before.shape != alnum
	case gapLine:
		return true
	}
	return false
}

// remarks reports the writer of a comment: [margin note, SB: do we ...
func (p *page) remarks(i int) bool {
	if i == 0 || i+1 >= len(p.toks) || p.toks[i+1].gap != gapColon || p.toks[i].gap > gapBracket || p.toks[i].gap < gapSpace {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("note"), hashWord("comment"), hashWord("remark"), hashWord("query"), hashWord("margin"), hashWord("added"),
		hashWord("addition"), hashWord("reply"), hashWord("edit"):
		return true
	}
	return false
}

// initialsCued reports two initials after a word that brings a person: HCA TR, d/w KL, countersigned PM.
func (p *page) initialsCued(i int) bool {
	if i == 0 || p.toks[i].gap > gapColon || p.toks[i].end-p.toks[i].start > 2 && p.toks[i].shape != mixed {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("signed"), hashWord("countersigned"), hashWord("witnessed"), hashWord("checked"), hashWord("completed"), hashWord("per"):
		return p.toks[i].gap <= gapSpace || p.toks[i].gap == gapColon
	}
	return p.licenceOf(i) >= afterCue && !p.toks[i-1].has(extension)
}

// surnameInitial reports a surname with an initial behind it, after a comma or none: IRVINE, K; Delahunty M.
func (p *page) surnameInitial(i int) bool {
	j := i + 1
	if !p.free(j) || p.toks[j].shape != initial || p.toks[j].gap != gapSpace && p.toks[j].gap != gapComma {
		return false
	}
	if j+1 >= len(p.toks) || p.mark(j) == '.' {
		return true
	}
	next := p.toks[j+1]
	if next.gap == gapSpace && next.shape == lower && p.toks[j].gap == gapComma {
		return p.toks[i].shape == upper && p.toks[i].has(surname) && p.word(j) != "A" && p.word(j) != "I"
	}
	if next.gap == gapSpace {
		return next.shape == number && next.end-next.start > 2
	}
	return next.gap >= gapComma && next.gap != gapOther
}

// listedSurname reports a surname as forms write it first: of the list, or unknown and in capitals.
func (p *page) listedSurname(i int) bool {
	t := p.toks[i]
	if t.shape == upper && t.end-t.start > 3 {
		return t.has(surname) || t.class == 0 && p.foreign(i)
	}
	return t.shape == titled && p.listed(i) == strongSurname
}

// isBengaliHonorific knows the words that Bangladeshi names bear in their midst: Sultana Mst. Khadiza, Md. Karim.
func isBengaliHonorific(h uint64) bool {
	return h == hashWord("mst") || h == hashWord("md") || h == hashWord("mohd") || h == hashWord("mosammat")
}

// isThing knows the products that bear a person's name, possessive or not: Dr Brown's bottle, Welch Allyn cuff.
func isThing(h uint64) bool {
	for _, w := range [...]string{"bottle", "bottles", "teat", "teats", "cuff", "cuffs", "pessary", "pessaries", "regimen", "regime", "stitch",
		"drain", "tray", "cup", "pump", "probe", "needle", "needles", "blade", "mattress", "pillow", "ventilator", "monitor", "criteria",
		"thermometer", "tube", "cannula", "incision", "clip", "clips", "hook", "machine", "device", "ventouse", "centile", "centiles"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// isWardShort knows the short names of wards, which a ward's own name stands before: Lister ITU.
func isWardShort(h uint64) bool {
	for _, w := range [...]string{"itu", "icu", "hdu", "nicu", "picu", "scbu", "nnu", "ccu", "mlu", "fmu", "dau", "anc", "pnw", "anw", "lw", "mau"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// doneTo reports a verb at token j that ends its sentence and is done to things: Synertec checked.
func (p *page) doneTo(j int) bool {
	if j+1 < len(p.toks) && p.toks[j+1].gap < gapComma {
		return false
	}
	for _, w := range [...]string{"checked", "commenced", "requested", "found", "held", "kept", "made", "brought", "typed", "documented", "noted",
		"drew", "covered", "fetched", "read", "reads", "worked", "works"} {
		if p.toks[j].hash == hashWord(w) {
			return true
		}
	}
	return false
}
