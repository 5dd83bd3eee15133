package masking

import "strings"

// An adult's birth falls in these years. A date of birth often stands without its cue beside a name, and no incident
// that this tool reads happened then: a full date in these years is taken for one.
const (
	firstBirthYear = 1930
	lastBirthYear  = 2011
)

// No incident lies beyond this year; a number that would is no date.
const lastIncidentYear = 2039

// birthDates masks dates of birth: those announced as such, and full dates of an adult's birth years.
// The dates of incidents stay, since the quotes need them.
func (p *page) birthDates() {
	for _, i := range p.numeric {
		if p.toks[i].taken {
			continue
		}
		if start, end, year := p.spokenDate(i); p.toks[i].has(month) && end > i && (p.birthCued(start) || adultBirth(year)) {
			p.add(start, end, BirthDate)
			continue
		}
		j, year := p.date(i)
		cued := p.birthCued(i)
		switch {
		case j > i && (cued || adultBirth(year) || p.afterIdentity(i, year) || p.birthFollows(j)):
			p.add(i, j, BirthDate)
		case j == i && cued && p.compactDate(i) && !p.barelyBorn(i):
			p.add(i, i+1, BirthDate)
		}
	}
}

func adultBirth(year int) bool { return year >= firstBirthYear && year <= lastBirthYear }

// birthFollows reports the label of a date of birth in brackets behind it: 11/06/2024 (DOB).
func (p *page) birthFollows(j int) bool {
	return p.free(j) && p.toks[j].gap == gapBracket && p.toks[j].hash == hashWord("dob")
}

// barelyBorn reports the word born with nothing between it and the figures at i, which may then be a time: born 1403.
func (p *page) barelyBorn(i int) bool {
	return p.toks[i-1].hash == hashWord("born") || p.toks[i-1].hash == hashWord("at")
}

// date reads a date from token i and returns the token after it, and its year, 0 if it has none or an unclear one.
// Without a date it returns i.
func (p *page) date(i int) (end, year int) {
	if j, y := p.numericDate(i); j > i {
		return j, y
	}
	return p.writtenDate(i)
}

// numericDate reads 16/05/1998, 27.08.95, 3-9-94, 1998-05-16 and 16 05 1998.
func (p *page) numericDate(i int) (int, int) {
	if i+2 >= len(p.toks) {
		return i, 0
	}
	var v, size [3]int
	roman := false
	for k := range 3 {
		n, ok := p.value(i + k)
		if k == 1 && !ok && p.free(i+1) && p.toks[i+1].shape < number {
			n = romanMonth(strings.ToUpper(p.word(i + 1)))
			ok, roman = n > 0, n > 0
		}
		if !ok || k > 0 && !p.dateGap(i+k) {
			return i, 0
		}
		v[k], size[k] = n, p.toks[i+k].end-p.toks[i+k].start
	}
	if p.toks[i+1].gap != p.toks[i+2].gap {
		return i, 0
	}
	switch {
	case size[0] == 4 && v[1] >= 1 && v[1] <= 12 && v[2] >= 1 && v[2] <= 31:
		return i + 3, v[0]
	case size[0] <= 2 && (size[1] <= 2 || roman) && v[0] >= 1 && v[0] <= 31 && v[1] >= 1 && v[1] <= 12 && (size[2] == 4 || size[2] == 2):
		return i + 3, fullYear(v[2], size[2])
	}
	return i, 0
}

// fullYear reads a year of two digits only where it can mean an adult's birth and nothing else.
func fullYear(y, size int) int {
	switch {
	case size == 4:
		return y
	case y >= 40:
		return 1900 + y
	}
	return 0
}

func (p *page) dateGap(i int) bool {
	switch p.toks[i].gap {
	case gapSlash, gapDot, gapDash:
		return p.toks[i].start-p.toks[i-1].end <= 3
	case gapSpace:
		return p.toks[i].start-p.toks[i-1].end == 1
	}
	return false
}

