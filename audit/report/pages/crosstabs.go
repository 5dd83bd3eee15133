package pages

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

const casesNotRows = "Cases, not rows: one event that several systems hold counts once."

// ethnicityIMD crosses ethnic group with deprivation, and sets the share of cases
// beside the share of births where births are given.
func (m maker) ethnicityIMD() layout.Page {
	page := layout.Page{ID: count.TableEthnicityIMD, Sheet: "Ethnicity by IMD", Title: "Cases by ethnic group and deprivation", Lead: []string{"Who the cases are about: ethnic group by deprivation. " + casesNotRows}}
	page.Blocks = blocks(m.crosstab(count.TableEthnicityIMD), m.caseShares(), m.shareChart(), m.crosstab(release.ByOrganisation), m.crosstab(release.IMDByOrganisation), m.crosstab(release.ByQuarter))
	for _, o := range m.Organisations {
		page.Blocks = append(page.Blocks, blocks(m.crosstab(release.OrganisationTable(o)))...)
	}
	return page
}

// crosstab shows one published table with what must be known of it.
func (m maker) crosstab(name string) *layout.Table {
	t := m.Grid(name)
	if t == nil {
		return nil
	}
	published, _ := m.Table(name)
	if published.Grid.Rows.Name == "ethnicity" {
		t.Notes = append([]string{release.Capital(m.Grouping) + "."}, t.Notes...)
	}
	if published.Grid.Rows.Name == "imd" || published.Grid.Cols.Name == "imd" {
		t.Notes = append(t.Notes, fmt.Sprintf("Index of Multiple Deprivation %s; 1 is the most deprived.", strings.Join(m.Vintages, " and ")))
	}
	if published.Grid.Rows.Name == "ethnicity" && !published.Multi && published.Grid.Cols.Name != "quarter" {
		t.Notes = append(t.Notes, m.association(name)...)
	}
	if published.Multi {
		t.Notes = append(t.Notes, "A case may have several themes, so rows do not add up.")
	}
	t.Notes = append(t.Notes, m.residue(published.Organisation == "" && published.Grid.Cols.Name != "organisation")...)
	return t
}

// caseShares sets each group's share of cases beside its share of births. Groups
// of which a number is hidden have no share: it would give the number back.
func (m maker) caseShares() *layout.Table {
	if !m.hasBirths() {
		return nil
	}
	t := &layout.Table{ID: "case-shares", Title: "Share of cases beside share of births", RowBy: "ethnicity", Period: m.Period,
		Columns: []layout.Column{labelColumn("Ethnic group"), countColumn("Cases"), percentColumn("Share of cases"), countColumn("Births"), percentColumn("Share of births")}}
	rows, _, _ := m.Labels(count.TableEthnicityIMD)
	for _, g := range rows {
		cases, births := m.At(count.TableEthnicityIMD, g, ""), m.birthsOf(g)
		t.Rows = append(t.Rows, row(layout.Say(g), release.Shown(cases), m.share(caseRef(g), caseRef("")), release.Shown(births), m.share(m.birthsRef(g), m.birthsRef(""))))
	}
	t.Notes = append([]string{"Shares are worked out from the numbers shown, and only where both are shown.", m.birthsNote()}, m.SymbolNote(t)...)
	return t
}

func caseRef(group string) disclosure.Ref {
	return disclosure.Ref{Table: count.TableEthnicityIMD, Row: group}
}

// share makes a cell of a percentage of two printed numbers.
func (m maker) share(events, whole disclosure.Ref) layout.Cell {
	use := m.Plan().Share(events, whole)
	if !use.Allowed {
		return layout.Cell{Text: "not shown", Tone: layout.Hidden}
	}
	p := 100 * float64(use.Numbers[0]) / float64(use.Numbers[1])
	return layout.Cell{Text: release.PercentText(p, use.Numbers[0], use.Numbers[1]), Number: p, IsNum: true}
}

