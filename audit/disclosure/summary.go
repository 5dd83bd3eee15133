package disclosure

import "fmt"

// Summary is what the page on disclosure control may say of a plan. Nothing in
// it helps to tell a small count from one that was hidden to protect another.
type Summary struct {
	// Places is the number of counts the tables print, Hidden how many of them
	// show the symbol.
	Places, Hidden int
	// First and Protecting part Hidden into small counts and those hidden to
	// protect them. They are given for the whole pack, and only if both are
	// large enough to say nothing of any one symbol (Told); otherwise 0.
	First, Protecting int
	Told              bool
	Tables            []TableSummary
}

// TableSummary is what may be said of one table.
type TableSummary struct {
	Name           string
	Places, Hidden int
	// Merged says that categories were merged, Withdrawn that the table cannot
	// be shown.
	Merged, Withdrawn bool
	// Why is a sentence for the reader.
	Why string
}

// enoughToTell is the least number of either kind of hidden count at which
// the page says how many there are of each.
const enoughToTell = 5

// Summary counts what is hidden, table by table in the order of the pack.
func (p Plan) Summary() Summary {
	var s Summary
	for i, t := range p.pack.Tables {
		sum := TableSummary{Name: t.Name, Withdrawn: p.layout.withdrawn[i], Merged: p.layout.grouping[i] > 0}
		if !sum.Withdrawn {
			for _, r := range t.places(p.layout.of(p.pack, i)) {
				sum.Places++
				s.tally(p.shown[r], &sum)
			}
		}
		sum.Why = p.why(t, sum)
		s.Places, s.Hidden = s.Places+sum.Places, s.Hidden+sum.Hidden
		s.Tables = append(s.Tables, sum)
	}
	if s.Told = min(s.First, s.Protecting) >= enoughToTell; !s.Told {
		s.First, s.Protecting = 0, 0
	}
	return s
}

// tally adds one place.
func (s *Summary) tally(shown Shown, t *TableSummary) {
	switch shown.State {
	case Primary:
		s.First, t.Hidden = s.First+1, t.Hidden+1
	case Secondary:
		s.Protecting, t.Hidden = s.Protecting+1, t.Hidden+1
	}
}

// why explains a table to its reader.
func (p Plan) why(t Table, s TableSummary) string {
	merged := ""
	if s.Merged {
		merged = "; categories are merged because too much would have been hidden"
	}
	switch {
	case t.Whole || !p.profile.controls():
		return "shown exactly"
	case s.Withdrawn:
		return "not shown, because it would give small numbers away"
	case s.Hidden == 0 && p.profile.SmallAs > 0:
		return fmt.Sprintf("nothing hidden; %d stands for a number from 1 to %d and for itself%s", p.profile.SmallAs, p.profile.Threshold-1, merged)
	case s.Hidden == 0:
		return "nothing hidden" + merged
	}
	if p.profile.SmallAs > 0 {
		return fmt.Sprintf("%s stands for a number that would give one from 1 to %d away; %d stands for these and for itself%s",
			p.profile.Symbol, p.profile.Threshold-1, p.profile.SmallAs, merged)
	}
	return fmt.Sprintf("%s stands for a number from 1 to %d, or for a larger one that would give such a number away%s",
		p.profile.Symbol, p.profile.Threshold-1, merged)
}
