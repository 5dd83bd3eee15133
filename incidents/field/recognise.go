package field

import (
	"cmp"
	"slices"
)

// A Guess is how well one source's table fits a sheet.
type Guess struct {
	Table Table
	Row   int // index of the heading row among the rows looked at
	Known int // columns of that row that the table knows
	Marks int // of them, headings peculiar to the source
	Score int
	// Doubt says that the file's own reference may be another column, before the one
	// that made the guess.
	Doubt bool
}

// Sure says in a word how far the guess can be trusted.
func (g Guess) Sure(next Guess) string {
	switch {
	case g.Known == 0:
		return "unknown"
	case g.Marks >= 2 && (g.Marks >= beyondDoubt || !g.Doubt) && g.Score >= next.Score+markWeight:
		return "sure"
	case g.Score > next.Score:
		return "likely"
	}
	return "unsure"
}

// Rivalled reports whether the next guess may be the right one: it fits as well, or
// it explains nearly as many columns and knows headings peculiar to its source. All
// sources know plain headings such as "Ref" and "Category", so those are no sign.
func (g Guess) Rivalled(next Guess) bool {
	switch g.Sure(next) {
	case "unsure":
		return next.Known >= MinKnown
	case "likely":
		return next.Known >= MinKnown && next.Marks > 0 && 5*next.Known >= 4*g.Known
	}
	return false
}

const (
	// markWeight is what a heading peculiar to one source counts beside an
	// ordinary known heading: one "Log No" outweighs the four or five headings
	// (date, location, category ...) that all systems share.
	markWeight = 5
	// beyondDoubt is how many such headings outweigh the reference of another
	// system that stands before the file's own.
	beyondDoubt = 4
	// MinKnown is the number of known headings below which a row is not taken
	// for a heading row: a criteria line such as "Date | Location" knows two.
	MinKnown = 3
)

// Recognise looks for the heading row among the first rows of a sheet and for
// the source it belongs to. It returns one guess for each table, the best
// first; ties go to the earlier table and the earlier row. The row is the one
// with most known headings, since titles and search criteria stand above it. The
// rows under it tell which of several references is the file's own.
func Recognise(rows [][]string, tables []Table, over Overrides) []Guess {
	guesses := make([]Guess, len(tables))
	indexes := make([]headingIndex, len(tables))
	for i, t := range tables {
		indexes[i] = t.index()
		guesses[i] = indexes[i].bestRow(rows, over)
	}
	contest{indexes, rows, over}.settle(guesses)
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(b.Score, a.Score) })
	return guesses
}

func (x headingIndex) bestRow(rows [][]string, over Overrides) Guess {
	best := Guess{Table: x.table, Row: -1}
	marks, hints := folded(x.table.Marks), folded(x.table.Hints)
	for i, cells := range rows {
		g := x.score(cells, marks, hints, over)
		if g.Score > best.Score {
			best = Guess{Table: x.table, Row: i, Known: g.Known, Marks: g.Marks, Score: g.Score}
		}
	}
	return best
}

func folded(headings []string) map[string]bool {
	set := map[string]bool{}
	for _, h := range headings {
		set[Fold(h)] = true
	}
	return set
}

// score counts each field once, so that a data row which happens to repeat a
// word does not look like a heading row.
func (x headingIndex) score(cells []string, marks, hints map[string]bool, over Overrides) Guess {
	var g Guess
	seen, hinted := map[int]bool{}, 0
	for _, c := range cells {
		if len(c) > maxHeading {
			continue
		}
		key := Fold(c)
		f := x.find(c, over)
		if marks[key] {
			g.Marks++
		}
		if hints[key] {
			hinted++
		}
		if f >= 0 && !seen[f] && !x.otherNumber(c, f) {
			seen[f] = true
			g.Known++
		}
	}
	g.Score = g.Known + hinted + markWeight*g.Marks
	return g
}

// otherNumber reports a heading that by its wording means another system's
// reference. Every table understands those, so it speaks for none.
func (x headingIndex) otherNumber(heading string, f int) bool {
	own := x.table.Fields[f]
	if own.Kind != Reference || own.Name == x.table.Own {
		return false
	}
	e, _ := x.exact(heading)
	return e < 0
}

// maxQuestion is the longest text that counts as a heading for the words in it, in
// bytes. A sentence of a narrative may hold the same words.
const maxQuestion = 120

// maxHeading is the longest text taken for a heading, in bytes. Questions that
// trusts add run to a few hundred; narratives are longer.
const maxHeading = 400

func (x headingIndex) find(cell string, over Overrides) int {
	if Fold(cell) == "" {
		return -1
	}
	if f, _ := x.exact(cell); f >= 0 {
		return f
	}
	if f, _ := x.release(cell); f >= 0 {
		return f
	}
	if f, _ := x.shaped(cell); f >= 0 {
		return f
	}
	if f, _ := x.like(cell); f >= 0 && len(cell) <= maxQuestion {
		return f
	}
	for heading, name := range over {
		if Fold(heading) == Fold(cell) {
			return x.table.Index(name)
		}
	}
	return -1
}
