package masking

// Initials are a signature before the day of signing and after the short words of a form: Harm: low. RB 12/8, rptd LC.

// signsOff reports two initials after the end of a sentence, or after who reports or signs, that a day or the end of the
// text follows. The two letters must be no abbreviation of care: ... home. TC 12/8 is a call.
func (p *page) signsOff(i int) bool {
	t := p.toks[i]
	if i == 0 || t.shape != upper || t.end-t.start != 2 || t.class != 0 || p.ofNumber(i) || isCareShort(t.hash) {
		return false
	}
	dayFollows := p.signingDay(i + 1)
	if t.gap == gapStop || t.gap == gapDash || t.gap == gapLine {
		return dayFollows && p.toks[i-1].shape != upper
	}
	if t.gap != gapSpace && t.gap != gapColon && t.gap != gapSlash {
		return false
	}
	switch p.toks[i-1].hash {
	case hashWord("rptd"), hashWord("reptd"), hashWord("rpted"), hashWord("reported"), hashWord("signed"), hashWord("by"), hashWord("sgd"), hashWord("initialled"):
		return dayFollows || p.textEnds(i+1)
	}
	return false
}

// textEnds reports that a line, the text or its sentence ends before token j.
func (p *page) textEnds(j int) bool {
	return j >= len(p.toks) || p.toks[j].gap == gapLine || p.toks[j].gap == gapStop && p.toks[j].shape != lower
}

// signingDay reports a day from token j on that ends its phrase: 12/8, 14/02/25, 21.3.25.
func (p *page) signingDay(j int) bool {
	if j+1 >= len(p.toks) || p.toks[j].gap != gapSpace && p.toks[j].gap != gapComma || !p.upTo(j, 31) || !p.upTo(j+1, 12) {
		return false
	}
	g := p.toks[j+1].gap
	if g != gapSlash && g != gapDot {
		return false
	}
	end := j + 2
	if end < len(p.toks) && p.toks[end].gap == g && p.toks[end].shape == number {
		end++
	} else if g == gapDot {
		return false // an amount
	}
	return end >= len(p.toks) || p.toks[end].gap >= gapBracket
}

// upTo reports a number of one or two digits, from 1 to most.
func (p *page) upTo(j, most int) bool {
	t := p.toks[j]
	if t.shape != number || t.end-t.start > 2 {
		return false
	}
	n := digitsOf(p.word(j))
	return n >= 1 && n <= most
}

// isCareShort knows the abbreviations of two letters before a day that no list has: telephone call, birth weight.
func isCareShort(h uint64) bool {
	for _, w := range [...]string{"tc", "bw", "bo", "nj", "oe", "wc", "ic", "cb", "fb", "np", "rt", "hc", "ab", "bs", "ta", "pm", "fu", "gp", "qe", "ll", "sl", "lt", "nk", "ae"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}
