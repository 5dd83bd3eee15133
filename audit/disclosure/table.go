package disclosure

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/disclosure/outsider"
)

// Ref names one count where it is shown: a table, a row and a column. An empty
// Row is the total over the rows, an empty Col the total over the columns, and
// both empty the table's grand total. In a one-way table Col is always empty.
type Ref struct {
	Table, Row, Col string
}

// String gives "table / row / column", with "total" for an empty part.
func (r Ref) String() string {
	parts := []string{r.Table, r.Row, r.Col}
	for i, p := range parts {
		if p == "" {
			parts[i] = "total"
		}
	}
	return strings.Join(parts, " / ")
}

// Table is one cross-tabulation of people or events as the pack shows it. The
// totals are never given: they are the sums of Counts, so that the table that
// is protected is the table that is printed.
type Table struct {
	// Name is unique in the pack and is the Table of every Ref into it.
	Name string
	// Rows and Cols are the labels, unique and not empty. Cols is nil in a
	// one-way table, whose Counts then hold one number a row.
	Rows, Cols []string
	// Counts[r][c] is the count of row r and column c, 0 or more.
	Counts [][]int
	// NoRowTotals, NoColTotals and NoTotal leave the totals of the rows, of
	// the columns and of the whole table out of print.
	NoRowTotals, NoColTotals, NoTotal bool
	// TotalsOnly lists rows and columns of which the cells are left out of print,
	// and the total is not: how many there are may be told, how they spread may
	// not. Noughts among them are left out too, so that nothing can be told from
	// which cells are missing. Such a line is merged with no other.
	TotalsOnly Lines
	// Whole marks a table of process measures of a whole trust, split by no
	// personal characteristic: it stays exact in every profile, and the
	// outsider is taken to know every count in it.
	Whole bool
	// Coarser lists broader categories to fall back on, the most detailed
	// first, when too large a part of the table would be hidden.
	Coarser []Grouping
}

// Lines names rows and columns of a table.
type Lines struct {
	Rows, Cols []string
}

// holds reports whether a cell lies in one of the lines.
func (l Lines) holds(row, col string) bool {
	return slices.Contains(l.Rows, row) || slices.Contains(l.Cols, col)
}

// Grouping merges categories of a table. A nil Rows or Cols leaves that side
// as it is; otherwise its groups hold every label of the side exactly once.
type Grouping struct {
	Rows, Cols []Group
}

// Group is one broader category and the labels it takes in. A group of several
// must not carry the label of a category that the table had before.
type Group struct {
	Label string
	Of    []string
}

// oneWay says that the table has rows only.
func (t Table) oneWay() bool { return t.Cols == nil }

// columns is Cols, or the single nameless column of a one-way table.
func (t Table) columns() []string {
	if t.oneWay() {
		return []string{""}
	}
	return t.Cols
}

// faults lists everything wrong with the table on its own.
func (t Table) faults() []error {
	var errs []error
	if t.Name == "" {
		errs = append(errs, fmt.Errorf("a table has no name"))
	}
	errs = append(errs, labelFaults(t.Name, "row", t.Rows)...)
	errs = append(errs, labelFaults(t.Name, "column", t.Cols)...)
	if len(t.Counts) != len(t.Rows) {
		return append(errs, fmt.Errorf("table %q: %d rows of counts for %d row labels", t.Name, len(t.Counts), len(t.Rows)))
	}
	for r, line := range t.Counts {
		if len(line) != len(t.columns()) {
			errs = append(errs, fmt.Errorf("table %q, row %q: %d counts for %d columns", t.Name, t.Rows[r], len(line), len(t.columns())))
			continue
		}
		for c, n := range line {
			if n < 0 || n >= outsider.NoLimit {
				errs = append(errs, fmt.Errorf("%s: %d is not a count", Ref{t.Name, t.Rows[r], t.columns()[c]}, n))
			}
		}
	}
	errs = append(errs, t.totalsOnlyFaults()...)
	for i, g := range t.Coarser {
		errs = append(errs, groupFaults(t.Name, i, "row", g.Rows, t.Rows)...)
		errs = append(errs, groupFaults(t.Name, i, "column", g.Cols, t.Cols)...)
	}
	return errs
}

