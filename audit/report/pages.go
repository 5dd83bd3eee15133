package report

import (
	"fmt"
	"strings"

	"siequity/audit"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/rules"
)

// pages makes the model: the cover, the figures, and what one must know to read
// them. The order is the reader's: what matters first, provenance last.
func (p *Pack) pages() layout.Model {
	f := p.facts
	m := layout.Model{Title: f.title, Organisation: f.organisation, Period: f.period, Marking: p.plan.Profile().Marking, Version: f.version}
	m.Pages = []layout.Page{p.summary(), p.coding(), p.consideration()}
	for _, tab := range f.crosstabs() {
		m.Pages = append(m.Pages, p.crosstabPage(tab))
	}
	m.Pages = append(m.Pages, p.disclosurePage(), p.definitions())
	if p.result != nil {
		m.Pages = append(m.Pages, p.quality(), p.provenance())
	}
	m.Pages = append([]layout.Page{p.cover(m.Pages)}, m.Pages...)
	return m
}

func (p *Pack) cover(pages []layout.Page) layout.Page {
	f := p.facts
	facts := &layout.Facts{Rows: []layout.Fact{
		{Label: "Organisation", Value: f.organisation}, {Label: "System", Value: f.system}, {Label: "Period", Value: f.period},
		{Label: "Sources", Value: sourceList(f.sources)}, {Label: "Clocks judged on", Value: f.asOf},
		{Label: "Ethnic groups", Value: f.grouping}, {Label: "Deprivation", Value: fmt.Sprintf("Index of Multiple Deprivation %d; quintile 1 is the most deprived", f.vintage)},
		{Label: "Small numbers", Value: profileWords(p.opts.Disclosure)},
		{Label: "Prepared by", Sign: true}, {Label: "Approved by", Sign: true}, {Label: "Date", Sign: true}}}
	contents := &layout.Table{ID: "contents", Title: "Contents", Columns: []layout.Column{{Title: "Page", Kind: layout.Label}, {Title: "What it shows"}}}
	for _, page := range pages {
		lead := ""
		if len(page.Lead) > 0 {
			lead = page.Lead[0]
		}
		contents.Rows = append(contents.Rows, layout.Row{Cells: []layout.Cell{{Text: page.Title, Link: page.ID}, layout.Say(lead)}})
	}
	return layout.Page{ID: "cover", Sheet: "Cover", Title: f.title, Lead: p.caveats(), Blocks: []layout.Block{facts, contents}}
}

// caveats are the sentences that must be read before any figure.
func (p *Pack) caveats() []string {
	return []string{
		"Whether maternity and neonatal incidents are recorded and investigated fairly for every family.",
		"Counts are not rates: without births by ethnic group and deprivation they show who is reported on, not who is at risk.",
		"No evidence found means that nothing was found in what could be read. It does not mean that nobody considered it.",
	}
}

func sourceList(sources []string) string {
	var out []string
	for _, s := range sources {
		if s != "" {
			out = append(out, sourceTitle(s))
		}
	}
	return strings.Join(out, ", ")
}

func profileWords(name string) string {
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

// summary is the table of measures.
func (p *Pack) summary() layout.Page {
	t := p.measureTable("kpi", "Measures", measure.Place{}, p.facts.set.Measures)
	page := layout.Page{ID: "summary", Sheet: "Summary", Title: "Summary", Lead: []string{"Each measure with its target, and how many could not be judged."}, Blocks: []layout.Block{t}}
	if len(p.facts.organisations) > 1 {
		for _, o := range p.facts.organisations {
			page.Blocks = append(page.Blocks, p.measureTable("kpi", "Measures: "+o, measure.Place{Organisation: o}, p.facts.set.Measures))
		}
	}
	return page
}

func (p *Pack) measureTable(id, title string, at measure.Place, ms []rules.Measure) *layout.Table {
	t := &layout.Table{ID: id, Title: title, RowBy: "measure", Organisation: at.Organisation, Period: p.facts.period, Columns: []layout.Column{
		{Title: "Measure", Kind: layout.Label}, {Title: "Actual", Kind: layout.Percent, Figure: true}, {Title: "n of N", Figure: true}, {Title: "95% interval", Figure: true},
		{Title: "Target"}, {Title: "Rating", Kind: layout.RAG, Figure: true}, {Title: "Not applicable", Kind: layout.Count, Figure: true}, {Title: "Not known", Kind: layout.Count, Figure: true}}}
	for i := range ms {
		m := &ms[i]
		if m.Per() != "record" {
			continue
		}
		tally := p.facts.book.Sum(m.ID, at, "")
		if tally == (measure.Tally{}) {
			continue
		}
		f := measure.Of(tally)
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(m.Title), percent(f), ofN(f), interval(f), target(m.Target), rag(m.Target, f), number(f.NotApplicable), number(f.Unknown)}})
	}
	t.Notes = []string{"N counts records that the measure applies to and that could be judged. The interval is Wilson's.", "Grey: fewer cases than the measure asks for, or no target.", daggerNote}
	return t
}

