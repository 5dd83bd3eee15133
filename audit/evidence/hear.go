package evidence

import (
	"strings"

	"siequity/audit/record"
	"siequity/incidents"
	"siequity/rules/masking"
	"siequity/rules/narrative"
)

// Ear listens to the free text of records as it streams past: it keeps three
// labels for each and, if wanted, the quotes that show them, masked at once.
// Each worker writes to its own shelf, so no lock is needed.
type Ear struct {
	lexicon *narrative.Lexicon
	masker  *masking.Masker
	keep    bool
	shelves [][]record.Evidence
}

// NewEar makes an ear for so many workers, [MostWorkers] at most. keep keeps the quotes
// too.
func NewEar(lx *narrative.Lexicon, keep bool, workers int) *Ear {
	e := &Ear{lexicon: lx, keep: keep, shelves: make([][]record.Evidence, workers)}
	if keep {
		e.masker = masking.New(masking.Options{})
	}
	return e
}

// What was heard, packed: two bits of label, one of doubt and one of another sense for
// each dimension, and where the evidence lies: its shelf, which is a worker's, and its place there.
const (
	heardText  = 1 << 63
	checkShift = 6
	senseShift = 9
	shelfShift = 12
	shelfBits  = 16
	indexShift = shelfShift + shelfBits
	indexMask  = 1<<32 - 1
)

// MostWorkers is how many workers an ear can tell apart.
const MostWorkers = 1 << shelfBits

// Hear reads the free text of one row.
func (e *Ear) Hear(worker int, parts []incidents.Part) incidents.Heard {
	var texts [16]narrative.Part
	read := texts[:0]
	for _, p := range parts {
		read = append(read, narrative.Part{Name: p.Name, Text: p.Text})
	}
	return e.keepReading(worker, read, e.lexicon.Read(read))
}

// otherSense is the reason of a reading that found a word of the dimension, and not the
// thing: blood cultures, a safety culture.
const otherSense = "the word is used in another sense"

// viewOf gives what a text shows of one dimension.
func viewOf(f narrative.Finding) record.View {
	v := record.View{Label: record.Label(f.Label), Check: f.Check}
	if f.Label != narrative.Absent {
		v.Basis = record.ByText
	}
	if f.Label == narrative.Mentioned && f.Reason == otherSense {
		v.Mention = record.InOtherSense
	}
	return v
}

func (e *Ear) keepReading(worker int, parts []narrative.Part, reading narrative.Reading) incidents.Heard {
	var views [record.DimensionCount]record.View
	found := false
	for d, f := range reading {
		views[d] = viewOf(f)
		found = found || f.Label != narrative.Absent
	}
	heard := uint64(pack(views))
	if found && e.keep {
		e.shelves[worker] = append(e.shelves[worker], e.quote(parts, reading))
		heard |= uint64(worker)<<shelfShift | uint64(len(e.shelves[worker]))<<indexShift
	}
	return incidents.Heard(heard)
}

// quote copies the evidence out of the text, masked with knowledge of the whole.
func (e *Ear) quote(parts []narrative.Part, found narrative.Reading) record.Evidence {
	var ev record.Evidence
	spans := make([][]masking.Span, len(parts))
	for d, f := range found {
		ev.Reasons[d] = f.Reason
		for _, x := range f.Evidence {
			text := parts[x.Part].Text
			if spans[x.Part] == nil {
				spans[x.Part] = e.masker.Spans(text)
			}
			ev.Quotes[d] = append(ev.Quotes[d], record.Quote{Text: strings.Clone(masking.Cut(text, spans[x.Part], x.Start, x.End)),
				Cue: x.Cue, Reason: x.Reason, Part: parts[x.Part].Name})
		}
	}
	return ev
}

// stronger reports a view that says more than another: a greater label, or a word of
// the thing itself beside one in another sense.
func stronger(a, b record.View) bool {
	return a.Label > b.Label || a.Label == b.Label && a.Mention < b.Mention
}

// Join combines what was heard in two rows of one record: the greater label of
// each dimension, with its evidence. Rows that repeat the same narrative, as
// person rows do, change nothing.
func (e *Ear) Join(a, b incidents.Heard) incidents.Heard {
	if a == 0 || a == b {
		return b
	}
	if b == 0 {
		return a
	}
	x, y := Unpack(a), Unpack(b)
	ev := e.evidenceOf(a)
	changed := false
	other := e.evidenceOf(b)
	for d := range x {
		if stronger(y[d], x[d]) {
			x[d] = y[d]
			ev.Quotes[d], ev.Reasons[d] = other.Quotes[d], other.Reasons[d]
			changed = true
		}
	}
	if !changed {
		return a
	}
	return e.repack(x, ev)
}

func (e *Ear) repack(views [record.DimensionCount]record.View, ev record.Evidence) incidents.Heard {
	heard := uint64(pack(views))
	if e.keep {
		e.shelves[0] = append(e.shelves[0], ev)
		heard |= uint64(len(e.shelves[0])) << indexShift
	}
	return incidents.Heard(heard)
}

// Unpack gives the labels that were heard, with the text as their basis.
func Unpack(h incidents.Heard) [record.DimensionCount]record.View {
	var out [record.DimensionCount]record.View
	for d := range out {
		out[d].Label = record.Label(h >> (2 * d) & 3)
		out[d].Check = h>>(checkShift+d)&1 == 1
		out[d].Mention = record.Mention(h >> (senseShift + d) & 1)
		if out[d].Label != record.Absent {
			out[d].Basis = record.ByText
		}
	}
	return out
}

func (e *Ear) evidenceOf(h incidents.Heard) record.Evidence {
	index := int(uint64(h) >> indexShift & indexMask)
	if index == 0 {
		return record.Evidence{}
	}
	return e.shelves[uint64(h)>>shelfShift&(MostWorkers-1)][index-1]
}

// A Store finds the quotes of a record again.
type Store struct {
	ear    *Ear
	report map[*record.Record]record.Evidence // of a whole report or a proforma, where one was read
}

// New makes the store of what an ear hears.
func New(e *Ear) Store {
	return Store{ear: e, report: map[*record.Record]record.Evidence{}}
}

// StopReading drops the lexicon when all is read, as memory is short.
func (e Store) StopReading() { e.ear.lexicon = nil }

// Of gives the masked quotes of a record.
func (e Store) Of(r *record.Record) record.Evidence {
	if ev, ok := e.report[r]; ok {
		return ev
	}
	return e.ear.evidenceOf(r.Heard)
}
