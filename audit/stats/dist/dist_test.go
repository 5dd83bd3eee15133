package dist_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"siequity/audit/stats/dist"
)

func TestQuantilesAtTheEdge(t *testing.T) {
	inf := math.Inf(1)
	tests := []struct {
		name      string
		got, want float64
	}{
		{"chi-squared without freedom", dist.ChiSquaredQuantile(0.025, 0), 0},
		{"beta without first shape", dist.BetaQuantile(0.975, 0, 3), 0},
		{"beta without second shape", dist.BetaQuantile(0.025, 3, 0), 1},
		{"normal at nought", dist.NormalQuantile(0), -inf},
		{"normal at one", dist.NormalQuantile(1), inf},
		{"t at one", dist.StudentQuantile(1, 4), inf},
		{"t with endless freedom", dist.StudentQuantile(0.975, inf), dist.NormalQuantile(0.975)},
		{"chi-squared at one", dist.ChiSquaredQuantile(1, 4), inf},
		{"survival without freedom", dist.ChiSquaredUpper(3, 0), 0},
		{"survival at nought", dist.ChiSquaredUpper(0, 3), 1},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s = %v, want %v", tt.name, tt.got, tt.want)
		}
	}
	for name, got := range map[string]float64{
		"t without freedom": dist.StudentQuantile(0.975, 0), "level of one": dist.Z(1), "level of nought": dist.Z(0),
		"probability above one": dist.NormalQuantile(1.1), "beta without shapes": dist.BetaQuantile(0.5, 0, 0),
		"negative freedom": dist.ChiSquaredQuantile(0.5, -1), "not a number": dist.Z(math.NaN()),
	} {
		if !math.IsNaN(got) {
			t.Errorf("%s = %v, want NaN", name, got)
		}
	}
}

// TestBinomialByMultiplication compares with probabilities multiplied out.
func TestBinomialByMultiplication(t *testing.T) {
	const n, p = 30, 0.137
	prob, below := math.Pow(1-p, n), 0.0
	for x := range n + 1 {
		got := dist.Binomial(x, n, p)
		want := dist.Tails{At: prob, Below: below, Above: 1 - below - prob}
		if math.Abs(got.At-want.At) > 1e-14 || math.Abs(got.Below-want.Below) > 1e-13 || math.Abs(got.Above-want.Above) > 1e-13 {
			t.Errorf("binomial at %d = %+v, want %+v", x, got, want)
		}
		below += prob
		prob *= float64(n-x) / float64(x+1) * p / (1 - p)
	}
}

func TestBinomialOfCertainty(t *testing.T) {
	tests := []struct {
		x, n int
		p    float64
		want dist.Tails
	}{
		{0, 5, 0, dist.Tails{At: 1}},
		{2, 5, 0, dist.Tails{Below: 1}},
		{5, 5, 1, dist.Tails{At: 1}},
		{2, 5, 1, dist.Tails{Above: 1}},
		{0, 0, 0.5, dist.Tails{At: 1}},
	}
	for _, tt := range tests {
		if got := dist.Binomial(tt.x, tt.n, tt.p); got != tt.want {
			t.Errorf("Binomial(%d, %d, %v) = %+v, want %+v", tt.x, tt.n, tt.p, got, tt.want)
		}
	}
}

func TestBinomialQuantile(t *testing.T) {
	tests := []struct {
		prob float64
		n    int
		want int
	}{{0.05, 11, 3}, {0.05, 0, 0}, {0.5, 1, 0}, {0.05, 23, 8}, {1, 4, 4}}
	for _, tt := range tests {
		if got := dist.BinomialQuantile(tt.prob, tt.n, 0.5); got != tt.want {
			t.Errorf("quantile %v of %d = %d, want %d", tt.prob, tt.n, got, tt.want)
		}
	}
}

