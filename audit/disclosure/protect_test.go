package disclosure

import (
	"context"
	"fmt"
	"testing"
)

func TestProtectTwoWay(t *testing.T) {
	pack := Pack{Tables: []Table{{
		Name: "harm", Rows: []string{"a", "b", "c"}, Cols: []string{"x", "y", "z"},
		Counts: [][]int{{3, 12, 20}, {15, 8, 9}, {30, 11, 2}},
	}}}
	for _, p := range []Profile{Panel(), LT5(), NHSE(), HES()} {
		plan, err := Protect(context.Background(), pack, p)
		if err != nil {
			t.Fatal(p.Name, err)
		}
		fmt.Println(p.Name, plan.Optimal())
		for _, r := range []string{"a", "b", "c", ""} {
			for _, c := range []string{"x", "y", "z", ""} {
				fmt.Printf("%5s", plan.At(Ref{"harm", r, c}).Text)
			}
			fmt.Println()
		}
	}
}