func (m maker) shareChart() *layout.Chart {
	t := m.caseShares()
	if t == nil {
		return nil
	}
	c := &layout.Chart{ID: "case-shares", Title: "Share of cases beside share of births", Kind: layout.Bars, XTitle: "Ethnic group", YTitle: "Share (%)", Series: []layout.Series{{Name: "Cases"}, {Name: "Births"}}}
	var words []string
	for _, r := range t.Rows {
		cases, births := r.Cells[2], r.Cells[4]
		if !cases.IsNum || !births.IsNum || !slices.Contains(m.groups(), r.Cells[0].Text) {
			continue
		}
		c.X = append(c.X, r.Cells[0].Text)
		c.Series[0].Points = append(c.Series[0].Points, layout.Point{Value: cases.Number})
		c.Series[1].Points = append(c.Series[1].Points, layout.Point{Value: births.Number})
		words = append(words, fmt.Sprintf("%s %s of cases and %s of births", r.Cells[0].Text, cases.Text, births.Text))
	}
	c.Alt = strings.Join(words, "; ") + "."
	c.Notes = []string{"Groups whose numbers may not be shown are left out, and so are cases without a group."}
	return orNoChart(c)
}

// incidents shows harm, theme and kind of case by ethnic group.
func (m maker) incidents() layout.Page {
	return layout.Page{ID: "incidents", Sheet: "Harm, theme and kind", Title: "Harm, clinical theme and kind of case by ethnic group", Lead: []string{"What happened to whom: harm, theme and the look that was taken, by ethnic group. " + casesNotRows},
		Blocks: blocks(m.crosstab(count.TableEthnicityHarm), m.crosstab(count.TableIMDHarm), m.crosstab(count.TableEthnicityTheme), m.crosstab(count.TableEthnicityKind))}
}

// reporting sets low-harm reports beside severe harm, group by group: low harm is
// reported on some groups less than on others, severe harm hardly can be.
func (m maker) reporting() layout.Page {
	page := layout.Page{ID: "reporting", Sheet: "Reporting by group", Title: "Who is reported on",
		Lead: []string{"A group with few reports of low harm beside its severe harm may simply be reported on less.",
			"Severe harm and death are reported on nearly always, low harm as people see fit. A low share of low-harm reports is a question to ask, not a finding."}}
	t := m.crosstab(count.TableEthnicityReport)
	page.Blocks = blocks(t, m.reportingShares(t))
	return page
}

func (m maker) reportingShares(grid *layout.Table) *layout.Table {
	rows, columns, printed := m.Labels(count.TableEthnicityReport)
	if grid == nil || !printed {
		return nil
	}
	low, severe := columnNamed(columns, "No or low harm"), columnNamed(columns, "Severe harm or death")
	if low == "" || severe == "" {
		return nil
	}
	t := &layout.Table{ID: "reporting-share", Title: "Share of each group's cases with low and with severe harm", RowBy: "ethnicity", Period: m.Period,
		Columns: []layout.Column{labelColumn("Ethnic group"), percentColumn("No or low harm"), percentColumn("Severe harm or death")}}
	for _, g := range append(rows, "") {
		cell := func(c string) layout.Cell {
			return m.share(disclosure.Ref{Table: count.TableEthnicityReport, Row: g, Col: c}, disclosure.Ref{Table: count.TableEthnicityReport, Row: g})
		}
		name := g
		if g == "" {
			name = "All cases"
		}
		t.Rows = append(t.Rows, layout.Row{Total: g == "", Cells: []layout.Cell{layout.Say(name), cell(low), cell(severe)}})
	}
	t.Notes = []string{"Shares are worked out from the numbers shown, and only where both are shown. Shares of fewer than five cases say next to nothing and are mostly hidden."}
	return t
}

// columnNamed finds a column, "" where the table has none.
func columnNamed(columns []string, name string) string {
	for _, c := range columns {
		if c == name {
			return c
		}
	}
	return ""
}
