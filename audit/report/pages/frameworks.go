package pages

import (
	"fmt"
	"strings"

	"siequity/audit/count"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

const fallingSI = "Fewer serious incidents after the move to PSIRF is no improvement: the framework selects differently what is investigated, so counts before and after cannot be compared."

// frameworks shows serious incidents beside PSIRF's learning responses.
func (m maker) frameworks() layout.Page {
	page := layout.Page{ID: "frameworks", Sheet: "SI and PSIRF", Title: "Serious incidents and learning responses", Lead: []string{"How incidents were looked into under both frameworks, side by side.", fallingSI}}
	clocks := m.measures("si-clocks", "Clocks of the Serious Incident Framework (legacy standard)", m.packMeasures("si")...)
	if clocks != nil {
		clocks.Notes = append(clocks.Notes, "Only for records of that framework; PSIRF sets no national clocks. A clock still running is not applicable.")
	}
	page.Blocks = blocks(m.frameworkTable(), m.frameworkChart(), m.responseTable(), clocks, m.measures("sharing", "Sharing what was learned", "equity/shared-with-lmns", "equity/shared-in-time", "equity/shared-with-family", "equity/shared-with-staff"))
	return page
}

// packMeasures lists the measures of a pack that are shares of records.
func (m maker) packMeasures(pack string) []string {
	var out []string
	for i := range m.Set.Measures {
		if ms := &m.Set.Measures[i]; ms.Pack == pack && ms.Per() == "record" {
			out = append(out, ms.ID)
		}
	}
	return out
}

// frameworkCounts counts the records of each framework in each quarter.
func (m maker) frameworkCounts() (quarters []string, counts map[string][]int) {
	quarters, counts = m.Quarters(), map[string][]int{}
	for _, q := range quarters {
		g := m.In(q).Grid(count.TableFramework, measure.Place{Period: q}, release.Named("framework", "", []string{"si", "psirf"}), measure.Dimension{})
		counts["si"], counts["psirf"] = append(counts["si"], g.RowTotals[0]), append(counts["psirf"], g.RowTotals[1])
	}
	return quarters, counts
}

func (m maker) frameworkTable() *layout.Table {
	quarters, counts := m.frameworkCounts()
	if len(quarters) == 0 {
		return nil
	}
	t := &layout.Table{ID: "frameworks", Title: "Records under each framework, by quarter", RowBy: "quarter", Period: m.Period, Columns: []layout.Column{labelColumn("Quarter"), countColumn("Serious Incident Framework"), countColumn("PSIRF"), wordsColumn("Quarter is")}}
	for i, q := range quarters {
		t.Rows = append(t.Rows, row(layout.Say(q), release.Number(counts["si"][i]), release.Number(counts["psirf"][i]), layout.Say(m.completeness(q))))
	}
	t.Notes = []string{fallingSI, "Records without either framework, such as incidents without an investigation, are in neither column."}
	return t
}

func (m maker) completeness(quarter string) string {
	if m.Incomplete(quarter) {
		return "incomplete"
	}
	return "complete"
}

func (m maker) frameworkChart() *layout.Chart {
	quarters, counts := m.frameworkCounts()
	c := &layout.Chart{ID: "frameworks", Title: "Records under each framework", Kind: layout.Lines, XTitle: "Quarter of the incident", YTitle: "Records (number)", X: quarters, Notes: []string{"Hollow: the quarter is not complete."}}
	var words []string
	for _, f := range [][2]string{{"si", "Serious Incident Framework"}, {"psirf", "PSIRF"}} {
		s := layout.Series{Name: f[1]}
		var said []string
		for i, n := range counts[f[0]] {
			s.Points = append(s.Points, layout.Point{Value: float64(n), Hollow: m.Incomplete(quarters[i])})
			said = append(said, fmt.Sprintf("%s %d", quarters[i], n))
		}
		c.Series = append(c.Series, s)
		words = append(words, f[1]+": "+strings.Join(said, ", "))
	}
	c.Alt = strings.Join(words, "; ") + ". " + fallingSI
	return orNoChart(c)
}

// responseTable counts the learning responses, whatever the framework.
func (m maker) responseTable() *layout.Table {
	ms := m.Measure("si/learning-responses")
	if ms == nil {
		return nil
	}
	t := &layout.Table{ID: "learning-responses", Title: "Learning responses of each kind", RowBy: "response", Period: m.Period, Columns: []layout.Column{labelColumn("Learning response"), countColumn("Records")}}
	for _, v := range ms.Spread.Values {
		if n := m.graded(ms, v); n > 0 {
			t.Rows = append(t.Rows, row(layout.Say(responseTitle(v)), release.Number(n)))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

func responseTitle(kind string) string {
	titles := map[string]string{"si": "Serious incident or root cause analysis", "psii": "Patient safety incident investigation", "aar": "After action review", "swarm": "Swarm huddle",
		"mdt": "Multidisciplinary review", "thematic": "Thematic review", "72h": "72-hour or rapid review", "mnsi": "MNSI investigation", "pmrt": "Perinatal mortality review",
		"sjr": "Structured judgement review", "local": "Local review"}
	if t, ok := titles[kind]; ok {
		return t
	}
	return kind
}
