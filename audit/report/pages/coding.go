package pages

import (
	"fmt"
	"strings"

	"siequity/audit/count"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/audit/stats/spc"
)

// The two rates of ethnicity coding, always side by side: a stated refusal is an
// answer, and no valid category.
const (
	validCode  = "ethnicity/valid-code"
	validOrZ   = "ethnicity/valid-or-not-stated"
	placeKnown = "equity/deprivation-known"
)

// coding shows how many records carry a valid ethnic category.
func (m maker) coding() layout.Page {
	page := layout.Page{ID: "coding", Sheet: "Ethnicity coding", Title: "Ethnicity coding", Lead: []string{"How many records carry a valid ethnic category, by the system they come from."}}
	page.Lead = append(page.Lead, m.codingSentence())
	page.Blocks = blocks(m.codingTable("ethnicity-coding", "Ethnic category by source", "source", m.bySource()), m.codingChart(),
		m.codingTable("ethnicity-coding-organisation", "Ethnic category by organisation", "organisation", m.byOrganisation()), m.codingFunnel(), m.statusTable(), m.unreadTable())
	return page
}

func (m maker) codingSentence() string {
	strict, wide := m.figure(validCode, whole), m.figure(validOrZ, whole)
	if !strict.Known() {
		return "No record could be judged: no export has a column for the ethnic category."
	}
	return fmt.Sprintf("%s have a valid category; with those who chose not to state one it is %s.", shareText(strict), shareText(wide))
}

func (m maker) codingTable(id, title, by string, places []place) *layout.Table {
	if len(places) == 0 {
		return nil
	}
	t := &layout.Table{ID: id, Title: title, RowBy: by, Period: m.Period, Columns: []layout.Column{labelColumn(release.Capital(by)), percentColumn("Valid code (A to S)"), wordsColumn("n of N"), wordsColumn("95% interval"),
		percentColumn("Valid or not stated (A to S, Z)"), wordsColumn("n of N with Z"), countColumn("No such column")}}
	for _, p := range places {
		f, z := m.figure(validCode, p.at), m.figure(validOrZ, p.at)
		t.Rows = append(t.Rows, layout.Row{Total: p.total, Cells: append(append([]layout.Cell{layout.Say(p.title)}, shareCells(f)...), release.Percent(z), release.OfN(z), release.Number(f.Unknown))})
	}
	t.Notes = []string{"A to S are the national categories, Z is not stated, 99 not known. Not known, blank and unreadable count against both rates. A missing column is the export's fault, not the record's: it is in neither rate."}
	return t
}

func (m maker) codingChart() *layout.Chart {
	c := &layout.Chart{ID: "ethnicity-coding", Title: "Valid ethnic category by source", Kind: layout.Bars, XTitle: "Source", YTitle: "Records (%)",
		Series: []layout.Series{{Name: "Valid code (A to S)"}, {Name: "Valid or not stated"}}}
	var words []string
	for _, p := range m.bySource() {
		f, z := m.figure(validCode, p.at), m.figure(validOrZ, p.at)
		if p.total || !f.Known() {
			continue
		}
		c.X = append(c.X, p.title)
		c.Series[0].Points = append(c.Series[0].Points, layout.Point{Value: f.Percent})
		c.Series[1].Points = append(c.Series[1].Points, layout.Point{Value: z.Percent, Gap: !z.Known()})
		words = append(words, fmt.Sprintf("%s %s", p.title, shareText(f)))
	}
	c.Alt = "Records with a valid ethnic category: " + strings.Join(words, "; ") + "."
	return orNoChart(c)
}

// orNoChart leaves out a chart of fewer than two points, which a sentence says
// better.
func orNoChart(c *layout.Chart) *layout.Chart {
	if len(c.X) < 2 {
		return nil
	}
	return c
}

// fewestTrusts is the number of organisations from which a funnel is worth a look.
const fewestTrusts = 3

// codingFunnel compares organisations with the limits that chance sets, which a
// ranking would hide.
func (m maker) codingFunnel() *layout.Chart {
	all := m.figure(validCode, whole)
	if len(m.Organisations) < fewestTrusts || !all.Known() {
		return nil
	}
	c := &layout.Chart{ID: "ethnicity-coding-funnel", Title: "Valid ethnic category by organisation, for comparison and not for ranking", Kind: layout.Funnel, XTitle: "Records (number)", YTitle: "Valid code, A to S (%)",
		Series: []layout.Series{{Name: "Organisations"}, {Name: "All organisations", Limit: true}, {Name: "Upper limit (99.8%)", Limit: true}, {Name: "Lower limit (99.8%)", Limit: true}}}
	outside := 0
	for _, o := range m.Organisations {
		f := m.figure(validCode, measure.Place{Organisation: o})
		if !f.Known() {
			continue
		}
		limit := spc.FunnelProportion(all.Percent/100, float64(f.Denominator), spc.FunnelOuter).Scale(100)
		c.X, c.Names = append(c.X, release.Thousands(f.Denominator)), append(c.Names, o)
		for i, v := range []float64{f.Percent, all.Percent, limit.Upper, limit.Lower} {
			c.Series[i].Points = append(c.Series[i].Points, layout.Point{Value: v})
		}
		if !limit.Contains(f.Percent) {
			outside++
		}
	}
	c.Alt = fmt.Sprintf("%d organisations against an overall %s; %d lie outside the limits that chance sets.", len(c.X), release.PercentText(all.Percent, all.Numerator, all.Denominator), outside)
	c.Notes = []string{"Limits: Wilson's interval inverted at 99.8%. A point inside them is what chance alone would give."}
	return orNoChart(c)
}

