package masking

import "strings"

// judge weighs token k as part of a name.
func (p *page) judge(k int, l licence, first bool) quality {
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
	if t.has(title) && !t.has(given|surname) || first && l != afterTitle && t.has(role|jobTitle) && (!t.has(given) || t.shape == upper) {
		return noName
	}
	if q := p.listed(k); q != noName {
		return q
	}
	return p.unlisted(k, l, first)
}

// noInitial knows single capitals that are no initials: the pronoun I, and the halves of A&E and S/M.
func (p *page) noInitial(k int, first bool) bool {
	if at := p.toks[k].start; at > 0 && p.text[at-1] == '?' {
		return true // ?L for left
	}
	if k+1 < len(p.toks) && p.toks[k+1].gap == gapAnd {
		return true
	}
	if k+1 < len(p.toks) && p.toks[k+1].shape == number && p.toks[k+1].start == p.toks[k].end+1 && (p.toks[k+1].gap == gapDash || p.toks[k+1].gap == gapSlash) {
		return true // the letter of a number: P-2204-118
	}
	if first && k > 1 && p.toks[k-1].hash == hashWord("and") && p.toks[k-2].shape == initial && p.mark(k-2) != '.' {
		return true // bays C and D
	}
	if first && k > 0 && (p.toks[k].gap == gapSlash || p.toks[k].gap == gapComma && p.mark(k-1) == ',') && p.toks[k-1].shape == initial {
		return true // graded A/A. Post mortem
	}
	if first && k > 0 && p.gradeOrFaith(k) {
		return true
	}
	if first && k > 0 && p.toks[k].gap == gapSpace && p.toks[k-1].shape == number {
		return true // lost 1.8 L
	}
	return first && (p.toks[k].gap == gapSlash && p.mark(k) != '.' && !p.isPerson(k-1) || p.toks[k].gap == gapAnd) ||
		p.word(k) == "I" && k+1 < len(p.toks) && p.toks[k+1].gap == gapSpace && p.toks[k+1].shape == lower
}

// gradeOrFaith reports the letter of a grade before the next sentence, and the last of C of E: Overall C. Femi asked.
func (p *page) gradeOrFaith(k int) bool {
	if p.toks[k].gap != gapSpace {
		return false
	}
	switch p.toks[k-1].hash {
	case hashWord("overall"), hashWord("graded"), hashWord("grade"), hashWord("grading"):
		return p.word(k) <= "D"
	case hashWord("of"):
		return k > 1 && p.word(k) == "E" && p.word(k-2) == "C"
	}
	return false
}

// listed judges a word by the lists of names.
func (p *page) listed(k int) quality {
	t := p.toks[k]
	if !t.has(given | surname) {
		return noName
	}
	abbreviation := t.shape == upper && t.has(kept) && !t.has(surname) // TED stockings
	weak := t.has(function) || (!t.has(nameFirst) || abbreviation) && t.has(english|kept|title|role|month|street|institution)
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
		if q := p.hyphened(w); q != noName || l != afterTitle && !p.doubleBarrelled(w) {
			return q
		}
		return unknown
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
	if len(w) > 5 && w[4] == '-' && (w[:4] == "Anti" || w[:4] == "anti") {
		return noName
	}
	if p.twoForenames(w) {
		return strongGiven
	}
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
		return p.spelledInTwo(w)
	}
	return best
}

// doubleBarrelled reports a surname of two of which one is a word and the other none: Mbatha-Raw, and not Peri-Mortem.
func (p *page) doubleBarrelled(w string) bool {
	a, b, _ := strings.Cut(w, "-")
	if len(a) < 3 || len(b) < 3 || b[0] < 'A' || b[0] > 'Z' || strings.Contains(b, "-") {
		return false
	}
	return p.strange(a) && p.lex.of(hashWord(b))&(function|role|institution) == 0 ||
		p.strange(b) && p.lex.of(hashWord(a))&(function|role|institution|english) == 0
}

// strange reports a half of a name that no list has and that is no common prefix.
func (p *page) strange(half string) bool {
	if isPrefix(half) {
		return false
	}
	return len(half) > 3 && p.lex.of(hashWord(half)) == 0 && !p.lex.inflected(half) && !clinicalEnding(half)
}

// isPrefix knows what medicine and English set before a hyphen.
func isPrefix(half string) bool {
	switch strings.ToLower(half) {
	case "pre", "peri", "multi", "trans", "intra", "inter", "ultra", "micro", "macro", "hypo", "hyper", "neuro", "post", "anti",
		"semi", "mini", "sub", "non", "uro", "gyn", "retro", "para", "poly", "oligo", "cardio", "onco", "thrombo", "bi", "tri", "uni", "co", "ex", "neo", "self", "well", "pneumo", "gastro":
		return true
	}
	return false
}
