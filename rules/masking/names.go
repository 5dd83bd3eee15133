package masking

// A quality says how much a word looks like part of a name.
type quality uint8

const (
	noName      quality = iota
	unknown             // a capital that no list has
	weakSurname         // a surname that is also an English word: White, Ward
	weakGiven           // a forename that is: Grace, Mark
	strongSurname
	strongGiven
)

// names finds every person who is named outright; repeats come later, when all names are known.
func (p *page) names() {
	for i := 0; i < len(p.toks); {
		if !p.candidate(i) {
			i++
			continue
		}
		if n := p.titledName(i); n > 0 {
			i += n
			continue
		}
		if n := p.initials(i); n > 0 {
			p.mention(i, i+n)
			i += n
			continue
		}
		n := p.nameAt(i, p.licenceOf(i))
		if n > 0 {
			p.mention(p.withParticles(i), i+n)
		}
		i += max(n, 1)
	}
}

// candidate tells in one glance the words that may begin a name or be a title from the many that may not.
func (p *page) candidate(i int) bool {
	t := p.toks[i]
	if t.taken || t.shape >= number {
		return false
	}
	if t.shape == lower && t.gap == gapDot {
		return false // mnsi.org
	}
	return t.shape != lower || t.class == 0 || t.has(given|surname|title|jobTitle)
}

// isPerson reports whether token i ends the name found last.
func (p *page) isPerson(i int) bool {
	n := len(p.people)
	return n > 0 && p.people[n-1].end >= p.toks[i].end && p.people[n-1].start <= p.toks[i].start
}

// nameAt returns how many tokens from i on are a person's name, 0 if none are.
func (p *page) nameAt(i int, l licence) int {
	if p.toks[i].shape == lower && !(l == afterTitle && p.leadsOn(i)) {
		return p.lowerName(i, l)
	}
	if n := p.outrightName(i, l); n > 0 {
		return n
	}
	run := p.run(i, l)
	if len(run) == 0 {
		return 0
	}
	if !p.accept(i, run, l) {
		return 0
	}
	return p.extend(i, len(run))
}

// run returns the qualities of the tokens from i on that could be one name, without a role or office at its end.
func (p *page) run(i int, l licence) []quality {
	run := p.quality[:0]
	for k := i; k < i+6 && p.free(k); k++ {
		if k > i && !p.within(k) {
			break
		}
		q := p.judge(k, l, k == i)
		if q == noName {
			q = p.byCompany(i, k, run, l)
		}
		if q == noName {
			break
		}
		run = append(run, q)
	}
	for n := len(run); n > 0; n-- {
		t := p.toks[i+n-1]
		if !(t.has(particle) && t.shape == lower) && !(n > 1 && p.isOffice(i+n-1)) {
			break
		}
		run = run[:n-1]
	}
	return run
}

// byCompany lets an ordinary word in capitals be part of a name for the words beside it: Bethany Crouch, Dr Ruth Pilling,
// and after a cue Sister Immaculate Nabwire.
func (p *page) byCompany(i, k int, run []quality, l licence) quality {
	t := p.toks[k]
	if k == i && p.calledAfter(k, l) {
		return unknown
	}
	if k > i && p.syllable(k, run) {
		return weakSurname
	}
	if p.surnameAsPlace(i, k, run, l) || p.surnameAsTerm(k, run, l) {
		return weakSurname
	}
	if t.shape == titled && p.linkedName(i, k, run, l) {
		return unknown
	}
	if t.shape != titled || t.has(function|role|jobTitle|report|kept|title|personVerb|month|birthCue|nhsCue|phoneCue|institution&^street) {
		return noName
	}
	switch {
	case k == i && l == afterCue && p.calledBy(k):
		return unknown
	case k == i:
		if p.leadsName(k, l) {
			return unknown
		}
	case len(run) == 1 && t.gap == gapSpace && p.strangePair(i, k, l):
		return weakSurname // Bettina Crisp
	case len(run) == 1 && (p.initialPair(i, k, l) || p.initialBeside(i, k, l)):
		return weakSurname
	case len(run) == 1 && run[0] == strongGiven, l == afterTitle && len(run) <= 2:
		return weakSurname
	case run[0] == unknown && len(run) == 1 && l == afterCue && t.gap == gapSpace:
		return weakSurname // reviewed by Osric Vane
	case run[0] == weakGiven && len(run) == 1 && (l != unlicensed || p.lex.of(t.hash) == 0):
		return weakSurname
	}
	return noName
}

