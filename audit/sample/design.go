package sample

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"siequity/audit/stats"
)

// Spread is how the sample is spread over the strata.
type Spread string

// The spreads. Proportional uses the largest remainder, or, when there are
// least numbers or over-sampled groups, the exact optimal integer allocation of
// Wright (2012) with equal deviations; Neyman is Wright's with the deviations
// of the expected shares.
const (
	Proportional Spread = "proportional"
	Equal        Spread = "equal"
	Neyman       Spread = "neyman"
)

// Boost takes a group's strata as Factor times their size when the sample is
// spread: over-sampling, undone by the weights when it is analysed.
type Boost struct {
	Group
	Factor float64 `json:"factor"`
}

// Expected is the share of yes that a group's strata are thought to have, for
// Neyman: from an earlier audit, say. A half is taken where nothing is said.
type Expected struct {
	Group
	Share float64 `json:"share"`
}

// Earlier is a draw made before, as the register has it.
type Earlier struct {
	Draw string   `json:"draw"`
	IDs  []string `json:"ids"`
}

// Design says how to draw.
type Design struct {
	ID   string `json:"id"`   // names the draw, such as 2026-27-q1
	Date string `json:"date"` // of the draw, given by the caller, as 2026-07-01
	Seed string `json:"seed"` // printed; best an audit name and a publicly drawn number
	Tool string `json:"tool"` // version of the tool
	// Records says that the units are records of single systems, several of which may be
	// of one case: what readers decide is then about the record and not its case.
	Records bool `json:"records,omitempty"`

	Filter   []Group   `json:"filter,omitempty"`    // a unit must belong to every one
	Exclude  []Earlier `json:"exclude,omitempty"`   // draws whose cases are left out
	FollowUp *Earlier  `json:"follow_up,omitempty"` // a draw whose cases alone are the frame

	Strata   []By       `json:"strata,omitempty"`
	Certain  []Group    `json:"certain,omitempty"` // a unit of any one is taken for sure
	Size     Size       `json:"size"`
	Spread   Spread     `json:"spread,omitempty"` // proportional when empty
	Least    int        `json:"least,omitempty"`  // cases from every stratum; 2 let each show its variance
	Boost    []Boost    `json:"boost,omitempty"`
	Expected []Expected `json:"expected,omitempty"`
	Reserve  int        `json:"reserve,omitempty"` // reserve cases kept for every stratum, in order

	Readers []string `json:"readers,omitempty"` // names or roles; one unnamed reader when empty
	Twice   float64  `json:"twice,omitempty"`   // share of the cases read by two readers
}

// Fault is one thing wrong with a design, a frame or a file, and the remedy.
type Fault struct{ What, Hint string }

// Error is what is wrong; the remedy is left to the caller.
func (f Fault) Error() string { return f.What }

// Remedy says what to do.
func (f Fault) Remedy() string { return f.Hint }

// faults gathers them.
type faults []error

func (f *faults) add(hint, what string, args ...any) {
	*f = append(*f, Fault{fmt.Sprintf(what, args...), hint})
}

func (f faults) err() error { return errors.Join(f...) }

func (d Design) check() error {
	var f faults
	if d.ID == "" || strings.ContainsFunc(d.ID, notOfID) {
		f.add("call it after its period, such as 2026-27-q1", "the draw needs an id of letters, digits and - _ . only, not %q", d.ID)
	}
	if _, err := time.Parse(time.DateOnly, d.Date); err != nil {
		f.add("write it as 2026-07-01", "the date of the draw, %q, is not a date", d.Date)
	}
	if strings.TrimSpace(d.Seed) == "" {
		f.add("use the audit's name and a number drawn in public, such as a lottery result", "the draw needs a seed")
	}
	d.checkGroups(&f)
	d.checkSpread(&f)
	d.checkReaders(&f)
	d.Size.check(&f)
	return f.err()
}

// notOfID tells a sign that an id may not have: it is part of the names of files, and
// Windows refuses many.
func notOfID(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_.", r)
}

func (d Design) checkGroups(f *faults) {
	strata := map[By]bool{}
	for _, by := range d.Strata {
		if !slices.Contains(Groupings(), by) {
			f.add("use some of "+byWords(Groupings()), "strata cannot be made of %q", by)
		}
		if strata[by] {
			f.add("", "%s is named twice among the strata", by)
		}
		strata[by] = true
	}
	for _, g := range slices.Concat(d.Filter, d.Certain) {
		g.check(f)
	}
	for _, b := range d.Boost {
		b.Group.check(f)
		if !strata[b.By] {
			f.add("add "+string(b.By)+" to the strata", "to over-sample by %s it must be among the strata", b.By)
		}
		if !(b.Factor > 0 && b.Factor <= 1000) {
			f.add("2 takes twice the share", "the factor for %s must lie above 0 and at most 1000, not %v", b.Group, b.Factor)
		}
	}
	for _, e := range d.Expected {
		e.Group.check(f)
		if !strata[e.By] {
			f.add("add "+string(e.By)+" to the strata", "the expected share of %s needs %s among the strata", e.Group, e.By)
		}
		if !(e.Share >= 0 && e.Share <= 1) {
			f.add("write 30% as 0.3", "the expected share of %s must lie between 0 and 1, not %v", e.Group, e.Share)
		}
	}
}

func (g Group) check(f *faults) {
	if !slices.Contains(append(Groupings(), ByTheme, ByFails), g.By) {
		f.add("use some of "+byWords(append(Groupings(), ByTheme, ByFails)), "there is no %q to choose cases by", g.By)
	}
	if len(g.Any) == 0 {
		f.add("", "choosing by %s needs a value", g.By)
	}
}

func (d Design) checkSpread(f *faults) {
	switch d.Spread {
	case "", Proportional, Neyman:
	case Equal:
		if len(d.Boost) > 0 {
			f.add("use proportional or neyman", "an equal number from every stratum leaves nothing to over-sample")
		}
	default:
		f.add("use proportional, equal or neyman", "there is no spread %q", d.Spread)
	}
	if d.Spread != Neyman && len(d.Expected) > 0 {
		f.add("choose the spread neyman", "expected shares serve the spread neyman only")
	}
	if d.Least < 0 || d.Reserve < 0 {
		f.add("", "the least number and the reserve must not be negative")
	}
}

func (d Design) checkReaders(f *faults) {
	for i, r := range d.Readers {
		switch {
		case strings.TrimSpace(r) == "" || len([]rune(r)) > 60:
			f.add("", "reader %d needs a name of at most 60 characters", i+1)
		case same(r, Adjudicator):
			f.add("choose another name", "%q is kept for the answers that settle a disagreement", Adjudicator)
		case slices.ContainsFunc(d.Readers[:i], func(o string) bool { return same(o, r) }):
			f.add("give every reader a name of their own", "reader %q is named twice", r)
		}
	}
	if !(d.Twice >= 0 && d.Twice <= 1) {
		f.add("write 20% as 0.2", "the share read by two must lie between 0 and 1, not %v", d.Twice)
	}
	if d.Twice > 0 && len(d.Readers) < 2 {
		f.add("name at least two readers", "cases can be read by two only if there are two readers")
	}
}

func byWords(list []By) string {
	words := make([]string, len(list))
	for i, by := range list {
		words[i] = string(by)
	}
	return strings.Join(words, ", ")
}

// Level is the confidence level of the design, 0.95 when it says nothing.
func (d Design) Level() float64 {
	if d.Size.Level == 0 || stats.CheckLevel(d.Size.Level) != "" {
		return 0.95
	}
	return d.Size.Level
}
