package pages

import (
	"fmt"
	"strings"

	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/audit/stats/spc"
	"siequity/rules"
)

// fewestQuarters is the number of quarters from which a line is worth drawing.
const fewestQuarters = 2

// trends shows measures of the whole over quarters. Cells of a cross-tabulation
// are never charted: their noise would cry wolf.
func (m maker) trends() layout.Page {
	page := layout.Page{ID: "trends", Sheet: "Trends", Title: "Trends", Lead: []string{"Measures of the whole, quarter by quarter. Single groups are not charted: with few cases a quarter, what looks like a trend is chance.",
		"An incomplete quarter is hollow and left out of limits."}}
	quarters := m.Quarters()
	if len(quarters) < fewestQuarters {
		page.Lead = append(page.Lead, "There is only one quarter so far. Audit a longer period to see trends.")
		return page
	}
	t := &layout.Table{ID: "trends", Title: "Measures by quarter", RowBy: "measure", ColumnBy: "quarter", Measure: "actual", Period: m.Period, Columns: []layout.Column{labelColumn("Measure")}}
	for _, q := range quarters {
		title := q
		if m.Incomplete(q) {
			title += " (incomplete)"
		}
		t.Columns = append(t.Columns, wordsColumn(title))
	}
	t.Columns = append(t.Columns, layout.Column{Title: "How to read it"})
	var charts []layout.Block
	series := m.Series()
	for _, ms := range m.trendMeasures(quarters) {
		trend := series.TrendOf(ms.ID, whole, quarters, m.Incomplete)
		cells := []layout.Cell{layout.Say(ms.Title)}
		for _, p := range trend.Points {
			cells = append(cells, layout.Say(shareText(p.Figure)))
		}
		t.Rows = append(t.Rows, row(append(cells, layout.Say(trend.Words))...))
		if c := m.trendChart(ms, trend); c != nil && charted(ms.ID) {
			charts = append(charts, c)
		}
	}
	t.Notes = m.residue(true)
	if m.Past != nil {
		t.Notes = append(t.Notes, "Quarters before the period of this pack are from earlier submissions, as they were counted then.")
	}
	page.Blocks = append(charts, t)
	return page
}

// trendMeasures lists the measures of records that were judged in two of the quarters.
func (m maker) trendMeasures(quarters []string) []*rules.Measure {
	var out []*rules.Measure
	for _, ms := range m.kpiMeasures() {
		judged := 0
		for _, q := range quarters {
			if m.quarterly(ms.ID, q).Known() {
				judged++
			}
		}
		if ms.Per() == "record" && judged >= fewestQuarters {
			out = append(out, ms)
		}
	}
	return out
}

// charted names the few measures that a meeting looks at; the table has the rest.
func charted(id string) bool {
	switch id {
	case validCode, "equity/culture-considered", "equity/ethnicity-considered", "equity/language-considered", "equity/panel-recorded", "pmrt/parents-asked":
		return true
	}
	return false
}

func (m maker) trendChart(ms *rules.Measure, trend measure.Trend) *layout.Chart {
	c := &layout.Chart{ID: "trend-" + strings.ReplaceAll(ms.ID, "/", "-"), Title: ms.Title, Kind: layout.Lines, XTitle: "Quarter of the incident", YTitle: "Records (%)", Notes: []string{release.Capital(trend.Words) + "."}}
	actual := layout.Series{Name: "Actual"}
	var words []string
	for _, p := range trend.Points {
		c.X = append(c.X, p.Period)
		actual.Points = append(actual.Points, layout.Point{Value: p.Figure.Percent, Gap: !p.Figure.Known(), Hollow: p.Incomplete})
		s := p.Period + " " + shareText(p.Figure)
		if p.Incomplete {
			s += " (incomplete)"
		}
		words = append(words, s)
	}
	c.Series = append([]layout.Series{actual}, limitSeries(trend, len(c.X))...)
	if t := m.target(ms); t.Set {
		c.Series = append(c.Series, level("Target", t.Value, len(c.X)))
	}
	c.Alt = fmt.Sprintf("%s: %s. %s.", ms.Title, strings.Join(words, "; "), release.Capital(trend.Words))
	return orNoChart(c)
}

// limitSeries draws centre and limits where the number of points allows them.
func limitSeries(trend measure.Trend, n int) []layout.Series {
	l := trend.XmR.Limits
	if trend.Chart != spc.TrialXmR && trend.Chart != spc.FullXmR || !l.Mean.OK() || !l.Lower.OK() || !l.Upper.OK() {
		return nil
	}
	return []layout.Series{level("Mean", l.Mean.V, n), level("Lower limit", max(l.Lower.V, 0), n), level("Upper limit", min(l.Upper.V, 100), n)}
}

func level(name string, v float64, n int) layout.Series {
	s := layout.Series{Name: name, Limit: true}
	for range n {
		s.Points = append(s.Points, layout.Point{Value: v})
	}
	return s
}
