package masking

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A mention is one place where a person is named.
type mention struct {
	start, end int
	parts      []part
	halves     []part // the words within hyphenated parts
}

// A part is one word of a name.
type part struct {
	hash    uint64
	initial byte // its first letter, lower case
	single  bool // an initial only
	weak    bool // also an English word
	caps    bool // written in capitals
}

// mention records tokens i to j-1 as the name of a person.
func (p *page) mention(i, j int) {
	m := mention{start: p.toks[i].start, end: p.toks[j-1].end}
	from := len(p.parts)
	for k := i; k < j; k++ {
		t := p.toks[k]
		if t.has(particle) && t.shape == lower {
			continue
		}
		p.parts = append(p.parts, part{t.hash, p.text[t.start] | 0x20, t.shape == initial, p.common(k), t.shape == upper})
		if t.hyphen {
			m.halves = append(m.halves, p.halves(t)...)
		}
	}
	m.parts = p.parts[from:len(p.parts):len(p.parts)]
	if p.toks[j-1].shape == initial && j < len(p.toks) && p.toks[j].gap >= gapDot && m.end < len(p.text) && p.text[m.end] == '.' {
		m.end++ // the stop of a closing initial
	}
	p.people = append(p.people, m)
	p.take(i, j)
}

// common reports whether token k is also a word of ordinary text.
func (p *page) common(k int) bool {
	t := p.toks[k]
	return t.has(english|kept|function|role|title|jobTitle) || p.lex.inflected(p.word(k))
}

// known returns the words of all names found.
func (p *page) known() map[uint64]part {
	known := map[uint64]part{}
	for _, m := range p.people {
		for _, w := range m.parts {
			if !w.single {
				known[w.hash] = w
			}
		}
	}
	for _, m := range p.people {
		for _, w := range m.halves {
			if _, ok := known[w.hash]; !ok {
				known[w.hash] = w
			}
		}
	}
	return known
}

// repeats finds in the present block names that stand alone after, or before, the place that introduces them.
func (p *page) repeats(known map[uint64]part) {
	for i := range p.toks {
		if t := &p.toks[i]; !t.taken && t.shape < number {
			if w, ok := known[t.hash]; ok && p.repeated(i, w) {
				if p.surnameInitial(i) && !w.weak {
					p.mention(i, i+2) // another of the name: Delahunty M
				} else {
					p.mention(i, i+1)
				}
			}
		}
	}
}

// rereadAll looks for repeats in a text that was too long to be kept.
func (p *page) rereadAll(known map[uint64]part, s *scanner) {
	taken := p.takenAll()
	for s.block() {
		p.toks = s.toks
		for i := range p.toks {
			t := &p.toks[i]
			for len(taken) > 0 && taken[0].End <= t.start {
				taken = taken[1:]
			}
			t.taken = len(taken) > 0 && taken[0].Start < t.end
		}
		p.repeats(known)
	}
}

// halves returns the words of a hyphenated name, so that Adeyemi-Clarke is known by either.
func (p *page) halves(t token) []part {
	var out []part
	word := p.text[t.start:t.end]
	for half := range strings.SplitSeq(word, "-") {
		if len(half) > 3 {
			h := hashWord(half)
			out = append(out, part{h, half[0] | 0x20, false, p.lex.of(h)&(english|kept) != 0, false})
		}
	}
	return out
}