// coding shows the ethnic category by source: valid, and the second rate that
// counts "not stated".
func (p *Pack) coding() layout.Page {
	t := &layout.Table{ID: "ethnicity-coding", Title: "Ethnic category by source", RowBy: "source", Period: p.facts.period, Columns: []layout.Column{{Title: "Source", Kind: layout.Label},
		{Title: "Valid code (A to S)", Kind: layout.Percent, Figure: true}, {Title: "n of N", Figure: true}, {Title: "95% interval", Figure: true},
		{Title: "Valid or not stated (A to S, Z)", Kind: layout.Percent, Figure: true}, {Title: "No such column", Kind: layout.Count, Figure: true}}}
	for _, s := range p.facts.sources {
		if s != "" {
			t.Rows = append(t.Rows, p.codingRow(sourceTitle(s), measure.Place{Source: s}))
		}
	}
	all := p.codingRow("All sources", measure.Place{})
	all.Total = true
	t.Rows = append(t.Rows, all)
	blocks := []layout.Block{t, p.statusTable()}
	return layout.Page{ID: "coding", Sheet: "Ethnicity coding", Title: "Ethnicity coding", Lead: []string{"How many records carry a valid ethnic category, by the system they come from."}, Blocks: blocks}
}

func (p *Pack) codingRow(title string, at measure.Place) layout.Row {
	valid := measure.Of(p.facts.book.Sum("equity/valid-code", at, ""))
	stated := measure.Of(p.facts.book.Sum("equity/valid-or-not-stated", at, ""))
	return layout.Row{Cells: []layout.Cell{layout.Say(title), percent(valid), ofN(valid), interval(valid), percent(stated), number(valid.Unknown)}}
}

func (p *Pack) statusTable() *layout.Table {
	dim := measure.Dimension{Name: "status", Title: "Status"}
	for _, s := range [][2]string{{"valid", "Valid"}, {"not_stated", "Not stated (Z)"}, {"not_known", "Not known (99)"}, {"ambiguous", "Ambiguous"}, {"invalid", "Invalid"},
		{"missing", "Blank"}, {"conflict", "Conflicting"}, {"field_absent", "No such column"}} {
		dim.Values = append(dim.Values, measure.Value{Key: s[0], Title: s[1]})
	}
	return p.plainGrid("ethnicity-status", "What is recorded, records by source", audit.TableEthnicityStatus, dim, p.sourceDimension())
}

func (p *Pack) sourceDimension() measure.Dimension {
	d := measure.Dimension{Name: "source", Title: "Source"}
	for _, s := range p.facts.sources {
		if s != "" {
			d.Values = append(d.Values, measure.Value{Key: s, Title: sourceTitle(s)})
		}
	}
	return d
}

// plainGrid shows counts of records by process, which stay exact.
func (p *Pack) plainGrid(id, title, table string, rows, cols measure.Dimension) *layout.Table {
	g := p.facts.book.Grid(table, measure.Place{}, rows, cols).WithoutEmptyColumns()
	t := &layout.Table{ID: id, Title: title, RowBy: rows.Name, ColumnBy: cols.Name, Measure: "records", Period: p.facts.period, Columns: []layout.Column{{Title: rows.Title, Kind: layout.Label}}}
	for _, c := range g.Cols.Values {
		t.Columns = append(t.Columns, layout.Column{Title: c.Title, Kind: layout.Count, Figure: true})
	}
	t.Columns = append(t.Columns, layout.Column{Title: "Total", Kind: layout.Count, Figure: true})
	for i, v := range g.Rows.Values {
		row := layout.Row{Cells: []layout.Cell{layout.Say(v.Title)}}
		for _, n := range g.Counts[i] {
			row.Cells = append(row.Cells, number(n))
		}
		row.Cells = append(row.Cells, number(g.RowTotals[i]))
		t.Rows = append(t.Rows, row)
	}
	return t
}

