package release

import (
	"slices"

	"siequity/audit/cases"
	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/record"
	"siequity/rules/codes"
)

// Names of the tables that are not counted under the same name in the book.
const (
	ByOrganisation    = "ethnicity-organisation"
	ByQuarter         = "ethnicity-quarter"
	IMDByOrganisation = "imd-organisation"
	Births            = "births"
	BirthsByGroup     = "births-ethnicity"
	BirthsByQuintile  = "births-imd"
	Attendees         = "panel-attendees"
	attendeesSaid     = "panel-attendees-said"
	PlaceStatus       = "imd-status"
	placeKnown        = "imd-known"
	Unread            = "ethnicity-unread"
	unreadTotal       = "ethnicity-unread-total"
)

// Limits of the tables by organisation and quarter. With more trusts than this
// the cells are mostly empty; the trusts' own packs show them.
const (
	mostOrganisations = 12
	mostQuarters      = 8
	// mostOwnCells is the number of cells up to which each organisation has a
	// table of ethnic group by deprivation of its own: four trusts with five
	// groups. Beyond it more would be hidden than shown, in the system's table too.
	mostOwnCells = 240
)

// A Table is one table of people or events that goes out split by a personal
// characteristic.
type Table struct {
	Name, Title  string
	Organisation string // "" for all together
	Of           string // what is counted: cases, births, people
	Grid         measure.Grid
	Multi        bool // one case may stand in several columns, so rows do not add up
	OneWay       bool // rows only; the single column has no label
	Whole        bool // known to everybody: never hidden
	coarser      []disclosure.Grouping
}

// tables lists every such table of the facts, in the order of pages.
func (f Facts) tables(profile disclosure.Profile) []Table {
	rows := EthnicityRows(f.Options)
	cases := func(name, title string, cols measure.Dimension, coarser ...disclosure.Grouping) Table {
		return Table{Name: name, Title: title, Of: "cases", Grid: f.Book.Grid(name, measure.Place{}, rows, cols).WithoutEmptyColumns(), coarser: coarser}
	}
	out := []Table{
		cases(count.TableEthnicityIMD, "Cases by ethnic group and deprivation", IMDColumns(), f.coarserRows()...),
		cases(count.TableEthnicityHarm, "Cases by ethnic group and harm", HarmColumns(), f.coarserRows()...),
		cases(count.TableEthnicityKind, "Cases by ethnic group and kind of case", KindColumns(), f.coarserRows()...),
		cases(count.TableEthnicityReport, "Cases by ethnic group and whether harm was low or severe", ReportingColumns(), f.coarserRows()...),
		severalOf(cases(count.TableEthnicityTheme, "Cases by ethnic group and clinical theme", ThemeColumns(f.Set.Themes), f.coarserRows()...)),
		{Name: count.TableIMDHarm, Title: "Cases by deprivation and harm", Of: "cases", Grid: f.Book.Grid(count.TableIMDHarm, measure.Place{}, IMDColumns(), HarmColumns()).WithoutEmptyColumns().WithoutEmptyRows()},
	}
	for _, d := range record.Dimensions() {
		out = append(out, cases(count.TableConsidered+d.String(), Capital(d.String())+": what was found, by ethnic group", ConsideredColumns(), f.coarserRows()...))
	}
	out = ofTheSameCases(append(out, f.placesAndTimes(rows)...))
	out = append(out, f.perOrganisation(out)...)
	out = append(out, lineTotals(out)...)
	return append(filled(append(out, f.population()...)), f.statuses(profile)...)
}

// severalOf marks a table in several columns of which one case may stand.
func severalOf(t Table) Table {
	t.Multi = true
	return t
}

// ofTheSameCases keeps the tables that count every case of the first: a table
// that an earlier version did not submit, or a case without a date, would leave
// one that cannot be held against the others.
func ofTheSameCases(tables []Table) []Table {
	var out []Table
	for _, t := range tables {
		if t.Multi || t.Grid.Total == tables[0].Grid.Total {
			out = append(out, t)
		}
	}
	return out
}

// filled drops tables without a single case.
func filled(tables []Table) []Table {
	var out []Table
	for _, t := range tables {
		if t.Grid.Total > 0 {
			out = append(out, t)
		}
	}
	return out
}

// placesAndTimes gives the tables by organisation and by quarter.
func (f Facts) placesAndTimes(rows measure.Dimension) []Table {
	var out []Table
	if n := len(f.Organisations); n >= 2 && n <= mostOrganisations {
		cols := Named("organisation", "Organisation", f.Organisations)
		at := func(o string) measure.Place { return measure.Place{Organisation: o} }
		out = append(out,
			Table{Name: ByOrganisation, Title: "Cases by ethnic group and organisation", Of: "cases", Grid: f.across(ByOrganisation, count.TableEthnicityIMD, rows, cols, at, true), coarser: f.coarserRows()},
			Table{Name: IMDByOrganisation, Title: "Cases by deprivation and organisation", Of: "cases", Grid: f.across(IMDByOrganisation, count.TableEthnicityIMD, IMDColumns(), cols, at, false).WithoutEmptyRows()})
	}
	quarters := f.casePeriods()
	if n := len(quarters); n >= 2 && n <= mostQuarters {
		out = append(out, Table{Name: ByQuarter, Title: "Cases by ethnic group and quarter", Of: "cases", coarser: f.coarserRows(),
			Grid: f.across(ByQuarter, count.TableEthnicityIMD, rows, Named("quarter", "Quarter", quarters), func(q string) measure.Place { return measure.Place{Period: q} }, true)})
	}
	return out
}

