package codes

import (
	"fmt"
	"sort"
	"strings"
)

// IMDOptions are what the user has said of a deprivation column; the zero value says nothing.
type IMDOptions struct {
	Heading   string       // heading of the column: its words settle kind and direction before the numbers do
	Kind      IMDKind      // stated by the user; beats everything
	Direction IMDDirection // stated by the user; beats everything
	Areas     int          // areas ranked in the chosen vintage (32,844 in 2019, 33,755 in 2025), to turn a rank into a decile
}

// IMDColumn is what a deprivation column holds, decided from all its values.
type IMDColumn struct {
	Kind      IMDKind
	Direction IMDDirection
	Assumed   bool     // the direction is the usual one (1 = most deprived) but neither the user nor any word of the heading or the values says so
	Ask       []string // what a person must say before the column can be vouched for
	Faults    []string // why the column cannot be used at all
	Why       string
	areas     int
}

// fewRows is the number of rows below which values of 1 to 5 only may as well be deciles by chance.
const fewRows = 30

// ReadIMDColumn decides kind and direction of a column from its distinct values and how often each occurs.
// Words beat numbers; two words that disagree stop the column.
func ReadIMDColumn(counts map[string]int, o IMDOptions) IMDColumn {
	c := IMDColumn{Kind: o.Kind, Direction: o.Direction, areas: o.Areas}
	e := gatherIMD(counts, o.Heading)
	c.decideKind(e)
	c.decideDirection(e)
	c.askOfPercent(e)
	c.refuse(e, o)
	return c
}

// Ranks up to lowRanks lie in a few of the 33,000 areas of England; numbers that all do are ranks of something else.
const (
	lowRanks    = 100
	chanceRanks = 5 // rows below which a column that is called a rank may hold such areas only
)

// refuse stops a column whose numbers are of a kind that no decile can be taken from, unless the user states its kind.
func (c *IMDColumn) refuse(e imdEvidence, o IMDOptions) {
	others := "the heading says " + e.heading.other + ": its numbers are neither deciles, quintiles nor ranks of all England"
	low := fmt.Sprintf("the values run to %d: too high for deciles and too low for national ranks; they may be percentiles, or ranks among a few areas", e.highest)
	switch {
	case o.Kind != IMDUnknown:
	case e.heading.other != "":
		c.Faults = append(c.Faults, others)
	case c.Kind == IMDScore:
		c.Faults = append(c.Faults, "the column holds scores: many areas share a score, so no decile can be taken from it")
	case c.Kind == IMDRank && e.highest <= lowRanks && e.rows > 0 && (e.rows >= chanceRanks || e.heading.kind != IMDRank):
		c.Faults = append(c.Faults, low)
	}
	if len(c.Faults) > 0 {
		c.Ask = nil // a column that cannot be used needs no answer
	}
}

// imdEvidence is what the values and the heading of a column show.
type imdEvidence struct {
	kinds        map[IMDKind]string // kind -> the spelling that says so
	most, least  []string           // spellings that say 1 is the most, or the least, deprived
	rows, beyond int                // rows with a number, and those above 10
	top          int                // greatest number up to 10
	decimals     int
	strange      string // the first spelling that could not be read
	highest      int    // greatest number of all
	heading      imdHeading
	wordy        bool // values that say it all themselves ("Most deprived 10%")
	steps        imdSteps
	percent      string // the first band of percent that does not say from which end
}

func gatherIMD(counts map[string]int, heading string) imdEvidence {
	e := imdEvidence{kinds: map[IMDKind]string{}}
	raws := make([]string, 0, len(counts))
	for raw := range counts {
		raws = append(raws, raw)
	}
	sort.Strings(raws)
	for _, raw := range raws {
		e.add(raw, spellIMD(raw), counts[raw])
	}
	e.read(heading)
	return e
}

func (e *imdEvidence) add(raw string, s spelt, n int) {
	if (!s.ok || s.bare) && e.strange == "" {
		e.strange = raw
	}
	if s.percent && e.percent == "" {
		e.percent = raw
	}
	if !s.ok || s.missing {
		return
	}
	if s.decimal {
		e.decimals += n
		return
	}
	if s.kind != IMDUnknown {
		if _, seen := e.kinds[s.kind]; !seen {
			e.kinds[s.kind] = raw
		}
	}
	if s.fixed {
		e.wordy = true
		return
	}
	e.steps.add(s)
	if !s.numbered {
		return
	}
	e.rows += n
	e.highest = max(e.highest, s.number)
	if s.number > 10 {
		e.beyond += n
	} else {
		e.top = max(e.top, s.number)
	}
	e.direction(raw, s)
}

// direction notes what a number beside "most" or "least" says: 1 beside most, or the last band beside least, puts the
// most deprived first.
func (e *imdEvidence) direction(raw string, s spelt) {
	last := s.number == 10 || s.number == 5 && s.kind != IMDDecile
	switch {
	case s.end == mostDeprived && s.number == 1, s.end == leastDeprived && last:
		e.most = append(e.most, raw)
	case s.end == leastDeprived && s.number == 1, s.end == mostDeprived && last:
		e.least = append(e.least, raw)
	default:
		return
	}
	if last && s.kind == IMDUnknown {
		e.kinds[map[int]IMDKind{10: IMDDecile, 5: IMDQuintile}[s.number]] = raw
	}
}

// read takes in the heading: "IMD Decile", "Quintile (1 = most deprived)".
func (e *imdEvidence) read(heading string) {
	e.heading = readIMDHeading(heading)
	switch e.heading.direction {
	case OneIsMostDeprived:
		e.most = append(e.most, "heading "+heading)
	case OneIsLeastDeprived:
		e.least = append(e.least, "heading "+heading)
	}
}

