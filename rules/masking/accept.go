package masking

// accept decides whether a run of name-like words names a person here.
func (p *page) accept(i int, run []quality, l licence) bool {
	if l == afterTitle {
		return true
	}
	end := i + len(run)
	if p.ofPlace(i, end) && !(l != unlicensed && end == i+2 && p.initialBeside(i, i+1, l)) {
		return false
	}
	if len(run) == 1 {
		if l == unlicensed && p.placeLabel(i) {
			return false
		}
		return p.acceptOne(i, run[0], l)
	}
	return p.acceptMany(i, run, l)
}

// ofPlace reports that the capitals i to end-1 name a place, a body or a thing called after somebody: St Mary's,
// Princess Anne Hospital, Bishop score.
func (p *page) ofPlace(i, end int) bool {
	if p.sainted(i) || p.inByword(i) || p.ofThing(i, end) {
		return true
	}
	if end > i+1 && p.toks[i+1].hash == hashWord("royal") {
		return true // Princess Royal
	}
	if last := p.toks[end-1]; end > i+1 && last.has(street) && !p.forename(i) {
		return true // Holloway Lane
	}
	if end > i+1 && isHospitalsName(p.toks[end-1].hash) {
		return true
	}
	if end >= len(p.toks) || p.toks[end].gap != gapSpace {
		return false
	}
	next := p.toks[end]
	if next.has(eponymHead) && !p.toks[i].has(given) || isInstrument(next.hash) || isThing(next.hash) && !p.owned(end) || isWardShort(next.hash) && p.locative(i) {
		return true
	}
	if !next.has(institution|street) || next.shape == lower && end > i+1 {
		return false
	}
	office := end+1 < len(p.toks) && p.toks[end+1].gap == gapSpace && p.toks[end+1].has(role|jobTitle)
	return !office && (next.shape != lower || next.has(institution) && !next.has(personVerb))
}

// forename reports that token i is on the list of forenames, whole or hyphenated: Lesley-Anne.
func (p *page) forename(i int) bool {
	t := p.toks[i]
	return t.has(given) || t.hyphen && (p.hyphened(p.word(i)) >= strongGiven || p.spelledInTwo(p.word(i)) != noName)
}

// sainted reports St, Queen or Royal before token i.
func (p *page) sainted(i int) bool {
	if i == 0 || p.toks[i-1].shape == lower {
		return false
	}
	if p.toks[i].gap > gapDot {
		return p.stopped(i - 1)
	}
	switch p.toks[i-1].hash {
	case hashWord("st"), hashWord("saint"), hashWord("queen"), hashWord("king"), hashWord("princess"), hashWord("royal"), hashWord("prince"):
		return true
	}
	return false
}

// stopped reports St. with its full stop at token k, which does not end a sentence: St. Mary's.
func (p *page) stopped(k int) bool {
	t := p.toks[k]
	return t.shape == titled && t.end-t.start == 2 && !t.taken && p.mark(k) == '.' && p.toks[k+1].gap == gapStop &&
		p.toks[k+1].start-t.end == 2 && t.hash == hashWord("st")
}

func (p *page) acceptOne(i int, q quality, l licence) bool {
	t := p.toks[i]
	n := t.end - t.start
	if p.fieldOfName(i) || p.kinFollows(i+1) && t.shape == titled && n > 1 {
		return true
	}
	if p.crewFollows(i+1) || i > 0 && p.toks[i-1].hash == hashWord("baby") && isBabyThing(t.hash) {
		return false
	}
	switch q {
	case strongGiven, strongSurname:
		if l == unlicensed && (p.wordFirst(i) || t.has(town) && i > 0 && p.placed(i)) {
			return false
		}
		return t.shape != upper && n > 1 || l != unlicensed || n >= 5 && p.shouted(i) || p.extend(i, 1) == 2
	case weakGiven:
		inSeason := t.has(month) && (i+1 >= len(p.toks) || p.toks[i+1].shape >= number) // by May 2026
		modal := t.has(function) && t.gap != gapSpace                                   // Plan: May go home
		return (l != unlicensed || p.tasked(i) || p.amongWords(i) || p.postFollows(i+1) || p.sentenceStart(i) && p.actsAlone(i)) && !modal && !t.has(role) && !inSeason && (!t.has(kept) || t.has(month) || p.announcedShort(i) || l == afterCue && p.toks[i-1].has(jobTitle) && p.free(i+1) && p.toks[i+1].gap == gapSpace && p.does(i+1) || l == afterName && p.free(i+1) && p.toks[i+1].gap == gapSpace && p.does(i+1)) && t.shape == titled
	case weakSurname:
		return p.acceptWord(i, l)
	}
	if t.shape == initial {
		return false
	}
	if p.extend(i, 1) == 2 && t.shape == upper && n > 3 {
		return true // SZYMAŃSKA, Oliwia
	}
	if l != unlicensed && p.shortName(i) {
		return true
	}
	if l != unlicensed {
		return n > 2 && (t.shape == titled || t.shape == prefixed || l == afterLabel)
	}
	return n > 2 && (p.stranger(i, i+1) || p.family(i))
}

