package pages

import (
	"fmt"
	"strings"

	"siequity/audit/cases"
	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/audit/stats"
	"siequity/audit/stats/inequality"
)

// Of the null expectation: enough draws for two digits, and a fixed seed, so that
// a pack made again is the same.
const (
	nullDraws = 5000
	nullSeed  = 2026
)

// rates turns counts into rates where births are given. Every figure is worked out
// from numbers that the release prints.
func (m maker) rates() layout.Page {
	page := layout.Page{ID: "rates", Sheet: "Rates", Title: "Rates by ethnic group and deprivation"}
	if !m.hasBirths() {
		page.Lead = []string{"Without births by ethnic group and deprivation there are no rates: counts and shares show who is reported on, not who is at risk.",
			"To have rates, fill in the births register and name it in siequity.yaml, or give it with --births."}
		return page
	}
	page.Lead = []string{fmt.Sprintf("Cases per 1,000 births, each group beside %s. A difference is worth a question where its interval leaves out 1 and its adjusted p is small.", m.ReferenceGroup()), m.birthsNote()}
	all := m.groupRates("rates-all", "All cases", caseRef)
	severe := m.groupRates("rates-severe", "Cases with severe harm or death", func(g string) disclosure.Ref {
		return disclosure.Ref{Table: count.TableEthnicityReport, Row: g, Col: "Severe harm or death"}
	})
	births := m.Grid(release.Births)
	if births == nil {
		births = m.Grid(release.BirthsByGroup)
	}
	page.Blocks = blocks(all.table(m), all.chart(m), severe.table(m), m.gaps(), m.spread(all), m.gradient(), births, m.Grid(release.BirthsByQuintile))
	return page
}

// groupRates are the rates of the groups whose numbers are all printed.
type groupRates struct {
	id, title string
	rates     map[string]measure.GroupRate
	order     []string // the groups with rates
}

func (m maker) groupRates(id, title string, events func(group string) disclosure.Ref) groupRates {
	g := groupRates{id: id, title: title, rates: map[string]measure.GroupRate{}}
	var x, n []int
	for _, group := range m.groups() {
		numbers, ok := m.Numbers(events(group), m.birthsRef(group))
		if !ok {
			continue
		}
		g.order, x, n = append(g.order, group), append(x, numbers[0]), append(n, numbers[1])
	}
	for _, r := range measure.Rates(g.order, x, n, m.ReferenceGroup()) {
		g.rates[r.Key] = r
	}
	return g
}

// groups lists the ethnic groups as they are shown, without those not known.
func (m maker) groups() []string {
	rows, _, _ := m.Labels(count.TableEthnicityIMD)
	var out []string
	for _, g := range rows {
		if g != cases.RowNotStated && g != cases.RowNotKnown {
			out = append(out, g)
		}
	}
	return out
}

func (g groupRates) table(m maker) *layout.Table {
	t := &layout.Table{ID: g.id, Title: g.title + " per 1,000 births", RowBy: "ethnicity", Period: m.Period, Columns: []layout.Column{labelColumn("Ethnic group"), countColumn("Cases"), countColumn("Births"),
		wordsColumn("Rate per 1,000 (95% interval)"), wordsColumn("Method"), wordsColumn("Ratio to " + m.ReferenceGroup() + " (95% interval)"), wordsColumn("p, adjusted"), wordsColumn("Excess cases"), wordsColumn("In words")}}
	for _, group := range m.groups() {
		if r, shown := g.rates[group]; shown {
			t.Rows = append(t.Rows, rateRow(r))
			continue
		}
		hidden := layout.Cell{Text: "not shown", Tone: layout.Hidden}
		t.Rows = append(t.Rows, row(layout.Say(group), hidden, hidden, hidden, hidden, hidden, hidden, hidden, layout.Say("a number behind it is hidden")))
	}
	t.Notes = []string{"Rates below 10 cases have exact Poisson limits, others Byar's. Ratios have mid-P limits; p is exact, and adjusted by Holm for the number of groups on this table.",
		"Excess cases: those above what the reference's rate would give. Groups are not ranked."}
	t.Notes = append(append(t.Notes, m.SymbolNote(t)...), m.residue(true)...)
	return t
}

