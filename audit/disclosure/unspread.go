package disclosure

// addUnspread adds, for each line some of whose cells are left out of print, the sum
// of these cells. An outsider gets it by subtracting what is printed of the line from
// its total, and it is kept like a small count: one case in three unprinted cells is
// one case of somebody.
func (b *builder) addUnspread(t Table, g Grouping) {
	if t.oneWay() || len(t.TotalsOnly.Rows)+len(t.TotalsOnly.Cols) == 0 {
		return
	}
	rows, cols := regroup(t.Rows, g.Rows), regroup(t.columns(), g.Cols)
	for _, r := range rows {
		line := make([]Ref, len(cols))
		for j, c := range cols {
			line[j] = Ref{t.Name, r.Label, c.Label}
		}
		b.addLineLeft(t, line, func(r Ref) Ref { return Ref{t.Name, "", r.Col} })
	}
	for _, c := range cols {
		line := make([]Ref, len(rows))
		for i, r := range rows {
			line[i] = Ref{t.Name, r.Label, c.Label}
		}
		b.addLineLeft(t, line, func(r Ref) Ref { return Ref{t.Name, r.Row, ""} })
	}
}

// addLineLeft adds the sum of the cells of one line that are left out of print, unless
// all or none of them are. Nobody takes it for more than the totals of the lines that
// cross it at these cells, which are told; total finds them.
func (b *builder) addLineLeft(t Table, line []Ref, total func(Ref) Ref) {
	var left []Ref
	for _, r := range line {
		if t.TotalsOnly.holds(r.Row, r.Col) {
			left = append(left, r)
		}
	}
	if len(left) == 0 || len(left) == len(line) {
		return
	}
	count, most, sign := 0, 0, map[int]int{}
	v := len(b.vars)
	row := []int{v}
	b.vars = append(b.vars, unknown{left: true})
	for _, r := range left {
		part := b.variable(r)
		count += b.vars[part].count
		most += b.counts[total(r)]
		if sign[part]++; sign[part] == 1 {
			row = append(row, part)
		}
	}
	sign[v] = -1
	b.vars[v].ref, b.vars[v].count, b.vars[v].most = left[0], count, most
	b.addRow(row, sign)
}
