package masking

import "strings"

// emails finds every address of the form local@domain.tld. It looks from each @ outwards, so a text without one costs a
// single scan.
func (p *page) emails() {
	from := 0
	for at := 0; ; at++ {
		k := strings.IndexByte(p.text[at:], '@')
		if k < 0 {
			return
		}
		at += k
		start, end := at, at+1
		for start > from && emailByte(p.text[start-1]) {
			start--
		}
		for end < len(p.text) && emailByte(p.text[end]) {
			end++
		}
		for end > at+1 && !alnumByte(p.text[end-1]) {
			end--
		}
		if start == at || !strings.Contains(p.text[at+1:end], ".") {
			continue
		}
		p.addBytes(start, end, Email)
		from, at = end, end-1
	}
}

func alnumByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

func emailByte(c byte) bool { return alnumByte(c) || strings.IndexByte("._%+-'", c) >= 0 }

// closeEmails marks the tokens of the present block that lie within an address.
func (p *page) closeEmails() {
	for i := range p.toks {
		for p.email < len(p.spans) && p.spans[p.email].Kind == Email && p.spans[p.email].End <= p.toks[i].start {
			p.email++
		}
		if p.email >= len(p.spans) || p.spans[p.email].Kind != Email {
			return
		}
		if p.spans[p.email].Start < p.toks[i].end {
			p.toks[i].taken = true
		}
	}
}
