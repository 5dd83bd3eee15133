package disclosure

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// sharedPack is several measures of one trust split by the same groups, so
// that their row totals are one count: ethnicity by harm, by deprivation and
// so on.
func sharedPack(r *rand.Rand, measures, rows, cols int, scale float64) Pack {
	first := randomTable(r, "m0", rows, cols, scale)
	pack := Pack{Tables: []Table{first}}
	for m := 1; m < measures; m++ {
		t := Table{Name: fmt.Sprint("m", m), Rows: first.Rows, Cols: first.Cols}
		for i, line := range first.Counts {
			mixed := append([]int{}, line...)
			r.Shuffle(len(mixed), func(a, b int) { mixed[a], mixed[b] = mixed[b], mixed[a] })
			t.Counts = append(t.Counts, mixed)
			pack.Same = append(pack.Same, Same{Ref{Table: "m0", Row: first.Rows[i]}, Ref{Table: t.Name, Row: first.Rows[i]}})
		}
		pack.Same = append(pack.Same, Same{Ref{Table: "m0"}, Ref{Table: t.Name}})
		pack.Tables = append(pack.Tables, t)
	}
	return pack
}

func TestMeasuresOfTheSameGroups(t *testing.T) {
	for n := range runs(5, 200) {
		pack := sharedPack(rand.New(rand.NewPCG(uint64(n), 8)), 4, 6, 5, 8)
		for _, p := range []Profile{LT5(), NHSE(), HES()} {
			plan := protect(t, pack, p)
			for _, s := range pack.Same {
				if plan.At(s.A) != plan.At(s.B) {
					t.Errorf("%s: %s reads %q and %s reads %q", p.Name, s.A, plan.At(s.A).Text, s.B, plan.At(s.B).Text)
				}
			}
			// From the printed texts alone, without what Protect found.
			plan.proof = nil
			if r := Audit(context.Background(), pack, plan); r.Incomplete != "" {
				t.Errorf("%s: %s", p.Name, r.Incomplete)
			}
		}
	}
}

// BenchmarkShared protects twelve measures of one trust.
func BenchmarkShared(b *testing.B) {
	pack := sharedPack(rand.New(rand.NewPCG(1, 9)), 12, 8, 6, 10)
	for _, p := range []Profile{LT5(), NHSE(), HES()} {
		b.Run(p.Name, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := Protect(context.Background(), pack, p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
