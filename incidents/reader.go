package incidents

import (
	"siequity/incidents/field"
	"siequity/incidents/texts"
)

// A Reader is what the sheets and records of one run share: the sources they may be
// of, the numbers of their fields, their texts, and what is asked of others about them.
type Reader struct {
	Catalogue *Catalogue
	tables    []field.Table
	texts     *texts.Distinct
	refs      *texts.References
	days      dayFields
	// BornDead tells whether a type of death is that of a baby born without signs of
	// life, whose birth dates a death that has no date of its own.
	BornDead func(deathType string) bool
	// Identifies tells whether a reference, or the name of a trust, site or team,
	// holds what identifies a person: a cell in the wrong column. Such a cell is not
	// kept, since these texts are shown as they are. Without it all are kept.
	Identifies func(text string, kind field.Kind) bool
}

// NewReader is for the exports of the given sources.
func NewReader(tables []field.Table) *Reader {
	c := NewCatalogue(tables)
	return &Reader{Catalogue: c, tables: tables, texts: texts.NewDistinct(), refs: &texts.References{}, days: newDayFields(c)}
}

// Sheet makes a sheet of the reader from what was recognised of it: its file, table,
// mapping and the like.
func (r *Reader) Sheet(s Sheet) *Sheet {
	s.reader = r
	s.layout = newLayout(r.Catalogue, s.Table, s.Mapping)
	s.own = r.Catalogue.Index(s.Table.Own)
	return &s
}

func (r *Reader) kind(f int) field.Kind { return r.Catalogue.fields[f].Kind }

// Tables lists the sources that the reader knows.
func (r *Reader) Tables() []field.Table { return r.tables }

// Texts gives the distinct short texts of all records.
func (r *Reader) Texts() *texts.Distinct { return r.texts }

// References gives the references of all records.
func (r *Reader) References() *texts.References { return r.refs }
