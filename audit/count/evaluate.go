package count

import (
	"runtime"
	"slices"
	"sync"

	"siequity/audit/cases"
	"siequity/audit/fieldbook"
	"siequity/audit/measure"
	"siequity/audit/record"
	"siequity/rules"
)

// tallies are the verdicts of one worker's share of the records, by measure and
// place, with small keys so that a million records cost no allocation.
type tallies map[tallyKey]measure.Tally

type tallyKey struct {
	measure              uint16
	organisation, period uint16
	source               uint8
	split                uint8 // see splits.go; 0 for the whole
}

// Judged is what evaluating gave: the tallies of the measures that are shares, and
// the counts of those that are spreads.
type Judged struct {
	tallies tallies
	spreads map[spreadKey]int
}

// spreadKey is one value of a measure that shows how a field is spread.
type spreadKey struct {
	measure, value       uint16
	organisation, period uint16
	source               uint8
}

// Evaluate applies every rule to every record in scope, case by case and on all cores,
// and tallies the measures as it goes.
func Evaluate(set *rules.Set, book *fieldbook.Book, of *cases.Cases, asOf rules.Day, sources []string, workers int) Judged {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	all := make([]Judged, workers)
	splits := splitters(set)
	var wg sync.WaitGroup
	for w := range workers {
		from, to := of.Total*w/workers, of.Total*(w+1)/workers
		all[w] = Judged{tallies{}, map[spreadKey]int{}}
		e := evaluator{set: set, book: book, cases: of, asOf: asOf, Judged: all[w], splits: splits, sources: sources, investigated: considerationRules(set), per: counting(set, sources), places: map[placeKey][]measure.Tally{}}
		wg.Go(func() { e.run(from+1, to) })
	}
	wg.Wait()
	for _, j := range all[1:] {
		for k, v := range j.tallies {
			all[0].tallies[k] = all[0].tallies[k].Plus(v)
		}
		for k, n := range j.spreads {
			all[0].spreads[k] += n
		}
	}
	return all[0]
}

type evaluator struct {
	set   *rules.Set
	book  *fieldbook.Book
	cases *cases.Cases
	asOf  rules.Day
	Judged
	splits  []int // by measure: the dimension whose basis splits it, or -1
	sources []string
	// investigated are the rules on consideration, by dimension.
	investigated [record.DimensionCount]int
	per          [][]manner // by source and measure
	// places holds the whole tallies of all measures by place: one look-up for a
	// record, not one for each of forty measures.
	places map[placeKey][]measure.Tally
}

// placeKey is where a record counts.
type placeKey struct {
	organisation, period uint16
	source               uint8
}

// manner says how a measure is counted from records.
type manner uint8

const (
	notCounted manner = iota // from a register
	asShare
	asSpread
	byCase // a share of cases, see [evaluator.event]
)

// counting tells how the measures are counted from the records of each source.
func counting(set *rules.Set, sources []string) [][]manner {
	out := make([][]manner, len(sources))
	for s, source := range sources {
		out[s] = make([]manner, len(set.Measures))
		for i := range set.Measures {
			if m := &set.Measures[i]; slices.Contains(m.On, source) {
				out[s][i] = mannerOf(m)
			}
		}
	}
	return out
}

func mannerOf(m *rules.Measure) manner {
	switch {
	case m.Per() == "record" && m.PerCase:
		return byCase
	case m.Per() == "record":
		return asShare
	case m.Per() == "spread":
		return asSpread
	}
	return notCounted
}

// run judges the cases from one number to another.
func (e *evaluator) run(from, to int) {
	var outcomes, counted []rules.Outcome
	b := fieldbook.NewRecaller(e.book)
	asked := e.perCase()
	for n := from; n <= to; n++ {
		records := e.cases.Records(n)
		for _, r := range records {
			b.TurnTo(r)
			outcomes = e.set.Eval(b, e.asOf, outcomes)
			judge(r, outcomes, e.investigated)
			counted = e.set.CountAll(b, outcomes, e.asOf, counted)
			e.measures(b, counted)
			for i := range asked {
				asked[i].said = append(asked[i].said, counted[asked[i].measure])
			}
		}
		e.event(b, records, asked)
	}
	e.flush()
}

// flush moves the whole tallies into the map that workers join.
func (e *evaluator) flush() {
	for at, list := range e.places {
		for m, t := range list {
			if t != (measure.Tally{}) {
				e.tallies[tallyKey{measure: uint16(m), organisation: at.organisation, period: at.period, source: at.source}] = t
			}
		}
	}
}

// place gives the whole tallies of a record's place.
func (e *evaluator) place(at placeKey) []measure.Tally {
	list := e.places[at]
	if list == nil {
		list = make([]measure.Tally, len(e.set.Measures))
		e.places[at] = list
	}
	return list
}

// measures adds the record to every measure that is for its source, and to the
// part of it that its basis names.
func (e *evaluator) measures(b *fieldbook.Recaller, counted []rules.Outcome) {
	key := tallyKey{organisation: b.Organisation, period: b.Period, source: e.source(b.Record)}
	whole := e.place(placeKey{key.organisation, key.period, key.source})
	for m, manner := range e.per[key.source] {
		if manner == asSpread {
			e.spread(m, b, key)
			continue
		}
		o := &counted[m]
		if manner != asShare || o.Why == rules.OtherSource {
			continue
		}
		key.measure = uint16(m)
		whole[m] = whole[m].Plus(one(o.Verdict))
		if !e.unsplit(m, o) {
			e.split(m, b, *o, key)
		}
	}
}

// split adds a record to the parts of a measure under which it counts.
func (e *evaluator) split(m int, b *fieldbook.Recaller, o rules.Outcome, key tallyKey) {
	t := one(o.Verdict)
	for _, s := range e.parts(m, b, o) {
		if s > 0 {
			key.split = s
			e.tallies[key] = e.tallies[key].Plus(t)
		}
	}
}

// spread counts the record under its value of the measure's field.
func (e *evaluator) spread(m int, b *fieldbook.Recaller, key tallyKey) {
	at, o := e.set.Place(m, b)
	if o.Verdict == rules.Pass {
		e.spreads[spreadKey{uint16(m), uint16(at), key.organisation, key.period, key.source}]++
	}
}

func one(v rules.Verdict) measure.Tally {
	switch v {
	case rules.Pass:
		return measure.Tally{Pass: 1}
	case rules.Fail:
		return measure.Tally{Fail: 1}
	case rules.NotApplicable:
		return measure.Tally{NotApplicable: 1}
	}
	return measure.Tally{Unknown: 1}
}

func (e *evaluator) source(r *record.Record) uint8 {
	for i, s := range e.sources {
		if s == r.Source() {
			return uint8(i)
		}
	}
	return 0
}
