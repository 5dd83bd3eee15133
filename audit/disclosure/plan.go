package disclosure

import (
	"fmt"

	"siequity/audit/disclosure/outsider"
)

// State says how a count is shown.
type State int

const (
	// Absent: no table of the plan prints the count.
	Absent State = iota
	// Open: the count itself.
	Open
	// Rounded: a number that stands for a range.
	Rounded
	// Primary: hidden because it is small.
	Primary
	// Secondary: hidden because it would give away another.
	Secondary
)

// Hidden says that the symbol is shown.
func (s State) Hidden() bool { return s == Primary || s == Secondary }

// Shown is what is printed for a count. State tells Primary from Secondary,
// which the page must not: nothing that is written out may depend on it.
type Shown struct {
	Text   string
	Number int // the number that Text reads; 0 and meaningless if hidden
	State  State
}

// Plan is what a profile leaves of a pack. The zero Plan shows nothing.
type Plan struct {
	profile Profile
	layout  layout
	pack    Pack
	shown   map[Ref]Shown
	// optimal says that no choice hides fewer places.
	optimal bool
	// proof holds solutions an outsider cannot rule out.
	proof []outsider.Witness
}

// At gives what is printed at a place. Its State is Absent where nothing is.
func (p Plan) At(r Ref) Shown { return p.shown[r] }

// Profile is the rule the plan follows.
func (p Plan) Profile() Profile { return p.profile }

// Optimal says whether the search proved that no other safe choice hides
// fewer places.
func (p Plan) Optimal() bool { return p.optimal }

// Form gives the labels under which a table is to be printed, after merging.
// printed is false for a table that cannot be shown at all.
func (p Plan) Form(table string) (g Grouping, printed bool) {
	for i, t := range p.pack.Tables {
		if t.Name == table {
			f := p.layout.of(p.pack, i)
			return Grouping{regroup(t.Rows, f.Rows), regroup(t.columns(), f.Cols)}, !p.layout.withdrawn[i]
		}
	}
	return Grouping{}, false
}

// Use says whether a figure may be worked out from counts, and from which
// numbers.
type Use struct {
	Allowed bool
	// Numbers are the counts to work with, in the order asked for: what is
	// printed, not what lies behind it. Nil if not allowed.
	Numbers []int
	// Why tells the reader what stands in the way; empty if nothing does.
	Why string
}

// Derive answers for any figure worked out from counts: a rate, share, ratio,
// difference, interval, p-value or limit, and each chart point, label or
// alternative text that repeats it. Such a figure gives its counts back, so
// all of them must be printed as numbers, and it is worked out from the
// printed numbers; a rounded profile's percentages come from rounded counts.
func (p Plan) Derive(counts ...Ref) Use {
	numbers := make([]int, len(counts))
	for i, r := range counts {
		s := p.At(r)
		switch {
		case s.State == Absent:
			return Use{Why: fmt.Sprintf("%s is not shown", r)}
		case s.State.Hidden():
			return Use{Why: fmt.Sprintf("%s is hidden", r)}
		}
		numbers[i] = s.Number
	}
	return Use{Allowed: true, Numbers: numbers}
}

// Share answers for events among a group, such as a percentage. Besides what
// [Plan.Derive] asks, under a rounding profile neither number may stand for a
// small count; a share of no events is 0.
func (p Plan) Share(events, whole Ref) Use {
	use := p.Derive(events, whole)
	if !use.Allowed || !p.profile.controls() {
		return use
	}
	for i, r := range []Ref{events, whole} {
		if p.At(r).State == Rounded && p.profile.standsForSmall(use.Numbers[i]) {
			return Use{Why: fmt.Sprintf("%s is a small number", r)}
		}
	}
	if use.Numbers[1] == 0 {
		return Use{Why: fmt.Sprintf("%s is nought", whole)}
	}
	return use
}

// Rate answers for events against a denominator that is public and not part
// of the pack, such as births. The events are the number to work with.
func (p Plan) Rate(events Ref) Use {
	use := p.Derive(events)
	if use.Allowed && p.At(events).State == Rounded && p.profile.standsForSmall(use.Numbers[0]) {
		return Use{Why: fmt.Sprintf("%s is a small number", events)}
	}
	return use
}

// standsForSmall says that a printed number may be a small count.
func (p Profile) standsForSmall(shown int) bool {
	return p.SmallAs > 0 && shown == p.SmallAs
}

// plan writes down what the sheet shows.
func (s *sheet) plan(p Pack, l layout, optimal bool) Plan {
	plan := Plan{profile: s.profile, layout: l, pack: p, shown: map[Ref]Shown{}, optimal: optimal, proof: s.pool}
	for i, t := range p.Tables {
		if l.withdrawn[i] {
			continue
		}
		for _, r := range t.places(l.of(p, i)) {
			plan.shown[r] = s.show(s.home[r])
		}
	}
	return plan
}

// show gives what is printed for one count.
func (s *sheet) show(v int) Shown {
	n := s.vars[v].count
	switch {
	case s.vars[v].known:
		return exactly(n)
	case s.hidden[v] && s.profile.small(n):
		return Shown{s.profile.Symbol, 0, Primary}
	case s.hidden[v]:
		return Shown{s.profile.Symbol, 0, Secondary}
	}
	shown := exactly(s.profile.Number(n))
	if low, high := s.profile.behind(shown.Number); low != high {
		shown.State = Rounded
	}
	return shown
}

// exactly shows a number as it is.
func exactly(n int) Shown { return Shown{fmt.Sprint(n), n, Open} }