// statusTable shows what is recorded, record by record: a matter of process.
func (m maker) statusTable() *layout.Table {
	rows := measure.Dimension{Name: "status", Title: "Status"}
	for _, s := range [][2]string{{"valid", "Valid"}, {"not_stated", "Not stated (Z)"}, {"not_known", "Not known (99)"}, {"ambiguous", "Ambiguous"}, {"invalid", "Invalid"},
		{"missing", "Blank"}, {"conflict", "Conflicting"}, {"field_absent", "No such column"}} {
		rows.Values = append(rows.Values, measure.Value{Key: s[0], Title: s[1]})
	}
	return m.plainGrid("ethnicity-status", "What is recorded, records by source", "records", m.Book.Grid(count.TableEthnicityStatus, whole, rows, m.sourceDimension()))
}

func (m maker) sourceDimension() measure.Dimension {
	d := measure.Dimension{Name: "source", Title: "Source"}
	for _, s := range m.Sources {
		if s != "" {
			d.Values = append(d.Values, measure.Value{Key: s, Title: m.SourceTitle(s)})
		}
	}
	return d
}

// plainGrid shows counts of process, which stay exact; nil where there are none.
func (m maker) plainGrid(id, title, of string, g measure.Grid) *layout.Table {
	if g.Total == 0 {
		return nil
	}
	g = g.WithoutEmptyColumns().WithoutEmptyRows()
	t := &layout.Table{ID: id, Title: title, RowBy: g.Rows.Name, ColumnBy: g.Cols.Name, Measure: of, Period: m.Period, Columns: []layout.Column{labelColumn(g.Rows.Title)}}
	for _, c := range g.Cols.Values {
		t.Columns = append(t.Columns, countColumn(c.Title))
	}
	t.Columns = append(t.Columns, layout.Column{Title: "Total", Kind: layout.Count, Figure: true, Total: true})
	for i, v := range g.Rows.Values {
		cells := []layout.Cell{layout.Say(v.Title)}
		for _, n := range g.Counts[i] {
			cells = append(cells, release.Number(n))
		}
		t.Rows = append(t.Rows, row(append(cells, release.Number(g.RowTotals[i]))...))
	}
	return t
}

// unreadTable lists the values that could not be read, so that somebody can map
// them.
func (m maker) unreadTable() *layout.Table {
	t := m.Grid(release.Unread)
	if t == nil {
		return nil
	}
	if len(t.Rows) == 0 {
		t.Notes = append(t.Notes, "The worklist lists the values with their records.")
		return t
	}
	var kept []layout.Row
	for _, r := range t.Rows {
		if r.Cells[0].Text != release.OtherText || r.Cells[1].Text != "0" {
			kept = append(kept, r)
		}
	}
	t.Rows = kept
	t.Notes = append(t.Notes, "Give these values their national code under ethnicity in siequity.yaml, or mend them in the source system. Values of fewer than five records, and text that is no code or label, are in the worklist only.")
	return t
}

// deprivation shows how deprivation was found.
func (m maker) deprivation() layout.Page {
	page := layout.Page{ID: "deprivation", Sheet: "Deprivation", Title: "How deprivation was found",
		Lead: []string{"For how many records the deprivation of the family's home is known, and by which road.", fmt.Sprintf("Index of Multiple Deprivation %s. Decile and quintile 1 are the most deprived.", strings.Join(m.Vintages, " and "))}}
	status := m.Grid(release.PlaceStatus)
	if status != nil {
		status.Notes = append(status.Notes, "A family of no fixed abode has a line of its own: it is neither missing nor in any quintile. These lines are protected, as where a family lives is personal; their total is a measure of process and exact.")
	}
	unknown := m.plainGrid("imd-not-known", "Why deprivation is not known, records by source", "records", m.Book.Grid(count.TableIMDStatus, whole, release.PlaceStatuses(false), m.sourceDimension()).Where(notPlaced))
	vintage := m.plainGrid("imd-vintage", "Edition of the index, records by source", "records", m.Book.Grid(count.TableVintage, whole, release.Named("vintage", "Edition", nil), m.sourceDimension()))
	page.Blocks = blocks(m.shares("deprivation-known", "Deprivation known, by source", "source", placeKnown, m.bySource()),
		m.shares("deprivation-known-organisation", "Deprivation known, by organisation", "organisation", placeKnown, m.byOrganisation()), status, unknown, vintage)
	return page
}

// notPlaced reports a status that leaves open where a family lives.
func notPlaced(status string) bool {
	for _, v := range release.PlaceStatuses(false).Values {
		if v.Key == status {
			return true
		}
	}
	return false
}
