package disclosure

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// ErrUnsafe is the error of a pack that no hiding makes safe to give out. It
// must not be written.
var ErrUnsafe = errors.New("the tables cannot be given out safely together")

// Protect decides what of a pack is shown under a profile, so that the audit
// finds nothing an outsider could work out. Tables of which too much would be
// hidden are merged to their next coarser categories, and a table with counts
// that nothing protects is withdrawn. The outcome depends on the pack alone.
//
// The report is that of the attack on the plan.
//
// Faults of the pack come back all together. An error that wraps [ErrUnsafe]
// names the table to change.
func Protect(ctx context.Context, pack Pack, profile Profile) (Plan, Report, error) {
	if err := errors.Join(profile.check(), pack.check()); err != nil {
		return Plan{}, Report{}, fmt.Errorf("disclosure control: %w", err)
	}
	l := newLayout(pack)
	for {
		s := newSheet(pack, l, profile)
		if !profile.controls() {
			return audited(ctx, pack, s.plan(pack, l, true))
		}
		optimal, err := s.choose(ctx)
		if exposed := (unprotectable{}); errors.As(err, &exposed) {
			if !l.withdraw(pack, s, exposed.v) {
				return Plan{}, Report{}, fmt.Errorf("%w: what is known of the whole gives away counts of %q", ErrUnsafe, s.vars[exposed.v].ref.Table)
			}
			continue
		}
		if err != nil {
			return Plan{}, Report{}, fmt.Errorf("%w: %w", ErrUnsafe, err)
		}
		if l.collapse(pack, s) {
			continue
		}
		return audited(ctx, pack, s.plan(pack, l, optimal))
	}
}

// audited hands out a plan only if the attack on it found nothing.
func audited(ctx context.Context, pack Pack, plan Plan) (Plan, Report, error) {
	r := Audit(ctx, pack, plan)
	switch {
	case r.Incomplete != "":
		return Plan{}, r, fmt.Errorf("%w: the audit could not be completed: %s", ErrUnsafe, r.Incomplete)
	case !r.Safe:
		return Plan{}, r, fmt.Errorf("%w: table %q", ErrUnsafe, r.Exposed[0].Table)
	}
	return plan, r, nil
}

// withdraw takes one table out of print because of a count that cannot be
// protected: the table of the count; where that is out already, the last that
// holds the count too, then the last that shares a sum with it, then the last of
// all. So a pack of very few cases loses tables and not everything. It is false
// when none is left but those that are exact for being of the whole trust.
func (l layout) withdraw(p Pack, s *sheet, v int) bool {
	summed := map[int]bool{}
	for _, row := range s.At[v] {
		for _, t := range s.Rows[row] {
			summed[t.Count] = true
		}
	}
	for _, near := range []func(Ref) bool{
		func(r Ref) bool { return r.Table == s.vars[v].ref.Table },
		func(r Ref) bool { return s.home[r] == v },
		func(r Ref) bool { return summed[s.home[r]] },
		func(Ref) bool { return true },
	} {
		for i := len(p.Tables) - 1; i >= 0; i-- {
			t := p.Tables[i]
			if !l.withdrawn[i] && !t.Whole && slices.ContainsFunc(t.places(l.of(p, i)), near) {
				l.withdrawn[i] = true
				return true
			}
		}
	}
	return false
}

// collapse merges the first table of which too much is hidden and that has
// coarser categories left.
func (l layout) collapse(p Pack, s *sheet) bool {
	for i, t := range p.Tables {
		if l.withdrawn[i] || l.grouping[i] == len(t.Coarser) {
			continue
		}
		if s.hiddenShare(t.places(l.of(p, i))) > s.profile.CollapseOver {
			l.grouping[i]++
			return true
		}
	}
	return false
}

// hiddenShare is the part of some places that is hidden.
func (s *sheet) hiddenShare(places []Ref) float64 {
	n := 0
	for _, r := range places {
		if s.hidden[s.home[r]] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(places)))
}
