package masking

// titledName reads Mrs Patel, Mr and Mrs Balogh, Dr J. O'Brien, sister Maureen Gadd from the title at token i, and
// returns how many tokens it took: the title stays in the text.
func (p *page) titledName(i int) int {
	t := p.toks[i]
	if !t.has(title|jobTitle) || !p.free(i+1) {
		return 0
	}
	j := i + 1
	if g := p.toks[j].gap; (g == gapAnd || p.toks[j].hash == hashWord("and")) && t.has(title) {
		if p.toks[j].hash == hashWord("and") {
			j++
		}
		if !p.free(j) || !p.toks[j].has(title) {
			return 0
		}
		j++
	}
	if !p.free(j) || p.owned(j) || p.toks[j].gap != gapSpace && p.toks[j].gap != gapDot && !p.abbreviated(j) {
		return 0
	}
	if p.toks[j].has(title) && !p.toks[j].has(surname|given) {
		return 0 // Miss Dr: the second one decides
	}
	if p.namesNobody(j) {
		return 0
	}
	n := p.nameAt(j, p.titleLicence(i, j))
	if end := j + n; n == 0 || t.hash == hashWord("dr") && end < len(p.toks) && p.owned(end) && isThing(p.toks[end].hash) {
		return 0 // Dr Brown's bottle
	}
	p.mention(j, j+n)
	return j + n - i
}

// namesNobody reports what stands after a title where nobody is named: Mrs X of an exercise, Doctor Unknown.
func (p *page) namesNobody(j int) bool {
	return p.toks[j].has(nobody) && (p.mark(j) != '.' || p.toks[j].shape != initial || !p.free(j+1) || !p.within(j+1))
}

// abbreviated reports the full stop of Dr. or Mrs. before token j.
func (p *page) abbreviated(j int) bool {
	at := p.toks[j-1].end
	return p.toks[j].gap == gapStop && p.text[at] == '.' && p.toks[j].start-at <= 2 && p.toks[j-1].has(title)
}

// titleLicence refuses to let a word that is only sometimes a title, or one in capitals that may be an abbreviation
// (MS, DR), license an ordinary word.
func (p *page) titleLicence(i, j int) licence {
	t, next := p.toks[i], p.toks[j]
	short := t.end-t.start <= 4
	switch {
	case !t.has(title):
		return afterCue
	case p.toks[j].gap == gapStop && t.shape == lower && next.has(english|function):
		return afterCue // saw a dr. However
	case t.shape == upper && next.shape == lower, !short && t.shape == lower:
		return afterCue
	case t.shape == lower && t.hash == hashWord("miss"):
		return afterCue
	}
	return afterTitle
}
