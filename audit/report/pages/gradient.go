package pages

import (
	"fmt"

	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/audit/stats"
)

// gradient shows the rate over quintiles of deprivation and how steep it is.
func (m maker) gradient() *layout.Table {
	t := &layout.Table{ID: "rates-imd", Title: "Cases per 1,000 births by deprivation", RowBy: "imd", Period: m.Period,
		Columns: []layout.Column{labelColumn("IMD quintile"), countColumn("Cases"), countColumn("Births"), wordsColumn("Rate per 1,000 (95% interval)"), wordsColumn("Method")}}
	var events, births []int
	for _, q := range quintiles() {
		n, ok := m.Numbers(disclosure.Ref{Table: count.TableEthnicityIMD, Col: q}, m.placeRef(q))
		if !ok {
			hidden := layout.Cell{Text: "not shown", Tone: layout.Hidden}
			t.Rows = append(t.Rows, row(layout.Say(q), hidden, hidden, hidden, hidden))
			continue
		}
		events, births = append(events, n[0]), append(births, n[1])
		e := stats.Rate(n[0], float64(n[1]), measure.Level, measure.Per)
		t.Rows = append(t.Rows, row(layout.Say(q), release.Number(n[0]), release.Number(n[1]), layout.Say(measure.RateText(e)), layout.Say(e.Interval.Method)))
	}
	if len(events) == 0 {
		return nil
	}
	t.Notes = append(gradientWords(events, births), m.residue(true)...)
	return t
}

// gradientWords says how steep the gradient is, as far as the counts allow.
func gradientWords(events, births []int) []string {
	if len(events) < len(quintiles()) {
		return []string{"No gradient is worked out: a number behind it is hidden."}
	}
	g := measure.Deprivation(events, births)
	out := []string{fmt.Sprintf("Most deprived against least deprived: ratio %s (mid-P limits); test for trend over quintiles (Cochran-Armitage): p %s.", ratioText(g.Extremes.Ratio, g.Extremes.Interval), pText(g.Trend.P))}
	if !g.Slope.SII.Value.OK() {
		return append(out, "No slope index: "+g.Slope.SII.Value.Why+".")
	}
	return append(out, fmt.Sprintf("Slope index of inequality %s per 1,000; relative index %s (%s).", measure.RateText(g.Slope.SII), ratioText(g.Slope.RII.Value, g.Slope.RII.Interval), g.Slope.SII.Interval.Method))
}
