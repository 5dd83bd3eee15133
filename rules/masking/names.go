package masking

// A licence says how strongly the words before a token announce a name.
type licence uint8

const (
	unlicensed licence = iota
	afterCue           // mum, reported by, lead: a bare forename or an unknown capital may be a name
	afterName          // and, after a name: the same
	afterLabel         // name: the same, in lower case too
	afterTitle         // Mrs, Dr: nearly anything is
)

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
			p.mention(i, i+n)
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

// licenceOf looks at the words before token i.
func (p *page) licenceOf(i int) licence {
	if i == 0 || p.toks[i].gap > gapColon {
		return unlicensed
	}
	before, g := p.toks[i-1], p.toks[i].gap
	switch {
	case before.taken && g == gapAnd, i > 1 && p.toks[i-2].taken && before.hash == hashWord("and") && p.isPerson(i-2):
		return afterName
	case i > 1 && before.hash == hashWord("as") && p.toks[i-2].hash == hashWord("known"):
		return afterCue
	case before.hash == hashWord("name") && g >= gapSpace, before.hash == hashWord("named"):
		return afterLabel
	case before.has(role) && (g == gapSpace || g == gapColon || g == gapDash || g == gapBracket || g == gapSlash):
		return afterCue
	case before.has(jobTitle|report) && (g == gapSpace || g == gapColon || g == gapBracket || g == gapDash):
		return afterCue
	case before.taken && g == gapComma && p.isPerson(i-1) && i+1 < len(p.toks) && (p.toks[i+1].gap != gapSpace || p.toks[i+1].hash == hashWord("and")):
		return afterName // Dr Bui, Tolley (theatres)
	case i > 1 && g == gapSpace && before.shape == initial && before.gap == gapSlash && before.hash == hashWord("m"):
		return afterCue // S/M, for sister midwife
	case i > 1 && before.has(function) && g == gapSpace && isToOrWith(before.hash) && p.toks[i-2].has(report):
		return afterCue
	}
	return unlicensed
}

func isToOrWith(h uint64) bool {
	return h == hashWord("to") || h == hashWord("with") || h == hashWord("for") || h == hashWord("by")
}

// isPerson reports whether token i ends the name found last.
func (p *page) isPerson(i int) bool {
	n := len(p.people)
	return n > 0 && p.people[n-1].end >= p.toks[i].end && p.people[n-1].start <= p.toks[i].start
}

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
	n := p.nameAt(j, p.titleLicence(i, j))
	if n == 0 {
		return 0
	}
	p.mention(j, j+n)
	return j + n - i
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

