package narrative

import (
	"strings"

	"siequity/rules/narrative/lexicon"
	"siequity/rules/narrative/text"
)

// Read returns what the parts of one record show, read as one text in order.
// The time is linear in the length of the text; the memory does not grow with it.
func (lx *Lexicon) Read(parts []Part) Reading {
	r, reused := lx.readers.Get().(*reader)
	if !reused {
		r = lx.reader()
	}
	defer lx.readers.Put(r)
	return r.read(parts)
}

func (lx *Lexicon) reader() *reader {
	return &reader{lx: lx.terms, words: lx.terms.Scanner(), spare: lx.spare}
}

// read reads one record and forgets it.
func (r *reader) read(parts []Part) Reading {
	any := false
	defer func() {
		r.words.Forget()
		if any {
			r.forget()
		}
	}()
	for i, p := range parts {
		start, end, ok := r.words.Next(p.Text, 0)
		if !ok {
			continue
		}
		any = true
		r.ahead = text.Span{Start: start, End: end}
		r.part(i, p)
	}
	if !any {
		return nothing
	}
	return r.tally.reading()
}

// nothing is the reading of a text that holds no cue.
var nothing = (&tally{}).reading()

// forget leaves the reader without a memory of the record, so that no text lives on
// with a reader that waits for the next: what stays is single words of texts with
// their lists, the names of parts, and empty buffers.
func (r *reader) forget() {
	r.tally.clear()
	r.buf.forget()
	*r = reader{lx: r.lx, words: r.words, spare: r.spare, names: r.names, buf: r.buf, tally: r.tally}
}

// A reader goes through a record's text and keeps what the next sentence needs.
type reader struct {
	lx      *lexicon.Lexicon
	words   *lexicon.Scanner
	spare   *spare
	tally   tally
	partAt  int
	source  string    // the part's text
	ahead   text.Span // the stretch of it that may hold a term, at or after where the reading is
	section string    // opened by the last heading
	inline  string    // opened by a label within the line, until the line ends
	version int       // how many version markers went before
	last    memory    // the sentence before
	topics  []found   // what the heading above names, when it names nothing else
	under   int       // sentences read under it
	points  []point   // numbered questions put before
	list    list      // where in a list of them the reading is
	item    int       // the number of the item that the sentence is, if it stands in the one before
	column  column    // of the table that the reading is in
	listing listing   // the question that fields answer
	box     box       // the first of the line
	cell    bool      // the sentence is a cell whose answer is the next
	names   []named   // the sections of parts by name, as worked out before
	buf     buffers
}

// buffers are reused from sentence to sentence.
type buffers struct {
	folder  text.Folder
	spans   []text.Span
	tokens  []lexicon.Token
	all     []lexicon.Match
	matches []lexicon.Match
	clauses []int
	unit    unit
	found   []found // of the sentence
	kept    []found // of those what the next may speak of
}

// forget empties the buffers; where they hold but places in a text, their room stays
// as it is.
func (b *buffers) forget() {
	b.folder.Forget()
	clear(b.found[:cap(b.found)])
	clear(b.kept[:cap(b.kept)])
	b.spans, b.found, b.kept = b.spans[:0], b.found[:0], b.kept[:0]
	b.unit = unit{room: b.unit.room[:0]}
}

func (r *reader) part(i int, p Part) {
	r.partAt, r.source, r.last, r.topics, r.list, r.column, r.listing = i, p.Text, memory{}, nil, list{}, column{}, listing{}
	r.section = r.sectionOf(p.Name)
	for at, line := range text.Lines(p.Text) {
		r.line(at, line)
	}
}

