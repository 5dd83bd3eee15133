package pages

import (
	"fmt"
	"strings"

	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

// definitions says what every measure, rule, standard and theme means, and where
// it comes from.
func (m maker) definitions() layout.Page {
	page := layout.Page{ID: "definitions", Sheet: "Definitions", Title: "Definitions and sources", Lead: []string{"What every measure, rule, standard and theme means, and where it comes from.", "What is marked as not checked is a setting with a default; it can be changed in a rule pack of one's own."}}
	page.Blocks = blocks(m.measureDefinitions(), m.ruleDefinitions())
	for i := range m.Set.Tables {
		page.Blocks = append(page.Blocks, m.standards(i))
	}
	page.Blocks = append(page.Blocks, blocks(m.themeDefinitions(), labelText(), m.methods())...)
	return page
}

func (m maker) measureDefinitions() *layout.Table {
	t := &layout.Table{ID: "measures", Title: "Measures", RowBy: "measure", Period: m.Period, Columns: []layout.Column{labelColumn("Measure"), {Title: "ID"}, {Title: "What it says"}, {Title: "What is counted"}, {Title: "Target", Figure: true}, {Title: "Amber", Figure: true}, {Title: "Better", Figure: true}, {Title: "Source"}}}
	for i := range m.Set.Measures {
		ms := &m.Set.Measures[i]
		target := ms.Target.String()
		if ms.Targets != nil {
			target = "by scheme year: " + ms.Targets.Title
		}
		amber, better := "-", "-"
		if ms.Target.Set {
			amber, better = fmt.Sprintf("%v%%", ms.Target.Amber), ms.Target.Better.String()
		}
		t.Rows = append(t.Rows, row(layout.Say(ms.Title), layout.Say(ms.ID), layout.Say(ms.Doc), layout.Say(ms.Counts(m.Set)), layout.Say(target), layout.Say(amber), layout.Say(better), layout.Say(ms.Source)))
	}
	return t
}

func (m maker) ruleDefinitions() *layout.Table {
	t := &layout.Table{ID: "rules", Title: "Rules", Columns: []layout.Column{labelColumn("Rule"), {Title: "ID"}, {Title: "How much it matters"}, {Title: "Sources"}, {Title: "Why it matters"}, {Title: "Source"}}}
	for i := range m.Set.Rules {
		r := &m.Set.Rules[i]
		severity := r.Severity.String()
		if r.Off != "" {
			severity = "switched off: " + r.Off
		}
		t.Rows = append(t.Rows, row(layout.Say(r.Title), layout.Say(r.ID), layout.Say(severity), layout.Say(strings.Join(r.On, ", ")), layout.Say(r.Doc), layout.Say(r.Source)))
	}
	return t
}

// standards lays out one table of dated thresholds.
func (m maker) standards(at int) *layout.Table {
	s := m.Set.Tables[at]
	t := &layout.Table{ID: "standard-" + strings.ReplaceAll(s.ID, "/", "-"), Title: s.Title, Columns: []layout.Column{labelColumn("Year"), {Title: "From", Kind: layout.Date}, {Title: "To", Kind: layout.Date}, {Title: "Limit"}, {Title: "Target"}, {Title: "Checked against a source"}, {Title: "Source"}}}
	for _, r := range s.Rows {
		from, to, limit, target := "-", "-", "-", "-"
		if r.From != 0 {
			from, to = r.From.String(), r.To.String()
		}
		if r.HasLimit {
			limit = r.Limit.Length()
		}
		if r.Target > 0 {
			target = fmt.Sprintf("%v%%", r.Target)
		}
		checked := layout.Cell{Text: "no: a setting", Tone: layout.Grey}
		if r.Verified {
			checked = layout.Say("yes")
		}
		t.Rows = append(t.Rows, row(layout.Say(r.Title), layout.Say(from), layout.Say(to), layout.Say(limit), layout.Say(target), checked, layout.Say(r.Source)))
	}
	t.Notes = []string{s.Doc}
	return t
}

func (m maker) themeDefinitions() *layout.Table {
	if len(m.Set.Themes) == 0 {
		return nil
	}
	t := &layout.Table{ID: "themes", Title: "Clinical themes", Columns: []layout.Column{labelColumn("Theme"), {Title: "What it takes in"}, {Title: "Phrases"}, {Title: "Not"}}}
	for _, x := range m.Set.Themes {
		t.Rows = append(t.Rows, row(layout.Say(x.Title), layout.Say(x.Doc), layout.Say(strings.Join(x.Include, ", ")), layout.Say(strings.Join(x.Exclude, ", "))))
	}
	return t
}

// labelText says what the labels of consideration mean.
func labelText() *layout.Text {
	return &layout.Text{Heading: "How investigations are read", Paragraphs: append([]string{
		"Each of culture, ethnicity and language gets one of four labels. Evidence found: the investigation looked at it, even to rule it out. Mentioned only: it is written down and nobody looked at it, such as an ethnic group in the particulars. A word in another sense, such as blood cultures, is no mention and counts with no evidence found (records.jsonl labels it mentioned); an answer of not applicable is counted apart.",
		"Stated not considered: the investigation says itself that it was left out, or a structured answer says no. No evidence found: nothing was found in what could be read. That is silence, and says nothing of what people thought of.",
		"A structured answer counts before a decision in the worklist, that before a completed proforma, and that before the text. An answer that settles nothing, such as N/A, or that the rest of the record does not bear out gives way to what a reader decided. A structured yes that nothing else supports is marked for review: published enquiries found such answers too favourable."},
		accuracyNotes()...)}
}

func (m maker) methods() *layout.Text {
	return &layout.Text{Heading: "Methods", Paragraphs: []string{
		"Percentages: Wilson's interval. Differences of two percentages: Newcombe's. Rates: exact Poisson below 10 events, Byar's from 10 on.",
		"Ratios of rates: mid-P interval, exact p. Families of comparisons on one table: Holm. After deprivation: Mantel-Haenszel over quintiles. Over quintiles: Cochran-Armitage, and a slope index only with ten events in each.",
		"Trends: XmR charts of the whole, trial limits below 12 complete quarters. Comparisons of trusts: funnels with exact limits, never ranks.",
		"A case is one event; a record is one system's account of it. Twins of one birth are one case; each baby's review counts by itself in the measures of reviews. Ethnic groups: " + m.Grouping + ".",
		"Where records of one case differ, it counts under the gravest harm (no harm before a near miss), in the quarter of the earliest date and under the organisation of the record nearest to the investigation: StEIS, then MNSI, PMRT, DATIX, LFPSE.",
		"Records with no ethnic group are shown on lines of their own and never added to a group. " + release.Capital(ProfileWords(m.Plan().Profile().Name)) + "."}}
}