// consideration shows each dimension with the basis of what was found.
func (p *Pack) consideration() layout.Page {
	t := &layout.Table{ID: "consideration", Title: "Evidence that it was considered", RowBy: "dimension", Period: p.facts.period, Columns: []layout.Column{{Title: "Dimension", Kind: layout.Label},
		{Title: "Evidence found", Kind: layout.Percent, Figure: true}, {Title: "n of N", Figure: true}, {Title: "95% interval", Figure: true}, {Title: "by answer", Kind: layout.Count, Figure: true},
		{Title: "by proforma", Kind: layout.Count, Figure: true}, {Title: "by text", Kind: layout.Count, Figure: true}, {Title: "Nothing to read", Kind: layout.Count, Figure: true}}}
	var lead []string
	for _, d := range audit.Dimensions() {
		id := "equity/" + d.String() + "-considered"
		f := measure.Of(p.facts.book.Sum(id, measure.Place{}, ""))
		by := func(b audit.Basis) int {
			return p.facts.book.Sum(id, measure.Place{}, "basis="+b.String()).Pass
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(capital(d.String())), percent(f), ofN(f), interval(f),
			number(by(audit.ByAnswer)), number(by(audit.ByReview)), number(by(audit.ByText)), number(f.Unknown)}})
		lead = append(lead, p.considerationSentence(d, f))
	}
	return layout.Page{ID: "consideration", Sheet: "Consideration", Title: "Culture, ethnicity and language in investigations", Lead: lead, Blocks: []layout.Block{t}}
}

func (p *Pack) considerationSentence(d audit.Dimension, f measure.Figure) string {
	if !f.Known() {
		return capital(d.String()) + ": no case could be judged."
	}
	return fmt.Sprintf("%s: evidence found in %s of %s; no evidence found in %s.", capital(d.String()), thousands(f.Numerator), thousands(f.Denominator), thousands(f.Denominator-f.Numerator))
}

// crosstabPage shows one table of cases by ethnic group, after disclosure control.
func (p *Pack) crosstabPage(tab crosstab) layout.Page {
	t := p.protectedGrid(tab)
	return layout.Page{ID: tab.table, Sheet: sheetName(tab.title), Title: tab.title, Lead: []string{tab.title + ". Cases, not rows: one event told by several systems counts once."}, Blocks: []layout.Block{t}}
}

func sheetName(title string) string {
	s := strings.TrimPrefix(title, "Cases by ")
	s = capital(strings.ReplaceAll(s, "ethnic group and ", "ethnicity by "))
	return s[:min(len(s), 31)]
}

func (p *Pack) protectedGrid(tab crosstab) *layout.Table {
	g := p.facts.grid(tab, measure.Place{}, ethnicityRows(p.facts.options))
	t := &layout.Table{ID: tab.table, Title: tab.title, Heat: true, RowBy: "ethnicity", ColumnBy: tab.cols.Name, Measure: "cases", Period: p.facts.period, Columns: []layout.Column{{Title: "Ethnic group", Kind: layout.Label}}}
	form, printed := p.plan.Form(tab.table)
	if !printed {
		t.Notes = []string{"This table cannot be shown without giving small numbers away."}
		return t
	}
	rows, cols := labels(form.Rows, g.Rows), labels(form.Cols, g.Cols)
	for _, c := range cols {
		t.Columns = append(t.Columns, layout.Column{Title: c, Kind: layout.Count, Figure: true})
	}
	if !tab.multi {
		t.Columns = append(t.Columns, layout.Column{Title: "Total", Kind: layout.Count, Figure: true})
		cols, rows = append(cols, ""), append(rows, "")
	}
	for _, r := range rows {
		row := layout.Row{Cells: []layout.Cell{layout.Say(orTotal(r))}, Total: r == ""}
		for _, c := range cols {
			row.Cells = append(row.Cells, shown(p.plan.At(disclosure.Ref{Table: tab.table, Row: r, Col: c})))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = p.gridNotes(tab)
	return t
}

func orTotal(label string) string {
	if label == "" {
		return "Total"
	}
	return label
}

// labels gives the labels to print: the merged ones where categories had to be
// merged, else the table's own.
func labels(groups []disclosure.Group, d measure.Dimension) []string {
	var out []string
	for _, g := range groups {
		out = append(out, g.Label)
	}
	if groups == nil {
		for _, v := range d.Values {
			out = append(out, v.Title)
		}
	}
	return out
}

func (p *Pack) gridNotes(tab crosstab) []string {
	notes := []string{p.facts.grouping + "."}
	if tab.cols.Name == "imd" {
		notes = append(notes, fmt.Sprintf("Index of Multiple Deprivation %d; 1 is the most deprived.", p.facts.vintage))
	}
	if tab.multi {
		notes = append(notes, "A case may have several themes, so rows do not add up.")
	}
	if s := p.plan.Profile().Symbol; s != "" {
		notes = append(notes, fmt.Sprintf("%s: hidden, because it is small or would give a small number away.", s))
	}
	return notes
}

func (p *Pack) disclosurePage() layout.Page {
	return layout.Page{ID: "disclosure", Sheet: "Disclosure", Title: "How small numbers are protected", Lead: []string{profileWords(p.opts.Disclosure) + "."},
		Blocks: []layout.Block{&layout.Text{Heading: "What was done", Paragraphs: []string{
			fmt.Sprintf("%d tables split by a personal characteristic were protected together and then attacked as an outsider would, with every total and every sum between them. The attack found nothing.", p.proof.Tables),
			"Measures of a whole trust's process, such as how many records have a valid code, stay exact."}}}}
}

func (p *Pack) definitions() layout.Page {
	t := &layout.Table{ID: "measures", Title: "Measures", Columns: []layout.Column{{Title: "Measure", Kind: layout.Label}, {Title: "What it counts"}, {Title: "Target"}, {Title: "Source"}}}
	for i := range p.facts.set.Measures {
		m := &p.facts.set.Measures[i]
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(m.Title), layout.Say(m.Doc), layout.Say(m.Target.String()), layout.Say(m.Source)}})
	}
	u := &layout.Table{ID: "rules", Title: "Rules", Columns: []layout.Column{{Title: "Rule", Kind: layout.Label}, {Title: "ID"}, {Title: "Why it matters"}, {Title: "Source"}}}
	for i := range p.facts.set.Rules {
		r := &p.facts.set.Rules[i]
		u.Rows = append(u.Rows, layout.Row{Cells: []layout.Cell{layout.Say(r.Title), layout.Say(r.ID), layout.Say(r.Doc), layout.Say(r.Source)}})
	}
	return layout.Page{ID: "definitions", Sheet: "Definitions", Title: "Definitions and sources", Lead: []string{"What every measure and rule means, and where it comes from."}, Blocks: []layout.Block{t, u}}
}

