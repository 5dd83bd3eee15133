package measure

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
	for _, e := range b.Cells() {
		if e.Table == table && at.covers(e.Place) {
			sums[[2]string{e.Row, e.Column}] += e.Count
			rows, cols = rows.with(e.Row), cols.with(e.Column)
		}
	}
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

// with adds a value that the dimension lacks.
func (d Dimension) with(key string) Dimension {
	for _, v := range d.Values {
		if v.Key == key {
			return d
		}
	}
	d.Values = append(d.Values[:len(d.Values):len(d.Values)], Value{key, key})
	return d
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
