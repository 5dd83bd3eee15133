package disclosure

import (
	"math/rand/v2"
	"testing"
)

// TestFewCases gives out packs of very few cases: two tables of the same groups,
// whose total everybody knows. Tables may go, the pack may not.
func TestFewCases(t *testing.T) {
	rows, cols := []string{"a", "b", "c"}, []string{"1", "2", "3", "4"}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := 1 + r.IntN(14)
		first, second := empty(rows, cols), empty(rows, cols)
		for range n {
			group := r.IntN(len(rows))
			first[group][r.IntN(len(cols))]++
			second[group][r.IntN(len(cols))]++
		}
		pack := Pack{
			Tables: []Table{{Name: "first", Rows: rows, Cols: cols, Counts: first}, {Name: "second", Rows: rows, Cols: cols, Counts: second},
				{Name: "all", Rows: []string{"all"}, Counts: [][]int{{n}}, Whole: true}},
			Same: []Same{{Ref{Table: "first"}, Ref{Table: "second"}}, {Ref{Table: "first"}, Ref{Table: "all"}}},
		}
		for _, g := range rows {
			pack.Same = append(pack.Same, Same{Ref{Table: "first", Row: g}, Ref{Table: "second", Row: g}})
		}
		plan, _, err := Protect(t.Context(), pack, LT5())
		if err != nil {
			t.Errorf("seed %d, %d cases: %v", seed, n, err)
			continue
		}
		if report := Audit(t.Context(), pack, plan); !report.Safe {
			t.Errorf("seed %d, %d cases: not safe", seed, n)
		}
	}
}

func empty(rows, cols []string) [][]int {
	out := make([][]int, len(rows))
	for i := range out {
		out[i] = make([]int, len(cols))
	}
	return out
}
