package masking

import "strings"

// Names of short words: particles in front of a surname, and the syllables that Chinese, Korean and Vietnamese names are
// written in.

// withParticles steps back from the name at token i over the particles in front of it: bin Rashid, van der Berg.
func (p *page) withParticles(i int) int {
	if p.toks[i].shape == lower {
		return i
	}
	first := i
	for k := i - 1; k >= 0 && i-k <= 3 && p.toks[k+1].gap == gapSpace && p.isParticle(k); k-- {
		first = k
	}
	return first
}

// isParticle reports a particle in small letters that is no word of a sentence. A van may have an article before it.
func (p *page) isParticle(k int) bool {
	t := p.toks[k]
	if t.shape != lower || t.taken || !t.has(particle) || t.has(function) || t.end-t.start < 2 {
		return false
	}
	switch t.hash {
	case hashWord("do"), hashWord("da"), hashWord("st"), hashWord("san"), hashWord("santa"), hashWord("ben"):
		return false
	case hashWord("van"), hashWord("bin"):
		return k == 0 || !p.isArticle(k-1)
	}
	return true
}

// syllable reports that the short word at k goes on with a name of short words: Nguyen Thi Thu Ha, Hui En. With a number
// behind it the word is a finding: Na 131.
func (p *page) syllable(k int, run []quality) bool {
	t, n := p.toks[k], len(run)
	if n == 0 || t.shape != titled || t.gap != gapSpace || t.end-t.start > 3 || t.has(function|role|title|jobTitle|month) || max(run[0], run[n-1]) < strongSurname {
		return false
	}
	if k+1 < len(p.toks) && (p.toks[k+1].shape == number || p.toks[k+1].shape == alnum || p.toks[k+1].has(institution|street)) {
		return false
	}
	before := p.toks[k-1]
	return before.shape == titled && before.end-before.start <= 4 && p.vowel(k)
}

// vowel reports that the word at k can be spoken: Ha, and not Hb.
func (p *page) vowel(k int) bool {
	for _, c := range []byte(p.word(k)) {
		switch c | 0x20 {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return true
		}
	}
	return false
}

// twoForenames reports a forename of two that a hyphen joins, the second in small letters: Min-jun.
func (p *page) twoForenames(w string) bool {
	for i := range len(w) {
		if w[i] != '-' {
			continue
		}
		first, second := w[:i], w[i+1:]
		return len(first) > 1 && len(second) > 1 && first[0] >= 'A' && first[0] <= 'Z' && second[0] >= 'a' &&
			p.lex.of(hashWord(first))&given != 0 && p.lex.of(hashWord(second))&given != 0
	}
	return false
}

// spelledInTwo judges a name of two short syllables that a hyphen joins, of which no list has one and the other may be a
// word: Hyun-woo, and not Peri-op.
func (p *page) spelledInTwo(w string) quality {
	a, b, _ := strings.Cut(w, "-")
	if len(a) < 2 || len(b) < 2 || len(a) > 5 || len(b) > 5 || a[0] > 'Z' || b[0] < 'a' || isPrefix(a) {
		return noName
	}
	first, second := p.lex.of(hashWord(a)), p.lex.of(hashWord(b))
	if first == 0 && second&kept == 0 || second == 0 && first&english == 0 {
		return unknown
	}
	return noName
}

// announcedShort reports a forename of two or three letters that is also an abbreviation or a place, at the end of its phrase after a word for the
// one who acts: epidural by Sri, lead Fi informed.
func (p *page) announcedShort(i int) bool {
	t := p.toks[i]
	if i == 0 || t.gap != gapSpace || !t.has(given) || t.end-t.start > 3 || t.has(english) || isWeekday(t.hash) || !(p.announced(i) || p.toks[i-1].has(role|jobTitle)) {
		return false
	}
	return i+1 >= len(p.toks) || p.toks[i+1].gap > gapSpace || p.toks[i+1].shape == lower
}

