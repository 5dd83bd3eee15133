package measure

import (
	"cmp"
	"slices"
)

// A Tally counts the verdicts of one rule over records or cases. The four are
// exclusive: their sum is how many were looked at.
type Tally struct {
	Pass          int `json:"pass"`
	Fail          int `json:"fail"`
	NotApplicable int `json:"not_applicable"`
	Unknown       int `json:"unknown"`
}

// N is the denominator: those that the measure judges.
func (t Tally) N() int { return t.Pass + t.Fail }

// Plus adds two tallies.
func (t Tally) Plus(o Tally) Tally {
	return Tally{t.Pass + o.Pass, t.Fail + o.Fail, t.NotApplicable + o.NotApplicable, t.Unknown + o.Unknown}
}

// A Place says which records a tally or count covers. An empty part means all.
type Place struct {
	Organisation string `json:"organisation,omitempty"`
	Period       string `json:"period,omitempty"`
	Source       string `json:"source,omitempty"`
}

// A TallyKey names one tally of a book. Split names a part of it, such as the
// basis of a finding ("basis=text"), or is empty.
type TallyKey struct {
	Measure string `json:"measure"`
	Place
	Split string `json:"split,omitempty"`
}

// A CellKey names one count of a cross-tabulation of cases.
type CellKey struct {
	Table string `json:"table"`
	Place
	Row    string `json:"row"`
	Column string `json:"column"`
}

// A Book holds the counts of an audit. Only the finest places are kept, with
// organisation, period and source filled in; coarser ones are sums.
//
// Counts lie by measure and by table, since a page asks for one of them at a
// time: the book of a region has a million counts.
type Book struct {
	tallies map[string]map[TallyKey]Tally
	cells   map[string]map[CellKey]int
}

// NewBook gives an empty book.
func NewBook() *Book { return &Book{map[string]map[TallyKey]Tally{}, map[string]map[CellKey]int{}} }

// Tally adds to one tally.
func (b *Book) Tally(k TallyKey, t Tally) {
	of := b.tallies[k.Measure]
	if of == nil {
		of = map[TallyKey]Tally{}
		b.tallies[k.Measure] = of
	}
	of[k] = of[k].Plus(t)
}

// Count adds to one cell.
func (b *Book) Count(k CellKey, n int) {
	of := b.cells[k.Table]
	if of == nil {
		of = map[CellKey]int{}
		b.cells[k.Table] = of
	}
	of[k] += n
}

// Add adds all of another book. It is commutative and associative.
func (b *Book) Add(o *Book) {
	for _, of := range o.tallies {
		for k, t := range of {
			b.Tally(k, t)
		}
	}
	for _, of := range o.cells {
		for k, n := range of {
			b.Count(k, n)
		}
	}
}

// Of gives the counts of some organisations, and those of none.
func (b *Book) Of(organisations []string) *Book {
	out := NewBook()
	wanted := map[string]bool{"": true}
	for _, o := range organisations {
		wanted[o] = true
	}
	for _, e := range b.Tallies() {
		if wanted[e.Organisation] {
			out.Tally(e.TallyKey, e.Tally)
		}
	}
	for _, e := range b.Cells() {
		if wanted[e.Organisation] {
			out.Count(e.CellKey, e.Count)
		}
	}
	return out
}

// covers reports whether the wider place holds the finer one.
func (p Place) covers(o Place) bool {
	return (p.Organisation == "" || p.Organisation == o.Organisation) &&
		(p.Period == "" || p.Period == o.Period) && (p.Source == "" || p.Source == o.Source)
}

// Sum adds up the tallies of a measure over a place.
func (b *Book) Sum(measure string, at Place, split string) Tally {
	var sum Tally
	for k, t := range b.tallies[measure] {
		if k.Split == split && at.covers(k.Place) {
			sum = sum.Plus(t)
		}
	}
	return sum
}

// Cell adds up the counts of one cell over a place.
func (b *Book) Cell(table string, at Place, row, column string) int {
	sum := 0
	for k, n := range b.cells[table] {
		if k.Row == row && k.Column == column && at.covers(k.Place) {
			sum += n
		}
	}
	return sum
}

// Tallies lists all tallies in a total order.
func (b *Book) Tallies() []TallyEntry {
	out := []TallyEntry{}
	for _, of := range b.tallies {
		for k, t := range of {
			out = append(out, TallyEntry{k, t})
		}
	}
	slices.SortFunc(out, func(a, b TallyEntry) int {
		return cmp.Or(cmp.Compare(a.Measure, b.Measure), comparePlaces(a.Place, b.Place), cmp.Compare(a.Split, b.Split))
	})
	return out
}

// Cells lists all counts in a total order.
func (b *Book) Cells() []CellEntry {
	out := []CellEntry{}
	for table := range b.cells {
		out = append(out, b.CellsOf(table)...)
	}
	slices.SortStableFunc(out, func(a, b CellEntry) int { return cmp.Compare(a.Table, b.Table) })
	return out
}

// CellsOf lists the counts of one table in a total order.
func (b *Book) CellsOf(table string) []CellEntry {
	out := make([]CellEntry, 0, len(b.cells[table]))
	for k, n := range b.cells[table] {
		out = append(out, CellEntry{k, n})
	}
	slices.SortFunc(out, func(a, b CellEntry) int {
		return cmp.Or(comparePlaces(a.Place, b.Place), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
	return out
}

// PeriodsOf lists the periods in which a table has counts, sorted.
func (b *Book) PeriodsOf(table string) []string {
	seen := map[string]bool{"": true}
	var out []string
	for k, n := range b.cells[table] {
		if n > 0 && !seen[k.Period] {
			seen[k.Period] = true
			out = append(out, k.Period)
		}
	}
	slices.Sort(out)
	return out
}

// Splits lists the parts that a measure is counted in, sorted, without the whole.
func (b *Book) Splits(measure string) []string {
	seen := map[string]bool{"": true}
	var out []string
	for k := range b.tallies[measure] {
		if !seen[k.Split] {
			seen[k.Split] = true
			out = append(out, k.Split)
		}
	}
	slices.Sort(out)
	return out
}

// A TallyEntry is one tally with its key, as a submission lists it.
type TallyEntry struct {
	TallyKey
	Tally
}

// A CellEntry is one count with its key.
type CellEntry struct {
	CellKey
	Count int `json:"count"`
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.Organisation, b.Organisation), cmp.Compare(a.Period, b.Period), cmp.Compare(a.Source, b.Source))
}

// Organisations, Periods and Sources list what the book covers, sorted.
func (b *Book) Organisations() []string {
	return b.distinct(func(p Place) string { return p.Organisation })
}

// Periods lists the periods that have counts, sorted.
func (b *Book) Periods() []string { return b.distinct(func(p Place) string { return p.Period }) }

// Sources lists the sources that have tallies, sorted.
func (b *Book) Sources() []string { return b.distinct(func(p Place) string { return p.Source }) }

func (b *Book) distinct(part func(Place) string) []string {
	seen := map[string]bool{}
	for _, of := range b.tallies {
		for k := range of {
			seen[part(k.Place)] = true
		}
	}
	for _, of := range b.cells {
		for k := range of {
			seen[part(k.Place)] = true
		}
	}
	out := make([]string, 0, len(seen))
	for s := range seen {
		if s != "" {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}
