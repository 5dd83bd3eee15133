package report

import (
	"siequity/audit"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
)

// A crosstab is one table of cases by ethnic group that the pack shows.
type crosstab struct {
	table string
	title string
	cols  measure.Dimension
	multi bool // a case may stand in several columns, so rows do not add up
}

func (f facts) crosstabs() []crosstab {
	return []crosstab{
		{audit.TableEthnicityIMD, "Cases by ethnic group and deprivation", imdColumns(), false},
		{audit.TableEthnicityHarm, "Cases by ethnic group and harm", harmColumns(), false},
		{audit.TableEthnicityKind, "Cases by ethnic group and kind of case", kindColumns(), false},
		{audit.TableEthnicityTheme, "Cases by ethnic group and clinical theme", themeColumns(f.set.Themes), true},
	}
}

// published lists every table that goes out split by a personal characteristic,
// with what ties them together: an outsider adds up and subtracts across pages.
func (f facts) published() disclosure.Pack {
	var pack disclosure.Pack
	tabs := f.crosstabs()
	rows := ethnicityRows(f.options)
	for i, tab := range tabs {
		g := f.grid(tab, measure.Place{}, rows)
		pack.Tables = append(pack.Tables, protectable(tab.table, g, tab.multi))
		if i > 0 && !tab.multi {
			pack.Same = append(pack.Same, sameRows(tabs[0].table, tab.table, g)...)
		}
	}
	return pack
}

// grid counts a cross-tabulation without the columns that are empty throughout,
// which would only spread a table.
func (f facts) grid(tab crosstab, at measure.Place, rows measure.Dimension) measure.Grid {
	return f.book.Grid(tab.table, at, rows, tab.cols).WithoutEmptyColumns()
}

func protectable(name string, g measure.Grid, multi bool) disclosure.Table {
	t := disclosure.Table{Name: name, Counts: g.Counts, NoRowTotals: multi, NoTotal: multi}
	for _, v := range g.Rows.Values {
		t.Rows = append(t.Rows, v.Title)
	}
	for _, v := range g.Cols.Values {
		t.Cols = append(t.Cols, v.Title)
	}
	return t
}

// sameRows ties the totals by ethnic group of two tables about the same cases.
func sameRows(a, b string, g measure.Grid) []disclosure.Same {
	out := []disclosure.Same{{A: disclosure.Ref{Table: a}, B: disclosure.Ref{Table: b}}}
	for _, v := range g.Rows.Values {
		out = append(out, disclosure.Same{A: disclosure.Ref{Table: a, Row: v.Title}, B: disclosure.Ref{Table: b, Row: v.Title}})
	}
	return out
}
