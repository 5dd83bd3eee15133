package disclosure

import (
	"slices"

	"siequity/audit/disclosure/outsider"
)

// guard says what an outsider must not be able to work out about a count.
type guard int

const (
	unguarded guard = iota
	// guardExact: not the count itself. For small counts that are not shown.
	guardExact
	// guardSmall: nothing finer than "1 to T-1". For small counts that are.
	guardSmall
	// guardNone: nothing finer than "0 to T-1". For the people left over when
	// everybody else in the group had the event.
	guardNone
)

// unknown is one count of the pack, wherever it is shown.
type unknown struct {
	ref   Ref // its first place
	count int
	shown int  // number of places that print it
	known bool // given exactly by a table of the whole trust
	left  bool // what an outsider gets by subtracting what is printed from the whole
	most  int  // left, and all that it can be; 0 where nothing bounds it
	group bool // left, and a difference of nought is telling
}

// system is the pack as equations between its counts. Rooms are set by what is
// printed of it.
type system struct {
	*outsider.System
	vars []unknown
	home map[Ref]int
}

// layout is what of a pack is printed: the grouping each table uses (0 is the
// table as given, i its Coarser[i-1]) and the tables withdrawn altogether.
type layout struct {
	grouping  []int
	withdrawn []bool
}

// newLayout prints every table of the pack as given.
func newLayout(p Pack) layout {
	return layout{make([]int, len(p.Tables)), make([]bool, len(p.Tables))}
}

// of gives the grouping of table i.
func (l layout) of(p Pack, i int) Grouping {
	if l.grouping[i] == 0 {
		return Grouping{}
	}
	return p.Tables[i].Coarser[l.grouping[i]-1]
}

// newSystem writes the pack as equations. The cells of a table stay in it when
// the table is merged or withdrawn, as counts that are not shown: what links
// them to the rest is still true.
func newSystem(p Pack, l layout) *system {
	b := builder{system: &system{System: &outsider.System{}, home: map[Ref]int{}}, counts: p.counts(), same: map[Ref]Ref{}}
	for _, s := range p.Same {
		b.join(s.A, s.B)
	}
	for i, t := range p.Tables {
		b.addTable(t, l.of(p, i), !l.withdrawn[i])
	}
	for _, s := range p.Sums {
		b.addSum(s.Total, s.Parts)
	}
	for _, c := range p.Complements {
		b.addComplement(c)
	}
	for i, t := range p.Tables {
		if !l.withdrawn[i] {
			b.addUnspread(t, l.of(p, i))
		}
	}
	b.finish()
	return b.system
}

// builder collects the counts and equations of a pack.
type builder struct {
	*system
	counts map[Ref]int
	same   map[Ref]Ref // towards the ref that stands for a shared count
}

// root finds the ref that stands for a shared count.
func (b *builder) root(r Ref) Ref {
	for {
		next, ok := b.same[r]
		if !ok {
			return r
		}
		r = next
	}
}

// join makes two refs one count.
func (b *builder) join(x, y Ref) {
	if x, y = b.root(x), b.root(y); x != y {
		b.same[y] = x
	}
}

// variable finds or makes the count at a ref.
func (b *builder) variable(r Ref) int {
	root := b.root(r)
	v, ok := b.home[root]
	if !ok {
		v = len(b.vars)
		b.vars = append(b.vars, unknown{ref: r, count: b.counts[r]})
		b.home[root] = v
	}
	b.home[r] = v
	return v
}

// addTable adds the table as given and, where it is merged, as printed.
func (b *builder) addTable(t Table, g Grouping, printed bool) {
	if printed {
		for _, r := range t.places(g) {
			v := b.variable(r)
			b.vars[v].shown++
			b.vars[v].known = b.vars[v].known || t.Whole
		}
	}
	b.addTotals(t, Grouping{})
	if g.Rows != nil || g.Cols != nil {
		b.addTotals(t, g)
		b.addMerged(t, g)
	}
}

