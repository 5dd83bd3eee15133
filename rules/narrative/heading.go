package narrative

import (
	"strings"

	"siequity/rules/narrative/lexicon"
	"siequity/rules/narrative/text"
)

// headingWords is the greatest number of words of a heading.
const headingWords = 9

// mayBeHeading reports cheaply whether a line is worth a look as a heading.
func mayBeHeading(line string) bool {
	return len(line) > 2 && len(line) < 90 && line[len(line)-1] != '.'
}

// sectionOf returns the section that a heading opens, or "".
func (r *reader) sectionOf(heading string) string {
	for _, n := range r.names {
		if n.name == heading {
			return n.section
		}
	}
	f := text.Fold(heading)
	tokens := r.lx.Tokens(nil, f.Low, 0, len(f.Low))
	section := sectionIn(r.lx.Match(nil, tokens), 0)
	if len(r.names) < maxNames {
		r.names = append(r.names, named{strings.Clone(heading), section}) // it may be a piece of a whole file
	}
	return section
}

// A named is a part's name with the section it opens.
type named struct{ name, section string }

// maxNames is how many names of parts a reader keeps; a table has few columns.
const maxNames = 32

// sectionIn returns the section that matches from token first on name: the one
// that covers most words, then the last.
func sectionIn(ms []lexicon.Match, first int) string {
	name, width := "", 0
	for _, m := range ms {
		if m.Entry.Kind == lexicon.Section && m.First >= first && m.Last-m.First >= width {
			name, width = m.Entry.Dimension, m.Last-m.First
		}
	}
	return name
}

// heading reads a line as a heading if it looks like one, and reports whether it
// was. If it was not, u is the line taken apart when it came to that, else nil.
func (r *reader) heading(at int, f text.Folded, any bool) (u *unit, ok bool) {
	if len(r.buf.spans) != 1 || len(f.Low) > 90 || proseShape(f.Low, r.buf.spans[0]) {
		return nil, false
	}
	r.tokens(f, r.buf.spans[0])
	if !any && !r.titleShape(f) {
		return nil, false
	}
	u = r.unit(at, f, r.buf.spans[0])
	name := sectionIn(u.matches, 0)
	if !u.headingShape(name != "", name == "out-of-scope") || name == "out-of-scope" && r.answersPoint(u) {
		return u, false
	}
	r.opens(u, name, any)
	return u, true
}

// opens lets a heading open its section, and remembers what it names. An item in a
// list of questions opens none.
func (r *reader) opens(u *unit, name string, any bool) {
	number := u.itemBefore(min(headTokens, len(u.tokens)))
	if name != "" || !r.listed(u) {
		r.section, r.list = name, list{opener: number}
	}
	r.mark(u)
	r.topics, r.under, r.list.topic = nil, 0, number
	cues := u.cues()
	if len(cues) == 0 && u.has(lexicon.Version) {
		return // "Version 2" stands between what it corrects and the correction
	}
	r.last = memory{}
	if !any || len(cues) == 0 || u.has(lexicon.Version) {
		return
	}
	u.section = r.section
	r.entitle(u, cues)
}

// entitle remembers what a heading names.
func (r *reader) entitle(u *unit, cues []lexicon.Match) {
	r.last = memory{open: true, heading: true}
	fs := r.buf.found[:0]
	for _, m := range cues {
		f := found{dim: dimensionOf(m.Entry), label: Mentioned, kind: m.Entry.Kind, reason: "a heading", version: r.version,
			evidence: []Evidence{r.quote(u, m, "a heading")}}
		r.tally.add(f)
		r.last.keep(f)
		fs = append(fs, f)
		if m.Entry.Kind == lexicon.Topic && u.onlyCues() {
			r.topics = append(r.topics, f)
		}
	}
	r.note(u, cues, fs)
	r.buf.found = fs
}

// proseShape reports cheaply that a line has a full stop or too many words to be a
// heading, as headingShape would find of its tokens.
func proseShape(low string, s text.Span) bool {
	if c := low[s.End-1]; c == '.' || c == '?' {
		return true
	}
	words := 0
	for i := s.Start; i < s.End; i++ {
		if c := low[i]; 'a' <= c && c <= 'z' && (i == s.Start || low[i-1] == ' ') {
			words++
		}
	}
	return words > headingWords+2
}

// headingShape reports whether a line looks like a heading: few words, no full
// stop, no value after a colon, and a known name, capitals throughout or a
// colon at the end. A line that speaks is none.
func (u *unit) headingShape(known, outside bool) bool {
	n := len(u.tokens)
	if n == 0 || n > headingWords+2 || u.endsWith('.') || u.endsWith('?') || u.boxed() || u.answerKind(0) != "" {
		return false
	}
	last := u.tokens[n-1].Sign == ':'
	if k := u.labelEnd(1); k >= 0 && !(last && k == n-1) {
		return false
	}
	if u.speaks() && !outside {
		return false
	}
	return last || u.capitals() || known && n <= titleWords || u.onlyCues()
}

// titleWords is the greatest number of tokens of a heading that is known by its
// words alone.
const titleWords = 6

// titleShape reports cheaply whether a line without a cue may have the shape of a
// heading, whatever its words mean.
func (r *reader) titleShape(f text.Folded) bool {
	u := unit{fold: f, tokens: r.buf.tokens}
	n := len(u.tokens)
	return n <= titleWords || n <= headingWords+2 && (u.tokens[n-1].Sign == ':' || u.capitals())
}

// speaks reports whether the words hold a finding rather than a title.
func (u *unit) speaks() bool {
	for _, m := range u.matches {
		if strength(m.Entry.Kind) > 2 || m.Entry.Kind == lexicon.Fact && m.Last-m.First > 2 {
			return true
		}
	}
	return false
}

// onlyCues reports whether the line is nothing but cues and joining words:
// "Culture and ethnicity".
func (u *unit) onlyCues() bool {
	words := 0
	for _, m := range u.matches {
		if m.Entry.Kind == lexicon.Topic {
			words += m.Last - m.First
		}
	}
	return words > 0 && words*2+1 >= len(u.tokens)
}

// capitals reports whether every word is in capitals.
func (u *unit) capitals() bool {
	for _, t := range u.tokens {
		c := u.fold.Low[t.Start]
		if t.Sign == 0 && (c < '0' || c > '9') && (!u.fold.Upper(t.Start) || !u.fold.Upper(t.End-1)) {
			return false
		}
	}
	return true
}

// labelWords is within how many tokens of a sentence a label ends.
const labelWords = 9

// label notes a label at the head of the sentence, such as "Action:", that says
// where its words belong.
func (r *reader) label(u *unit) {
	for i := 0; i < len(u.tokens) && i < labelWords; i++ {
		if u.tokens[i].Sign != ':' {
			continue
		}
		name := ""
		for _, m := range u.matches {
			if m.Entry.Kind == lexicon.Section && m.First < i {
				name = m.Entry.Dimension
			}
		}
		r.inline = name
		return
	}
}
