package masking

// lowerName reads a name that is written without capitals. Without a licence only a forename that is no English word
// counts; after one an unknown word does too.
func (p *page) lowerName(i int, l licence) int {
	if !p.lowerFirst(i, l) {
		return 0
	}
	n := 1
	for n < 4 && p.free(i+n) && p.toks[i+n].gap == gapSpace && p.lowerNext(i+n, l) {
		n++
	}
	for n > 1 && p.toks[i+n-1].has(particle) && !p.toks[i+n-1].has(given|surname) {
		n--
	}
	return n
}

func (p *page) lowerFirst(i int, l licence) bool {
	t := p.toks[i]
	size := t.end - t.start
	if l == unlicensed && t.has(byword) && p.inSaying(i) {
		return false
	}
	if t.has(function|role|title|jobTitle) || size < 2 || t.hyphen && p.hyphened(p.word(i)) < strongGiven {
		return false
	}
	switch q := p.listed(i); {
	case q >= strongSurname && t.has(english|kept):
		return l == afterTitle // khan: in lower case a word, however common the name
	case q >= strongSurname && p.lex.inflected(p.word(i)):
		return l != unlicensed
	case q == strongGiven:
		return size > 3 || l != unlicensed
	case q == strongSurname:
		return l != unlicensed
	case q == weakSurname || q == weakGiven:
		return l == afterTitle && !t.has(personVerb|report)
	}
	return size > 2 && p.foreign(i) && (l >= afterLabel || l == afterCue && !clinicalEnding(p.word(i)) && p.announced(i))
}

// inSaying reports a forename in small letters that is a part of a product, a plant or a saying: aloe vera, tommy tippee.
func (p *page) inSaying(i int) bool {
	var before, after uint64
	if i > 0 {
		before = p.toks[i-1].hash
	}
	if i+1 < len(p.toks) {
		after = p.toks[i+1].hash
	}
	switch p.toks[i].hash {
	case hashWord("vera"):
		return before == hashWord("aloe")
	case hashWord("feng"):
		return after == hashWord("shui")
	case hashWord("tommy"):
		return after == hashWord("tippee")
	case hashWord("marie"):
		return after == hashWord("curie")
	case hashWord("florence"):
		return after == hashWord("nightingale")
	}
	return false
}

// announced reports that the word before token i is nearly always followed by a name: by, midwife.
func (p *page) announced(i int) bool {
	return i > 0 && p.toks[i].gap == gapSpace && (p.toks[i-1].hash == hashWord("by") || p.toks[i-1].hash == hashWord("mw") || p.toks[i-1].hash == hashWord("midwife"))
}

// lowerNext reports whether the word at k goes on with a name written without capitals.
func (p *page) lowerNext(k int, l licence) bool {
	t := p.toks[k]
	if t.has(function | role | title | jobTitle | personVerb | report | kept) {
		return t.has(particle) && !t.has(function) && k+1 < len(p.toks) && p.toks[k+1].gap == gapSpace && p.listed(k+1) >= strongSurname
	}
	if t.shape != lower {
		return p.judge(k, l, false) >= weakSurname
	}
	switch q := p.listed(k); {
	case q >= strongSurname:
		return !t.has(english) || t.has(surname)
	case q == weakSurname:
		return !p.toks[k-1].has(surname)
	case q == weakGiven:
		return t.has(surname)
	}
	return t.end-t.start > 3 && p.foreign(k)
}

// foreign reports that the word at k is in no dictionary and does not end as English words do; a misspelt word mostly does.
func (p *page) foreign(k int) bool {
	w := p.word(k)
	if !p.unusual(k) || p.toks[k].class != 0 || len(w) < 3 || w[0] == w[1] && w[1] == w[2] {
		return false
	}
	for _, tail := range [...]string{"ed", "ing", "ly", "tion", "ment", "ised", "ies", "ness", "ity", "ent", "ous"} {
		if len(w) > len(tail) && w[len(w)-len(tail):] == tail {
			return false
		}
	}
	return true
}

// initials reads J.B., and pt AB or signed SJ, where no abbreviation is meant.
func (p *page) initials(i int) int {
	t := p.toks[i]
	if t.shape == initial && p.toks[i].gap != gapDot && p.toks[i].gap != gapAnd {
		return p.dotted(i)
	}
	if t.shape == upper && t.end-t.start == 2 && i+1 < len(p.toks) && p.toks[i+1].gap == gapBracket && p.toks[i+1].hash == hashWord("band") {
		return 1 // LT (band 7)
	}
	if p.bareInitials(i) {
		return 1
	}
	if t.shape != upper || t.end-t.start > 3 || t.class != 0 || i == 0 || t.gap > gapColon {
		return 0
	}
	if (t.gap == gapSlash || t.gap == gapAnd) && p.toks[i-1].shape == upper && t.end-t.start == 2 && p.isPerson(i-1) {
		return 1 // signed JB/LK
	}
	if p.toks[i-1].hash == hashWord("by") && t.end-t.start > 2 {
		return 0 // confirmed by MSK
	}
	switch p.toks[i-1].hash {
	case hashWord("pt"), hashWord("patient"), hashWord("mum"), hashWord("mother"), hashWord("woman"), hashWord("by"),
		hashWord("signed"), hashWord("initials"), hashWord("mrs"), hashWord("ms"), hashWord("mr"), hashWord("dr"), hashWord("midwife"):
		return 1
	}
	return 0
}

// dotted reads single capitals joined by full stops.
func (p *page) dotted(i int) int {
	h := mix(hashStart, p.text[p.toks[i].start]|0x20)
	n := 1
	for n < 4 && p.free(i+n) && p.toks[i+n].shape == initial && p.toks[i+n].gap == gapDot {
		h = mix(h, p.text[p.toks[i+n].start]|0x20)
		n++
	}
	named := p.free(i+n) && p.toks[i+n].shape == titled && p.within(i+n)
	if n < 2 || n > 2 && !named && !p.cuedInitials(i) || p.lex.of(h) != 0 && !p.initialsOfStaff(i, h) {
		return 0
	}
	if q := i + n; p.free(q) && p.toks[q].shape == titled && p.within(q) && p.judge(q, unlicensed, false) != noName {
		return n + 1
	}
	return n
}

// cuedInitials reports that the word before token i announces the one who acted: checked by A.M.B.
func (p *page) cuedInitials(i int) bool {
	return i > 0 && p.toks[i].gap <= gapColon && (p.toks[i-1].has(report|jobTitle|title) || p.toks[i-1].hash == hashWord("signed") || p.toks[i-1].hash == hashWord("checked"))
}
