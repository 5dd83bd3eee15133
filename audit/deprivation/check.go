package deprivation

import (
	"cmp"
	"fmt"
	"slices"

	"siequity/audit/deprivation/area"
	"siequity/audit/deprivation/imd"
	"siequity/rules/codes"
)

// A Check tests a column of IMD deciles or quintiles whose vintage or direction
// is not certain: it works out each row again from the LSOA or postcode beside
// it, under every vintage at hand and both directions, and counts agreement.
type Check struct {
	lookup *Lookup
	kind   codes.IMDKind
	trials []Trial
	rows   int
}

// A Trial is one combination: the column read as this vintage, as it is or turned
// round.
type Trial struct {
	Vintage  Vintage
	Inverted bool // the column runs the other way than it was read
	Compared int  // rows with both a value and a place
	Agreed   int
	Expected float64 // agreement to expect of this combination, 0..1, if the best one is the truth
}

// Agreement is Agreed / Compared, 0 where nothing was compared.
func (t Trial) Agreement() float64 {
	if t.Compared == 0 {
		return 0
	}
	return float64(t.Agreed) / float64(t.Compared)
}

// Settings of the check. Two vintages agree by chance in 52 to 65% of deciles and
// 73 to 83% of quintiles, so thirty rows tell them apart.
const (
	// LeastRows is the fewest compared rows on which a verdict is given.
	LeastRows = 30
	// LeastAgreement is the agreement below which a column is not vouched for.
	LeastAgreement = 0.95
)

// NewCheck starts a check of a column of deciles, quintiles or ranks, under every
// vintage whose index is at hand.
func (l *Lookup) NewCheck(kind codes.IMDKind) *Check {
	c := &Check{lookup: l, kind: kind}
	for _, t := range l.Tables() {
		c.trials = append(c.trials, Trial{Vintage: t.Vintage}, Trial{Vintage: t.Vintage, Inverted: true})
	}
	return c
}

// AddPostcode compares one value, as the column was read, with its postcode. A rank
// is compared by its decile.
func (c *Check) AddPostcode(v codes.IMDValue, k Key) {
	c.add(c.number(v), func(at Vintage) Place { return c.lookup.PostcodeAt(at, k) })
}

// AddLSOA compares one value with its LSOA code.
func (c *Check) AddLSOA(v codes.IMDValue, code string, census area.Census) {
	c.add(c.number(v), func(at Vintage) Place { return c.lookup.LSOAAt(at, code, census) })
}

// number is the value in the kind of the column; 0 if the cell gave none.
func (c *Check) number(v codes.IMDValue) int {
	switch c.kind {
	case codes.IMDQuintile:
		return v.Quintile
	case codes.IMDRank:
		return v.Rank
	}
	return v.Decile
}

func (c *Check) add(value int, place func(Vintage) Place) {
	counted := false
	for i := range c.trials {
		t := &c.trials[i]
		p := place(t.Vintage)
		got, ok := c.read(value, *t)
		if !ok || !p.Status.Known() {
			continue
		}
		counted = true
		t.Compared++
		if got == group(p, c.kind) {
			t.Agreed++
		}
	}
	if counted {
		c.rows++
	}
}

// read turns a written value into a group number with 1 the most deprived.
func (c *Check) read(value int, t Trial) (int, bool) {
	top := groups(c.kind)
	if c.kind == codes.IMDRank {
		top = t.Vintage.Areas()
	}
	if value < 1 || value > top {
		return 0, false
	}
	if t.Inverted {
		value = top + 1 - value
	}
	if c.kind == codes.IMDRank {
		value = codes.Decile(value, top)
	}
	return value, true
}

// groups is how many groups the kind is compared in; a rank is compared by decile.
func groups(k codes.IMDKind) int {
	if k == codes.IMDQuintile {
		return 5
	}
	return 10
}

func group(p Place, k codes.IMDKind) int {
	if k == codes.IMDQuintile {
		return int(p.Quintile)
	}
	return int(p.Decile)
}

// A Verdict is what a check came to.
type Verdict struct {
	Trials  []Trial // best first
	Vouched bool    // the best trial alone reaches LeastAgreement on LeastRows rows
	Words   string  // one sentence for the reader
}

// Best is the trial that agreed most; the zero Trial if there is none.
func (v Verdict) Best() Trial {
	if len(v.Trials) == 0 {
		return Trial{}
	}
	return v.Trials[0]
}

// Verdict sums the check up.
func (c *Check) Verdict() Verdict {
	v := Verdict{Trials: slices.Clone(c.trials)}
	slices.SortStableFunc(v.Trials, func(a, b Trial) int { return cmp.Compare(b.Agreement(), a.Agreement()) })
	for i := range v.Trials {
		v.Trials[i].Expected = c.lookup.expected(v.Trials[0], v.Trials[i], c.kind)
	}
	v.Vouched, v.Words = c.words(v.Trials)
	return v
}

func (c *Check) words(trials []Trial) (vouched bool, words string) {
	switch {
	case len(trials) == 0:
		return false, "no index was given to compare with"
	case c.rows < LeastRows:
		return false, fmt.Sprintf("only %d rows can be compared; %d are needed", c.rows, LeastRows)
	}
	best := trials[0]
	said := fmt.Sprintf("agrees with IMD %d%s in %d of %d rows", best.Vintage, turned(best), best.Agreed, best.Compared)
	switch {
	case best.Agreement() < LeastAgreement:
		return false, "the column cannot be vouched for: at best it " + said
	case trials[1].Agreement() >= LeastAgreement:
		return false, fmt.Sprintf("the column %s, but as well with IMD %d%s: these rows do not tell them apart", said, trials[1].Vintage, turned(trials[1]))
	}
	return true, "the column " + said
}

func turned(t Trial) string {
	if t.Inverted {
		return " turned round"
	}
	return ""
}

// expected is the share of areas in both lists where the other combination would
// show what the truth shows: the agreement of a wrong reading by chance.
func (l *Lookup) expected(truth, other Trial, k codes.IMDKind) float64 {
	a, b := l.tables[truth.Vintage], l.tables[other.Vintage]
	same, all := 0, 0
	areas := imd.Compare(a, b)
	for i := 1; i <= 10; i++ {
		for j := 1; j <= 10; j++ {
			all += areas[i][j]
			if groupOf(i, truth.Inverted, k) == groupOf(j, other.Inverted, k) {
				same += areas[i][j]
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(same) / float64(all)
}

// groupOf is the value a column would show for an area.
func groupOf(decile int, inverted bool, k codes.IMDKind) int {
	g := decile
	if k == codes.IMDQuintile {
		g = codes.Quintile(g)
	}
	if inverted {
		return groups(k) + 1 - g
	}
	return g
}
