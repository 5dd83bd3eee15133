package masking

import (
	"slices"
	"strings"
	"sync"
)

// A Kind says what a span identifies.
type Kind string

// The kinds of identifier.
const (
	Person         Kind = "person"
	NHSNumber      Kind = "nhs_number"
	HospitalNumber Kind = "hospital_number"
	StaffNumber    Kind = "staff_number" // an NMC or GMC registration
	BirthDate      Kind = "dob"
	Phone          Kind = "phone"
	Email          Kind = "email"
	Postcode       Kind = "postcode"
	Address        Kind = "address"
)

// label is what stands in the text in place of an identifier; a person's label has a number as well.
func (k Kind) label() string {
	switch k {
	case BirthDate:
		return "[date of birth]"
	case NHSNumber:
		return "[nhs number]"
	case HospitalNumber:
		return "[hospital number]"
	case StaffNumber:
		return "[staff number]"
	}
	return "[" + string(k) + "]"
}

// A Span is one identifier in a text.
type Span struct {
	Start, End int // bytes; always on the edges of characters
	Kind       Kind
	Label      string // what is written in its place: "[person 1]"
}

// Options adjust a Masker to a place.
type Options struct {
	Keep  []string // single words that are never masked by themselves, such as the names of local wards
	Names []string // further forenames and surnames, such as those of the staff
}

// A Masker finds and masks what identifies a person. It holds word lists only: one serves any number of goroutines.
type Masker struct {
	lex   *lexicon
	kinds [256]byteKind
	pages sync.Pool // of *page: their buffers, not their findings
}

// New returns a Masker. It reads the embedded lists, which takes a few milliseconds: make one and share it.
func New(opts Options) *Masker {
	return &Masker{lex: newLexicon(opts), kinds: byteKinds()}
}

// Mask returns text with every identifier replaced by its label.
func (m *Masker) Mask(text string) string {
	return Cut(text, m.Spans(text), 0, len(text))
}

// Quote returns text[start:end] masked with knowledge of the whole text, so that a name alone is known from where it was
// introduced and a person has the number that Mask gives. An identifier across an edge is masked whole.
// For several quotes from one text call Spans once and Cut for each.
func (m *Masker) Quote(text string, start, end int) string {
	return Cut(text, m.Spans(text), start, end)
}

// Cut returns text[start:end] with the spans replaced. spans are those that Spans gave for text.
// Offsets outside the text mean its ends.
func Cut(text string, spans []Span, start, end int) string {
	start, end = max(start, 0), min(end, len(text))
	if start >= end {
		return ""
	}
	first, _ := slices.BinarySearchFunc(spans, start, func(s Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	var b strings.Builder
	for _, s := range spans[first:] {
		if s.Start >= end {
			break
		}
		if s.Start > start {
			b.WriteString(text[start:s.Start])
		}
		b.WriteString(s.Label)
		start = s.End
	}
	if start < end {
		b.WriteString(text[start:end])
	}
	return b.String()
}

// Spans returns the identifiers of text in order, none overlapping another.
func (m *Masker) Spans(text string) []Span {
	p, ok := m.pages.Get().(*page)
	if !ok {
		p = &page{}
	}
	defer func() { // nothing of the text stays behind
		*p = page{toks: p.toks[:0], numeric: p.numeric[:0], homes: p.homes[:0]}
		m.pages.Put(p)
	}()
	p.text, p.lex = text, m.lex
	p.emails()
	s := scanner{lex: m.lex, kinds: &m.kinds, text: text, toks: p.toks}
	blocks := 0
	for s.block() {
		p.toks = s.toks
		p.readBlock()
		blocks++
	}
	if len(p.people) > 0 {
		known := p.known()
		if blocks > 1 {
			p.rereadAll(known, &scanner{lex: m.lex, kinds: &m.kinds, text: text, toks: s.toks})
		} else {
			p.repeats(known)
		}
	}
	return p.finish()
}

// A page is a text being read: the tokens of the present block and what was found so far.
type page struct {
	text    string
	lex     *lexicon
	toks    []token
	numeric []int     // the tokens of the block with digits, and the names of months
	homes   []int     // those that may begin or announce an address
	spans   []Span    // all but persons
	people  []mention // persons, in the order found
	parts   []part    // the words of their names

	digits  [20]byte // buffers of digitRun and run
	ends    [20]int
	quality [8]quality
	email   int // the first of spans that may lie in the present block
}

// readBlock runs the finders over one block, the surest first: a token that one has taken is closed to the next.
func (p *page) readBlock() {
	p.closeEmails()
	p.sort()
	p.postcodes()
	p.addresses()
	p.birthDates()
	p.numbers()
	p.names()
	p.besideNames()
	p.headerNumbers()
	p.companions()
}

// sort lists the few tokens that the finders of numbers and places start from, so that each does not read the whole block.
func (p *page) sort() {
	p.numeric, p.homes = p.numeric[:0], p.homes[:0]
	the := hashWord("the")
	for i := range p.toks {
		t := &p.toks[i]
		if t.shape >= number || t.has(month) {
			p.numeric = append(p.numeric, i)
		}
		if t.shape >= number || t.has(dwelling|addressCue) || t.shape != lower && t.has(homely|street) || t.shape == titled && (t.hash == the || p.afterHomeCue(i)) {
			p.homes = append(p.homes, i)
		}
	}
}

// add records tokens i to j-1 as one identifier.
func (p *page) add(i, j int, k Kind) {
	p.addBytes(p.toks[i].start, p.toks[j-1].end, k)
	p.take(i, j)
}

func (p *page) addBytes(start, end int, k Kind) {
	p.spans = append(p.spans, Span{Start: start, End: end, Kind: k, Label: k.label()})
}

func (p *page) take(i, j int) {
	for ; i < j; i++ {
		p.toks[i].taken = true
	}
}

func (p *page) word(i int) string { return p.text[p.toks[i].start:p.toks[i].end] }

// mark returns the byte after token i, 0 at the end of the text.
func (p *page) mark(i int) byte {
	if end := p.toks[i].end; end < len(p.text) {
		return p.text[end]
	}
	return 0
}

// free reports whether token i exists and is in no identifier yet.
func (p *page) free(i int) bool { return i >= 0 && i < len(p.toks) && !p.toks[i].taken }

// finish numbers the people and puts all spans in order. Where two overlap, the one that begins first stays, then the longer.
func (p *page) finish() []Span {
	if len(p.spans) == 0 && len(p.people) == 0 {
		return nil
	}
	all := append(p.spans, p.number()...)
	slices.SortFunc(all, func(a, b Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out := all[:0]
	for _, s := range all {
		if n := len(out); n == 0 || s.Start >= out[n-1].End {
			out = append(out, s)
		} else if s.End > out[n-1].End {
			out[n-1].End = s.End
		}
	}
	return out
}