// acceptWord decides whether a surname that is also a word names a person.
func (p *page) acceptWord(i int, l licence) bool {
	t := p.toks[i]
	if p.extend(i, 1) == 2 && (l != unlicensed || t.gap >= gapColon || p.surnameFirst(i, i+1)) {
		return true // SMITH, Jane
	}
	if p.staffSurname(i, l) || t.has(street) && p.newborn(i) {
		return true
	}
	if l == unlicensed && !p.postFollows(i+1) || t.shape != titled && !p.shoutedStaff(i) || t.has(function|institution|street|role) {
		return false
	}
	return !t.has(kept) || l != unlicensed && (p.free(i+1) && p.toks[i+1].gap == gapSpace && p.does(i+1) || p.newborn(i)) || p.calledBy(i) // mum White British; anaesthetist White said
}

// wordFirst reports a name that is also a word, at the start of a sentence, where nothing shows it to be the name: Patience
// is a virtue. Of the names that hardly anybody uses as words it is enough that something is said of them: Rosemary was late.
func (p *page) wordFirst(i int) bool {
	t := p.toks[i]
	if !t.has(english|kept) || !p.sentenceStart(i) || p.acts(i) {
		return false
	}
	return !t.has(given) || !t.has(nameFirst) || !p.lives(i)
}

// newborn reports a baby called by its mother's surname, whatever word that is: Baby Black transferred.
func (p *page) newborn(i int) bool {
	if i == 0 || p.toks[i-1].hash != hashWord("baby") && p.toks[i-1].hash != hashWord("bb") || !p.free(i+1) || p.toks[i+1].gap != gapSpace {
		return false
	}
	next := p.toks[i+1]
	return next.shape == lower && (next.has(state) && !next.has(function) || next.has(motion) || next.hash == hashWord("to") || next.hash == hashWord("had") || p.does(i+1))
}

// amongWords reports that a forename that is also a word has its capital in the middle of a sentence, where a word would
// have none, and is said to be or do something: then Grace came.
func (p *page) amongWords(i int) bool {
	if i == 0 || p.toks[i].gap != gapSpace || p.toks[i-1].shape != lower || p.isArticle(i-1) || p.locative(i) {
		return false
	}
	return (p.lives(i) || p.addressed(i)) && !p.toks[i].has(institution|kept|function)
}

// addressed reports a capital that ends its phrase after a word that people come after: with Grace, told Joy that.
func (p *page) addressed(i int) bool {
	if i+1 < len(p.toks) && p.toks[i+1].gap <= gapSpace && p.toks[i+1].shape != lower {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("with"), hashWord("from"), hashWord("for"), hashWord("and"), hashWord("that"), hashWord("when"), hashWord("while"),
		hashWord("because"), hashWord("after"), hashWord("if"), hashWord("by"):
		return true
	}
	return p.toks[i-1].has(personVerb | report | act)
}

// lives reports that the word after token i is one that follows a person's name: was, had, said, who.
func (p *page) lives(i int) bool {
	if i+1 >= len(p.toks) || p.toks[i+1].gap != gapSpace || p.toks[i+1].shape != lower {
		return false
	}
	switch p.toks[i+1].hash {
	case hashWord("was"), hashWord("is"), hashWord("had"), hashWord("has"), hashWord("did"), hashWord("and"), hashWord("who"),
		hashWord("are"), hashWord("were"):
		return true
	}
	return p.toks[i+1].has(personVerb)
}

// tasked reports an action list's way of naming its owner: "- Grace to audit".
func (p *page) tasked(i int) bool {
	g := p.toks[i].gap
	if i > 0 && i+1 < len(p.toks) && p.toks[i-1].shape == number && p.toks[i-1].gap == gapLine && p.toks[i+1].gap == gapDash && p.toks[i+1].shape == lower {
		return true // 3. Kit - update the leaflet
	}
	return (g == gapDash || g == gapColon || g == gapLine) && i+2 < len(p.toks) && p.toks[i+1].hash == hashWord("to") &&
		p.toks[i+2].shape == lower && !p.toks[i+2].has(function)
}

