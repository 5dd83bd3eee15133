package pages

import (
	"fmt"
	"strings"

	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/record"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/rules/narrative"
)

// found is what was found of one dimension among the records that were judged.
type found struct {
	measure.Figure
	answer, proforma, text                  int // evidence, by what it rests on
	mentioned, inapplicable, statedNot, not int // the rest of N
}

// consideredID gives the measure of a dimension, "" where the packs have none.
func (m maker) consideredID(d record.Dimension) string {
	if ms := count.ConsiderationMeasure(m.Set, d); ms != nil {
		return ms.ID
	}
	return ""
}

func (m maker) found(d record.Dimension, at measure.Place) found {
	id := m.consideredID(d)
	basis := func(b record.Basis) int { return m.Sum(id, at, count.BasisSplit(b)).Pass }
	label := func(l record.Label) int { return m.Sum(id, at, count.LabelSplit(l)).Fail }
	mention := func(x record.Mention) int { return m.Sum(id, at, count.MentionSplit(x)).Fail }
	f := found{Figure: m.figure(id, at), answer: basis(record.ByAnswer), proforma: basis(record.ByReview), text: basis(record.ByText),
		inapplicable: mention(record.NotApplicable), statedNot: label(record.ExplicitlyNot)}
	f.mentioned = label(record.Mentioned) - f.inapplicable - mention(record.InOtherSense)
	f.not = f.Denominator - f.Numerator - f.mentioned - f.inapplicable - f.statedNot
	return f
}

// sentence words a finding as a panel can trust it. Silence is never called not
// considered.
func (f found) sentence(d record.Dimension) string {
	name := release.Capital(d.String())
	if !f.Known() {
		return name + ": no record of an investigation could be judged."
	}
	var by []string
	for _, b := range []struct {
		name string
		n    int
	}{{"text", f.text}, {"answer", f.answer}, {"proforma", f.proforma}} {
		if b.n > 0 {
			by = append(by, fmt.Sprintf("%s %s", b.name, release.Thousands(b.n)))
		}
	}
	s := fmt.Sprintf("%s: evidence found in %s of %s", name, release.Thousands(f.Numerator), records(f.Denominator))
	if len(by) > 0 {
		s += " (" + strings.Join(by, ", ") + ")"
	}
	s += fmt.Sprintf("; no evidence found in %s", release.Thousands(f.not+f.mentioned+f.inapplicable))
	var of []string
	if f.mentioned > 0 {
		of = append(of, "mentioned only in "+release.Thousands(f.mentioned))
	}
	if f.inapplicable > 0 {
		of = append(of, "answered not applicable in "+release.Thousands(f.inapplicable))
	}
	if len(of) > 0 {
		s += " (" + strings.Join(of, ", ") + ")"
	}
	return s + fmt.Sprintf("; stated not considered in %s.", release.Thousands(f.statedNot))
}

// consideration shows each dimension with its labels and what they rest on.
func (m maker) consideration() layout.Page {
	page := layout.Page{ID: "consideration", Sheet: "Consideration", Title: "Culture, ethnicity and language in investigations"}
	t := &layout.Table{ID: "consideration", Title: "What investigations show", RowBy: "dimension", Period: m.Period, Columns: append(shareColumns(labelColumn("Dimension")),
		countColumn("By answer"), countColumn("By proforma"), countColumn("By text"), countColumn("Mentioned only"), countColumn("Answered not applicable"), countColumn("Stated not considered"), countColumn("No evidence found"), countColumn("Nothing to read"))}
	page.Lead = []string{"Whether investigations looked at culture, ethnicity and language, with what the finding rests on."}
	for _, d := range record.Dimensions() {
		f := m.found(d, whole)
		page.Lead = append(page.Lead, f.sentence(d))
		cells := append([]layout.Cell{layout.Say(release.Capital(d.String()))}, shareCells(f.Figure)...)
		for _, n := range []int{f.answer, f.proforma, f.text, f.mentioned, f.inapplicable, f.statedNot, f.not, f.Unknown} {
			cells = append(cells, release.Number(n))
		}
		t.Rows = append(t.Rows, row(cells...))
	}
	t.Notes = append([]string{"N counts the records of investigations of which it is asked and that hold something to read; several records may tell of one case." + m.consideredCases() + " A structured answer goes before a completed proforma, and that before the text.",
		"A word in another sense, such as blood cultures or a safety culture, is no mention: it counts with no evidence found."}, accuracyNotes()...)
	page.Blocks = blocks(t, m.considerationChart(), m.consideredBy("consideration-source", "Evidence found, by source", "source", m.bySource()),
		m.consideredBy("consideration-organisation", "Evidence found, by organisation", "organisation", m.byOrganisation()))
	for _, d := range record.Dimensions() {
		if g := m.crosstab(count.TableConsidered + d.String()); g != nil {
			g.Heat = false
			page.Blocks = append(page.Blocks, g)
		}
	}
	return page
}

