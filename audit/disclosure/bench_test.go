package disclosure

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkTable protects 8 by 6 tables with totals.
func BenchmarkTable(b *testing.B) {
	for _, p := range []Profile{LT5(), NHSE(), HES()} {
		b.Run(p.Name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				r := rand.New(rand.NewPCG(uint64(n%50), 6))
				n++
				pack := Pack{Tables: []Table{randomTable(r, "t", 8, 6, 20)}}
				if _, _, err := Protect(context.Background(), pack, p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPack protects twelve measures of 8 by 6 for four trusts and their
// system, with the row totals shared by pairs of measures left apart.
func BenchmarkPack(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 7))
	var pack Pack
	for m := range 12 {
		one := stackedPack(r, fmt.Sprint("m", m), 4, 8, 6, 10)
		pack.Tables, pack.Sums = append(pack.Tables, one.Tables...), append(pack.Sums, one.Sums...)
	}
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
