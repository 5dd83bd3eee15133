package pages

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/count"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/rules"
)

// pmrt shows the reviews of perinatal deaths: parents, clocks, grades, panel.
func (m maker) pmrt() layout.Page {
	page := layout.Page{ID: "pmrt", Sheet: "PMRT", Title: "Perinatal mortality reviews", Lead: []string{"Whether parents were told, asked and heard, whether reviews kept to time, and how care was graded, phase by phase.",
		"Told, asked and replied are three measures: they differ widely, and one says nothing of the next. A clock still running is not yet due, never a failure."}}
	if m.total(count.TableEthnicityStatus, measure.Place{Source: "pmrt"}) == 0 {
		page.Lead = []string{"No perinatal mortality reviews in this pack: no PMRT export was read, or none of its deaths fall in the period."}
		return page
	}
	page.Blocks = blocks(m.measures("pmrt-parents", "Parents", "pmrt/parents-told", "pmrt/parents-asked", "pmrt/parents-replied"),
		m.measures("pmrt-reviews", "Reviews", "pmrt/valid-code", "pmrt/external-member", "pmrt/interpreter-issue"))
	page.Blocks = append(page.Blocks, blocks(m.clocks())...)
	page.Blocks = append(page.Blocks, blocks(m.gradeTable(), m.gradeChart(), m.unsuitable())...)
	return page
}

