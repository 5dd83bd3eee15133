package sampling_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"siequity/audit/stats/dist"
	"siequity/audit/stats/sampling"
	"siequity/audit/stats/statstest"

	"github.com/google/go-cmp/cmp"
)

func sound(t *testing.T, results ...any) {
	t.Helper()
	for _, r := range results {
		for _, fault := range statstest.Faults(r) {
			t.Errorf("%T%s in %+v", r, fault, r)
		}
	}
}

func TestSizeForProportion(t *testing.T) {
	tests := []struct {
		name             string
		p, margin, level float64
		population       int
		want             float64
		ok               bool
	}{
		{"endless", 0.5, 0.05, 0.95, 0, 385, true},
		{"a thousand", 0.5, 0.05, 0.95, 1000, 278, true},
		{"never more than there are", 0.5, 0.01, 0.999, 12, 12, true},
		{"one", 0.5, 0.05, 0.95, 1, 1, true},
		{"nothing varies", 0, 0.05, 0.95, 100, 0, true},
		{"no margin", 0.5, 0, 0.95, 100, 0, false},
		{"no such proportion", 1.5, 0.05, 0.95, 100, 0, false},
		{"negative population", 0.5, 0.05, 0.95, -3, 0, false},
		{"no such level", 0.5, 0.05, 95, 100, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := sampling.SizeForProportion(tt.p, tt.margin, tt.level, tt.population)
			sound(t, got)
			if got.Size.V != tt.want || got.Size.OK() != tt.ok {
				t.Errorf("size = %+v, want %v", got.Size, tt.want)
			}
		})
	}
}

func TestSizeForDetection(t *testing.T) {
	tests := []struct {
		name                       string
		population, faulty, accept int
		want                       float64
		ok                         bool
	}{
		{"a tenth of a hundred", 100, 10, 0, 25, true}, // binomial would say 29
		{"all faulty", 20, 20, 0, 1, true},
		{"one faulty of ten", 10, 1, 0, 10, true},
		{"none faulty", 100, 0, 0, 0, false},
		{"as many accepted", 100, 3, 3, 0, false},
		{"more faulty than units", 10, 11, 0, 0, false},
		{"nobody", 0, 0, 0, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := sampling.SizeForDetection(tt.population, tt.faulty, tt.accept, 0.95)
			sound(t, got)
			if got.Size.V != tt.want || got.Size.OK() != tt.ok {
				t.Errorf("size = %+v, want %v", got.Size, tt.want)
			}
		})
	}
}

// TestMarkedCovers adds up the probability of the samples whose interval holds
// the true number.
func TestMarkedCovers(t *testing.T) {
	const population, n = 60, 17
	for marked := range population + 1 {
		h := dist.Hypergeometric{Marked: marked, Unmarked: population - marked, Drawn: n}
		covered := 0.0
		for x := range n + 1 {
			m := sampling.MarkedInPopulation(x, n, population, 0.95)
			sound(t, m)
			if m.Lower <= marked && marked <= m.Upper {
				covered += h.Prob(x)
			}
		}
		if covered < 0.95-1e-12 {
			t.Errorf("coverage with %d marked = %v, want at least 0.95", marked, covered)
		}
	}
}

func TestAllocations(t *testing.T) {
	tests := []struct {
		name string
		got  sampling.Allocation
		want []int
	}{
		{"proportional", sampling.Proportional([]int{33, 33, 34}, 10), []int{3, 3, 4}},
		{"ties go to the earlier", sampling.Proportional([]int{10, 10, 10}, 4), []int{2, 1, 1}},
		{"more than there are", sampling.Proportional([]int{2, 3}, 10), []int{2, 3}},
		{"empty strata", sampling.Proportional([]int{0, 0}, 3), []int{0, 0}},
		{"equal", sampling.Equal([]int{30, 30, 30}, 10), []int{4, 3, 3}},
		{"equal, small strata full", sampling.Equal([]int{2, 30, 30}, 12), []int{2, 5, 5}},
		{"optimal with equal spread", sampling.Optimal([]int{120, 80, 40}, nil, 24, 2), []int{12, 8, 4}},
		{"optimal takes tiny strata whole", sampling.Optimal([]int{1, 80, 40}, nil, 13, 2), []int{1, 8, 4}},
		{"optimal without spread", sampling.Optimal([]int{10, 10}, []float64{0, 0}, 5, 2), []int{3, 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(sampling.Allocation{Sizes: tt.want}, tt.got); diff != "" {
				t.Errorf("allocation (-want +got):\n%s", diff)
			}
		})
	}
}

func TestImpossibleAllocations(t *testing.T) {
	for name, a := range map[string]sampling.Allocation{
		"no strata":     sampling.Proportional(nil, 3),
		"negative":      sampling.Equal([]int{3, -1}, 3),
		"too few":       sampling.Optimal([]int{10, 10, 10}, nil, 5, 2),
		"lengths":       sampling.Optimal([]int{10, 10}, []float64{1}, 5, 2),
		"negative size": sampling.Proportional([]int{3}, -1),
		"not a number":  sampling.Optimal([]int{10}, []float64{math.NaN()}, 5, 2),
	} {
		if a.Why == "" || a.Sizes != nil {
			t.Errorf("%s: allocation %+v, want a reason", name, a)
		}
	}
}