// value reads a token of up to four digits.
func (p *page) value(i int) (int, bool) {
	if !p.free(i) || p.toks[i].shape != number || p.toks[i].end-p.toks[i].start > 4 {
		return 0, false
	}
	n := 0
	for _, c := range []byte(p.word(i)) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// writtenDate reads 12 March 1990, 12th of Mar 90, 12-Mar-1990, March 12, 1990 and August the 14th, nineteen ninety.
func (p *page) writtenDate(i int) (int, int) {
	m, d := i+1, i
	if p.toks[i].has(month) {
		m, d = i, i+1
		if p.free(d) && p.toks[d].hash == hashWord("the") {
			d++
		}
	} else if p.free(m) && p.toks[m].hash == hashWord("of") {
		m++
	}
	if !p.free(m) || !p.free(d) || !p.toks[m].has(month) || !p.dayOfMonth(d) || p.toks[max(m, d)].gap > gapComma && !p.shortMonth(max(m, d)) {
		return i, 0
	}
	return p.yearAt(max(m, d) + 1)
}

// dayOfMonth reads 1 to 31, with or without st, nd, rd, th.
func (p *page) dayOfMonth(i int) bool {
	w := p.word(i)
	if n := len(w); p.toks[i].shape == alnum && n > 2 {
		switch w[n-2:] {
		case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
			w = w[:n-2]
		}
	}
	switch len(w) {
	case 1:
		return w[0] >= '1' && w[0] <= '9'
	case 2:
		return w[0] >= '0' && w[0] <= '3' && w[1] >= '0' && w[1] <= '9'
	}
	return false
}

// birthCued reports whether DOB, date of birth, born or b. stands before token i, with no more between than small words and
// the time or whose it is: born at 14:03 on, DOB of twin 1. D.O.B. comes as three single letters.
func (p *page) birthCued(i int) bool {
	for j := i - 1; j >= 0 && i-j <= 6; j-- {
		t, next := p.toks[j], p.toks[j+1]
		if t.taken || next.gap >= gapStop && !p.oneLetter(j) && !t.has(birthCue) {
			return false
		}
		switch {
		case t.hash == hashWord("birth"):
			return p.dateOf(j)
		case t.has(birthCue), p.bornLetter(j):
			return true
		case !t.has(function|numberWord|role) && t.shape != number && !p.oneLetter(j):
			return false
		}
	}
	return false
}

func (p *page) oneLetter(j int) bool {
	return p.toks[j].shape < number && p.toks[j].end-p.toks[j].start == 1
}

// dateOf reports the word date before birth at j: date of birth, date and time of birth, birth date.
func (p *page) dateOf(j int) bool {
	if j+1 < len(p.toks) && p.toks[j+1].hash == hashWord("date") {
		return true
	}
	for k := j - 1; k >= 0 && j-k <= 4; k-- {
		if p.toks[k].hash == hashWord("date") {
			return true
		}
	}
	return false
}

// bornLetter reports the b of d.o.b., d/o/b, and of b. 11/06/2024.
func (p *page) bornLetter(j int) bool {
	if p.toks[j].hash != hashWord("b") {
		return false
	}
	if j >= 2 && p.toks[j-1].hash == hashWord("o") && p.toks[j-2].hash == hashWord("d") {
		return true
	}
	return p.toks[j].shape == lower && p.mark(j) == '.' && (j == 0 || p.toks[j].gap > gapSpace || p.toks[j-1].taken || p.toks[j-1].has(role))
}

// compactDate reads 140789 and 14071989, which only a cue makes a date.
func (p *page) compactDate(i int) bool {
	n := p.toks[i].end - p.toks[i].start
	return p.toks[i].shape == number && (n == 6 || n == 8 || n == 4)
}

// afterIdentity reports whether a date with an unclear year follows an NHS or hospital number directly,
// as in a patient's header.
func (p *page) afterIdentity(i, year int) bool {
	if year != 0 || i == 0 || p.toks[i].gap >= gapStop {
		return false
	}
	j := i - 1
	digits := 0
	for ; j >= 0 && i-j <= 3 && p.toks[j].shape == number; j-- {
		digits += p.toks[j].end - p.toks[j].start
	}
	return digits == 10
}
