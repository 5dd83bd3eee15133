package release

import (
	"slices"
	"strings"

	"siequity/audit"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
)

// Cases without an ethnic group are a matter of how a trust records, and the
// measures of coding give them exactly, source by source. So their numbers (in
// all, by organisation and by quarter) are shown as they are, outsiders are taken
// to know them, and no small group hides behind them: where every case stands in
// one source, hiding would have protected nobody, and where most do, hardly
// anybody.
//
// How those women spread over deprivation, harm and the rest is about them, and
// is not printed under a profile that protects. Shown and hidden cell by cell, a
// line of three women could not be protected at all beside its total, because
// noughts are printed; tables were lost to that, and most of all to the trusts
// that leave few women without a group. Two roads not taken: to round the measures
// of coding would take away what equity plans ask for first; to add these women to
// the group Other would say of them what nobody knows.

// codedSuffix names the table of what is known of a table's cases without a group.
const codedSuffix = "-without-group"

// withoutGroup are the lines of cases that no ethnic group can be given.
var withoutGroup = []string{audit.RowNotStated, audit.RowNotKnown}

// givenBy are the tables by which the numbers without a group are given exactly.
var givenBy = []string{audit.TableEthnicityIMD, ByOrganisation, ByQuarter}

// coded gives the numbers of cases without a group as counts that all know.
func coded(tables []Table) []Table {
	var out []Table
	for _, t := range tables {
		if slices.Contains(givenBy, t.Name) {
			out = append(out, codedOf(t))
		}
	}
	return out
}

// codedOf cuts the lines without a group out of a table: their totals, or cell by
// cell where the columns are organisations or quarters.
func codedOf(t Table) Table {
	name, cols, oneWay := t.Name+codedSuffix, t.Grid.Cols, !byRecording(t)
	if oneWay {
		cols = Named("cases", "Cases", []string{"cases"})
	}
	b := measure.NewBook()
	for i, row := range t.Grid.Rows.Values {
		if !slices.Contains(withoutGroup, row.Key) {
			continue
		}
		for j, n := range t.Grid.Counts[i] {
			at := cols.Values[min(j, len(cols.Values)-1)].Key
			b.Count(measure.CellKey{Table: name, Row: row.Key, Column: at}, n)
		}
	}
	rows := Named("ethnicity", "Ethnic group", withoutGroup)
	return Table{Name: name, Title: t.Title, Of: t.Of, OneWay: oneWay, Whole: true, Grid: b.Grid(name, measure.Place{}, rows, cols)}
}

// byRecording reports a table by who recorded and when, not by anything about the
// women.
func byRecording(t Table) bool { return t.Name == ByOrganisation || t.Name == ByQuarter }

// totalsOnly lists the lines of a table whose spread a profile does not print: of
// cases without a group, where they are not as many as would fill the columns with
// numbers that are not small. That is told by numbers everybody knows, so nothing
// can be learnt from which lines they are.
func (t Table) totalsOnly(profile disclosure.Profile) []string {
	if t.Grid.Rows.Name != "ethnicity" || t.Of != "cases" || t.OneWay || t.Whole || byRecording(t) {
		return nil
	}
	var out []string
	few := profile.Threshold * len(t.Grid.Cols.Values)
	for i, row := range t.Grid.Rows.Values {
		if slices.Contains(withoutGroup, row.Key) && t.Grid.RowTotals[i] < few {
			out = append(out, row.Title)
		}
	}
	return out
}

func isCoded(t Table) bool { return strings.HasSuffix(t.Name, codedSuffix) }

// coded ties those counts to the lines they tell of.
func (p *tied) coded() {
	for _, name := range givenBy {
		t, ok := p.index[name+codedSuffix]
		if !ok {
			continue
		}
		for _, row := range t.Grid.Rows.Values {
			for _, col := range t.Grid.Cols.Values {
				a, b := disclosure.Ref{Table: t.Name, Row: row.Title, Col: col.Title}, disclosure.Ref{Table: name, Row: row.Title, Col: col.Title}
				if t.OneWay {
					a.Col, b.Col = "", ""
				}
				p.Same = append(p.Same, disclosure.Same{A: a, B: b})
			}
		}
	}
}