// shouted reports that token i stands in text written in capitals, where they say nothing.
func (p *page) shouted(i int) bool {
	return i > 0 && p.toks[i-1].shape == upper || i+1 < len(p.toks) && p.toks[i+1].shape == upper
}

// shoutedStaff reports a surname that is a word, after a job and before what its bearer did, in text written in capitals:
// SISTER PEACOCK BLEEPED.
func (p *page) shoutedStaff(i int) bool {
	if i == 0 || p.toks[i].shape != upper || p.toks[i-1].shape != upper || !p.toks[i-1].has(jobTitle) || p.toks[i].has(kept) {
		return false
	}
	return p.free(i+1) && p.toks[i+1].gap == gapSpace && p.toks[i+1].shape == upper && (p.does(i+1) || p.toks[i+1].has(report))
}

// acts reports that an unknown capital at i does what people do, and no article stands before it.
func (p *page) acts(i int) bool {
	if i+1 >= len(p.toks) || p.toks[i+1].gap != gapSpace || !p.toks[i+1].has(personVerb) || p.toks[i+1].shape != lower {
		return false
	}
	return i == 0 || p.toks[i].gap >= gapStop || !p.isArticle(i-1)
}

func (p *page) isArticle(i int) bool {
	switch p.toks[i].hash {
	case hashWord("the"), hashWord("a"), hashWord("an"), hashWord("this"), hashWord("that"):
		return true
	}
	return false
}

func (p *page) acceptMany(i int, run []quality, l licence) bool {
	best, allKept, caps := noName, true, 0
	for k, q := range run {
		t := p.toks[i+k]
		best = max(best, q)
		allKept = allKept && t.has(kept|month) && !t.has(nameFirst) && t.shape != initial
		if t.shape == upper {
			caps++
		}
	}
	last := p.toks[i+len(run)-1]
	switch {
	case allKept, last.hash == hashWord("ward") && len(run) == 2 && l == unlicensed && (p.locative(i) || i > 0 && p.placed(i) || p.toks[i].gap == gapComma):
		return false // on Rowan Ward
	case run[0] == weakSurname && l == unlicensed && best < strongSurname:
		return false
	case best >= strongSurname:
		return !(run[0] == weakSurname && p.toks[i].has(kept)) || l != unlicensed
	case p.toks[i].shape == initial:
		return p.initialName(i, run, l)
	case best == weakGiven:
		return run[0] != weakSurname && !(last.has(institution|street) && l == unlicensed && p.locative(i))
	case l == unlicensed && (caps > 0 || last.shape == initial):
		return false
	}
	return i == 0 || l != unlicensed || !p.isArticle(i-1)
}

// initialName reads B. Hargreave and K Patel. Without its full stop an initial before an unknown word is too little.
func (p *page) initialName(i int, run []quality, l licence) bool {
	last := run[len(run)-1]
	stopped := p.mark(i) == '.' || len(run) == 2 && p.initialBeside(i, i+1, l)
	if last == weakSurname && p.isAnswer(i) {
		return false
	}
	if last == weakSurname && l == unlicensed && !p.opens(i, i+len(run)-1) && i > 0 && p.toks[i].gap == gapSpace && !p.toks[i-1].has(function) {
		return false // graded D. Box now forced
	}
	if i > 0 && p.toks[i].gap == gapSpace && p.toks[i-1].hash == hashWord("vitamin") {
		return false
	}
	return p.toks[i+len(run)-1].shape == titled && (stopped || last >= strongSurname || last == unknown && p.foreign(i+len(run)-1))
}

// locative reports that token i follows a word of place.
func (p *page) locative(i int) bool {
	if i == 0 {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("on"), hashWord("to"), hashWord("at"), hashWord("from"), hashWord("the"), hashWord("in"), hashWord("of"):
		return true
	}
	return false
}

// extend joins a forename after a comma to its surname: Holroyd, Stacey.
func (p *page) extend(i, n int) int {
	j := i + n
	if n == 1 && p.surnameInitial(i) && p.toks[j].gap == gapComma && p.listedSurname(i) {
		return 2 // IRVINE, K
	}
	if n == 1 && p.surnameFirstUnlisted(i) {
		return 2
	}
	if n != 1 || !p.free(j) || p.toks[j].gap != gapComma || p.toks[i].has(given) && !p.surnameFirst(i, j) || p.listed(j) != strongGiven && !p.formName(i, j) {
		return n
	}
	if p.free(j+1) && p.within(j+1) && p.judge(j+1, unlicensed, false) != noName {
		return n
	}
	return n + 1
}