// linkedName reports that the word at k joins the parts of a name: Sultana Mst. Khadiza, Hassan Al Farsi, Roisin Mac Giolla,
// A. St. Leger.
func (p *page) linkedName(i, k int, run []quality, l licence) bool {
	t := p.toks[k]
	if k > i && p.toks[k-1].has(particle) && p.toks[k-1].shape == titled && isArabicArticle(p.toks[k-1].hash) && !t.has(function|institution|jobTitle) {
		return true
	}
	if !p.free(k+1) || p.toks[k+1].shape != titled || !p.within(k+1) {
		return false
	}
	if isBengaliHonorific(t.hash) {
		return true
	}
	return t.has(particle) && len(run) == 1 && (run[0] >= strongSurname || run[0] == unknown && (l != unlicensed || p.toks[i].shape == initial) && t.hash == hashWord("st"))
}

// surnameAsPlace reports that the town or people at k is a surname by the forename before it: Nathaniel Frome, Karen English,
// S. Brackley, and not Amina English speaking.
func (p *page) surnameAsPlace(i, k int, run []quality, l licence) bool {
	t := p.toks[k]
	if t.shape != titled || !t.has(town) || len(run) != 1 || t.has(function) {
		return false
	}
	if k+1 < len(p.toks) && p.toks[k+1].gap <= gapSlash && p.toks[k+1].has(tongue) {
		return false
	}
	if p.toks[i].shape == initial {
		return p.mark(i) == '.' || p.initialBeside(i, k, l)
	}
	return run[0] == strongGiven || run[0] != weakSurname && l != unlicensed || run[0] == weakGiven && !p.toks[i].has(month|function) && p.personAhead(k+1)
}

// surnameAsTerm reports that the clinical word at k, such as an eponym, is a surname by the title and the forename before it
// and the end of the phrase behind: Chair Dr Fergus Ballantyne. Days of the week and fields of medicine are none.
func (p *page) surnameAsTerm(k int, run []quality, l licence) bool {
	t := p.toks[k]
	if l != afterTitle || len(run) != 1 || run[0] != strongGiven && run[0] != unknown || t.shape != titled || t.gap != gapSpace || !t.has(kept) {
		return false
	}
	if t.has(function|role|title|jobTitle|month|institution|tongue) || isWeekday(t.hash) || !p.nameEnds(k+1) {
		return false
	}
	w := p.word(k)
	return !clinicalEnding(w) && w[len(w)-3:] != "day" && w[len(w)-3:] != "ics"
}

// personAhead reports that what stands at token j is said of a person just named: was late, rang, or a comma before more.
func (p *page) personAhead(j int) bool {
	if j >= len(p.toks) {
		return false
	}
	return p.toks[j].gap == gapComma || p.toks[j].gap == gapSpace && p.toks[j].shape == lower && (p.lives(j-1) || p.does(j))
}

// calledAfter reports a surname that is also the word for a place or an ethnicity, which elsewhere stays in the text:
// Mrs Church, Sister White, and not Sister White British.
func (p *page) calledAfter(k int, l licence) bool {
	t := p.toks[k]
	if k == 0 || t.shape != titled || p.toks[k-1].shape != titled || !t.has(institution|kept) || t.has(function|role|jobTitle|report|title) {
		return false
	}
	return l == afterTitle || l == afterCue && p.calledBy(k)
}

// leadsName reports that the ordinary word in capitals at k is a forename by the surname after it: Chaplain Moses Adeyinka.
func (p *page) leadsName(k int, l licence) bool {
	if !p.free(k+1) || !p.within(k+1) || p.toks[k+1].shape != titled {
		return false
	}
	switch p.judge(k+1, l, false) {
	case unknown:
		return l >= afterCue || p.wordForename(k)
	case weakGiven:
		return p.toks[k+1].hyphen && !p.lex.inflected(p.word(k)) // Sol Abarbanel-Wright
	case strongSurname, strongGiven:
		if p.toks[k+1].hyphen && !p.lex.inflected(p.word(k)) {
			return true
		}
		return l >= afterCue || l == unlicensed && !p.sentenceStart(k) && !p.toks[k+1].has(given)
	}
	return false
}

