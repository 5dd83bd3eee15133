package masking

// A stranger is a capitalised word that no list has. Among the words of a sentence it is nearly always a name of some
// sort, and in a report on care, once places, languages, drugs and bodies are set aside, the name of a person.

// stranger reports that the word at i, which is unknown, names a person by where it stands; end is the token after the name.
func (p *page) stranger(i, end int) bool {
	if !p.named(i) || p.besideTongue(i, end) || p.placeAhead(end) {
		return false
	}
	return p.follows(end) && !p.doneTo(end) || p.amidst(i) && !p.placed(i)
}

// strangePair reports that the ordinary word in capitals at k is a surname after the unknown forename at i, which the
// lists of names need not have: two capitals together, the first no word.
func (p *page) strangePair(i, k int, l licence) bool {
	return p.toks[i].shape == titled && !p.toks[k].has(eponymHead|street) && p.named(i) && !p.besideTongue(i, k+1) && !p.placeAhead(k+1) &&
		(l != unlicensed || i == 0 || p.sentenceStart(i) || !p.placed(i)) &&
		(k+1 >= len(p.toks) || p.toks[k+1].gap != gapSpace || p.toks[k+1].shape != titled)
}

// initialPair reports that the ordinary word at k is a surname after the initial with a full stop at i, where a name may
// stand: by S. Collie, (P. Crumb, not in "graded D. Box now forced".
func (p *page) initialPair(i, k int, l licence) bool {
	if p.toks[i].shape != initial || p.toks[k].gap == gapSpace || p.isAnswer(i) || p.lex.inflected(p.word(k)) {
		return false
	}
	return l != unlicensed || p.opens(i, k)
}

// isAnswer reports the Y or N of a form: Interpreter: N. Expressed milk.
func (p *page) isAnswer(i int) bool {
	return p.toks[i].gap == gapColon && (p.toks[i].hash == hashWord("n") || p.toks[i].hash == hashWord("y"))
}

// opens reports that a name with an initial may begin at i, k being its surname.
func (p *page) opens(i, k int) bool {
	if i == 0 || p.sentenceStart(i) {
		return k+1 >= len(p.toks) || p.toks[k+1].gap == gapComma || p.toks[k+1].gap == gapBracket
	}
	switch p.toks[i].gap {
	case gapBracket, gapComma, gapSlash, gapAnd:
		return p.toks[i-1].shape != initial // graded A/A. Copy to
	}
	switch p.toks[i-1].hash {
	case hashWord("of"), hashWord("with"), hashWord("from"), hashWord("for"), hashWord("and"), hashWord("to"):
		return true
	}
	return false
}

// kin reports that the ordinary word in capitals at k is what one of the family is called, since it has a verb or stands
// between commas: baby Crispin slept, her husband, Rush, rang.
func (p *page) kin(k int) bool {
	if k == 0 || k+1 >= len(p.toks) || !isKin(p.toks[k-1].hash) || p.lex.inflected(p.word(k)) {
		return false
	}
	if p.toks[k].gap == gapComma {
		return p.apposition(k)
	}
	return p.toks[k].gap == gapSpace && p.toks[k+1].gap == gapSpace && p.toks[k+1].shape == lower && (p.lives(k) || p.does(k+1))
}

func isKin(h uint64) bool {
	for _, w := range [...]string{"baby", "husband", "wife", "partner", "mum", "dad", "mother", "father", "son", "daughter", "twin", "fiance", "cousin", "aunt", "uncle"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// named reports that the word at i is written as a name and is no drug, illness or procedure by its ending.
func (p *page) named(i int) bool {
	t := p.toks[i]
	return (t.shape == titled || t.shape == prefixed) && p.foreign(i) && !clinicalEnding(p.word(i))
}

// clinicalEnding knows words of medicine by their last letters.
func clinicalEnding(w string) bool {
	for _, tail := range [...]string{
		"osis", "itis", "emia", "aemia", "uria", "oma", "pathy", "ectomy", "otomy", "ostomy", "scopy", "ology", "gram", "graphy",
		"metry", "ical", "natal", "partum", "plasty", "pine", "cillin", "mycin", "pril", "azole", "statin", "parin", "caine", "zepam",
		"olol", "amine", "idine", "oxacin", "profen", "setron", "mab", "vir", "trauma", "rrhage", "rrhoea", "plegia", "otic",
		"scope", "scopes", "graph", "graphs", "meter", "meters", "cycline", "penem", "tocin", "prost", "sartan", "flurane", "fentanil", "azine", "tropin",
		"ing", "ions", "ists", "ism", "able", "ible", "less", "ful", "ance", "ence", "ory", "ative", "ally",
	} {
		if len(w) > len(tail)+1 && w[len(w)-len(tail):] == tail {
			return true
		}
	}
	return false
}
