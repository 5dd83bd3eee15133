package pages

import (
	"fmt"
	"slices"
	"strings"

	"siequity/audit/cases"
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
// only where none of them is hidden. Cases without a group take no part, nor do
// those whose deprivation is not known: that tells of the trust's records.
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
	answer := "The groups do not clearly differ by more than chance"
	if p.V < 1-measure.Level {
		answer = "The groups differ by more than chance"
	}
	return []string{fmt.Sprintf("%s: p %s (%s). %s%s Tables are not adjusted for each other: one in twenty would differ so by chance alone.", answer, pText(p), how, table.standOut(), table.without())}
}

// unplacedTitle heads the column of cases whose deprivation is not known.
var unplacedTitle = titleOf(release.IMDColumns(), cases.ColumnNoIMD)

func titleOf(d measure.Dimension, key string) string {
	return d.Values[slices.IndexFunc(d.Values, func(v measure.Value) bool { return v.Key == key })].Title
}

// cells are the printed numbers of a table's groups.
type cells struct {
	rows, columns []string
	counts        [][]int
	unplaced      bool // there is a column of cases whose deprivation is not known, left out
}

// without says which cases of the groups take no part.
func (c cells) without() string {
	if !c.unplaced {
		return ""
	}
	return " Cases whose deprivation is not known take no part."
}

func (m maker) cells(name string) (cells, bool) {
	_, columns, printed := m.Labels(name)
	known := slices.DeleteFunc(slices.Clone(columns), func(title string) bool { return title == unplacedTitle })
	c := cells{rows: m.groups(), columns: known, unplaced: len(known) < len(columns)}
	if !printed || len(known) < 2 {
		return c, false
	}
	for _, r := range c.rows {
		var refs []disclosure.Ref
		for _, col := range known {
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
