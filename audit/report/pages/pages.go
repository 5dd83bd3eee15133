package pages

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/count"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/rules/masking"
)

// Make builds the pages of a pack in the reader's order: what matters first,
// provenance last.
func Make(r *release.Release) layout.Model {
	m := maker{Release: r, masker: masking.New(masking.Options{})}
	model := layout.Model{Title: r.Title, Organisation: r.Organisation, Period: spoken(r.Period), Marking: r.Plan().Profile().Marking, Version: r.Version}
	for _, page := range []func() layout.Page{m.summary, m.measuresByOrganisation, m.coding, m.deprivation, m.ethnicityIMD, m.rates, m.incidents, m.reporting, m.consideration, m.sample, m.panels, m.pmrt, m.frameworks,
		m.training, m.lessons, m.actions, m.openActions, m.eds, m.trends, m.quality, m.escalation, m.exclusions, m.disclosure, m.definitions, m.provenance} {
		if p := page(); p.ID != "" {
			if m.Held() != "" && slices.Contains(caseLed, p.ID) {
				p.Lead = append(p.Lead, m.Held())
			}
			model.Pages = append(model.Pages, p)
		}
	}
	model.Pages = append([]layout.Page{m.cover(model.Pages)}, model.Pages...)
	return model
}

// caseLed are the pages that rest on tables of cases: where these cannot be shown,
// whoever turns to the page is told there.
var caseLed = []string{count.TableEthnicityIMD, "rates", "incidents", "reporting", "consideration"}

// maker makes pages of one release.
type maker struct {
	*release.Release
	masker *masking.Masker
}

// whole is every record of the pack.
var whole = measure.Place{}

// blocks keeps the blocks that are there.
func blocks(list ...layout.Block) []layout.Block {
	var out []layout.Block
	for _, b := range list {
		switch v := b.(type) {
		case *layout.Table:
			if v == nil {
				continue
			}
		case *layout.Chart:
			if v == nil {
				continue
			}
		case *layout.Text:
			if v == nil {
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// figure columns: counts and shares whose cells go into tables.csv.
func countColumn(title string) layout.Column {
	return layout.Column{Title: title, Kind: layout.Count, Figure: true}
}

func percentColumn(title string) layout.Column {
	return layout.Column{Title: title, Kind: layout.Percent, Figure: true}
}

func wordsColumn(title string) layout.Column { return layout.Column{Title: title, Figure: true} }

func labelColumn(title string) layout.Column {
	return layout.Column{Title: title, Kind: layout.Label}
}

// shareColumns are the columns of a percentage with what must stand beside it.
func shareColumns(first ...layout.Column) []layout.Column {
	return append(first, percentColumn("Actual"), wordsColumn("n of N"), wordsColumn("95% interval"))
}

func shareCells(f measure.Figure) []layout.Cell {
	return []layout.Cell{release.Percent(f), release.OfN(f), release.Interval(f)}
}

func row(cells ...layout.Cell) layout.Row { return layout.Row{Cells: cells} }

// figure makes the figure of a measure over a place.
func (m maker) figure(id string, at measure.Place) measure.Figure {
	return measure.Of(m.Sum(id, at, ""))
}

// quarterly makes the figure of a measure in one quarter, which may be an earlier
// submission's.
func (m maker) quarterly(id, quarter string) measure.Figure {
	return measure.Of(m.In(quarter).Sum(id, measure.Place{Period: quarter}, ""))
}

// place names where a share is taken, for tables of one measure by place.
type place struct {
	title string
	at    measure.Place
	total bool
}

// bySource lists the sources and all of them together.
func (m maker) bySource() []place {
	var out []place
	for _, s := range m.Sources {
		if s != "" {
			out = append(out, place{m.SourceTitle(s), measure.Place{Source: s}, false})
		}
	}
	return append(out, place{"All sources", whole, true})
}

// byOrganisation lists the organisations and the system; nothing for one alone.
func (m maker) byOrganisation() []place {
	if !m.Several() {
		return nil
	}
	var out []place
	for _, o := range m.Organisations {
		out = append(out, place{o, measure.Place{Organisation: o}, false})
	}
	return append(out, place{"All organisations", whole, true})
}

// shares lays out one measure by place; nil where no place has it.
func (m maker) shares(id, title, rowBy, measureID string, places []place) *layout.Table {
	t := &layout.Table{ID: id, Title: title, RowBy: rowBy, Period: m.Period, Columns: append(shareColumns(labelColumn(release.Capital(rowBy))), countColumn("Not applicable"), countColumn("Not known"))}
	for _, p := range places {
		f := m.figure(measureID, p.at)
		if f.Known() || f.Unknown > 0 {
			t.Rows = append(t.Rows, layout.Row{Total: p.total, Cells: append(append([]layout.Cell{layout.Say(p.title)}, shareCells(f)...), release.Number(f.NotApplicable), release.Number(f.Unknown))})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// measures lays out several measures of the whole with target and rating.
func (m maker) measures(id, title string, ids ...string) *layout.Table {
	t := &layout.Table{ID: id, Title: title, RowBy: "measure", Period: m.Period, Columns: append(shareColumns(labelColumn("Measure")), layout.Column{Title: "Target", Figure: true},
		layout.Column{Title: "Rating", Kind: layout.RAG, Figure: true}, countColumn("Not known"))}
	for _, name := range ids {
		ms := m.Measure(name)
		if ms == nil {
			continue
		}
		f := m.figure(name, whole)
		if !f.Known() && f.Unknown == 0 {
			continue
		}
		target := m.target(ms)
		t.Rows = append(t.Rows, row(append(append([]layout.Cell{layout.Say(ms.Title)}, shareCells(f)...), release.Target(target), release.RAG(target, f), release.Number(f.Unknown))...))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Notes = m.daggers(t)
	return t
}

// daggers explains the dagger where a table carries one.
func (m maker) daggers(t *layout.Table) []string {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if strings.HasSuffix(c.Text, release.Dagger) {
				return []string{release.DaggerNote}
			}
		}
	}
	return nil
}

// residue says what the cells of a table mix, where they do. pooled says that a
// cell holds cases of several organisations.
func (m maker) residue(pooled bool) []string {
	var out []string
	if n := len(m.Organisations); n > 1 && pooled {
		out = append(out, fmt.Sprintf("Cells add up %d organisations, which may record and report differently.", n))
	}
	if len(m.Vintages) > 1 {
		out = append(out, fmt.Sprintf("Cells mix editions of the Index of Multiple Deprivation (%s): an area may stand in another quintile in each.", strings.Join(m.Vintages, ", ")))
	}
	if len(m.RuleVersions) > 1 {
		out = append(out, fmt.Sprintf("The counts were made under %d versions of the rules.", len(m.RuleVersions)))
	}
	if si, psirf := m.frameworkRecords(); si > 0 && psirf > 0 {
		out = append(out, "Cells mix cases handled under the Serious Incident Framework with cases handled under PSIRF, which selects differently what is investigated.")
	}
	return out
}

// frameworkRecords counts the records under each framework.
func (m maker) frameworkRecords() (si, psirf int) {
	g := m.Book.Grid(count.TableFramework, whole, release.Named("framework", "", []string{"si", "psirf"}), measure.Dimension{})
	return g.RowTotals[0], g.RowTotals[1]
}
