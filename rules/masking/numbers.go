package masking

// numbers finds NHS numbers, telephone numbers, hospital numbers and registration numbers.
func (p *page) numbers() {
	for _, i := range p.numeric {
		t := p.toks[i]
		if t.taken || t.shape != number && t.shape != alnum {
			continue
		}
		switch {
		case p.phone(i), p.nhsNumber(i), p.labelledNumber(i), p.registration(i), p.hospitalNumber(i), p.extension(i):
		}
	}
}

// digitRun returns the digits written from token i on, in groups parted by one space, hyphen, full stop or bracket,
// and the token after each group. At most 16 digits are read.
// Both are good until the next call.
func (p *page) digitRun(i int) (digits []byte, ends []int) {
	digits, ends = p.digits[:0], p.ends[:0]
	for j := i; p.free(j) && len(digits) <= 16; j++ {
		t := p.toks[j]
		if t.shape != number || j > i && !p.joins(j) {
			break
		}
		for _, c := range []byte(p.text[t.start:t.end]) {
			if c < '0' || c > '9' {
				return digits, ends
			}
			if digits = append(digits, c); len(digits) > 16 {
				return digits, ends
			}
		}
		ends = append(ends, j+1)
	}
	return digits, ends
}

// joins reports whether the number at j goes on from the one before it.
func (p *page) joins(j int) bool {
	between := p.toks[j].start - p.toks[j-1].end
	switch p.toks[j].gap {
	case gapDot: // not the decimal point of 1.959
		return p.toks[j-1].end-p.toks[j-1].start > 2
	case gapSpace, gapDash:
		return between <= 3
	case gapSlash: // 999/183/5601
		size, before := p.toks[j].end-p.toks[j].start, p.toks[j-1].end-p.toks[j-1].start
		return between == 1 && before == 3 && (size == 3 || size == 4)
	case gapBracket: // 0113 (496) 0699, (0161) 496 0086
		return between <= 2
	}
	return false
}

// phone recognises United Kingdom numbers, numbers with a country code, and local ones after a cue.
func (p *page) phone(i int) bool {
	if p.toks[i].shape != number {
		return false
	}
	digits, ends := p.digitRun(i)
	start := p.toks[i].start
	plus := start > 0 && p.text[start-1] == '+'
	n := len(digits)
	switch {
	case n < 6:
		return false
	case plus && n >= 9:
		return p.takePhone(i, ends, 9, 15)
	case n >= 11 && digits[0] == '0' && digits[1] == '0':
		return p.takePhone(i, ends, 11, 15)
	case n >= 12 && string(digits[:2]) == "44" && p.toks[i].end-start <= 4 && len(ends) > 1:
		return p.takePhone(i, ends, 12, 13)
	case n >= 10 && digits[0] == '0' && (digits[1] >= '1' && digits[1] <= '3' || digits[1] >= '7' && digits[1] <= '9'):
		return p.takePhone(i, ends, 10, 11)
	case p.cued(i, phoneCue, 3) && !p.tiedToLetter(i) && p.toks[i].gap != gapSlash && (p.toks[i].gap < gapStop || p.shortened(i)):
		return p.takePhone(i, ends, 6, 13)
	}
	return false
}

// tiedToLetter reports that the figures at i are a part of a number with letters and not what M or T, for mobile and
// telephone, announces: M-204-8817.
func (p *page) tiedToLetter(i int) bool {
	return i > 0 && p.toks[i].gap == gapDash && p.toks[i-1].shape == initial && p.toks[i].start == p.toks[i-1].end+1
}

// takePhone records the longest group of tokens from i that has least to most digits.
func (p *page) takePhone(i int, ends []int, least, most int) bool {
	for k := len(ends) - 1; k >= 0; k-- {
		n := 0
		for _, t := range p.toks[i:ends[k]] {
			n += t.end - t.start
		}
		if n < least || n > most {
			continue
		}
		start, end := p.toks[i].start, p.toks[ends[k]-1].end
		for start > 0 && (p.text[start-1] == '+' || p.text[start-1] == '(') {
			start--
		}
		p.addBytes(start, end, Phone)
		p.take(i, ends[k])
		return true
	}
	return false
}

