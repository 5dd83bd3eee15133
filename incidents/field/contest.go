package field

import (
	"math/bits"
	"slices"
)

// A contest settles which of several reference columns is the file's own. A list
// of one system often has a column for another's numbers ("StEIS ref" in DATIX),
// whose heading is peculiar to that other system and says nothing of this file.
type contest struct {
	tables []headingIndex
	rows   [][]string
	over   Overrides
}

// A rival is a column that may hold the file's own reference.
type rival struct {
	owners uint32 // the tables whose own it may be, a bit for each
	filled int    // cells under it that hold a reference
	cells  []string
}

// settle takes back from each guess the weight of headings that are only
// cross-references, and gives some for references written as its system does.
func (c contest) settle(guesses []Guess) {
	seen := map[int][]rival{}
	for t := range guesses {
		g := &guesses[t]
		if g.Row < 0 {
			continue
		}
		if seen[g.Row] == nil {
			seen[g.Row] = c.rivals(g.Row)
		}
		c.weigh(g, t, seen[g.Row])
	}
}

// rivals looks at the columns under a heading row.
func (c contest) rivals(row int) []rival {
	out := make([]rival, len(c.rows[row]))
	for i, heading := range c.rows[row] {
		r := &out[i]
		for t, x := range c.tables {
			if f := x.find(heading, c.over); f >= 0 && x.table.Fields[f].Name == x.table.Own {
				r.owners |= 1 << t
			}
		}
		if r.owners != 0 {
			r.count(c.rows[row+1:], i)
		}
	}
	return out
}

func (r *rival) count(under [][]string, column int) {
	for _, cells := range under {
		if column < len(cells) && !NoReference(cells[column]) {
			r.filled++
			r.cells = append(r.cells, cells[column])
		}
	}
}

// named reports a heading that means one system's reference alone.
func (r *rival) named() bool { return bits.OnesCount32(r.owners) == 1 }

func (r *rival) of(t int) bool { return r.owners&(1<<t) != 0 }

// weigh corrects the guess for table t.
func (c contest) weigh(g *Guess, t int, columns []rival) {
	marks := folded(g.Table.Marks)
	most := 0
	for _, r := range columns {
		most = max(most, r.filled)
	}
	owned, sparse := false, true
	for i, r := range columns {
		if !r.of(t) {
			continue
		}
		owned = true
		few := 2*r.filled < most
		sparse = sparse && few
		marked := marks[Fold(c.rows[g.Row][i])]
		switch {
		case few || behind(columns[:i], t, most):
			if marked {
				g.add(-1)
			}
		case !r.written(g.Table):
		case !r.named():
			g.add(1)
		case alone(columns[:i]):
			g.Marks++ // the heading has its weight; that the numbers bear it out makes it surer
		}
	}
	if owned && sparse {
		g.Score -= markWeight // a list whose own numbers are mostly blank is another system's
	}
}

func (g *Guess) add(marks int) {
	g.Marks += marks
	g.Score += marks * markWeight
}

// behind reports whether the reference of another system, by name and no emptier,
// stands before a column of table t: people put a list's own reference first. With
// no rows to go by, a heading that any system may use is enough.
func behind(before []rival, t, most int) bool {
	for _, r := range before {
		if r.owners != 0 && !r.of(t) && (r.named() || most == 0) && 2*r.filled >= most {
			return true
		}
	}
	return false
}

// alone reports whether none of the columns holds references.
func alone(columns []rival) bool {
	return !slices.ContainsFunc(columns, func(r rival) bool { return r.owners != 0 })
}

// written reports whether half the references of a column, or more, look like the table's own.
func (r *rival) written(t Table) bool {
	if t.Form == nil {
		return false
	}
	n := 0
	for _, c := range r.cells {
		if t.Form.MatchString(c) {
			n++
		}
	}
	return n > 0 && 2*n >= len(r.cells)
}