// nameAt returns how many tokens from i on are a person's name, 0 if none are.
func (p *page) nameAt(i int, l licence) int {
	if p.toks[i].shape == lower && !(l == afterTitle && p.leadsOn(i)) {
		return p.lowerName(i, l)
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
	var run []quality
	for k := i; k < i+6 && p.free(k); k++ {
		if k > i && !p.within(k) {
			break
		}
		q := p.quality(k, l, k == i)
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
	if t.shape != titled || t.has(function|role|jobTitle|report|kept|title|personVerb|month|birthCue|nhsCue|phoneCue|institution&^street) {
		return noName
	}
	switch {
	case k == i:
		if l >= afterCue && p.free(k+1) && p.within(k+1) && p.toks[k+1].shape == titled && p.quality(k+1, l, false) == unknown {
			return unknown
		}
	case len(run) == 1 && run[0] == strongGiven, l == afterTitle && len(run) <= 2:
		return weakSurname
	case run[0] == weakGiven && len(run) == 1 && (l != unlicensed || p.lex.of(t.hash) == 0):
		return weakSurname
	}
	return noName
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
		return p.toks[k-1].shape == initial && p.text[p.toks[k-1].end] == '.' && p.toks[k].start-p.toks[k-1].end <= 2
	}
	return false
}

// owned reports that the word before token k ends in a possessive: Tommy's App is no name of two words.
func (p *page) owned(k int) bool {
	c := p.text[p.toks[k-1].end]
	return c == '\'' || c == 0xe2 // the first byte of ’
}

// isOffice reports that a word which may be a surname begins a job here: Ward Manager, Clark Specialist.
func (p *page) isOffice(k int) bool {
	t := p.toks[k]
	if t.has(role | jobTitle) {
		return true
	}
	return t.has(institution) && k+1 < len(p.toks) && p.toks[k+1].gap == gapSpace && p.toks[k+1].has(role|jobTitle|institution)
}

// quality judges token k as part of a name.
func (p *page) quality(k int, l licence, first bool) quality {
	t := p.toks[k]
	switch t.shape {
	case number, alnum:
		return noName
	case lower:
		if (!first || l == afterTitle) && p.leadsOn(k) {
			return unknown
		}
		return noName
	case initial:
		if p.noInitial(k, first) {
			return noName
		}
		if first && l != afterTitle && !(k+1 < len(p.toks) && (p.toks[k+1].shape != lower || p.leadsOn(k+1))) {
			return noName
		}
		return unknown
	}
	if t.has(title) && !t.has(given|surname) || first && l != afterTitle && t.has(role|jobTitle) && !t.has(given) {
		return noName
	}
	if q := p.listed(k); q != noName {
		return q
	}
	return p.unlisted(k, l, first)
}

// noInitial knows single capitals that are no initials: the pronoun I, and the halves of A&E and S/M.
func (p *page) noInitial(k int, first bool) bool {
	if k+1 < len(p.toks) && p.toks[k+1].gap == gapAnd {
		return true
	}
	return first && (p.toks[k].gap == gapSlash || p.toks[k].gap == gapAnd) ||
		p.word(k) == "I" && k+1 < len(p.toks) && p.toks[k+1].gap == gapSpace && p.toks[k+1].shape == lower
}

// listed judges a word by the lists of names.
func (p *page) listed(k int) quality {
	t := p.toks[k]
	if !t.has(given | surname) {
		return noName
	}
	weak := t.has(function) || !t.has(nameFirst) && t.has(english|kept|title|role|month|street|institution)
	switch {
	case t.has(given) && !weak:
		return strongGiven
	case t.has(surname) && !weak:
		return strongSurname
	case t.has(given):
		return weakGiven
	}
	return weakSurname
}

// unlisted judges a word that no list of names has, by its letters.
func (p *page) unlisted(k int, l licence, first bool) quality {
	t, w := p.toks[k], p.word(k)
	switch {
	case t.hyphen && t.has(kept) && l != afterTitle:
		return noName
	case t.hyphen:
		return p.hyphened(w)
	case t.shape == mixed && scottish(w) && !(t.has(kept) && l != afterTitle):
		return strongSurname
	case t.shape == mixed:
		return noName // LanguageLine, BadgerNet
	case t.has(english | kept | function | role | jobTitle | report | institution | street | eponymHead | birthCue | nhsCue | hospitalCue | phoneCue | personVerb):
		if l == afterTitle && first && t.shape == titled && !t.has(function|role|jobTitle|report|personVerb|institution) {
			return unknown // Mrs Bramble
		}
		return noName
	case len(w) > 3 && (w[1] == '\'' || w[1] == 0xe2) && (w[0] == 'O' || w[0] == 'D'):
		return strongSurname
	case p.lex.inflected(w) && !(l == afterTitle && first):
		return noName
	case t.shape == upper && l != afterTitle && len(w) < 5:
		return noName // an abbreviation
	}
	return unknown
}

// scottish reports McDonald, MacLeod, FitzGerald, DeSouza.
func scottish(w string) bool {
	for _, head := range [...]string{"Mc", "Mac", "Fitz", "De", "Di", "Du", "La", "Le", "Van", "O"} {
		if n := len(head); len(w) > n+2 && w[:n] == head && w[n] >= 'A' && w[n] <= 'Z' && w[n+1] >= 'a' {
			return true
		}
	}
	return false
}

// hyphened judges a hyphenated word by its halves.
func (p *page) hyphened(w string) quality {
	best, plain, from := noName, false, 0
	for i := 0; i <= len(w); i++ {
		if i < len(w) && w[i] != '-' {
			continue
		}
		half := w[from:i]
		from = i + 1
		c := p.lex.of(hashWord(half))
		switch {
		case c&(given|surname) != 0 && (c&nameFirst != 0 || c&(english|kept|function|role) == 0):
			best = max(best, strongGiven)
		case c&(given|surname) != 0 && c&kept == 0 && half[0] < 'a':
			best = max(best, weakGiven)
		case c&(particle) != 0:
		case c != 0 || p.lex.inflected(half):
			plain = true
		default:
			best = max(best, unknown)
		}
	}
	if plain && best < strongGiven {
		return noName
	}
	return best
}

// accept decides whether a run of name-like words names a person here.
func (p *page) accept(i int, run []quality, l licence) bool {
	if l == afterTitle {
		return true
	}
	end := i + len(run)
	if p.ofPlace(i, end) {
		return false
	}
	if len(run) == 1 {
		return p.acceptOne(i, run[0], l)
	}
	return p.acceptMany(i, run, l)
}

// ofPlace reports that the capitals i to end-1 name a place, a body or a thing called after somebody: St Mary's,
// Princess Anne Hospital, Bishop score.
func (p *page) ofPlace(i, end int) bool {
	if p.sainted(i) {
		return true
	}
	if last := p.toks[end-1]; end > i+1 && last.has(street) && !p.toks[i].has(given) {
		return true // Holloway Lane
	}
	if end >= len(p.toks) || p.toks[end].gap != gapSpace {
		return false
	}
	next := p.toks[end]
	if next.has(eponymHead) && !p.toks[i].has(given) {
		return true
	}
	if !next.has(institution|street) || next.shape == lower && end > i+1 {
		return false
	}
	office := end+1 < len(p.toks) && p.toks[end+1].gap == gapSpace && p.toks[end+1].has(role|jobTitle)
	return !office && (next.shape != lower || next.has(institution) && !next.has(personVerb))
}

// sainted reports St, Queen or Royal before token i.
func (p *page) sainted(i int) bool {
	if i == 0 || p.toks[i].gap > gapDot || p.toks[i-1].shape == lower {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("st"), hashWord("saint"), hashWord("queen"), hashWord("king"), hashWord("princess"), hashWord("royal"), hashWord("prince"):
		return true
	}
	return false
}

func (p *page) acceptOne(i int, q quality, l licence) bool {
	t := p.toks[i]
	n := t.end - t.start
	switch q {
	case strongGiven, strongSurname:
		if t.has(english|kept) && l == unlicensed && p.sentenceStart(i) && !p.acts(i) {
			return false // Patience is a virtue
		}
		return t.shape != upper && n > 1 || l != unlicensed || n >= 5 && p.shouted(i)
	case weakGiven:
		inSeason := t.has(month) && (i+1 >= len(p.toks) || p.toks[i+1].shape >= number) // by May 2026
		modal := t.has(function) && t.gap != gapSpace                                   // Plan: May go home
		return (l != unlicensed || p.tasked(i)) && !modal && !t.has(role) && !inSeason && (!t.has(kept) || t.has(month)) && t.shape == titled
	case weakSurname:
		if l == unlicensed || t.shape != titled || t.has(function|institution|street|role) {
			return false
		}
		return !t.has(kept) || p.acts(i) // mum White British; anaesthetist White said
	}
	if t.shape == initial {
		return false
	}
	if l != unlicensed {
		return n > 2 && (t.shape == titled || t.shape == prefixed || l == afterLabel)
	}
	return t.shape == titled && n > 2 && p.acts(i) && p.foreign(i)
}

// tasked reports an action list's way of naming its owner: "- Grace to audit".
func (p *page) tasked(i int) bool {
	g := p.toks[i].gap
	return (g == gapDash || g == gapColon || g >= gapStop) && i+2 < len(p.toks) && p.toks[i+1].hash == hashWord("to") &&
		p.toks[i+2].shape == lower && !p.toks[i+2].has(function)
}

// shouted reports that token i stands in text written in capitals, where they say nothing.
func (p *page) shouted(i int) bool {
	return i > 0 && p.toks[i-1].shape == upper || i+1 < len(p.toks) && p.toks[i+1].shape == upper
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
		allKept = allKept && t.has(kept|month)
		if t.shape == upper {
			caps++
		}
	}
	last := p.toks[i+len(run)-1]
	switch {
	case allKept, last.hash == hashWord("ward") && len(run) == 2 && l == unlicensed && (p.locative(i) || p.toks[i].gap == gapComma):
		return false // on Rowan Ward
	case run[0] == weakSurname && l == unlicensed && best < strongSurname:
		return false
	case best >= strongSurname:
		return !(run[0] == weakSurname && p.toks[i].has(kept)) || l != unlicensed
	case p.toks[i].shape == initial:
		return p.initialName(i, run)
	case best == weakGiven:
		return run[0] != weakSurname && !(last.has(institution|street) && l == unlicensed && p.locative(i))
	case l == unlicensed && (caps > 0 || last.shape == initial):
		return false
	}
	return i == 0 || l != unlicensed || !p.isArticle(i-1)
}

// initialName reads B. Hargreave and K Patel. Without its full stop an initial before an unknown word is too little.
func (p *page) initialName(i int, run []quality) bool {
	last := run[len(run)-1]
	stopped := p.text[p.toks[i].end] == '.'
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
	if n != 1 || !p.free(j) || p.toks[j].gap != gapComma || p.toks[i].has(given) || p.listed(j) != strongGiven {
		return n
	}
	if p.free(j+1) && p.within(j+1) && p.quality(j+1, unlicensed, false) != noName {
		return n
	}
	return n + 1
}
