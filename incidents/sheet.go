package incidents

import (
	"fmt"
	"maps"
	"slices"

	"siequity/incidents/export"
	"siequity/incidents/field"
	"siequity/incidents/texts"
)

// headRows is how many rows are searched for the heading row: search criteria
// above a report ran to about twenty rows in the exports described to us.
const headRows = 40

// A Sheet is one table of a file, recognised: its source, heading row and columns.
type Sheet struct {
	File    string
	Name    string // sheet or member; empty when the file is one table
	Number  int    // order of reading, for a total order of records
	Table   field.Table
	Mapping field.Mapping
	Header  int         // row number of the headings
	Sure    string      // sure, likely, unsure, stated
	Second  field.Table // the source that fits next best, where that is no clear matter; else zero
	Input   *export.Table
	// Above holds the rows over the headings: titles and search criteria.
	Above [][]string

	layout layout
	sample sample
	own    int // catalogue number of the source's own reference
	reader *Reader
}

// A Statement is what siequity.yaml says of files like this one.
type Statement struct {
	Source  string          // empty: recognise it
	Columns field.Overrides // headings to field names
}

// A Reader turns sheets into records; everything it makes shares its texts.
type Reader struct {
	Catalogue *Catalogue
	tables    []field.Table
	texts     *texts.Distinct
	refs      *texts.References
	days      dayFields
	alike     []*Record
	// Owner gives the organisation that a DATIX number belongs to, under one name
	// however the exports spell it. Without it the row's own column counts.
	Owner func(*Record) string
	// BornDead tells whether a type of death is that of a baby born without signs of
	// life, whose birth dates a death that has no date of its own.
	BornDead func(deathType string) bool
	// Identifies tells whether a reference, or the name of a trust, site or team,
	// holds what identifies a person: a cell in the wrong column. Such a cell is not
	// kept, since these texts are shown as they are. Without it all are kept.
	Identifies func(text string, kind field.Kind) bool
}

// NewReader reads exports of the given sources.
func NewReader(tables []field.Table) *Reader {
	c := NewCatalogue(tables)
	return &Reader{Catalogue: c, tables: tables, texts: texts.NewDistinct(), refs: &texts.References{}, days: newDayFields(c)}
}

func (r *Reader) kind(f int) field.Kind { return r.Catalogue.fields[f].Kind }

// Alike gives the merged records whose reference differs from another's only in
// noughts or a prefix, though one sheet has both.
func (r *Reader) Alike() []*Record { return r.alike }

// Tables lists the sources that the reader knows.
func (r *Reader) Tables() []field.Table { return r.tables }

// Texts gives the distinct short texts of all records.
func (r *Reader) Texts() *texts.Distinct { return r.texts }

// A Sighting is what a look at the beginning of a table shows, for `inspect`
// and for the choice of sheets: the best guesses, and the rows looked at.
type Sighting struct {
	Guesses []field.Guess
	Head    []export.Row
}

// Look reads the first rows of a table and guesses its source.
func (r *Reader) Look(t *export.Table, st Statement) (Sighting, error) {
	head, err := t.Head(headRows)
	if err != nil && len(head) == 0 {
		return Sighting{}, err
	}
	tables := r.tables
	if st.Source != "" {
		tables = only(tables, st.Source)
		if len(tables) == 0 {
			return Sighting{}, fmt.Errorf("%s: source %q is not known; use one of %s", t.File, st.Source, sources(r.tables))
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

// Recognised makes a sheet of a table whose first guess is good enough, and nil
// of one that holds no known headings, such as a cover sheet.
func (r *Reader) Recognised(t *export.Table, seen Sighting, st Statement, number int) *Sheet {
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
	s := &Sheet{File: t.File, Name: t.Sheet, Number: number, Table: best.Table, Sure: best.Sure(next), Input: t, reader: r}
	if st.Source != "" {
		s.Sure = "stated"
	}
	if s.Sure != "stated" && best.Rivalled(next) {
		s.Second = next.Table
	}
	row := seen.Head[best.Row]
	s.Header = row.Number
	s.Above = cellTexts(seen.Head[:best.Row])
	s.Mapping = mapped(best, seen, st)
	s.layout = newLayout(r.Catalogue, best.Table, s.Mapping)
	s.own = r.Catalogue.Index(best.Table.Own)
	s.sample = newSample(cellTexts(seen.Head[best.Row+1:]), best.Table.Index(best.Table.Own), s.Mapping)
	return s
}

// mapped gives the columns their fields. Where the better heading for the sheet's own
// reference stands over cells that are mostly blank, another column that claims it is
// the reference: a record without one could be neither merged nor linked.
func mapped(best field.Guess, seen Sighting, st Statement) field.Mapping {
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

// place names the file and sheet.
func (s *Sheet) place() string {
	if s.Name == "" {
		return s.File
	}
	return s.File + "#" + s.Name
}

// Own gives the catalogue number of the source's own reference.
func (s *Sheet) Own() int { return s.own }

// Has reports whether the sheet has a column for field f of the catalogue.
func (s *Sheet) Has(f int) bool {
	if f < 0 {
		return false
	}
	name := s.reader.Catalogue.fields[f].Name
	i := s.Table.Index(name)
	return i >= 0 && s.Mapping.Column(i) >= 0
}

// HasOwn reports whether the sheet has a column for its records' own reference.
func (s *Sheet) HasOwn() bool { return s.Has(s.own) }

// OwnHeading gives the heading over the records' own reference, as Heading does.
func (s *Sheet) OwnHeading() (string, int) { return s.Heading(s.own) }

// Heading gives the heading over field f and its column from 1; "" and 0 if the
// sheet has no such column.
func (s *Sheet) Heading(f int) (string, int) {
	if f < 0 {
		return "", 0
	}
	i := s.Mapping.Column(s.Table.Index(s.reader.Catalogue.fields[f].Name))
	if i < 0 {
		return "", 0
	}
	return s.Mapping.Columns[i].Heading, i + 1
}
