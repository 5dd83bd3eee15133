package disclosure

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"
)

func labels(p string, n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("%s%d", p, i))
	}
	return out
}

func randTable(r *rand.Rand, name string, R, C int, scale float64) Table {
	t := Table{Name: name, Rows: labels("r", R), Cols: labels("c", C)}
	rw, cw := make([]float64, R), make([]float64, C)
	for i := range rw {
		rw[i] = r.ExpFloat64()
	}
	for i := range cw {
		cw[i] = r.ExpFloat64()
	}
	for i := range R {
		line := make([]int, C)
		for j := range line {
			line[j] = int(scale * rw[i] * cw[j] * (0.5 + r.Float64()))
		}
		t.Counts = append(t.Counts, line)
	}
	return t
}

func TestExplore(t *testing.T) {
	if os.Getenv("EXPLORE") == "" {
		t.Skip()
	}
	for _, prof := range []Profile{LT5(), HES(), NHSE()} {
		for _, scale := range []float64{2, 5, 10, 20, 50, 200} {
			var worst, sum time.Duration
			opt, fail, withdrawn, hid, prim := 0, 0, 0, 0, 0
			N := 40
			for i := range N {
				r := rand.New(rand.NewPCG(uint64(i), uint64(scale)))
				pack := Pack{Tables: []Table{randTable(r, "t", 8, 6, scale)}}
				start := time.Now()
				plan, err := Protect(context.Background(), pack, prof)
				d := time.Since(start)
				sum += d
				worst = max(worst, d)
				if err != nil {
					fail++
					fmt.Println(err)
					continue
				}
				if plan.optimal {
					opt++
				}
				if plan.layout.withdrawn[0] {
					withdrawn++
				}
				for _, s := range plan.shown {
					if s.State == Secondary {
						hid++
					}
					if s.State == Primary {
						prim++
					}
				}
			}
			fmt.Printf("%s scale %v: mean %v worst %v optimal %d fail %d withdrawn %d primary %.1f secondary %.1f\n", prof.Name, scale, sum/time.Duration(N), worst, opt, fail, withdrawn, float64(prim)/float64(N), float64(hid)/float64(N))
		}
	}
}
