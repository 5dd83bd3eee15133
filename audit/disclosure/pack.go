package disclosure

import (
	"errors"
	"fmt"
)

// Pack is everything that goes out together: the tables, and how counts of
// different tables hang together. What is not said here is not audited, so a
// pack names every sum that an outsider can form between its tables, and adds
// the tables that were given out before.
type Pack struct {
	Tables []Table
	// Sums are equations beyond the tables' own totals: the trusts of a
	// system, the quarters of a year, a group of categories.
	Sums []Sum
	// Same are pairs of places that show one and the same count, such as the
	// ethnicity totals of two tables about the same incidents.
	Same []Same
	// Complements are events of a group whose non-events must not be given
	// away either.
	Complements []Complement
}

// Sum says that the count at Total is the sum of the counts at Parts. The
// places need not be printed: a total that is not shown still links its parts.
type Sum struct {
	Total Ref
	Parts []Ref
}

// Same says that two places hold one count, which is then hidden in both or in
// neither.
type Same struct {
	A, B Ref
}

// Complement says that Events of Whole had the event, so that an outsider
// knows Whole - Events by subtraction. A small difference is protected like a
// small count. With Group set, a difference of nought is protected too:
// everybody in the group had the event, which tells it of each of them.
type Complement struct {
	Events, Whole Ref
	Group         bool
}

// check lists every fault of the pack at once.
func (p Pack) check() error {
	var errs []error
	names := map[string]bool{}
	for _, t := range p.Tables {
		errs = append(errs, t.faults()...)
		if names[t.Name] {
			errs = append(errs, fmt.Errorf("two tables are called %q", t.Name))
		}
		names[t.Name] = true
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	counts := p.counts()
	errs = append(errs, p.sumFaults(counts)...)
	errs = append(errs, p.pairFaults(counts)...)
	return errors.Join(errs...)
}

// counts gives the true count of every place of every table: cells, totals,
// and the cells and totals of its coarser forms.
func (p Pack) counts() map[Ref]int {
	counts := map[Ref]int{}
	for _, t := range p.Tables {
		for _, g := range append([]Grouping{{}}, t.Coarser...) {
			t.tally(g, counts)
		}
	}
	return counts
}

// tally adds the table's counts under one grouping. A cell that an earlier
// grouping already gave has the same count and is simply set again.
func (t Table) tally(g Grouping, counts map[Ref]int) {
	row, col := index(t.Rows), index(t.columns())
	rowSum, colSum, total := map[string]int{}, map[string]int{}, 0
	for _, r := range regroup(t.Rows, g.Rows) {
		for _, c := range regroup(t.columns(), g.Cols) {
			n := 0
			for _, a := range r.Of {
				for _, b := range c.Of {
					n += t.Counts[row[a]][col[b]]
				}
			}
			counts[Ref{t.Name, r.Label, c.Label}] = n
			rowSum[r.Label] += n
			colSum[c.Label] += n
			total += n
		}
	}
	for l, n := range rowSum {
		counts[Ref{t.Name, l, ""}] = n
	}
	for l, n := range colSum {
		if l != "" {
			counts[Ref{t.Name, "", l}] = n
		}
	}
	counts[Ref{t.Name, "", ""}] = total
}

// index gives each label its position.
func index(labels []string) map[string]int {
	at := make(map[string]int, len(labels))
	for i, l := range labels {
		at[l] = i
	}
	return at
}

// sumFaults finds sums that name no count or do not add up.
func (p Pack) sumFaults(counts map[Ref]int) []error {
	var errs []error
	for _, s := range p.Sums {
		total, err := lookup(counts, s.Total)
		errs = append(errs, err...)
		n := 0
		for _, r := range s.Parts {
			c, err := lookup(counts, r)
			errs = append(errs, err...)
			n += c
		}
		if len(s.Parts) == 0 {
			errs = append(errs, fmt.Errorf("the sum for %s has no parts", s.Total))
		} else if n != total {
			errs = append(errs, fmt.Errorf("the parts of %s do not add up to it", s.Total))
		}
	}
	return errs
}

// pairFaults finds pairs that name no count or contradict each other.
func (p Pack) pairFaults(counts map[Ref]int) []error {
	var errs []error
	for _, s := range p.Same {
		a, errA := lookup(counts, s.A)
		b, errB := lookup(counts, s.B)
		errs = append(append(errs, errA...), errB...)
		if a != b {
			errs = append(errs, fmt.Errorf("%s and %s should be one count but differ", s.A, s.B))
		}
	}
	for _, c := range p.Complements {
		x, errX := lookup(counts, c.Events)
		n, errN := lookup(counts, c.Whole)
		errs = append(append(errs, errX...), errN...)
		if x > n {
			errs = append(errs, fmt.Errorf("%s counts more than the whole it belongs to, %s", c.Events, c.Whole))
		}
	}
	return errs
}

// lookup finds a count, or says that the pack has no such place.
func lookup(counts map[Ref]int, r Ref) (int, []error) {
	n, ok := counts[r]
	if !ok {
		return 0, []error{fmt.Errorf("no table of the pack holds %s", r)}
	}
	return n, nil
}