func rateRow(r measure.GroupRate) layout.Row {
	dash := layout.Cell{Text: "-", Tone: layout.Grey}
	cells := []layout.Cell{layout.Say(r.Key), release.Number(r.Events), release.Number(r.Births), dash, dash}
	if r.Rate.Value.OK() {
		cells = append(cells[:3], layout.Say(measure.RateText(r.Rate)), layout.Say(r.Rate.Interval.Method))
	}
	if r.Words != "" { // words before digits: figures would carry almost nothing
		return row(append(cells, dash, dash, dash, layout.Say(r.Words))...)
	}
	return row(append(cells, layout.Say(ratioText(r.Ratio.Ratio, r.Ratio.Interval)), layout.Say(pText(r.Adjusted)), layout.Say(signed(r.Excess)), layout.Say(comparison(r)))...)
}

// comparison says what the ratio shows.
func comparison(r measure.GroupRate) string {
	switch i := r.Ratio.Interval; {
	case !i.OK():
		return i.Why
	case i.Lower > 1 && r.Adjusted.OK() && r.Adjusted.V < 1-measure.Level:
		return "higher"
	case i.Upper < 1 && r.Adjusted.OK() && r.Adjusted.V < 1-measure.Level:
		return "lower"
	}
	return "no clear difference"
}

func ratioText(v stats.Value, i stats.Interval) string {
	switch {
	case !v.OK():
		return v.Why
	case !i.OK():
		return fmt.Sprintf("%.2f", v.V)
	case i.Open():
		return fmt.Sprintf("%.2f (%.2f, %s)", v.V, i.Lower, stats.NoUpperLimit)
	}
	return fmt.Sprintf("%.2f (%.2f to %.2f)", v.V, i.Lower, i.Upper)
}

func pText(v stats.Value) string {
	switch {
	case !v.OK():
		return "-"
	case v.V < 0.001:
		return "under 0.001"
	}
	return fmt.Sprintf("%.3f", v.V)
}

func signed(v stats.Value) string {
	if !v.OK() {
		return "-"
	}
	return fmt.Sprintf("%+.1f", v.V)
}

func (g groupRates) chart(m maker) *layout.Chart {
	c := &layout.Chart{ID: g.id, Title: g.title + " per 1,000 births", Kind: layout.Bars, XTitle: "Ethnic group", YTitle: "Cases per 1,000 births", Series: []layout.Series{{Name: "Rate"}}}
	var words []string
	for _, group := range g.order {
		if r := g.rates[group]; r.Rate.Value.OK() {
			c.X = append(c.X, group)
			c.Series[0].Points = append(c.Series[0].Points, layout.Point{Value: r.Rate.Value.V})
			words = append(words, group+" "+measure.RateText(r.Rate))
		}
	}
	c.Alt = "Rate with its 95% interval: " + strings.Join(words, "; ") + "."
	return orNoChart(c)
}

// quintiles lists the columns of deprivation that are quintiles, by their titles.
func quintiles() []string {
	var out []string
	for _, v := range release.IMDColumns().Values[:5] {
		out = append(out, v.Title)
	}
	return out
}

// gaps sets each group beside the reference within each quintile and pools:
// what is left of the gap once deprivation is held fixed.
func (m maker) gaps() *layout.Table {
	if _, crossed := m.Table(release.Births); !crossed {
		return nil
	}
	t := &layout.Table{ID: "rates-gap", Title: "The gap to " + m.ReferenceGroup() + " after deprivation", RowBy: "ethnicity", Period: m.Period,
		Columns: []layout.Column{labelColumn("Ethnic group"), wordsColumn("Risk ratio (95% interval)"), wordsColumn("After deprivation (95% interval)"), wordsColumn("p, adjusted"), wordsColumn("Quintiles that inform")}}
	gaps, p := m.ethnicGaps()
	for i, g := range gaps {
		if g.Hidden {
			hidden := layout.Cell{Text: "not shown", Tone: layout.Hidden}
			t.Rows = append(t.Rows, row(layout.Say(g.Key), hidden, hidden, hidden, hidden))
			continue
		}
		t.Rows = append(t.Rows, row(layout.Say(g.Key), layout.Say(ratioText(g.Crude.Value, g.Crude.Interval)), layout.Say(ratioText(g.Fixed.Value, g.Fixed.Interval)), layout.Say(pText(p[i])), layout.Say(fmt.Sprint(g.Strata))))
	}
	t.Notes = []string{"Mantel-Haenszel over the five quintiles, from the cells shown; p adjusted by Holm; a group is left out where one of its cells, or of the reference's, is hidden. Cases without a quintile are in neither column."}
	return t
}

