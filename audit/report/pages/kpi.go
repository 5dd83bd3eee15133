package pages

import (
	"fmt"

	"siequity/audit/count"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/audit/stats"
	"siequity/rules"
)

// kpiMeasures lists the measures that are shares, in the order of packs.
func (m maker) kpiMeasures() []*rules.Measure {
	var out []*rules.Measure
	for i := range m.Set.Measures {
		ms := &m.Set.Measures[i]
		share := ms.Per() == "record" || ms.Per() == "register" && ms.Register.Denominator != ""
		if share && m.Sum(ms.ID, whole, "") != (measure.Tally{}) {
			out = append(out, ms)
		}
	}
	return out
}

// target gives a measure's target: that of the scheme years its records fall in,
// or none where they fall in years of different standards, or in a year of which
// no standard is known.
func (m maker) target(ms *rules.Measure) rules.Target {
	if ms.Targets == nil {
		return ms.Target
	}
	var keys []string
	undated := m.Sum(ms.ID, whole, "").N()
	for _, r := range ms.Targets.Rows {
		if n := m.Sum(ms.ID, whole, count.YearSplit(r.Key)).N(); n > 0 {
			keys = append(keys, r.Key)
			undated -= n
		}
	}
	if undated > 0 {
		keys = append(keys, "")
	}
	return ms.TargetOver(keys...)
}

// mostColumns is how many organisations a table can set side by side.
const mostColumns = 12

// kpi is the table of measures: target, actual and what must stand beside it.
func (m maker) kpi() *layout.Table {
	before, now, two := m.LastTwo()
	t := &layout.Table{ID: "kpi", Title: "Measures", RowBy: "measure", Period: m.Period, Columns: append(shareColumns(labelColumn("Measure")), countColumn("Not known"), layout.Column{Title: "Target", Figure: true},
		layout.Column{Title: "Rating", Kind: layout.RAG, Figure: true})}
	if two {
		t.Columns = append(t.Columns, percentColumn(before), percentColumn(now), wordsColumn("Change"))
	}
	t.Columns = append(t.Columns, countColumn("Not applicable"), layout.Column{Title: "Pack"})
	for _, ms := range m.kpiMeasures() {
		f, target := m.figure(ms.ID, whole), m.target(ms)
		cells := append(append([]layout.Cell{layout.Say(ms.Title)}, shareCells(f)...), release.Number(f.Unknown), release.Target(target), release.RAG(target, f))
		if two {
			a, b := m.quarterly(ms.ID, before), m.quarterly(ms.ID, now)
			cells = append(cells, release.Percent(a), release.Percent(b), layout.Say(changeWord(measure.Change(b, a))))
		}
		t.Rows = append(t.Rows, row(append(cells, release.Number(f.NotApplicable), layout.Say(ms.Pack))...))
	}
	t.Notes = append([]string{"N counts records that the measure applies to and that could be judged. The interval is Wilson's.",
		"Grey: fewer cases than the measure asks for, or no target. Not rated: more than a tenth are not known (or what its pack allows), and they could turn the rating.", "Change compares the last two complete quarters; it is up or down only where the interval of the difference (Newcombe) leaves out nought."}, m.daggers(t)...)
	return t
}

// changeWord words a change in percentage points.
func changeWord(e stats.Estimate) string {
	switch {
	case !e.Value.OK() || !e.Interval.OK():
		return "not comparable"
	case e.Interval.Lower > 0:
		return "up"
	case e.Interval.Upper < 0:
		return "down"
	}
	return "no clear change"
}

// kpiByOrganisation sets the organisations side by side, for comparison and not
// for ranking: they stand in the order of their names.
func (m maker) kpiByOrganisation() *layout.Table {
	places := m.byOrganisation()
	if places == nil || len(places) > mostColumns+1 {
		return nil
	}
	t := &layout.Table{ID: "kpi-organisation", Title: "Measures by organisation", RowBy: "measure", ColumnBy: "organisation", Measure: "actual", Period: m.Period, Columns: []layout.Column{labelColumn("Measure")}}
	for _, p := range places {
		t.Columns = append(t.Columns, layout.Column{Title: p.title, Kind: layout.RAG, Figure: true, Total: p.total})
	}
	for _, ms := range m.kpiMeasures() {
		cells := []layout.Cell{layout.Say(ms.Title)}
		for _, p := range places {
			f := m.figure(ms.ID, p.at)
			cells = append(cells, layout.Cell{Text: shareText(f), Tone: release.RAG(m.target(ms), f).Tone})
		}
		t.Rows = append(t.Rows, row(cells...))
	}
	t.Notes = []string{"For comparison, not for ranking: with few records a difference is mostly chance. Colours repeat the rating of the summary against the same target."}
	return t
}

// shareText words a percentage with its counts: "91.1% (347 of 381)". Where many are
// not known their number stands beside it.
func shareText(f measure.Figure) string {
	if !f.Known() {
		return "no cases"
	}
	if all := f.Denominator + f.Unknown; f.Unknown*100 > rules.DefaultMaxUnknown*all {
		return fmt.Sprintf("%s (%s of %s; %s not known)", release.PercentText(f.Percent, f.Numerator, f.Denominator), release.Thousands(f.Numerator), release.Thousands(f.Denominator), release.Thousands(f.Unknown))
	}
	return fmt.Sprintf("%s (%s of %s)", release.PercentText(f.Percent, f.Numerator, f.Denominator), release.Thousands(f.Numerator), release.Thousands(f.Denominator))
}
