package cover

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// problem is a random covering of n counts.
func problem(r *rand.Rand, n int) (cost []int, cuts []Cut) {
	for range n {
		cost = append(cost, Place+r.IntN(20))
	}
	for range 2 + r.IntN(6) {
		k := Cut{Need: float64(1 + r.IntN(3)), Given: -1}
		if r.IntN(3) == 0 {
			k.Given = r.IntN(n)
		}
		sum := 0.0
		for v := range n {
			if v != k.Given && r.IntN(2) == 0 {
				g := min(k.Need, float64(1+r.IntN(3)))
				k.Terms, sum = append(k.Terms, Term{v, g}), sum+g
			}
		}
		if sum >= k.Need {
			cuts = append(cuts, k)
		}
	}
	return cost, cuts
}

// every goes through all choices.
func every(cost []int, cuts []Cut) (best int, ties int) {
	best = -1
	for set := range 1 << len(cost) {
		in, sum, ok := make([]bool, len(cost)), 0, true
		for v := range cost {
			if in[v] = set>>v&1 == 1; in[v] {
				sum += cost[v]
			}
		}
		for _, k := range cuts {
			ok = ok && (k.Given >= 0 && !in[k.Given] || k.MetBy(in))
		}
		switch {
		case !ok:
		case best < 0 || sum < best:
			best, ties = sum, 1
		case sum == best:
			ties++
		}
	}
	return best, ties
}

func TestCheapestAgainstAllChoices(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for n := range 400 {
		cost, cuts := problem(r, 9)
		chosen, proven, feasible := Cheapest(cost, cuts, NewBudget())
		if !proven || !feasible {
			t.Fatalf("problem %d: proven %v, feasible %v", n, proven, feasible)
		}
		got := 0
		for _, v := range chosen {
			got += cost[v]
		}
		want, ties := every(cost, cuts)
		if got != want {
			t.Fatalf("problem %d: cost %d, want %d", n, got, want)
		}
		if all, complete := Ties(cost, cuts); !complete || len(all) != ties {
			t.Fatalf("problem %d: %d ties, want %d", n, len(all), ties)
		}
	}
}

func TestCheapestWithoutSteps(t *testing.T) {
	cost := []int{Place + 1, Place + 2, Place + 3}
	cuts := []Cut{
		{Terms: []Term{{0, 1}, {2, 1}}, Need: 1, Given: -1},
		{Terms: []Term{{1, 1}, {2, 1}}, Need: 1, Given: -1},
	}
	chosen, proven, feasible := Cheapest(cost, cuts, &Budget{})
	if proven || !feasible {
		t.Errorf("proven %v, feasible %v", proven, feasible)
	}
	if diff := cmp.Diff([]int{2}, chosen); diff != "" {
		t.Error(diff)
	}
}

func TestInfeasible(t *testing.T) {
	cuts := []Cut{{Terms: []Term{{0, 1}}, Need: 2, Given: -1}}
	if _, _, feasible := Cheapest([]int{Place}, cuts, NewBudget()); feasible {
		t.Error("a cut that cannot be met was met")
	}
	if _, feasible := Extend([]int{Place}, cuts, nil); feasible {
		t.Error("a cut that cannot be met was met")
	}
}

func TestExtendKeeps(t *testing.T) {
	cost := []int{Place + 9, Place + 1}
	cuts := []Cut{{Terms: []Term{{0, 1}, {1, 1}}, Need: 1, Given: -1}}
	chosen, feasible := Extend(cost, cuts, []int{0})
	if diff := cmp.Diff([]int{0}, chosen); diff != "" || !feasible {
		t.Error(diff)
	}
}
