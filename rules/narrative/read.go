package narrative

import (
	"strings"

	"siequity/rules/narrative/lexicon"
	"siequity/rules/narrative/text"
)

// Read returns what the parts of one record show, read as one text in order.
// The time is linear in the length of the text; the memory does not grow with it.
func (lx *Lexicon) Read(parts []Part) Reading {
	r := &reader{lx: lx.terms}
	for i, p := range parts {
		if lx.Any(p.Text) {
			r.part(i, p)
		}
	}
	return r.tally.reading()
}

// A reader goes through a record's text and keeps what the next sentence needs.
type reader struct {
	lx      *lexicon.Lexicon
	tally   tally
	partAt  int
	size    int     // bytes of the part
	section string  // opened by the last heading
	inline  string  // opened by a label within the line, until the line ends
	version int     // how many version markers went before
	last    memory  // the sentence before
	topics  []found // what the heading above names, when it names nothing else
	under   int     // sentences read under it
	buf     buffers
}

// buffers are reused from sentence to sentence.
type buffers struct {
	tokens  []lexicon.Token
	matches []lexicon.Match
	clauses []int
}

func (r *reader) part(i int, p Part) {
	r.partAt, r.size, r.last, r.topics = i, len(p.Text), memory{}, nil
	r.section = r.sectionOf(p.Name)
	for at, line := range text.Lines(p.Text) {
		r.line(at, line)
	}
}

// line reads one line. A line in which the scanner finds nothing is looked at
// only if it may be a heading or the sentence before may need it.
func (r *reader) line(at int, line string) {
	r.inline = ""
	any := r.lx.Any(line)
	if !any && !r.last.open && len(r.topics) == 0 && !mayBeHeading(line) {
		r.last.lines++
		return
	}
	f := text.Fold(line)
	if r.heading(at, f, any) {
		return
	}
	for _, span := range text.Sentences(f) {
		if r.passes(f.Low[span.Start:span.End]) {
			r.last = memory{}
			continue
		}
		u := r.unit(at, f, span)
		r.sentence(&u)
	}
}

// passes reports cheaply that a sentence says nothing to the purpose: no cue, no
// label that opens a section, no version, and nothing before it to speak of.
func (r *reader) passes(low string) bool {
	if r.last.open || len(r.topics) > 0 || r.lx.Any(low) {
		return false
	}
	head := low[:min(len(low), 60)]
	return strings.IndexByte(head, ':') < 0 && !strings.Contains(head, "ersion") && !strings.Contains(head, "draft") &&
		!strings.Contains(head, "addendum") && !strings.Contains(head, "update")
}

// unit takes a sentence apart.
func (r *reader) unit(at int, f text.Folded, span text.Span) unit {
	b := &r.buf
	b.tokens = r.lx.Tokens(b.tokens[:0], f.Low, span.Start, span.End)
	b.matches = r.lx.Match(b.matches[:0], b.tokens)
	u := unit{lx: r.lx, size: r.size, at: at, fold: f, span: span, tokens: b.tokens, matches: lexicon.Uncovered(b.matches)}
	u.settleSurnames()
	u.settleModifiers()
	u.clauses = clauses(b.clauses[:0], u)
	b.clauses = u.clauses
	return u
}

// sentence judges a sentence and remembers it for the next.
func (r *reader) sentence(u *unit) {
	r.label(u)
	u.section = r.where()
	r.mark(u)
	cues := u.cues()
	if r.answer(u, cues) || r.underHeading(u, cues) {
		return
	}
	if len(cues) == 0 || u.leansBack(cues) {
		if r.carry(u, cues) && len(cues) == 0 {
			return
		}
	}
	if len(cues) == 0 {
		r.last = memory{open: r.last.heading && r.last.lines == 0, lines: r.last.lines + 1}
		return
	}
	now := memory{open: true, question: u.endsWith('?') && u.has(lexicon.Question), asked: u.asksReview(len(u.tokens))}
	for _, f := range r.judgeAll(u, cues) {
		r.tally.add(f)
		now.keep(f)
	}
	r.last = now
}

// where names the section that the sentence stands in.
func (r *reader) where() string {
	if r.inline != "" {
		return r.inline
	}
	return r.section
}

// mark counts version markers: what follows is a later word on the matter.
func (r *reader) mark(u *unit) {
	if u.has(lexicon.Version) {
		r.version++
	}
}
