package link

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// quarter invents a messy quarter with known truth: events of several
// organisations told by one to five systems, references typed as people type them
// or mistyped, numbers left out or put on the wrong record, twins, women with two
// events, rows entered twice, a reference used as a dummy. The truth numbers the
// case of each record; twins of one birth are one case.
func quarter(seed uint64, events int) (records []Record, truth []int) {
	q := &quarterMaker{rnd: rand.New(rand.NewPCG(seed, 1)), organisations: min(max(3, events/400), 120), serial: make(map[uint32]int)}
	for e := range events {
		q.event(e, events)
	}
	q.shuffle()
	return q.records, q.truth
}

type quarterMaker struct {
	rnd           *rand.Rand
	organisations int
	records       []Record
	truth         []int
	nextCase      int
	lastWoman     uint64
	serial        map[uint32]int
}

func (q *quarterMaker) chance(p float64) bool { return q.rnd.Float64() < p }

func (q *quarterMaker) event(e, events int) {
	o := uint32(1 + q.rnd.IntN(q.organisations))
	woman := uint64(1000000 + e)
	day := Day(70000 + q.rnd.IntN(90))
	if q.lastWoman != 0 && q.chance(0.04) { // the woman of the event before, some weeks on
		woman = q.lastWoman
		last := q.records[len(q.records)-1]
		o, day = last.Organisation, last.Event+Day(5+q.rnd.IntN(40))
	}
	q.lastWoman = woman
	refs := [sourceEnd]string{
		StEIS: fmt.Sprintf("2026/%d", 1000+e), LFPSE: fmt.Sprintf("LF-%06X", 7919*(e+1)),
		MNSI: fmt.Sprintf("MI-%06d", 11000+e), PMRT: fmt.Sprint(90000 + e),
	}
	// a DATIX number is dealt out by each organisation, so it comes again in others
	if q.serial[o] == 0 {
		q.serial[o] = 10000 + q.rnd.IntN(1+events/2)
	}
	q.serial[o]++
	refs[Datix] = fmt.Sprintf("WEB%d", q.serial[o])
	twins := q.chance(0.03)
	told := [sourceEnd]bool{StEIS: q.chance(0.4), Datix: q.chance(0.95), LFPSE: q.chance(0.5), MNSI: q.chance(0.2), PMRT: q.chance(0.3)}
	if twins {
		told[PMRT] = true
	}
	base := Record{Organisation: o, Event: day, MotherBorn: Day(55000 + q.rnd.IntN(9000)), Traits: [4]uint16{uint16(1 + q.rnd.IntN(5)), uint16(1 + q.rnd.IntN(12))}}
	for s := StEIS; s < sourceEnd; s++ {
		if !told[s] {
			continue
		}
		r := q.tell(s, base, woman, refs, told)
		if s == PMRT {
			r.Own = refs[PMRT] + "/1"
			r.Birth, r.Death = day, day+Day(q.rnd.IntN(20))
			r.Event = r.Death
		}
		q.add(r, q.nextCase)
		if s == Datix && q.chance(0.02) { // exported twice
			q.add(r, q.nextCase)
		}
		if s == PMRT && twins {
			second := q.tell(s, base, woman, refs, told)
			second.Own, second.Birth, second.Death, second.Event = refs[PMRT]+"/2", r.Birth, r.Death, r.Event
			q.add(second, q.nextCase)
		}
	}
	q.nextCase++
}

func (q *quarterMaker) add(r Record, c int) {
	q.records = append(q.records, r)
	q.truth = append(q.truth, c)
}

// tell is one system's account: what it names, knows and gets wrong.
func (q *quarterMaker) tell(s Source, r Record, woman uint64, refs [sourceEnd]string, told [sourceEnd]bool) Record {
	r.Source, r.Own = s, refs[s]
	for other := StEIS; other < sourceEnd; other++ {
		if other != s && told[other] && q.chance(0.55) {
			r.Cited = append(r.Cited, q.typed(other, refs[other]))
		}
	}
	if q.chance(0.03) {
		r.Cited = append(r.Cited, Citation{Datix, "99999"}) // a dummy to get past a compulsory field
	}
	if q.chance(0.55) {
		r.NHS[0] = woman
	}
	if q.chance(0.6) {
		r.Hospital[0] = woman + 5
	}
	if q.chance(0.01) {
		r.NHS[0] = 4444 // a number that somebody puts where none is known
	}
	if q.chance(0.15) {
		r.Event += Day(q.rnd.IntN(3) - 1)
	}
	if q.chance(0.03) {
		r.Event = 0
	}
	if q.chance(0.4) {
		r.MotherBorn = 0
	}
	if q.chance(0.02) {
		r.Organisation = 0
	}
	return r
}

