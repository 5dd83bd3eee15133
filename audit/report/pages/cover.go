package pages

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/count"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

func (m maker) cover(pages []layout.Page) layout.Page {
	facts := &layout.Facts{Heading: "About this pack", Rows: []layout.Fact{
		{Label: "Organisation", Value: m.Organisation}, {Label: "System", Value: m.System}, {Label: "Organisations", Value: strings.Join(m.Organisations, ", ")}, {Label: "Period", Value: spoken(m.Period)},
		{Label: "Clocks judged on", Value: m.AsOf}, {Label: "Ethnic groups", Value: m.Grouping},
		{Label: "Deprivation", Value: fmt.Sprintf("Index of Multiple Deprivation %s; quintile 1 is the most deprived", strings.Join(m.Vintages, " and "))},
		{Label: "Small numbers", Value: ProfileWords(m.Plan().Profile().Name)}}}
	facts.Rows = slices.DeleteFunc(facts.Rows, func(f layout.Fact) bool { return f.Label == "System" && f.Value == m.Organisation })
	sign := &layout.Facts{Heading: "Sign-off", Rows: []layout.Fact{{Label: "Prepared by", Sign: true}, {Label: "Reviewed by", Sign: true}, {Label: "Approved by", Sign: true}, {Label: "Date", Sign: true}}}
	return layout.Page{ID: "cover", Sheet: "Cover", Title: m.Title, Lead: m.caveats(), Blocks: blocks(facts, sign, m.sourceTable(), m.notices(), contents(pages))}
}

// spoken gives a period as one says it; what is typed for one is "2026-01-01..2026-06-30".
func spoken(period string) string {
	if period == "all" {
		return "all dates"
	}
	return strings.ReplaceAll(period, "..", " to ")
}

// caveats are the sentences that must be read before any figure.
func (m maker) caveats() []string {
	out := []string{"Whether maternity and neonatal incidents are recorded and investigated fairly for every family."}
	if !m.hasBirths() {
		out = append(out, "Counts are not rates: without births by ethnic group and deprivation they show who is reported on, not who is at risk.")
	}
	return append(out, "No evidence found means that nothing was found in what could be read. It does not mean that nobody thought of it.",
		"Small numbers move by chance. Where there are few cases the pages say so in words instead of giving a figure.")
}

// notices says what a merge found that its readers must know.
func (m maker) notices() *layout.Text {
	if len(m.Notices) == 0 {
		return nil
	}
	return &layout.Text{Heading: "Before reading the figures", Paragraphs: m.Notices}
}

// sourceTable counts what was read, used and left out, source by source.
func (m maker) sourceTable() *layout.Table {
	t := &layout.Table{ID: "sources", Title: "Sources", RowBy: "source", Period: m.Period, Columns: []layout.Column{labelColumn("Source"), countColumn("Records read"), countColumn("Used"), countColumn("Left out")}}
	var used, left int
	for _, s := range m.Sources {
		if s == "" {
			continue
		}
		at := measure.Place{Source: s}
		u, l := m.total(count.TableEthnicityStatus, at), m.total(count.TableLeft, at)
		used, left = used+u, left+l
		t.Rows = append(t.Rows, row(layout.Say(m.SourceTitle(s)), release.Number(u+l), release.Number(u), release.Number(l)))
	}
	t.Rows = append(t.Rows, layout.Row{Total: true, Cells: []layout.Cell{layout.Say("All sources"), release.Number(used + left), release.Number(used), release.Number(left)}})
	cases := m.total(count.TableEthnicityIMD, whole)
	t.Notes = []string{fmt.Sprintf("The records used tell of %s cases: one event that several systems hold counts once.", release.Thousands(cases)), "Why records were left out is under " + quotedTitles(m.exclusions()) + "."}
	return t
}

// total adds up all counts of a table over a place.
func (m maker) total(table string, at measure.Place) int {
	return m.Book.Grid(table, at, measure.Dimension{}, measure.Dimension{}).Total
}

func contents(pages []layout.Page) *layout.Table {
	t := &layout.Table{ID: "contents", Title: "Contents", Columns: []layout.Column{labelColumn("Page"), {Title: "What it shows"}}}
	for _, page := range pages {
		lead := ""
		if len(page.Lead) > 0 {
			lead = page.Lead[0]
		}
		t.Rows = append(t.Rows, row(layout.Cell{Text: page.Title, Link: page.ID}, layout.Say(lead)))
	}
	return t
}

// ProfileWords says what a disclosure profile does with small numbers.
func ProfileWords(name string) string {
	switch name {
	case "panel":
		return "shown exactly, for the panel's own eyes"
	case "nhse":
		return "1 to 7 shown as 5, the rest to the nearest 5 (NHS England maternity rule)"
	case "hes":
		return "1 to 7 hidden, the rest to the nearest 5 (HES rule)"
	}
	return "1 to 4 hidden, with as many others as protect them"
}