// clocks lays out every clock by scheme year, with the year's own standard.
func (m maker) clocks() *layout.Table {
	t := &layout.Table{ID: "pmrt-clocks", Title: "Clocks, by year of the maternity incentive scheme", RowBy: "measure", Period: m.Period, Columns: append(append([]layout.Column{labelColumn("Measure"), {Title: "Scheme year"}, {Title: "Standard"}}, shareColumns()...),
		layout.Column{Title: "Target"}, layout.Column{Title: "Rating", Kind: layout.RAG, Figure: true}, countColumn("Not yet due"), countColumn("Not known"))}
	for i := range m.Set.Measures {
		ms := &m.Set.Measures[i]
		if ms.Targets == nil || ms.Per() != "record" {
			continue
		}
		for _, year := range ms.Targets.Rows {
			t.Rows = append(t.Rows, m.clockRow(ms, year)...)
		}
		t.Rows = append(t.Rows, m.undated(ms)...)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Notes = append([]string{"A death belongs to the scheme year that holds its date. Years without a published standard have none here, and are not rated."}, m.daggers(t)...)
	return t
}

func (m maker) clockRow(ms *rules.Measure, year rules.Row) []layout.Row {
	f := measure.Of(m.Sum(ms.ID, whole, count.YearSplit(year.Key)))
	due := m.Sum(ms.ID, whole, count.YearSplit(year.Key)+" "+count.NotDue).NotApplicable
	if !f.Known() && f.Unknown == 0 && due == 0 {
		return nil
	}
	standard := "-"
	if year.HasLimit {
		standard = "within " + year.Limit.Length()
		if !year.Verified {
			standard += " " + release.Dagger
		}
	}
	target := ms.TargetFor(year.Key)
	cells := append([]layout.Cell{layout.Say(ms.Title), layout.Say(year.Title), layout.Say(standard)}, shareCells(f)...)
	return []layout.Row{row(append(cells, release.Target(target), release.RAG(target, f), release.Number(due), release.Number(f.Unknown))...)}
}

// undated is the line of records that fall in no year of the table: they have no
// standard, and are shown all the same.
func (m maker) undated(ms *rules.Measure) []layout.Row {
	all := m.Sum(ms.ID, whole, "")
	due := m.Sum(ms.ID, whole, count.NotDue).NotApplicable
	for _, year := range ms.Targets.Rows {
		t := m.Sum(ms.ID, whole, count.YearSplit(year.Key))
		all = measure.Tally{Pass: all.Pass - t.Pass, Fail: all.Fail - t.Fail, NotApplicable: all.NotApplicable - t.NotApplicable, Unknown: all.Unknown - t.Unknown}
		due -= m.Sum(ms.ID, whole, count.YearSplit(year.Key)+" "+count.NotDue).NotApplicable
	}
	f := measure.Of(all)
	if !f.Known() && f.Unknown == 0 && due <= 0 {
		return nil
	}
	cells := append([]layout.Cell{layout.Say(ms.Title), layout.Say("no year in the table"), layout.Say("none known")}, shareCells(f)...)
	return []layout.Row{row(append(cells, layout.Say("no target"), layout.Cell{Text: "No target", Tone: layout.Grey}, release.Number(max(due, 0)), release.Number(f.Unknown))...)}
}

// spreads lists the measures that show how grades are spread.
func (m maker) spreads() []*rules.Measure {
	var out []*rules.Measure
	for i := range m.Set.Measures {
		if ms := &m.Set.Measures[i]; ms.Per() == "spread" && slices.Contains(ms.On, "pmrt") && len(ms.On) == 1 {
			out = append(out, ms)
		}
	}
	return out
}

func (m maker) gradeTable() *layout.Table {
	spreads := m.spreads()
	if len(spreads) == 0 {
		return nil
	}
	t := &layout.Table{ID: "pmrt-grades", Title: "Grades of care, by phase", RowBy: "phase", ColumnBy: "grade", Measure: "reviews", Period: m.Period, Columns: []layout.Column{labelColumn("Phase")}}
	for _, v := range spreads[0].Spread.Values {
		t.Columns = append(t.Columns, countColumn(v))
	}
	for _, ms := range spreads {
		cells := []layout.Cell{layout.Say(ms.Title)}
		for _, v := range spreads[0].Spread.Values {
			cells = append(cells, release.Number(m.graded(ms, v)))
		}
		t.Rows = append(t.Rows, row(cells...))
	}
	t.Notes = []string{"A to D as the review tool grades care, from no issues to issues likely to have made a difference. Phases are never averaged: each is about other care."}
	return t
}

func (m maker) graded(ms *rules.Measure, value string) int {
	return m.Book.Cell(count.SpreadTable(ms.ID), whole, value, "records")
}

func (m maker) gradeChart() *layout.Chart {
	c := &layout.Chart{ID: "pmrt-grades", Title: "Grades of care, by phase", Kind: layout.Stacked, XTitle: "Phase of care", YTitle: "Reviews (number)"}
	var words []string
	for _, ms := range m.spreads() {
		if len(c.Series) == 0 {
			for _, v := range ms.Spread.Values {
				c.Series = append(c.Series, layout.Series{Name: "Grade " + v})
			}
		}
		c.X = append(c.X, ms.Title)
		var grades []string
		for i := range c.Series {
			n := m.graded(ms, strings.TrimPrefix(c.Series[i].Name, "Grade "))
			c.Series[i].Points = append(c.Series[i].Points, layout.Point{Value: float64(n)})
			grades = append(grades, fmt.Sprintf("%s %d", c.Series[i].Name, n))
		}
		words = append(words, ms.Title+": "+strings.Join(grades, ", "))
	}
	c.Alt = strings.Join(words, "; ") + "."
	return orNoChart(c)
}

// unsuitable counts the deaths that are no cases for the review tool.
func (m maker) unsuitable() *layout.Table {
	g := m.Book.Grid(count.TableLeft, measure.Place{Source: "pmrt"}, measure.Dimension{}, measure.Dimension{})
	t := &layout.Table{ID: "pmrt-left-out", Title: "Deaths of the export that are not in these figures", RowBy: "reason", Period: m.Period, Columns: []layout.Column{labelColumn("Reason"), countColumn("Deaths")}}
	for i, v := range g.Rows.Values {
		if g.RowTotals[i] > 0 {
			t.Rows = append(t.Rows, row(layout.Say(release.Capital(v.Title)), release.Number(g.RowTotals[i])))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}