// TestOptimalBeatsEveryOther tries all allocations of a small sample.
func TestOptimalBeatsEveryOther(t *testing.T) {
	sizes, sd := []int{12, 7, 9}, []float64{0.5, 0.2, 0.35}
	const n = 11
	best := sampling.TotalVariance(sizes, sd, sampling.Optimal(sizes, sd, n, 1).Sizes).V
	for a := 1; a <= sizes[0]; a++ {
		for b := 1; b <= sizes[1]; b++ {
			other := sampling.TotalVariance(sizes, sd, []int{a, b, n - a - b})
			if other.OK() && other.V < best-1e-12 {
				t.Errorf("%d, %d, %d has variance %v, less than %v", a, b, n-a-b, other.V, best)
			}
		}
	}
}

func TestHashOrderIsNestedAndStable(t *testing.T) {
	var ids []string
	for i := range 50 {
		ids = append(ids, fmt.Sprintf("case-%d", i))
	}
	ids = append(ids, "Ünïcode", " padded", "padded")
	first := sampling.Draw("seed", ids, 10)
	if got := sampling.Draw("seed", ids, 20)[:10]; !slices.Equal(got, first) {
		t.Errorf("a larger draw does not keep the smaller: %v, %v", got, first)
	}
	turned := slices.Clone(ids)
	slices.Reverse(turned)
	if got := sampling.Draw("seed", turned, 10); !slices.Equal(got, first) {
		t.Errorf("the draw depends on the order given: %v, %v", got, first)
	}
	if sampling.FrameHash(turned) != sampling.FrameHash(ids) {
		t.Error("the frame's hash depends on the order given")
	}
	if sampling.FrameHash(ids[1:]) == sampling.FrameHash(ids) {
		t.Error("the frame's hash does not notice a missing case")
	}
	late := sampling.HashOrder("seed", append(slices.Clone(ids), "late"))
	late = slices.DeleteFunc(late, func(r sampling.Ranked) bool { return r.ID == "late" })
	if diff := cmp.Diff(sampling.HashOrder("seed", ids), late); diff != "" {
		t.Errorf("a late case moves the others (-want +got):\n%s", diff)
	}
	if slices.Equal(sampling.Draw("other", ids, 10), first) {
		t.Error("another seed draws the same cases")
	}
}

func FuzzSampling(f *testing.F) {
	f.Add(uint16(7), uint16(40), uint16(213), 0.95, []byte{30, 10, 3, 50, 50, 7})
	f.Add(uint16(0), uint16(1), uint16(1), 0.998, []byte{1, 1, 1})
	f.Fuzz(func(t *testing.T, a, b, c uint16, level float64, raw []byte) {
		x, n, population := int(a%500), int(b%500), int(c%3000)
		m := sampling.MarkedInPopulation(x, n, population, level)
		sound(t, m, sampling.SizeForDetection(population, x, n%4, level),
			sampling.SizeForProportion(float64(x)/float64(n), 0.05, level, population))
		if m.Why == "" && level > 0.5 && level < 0.9999 && (m.Lower < x || m.Upper > population-(n-x) || m.Lower > m.Upper) {
			t.Errorf("%d of %d from %d: %d to %d", x, n, population, m.Lower, m.Upper)
		}
		var strata []sampling.Stratum
		var sizes []int
		for i := 0; i+2 < len(raw); i += 3 {
			strata = append(strata, sampling.Stratum{Population: int(raw[i]), Sampled: int(raw[i+1]), Marked: int(raw[i+2])})
			sizes = append(sizes, int(raw[i]))
		}
		sound(t, sampling.StratifiedProportion(strata, level))
		for _, alloc := range []sampling.Allocation{
			sampling.Proportional(sizes, n), sampling.Equal(sizes, n), sampling.Optimal(sizes, nil, n, 0)} {
			spreads(t, sizes, n, alloc)
		}
	})
}

// spreads checks that an allocation uses the sample up within the strata.
func spreads(t *testing.T, sizes []int, n int, a sampling.Allocation) {
	if a.Why != "" {
		return
	}
	total, all := 0, 0
	for h, got := range a.Sizes {
		if got < 0 || got > sizes[h] {
			t.Errorf("%v gives %d of %d", a.Sizes, got, sizes[h])
		}
		total += got
		all += sizes[h]
	}
	if total != min(n, all) {
		t.Errorf("%v adds up to %d, want %d", a.Sizes, total, min(n, all))
	}
}

func BenchmarkHashOrder(b *testing.B) {
	var ids []string
	for i := range 10_000 {
		ids = append(ids, fmt.Sprintf("case-%d", i))
	}
	for b.Loop() {
		sampling.HashOrder("seed", ids)
	}
}