// extension masks a short number after a telephone number or a name: ext 4512.
func (p *page) extension(i int) bool {
	t := p.toks[i]
	if t.shape != number || t.end-t.start < 3 || t.end-t.start > 6 || i == 0 || !p.toks[i-1].has(extension) || t.gap > gapColon && !p.shortened(i) {
		return false
	}
	if p.toks[i-1].has(report) && (i < 2 || !p.toks[i-2].taken) {
		return false // a bleep by itself belongs to a post, not to a person
	}
	p.add(i, i+1, Phone)
	return true
}

// cued reports whether a word of class c stands among the few tokens before i on the same line.
func (p *page) cued(i int, c class, within int) bool {
	for j := i; j > 0 && i-j < within; j-- {
		if p.toks[j].gap >= gapStop && !p.shortened(j) {
			return false
		}
		if p.toks[j-1].has(c) {
			return true
		}
		if !p.toks[j-1].has(numberWord|function|caption()) && p.toks[j-1].shape != initial {
			return false
		}
	}
	return false
}

// shortened reports that the full stop before token j only shortens the word before it: Hosp. No. 12345.
func (p *page) shortened(j int) bool {
	at := p.toks[j-1].end
	return p.toks[j].gap == gapStop && p.text[at] == '.' && p.toks[j].start-at <= 3 && p.toks[j-1].has(caption()|numberWord)
}

// caption is the classes of words that may stand between a cue and its number.
func caption() class {
	return nhsCue | hospitalCue | phoneCue | birthCue | referenceCue | registrationCue | extension | role
}

// nhsNumber recognises ten digits: those that pass the check, those written 3-3-4, and any that are introduced as one.
func (p *page) nhsNumber(i int) bool {
	t := p.toks[i]
	if t.shape == alnum {
		return false
	}
	digits, ends := p.digitRun(i)
	for _, j := range ends {
		n := 0
		for _, g := range p.toks[i:j] {
			n += g.end - g.start
		}
		if n != 10 {
			continue
		}
		if !CheckNHSNumber(string(digits[:10])) && !p.cued(i, nhsCue, 6) && !p.grouped(i, j) && p.cued(i, referenceCue, 3) {
			return false
		}
		p.add(i, j, NHSNumber)
		return true
	}
	return false
}

// grouped reports whether tokens i to j-1 are written 3-3-4.
func (p *page) grouped(i, j int) bool {
	size := func(k int) int { return p.toks[k].end - p.toks[k].start }
	return j-i == 3 && size(i) == 3 && size(i+1) == 3 && size(i+2) == 4
}

// CheckNHSNumber reports whether ten digits pass the NHS number's check: the weights 10 to 2 on the first nine, the sum
// modulo 11 taken from 11 (11 counts as 0), must equal the tenth; a remainder of 10 is never issued.
// Source: NHS Data Dictionary, NHS NUMBER.
func CheckNHSNumber(digits string) bool {
	if len(digits) != 10 {
		return false
	}
	sum := 0
	for i := range 9 {
		if digits[i] < '0' || digits[i] > '9' {
			return false
		}
		sum += int(digits[i]-'0') * (10 - i)
	}
	check := (11 - sum%11) % 11
	return check < 10 && int(digits[9]-'0') == check
}

// registration recognises an NMC PIN by its shape, 98I1234E, and a GMC number after its cue.
func (p *page) registration(i int) bool {
	w := p.word(i)
	pin := len(w) == 8 && pattern(w) == "99A9999A"
	if !pin && (!p.cued(i, registrationCue, 3) || len(w) < 6 || len(w) > 8) {
		return false
	}
	p.add(i, i+1, StaffNumber)
	return true
}

// pattern writes every digit as 9 and every letter as A.
func pattern(w string) string {
	b := []byte(w)
	for i, c := range b {
		switch {
		case c >= '0' && c <= '9':
			b[i] = '9'
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			b[i] = 'A'
		}
	}
	return string(b)
}
