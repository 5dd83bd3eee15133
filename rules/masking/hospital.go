package masking

// hospitalNumber recognises a local patient number after its cue, and by the shape of letters before six to eight digits.
func (p *page) hospitalNumber(i int) bool {
	w := p.word(i)
	letters, digits, plain := split(w)
	if letters == 0 && p.cued(i, hospitalCue, 4) && p.hospitalGroups(i) {
		return true
	}
	if digits < 4 || digits > 10 || letters > 4 {
		return false
	}
	if letters == 0 && digits >= 5 && p.dashed(i) {
		p.add(i-1, i+1, HospitalNumber)
		return true
	}
	cued := p.cued(i, hospitalCue, 4) && !p.toks[i-1].has(extension)
	switch {
	case cued && letters == 0 && p.labelBefore(i) != fileLabel:
		return false // "unit 1234", "records from 2019": not said to be a number
	case cued:
	case letters == 0 || !plain || digits < 6 && !p.fileNumber(i) || p.isReference(i):
		return false
	}
	p.add(i, p.suffixed(i), HospitalNumber)
	return true
}

// suffixed returns the token after the number at i and the letter or two digits that a dash ties to it: WX90012-B.
func (p *page) suffixed(i int) int {
	j := i + 1
	if !p.free(j) || p.toks[j].gap != gapDash || p.toks[j].start != p.toks[i].end+1 {
		return j
	}
	if t := p.toks[j]; t.shape == initial || t.shape == number && t.end-t.start <= 2 {
		return j + 1
	}
	return j
}

// hospitalGroups takes three groups or more of a number written with dashes after its cue: hospital 90-114-556. Two may be
// years or amounts: the hospital has 5500-6000 births.
func (p *page) hospitalGroups(i int) bool {
	digits, ends := p.digitRun(i)
	if len(ends) < 3 || len(digits) < 5 || len(digits) > 12 {
		return false
	}
	last := ends[len(ends)-1]
	for j := i + 1; j < last; j++ {
		if p.toks[j].gap != gapDash {
			return false
		}
	}
	p.add(i, last, HospitalNumber)
	return true
}

// dashed reports that a patient's letters stand before the digits at i: DR-558013, and not WEB-48213.
func (p *page) dashed(i int) bool {
	if !p.free(i-1) || p.toks[i].gap != gapDash || p.toks[i].start != p.toks[i-1].end+1 {
		return false
	}
	t := p.toks[i-1]
	return (t.shape == initial || t.shape == upper) && t.end-t.start <= 3 && !t.has(referenceCue|phoneCue) && t.hash != hashWord("w") && (!p.cued(i-1, referenceCue, 2) || p.ofNotes(i-2)) && !(i > 1 && (isDocument(p.toks[i-2].hash) || p.pointed(i-2)))
}

// pointed reports that the reader is pointed to another case by the word at k: see DW-60117, see also DW-60117.
func (p *page) pointed(k int) bool {
	return p.toks[k].hash == hashWord("see") || p.toks[k].hash == hashWord("also") && k > 0 && p.toks[k-1].hash == hashWord("see")
}

// fileNumber reports the short number of a patient's file: FM0091, and no year or abbreviation with a number.
func (p *page) fileNumber(i int) bool {
	w := p.word(i)
	switch pattern(w) {
	case "AA9999", "AA99999":
		return w[0] <= 'Z' && w[1] <= 'Z' && w[2:4] != "19" && w[2:4] != "20" && (w[2] == '0' || p.lex.of(hashWord(w[:2])) == 0)
	}
	return false
}

// ofNotes reports that the reference whose word is at i is to a patient's notes: notes ref DR-558013.
func (p *page) ofNotes(i int) bool {
	return i > 0 && (p.toks[i-1].hash == hashWord("notes") || p.toks[i-1].has(hospitalCue))
}

// sure reports whether a word by itself announces a patient's number.
func sure(h uint64) bool {
	for _, w := range [...]string{"mrn", "pas", "hosp", "casenote", "casenotes", "rxr", "cris", "pid", "xno", "hospno", "hn"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// split counts the letters and digits of w; plain means one to three letters, digits, and at most one letter more.
func split(w string) (letters, digits int, plain bool) {
	turns := 0
	for i := range len(w) {
		isDigit := w[i] >= '0' && w[i] <= '9'
		if isDigit {
			digits++
		} else {
			letters++
		}
		if i > 0 && isDigit != (w[i-1] >= '0' && w[i-1] <= '9') {
			turns++
		}
	}
	lead := len(w) > 0 && (w[0] < '0' || w[0] > '9')
	return letters, digits, lead && letters <= 4 && turns <= 2
}

// isReference reports whether the token is the number of an incident rather than of a person.
func (p *page) isReference(i int) bool {
	w := p.word(i)
	n := 0
	for n < len(w) && (w[n] < '0' || w[n] > '9') {
		n++
	}
	if len(w) == 9 && (w[:3] == "E01" || w[:3] == "W01") {
		return true // a neighbourhood (LSOA)
	}
	return p.lex.of(hashWord(w[:n]))&referenceCue != 0 || n == 1 && w[0]|0x20 == 'w' || p.cued(i, referenceCue, 3)
}
