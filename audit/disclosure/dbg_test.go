package disclosure

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
)

func TestDbg(t *testing.T) {
	shown := 0
	for i := range 40 {
		r := rand.New(rand.NewPCG(uint64(i), uint64(20)))
		pack := Pack{Tables: []Table{randTable(r, "t", 4, 3, 20)}}
		for _, prof := range []Profile{LT5(), HES()} {
			s := newSheet(pack, newLayout(pack), prof)
			_, err := s.choose(context.Background())
			var u unprotectable
			if errors.As(err, &u) && shown < 6 {
				shown++
				fmt.Println(prof.Name, i, s.vars[u.v].ref, s.vars[u.v].count, pack.Tables[0].Counts, s.demand(u.v))
			}
		}
	}
}