// perOrganisation gives the table of ethnic group by deprivation of each
// organisation, where all of them together are the system's.
func (f Facts) perOrganisation(tables []Table) []Table {
	if !slices.ContainsFunc(tables, func(t Table) bool { return t.Name == ByOrganisation }) {
		return nil
	}
	system := tables[0]
	if len(f.Organisations)*len(system.Grid.Rows.Values)*len(system.Grid.Cols.Values) > mostOwnCells {
		return nil
	}
	var out []Table
	for _, o := range f.Organisations {
		out = append(out, Table{Name: OrganisationTable(o), Title: system.Title + ": " + o, Organisation: o, Of: "cases", coarser: system.coarser,
			Grid: f.Book.Grid(system.Name, measure.Place{Organisation: o}, system.Grid.Rows, system.Grid.Cols)})
	}
	return out
}

// OrganisationTable names the table of ethnic group by deprivation of one
// organisation.
func OrganisationTable(organisation string) string {
	return count.TableEthnicityIMD + "/" + organisation
}

// casePeriods lists the periods that hold cases.
func (f Facts) casePeriods() []string {
	var out []string
	for _, p := range f.Periods {
		if f.Book.Grid(count.TableEthnicityIMD, measure.Place{Period: p}, measure.Dimension{}, measure.Dimension{}).Total > 0 {
			out = append(out, p)
		}
	}
	return out
}

// across turns one side of a table of the book by place: the other side's totals
// in each place.
func (f Facts) across(name, table string, rows, cols measure.Dimension, at func(string) measure.Place, byRow bool) measure.Grid {
	b := measure.NewBook()
	for _, c := range cols.Values {
		g := f.Book.Grid(table, at(c.Key), measure.Dimension{}, measure.Dimension{})
		side, totals := g.Rows, g.RowTotals
		if !byRow {
			side, totals = g.Cols, g.ColumnTotals
		}
		for i, v := range side.Values {
			b.Count(measure.CellKey{Table: name, Row: v.Key, Column: c.Key}, totals[i])
		}
	}
	return b.Grid(name, measure.Place{}, rows, cols)
}

// population gives the births and the people on panels.
func (f Facts) population() []Table {
	rows := EthnicityRows(f.Options)
	one := Named("people", "People", []string{"attendees"})
	people := f.Book.Grid(count.TableAttendees, measure.Place{}, rows, one)
	said := measure.NewBook()
	for i, v := range people.Rows.Values {
		said.Count(measure.CellKey{Table: attendeesSaid, Row: saidSide(v.Key), Column: "attendees"}, people.RowTotals[i])
	}
	return append(f.births(rows), Table{Name: Attendees, Title: "People who attended panels, by ethnic group", Of: "people", OneWay: true, Grid: people},
		Table{Name: attendeesSaid, Title: "People who attended panels and said their ethnic group", Of: "people", OneWay: true, Whole: true,
			Grid: said.Grid(attendeesSaid, measure.Place{}, Named("said", "Said", []string{groupSaid, groupNotSaid}), one)})
}

// The two sides of the measure of attendees whose ethnicity is recorded, which is
// exact: what an outsider can take from the table by ethnic group.
const (
	groupSaid    = "ethnic group recorded"
	groupNotSaid = "not recorded or not stated"
)

func saidSide(row string) string {
	if row == cases.RowNotStated || row == cases.RowNotKnown {
		return groupNotSaid
	}
	return groupSaid
}

// births gives the denominators: crossed where the register crosses them, else
// each side alone.
func (f Facts) births(rows measure.Dimension) []Table {
	crossed, group, place := measure.NewBook(), measure.NewBook(), measure.NewBook()
	for _, e := range f.Book.CellsOf(count.TableBirths) {
		k := measure.CellKey{Table: count.TableBirths, Row: e.Row, Column: e.Column}
		switch {
		case e.Row != "" && e.Column != "":
			crossed.Count(k, e.Count)
		case e.Row != "":
			k.Column = Births
			group.Count(k, e.Count)
		case e.Column != "":
			k.Row, k.Column = k.Column, Births
			place.Count(k, e.Count)
		}
	}
	one := Named("births", "Births", []string{Births})
	out := []Table{{Name: Births, Title: "Births by ethnic group and deprivation", Of: "births", Grid: crossed.Grid(count.TableBirths, measure.Place{}, rows, IMDColumns()).WithoutEmptyColumns()}}
	if out[0].Grid.Total > 0 {
		return out
	}
	return []Table{{Name: BirthsByGroup, Title: "Births by ethnic group", Of: "births", OneWay: true, Grid: group.Grid(count.TableBirths, measure.Place{}, rows, one)},
		{Name: BirthsByQuintile, Title: "Births by deprivation", Of: "births", OneWay: true, Grid: place.Grid(count.TableBirths, measure.Place{}, IMDColumns(), one)}}
}

// coarserRows merges the sixteen categories into the five groups when too much
// of a table would be hidden.
func (f Facts) coarserRows() []disclosure.Grouping {
	if f.Options.Grouping != codes.GroupingSixteen {
		return nil
	}
	five := f.Options
	five.Grouping = codes.GroupingFive
	groups := []disclosure.Group{}
	at := map[string]int{}
	for _, v := range EthnicityRows(f.Options).Values {
		label := five.Bucket(five.Ethnicity(v.Key, codes.SchemeNHS2001))
		if label == "" || label == v.Title {
			groups = append(groups, disclosure.Group{Label: v.Title, Of: []string{v.Title}})
			continue
		}
		label += " (all)" // a group must not carry the name of one of its categories
		if _, seen := at[label]; !seen {
			at[label] = len(groups)
			groups = append(groups, disclosure.Group{Label: label})
		}
		groups[at[label]].Of = append(groups[at[label]].Of, v.Title)
	}
	return []disclosure.Grouping{{Rows: groups}}
}