// decideKind sets the kind: what the user says, then words, then the range of the numbers.
func (c *IMDColumn) decideKind(e imdEvidence) {
	switch {
	case c.Kind != IMDUnknown:
		c.Why = "kind stated: " + string(c.Kind)
	case len(e.kinds) > 1 || len(e.kinds) == 1 && e.heading.kind != IMDUnknown && e.kinds[e.heading.kind] == "" && e.heading.kind != IMDScore:
		c.Faults = append(c.Faults, "some values are called deciles and some quintiles: split the column or state its kind")
	case len(e.kinds) == 1:
		for k, raw := range e.kinds {
			c.Kind, c.Why = k, fmt.Sprintf("value %q says %s", raw, k)
		}
	case e.heading.kind != IMDUnknown:
		c.Kind, c.Why = e.heading.kind, "the heading says "+string(e.heading.kind)
		c.refuseSteps(e)
	case e.steps.kind() != IMDUnknown:
		c.Kind, c.Why = e.steps.kind(), "the values are the steps of a "+string(e.steps.kind())
	default:
		c.kindByRange(e)
	}
}

// kindByRange reads the kind off the numbers. One stray value above 10 does not make a rank: one in twenty does.
func (c *IMDColumn) kindByRange(e imdEvidence) {
	switch {
	case e.decimals*20 > e.rows+e.decimals:
		c.Kind, c.Why = IMDScore, "the values have decimals"
	case e.beyond*20 > e.rows:
		c.Kind, c.Why = IMDRank, "the values run above 10"
	case e.top > 5:
		c.Kind, c.Why = IMDDecile, "the values run to "+fmt.Sprint(e.top)
	case e.rows >= fewRows:
		c.Kind, c.Why = IMDQuintile, fmt.Sprintf("all %d values are 1 to 5", e.rows)
	case e.rows == 0 && e.strange != "":
		c.Ask = append(c.Ask, fmt.Sprintf("what does this column hold? values of the form %q are no decile, quintile or rank", Shape(e.strange)))
	case e.rows > 0:
		c.Ask = append(c.Ask, fmt.Sprintf("is this column deciles or quintiles? its %d values are all 1 to 5, too few to tell", e.rows))
	}
}

// decideDirection sets the direction: what the user says, then words, then the usual one, marked as assumed.
func (c *IMDColumn) decideDirection(e imdEvidence) {
	switch {
	case c.Direction != DirectionUnknown:
	case e.heading.unclear != "":
		c.Faults = append(c.Faults, "the heading speaks of which end 1 is, and cannot be followed: "+e.heading.unclear)
	case len(e.most) > 0 && len(e.least) > 0:
		c.Faults = append(c.Faults, fmt.Sprintf("the labels disagree on which end 1 is: %q and %q", e.most[0], e.least[0]))
	case len(e.most) > 0:
		c.Direction = OneIsMostDeprived
	case len(e.least) > 0:
		c.Direction = OneIsLeastDeprived
	case e.rows == 0:
		c.Direction = OneIsMostDeprived
	default:
		c.Direction, c.Assumed = OneIsMostDeprived, true
		c.Ask = append(c.Ask, "does 1 mean the most deprived? neither the heading nor any value says so; 1 = most deprived is assumed, as in the national index")
	}
}

// Usable tells whether values can be taken from the column.
func (c IMDColumn) Usable() bool { return len(c.Faults) == 0 && c.Kind != IMDUnknown }

// Read reads one value of the column.
func (c IMDColumn) Read(raw string) IMDValue {
	v := IMDValue{Raw: raw, Status: IMDInvalid}
	s := spellIMD(raw)
	switch {
	case s.missing:
		v.Status, v.Why = IMDMissing, "no value recorded"
		return v
	case !s.ok:
		v.Why = "not a spelling of a decile, quintile or rank"
		return v
	case !c.Usable():
		v.Why = "the column cannot be read: " + strings.Join(append(c.Faults, c.Ask...), "; ")
		return v
	case s.decimal:
		v.Why = "a number with decimals is a score, or a mistake"
		return v
	}
	return c.place(v, s)
}

// place puts the number of a value on the scale of the column, with 1 as the most deprived.
func (c IMDColumn) place(v IMDValue, s spelt) IMDValue {
	if s.bare && (c.Kind == IMDDecile || c.Kind == IMDQuintile) {
		s = s.extreme(c.Kind)
	}
	kind, n := c.Kind, s.number
	if s.fixed {
		kind = s.kind
	}
	if kind == IMDRank {
		return c.placeRank(v, n)
	}
	last := bands(kind)
	if !s.numbered || n < 1 || n > last {
		v.Why = fmt.Sprintf("outside 1 to %d", last)
		return v
	}
	if c.Direction == OneIsLeastDeprived && !s.fixed {
		n = last + 1 - n
	}
	v.Status = IMDGiven
	if kind == IMDQuintile {
		v.Quintile, v.Why = n, "quintile, 1 = most deprived"
		return v
	}
	v.Decile, v.Quintile, v.Why = n, Quintile(n), "decile, 1 = most deprived"
	return v
}

func (c IMDColumn) placeRank(v IMDValue, n int) IMDValue {
	if n < 1 || c.areas > 0 && n > c.areas {
		v.Why = "outside the ranks of the index"
		return v
	}
	v.Status, v.Rank, v.Why = IMDGiven, n, "national rank, 1 = most deprived"
	if c.Direction == OneIsLeastDeprived && c.areas > 0 {
		v.Rank = c.areas + 1 - n
	}
	v.Decile = Decile(v.Rank, c.areas)
	v.Quintile = Quintile(v.Decile)
	return v
}
