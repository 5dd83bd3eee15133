package release

import (
	"math"
	"slices"

	"siequity/audit/cases"
	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
)

// Some lines of a table are about the women, and some about the trust: how many
// cases have no ethnic group, no deprivation or no degree of harm, which kind of
// look was taken at them, and what was found. The measures give these numbers
// exactly, source by source. So their totals are shown as they are, outsiders are
// taken to know them, and nobody is hidden behind them: where every case stands in
// one source, hiding would have protected nobody, and where most do, hardly anybody.
//
// How the women of such a line spread over the groups is about them. Where they are
// few it is not printed under a profile that protects: cell by cell a line of three
// women cannot be protected beside its total, because noughts are printed, and
// whole tables were lost to that, most of all by trusts that record well. Two roads
// not taken: to round the measures of recording would take away what equity plans
// ask for first; to add women without a group to Other would say of them what
// nobody knows.

// The names of the tables of what is known of another table's lines end so.
const (
	recordedRows    = "-recorded-rows"
	recordedColumns = "-recorded-columns"
)

// recorded lists the keys of a side of a table that tell of the trust.
func recorded(d measure.Dimension) []string {
	switch d.Name {
	case "ethnicity":
		return []string{cases.RowNotStated, cases.RowNotKnown}
	case "imd":
		return []string{cases.ColumnNoIMD}
	case "harm":
		return []string{"missing", "unmapped"}
	case "reporting":
		return []string{count.ReportingClass("missing")}
	case "kind", "consideration":
		return keys(d)
	}
	return nil
}

func keys(d measure.Dimension) []string {
	var out []string
	for _, v := range d.Values {
		out = append(out, v.Key)
	}
	return out
}

// byRecording reports a table by who recorded and when, not by anything about the
// women: its cells are known like totals.
func byRecording(t Table) bool {
	return t.Name == ByOrganisation || t.Name == ByQuarter || t.Name == IMDByOrganisation
}

// lineTotals gives the totals of such lines as tables that all know.
func lineTotals(tables []Table) []Table {
	var out []Table
	for _, t := range tables {
		switch {
		case t.Of != "cases" || t.Organisation != "" || t.OneWay || t.Multi:
		case byRecording(t):
			out = append(out, t.recordedCells())
		default:
			out = append(out, totalsOf(t.Name+recordedRows, t, t.Grid.Rows, t.Grid.RowTotals), totalsOf(t.Name+recordedColumns, t, t.Grid.Cols, t.Grid.ColumnTotals))
		}
	}
	return slices.DeleteFunc(out, func(t Table) bool { return len(t.Grid.Rows.Values) == 0 })
}

// totalsOf makes a table of the totals of one side.
func totalsOf(name string, of Table, side measure.Dimension, totals []int) Table {
	b, lines := measure.NewBook(), measure.Dimension{Name: side.Name, Title: side.Title}
	for i, v := range side.Values {
		if slices.Contains(recorded(side), v.Key) {
			lines.Values = append(lines.Values, v)
			b.Count(measure.CellKey{Table: name, Row: v.Key, Column: "cases"}, totals[i])
		}
	}
	return Table{Name: name, Title: of.Title, Of: of.Of, OneWay: true, Whole: true, Grid: b.Grid(name, measure.Place{}, lines, Named("cases", "Cases", []string{"cases"}))}
}

// recordedCells cuts such lines out of a table by organisation or quarter.
func (t Table) recordedCells() Table {
	name, rows := t.Name+recordedRows, measure.Dimension{Name: t.Grid.Rows.Name, Title: t.Grid.Rows.Title}
	b := measure.NewBook()
	for i, v := range t.Grid.Rows.Values {
		if !slices.Contains(recorded(t.Grid.Rows), v.Key) {
			continue
		}
		rows.Values = append(rows.Values, v)
		for j, c := range t.Grid.Cols.Values {
			b.Count(measure.CellKey{Table: name, Row: v.Key, Column: c.Key}, t.Grid.Counts[i][j])
		}
	}
	return Table{Name: name, Title: t.Title, Of: t.Of, Whole: true, Grid: b.Grid(name, measure.Place{}, rows, t.Grid.Cols)}
}

// totalsOnly lists the lines of a table whose spread a profile does not print: those
// that tell of the trust, where their cases are not as many as to fill the line with
// numbers that are not small. That is told by numbers everybody knows, so nothing
// can be learnt from which lines they are. Where a case may stand in several columns
// no total says how many there are, and such rows are never spread.
func (t Table) totalsOnly(profile disclosure.Profile) disclosure.Lines {
	rows, cols := len(t.Grid.Rows.Values), len(t.Grid.Cols.Values)
	switch {
	case t.Of != "cases" || t.OneWay || t.Whole || byRecording(t) || cols == 1 || rows == 1 || profile.Threshold == 0:
		return disclosure.Lines{}
	case t.Multi:
		return disclosure.Lines{Rows: few(t.Grid.Rows, t.Grid.RowTotals, math.MaxInt)}
	}
	return disclosure.Lines{Rows: few(t.Grid.Rows, t.Grid.RowTotals, profile.Threshold*cols), Cols: few(t.Grid.Cols, t.Grid.ColumnTotals, profile.Threshold*rows)}
}

// few lists the titles of recorded lines with fewer cases than enough.
func few(side measure.Dimension, totals []int, enough int) []string {
	var out []string
	for i, v := range side.Values {
		if totals[i] < enough && slices.Contains(recorded(side), v.Key) {
			out = append(out, v.Title)
		}
	}
	return out
}

// recorded ties those totals to the lines they tell of.
func (p *tied) recorded(tables []Table) {
	for _, t := range tables {
		if known, ok := p.index[t.Name+recordedRows]; ok {
			p.sameLines(known, t.Name, byRow)
		}
		if known, ok := p.index[t.Name+recordedColumns]; ok {
			p.sameLines(known, t.Name, byColumn)
		}
	}
}

func (p *tied) sameLines(known Table, table string, s side) {
	for _, row := range known.Grid.Rows.Values {
		if known.OneWay {
			p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: known.Name, Row: row.Title}, B: s.ref(table, row.Title)})
			continue
		}
		for _, col := range known.Grid.Cols.Values {
			p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: known.Name, Row: row.Title, Col: col.Title}, B: disclosure.Ref{Table: table, Row: row.Title, Col: col.Title}})
		}
	}
}