func FuzzHypergeometric(f *testing.F) {
	f.Add(uint16(5), uint16(95), uint16(20))
	f.Add(uint16(0), uint16(0), uint16(0))
	f.Fuzz(func(t *testing.T, a, b, c uint16) {
		h := dist.Hypergeometric{Marked: int(a % 900), Unmarked: int(b % 900)}
		h.Drawn = int(c) % (h.Marked + h.Unmarked + 1)
		lo, hi := h.Support()
		sum, mean := 0.0, 0.0
		for x := lo; x <= hi; x++ {
			tails := h.Tails(x)
			if math.Abs(tails.Below-sum) > 1e-11 || math.Abs(tails.At+tails.Below+tails.Above-1) > 1e-11 {
				t.Fatalf("%+v at %d: %+v, want %v below", h, x, tails, sum)
			}
			sum += tails.At
			mean += float64(x) * tails.At
		}
		if math.Abs(sum-1) > 1e-11 || math.Abs(mean-h.Mean()) > 1e-9*(1+h.Mean()) {
			t.Errorf("%+v: total %v, mean %v, want 1 and %v", h, sum, mean, h.Mean())
		}
	})
}

func TestDrawBinomial(t *testing.T) {
	tests := []struct {
		n int
		p float64
	}{{1, 0.5}, {20, 0.03}, {400, 0.9}, {1_000_000, 0.2}}
	for _, tt := range tests {
		rng := rand.New(rand.NewPCG(1, uint64(tt.n)))
		const draws = 20_000
		sum, squares := 0.0, 0.0
		for range draws {
			d := float64(dist.DrawBinomial(rng, tt.n, tt.p)) - float64(tt.n)*tt.p
			sum += d
			squares += d * d
		}
		variance := float64(tt.n) * tt.p * (1 - tt.p)
		if z := sum / math.Sqrt(draws*variance); math.Abs(z) > 4 {
			t.Errorf("mean of %d at %v is %v standard errors off", tt.n, tt.p, z)
		}
		if ratio := squares / draws / variance; math.Abs(ratio-1) > 0.06 {
			t.Errorf("variance of %d at %v is %v times what it should be", tt.n, tt.p, ratio)
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	if a, b, c := dist.DrawBinomial(rng, 9, 0), dist.DrawBinomial(rng, 9, 1), dist.DrawBinomial(rng, 0, 0.5); a != 0 || b != 9 || c != 0 {
		t.Errorf("certain draws = %d, %d, %d, want 0, 9, 0", a, b, c)
	}
}

func TestRoot(t *testing.T) {
	tests := []struct {
		name   string
		f      func(float64) float64
		lo, hi float64
		want   float64
	}{
		{"square root", func(x float64) float64 { return x*x - 2 }, 0, 2, math.Sqrt2},
		{"at an end", func(x float64) float64 { return x }, 0, 1, 0},
		{"flat then steep", func(x float64) float64 { return math.Pow(x, 15) - 1e-15 }, 0, 5, 0.1},
		{"falling", func(x float64) float64 { return 1 - x }, -7, 30, 1},
	}
	for _, tt := range tests {
		if got := dist.Root(tt.f, tt.lo, tt.hi); math.Abs(got-tt.want) > 1e-13 {
			t.Errorf("%s: root = %.16g, want %.16g", tt.name, got, tt.want)
		}
	}
	if got := dist.Root(func(float64) float64 { return 1 }, 0, 1); !math.IsNaN(got) {
		t.Errorf("root of a constant = %v, want NaN", got)
	}
}

func TestLeastAndGreatest(t *testing.T) {
	from := func(n int) func(int) bool { return func(k int) bool { return k >= n } }
	upTo := func(n int) func(int) bool { return func(k int) bool { return k <= n } }
	tests := []struct {
		name      string
		got, want int
	}{
		{"least inside", dist.Least(3, 9, from(5)), 5}, {"least at the start", dist.Least(3, 9, from(0)), 3},
		{"least nowhere", dist.Least(3, 9, from(20)), 10}, {"least of nothing", dist.Least(3, 2, from(0)), 3},
		{"greatest inside", dist.Greatest(3, 9, upTo(5)), 5}, {"greatest at the end", dist.Greatest(3, 9, upTo(20)), 9},
		{"greatest nowhere", dist.Greatest(3, 9, upTo(0)), 2},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s = %d, want %d", tt.name, tt.got, tt.want)
		}
	}
}

func TestSumKeepsSmallParts(t *testing.T) {
	if got := dist.Sum([]float64{1e16, 1, -1e16, 1}); got != 2 {
		t.Errorf("sum = %v, want 2", got)
	}
	if got := dist.Mean(nil); !math.IsNaN(got) {
		t.Errorf("mean of nothing = %v, want NaN", got)
	}
}

func BenchmarkBinomialTail(b *testing.B) {
	for b.Loop() {
		dist.Binomial(250, 650, 0.4)
	}
}