// labelFaults finds empty and repeated labels.
func labelFaults(table, side string, labels []string) []error {
	var errs []error
	seen := map[string]bool{}
	for i, l := range labels {
		switch {
		case l == "":
			errs = append(errs, fmt.Errorf("table %q: %s %d has no label", table, side, i+1))
		case seen[l]:
			errs = append(errs, fmt.Errorf("table %q: %s label %q comes twice", table, side, l))
		}
		seen[l] = true
	}
	return errs
}

// totalsOnlyFaults finds lines of totals that the table does not have, or merges.
func (t Table) totalsOnlyFaults() []error {
	errs := t.lineFaults("row", t.TotalsOnly.Rows, t.Rows, func(g Grouping) []Group { return g.Rows })
	return append(errs, t.lineFaults("column", t.TotalsOnly.Cols, t.Cols, func(g Grouping) []Group { return g.Cols })...)
}

func (t Table) lineFaults(side string, lines, labels []string, merged func(Grouping) []Group) []error {
	var errs []error
	for _, l := range lines {
		if t.oneWay() || !slices.Contains(labels, l) {
			errs = append(errs, fmt.Errorf("table %q: no %s of cells is called %q, of which only the total is to be shown", t.Name, side, l))
		}
		for _, g := range t.Coarser {
			if slices.ContainsFunc(merged(g), func(x Group) bool { return len(x.Of) > 1 && slices.Contains(x.Of, l) }) {
				errs = append(errs, fmt.Errorf("table %q: %q shows its total only and cannot be merged", t.Name, l))
			}
		}
	}
	return errs
}

// groupFaults checks that groups share out the labels of one side exactly.
func groupFaults(table string, n int, side string, groups []Group, labels []string) []error {
	if groups == nil {
		return nil
	}
	var errs []error
	fault := func(format string, args ...any) {
		errs = append(errs, fmt.Errorf("table %q, coarser %ss %d: %s", table, side, n+1, fmt.Sprintf(format, args...)))
	}
	taken, old := map[string]bool{}, map[string]bool{}
	for _, l := range labels {
		old[l] = true
	}
	for _, g := range groups {
		if old[g.Label] && (len(g.Of) != 1 || g.Of[0] != g.Label) {
			fault("group %q carries the name of a category it is not", g.Label)
		}
		for _, l := range g.Of {
			if !old[l] {
				fault("no %s is called %q", side, l)
			} else if taken[l] {
				fault("%q is in two groups", l)
			}
			taken[l] = true
		}
	}
	for _, l := range labels {
		if !taken[l] {
			fault("%q is in no group", l)
		}
	}
	return errs
}

// places lists the refs that the table prints under a grouping (the zero
// Grouping for none): the cells row by row, each row with its total, then the
// column totals and the grand total.
func (t Table) places(g Grouping) []Ref {
	rows, cols := regroup(t.Rows, g.Rows), regroup(t.columns(), g.Cols)
	var refs []Ref
	for _, r := range rows {
		for _, c := range cols {
			if !t.TotalsOnly.holds(r.Label, c.Label) {
				refs = append(refs, Ref{t.Name, r.Label, c.Label})
			}
		}
		if !t.oneWay() && !t.NoRowTotals {
			refs = append(refs, Ref{t.Name, r.Label, ""})
		}
	}
	if !t.oneWay() && !t.NoColTotals {
		for _, c := range cols {
			refs = append(refs, Ref{t.Name, "", c.Label})
		}
	}
	if !t.NoTotal {
		refs = append(refs, Ref{t.Name, "", ""})
	}
	return refs
}

// regroup gives the groups of one side; without any, each label by itself.
func regroup(labels []string, groups []Group) []Group {
	if groups != nil {
		return groups
	}
	out := make([]Group, len(labels))
	for i, l := range labels {
		out[i] = Group{Label: l, Of: []string{l}}
	}
	return out
}
