package measure

import (
	"cmp"
	"slices"
)

// A Dimension is one side of a cross-tabulation: its values in the order in
// which they are shown.
type Dimension struct {
	Name   string // "ethnicity", "imd"
	Title  string // "Ethnic group", "IMD quintile (1 = most deprived)"
	Values []Value
}

// A Value is one value of a dimension.
type Value struct{ Key, Title string }

// A Grid is a cross-tabulation of cases with its margins.
type Grid struct {
	Table        string
	Place        Place
	Rows, Cols   Dimension
	Counts       [][]int // by row, column
	RowTotals    []int
	ColumnTotals []int
	Total        int
}

// Grid lays out the counts of a table over a place. Values that the dimensions
// do not list would vanish, so they are added at the end under their own key.
func (b *Book) Grid(table string, at Place, rows, cols Dimension) Grid {
	sums := map[[2]string]int{}
	for k, n := range b.cells[table] {
		if at.covers(k.Place) {
			sums[[2]string{k.Row, k.Column}] += n
		}
	}
	rows, cols = rows.withAll(sums, 0), cols.withAll(sums, 1)
	g := Grid{Table: table, Place: at, Rows: rows, Cols: cols, RowTotals: make([]int, len(rows.Values)), ColumnTotals: make([]int, len(cols.Values))}
	for i, r := range rows.Values {
		g.Counts = append(g.Counts, make([]int, len(cols.Values)))
		for j, c := range cols.Values {
			n := sums[[2]string{r.Key, c.Key}]
			g.Counts[i][j] = n
			g.RowTotals[i] += n
			g.ColumnTotals[j] += n
			g.Total += n
		}
	}
	return g
}

// withAll adds the values that the dimension lacks, sorted. side says which of the
// two keys is the dimension's.
func (d Dimension) withAll(sums map[[2]string]int, side int) Dimension {
	known := map[string]bool{}
	for _, v := range d.Values {
		known[v.Key] = true
	}
	var missing []Value
	for k := range sums {
		if key := k[side]; !known[key] {
			known[key] = true
			missing = append(missing, Value{key, key})
		}
	}
	slices.SortFunc(missing, func(a, b Value) int { return cmp.Compare(a.Key, b.Key) })
	d.Values = append(d.Values[:len(d.Values):len(d.Values)], missing...)
	return d
}

// Where keeps the rows that a caller wants, and adds up the totals again.
func (g Grid) Where(keep func(row string) bool) Grid {
	out := g
	out.Rows.Values, out.RowTotals, out.Counts = nil, nil, nil
	out.ColumnTotals, out.Total = make([]int, len(g.Cols.Values)), 0
	for i, v := range g.Rows.Values {
		if !keep(v.Key) {
			continue
		}
		out.Rows.Values, out.RowTotals, out.Counts = append(out.Rows.Values, v), append(out.RowTotals, g.RowTotals[i]), append(out.Counts, g.Counts[i])
		for j, n := range g.Counts[i] {
			out.ColumnTotals[j] += n
		}
		out.Total += g.RowTotals[i]
	}
	return out
}

// WithoutEmptyRows drops rows that hold no case, but for those named, unless all
// are empty.
func (g Grid) WithoutEmptyRows(keep ...string) Grid {
	if g.Total == 0 {
		return g
	}
	filled := map[string]bool{}
	for i, v := range g.Rows.Values {
		filled[v.Key] = g.RowTotals[i] > 0 || slices.Contains(keep, v.Key)
	}
	return g.Where(func(row string) bool { return filled[row] })
}

// WithoutEmptyColumns drops columns that hold no case, unless all are empty.
func (g Grid) WithoutEmptyColumns() Grid {
	if g.Total == 0 {
		return g
	}
	var keep []int
	for j, n := range g.ColumnTotals {
		if n > 0 {
			keep = append(keep, j)
		}
	}
	out := g
	out.Cols.Values, out.ColumnTotals, out.Counts = nil, nil, nil
	for _, j := range keep {
		out.Cols.Values = append(out.Cols.Values, g.Cols.Values[j])
		out.ColumnTotals = append(out.ColumnTotals, g.ColumnTotals[j])
	}
	for i := range g.Counts {
		var row []int
		for _, j := range keep {
			row = append(row, g.Counts[i][j])
		}
		out.Counts = append(out.Counts, row)
	}
	return out
}
