package masking

import "strings"

// besideNames takes a bare number of six to ten digits right after a name: "Arabella Stokoe, 20119943". Nothing says whose
// number it is but the name, so that whatever shows it to be another's, a date, an amount or an incident lets it stand.
func (p *page) besideNames() {
	for _, i := range p.numeric {
		if !p.besideName(i) {
			continue
		}
		switch year := compactYear(p.word(i)); {
		case year >= firstBirthYear && year <= lastBirthYear:
			p.add(i, i+1, BirthDate)
		case year != 0 || p.counted(i) || p.afterClinician(i):
		default:
			p.add(i, i+1, HospitalNumber)
		}
	}
}

// besideName reports a number of six to ten digits with nothing but a space, a comma or a bracket between it and a name.
func (p *page) besideName(i int) bool {
	t := p.toks[i]
	if t.taken || t.shape != number || i == 0 || !p.toks[i-1].taken || p.toks[i-1].shape >= number {
		return false
	}
	n := t.end - t.start
	return n >= 6 && n <= 10 && (t.gap == gapSpace || t.gap == gapComma || t.gap == gapBracket)
}

// compactYear reads ddmmyy, ddmmyyyy and yyyymmdd and returns the year, 0 where that is no date of an adult's birth or of
// an incident. The years 00 to 11 may be either.
func compactYear(w string) int {
	year := func(y, month, day int) int {
		if month < 1 || month > 12 || day < 1 || day > 31 || y < firstBirthYear || y > lastIncidentYear {
			return 0
		}
		return y
	}
	switch len(w) {
	case 6:
		y := digitsOf(w[4:])
		if full := fullYear(y, 2); full != 0 {
			return year(full, digitsOf(w[2:4]), digitsOf(w[:2]))
		}
		if 2000+y <= lastBirthYear {
			return 0
		}
		return year(2000+y, digitsOf(w[2:4]), digitsOf(w[:2]))
	case 8:
		if y := year(digitsOf(w[:4]), digitsOf(w[4:6]), digitsOf(w[6:])); y != 0 {
			return y
		}
		return year(digitsOf(w[4:]), digitsOf(w[2:4]), digitsOf(w[:2]))
	}
	return 0
}

// digitsOf returns the number that up to four digits are, -1 for digits of another script.
func digitsOf(w string) int {
	n := 0
	for _, c := range []byte(w) {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// counted reports that the word after the number at i says what it counts, or that it is an incident's: 150000 per
// microlitre, 145532 datix.
func (p *page) counted(i int) bool {
	if !p.free(i + 1) {
		return false
	}
	next := p.toks[i+1]
	switch next.gap {
	case gapSpace:
		return next.start == p.toks[i].end+1 && (next.has(referenceCue) || next.shape == lower && isUnit(p.word(i+1)))
	case gapSlash:
		return next.shape != titled && isUnit(p.word(i+1))
	}
	return false
}

// isUnit knows the words for what numbers of six digits and more count.
func isUnit(w string) bool {
	switch strings.ToLower(w) {
	case "per", "copy", "copies", "unit", "units", "u", "iu", "miu", "g", "kg", "mg", "mcg", "ng", "microgram", "micrograms", "grams",
		"l", "ml", "mls", "ul", "dl", "litre", "litres", "microlitre", "mmol", "umol", "pmol", "mol", "cells", "platelets", "cfu", "pounds":
		return true
	}
	return false
}

// afterClinician reports that the name before token i is that of a doctor or another member of staff, by the title or the
// job before it.
func (p *page) afterClinician(i int) bool {
	k, found := p.findPerson(p.toks[i-1].start)
	if !found {
		return false
	}
	j := i - 1
	for j > 0 && p.toks[j-1].start >= p.people[k].start {
		j--
	}
	return j > 0 && p.toks[j].gap != gapLine && p.isClinician(j-1)
}

// isClinician reports a doctor's title or a job at token k. A sister in small letters is as likely one of the family.
func (p *page) isClinician(k int) bool {
	switch t := p.toks[k]; t.hash {
	case hashWord("dr"), hashWord("doctor"), hashWord("prof"), hashWord("professor"):
		return true
	case hashWord("sister"):
		return t.shape != lower
	default:
		return t.has(jobTitle)
	}
}