func (p *Pack) quality() layout.Page {
	t := &layout.Table{ID: "fields", Title: "How well fields are filled", RowBy: "field", Columns: []layout.Column{{Title: "Field", Kind: layout.Label}, {Title: "Source"}, {Title: "File"}, {Title: "Records", Kind: layout.Count},
		{Title: "Filled", Kind: layout.Percent}, {Title: "Unreadable", Kind: layout.Count}}}
	for _, c := range p.result.Fields {
		if c.Absent || c.Records == 0 {
			continue
		}
		f := measure.Of(measure.Tally{Pass: c.Filled, Fail: c.Records - c.Filled})
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(c.Title), layout.Say(sourceTitle(c.Source)), layout.Say(c.File), number(c.Records), percent(f), number(c.Unreadable)}})
	}
	return layout.Page{ID: "quality", Sheet: "Data quality", Title: "Data quality", Lead: []string{"How well each field of each export is filled, over the records in scope."}, Blocks: []layout.Block{t, p.leftOutTable()}}
}

func (p *Pack) leftOutTable() *layout.Table {
	t := &layout.Table{ID: "left-out", Title: "Records left out", Columns: []layout.Column{{Title: "Reason", Kind: layout.Label}, {Title: "Records", Kind: layout.Count}}}
	for _, l := range leftOut(p.result) {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(capital(l.Reason)), number(l.Records)}})
	}
	return t
}

func (p *Pack) provenance() layout.Page {
	t := &layout.Table{ID: "inputs", Title: "Files read", Columns: []layout.Column{{Title: "File", Kind: layout.Label}, {Title: "Source"}, {Title: "Rows", Kind: layout.Count}, {Title: "SHA-256"}}}
	for _, in := range p.Run().Inputs {
		for _, s := range in.Sheets {
			t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{layout.Say(in.File), layout.Say(sourceTitle(s.Source)), number(s.Rows), layout.Say(in.SHA256)}})
		}
	}
	packs := &layout.Table{ID: "packs", Title: "Rule packs", Columns: []layout.Column{{Title: "Pack", Kind: layout.Label}, {Title: "Version"}, {Title: "SHA-256"}}}
	for _, k := range p.facts.packs {
		packs.Rows = append(packs.Rows, layout.Row{Cells: []layout.Cell{layout.Say(k.Name), layout.Say(k.Version), layout.Say(k.SHA256)}})
	}
	return layout.Page{ID: "provenance", Sheet: "Provenance", Title: "Provenance", Lead: []string{"Which files, packs and choices this pack was made of."}, Blocks: []layout.Block{t, packs}}
}