// typed writes a reference in one of the ways people do, and now and then wrongly.
func (q *quarterMaker) typed(s Source, own string) Citation {
	if q.chance(0.03) { // one digit wrong
		b := []byte(own)
		if i := len(b) - 1 - q.rnd.IntN(3); isDigit(b[i]) {
			b[i] = '0' + byte(q.rnd.IntN(10))
		}
		own = string(b)
	}
	n := own
	for len(n) > 0 && !isDigit(n[0]) {
		n = n[1:]
	}
	var forms []string
	switch s {
	case StEIS:
		forms = []string{own, "StEIS " + own, "STEIS no. " + own, own[:4] + "-0" + own[5:], own + " (SI)", "Log No " + own}
	case Datix:
		forms = []string{own, n, "W" + n, "Datix " + n, "web " + n, n + "; see also file"}
	case LFPSE:
		forms = []string{own, "LFPSE " + own}
	case MNSI:
		forms = []string{own, "MI " + n, "HSIB " + own, "MNSI ref " + own}
	case PMRT:
		forms = []string{own, own + "/1", "PMRT " + own}
	}
	column := s
	text := forms[q.rnd.IntN(len(forms))]
	if s != LFPSE && q.chance(0.1) {
		column = Unknown
	}
	return Citation{column, text}
}

func (q *quarterMaker) shuffle() {
	q.rnd.Shuffle(len(q.records), func(i, j int) {
		q.records[i], q.records[j] = q.records[j], q.records[i]
		q.truth[i], q.truth[j] = q.truth[j], q.truth[i]
	})
}

// Links found in messy quarters against the truth, pair by pair.
func TestMessyQuarters(t *testing.T) {
	for seed := range uint64(5) {
		records, truth := quarter(seed, 2000)
		got := Cases(records, DefaultOptions())
		precision, recall := score(got.Case, truth)
		t.Logf("quarter %d: %d records, %d cases, precision %.4f, recall %.4f, %d candidates, %+v",
			seed, len(records), got.Count, precision, recall, len(got.Candidates), got.Notes)
		if precision < 0.98 || recall < 0.90 {
			t.Errorf("quarter %d: precision %.4f, recall %.4f; want at least 0.98 and 0.90", seed, precision, recall)
		}
	}
}

// Systems that name organisations each in their own way lose little: references and
// NHS numbers still tie their records.
func TestMessyQuarterWithoutSharedNames(t *testing.T) {
	records, truth := quarter(6, 2000)
	for i := range records {
		if r := &records[i]; r.Organisation != 0 {
			r.Organisation += 1000 * uint32(r.Source)
		}
	}
	precision, recall := score(Cases(records, DefaultOptions()).Case, truth)
	t.Logf("precision %.4f, recall %.4f", precision, recall)
	if precision < 0.97 || recall < 0.85 {
		t.Error("want at least 0.97 and 0.85")
	}
}

// score counts pairs of records in one case: found rightly over found, and over true.
func score(cases []int32, truth []int) (precision, recall float64) {
	number := make([]int32, len(truth))
	for i, c := range truth {
		number[i] = int32(c)
	}
	found, want := partition(cases, identity(len(cases))), partition(number, identity(len(truth)))
	right := 0
	for p := range found {
		if want[p] {
			right++
		}
	}
	return float64(right) / float64(len(found)), float64(right) / float64(len(want))
}

func BenchmarkCases(b *testing.B) {
	for _, events := range []int{40_000, 425_000} {
		records, _ := quarter(3, events)
		b.Run(fmt.Sprintf("%d records", len(records)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Cases(records, DefaultOptions())
			}
		})
	}
}