// ethnicGaps works out the gap of each group whose cells are all printed; the
// others are marked as hidden. p is adjusted over the groups.
func (m maker) ethnicGaps() (gaps []measure.EthnicGap, p []stats.Value) {
	reference, okRef := m.strata(m.ReferenceGroup())
	for _, g := range m.groups() {
		if g == m.ReferenceGroup() {
			continue
		}
		gap := measure.EthnicGap{Key: g, Hidden: true, P: stats.NotCalculable("a number behind it is hidden")}
		if own, ok := m.strata(g); ok && okRef {
			gap = measure.GapAfterDeprivation(g, own[0], own[1], reference[0], reference[1])
		}
		gaps, p = append(gaps, gap), append(p, gap.P)
	}
	return gaps, stats.AdjustP(p, stats.Holm)
}

// strata gives the printed cases and births of a group by quintile.
func (m maker) strata(group string) (counts [2][]int, ok bool) {
	for i, table := range []string{count.TableEthnicityIMD, release.Births} {
		for _, q := range quintiles() {
			n, ok := m.Numbers(disclosure.Ref{Table: table, Row: group, Col: q})
			if !ok {
				return counts, false
			}
			counts[i] = append(counts[i], n[0])
		}
	}
	for q := range counts[0] {
		if counts[0][q] > counts[1][q] { // more cases than births: these are no risks
			return counts, false
		}
	}
	return counts, true
}

// spread shows how far the groups' rates lie apart, beside what chance alone
// would give: with small numbers groups differ without any cause.
func (m maker) spread(g groupRates) *layout.Table {
	var x, n []float64
	reference := -1
	for _, group := range g.order {
		if g.rates[group].Births == 0 {
			continue
		}
		if group == m.ReferenceGroup() {
			reference = len(x)
		}
		x, n = append(x, float64(g.rates[group].Events)), append(n, float64(g.rates[group].Births))
	}
	if len(x) < 2 || reference < 0 {
		return nil
	}
	seen, chance := inequality.NominalIndices(x, n, reference), inequality.NullExpectation(x, n, nullDraws, nullSeed)
	t := &layout.Table{ID: "rates-spread", Title: "How far the groups lie apart, and what chance would give", RowBy: "index", Period: m.Period,
		Columns: []layout.Column{labelColumn("Index"), wordsColumn("Seen"), wordsColumn("By chance, on average"), wordsColumn("Chance exceeds, one time in twenty"), wordsColumn("p")}}
	number := func(v stats.Value, format string) layout.Cell {
		if !v.OK() {
			return layout.Say(v.Why)
		}
		return layout.Say(fmt.Sprintf(format, v.V))
	}
	t.Rows = []layout.Row{row(layout.Say("Index of disparity (%)"), number(seen.Disparity, "%.1f"), number(chance.Disparity.Mean, "%.1f"), number(chance.Disparity.Upper95, "%.1f"), layout.Say(pText(chance.Disparity.PAtLeast))),
		row(layout.Say("Theil's T"), number(seen.TheilT, "%.4f"), number(chance.TheilT.Mean, "%.4f"), number(chance.TheilT.Upper95, "%.4f"), layout.Say(pText(chance.TheilT.PAtLeast))),
		row(layout.Say("Excess cases over "+m.ReferenceGroup()+"'s rate"), number(seen.Excess, "%+.1f"), layout.Say("0.0"), layout.Say("-"), layout.Say("-"))}
	t.Notes = []string{fmt.Sprintf("Ethnic groups have no order, so there is no slope. Chance: %s redistributions of the same cases over the groups' births.", release.Thousands(chance.Draws)), "Only groups whose numbers are shown take part."}
	return t
}
