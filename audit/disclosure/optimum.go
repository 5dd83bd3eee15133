package disclosure

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"siequity/audit/disclosure/cover"
)

// Criterion is a bare rule for protecting a two-way table: the measure that the choice of counts to hide is held against.
type Criterion struct {
	// Threshold T: counts from 1 to T-1 are hidden.
	Threshold int
	// Lower is the least count an outsider takes to be behind a symbol.
	Lower int
	// Exact asks only that no small count can be worked out exactly; otherwise
	// the range left to an outsider must hold all of 1 to T-1.
	Exact bool
	// Totals lets totals be hidden too.
	Totals bool
}

// Fewest is the least that has to be hidden beside the small counts.
type Fewest struct {
	Small    int // small counts
	Count    int // others to hide
	Sum      int // the least that those count together
	Patterns int // choices that hide as few and as little
}

// Fewest finds the optimum. It gives the small counts even where it fails, with
// [ErrUnsafe], because nothing protects the table or the search would take too long.
func (c Criterion) Fewest(ctx context.Context, counts [][]int) (Fewest, error) {
	t := Table{Name: "t", Rows: ordinals(len(counts)), Cols: ordinals(len(counts[0])), Counts: counts}
	pack := Pack{Tables: []Table{t}}
	if err := pack.check(); err != nil {
		return Fewest{}, err
	}
	s := newSheet(pack, newLayout(pack), Profile{Threshold: c.Threshold, Symbol: "*"})
	s.bare = &c
	for v, u := range s.vars {
		s.vars[v].known = !c.Totals && (u.ref.Row == "" || u.ref.Col == "")
	}
	s.hide(nil)
	return s.fewest(ctx)
}

// ordinals gives n distinct labels.
func ordinals(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = strconv.Itoa(i + 1)
	}
	return out
}

// fewest chooses the counts to hide, then counts the choices that are as good.
func (s *sheet) fewest(ctx context.Context) (Fewest, error) {
	c := &chooser{sheet: s, price: s.cost(), cuts: s.lineCuts(), sound: true}
	f := Fewest{Small: s.smallHidden()}
	if err := c.grow(ctx); err != nil {
		return f, fmt.Errorf("%w: %w", ErrUnsafe, err)
	}
	var err error
	if f.Patterns, err = c.patterns(ctx); err != nil {
		return f, err
	}
	for _, v := range c.extra() {
		f.Count, f.Sum = f.Count+1, f.Sum+s.vars[v].count
	}
	return f, nil
}

// smallHidden is the number of small counts among those hidden.
func (s *sheet) smallHidden() (n int) {
	for v := range s.vars {
		if s.primary(v) {
			n++
		}
	}
	return n
}

// patterns counts the optimal choices and leaves one of them hidden: all that
// meet the cuts at the least cost, learning a cut from each that is not safe
// until all of them are.
func (c *chooser) patterns(ctx context.Context) (int, error) {
	for range growRounds {
		if err := errors.Join(ctx.Err(), c.strike()); err != nil {
			return 0, fmt.Errorf("%w: %w", ErrUnsafe, err)
		}
		ties, complete := cover.Ties(c.price, c.cuts)
		if !complete {
			break
		}
		learned := false
		for _, chosen := range ties {
			c.hide(chosen)
			learned = c.learn() || learned
		}
		if !learned && c.sound {
			return len(ties), nil
		}
	}
	return 0, fmt.Errorf("%w: too many choices to count", ErrUnsafe)
}

// demand is what the bare criterion asks for a count that is small, and for
// one that is not: nothing.
func (c Criterion) demand(g guard) demand {
	if g == unguarded {
		return demand{}
	}
	return demand{width: 1}
}
