package release

import (
	"strings"

	"siequity/audit"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
)

// codedSuffix names the table of what the exact measures of coding tell of a table.
const codedSuffix = "-without-group"

// withoutGroup are the lines of cases that no ethnic group can be given.
var withoutGroup = Named("ethnicity", "Ethnic group", []string{audit.RowNotStated, audit.RowNotKnown})

// coded gives the counts of cases without an ethnic group that the exact measures
// of coding tell anybody. Where every record is a case of its own, "not stated" of
// the records is "not stated" of the cases: hiding that line would protect nobody,
// and a small group hidden with nothing else beside it would be given away.
//
// The price is that small systems of one source lose tables that cannot be shown
// safely beside exact coding. The road not taken, to round the measures of coding,
// would take away the figures that equity plans ask for first.
//
// Where records were linked into cases the two differ, and nothing is taken as
// known.
func (f Facts) coded(tables []Table) []Table {
	records := 0
	for _, s := range f.Sources {
		records += f.Book.Grid(audit.TableEthnicityStatus, measure.Place{}, codingStatuses, Named("source", "Source", []string{s})).Total
	}
	if len(tables) == 0 || records != tables[0].Grid.Total {
		return nil
	}
	out := []Table{f.codedOf(tables[0], true)}
	for _, t := range tables {
		if t.Name == ByOrganisation || t.Name == ByQuarter {
			out = append(out, f.codedOf(t, false))
		}
	}
	return out
}

// codingStatuses are the rows that records are counted under by their coding.
var codingStatuses = Named("status", "Status", []string{"valid", "not_stated", "not_known", "ambiguous", "invalid", "missing", "conflict", "field_absent"})

// codedOf cuts the lines without a group out of a table, whole or by column.
func (f Facts) codedOf(t Table, oneWay bool) Table {
	name, cols := t.Name+codedSuffix, t.Grid.Cols
	if oneWay {
		cols = Named("cases", "Cases", []string{"cases"})
	}
	b := measure.NewBook()
	for i, row := range t.Grid.Rows.Values {
		if row.Key != audit.RowNotStated && row.Key != audit.RowNotKnown {
			continue
		}
		for j, n := range t.Grid.Counts[i] {
			at := "cases"
			if !oneWay {
				at = t.Grid.Cols.Values[j].Key
			}
			b.Count(measure.CellKey{Table: name, Row: row.Key, Column: at}, n)
		}
	}
	return Table{Name: name, Title: t.Title, Of: "records", OneWay: oneWay, Whole: true, Grid: b.Grid(name, measure.Place{}, withoutGroup, cols)}
}

func isCoded(t Table) bool { return strings.HasSuffix(t.Name, codedSuffix) }

// coded ties those counts to the lines they tell of.
func (p *tied) coded() {
	for _, name := range []string{audit.TableEthnicityIMD, ByOrganisation, ByQuarter} {
		t, ok := p.index[name+codedSuffix]
		if _, there := p.index[name]; !ok || !there {
			continue
		}
		for _, row := range t.Grid.Rows.Values {
			if t.OneWay {
				p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: t.Name, Row: row.Title}, B: disclosure.Ref{Table: name, Row: row.Title}})
				continue
			}
			for _, col := range t.Grid.Cols.Values {
				p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: t.Name, Row: row.Title, Col: col.Title}, B: disclosure.Ref{Table: name, Row: row.Title, Col: col.Title}})
			}
		}
	}
}
