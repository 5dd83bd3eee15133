package masking

import "strings"

// A grouped number is a patient's number as people copy it from a label: groups of digits and letters parted by a space, a
// dash, a slash or a stop.
type grouped struct {
	end             int // the token after it
	groups          int
	digits, letters int
	tight           bool // no letters are parted from their digits by a mere space
}

// labelledNumber takes the whole of a number after its label: hosp no 00 41 88 27, MRN X 58-20-33, and an NHS number with
// a digit too many or too few.
func (p *page) labelledNumber(i int) bool {
	first := p.groupStart(i)
	if p.spacedLetters(first - 1) {
		first--
	}
	label := p.labelBefore(first)
	if label == noLabel {
		label = p.labelBehind(first)
	}
	if label == noLabel {
		return false
	}
	g := p.groupsFrom(first)
	switch {
	case label == healthLabel && g.digits >= 8 && g.digits <= 12:
		p.add(first, g.end, NHSNumber)
	case label == fileLabel && g.digits >= 4, label == bareLabel && g.digits >= 5 && g.groups > 1 && g.letters > 0:
		p.add(first, g.end, HospitalNumber)
	default:
		return false
	}
	return true
}

// groupStart steps back from the digits at token i over the letters before them: X 58-20-33, B/118.
func (p *page) groupStart(i int) int {
	for k := i - 1; k >= 0 && i-k <= 2 && p.free(k) && p.joinsGroup(k+1) && (p.groupLetters(k) || p.tiedLetters(k)); k-- {
		i = k
	}
	return i
}

// groupLetters reports letters that are part of a number: an initial, or up to three capitals that are no abbreviation.
func (p *page) groupLetters(k int) bool {
	t := p.toks[k]
	return t.shape == initial || t.shape == upper && t.class == 0 && t.end-t.start <= 3
}

// tiedLetters reports letters that are an abbreviation elsewhere, but have digits tied to them here: MAT-20-4471, 8820-FH-17.
// Of an incident's number or a paper's they stay what they are: WEB-20-4471, SOP-20-118.
func (p *page) tiedLetters(k int) bool {
	t := p.toks[k]
	if t.shape != upper || t.end-t.start > 4 || t.has(referenceCue) || isDocument(t.hash) || !p.free(k+1) {
		return false
	}
	next := p.toks[k+1]
	return next.shape >= number && next.start == t.end+1 && (next.gap == gapDash || next.gap == gapSlash)
}

// groupsFrom reads the groups from token first on.
func (p *page) groupsFrom(first int) grouped {
	g := grouped{end: first, tight: true}
	for j := first; j < first+8 && p.free(j) && (j == first || p.joinsGroup(j) && !p.measured(j)); j++ {
		letters, digits, _ := split(p.word(j))
		if g.digits+digits > 12 && p.toks[j].gap != gapSpace {
			return grouped{end: first} // no half of a number
		}
		if digits == 0 && !p.groupLetters(j) && !p.tiedLetters(j) && j > first || letters > 4 || letters > 3 && digits > 0 || g.digits+digits > 12 {
			break
		}
		if digits == 0 && j > first && p.toks[j].gap == gapSpace {
			break // MRN 118204 F 32
		}
		if j > first && p.toks[j].gap == gapSpace && p.toks[j-1].shape < number {
			g.tight = false
		}
		g.end, g.groups = j+1, g.groups+1
		g.digits, g.letters = g.digits+digits, g.letters+letters
	}
	return g
}

// joinsGroup reports that token j goes on with the number before it. Over a space only short groups do.
func (p *page) joinsGroup(j int) bool {
	t, before := p.toks[j], p.toks[j-1]
	between := t.start - before.end
	switch t.gap {
	case gapSlash: // a slash with spaces parts one number from another
		return between == 1
	case gapDash:
		return between <= 3
	case gapDot:
		return between == 1
	case gapSpace:
		if before.shape < number {
			return between == 1
		}
		return between <= 2 && t.end-t.start <= 4 && before.end-before.start <= 4 && !p.dated(j)
	}
	return false
}

// dated reports that token j begins a date of its own: MRN 4471 12/03/2024.
func (p *page) dated(j int) bool {
	end, _ := p.date(j)
	return end > j+1 && (p.toks[j+1].gap != gapSpace || p.toks[j+1].shape < number)
}

