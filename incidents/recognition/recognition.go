package recognition

import (
	"fmt"
	"maps"
	"slices"

	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
)

// headRows is how many rows are searched for the heading row: search criteria
// above a report ran to about twenty rows in the exports described to us.
const headRows = 40

// A Sighting is what a look at the beginning of a table shows, for `inspect`
// and for the choice of sheets: the best guesses, and the rows looked at.
type Sighting struct {
	Guesses []field.Guess
	Head    []export.Row
}

// Look reads the first rows of a table and guesses its source. It fails where the table
// cannot be read at all, or is said to be of a source that the reader does not know.
func Look(r *incidents.Reader, t *export.Table, st incidents.Statement) (Sighting, error) {
	head, err := t.Head(headRows)
	if err != nil && len(head) == 0 {
		return Sighting{}, err
	}
	tables := r.Tables()
	if st.Source != "" {
		tables = only(tables, st.Source)
		if len(tables) == 0 {
			return Sighting{}, fmt.Errorf("%s: source %q is not known; use one of %s", t.File, st.Source, sources(r.Tables()))
		}
	}
	return Sighting{Guesses: field.Recognise(cellTexts(head), tables, st.Columns), Head: head}, nil
}

func only(tables []field.Table, source string) []field.Table {
	for _, t := range tables {
		if t.Source == source {
			return []field.Table{t}
		}
	}
	return nil
}

func sources(tables []field.Table) string {
	s := ""
	for i, t := range tables {
		if i > 0 {
			s += ", "
		}
		s += t.Source
	}
	return s
}

func cellTexts(rows []export.Row) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = make([]string, len(row.Cells))
		for j, c := range row.Cells {
			out[i][j] = c.String()
		}
	}
	return out
}

// Sheet makes a sheet of a table whose first guess is good enough, and nil of one that
// holds no known headings, such as a cover sheet. The number is that of the sheet in
// the order of reading.
func (seen Sighting) Sheet(r *incidents.Reader, t *export.Table, st incidents.Statement, number int) *incidents.Sheet {
	if len(seen.Guesses) == 0 || seen.Guesses[0].Row < 0 {
		return nil
	}
	best := seen.Guesses[0]
	if best.Known < field.MinKnown && !names(cellTexts(seen.Head[best.Row : best.Row+1])[0], st.Columns) {
		return nil
	}
	var next field.Guess
	if len(seen.Guesses) > 1 {
		next = seen.Guesses[1]
	}
	s := incidents.Sheet{File: t.File, Name: t.Sheet, Number: number, Table: best.Table, Sure: best.Sure(next), Input: t}
	if st.Source != "" {
		s.Sure = "stated"
	}
	if s.Sure != "stated" && best.Rivalled(next) {
		s.Second = next.Table
	}
	s.Header = seen.Head[best.Row].Number
	s.Above, s.Below = cellTexts(seen.Head[:best.Row]), cellTexts(seen.Head[best.Row+1:])
	s.Mapping = mapped(best, seen, st)
	return r.Sheet(s)
}

// mapped gives the columns their fields. Where the better heading for the sheet's own
// reference stands over cells that are mostly blank, another column that claims it is
// the reference: a record without one could be neither merged nor linked.
func mapped(best field.Guess, seen Sighting, st incidents.Statement) field.Mapping {
	cells := cellTexts(seen.Head[best.Row:])
	m := best.Table.Map(cells[0], st.Columns)
	own := m.Column(best.Table.Index(best.Table.Own))
	for _, c := range m.Clashes {
		if c.First == own && own >= 0 && m.Columns[own].How != "siequity.yaml" && 2*referencesUnder(cells[1:], own) < referencesUnder(cells[1:], c.Column) {
			over := maps.Clone(st.Columns)
			if over == nil {
				over = field.Overrides{}
			}
			over[m.Columns[own].Heading] = field.Ignore
			return best.Table.Map(cells[0], over)
		}
	}
	return m
}

// referencesUnder counts the cells of a column that hold a reference.
func referencesUnder(rows [][]string, column int) int {
	n := 0
	for _, cells := range rows {
		if column < len(cells) && !field.NoReference(cells[column]) {
			n++
		}
	}
	return n
}

// names tells whether a row holds a heading that the user gave a meaning: then
// it is the heading row, however few others are known.
func names(cells []string, over field.Overrides) bool {
	for heading, name := range over {
		meant := func(c string) bool { return field.Fold(c) == field.Fold(heading) }
		if name != field.Ignore && slices.ContainsFunc(cells, meant) {
			return true
		}
	}
	return false
}
