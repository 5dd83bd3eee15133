package masking

import "strings"

// postcodes masks United Kingdom postcodes, of existing areas or not: an area that is not known today may be tomorrow,
// and a wrongly typed postcode still tells where somebody lives.
func (p *page) postcodes() {
	for _, i := range p.numeric {
		t := p.toks[i]
		if t.taken || t.shape != alnum || t.end-t.start > 8 {
			continue
		}
		w := p.word(i)
		switch {
		case len(w) >= 5 && outward(w[:len(w)-3]) && inward(w[len(w)-3:]) && (plainCase(w) || p.afterStreet(i)):
			p.add(i, i+1, Postcode)
		case p.free(i+1) && outward(w) && inward(p.word(i+1)) && p.toks[i+1].gap == gapSpace && p.postcodeCase(i):
			p.add(i, i+2, Postcode)
		case p.free(i+1) && outward(w) && plainCase(w) && len(w) > 2 && w[1] > '9' && p.toks[i+1].gap == gapSpace && looseInward(p.word(i+1)):
			p.add(i, i+2, Postcode)
		case outward(w) && i > 0 && t.gap <= gapColon && p.toks[i-1].hash == hashWord("postcode"):
			p.add(i, i+1, Postcode)
		default:
			p.loosePostcode(i)
		}
	}
}

// plainCase reports capitals only, the one way to tell WB24FQ from a chance of letters.
func plainCase(w string) bool { return w == strings.ToUpper(w) }

// postcodeCase refuses day 5 1st and g2 1hr: in lower case the area must have two letters, and the second half may be
// no ordinal or amount.
func (p *page) postcodeCase(i int) bool {
	out, in := p.word(i), p.word(i+1)
	tail := strings.ToLower(in[1:])
	ordinal := tail == "st" || tail == "nd" || tail == "rd" || tail == "th" || tail == "hr" || tail == "wk" || tail == "yr"
	single := out[1] >= '0' && out[1] <= '9'
	if plainCase(out) && plainCase(in) {
		return !(single && ordinal) || p.afterStreet(i)
	}
	return p.afterStreet(i) || !ordinal && !single
}

func (p *page) afterStreet(i int) bool {
	for j := i - 1; j >= 0 && i-j <= 4; j-- {
		if p.toks[j+1].gap >= gapStop {
			return false
		}
		if p.toks[j].has(street|addressCue) || p.toks[j].hash == hashWord("postcode") || p.toks[j].hash == hashWord("pc") {
			return true
		}
	}
	return false
}

// outward reads A9, A99, A9A, AA9, AA99 and AA9A.
func outward(w string) bool {
	switch pattern(w) {
	case "A9", "A99", "A9A", "AA9", "AA99", "AA9A":
		return true
	}
	return false
}

// inward reads 9AA; the letters C, I, K, M, O and V are not used there.
func inward(w string) bool {
	return len(w) == 3 && pattern(w) == "9AA" && !strings.ContainsAny(w[1:], "CIKMOVcikmov")
}

// looseInward reads 9AA with any letters: people mistype and invent.
func looseInward(w string) bool {
	if len(w) != 3 || pattern(w) != "9AA" || !plainCase(w) {
		return false
	}
	switch w[1:] {
	case "CM", "MM", "ML", "MG", "KG", "MC", "MU", "IV", "IM", "PM":
		return false
	}
	return true
}

// loosePostcode takes a postcode that is oddly parted or has O for 0 where a street or its label stands before:
// ZZ 5 6TH, ZZ56 TH, zz5-6th, ZZ5 OTH.
func (p *page) loosePostcode(i int) {
	for first := max(0, i-3); first <= i; first++ {
		if end := p.pieces(first); end > i && !p.toks[first].has(function) && p.afterStreet(first) {
			p.add(first, end, Postcode)
			return
		}
	}
}

// pieces returns the token after the postcode written in up to four pieces from token i on, or i.
func (p *page) pieces(i int) int {
	w := ""
	for j := i; j < i+4 && p.free(j); j++ {
		if g := p.toks[j].gap; j > i && g != gapSpace && g != gapDash && g != gapDot {
			return i
		}
		if w += p.word(j); len(w) > 7 {
			return i
		}
		if n := len(w) - 3; n >= 2 && outward(w[:n]) && inward(zeroed(w[n:])) {
			return j + 1
		}
	}
	return i
}

// zeroed reads the letter O at the place of a digit as 0.
func zeroed(w string) string {
	if w[0]|0x20 == 'o' {
		return "0" + w[1:]
	}
	return w
}