// line reads one line. A line in which the scanner finds nothing is looked at
// only if it may be a heading or the sentence before may need it.
func (r *reader) line(at int, line string) {
	r.inline = ""
	r.count(line)
	r.headColumn(line)
	any := r.mayHold(at, at+len(line))
	if !any && !r.last.open && len(r.topics) == 0 && len(r.points) == 0 && !mayBeHeading(line) {
		r.last.lines++
		return
	}
	f := r.buf.folder.Fold(line)
	r.box, _ = nextBox(f.Low, 0, len(f.Low))
	r.buf.spans = text.AppendSentences(r.buf.spans[:0], f)
	u, ok := r.heading(at, f, any)
	if ok {
		return
	}
	for i, span := range r.buf.spans {
		r.settleListing(f.Low, i)
		r.settleInline(f.Low, i)
		r.settleCell(f.Low, i)
		if r.passes(at, f, span) {
			r.last = memory{}
			continue
		}
		if u == nil {
			if r.tokens(f, span); r.spared() {
				continue
			}
			u = r.unit(at, f, span)
		}
		r.sentence(u)
		u = nil
	}
}

// mayHold reports whether the bytes from start to end of the part may hold a term.
// It must be asked in the order of the text.
func (r *reader) mayHold(start, end int) bool {
	for r.ahead.End <= start && r.ahead.Start < len(r.source) {
		r.ahead.Start, r.ahead.End, _ = r.words.Next(r.source, r.ahead.End)
	}
	return r.ahead.Start < end && start < r.ahead.End
}

// passes reports cheaply that a sentence says nothing to the purpose: no cue, no
// label that opens a section, no version, and nothing before it to speak of.
func (r *reader) passes(at int, f text.Folded, span text.Span) bool {
	if r.last.open || len(r.topics) > 0 || len(r.points) > 0 || r.mayHold(at+f.Origin(span.Start), at+f.Origin(span.End)) {
		return false
	}
	head := f.Low[span.Start:min(span.End, span.Start+60)]
	return !versionHead(head) && strings.IndexByte(head, ':') < 0 && !strings.Contains(head, "ersion") && !strings.Contains(head, "draft") &&
		!strings.Contains(head, "addendum") && !strings.Contains(head, "update")
}

// versionHead reports whether a sentence begins with "v2".
func versionHead(low string) bool {
	low = strings.TrimLeft(low, "([")
	return len(low) > 1 && low[0] == 'v' && '0' <= low[1] && low[1] <= '9'
}

// tokens cuts a sentence into words and signs.
func (r *reader) tokens(f text.Folded, span text.Span) {
	r.buf.tokens = r.words.Tokens(r.buf.tokens[:0], f.Low, span.Start, span.End)
}

// unit takes a sentence apart whose tokens are at hand.
func (r *reader) unit(at int, f text.Folded, span text.Span) *unit {
	b := &r.buf
	b.all = r.lx.Match(b.all[:0], b.tokens)
	b.matches = lexicon.AppendUncovered(b.matches[:0], b.all)
	b.unit = unit{lx: r.lx, room: b.unit.room[:0], size: len(r.source), at: at, fold: f, span: span, tokens: b.tokens, matches: b.matches, listing: r.listing, first: r.box}
	u := &b.unit
	u.settleSurnames()
	u.settleVersions()
	r.settleIt(u)
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
	if len(cues) == 0 && r.answerByNumber(u) {
		return
	}
	if r.answer(u, cues) || r.putTo(u, cues) || r.underHeading(u, cues) {
		return
	}
	if len(cues) == 0 || u.leansBack(cues) {
		if r.carry(u, cues) && len(cues) == 0 {
			return
		}
	}
	if len(cues) == 0 && u.has(lexicon.Version) && len(u.tokens) <= headingWords {
		return // "v1.3 (final)." stands between what it corrects and the correction
	}
	if len(cues) == 0 {
		r.pass()
		return
	}
	bare := u.bareQuestion()
	now := memory{open: true, question: bare || u.asks(), asked: bare || u.asksReview(len(u.tokens)), found: r.buf.kept[:0]}
	r.buf.found = r.judgeAll(r.buf.found[:0], u, cues)
	r.note(u, cues, r.buf.found)
	for _, f := range r.buf.found {
		r.tally.add(f)
		now.keep(f)
	}
	r.last, r.buf.kept = now, now.found
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
	if u.has(lexicon.Version) || u.has(lexicon.Withdrawn) && u.has(lexicon.Anaphor) && len(u.cues()) > 0 {
		r.version++
	}
}
