package pages

import (
	"fmt"
	"strings"

	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/report/release"
	"siequity/audit/stats"
	"siequity/audit/stats/contingency"
)

// Of the simulated test, where the exact one would take too long: enough draws for
// two digits, and a fixed seed.
const (
	testDraws = 20000
	testWork  = 200000
)

// association says whether the ethnic groups of a table differ by more than
// chance, and which cells stand out. It is worked out from printed numbers, and so
// only where none of them is hidden. Cases without a group take no part.
func (m maker) association(name string) []string {
	table, ok := m.cells(name)
	if !ok {
		return nil
	}
	chi := contingency.PearsonChiSquare(table.counts)
	p, how := chi.P, "chi-square"
	if chi.UseExact {
		exact := contingency.FisherFreemanHalton(table.counts, contingency.FreemanHaltonOptions{ExactWork: testWork, Draws: testDraws, Seed: nullSeed})
		p, how = exact.P, "Fisher-Freeman-Halton"
		if !exact.Exact {
			how += fmt.Sprintf(", %s simulated tables", release.Thousands(exact.Draws))
		}
	}
	if !p.OK() {
		return nil
	}
	return []string{fmt.Sprintf("Do the groups differ by more than chance? p %s (%s). %s", pText(p), how, table.standOut())}
}

// cells are the printed numbers of a table's groups.
type cells struct {
	rows, columns []string
	counts        [][]int
}

func (m maker) cells(name string) (cells, bool) {
	_, columns, printed := m.Labels(name)
	c := cells{rows: m.groups(), columns: columns}
	if !printed || len(columns) < 2 {
		return c, false
	}
	for _, r := range c.rows {
		var refs []disclosure.Ref
		for _, col := range columns {
			refs = append(refs, disclosure.Ref{Table: name, Row: r, Col: col})
		}
		numbers, ok := m.Numbers(refs...)
		if !ok {
			return c, false
		}
		c.counts = append(c.counts, numbers)
	}
	return c, true
}

// standOut names the cells whose adjusted residual is beyond chance, adjusted by
// Holm for the number of cells.
func (c cells) standOut() string {
	residuals := contingency.AdjustedResiduals(c.counts)
	var p []stats.Value
	compared := 0
	for _, line := range contingency.ResidualP(residuals) {
		for _, v := range line {
			p = append(p, v)
			if v.OK() {
				compared++
			}
		}
	}
	var out []string
	for i, v := range stats.AdjustP(p, stats.Holm) {
		if !v.OK() || v.V >= 1-measure.Level {
			continue
		}
		r, col := i/len(c.columns), i%len(c.columns)
		word := "more"
		if residuals[r][col].V < 0 {
			word = "fewer"
		}
		out = append(out, fmt.Sprintf("%s by %s (%s)", c.rows[r], c.columns[col], word))
	}
	if len(out) == 0 {
		return fmt.Sprintf("Of %d cells none stands out once their number is allowed for (adjusted residuals, Holm).", compared)
	}
	return fmt.Sprintf("Of %d cells these hold more or fewer cases than chance would give, their number allowed for (adjusted residuals, Holm): %s.", compared, strings.Join(out, "; "))
}
