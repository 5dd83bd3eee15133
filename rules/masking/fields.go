package masking

// What shows one word to be a name, or to be none, though it is an ordinary word: the field of a form, the family, the crew.

// fieldOfName reports a listed name in its field of a form, however it is written: Surname: STONE, last name: Field.
func (p *page) fieldOfName(i int) bool {
	t := p.toks[i]
	if i == 0 || t.gap != gapColon || t.shape == lower || t.class&(given|surname) == 0 || t.has(function|kept|title|role) {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("surname"), hashWord("forename"), hashWord("forenames"):
		return true
	case hashWord("name"):
		return i == 1 || p.toks[i-1].gap >= gapStop || p.toks[i-2].has(role) || isNamesKind(p.toks[i-2].hash)
	}
	return false
}

// isNamesKind knows the words that say which of a person's names a field is for.
func isNamesKind(h uint64) bool {
	switch h {
	case hashWord("first"), hashWord("last"), hashWord("family"), hashWord("given"), hashWord("full"), hashWord("maiden"),
		hashWord("middle"), hashWord("patients"), hashWord("preferred"), hashWord("known"):
		return true
	}
	return false
}

// kinFollows reports who somebody is to the woman, behind a comma: Mo, her husband, filmed it.
func (p *page) kinFollows(j int) bool {
	if !p.free(j) || !p.free(j+1) || p.toks[j].gap != gapComma || p.toks[j+1].gap != gapSpace || j+2 < len(p.toks) && p.toks[j+2].gap == gapSpace {
		return false
	}
	if h := p.toks[j].hash; h != hashWord("her") && h != hashWord("his") {
		return false
	}
	h := p.toks[j+1].hash
	return h != hashWord("baby") && (isKin(h) || h == hashWord("sister") || h == hashWord("brother") || h == hashWord("friend") || h == hashWord("doula"))
}

// crewFollows reports the word for several people after a capital, which then tells their shift or their ward: Day staff.
func (p *page) crewFollows(j int) bool {
	if !p.free(j) || p.toks[j].gap != gapSpace || p.toks[j].shape != lower || p.owned(j) {
		return false
	}
	return p.toks[j].has(crew)
}

// isBabyThing knows what is called after babies with a capital: Baby Box.
func isBabyThing(h uint64) bool {
	switch h {
	case hashWord("box"), hashWord("bag"), hashWord("bath"), hashWord("blanket"), hashWord("hat"), hashWord("bank"), hashWord("bed"),
		hashWord("steps"), hashWord("care"), hashWord("check"), hashWord("well"), hashWord("cot"):
		return true
	}
	return false
}

// inByword reports that token i is a part of what only reads as a person's name.
func (p *page) inByword(i int) bool {
	if !p.toks[i].has(byword) || !p.toks[i].has(given|surname) {
		return false
	}
	return i+1 < len(p.toks) && p.toks[i+1].gap == gapSpace && isBywordPair(p.toks[i].hash, p.toks[i+1].hash) ||
		i > 0 && p.toks[i].gap == gapSpace && isBywordPair(p.toks[i-1].hash, p.toks[i].hash)
}

// isBywordPair knows the instruments, manoeuvres, rulings and papers that are called by what reads as a person's name.
func isBywordPair(a, b uint64) bool {
	for _, pair := range [...][2]string{
		{"neville", "barnes"}, {"burns", "marshall"}, {"spencer", "wells"}, {"munro", "kerr"}, {"page", "kruger"}, {"marie", "curie"},
		{"emma", "diary"}, {"montgomery", "ruling"}, {"montgomery", "judgment"}, {"montgomery", "judgement"}, {"montgomery", "consent"},
		{"fraser", "competent"}, {"fraser", "competence"}, {"fraser", "guidelines"}, {"lewis", "antibodies"}, {"duffy", "antibodies"},
		{"kidd", "antibodies"}, {"tommy", "app"}, {"tommy", "leaflet"}, {"tommy", "charity"}, {"tommy", "website"}, {"tommy", "centre"},
		{"florence", "nightingale"}, {"mary", "seacole"}, {"matthews", "duncan"}, {"pierre", "robin"}, {"green", "armytage"},
	} {
		if a == hashWord(pair[0]) && b == hashWord(pair[1]) {
			return true
		}
	}
	return false
}