func isWeekday(h uint64) bool {
	for _, w := range [...]string{"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// shortName reports a name of two letters beside another name: Jo and Al from legal.
func (p *page) shortName(i int) bool {
	t := p.toks[i]
	if t.shape != titled || t.end-t.start != 2 || t.class&^particle != 0 || !p.vowel(i) {
		return false
	}
	return i+1 >= len(p.toks) || p.toks[i+1].gap > gapSpace || p.toks[i+1].shape == lower
}

// family reports a surname in the plural after "the": the Osmans.
func (p *page) family(i int) bool {
	w := p.word(i)
	if i == 0 || p.toks[i].gap != gapSpace || p.toks[i-1].hash != hashWord("the") || p.toks[i].shape != titled || w[len(w)-1] != 's' {
		return false
	}
	c := p.lex.of(hashWord(w[:len(w)-1]))
	return c&surname != 0 && c&(english|kept|function) == 0 && !p.placeAhead(i+1)
}

// surnameFirst reports a surname in capitals before a forename that is not, though the surname may be a forename or a word
// as well: SAEED, Maryam.
func (p *page) surnameFirst(i, j int) bool {
	return p.toks[i].shape == upper && p.free(j) && p.toks[j].shape == titled && p.toks[i].end-p.toks[i].start > 3
}

// surnameFirstUnlisted reports a surname in capitals before a forename, though no list has the two: ACHEAMPONG, Adwoa.
func (p *page) surnameFirstUnlisted(i int) bool {
	j := i + 1
	if !p.free(j) || p.toks[j].gap != gapComma && !(p.toks[j].gap == gapSlash && p.toks[j].has(given)) || !p.surnameFirst(i, j) || !p.listedSurname(i) || clinicalEnding(strings.ToLower(p.word(i))) {
		return false
	}
	return p.toks[j].has(given) || p.named(j)
}

// formName reports the forename of a form's line, which no list need have: Name: KOWALCZUK, MATVIY.
func (p *page) formName(i, j int) bool {
	t := p.toks[j]
	return i > 0 && p.toks[i-1].hash == hashWord("name") && t.shape == p.toks[i].shape && t.class == 0 && t.end-t.start > 2
}

// handedOver reports "from" before the person whose name ends at token j: from Trish to Mo.
func (p *page) handedOver(j int) bool {
	at := p.people[len(p.people)-1].start
	for j > 0 && p.toks[j].start > at {
		j--
	}
	if j == 0 || p.toks[j].start != at {
		return false
	}
	return p.toks[j-1].hash == hashWord("from") || p.handover(j)
}

// handover reports the word handover not far before token j: Handover 07:45 Petra to Yaw.
func (p *page) handover(j int) bool {
	for k := j - 1; k >= 0 && j-k <= 4 && p.toks[k+1].gap < gapStop; k-- {
		if p.toks[k].hash == hashWord("handover") || p.toks[k].hash == hashWord("handed") {
			return true
		}
	}
	return false
}

// initialsOfStaff reports initials that also spell a word, h, after the word for one who acts: reviewer A.N.
func (p *page) initialsOfStaff(i int, h uint64) bool {
	clock := h == hashWord("am") || h == hashWord("pm")
	return !clock && i > 0 && p.toks[i].gap <= gapColon && p.toks[i-1].has(role|jobTitle)
}

// isInstrument knows the things that no person's name stands before but their maker's: Neville Barnes forceps.
func isInstrument(h uint64) bool {
	switch h {
	case hashWord("forceps"), hashWord("balloon"), hashWord("manoeuvre"), hashWord("syndrome"), hashWord("speculum"), hashWord("suture"),
		hashWord("catheter"), hashWord("retractor"), hashWord("contractions"), hashWord("palsy"):
		return true
	}
	return false
}

// isHospitalsName knows the last words of hospitals' names that are said without the word hospital: Northgate General.
func isHospitalsName(h uint64) bool {
	return h == hashWord("general") || h == hashWord("memorial") || h == hashWord("infirmary")
}
