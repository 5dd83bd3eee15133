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
	marked uint32 // the tables of which the heading is a mark
	cross  bool   // other systems' lists have the heading too, for this system's numbers
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
		if out[i] = c.rivalOf(heading); out[i].owners != 0 {
			out[i].count(c.rows[row+1:], i)
		}
	}
	return out
}

// rivalOf asks every table what a heading means to it.
func (c contest) rivalOf(heading string) rival {
	var r rival
	names := make([]string, len(c.tables))
	for t, x := range c.tables {
		if f := x.find(heading, c.over); f >= 0 {
			names[t] = x.table.Fields[f].Name
		}
		if names[t] == x.table.Own && names[t] != "" {
			r.owners |= 1 << t
		}
		if folded(x.table.Marks)[Fold(heading)] {
			r.marked |= 1 << t
		}
	}
	for t, x := range c.tables {
		for u := range c.tables {
			r.cross = r.cross || t != u && r.of(t) && c.lists(u, heading, x.table.Own)
		}
	}
	return r
}

// lists reports whether table u lists a heading for the field named. A wording that it
// would understand too is no sign that its own exports have the column.
func (c contest) lists(u int, heading, name string) bool {
	f, _ := c.tables[u].exact(heading)
	return f >= 0 && c.tables[u].table.Fields[f].Name == name
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

// sure reports a reference that is certainly the file's own: other lists have no
// such heading, and its numbers are written as table t's are.
func (r *rival) sure(t int, table Table) bool {
	return r.of(t) && r.marked&(1<<t) != 0 && !r.cross && r.written(table)
}

// weigh corrects the guess for table t.
func (c contest) weigh(g *Guess, t int, columns []rival) {
	most := 0
	for _, r := range columns {
		most = max(most, r.filled)
	}
	settled := c.settledBy(columns)
	owned, sparse := false, true
	for i, r := range columns {
		if !r.of(t) {
			continue
		}
		owned, sparse = true, sparse && 2*r.filled < most
		doubt := 2*r.filled < most || settled >= 0 && settled != t || settled < 0 && behind(columns[:i], t, most)
		c.weighColumn(g, t, columns[:i+1], doubt)
	}
	if owned && sparse {
		g.Score -= markWeight // a list whose own numbers are mostly blank is another system's
	}
}

// settledBy gives the table to which one column certainly belongs, or -1.
func (c contest) settledBy(columns []rival) int {
	for _, r := range columns {
		for t, x := range c.tables {
			if r.sure(t, x.table) {
				return t
			}
		}
	}
	return -1
}

// weighColumn corrects the guess for the last of some columns, which table t may
// own. In doubt its heading has no weight.
func (c contest) weighColumn(g *Guess, t int, columns []rival, doubted bool) {
	before, r := columns[:len(columns)-1], columns[len(columns)-1]
	first := !slices.ContainsFunc(before, func(o rival) bool { return o.owners != 0 })
	others := slices.ContainsFunc(before, func(o rival) bool { return o.owners != 0 && !o.of(t) && o.filled > 0 })
	switch {
	case doubted:
		g.Doubt = true
		if r.marked&(1<<t) != 0 {
			g.add(-1)
		}
	case r.cross && others:
		g.Doubt = true
	case !r.written(g.Table):
	case !r.named():
		g.add(1)
	case first:
		g.Marks++ // the heading has its weight; that the numbers bear it out makes it surer
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