// takenAll returns all that was found so far, in order.
func (p *page) takenAll() []Span {
	all := slices.Clone(p.spans)
	for _, m := range p.people {
		all = append(all, Span{Start: m.start, End: m.end})
	}
	slices.SortFunc(all, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// repeated reports whether token i, a word of a known name, is that name again.
func (p *page) repeated(i int, w part) bool {
	t := p.toks[i]
	n := t.end - t.start
	switch {
	case t.has(function|title|month) || n < 2 || p.sainted(i) || t.shape == lower && t.gap == gapDot:
		return false
	case !w.weak:
		return n > 2 || t.shape == titled || w.caps && t.shape == upper && t.class == 0
	case t.shape != titled || n < 3:
		return false
	case p.sentenceStart(i):
		return t.has(given) && (t.has(nameFirst) || p.lives(i) || p.lies(i)) || p.predicated(i) || p.free(i+1) && p.toks[i+1].gap == gapSpace && p.toks[i+1].shape == lower && p.does(i+1)
	}
	if t.has(kept) {
		return p.acts(i) || t.has(surname) && p.besideAct(i) || t.has(town) && t.gap == gapSpace && (p.toks[i-1].has(report) || i+1 < len(p.toks) && p.owned(i+1))
	}
	return !t.has(role|institution) && !(i+1 < len(p.toks) && p.toks[i+1].has(institution|eponymHead) && p.toks[i+1].gap == gapSpace && !p.owned(i+1))
}

// predicated reports that the surname at i, a word besides, opens a sentence and has before it what its bearer is to do or
// did: Castle to report weekly, Green did not ask. What is a colour or an ethnicity too is less easily a person.
func (p *page) predicated(i int) bool {
	t := p.toks[i]
	if t.has(institution) || !p.free(i+1) || p.toks[i+1].gap != gapSpace || p.toks[i+1].shape != lower {
		return false
	}
	if p.owned(i + 1) {
		return !t.has(kept)
	}
	switch p.toks[i+1].hash {
	case hashWord("to"), hashWord("will"), hashWord("did"), hashWord("should"), hashWord("must"), hashWord("would"), hashWord("could"), hashWord("had"):
		return true
	case hashWord("was"), hashWord("is"), hashWord("has"), hashWord("does"), hashWord("can"), hashWord("may"), hashWord("then"), hashWord("also"):
		return !t.has(kept)
	case hashWord("baby"), hashWord("twin"):
		return !t.has(kept) && p.free(i+2) && p.toks[i+2].gap == gapSpace && (p.toks[i+2].shape == initial || p.toks[i+2].shape == number) // Short baby A
	}
	return false
}

// besideAct reports that the surname at i, a colour or a people besides, does something or is told it: later White left,
// asked White about.
func (p *page) besideAct(i int) bool {
	if i == 0 || p.toks[i].gap != gapSpace || p.isArticle(i-1) || !p.nameEnds(i+1) {
		return false
	}
	return i+1 < len(p.toks) && p.toks[i+1].gap == gapSpace && p.toks[i+1].shape == lower && p.does(i+1) || p.toks[i-1].has(report) && p.toks[i-1].hash != hashWord("by")
}

// lies reports notes' short way of telling where somebody is: Joy in transitional care, Grace on CPAP.
func (p *page) lies(i int) bool {
	return i+1 < len(p.toks) && p.toks[i+1].gap == gapSpace && (p.toks[i+1].hash == hashWord("in") || p.toks[i+1].hash == hashWord("on"))
}

// number gives every mention its person's number, in the order of the text, and returns them as spans.
func (p *page) number() []Span {
	slices.SortStableFunc(p.people, func(a, b mention) int { return cmp.Compare(a.start, b.start) })
	c := cast{full: map[uint64]int{}, word: map[uint64]int{}}
	spans, labels := make([]Span, len(p.people)), []string(nil)
	for i, m := range p.people {
		who := c.who(m)
		if who == len(labels) {
			labels = append(labels, "[person "+strconv.Itoa(who+1)+"]")
		}
		spans[i] = Span{m.start, m.end, Person, labels[who]}
	}
	return spans
}

// A cast is the people of one text. A name word points to the person who bore it last, so that each mention costs
// no more in a long text than in a short one.
type cast struct {
	people []bearer
	full   map[uint64]int // by all the words of the name
	word   map[uint64]int // by one word
}

// A bearer is what is known of one person's name.
type bearer struct {
	first   byte   // the letter of the forename, 0 while only the surname is known
	forname uint64 // its hash, 0 while not known
}

// who returns the index of the person m names: the same full name, or a part of it that contradicts nothing.
func (c *cast) who(m mention) int {
	full := uint64(hashStart)
	for _, w := range m.parts {
		full = (full ^ w.hash) * hashPrime
	}
	who, ok := c.full[full]
	if !ok {
		who = c.match(m)
	}
	c.full[full] = who
	for _, w := range m.parts {
		if !w.single || len(m.parts) == 1 {
			c.word[w.hash] = who
		}
	}
	for _, w := range m.halves {
		c.word[w.hash] = who
	}
	return who
}

func (c *cast) match(m mention) int {
	if len(m.parts) == 0 {
		return c.join(bearer{})
	}
	last, first := m.parts[len(m.parts)-1], m.parts[0]
	who, ok := c.word[last.hash]
	if len(m.parts) == 1 {
		if ok {
			return who
		}
		return c.join(bearer{})
	}
	b := bearer{first: first.initial, forname: first.hash}
	if first.single {
		b.forname = 0
	}
	if ok && c.people[who].agrees(b) {
		c.people[who] = b
		return who
	}
	if who, ok := c.word[first.hash]; ok && !first.single && c.people[who].first == 0 {
		c.people[who] = b
		return who
	}
	return c.join(b)
}

func (b bearer) agrees(o bearer) bool {
	return b.first == 0 || b.first == o.first && (b.forname == 0 || o.forname == 0 || b.forname == o.forname)
}

func (c *cast) join(b bearer) int {
	c.people = append(c.people, b)
	return len(c.people) - 1
}

// sentenceStart reports that token i opens a sentence, where its capital says nothing.
func (p *page) sentenceStart(i int) bool { return p.toks[i].gap >= gapColon && p.toks[i].gap != gapDot }
