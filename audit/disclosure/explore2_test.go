package disclosure

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"
)

// linkedPack: nt trusts + system, nm measures of R x C each, sharing the row totals across measures optional
func linkedPack(r *rand.Rand, nt, nm, R, C int, scale float64) Pack {
	var p Pack
	for m := range nm {
		sys := Table{Name: fmt.Sprintf("sys-m%d", m), Rows: labels("r", R), Cols: labels("c", C)}
		var ts []Table
		for k := range nt {
			ts = append(ts, randTable(r, fmt.Sprintf("t%d-m%d", k, m), R, C, scale))
		}
		for i := range R {
			line := make([]int, C)
			for j := range C {
				for _, t := range ts {
					line[j] += t.Counts[i][j]
				}
			}
			sys.Counts = append(sys.Counts, line)
		}
		for _, rr := range append(labels("r", R), "") {
			for _, cc := range append(labels("c", C), "") {
				s := Sum{Total: Ref{sys.Name, rr, cc}}
				for _, t := range ts {
					s.Parts = append(s.Parts, Ref{t.Name, rr, cc})
				}
				p.Sums = append(p.Sums, s)
			}
		}
		p.Tables = append(p.Tables, sys)
		p.Tables = append(p.Tables, ts...)
	}
	return p
}

func TestExploreLinked(t *testing.T) {
	if os.Getenv("EXPLORE") == "" {
		t.Skip()
	}
	nt, nm := 4, 1
	if v := os.Getenv("NM"); v != "" {
		nm, _ = strconv.Atoi(v)
	}
	for _, prof := range []Profile{LT5(), HES(), NHSE()} {
		for _, scale := range []float64{2, 10, 50} {
			for i := range 1 {
				r := rand.New(rand.NewPCG(uint64(i), uint64(scale)))
				pack := linkedPack(r, nt, nm, 8, 6, scale)
				start := time.Now()
				plan, err := Protect(context.Background(), pack, prof)
				d := time.Since(start)
				hid, prim := 0, 0
				for _, s := range plan.shown {
					if s.State == Secondary {
						hid++
					}
					if s.State == Primary {
						prim++
					}
				}
				fmt.Println(prof.Name, scale, d, err, plan.optimal, prim, hid)
			}
		}
	}
}
