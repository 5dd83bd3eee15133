package count

import (
	"siequity/audit/cases"
	"siequity/audit/fieldbook"
	"siequity/audit/record"
	"siequity/rules"
)

// An eventShare is a measure that counts cases: who sat on the panel of an event and
// with whom its learning was shared is one thing, however many systems tell of it.
type eventShare struct {
	measure int
	said    []rules.Outcome // by each record of the case at hand
}

// perCase lists the measures that count cases.
func (e *evaluator) perCase() (asked []eventShare) {
	for i := range e.set.Measures {
		if mannerOf(&e.set.Measures[i]) == byCase {
			asked = append(asked, eventShare{measure: i})
		}
	}
	return asked
}

// event adds one case to the measures that count cases, by the record that answers for
// it and under the organisation and quarter of the case.
func (e *evaluator) event(b *fieldbook.Recaller, records []*record.Record, asked []eventShare) {
	organisation, period := e.cases.Counted(records)
	for i := range asked {
		x := &asked[i]
		at := 0
		if len(records) > 1 {
			at = cases.Answering(records, x.said)
		}
		o := x.said[at]
		x.said = x.said[:0]
		if o.Why == rules.OtherSource {
			continue
		}
		key := tallyKey{measure: uint16(x.measure), organisation: organisation, period: period, source: e.source(records[at])}
		whole := e.place(placeKey{organisation, period, key.source})
		whole[x.measure] = whole[x.measure].Plus(one(o.Verdict))
		if !e.unsplit(x.measure, &o) {
			b.TurnTo(records[at])
			e.split(x.measure, b, o, key)
		}
	}
}
