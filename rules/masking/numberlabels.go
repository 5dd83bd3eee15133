package masking

// The words before or behind a number say whose it is: a patient's, an incident's, a paper's or a telephone's.

// A labelKind says whose number a label announces.
type labelKind uint8

const (
	noLabel     labelKind = iota
	bareLabel             // unit, hospital, patient: words of their own, which announce odd shapes only
	fileLabel             // MRN, hosp no
	healthLabel           // NHS
)

// labelBefore reads the label that ends before token i. A label of an incident or of a telephone is none.
func (p *page) labelBefore(i int) labelKind {
	said, ref := false, false
	for j := i - 1; j >= 0 && i-j <= 5; j-- {
		t, next := p.toks[j], p.toks[j+1]
		if p.spelledMRN(j) {
			return fileLabel
		}
		if next.gap >= gapStop && !p.shortened(j+1) || t.taken {
			return noLabel
		}
		said = said || next.gap == gapColon || next.gap == gapOther
		switch {
		case t.has(nhsCue) && !ref:
			return healthLabel
		case t.has(hospitalCue):
			return p.fileCue(j, said || ref)
		case t.hash == hashWord("ref") || t.hash == hashWord("reference"):
			ref = true
		case t.has(numberWord):
			said = true
		case t.has(role) && (said || ref) && !t.has(report) && !(ref && p.handles(j)):
			return fileLabel // pt id, baby no
		case t.shape == initial && said && next.gap == gapSpace:
			return fileLabel // K no
		case said && t.has(department):
			return fileLabel // maternity number
		case t.has(role) && j > 0 && p.toks[j-1].has(function) && !t.has(report): // hospital number of the baby
		case t.has(function) || t.shape == initial || t.has(filed):
		default:
			return noLabel
		}
	}
	return noLabel
}

// fileCue weighs the word hospital, unit or MRN at token j; said tells that the word number or a mark stands behind it.
func (p *page) fileCue(j int, said bool) labelKind {
	switch {
	case j > 0 && isBlood(p.toks[j-1].hash):
		return noLabel // blood unit G101 24 088
	case said || sure(p.toks[j].hash):
		return fileLabel
	}
	return bareLabel
}

// handles reports one who works on a case at token j, whose reference is the case's: investigator's reference 24-0917.
func (p *page) handles(j int) bool {
	switch t := p.toks[j]; t.hash {
	case hashWord("handler"), hashWord("author"), hashWord("lead"), hashWord("officer"), hashWord("inspector"), hashWord("solicitor"),
		hashWord("owner"), hashWord("chair"), hashWord("caller"), hashWord("advocate"), hashWord("complainant"), hashWord("secretary"):
		return true
	default:
		return t.has(staff)
	}
}

// labelBehind reads the label that follows a number: KK-20-7718 (hospital number). One with a number of its own behind it
// is that number's.
func (p *page) labelBehind(first int) labelKind {
	if !p.cueBehind(first) {
		return noLabel
	}
	g := p.groupsFrom(first)
	j := g.end
	if g.groups < 2 && g.letters == 0 || g.digits < 5 || !p.free(j) || p.toks[j].gap != gapBracket && p.toks[j].gap != gapComma || p.referred(first) {
		return noLabel
	}
	if !p.toks[j].has(hospitalCue) || !sure(p.toks[j].hash) && !(p.free(j+1) && p.toks[j+1].has(numberWord)) {
		return noLabel
	}
	for k := j + 1; k < len(p.toks) && k < j+4 && p.toks[k].gap < gapStop; k++ {
		if p.toks[k].shape >= number {
			return noLabel
		}
	}
	return fileLabel
}

// cueBehind tells in one glance the numbers that may have their label behind them.
func (p *page) cueBehind(first int) bool {
	for j := first + 1; j < len(p.toks) && j < first+6 && p.toks[j].gap < gapStop; j++ {
		if p.toks[j].has(hospitalCue) {
			return true
		}
	}
	return false
}

// spacedLetters reports two or three capitals between a label and its digits, though elsewhere they be an abbreviation:
// hosp. NN 31-07-662, and not chart: BP 162/104.
func (p *page) spacedLetters(k int) bool {
	if !p.free(k) || !p.free(k+1) || k == 0 {
		return false
	}
	t, next := p.toks[k], p.toks[k+1]
	if t.shape != upper || t.end-t.start > 3 || next.gap != gapSpace || next.start != t.end+1 {
		return false
	}
	if t.has(referenceCue | extension | phoneCue | hospitalCue | nhsCue | numberWord | title | birthCue | month) {
		return false
	}
	return p.labelBefore(k) == fileLabel && !isMeasure(t.hash) && !isDocument(t.hash) && p.groupsFrom(k+1).digits >= 5
}

// isMeasure knows the abbreviations of what is measured, whose figures follow.
func isMeasure(h uint64) bool {
	for _, w := range [...]string{"bp", "hr", "fh", "fhr", "rr", "fm", "bmi", "wt", "ga", "hb", "wcc", "wbc", "plt", "crp", "ph", "be", "map", "sbp", "dbp",
		"ebl", "mbl", "sfh", "hc", "efw", "afi", "sbr", "alt", "ctg", "spo", "o2", "bm", "bms", "k", "na", "cm", "apgar", "news", "meows", "mews"} {
		if h == hashWord(w) {
			return true
		}
	}
	return false
}

// spelledMRN reports M.R.N. with its stops, of which token j is the N.
func (p *page) spelledMRN(j int) bool {
	return p.toks[j].shape == initial && p.toks[j].gap == gapDot && p.word(j) == "N" && j > 1 && p.word(j-1) == "R" && p.word(j-2) == "M"
}

// isBlood knows what units are given of: a unit of blood has a number too.
func isBlood(h uint64) bool {
	switch h {
	case hashWord("blood"), hashWord("red"), hashWord("cell"), hashWord("cells"), hashWord("platelet"), hashWord("donor"),
		hashWord("packed"), hashWord("plasma"), hashWord("transfusion"):
		return true
	}
	return false
}

// isDocument knows papers and jobs that have numbers of their own.
func isDocument(h uint64) bool {
	switch h {
	case hashWord("policy"), hashWord("guideline"), hashWord("sop"), hashWord("form"), hashWord("version"), hashWord("job"),
		hashWord("invoice"), hashWord("model"), hashWord("asset"), hashWord("protocol"), hashWord("page"), hashWord("risk"):
		return true
	}
	return false
}

// referred reports that the number at i is said to be another thing's: Datix, lot, bleep, ext.
func (p *page) referred(i int) bool {
	for j := i - 1; j >= 0 && i-j <= 3 && p.toks[j+1].gap < gapStop && !p.toks[j].taken; j-- {
		if p.toks[j].has(referenceCue|extension|phoneCue|report) || isDocument(p.toks[j].hash) {
			return true
		}
	}
	return false
}