// consideredCases says of how many cases the records judged tell, as far as the tables
// of cases are shown.
func (m maker) consideredCases() string {
	var said []string
	for _, d := range record.Dimensions() {
		table := count.TableConsidered + d.String()
		yes, no := m.At(table, "", release.Capital(count.ColumnEvidence)), m.At(table, "", release.Capital(count.ColumnNoEvidence))
		if yes.State == disclosure.Open && no.State == disclosure.Open {
			said = append(said, fmt.Sprintf("%s %s", d, release.Thousands(yes.Number+no.Number)))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return " They tell of these numbers of cases: " + strings.Join(said, ", ") + "."
}

// consideredBy sets the dimensions side by side, place by place.
func (m maker) consideredBy(id, title, by string, places []place) *layout.Table {
	t := &layout.Table{ID: id, Title: title, RowBy: by, ColumnBy: "dimension", Measure: "evidence found", Period: m.Period, Columns: []layout.Column{labelColumn(release.Capital(by))}}
	for _, d := range record.Dimensions() {
		t.Columns = append(t.Columns, wordsColumn(release.Capital(d.String())))
	}
	for _, p := range places {
		cells, known := []layout.Cell{layout.Say(p.title)}, false
		for _, d := range record.Dimensions() {
			f := m.figure(m.consideredID(d), p.at)
			known = known || f.Known()
			cells = append(cells, layout.Say(shareText(f)))
		}
		if known {
			t.Rows = append(t.Rows, layout.Row{Cells: cells, Total: p.total})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

func (m maker) considerationChart() *layout.Chart {
	c := &layout.Chart{ID: "consideration", Title: "What investigations show", Kind: layout.Stacked, XTitle: "Dimension", YTitle: "Records (number)",
		Series: []layout.Series{{Name: "Evidence found"}, {Name: "Mentioned only"}, {Name: "Answered not applicable"}, {Name: "No evidence found"}, {Name: "Stated not considered"}}}
	var words []string
	for _, d := range record.Dimensions() {
		f := m.found(d, whole)
		if !f.Known() {
			continue
		}
		c.X = append(c.X, release.Capital(d.String()))
		for i, n := range []int{f.Numerator, f.mentioned, f.inapplicable, f.not, f.statedNot} {
			c.Series[i].Points = append(c.Series[i].Points, layout.Point{Value: float64(n)})
		}
		words = append(words, f.sentence(d))
	}
	c.Alt = strings.Join(words, " ")
	return orNoChart(c)
}

// accuracyNotes say how far the reading of texts can be trusted. What was measured
// comes with the program, and a test of its room reads it.
func accuracyNotes() []string {
	notes := []string{"Texts are read by rules, not by a person. Each finding comes with its sentence in the worklist, where a reviewer can overrule it; \u201cDefinitions and sources\u201d says how the reading is done."}
	if a, err := narrative.Measured(); err == nil {
		notes = append(notes, a.String())
	}
	return notes
}