// addTotals adds the sums over the rows and over the columns of a table.
func (b *builder) addTotals(t Table, g Grouping) {
	rows, cols := regroup(t.Rows, g.Rows), regroup(t.columns(), g.Cols)
	var rowTotals []Ref
	for _, r := range rows {
		if t.oneWay() {
			rowTotals = append(rowTotals, Ref{t.Name, r.Label, ""})
			continue
		}
		line := make([]Ref, len(cols))
		for j, c := range cols {
			line[j] = Ref{t.Name, r.Label, c.Label}
		}
		rowTotals = append(rowTotals, Ref{t.Name, r.Label, ""})
		b.addSum(Ref{t.Name, r.Label, ""}, line)
	}
	b.addSum(Ref{t.Name, "", ""}, rowTotals)
	if t.oneWay() {
		return
	}
	var colTotals []Ref
	for _, c := range cols {
		line := make([]Ref, len(rows))
		for i, r := range rows {
			line[i] = Ref{t.Name, r.Label, c.Label}
		}
		colTotals = append(colTotals, Ref{t.Name, "", c.Label})
		b.addSum(Ref{t.Name, "", c.Label}, line)
	}
	b.addSum(Ref{t.Name, "", ""}, colTotals)
}

// addMerged adds every cell of a coarser form as the sum of its finer cells.
func (b *builder) addMerged(t Table, g Grouping) {
	for _, r := range regroup(t.Rows, g.Rows) {
		for _, c := range regroup(t.columns(), g.Cols) {
			var parts []Ref
			for _, x := range r.Of {
				for _, y := range c.Of {
					parts = append(parts, Ref{t.Name, x, y})
				}
			}
			b.addSum(Ref{t.Name, r.Label, c.Label}, parts)
		}
	}
}

// addSum adds total = sum of parts, unless it says nothing.
func (b *builder) addSum(total Ref, parts []Ref) {
	sign := map[int]int{}
	row := []int{b.variable(total)}
	sign[row[0]] = -1
	for _, r := range parts {
		v := b.variable(r)
		if _, ok := sign[v]; !ok {
			row = append(row, v)
		}
		sign[v]++
	}
	b.addRow(row, sign)
}

// addRow adds an equation without the counts that cancel out.
func (b *builder) addRow(vars []int, sign map[int]int) {
	var row []outsider.Term
	for _, v := range vars {
		if sign[v] != 0 {
			row = append(row, outsider.Term{Count: v, Sign: sign[v]})
		}
	}
	if len(row) > 0 {
		b.Rows = append(b.Rows, row)
	}
}

// addComplement adds the difference that an outsider can form.
func (b *builder) addComplement(c Complement) {
	events, whole := b.variable(c.Events), b.variable(c.Whole)
	v := len(b.vars)
	b.vars = append(b.vars, unknown{
		ref: b.vars[events].ref, count: b.vars[whole].count - b.vars[events].count,
		left: true, group: c.Group,
	})
	b.addRow([]int{events, v, whole}, map[int]int{events: 1, v: 1, whole: -1})
}

// finish notes the rows of each count and leaves out repeated equations.
func (b *builder) finish() {
	b.Rows = distinctRows(b.Rows)
	b.At = make([][]int, len(b.vars))
	for i, row := range b.Rows {
		for _, t := range row {
			b.At[t.Count] = append(b.At[t.Count], i)
		}
	}
	b.Down, b.Up = make([]int, len(b.vars)), make([]int, len(b.vars))
}

// distinctRows drops equations that were given before, such as the totals that
// two tables share.
func distinctRows(rows [][]outsider.Term) [][]outsider.Term {
	var out [][]outsider.Term
	first := map[int][]int{} // by lowest count, to compare few rows
	for _, row := range rows {
		slices.SortFunc(row, func(a, b outsider.Term) int { return a.Count - b.Count })
		key := row[0].Count
		if !slices.ContainsFunc(first[key], func(i int) bool { return slices.Equal(out[i], row) }) {
			first[key] = append(first[key], len(out))
			out = append(out, row)
		}
	}
	return out
}