// measured reports that the group at j is an age, a length of pregnancy or a time: 4471 29 yrs, 36/40, 36+2, 14:03.
func (p *page) measured(j int) bool {
	if j+1 >= len(p.toks) || p.toks[j].gap != gapSpace {
		return false
	}
	next := p.toks[j+1]
	switch next.gap {
	case gapSpace:
		return next.shape == lower && (isUnit(p.word(j+1)) || isSpell(p.word(j+1)))
	case gapAnd, gapColon:
		return next.shape == number && next.start == p.toks[j].end+1
	case gapSlash:
		return p.word(j+1) == "40" || p.word(j+1) == "7" || p.word(j+1) == "52"
	}
	return false
}

// isSpell knows the words for a length of time.
func isSpell(w string) bool {
	switch strings.ToLower(w) {
	case "y", "yr", "yrs", "year", "years", "yo", "week", "weeks", "wk", "wks", "day", "days", "month", "months", "hr", "hrs", "hour",
		"hours", "min", "mins", "minutes", "am", "pm":
		return true
	}
	return false
}

// headerNumbers takes numbers without a label that are shaped as no amount, time or date is, where a person is identified
// in the same line: card E/5530 911, under the name [person 1].
func (p *page) headerNumbers() {
	for _, i := range p.numeric {
		if t := p.toks[i]; t.taken || t.shape != number && t.shape != alnum {
			continue
		}
		first := p.groupStart(i)
		g := p.groupsFrom(first)
		if p.oddShape(first, g) && p.identified(first, g.end) && !p.referred(first) {
			p.add(first, g.end, HospitalNumber)
		}
	}
}

// oddShape reports letters tied to at least five digits, or three groups or more of two to four digits parted alike.
func (p *page) oddShape(first int, g grouped) bool {
	if g.groups == 1 {
		return p.nextParticular(first, g)
	}
	if g.digits < 5 {
		return false
	}
	if t := p.toks[first]; g.letters > 0 {
		if t.hash == hashWord("w") || t.shape != initial && t.class&^english != 0 {
			return false
		}
		if g.tight {
			return t.shape < number || p.word(first)[0] > '9'
		}
		return g.digits >= 6 && g.groups > 2 && first > 0 && p.toks[first-1].taken
	}
	if g.groups == 2 {
		return p.halvesBesideName(first, g)
	}
	if g.groups < 3 || g.digits > 10 {
		return false
	}
	for j := first; j < g.end; j++ {
		if n := p.toks[j].end - p.toks[j].start; n < 2 || n > 4 || j > first+1 && p.toks[j].gap != p.toks[first+1].gap {
			return false
		}
	}
	end, _ := p.date(first)
	return end == first && p.toks[first+1].gap != gapDot && p.toks[first+1].gap != gapSlash
}

// nextParticular reports six to eight digits that follow a date of birth or an NHS number in a list of particulars:
// [person 1], [date of birth], 0529974. Behind a name alone they may be anything.
func (p *page) nextParticular(first int, g grouped) bool {
	return g.letters == 0 && g.digits >= 6 && g.digits <= 8 && first > 0 && p.toks[first-1].taken && p.toks[first-1].shape >= number && p.toks[first].gap == gapComma
}

// halvesBesideName reports two groups of digits with a dash between, right after a name, that are no hours: [person 1]/4482-0071.
func (p *page) halvesBesideName(first int, g grouped) bool {
	if g.digits < 7 || g.digits > 10 || p.toks[first+1].gap != gapDash || first == 0 || !p.toks[first-1].taken || p.toks[first-1].shape >= number {
		return false
	}
	clock := p.toks[first].end-p.toks[first].start == 4 && p.word(first) < "2400" && p.word(first+1) < "2400"
	return !clock && p.toks[first].gap < gapColon && !p.afterClinician(first)
}

// identified reports that a person, a date of birth or an NHS number stands beside the tokens i to end-1, in the same line.
func (p *page) identified(i, end int) bool {
	for j := i - 1; j >= 0 && i-j <= 10 && p.toks[j+1].gap != gapLine; j-- {
		if p.toks[j].taken {
			return true
		}
	}
	for j := end; j < len(p.toks) && j-end <= 6 && p.toks[j].gap != gapLine; j++ {
		if p.toks[j].taken {
			return true
		}
	}
	return false
}
