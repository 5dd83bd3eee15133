package incidents

import (
	"siequity/incidents/export"
	"siequity/incidents/field"
)

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
	// Below holds the rows under the headings that were looked at to recognise it.
	Below [][]string

	layout Layout
	own    int // catalogue number of the source's own reference
	reader *Reader
}

// A Statement is what siequity.yaml says of files like this one.
type Statement struct {
	Source  string          // empty: recognise it
	Columns field.Overrides // headings to field names
}

// Place names the file and sheet.
func (s *Sheet) Place() string {
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

// Reader gives what the sheet shares with the others of its run.
func (s *Sheet) Reader() *Reader { return s.reader }

// Layout says where its records have their values.
func (s *Sheet) Layout() *Layout { return &s.layout }
