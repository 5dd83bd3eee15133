package disclosure

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"testing"

	"siequity/audit/disclosure/outsider"
)

func number(n int) any {
	if n >= outsider.NoLimit {
		return "Inf"
	}
	return n
}

func vector2D(in json.RawMessage) (map[string]any, error) {
	var q struct {
		Table      [][]int  `json:"table_with_margins"`
		Suppressed [][2]int `json:"suppressed"`
		Upper      [][2]any `json:"upper_known"`
		Lower      [][2]any `json:"lower_known"`
	}
	if err := json.Unmarshal(in, &q); err != nil {
		return nil, err
	}
	cols := len(q.Table[0])
	at := func(r, c int) int { return r*cols + c }
	var o outsider.Knowledge
	for _, line := range q.Table {
		for _, n := range line {
			o.Counts, o.Low, o.High = append(o.Counts, n), append(o.Low, n), append(o.High, n)
		}
	}
	var asked []int
	for _, p := range q.Suppressed {
		v := at(p[0], p[1])
		asked = append(asked, v)
		o.Low[v], o.High[v] = 0, outsider.NoLimit
	}
	bound := func(side []int, known [][2]any) {
		for _, k := range known {
			p := k[0].([]any)
			side[at(int(p[0].(float64)), int(p[1].(float64)))] = int(k[1].(float64))
		}
	}
	bound(o.High, q.Upper)
	bound(o.Low, q.Lower)
	R, C := len(q.Table)-1, cols-1
	for r := range q.Table {
		var eq []outsider.Term
		for c := range cols {
			eq = append(eq, outsider.Term{at(r, c), map[bool]int{true: -1, false: 1}[c == C]})
		}
		o.Equations = append(o.Equations, eq)
	}
	for c := range cols {
		var eq []outsider.Term
		for r := range q.Table {
			eq = append(eq, outsider.Term{at(r, c), map[bool]int{true: -1, false: 1}[r == R]})
		}
		o.Equations = append(o.Equations, eq)
	}
	ranges, err := o.Ranges(asked)
	out := map[string]any{}
	for i, r := range ranges {
		p := q.Suppressed[i]
		out[fmt.Sprintf("lo[%d,%d]", p[0], p[1])] = r.Low
		out[fmt.Sprintf("hi[%d,%d]", p[0], p[1])] = number(r.High)
	}
	return out, err
}

func vectorMin(in json.RawMessage) (map[string]any, error) {
	var q struct {
		Table     [][]int
		Threshold int
		Criterion string
		Lower     int `json:"attacker_lower"`
	}
	if err := json.Unmarshal(in, &q); err != nil {
		return nil, err
	}
	f, err := Criterion{q.Threshold, q.Lower, q.Criterion == "exact"}.Fewest(context.Background(), q.Table)
	return map[string]any{"primaries": f.Small, "min_count": f.Count, "min_sum_at_min_count": f.Sum, "optimal_patterns": f.Patterns}, err
}

func TestVectors(t *testing.T) {
	f, err := os.Open(os.Getenv("SIEQUITY_VECTORS"))
	if err != nil {
		t.Skip()
	}
	rows, _ := csv.NewReader(f).ReadAll()
	m := map[string]func(json.RawMessage) (map[string]any, error){"sdc_interval_2d": vector2D, "sdc_min_secondary": vectorMin}
	n := 0
	for _, r := range rows {
		fn := m[r[0]]
		if fn == nil {
			continue
		}
		out, err := fn(json.RawMessage(r[1]))
		if err != nil {
			t.Error(r[1], err)
		}
		n++
		if got := fmt.Sprint(out[r[2]]); got != r[3] {
			t.Errorf("%s %s %s: %s want %s", r[0], r[1], r[2], got, r[3])
		}
	}
	fmt.Println(n)
	_ = strconv.Itoa
}
