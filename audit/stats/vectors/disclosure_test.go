package vectors_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"testing"

	"siequity/audit/disclosure"
	"siequity/audit/disclosure/outsider"
)

func TestDisclosureVectors(t *testing.T) {
	if got := idle(t, disclosureMethods()); got != nil {
		t.Errorf("methods that are compared with nothing: %q", got)
	}
}

// disclosureMethods are the reference methods of disclosure control.
func disclosureMethods() map[string]vectorFunc {
	return map[string]vectorFunc{
		"sdc_interval_2d":          tableIntervals,
		"sdc_interval_linked":      linkedIntervals,
		"sdc_interval_rounded_row": roundedIntervals,
		"sdc_min_secondary":        fewestSecondary,
		"nhsd_hes_display":         hesDisplay,
		"nhse_msds_round":          msdsRound,
	}
}

// tableIntervals: a two-way table with its margins in the last row and column.
func tableIntervals(in json.RawMessage) (map[string]any, error) {
	var q struct {
		Table      [][]int              `json:"table_with_margins"`
		Suppressed [][2]int             `json:"suppressed"`
		Lower      [][2]json.RawMessage `json:"lower_known"`
		Upper      [][2]json.RawMessage `json:"upper_known"`
	}
	if err := json.Unmarshal(in, &q); err != nil {
		return nil, err
	}
	rows, cols := len(q.Table), len(q.Table[0])
	at := func(cell [2]int) int { return cell[0]*cols + cell[1] }
	var k outsider.Knowledge
	for _, line := range q.Table {
		k.Counts = append(k.Counts, line...)
	}
	asked := make([]int, len(q.Suppressed))
	for i, cell := range q.Suppressed {
		asked[i] = at(cell)
	}
	hideCounts(&k, asked)
	for side, known := range map[*[]int][][2]json.RawMessage{&k.Low: q.Lower, &k.High: q.Upper} {
		for _, entry := range known {
			var cell [2]int
			if err := json.Unmarshal(entry[0], &cell); err != nil {
				return nil, err
			}
			if err := json.Unmarshal(entry[1], &(*side)[at(cell)]); err != nil {
				return nil, err
			}
		}
	}
	for r := range rows {
		k.Equations = append(k.Equations, line(cols, func(c int) int { return at([2]int{r, c}) }))
	}
	for c := range cols {
		k.Equations = append(k.Equations, line(rows, func(r int) int { return at([2]int{r, c}) }))
	}
	return intervals(k, asked, func(i int) string {
		return fmt.Sprintf("%d,%d", q.Suppressed[i][0], q.Suppressed[i][1])
	})
}

// line is an equation of n counts of which the last is the total.
func line(n int, at func(int) int) []outsider.Term {
	terms := make([]outsider.Term, n)
	for i := range terms {
		terms[i] = outsider.Term{Count: at(i), Sign: 1}
	}
	terms[n-1].Sign = -1
	return terms
}

// hideCounts makes the counts asked for unknown and all others known.
func hideCounts(k *outsider.Knowledge, asked []int) {
	k.Low, k.High = append([]int{}, k.Counts...), append([]int{}, k.Counts...)
	for _, v := range asked {
		k.Low[v], k.High[v] = 0, outsider.NoLimit
	}
}

// intervals names the two ends of each range.
func intervals(k outsider.Knowledge, asked []int, name func(int) string) (map[string]any, error) {
	ranges, err := k.Ranges(asked)
	out := map[string]any{}
	for i, r := range ranges {
		out["lo["+name(i)+"]"] = r.Low
		out["hi["+name(i)+"]"] = r.High
		if r.High >= outsider.NoLimit {
			out["hi["+name(i)+"]"] = math.Inf(1)
		}
	}
	return out, err
}

// linkedIntervals: named counts and equations between them.
func linkedIntervals(in json.RawMessage) (map[string]any, error) {
	var q struct {
		Cells      map[string]int         `json:"cells"`
		Suppressed []string               `json:"suppressed"`
		Equations  [][][2]json.RawMessage `json:"equations"`
	}
	if err := json.Unmarshal(in, &q); err != nil {
		return nil, err
	}
	place := map[string]int{}
	var k outsider.Knowledge
	for name, n := range q.Cells {
		place[name] = len(k.Counts)
		k.Counts = append(k.Counts, n)
	}
	asked := make([]int, len(q.Suppressed))
	for i, name := range q.Suppressed {
		asked[i] = place[name]
	}
	hideCounts(&k, asked)
	for _, equation := range q.Equations {
		terms := make([]outsider.Term, len(equation))
		for i, entry := range equation {
			var name string
			if err := json.Unmarshal(entry[0], &name); err != nil {
				return nil, err
			}
			if err := json.Unmarshal(entry[1], &terms[i].Sign); err != nil {
				return nil, err
			}
			terms[i].Count = place[name]
		}
		k.Equations = append(k.Equations, terms)
	}
	return intervals(k, asked, func(i int) string { return q.Suppressed[i] })
}

// roundedIntervals: a line of rounded counts beside its rounded total.
func roundedIntervals(in json.RawMessage) (map[string]any, error) {
	var q struct {
		Displayed []int  `json:"displayed"`
		Total     int    `json:"displayed_total"`
		Rule      string `json:"rule"`
	}
	if err := json.Unmarshal(in, &q); err != nil {
		return nil, err
	}
	if q.Rule != "0;1-7->5;nearest5" {
		return nil, fmt.Errorf("rounding rule %q", q.Rule)
	}
	ranges, possible := disclosure.NHSE().RoundedRow(q.Displayed, q.Total)
	out := map[string]any{}
	for i, r := range ranges {
		lo, hi := fmt.Sprintf("lo[%d]", i), fmt.Sprintf("hi[%d]", i)
		out[lo], out[hi] = r.Low, r.High
		if !possible {
			out[lo], out[hi] = "NA", "NA"
		}
	}
	return out, nil
}

// fewestSecondary: the optimum of complementary suppression.
func fewestSecondary(in json.RawMessage) (map[string]any, error) {
	var q struct {
		Table     [][]int `json:"table"`
		Threshold int     `json:"threshold"`
		Criterion string  `json:"criterion"`
		Lower     int     `json:"attacker_lower"`
		Margins   string  `json:"margins"`
	}
	if err := json.Unmarshal(in, &q); err != nil {
		return nil, err
	}
	rule := disclosure.Criterion{
		Threshold: q.Threshold, Lower: q.Lower,
		Exact: q.Criterion == "exact", Totals: q.Margins != "published",
	}
	f, err := rule.Fewest(context.Background(), q.Table)
	if errors.Is(err, disclosure.ErrUnsafe) {
		return map[string]any{"primaries": f.Small, "min_count": "NA", "min_sum_at_min_count": "NA", "optimal_patterns": 0}, nil
	}
	return map[string]any{
		"primaries": f.Small, "min_count": f.Count, "min_sum_at_min_count": f.Sum, "optimal_patterns": f.Patterns,
	}, err
}

func hesDisplay(in json.RawMessage) (map[string]any, error) {
	n, err := countOf(in)
	return map[string]any{"display": disclosure.HES().Display(n)}, err
}

func msdsRound(in json.RawMessage) (map[string]any, error) {
	n, err := countOf(in)
	return map[string]any{"value": disclosure.NHSE().Number(n)}, err
}

func countOf(in json.RawMessage) (int, error) {
	var q struct {
		Count int `json:"count"`
	}
	err := json.Unmarshal(in, &q)
	return q.Count, err
}