// wordForename reports a dictionary word in capitals within a sentence before a capital that no list has: says Blessed Omoruyi.
func (p *page) wordForename(k int) bool {
	if k == 0 || p.toks[k].gap != gapSpace || p.toks[k-1].shape != lower || p.placed(k) || !p.named(k+1) {
		return false
	}
	return (p.toks[k-1].has(personVerb|report|act) || isToOrWith(p.toks[k-1].hash)) && !p.besideTongue(k, k+2) && !p.placeAhead(k+2)
}

// calledBy reports that the word in capitals at k is what a sister or nurse is called by: Sister Crane attended.
func (p *page) calledBy(k int) bool {
	if k > 0 && p.toks[k].gap == gapSpace && p.toks[k-1].has(jobTitle) && p.actsAlone(k) || p.kin(k) || p.staffAlone(k) {
		return true // agency midwife Praise asked
	}
	if k == 0 || p.toks[k].gap != gapSpace || p.toks[k-1].shape != titled || k+1 < len(p.toks) && p.toks[k+1].shape == titled && p.toks[k+1].gap == gapSpace {
		return false
	}
	if k+1 < len(p.toks) && p.toks[k+1].gap == gapSpace && (p.toks[k+1].shape >= number || p.toks[k+1].shape == lower && p.toks[k+1].has(role)) {
		return false // Staff Nurse Band 5, Sister Site lead
	}
	switch p.toks[k-1].hash {
	case hashWord("sister"), hashWord("matron"), hashWord("nurse"), hashWord("sr"):
		return true
	}
	return false
}

// leadsOn reports that the lower-case particle at k has a capital after it: van der Berg, de Souza.
func (p *page) leadsOn(k int) bool {
	for n := 0; n < 3 && k < len(p.toks) && p.toks[k].has(particle) && p.toks[k].shape == lower; n++ {
		k++
		if k < len(p.toks) && p.toks[k].gap <= gapDash && p.toks[k].shape != lower && p.toks[k].shape < number {
			return true
		}
	}
	return false
}

// within reports whether token k goes on with the name before it: after one space, or after an initial's full stop.
func (p *page) within(k int) bool {
	switch p.toks[k].gap {
	case gapSpace:
		return !p.owned(k)
	case gapDot, gapStop:
		if k > 1 && p.stopped(k-1) && p.toks[k].shape == titled && (p.toks[k-1].gap == gapSpace || p.toks[k-2].shape == initial) {
			return p.toks[k-2].has(given|title) || p.toks[k-2].shape == initial || p.toks[k-2].class == 0 && p.toks[k-2].shape == titled // Abimbola St. John
		}
		return (p.toks[k-1].shape == initial || isBengaliHonorific(p.toks[k-1].hash) && p.toks[k-1].shape == titled) && p.mark(k-1) == '.' && p.toks[k].start-p.toks[k-1].end <= 2
	}
	return false
}

// isArabicArticle knows the article of an Arabic name, after which any word is the name's.
func isArabicArticle(h uint64) bool { return h == hashWord("al") || h == hashWord("el") }

// owned reports that the word before token k ends in a possessive: Tommy's App is no name of two words.
func (p *page) owned(k int) bool {
	c := p.mark(k - 1)
	return c == '\'' || c == 0xe2 // the first byte of ’
}

// isOffice reports that a word which may be a surname begins a job here: Ward Manager, Clark Specialist.
func (p *page) isOffice(k int) bool {
	t := p.toks[k]
	if t.has(role | jobTitle) {
		return true
	}
	if t.has(street) && k+1 < len(p.toks) && p.toks[k+1].shape == lower {
		return false // Tom Lane present
	}
	return t.has(institution) && k+1 < len(p.toks) && p.toks[k+1].gap == gapSpace && p.toks[k+1].has(role|jobTitle|institution)
}
