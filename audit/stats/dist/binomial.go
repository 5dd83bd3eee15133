package dist

import "math"

const (
	halfLog2Pi = 0.91893853320467274178032973640562
	// negligible ends a tail sum: the terms left cannot move the last digit.
	negligible = 1e-18
)

// stirlingError is log(n!) less Stirling's approximation to it
// (Loader 2000, "Fast and accurate computation of binomial probabilities").
func stirlingError(n float64) float64 {
	if n == 0 {
		return 0
	}
	if n <= 15 {
		lg, _ := math.Lgamma(n + 1)
		return lg - (n+0.5)*math.Log(n) + n - halfLog2Pi
	}
	nn := n * n
	return (1.0/12 - (1.0/360-(1.0/1260-(1.0/1680-1.0/1188/nn)/nn)/nn)/nn) / n
}

// deviance is x log(x/m) + m - x, computed without cancellation when x is
// close to m (Loader 2000, function D0).
func deviance(x, m float64) float64 {
	if x == 0 {
		return m
	}
	if math.Abs(x-m) >= 0.1*(x+m) {
		return x*math.Log(x/m) + m - x
	}
	v := (x - m) / (x + m)
	sum, term := (x-m)*v, 2*x*v
	for j := 1; j < 1000; j++ {
		term *= v * v
		next := sum + term/float64(2*j+1)
		if next == sum {
			break
		}
		sum = next
	}
	return sum
}

// LogBinomial returns the log probability of x events in n trials of
// probability p, where q = 1-p is given apart to keep its digits.
func LogBinomial(x, n, p, q float64) float64 {
	switch {
	case x < 0 || x > n:
		return math.Inf(-1)
	case p == 0 || q == 0:
		return certain(x == 0 && p == 0 || x == n && q == 0)
	case x == 0:
		return n * math.Log1p(-p)
	case x == n:
		return n * math.Log1p(-q)
	}
	lc := stirlingError(n) - stirlingError(x) - stirlingError(n-x) -
		deviance(x, n*p) - deviance(n-x, n*q)
	return lc - halfLog2Pi - 0.5*(math.Log(x)+math.Log1p(-x/n))
}

func certain(yes bool) float64 {
	if yes {
		return 0
	}
	return math.Inf(-1)
}

// Tails are the probabilities of a discrete count at, below and above an
// observed value.
type Tails struct{ At, Below, Above float64 }

// AtMost returns P(X <= x).
func (t Tails) AtMost() float64 { return math.Min(1, t.At+t.Below) }

// AtLeast returns P(X >= x).
func (t Tails) AtLeast() float64 { return math.Min(1, t.At+t.Above) }

// MidBelow returns P(X < x) + P(X = x)/2.
func (t Tails) MidBelow() float64 { return t.Below + t.At/2 }

// MidAbove returns P(X > x) + P(X = x)/2.
func (t Tails) MidAbove() float64 { return t.Above + t.At/2 }

// Binomial returns the tails at x events of n trials of probability p.
func Binomial(x, n int, p float64) Tails {
	fx, fn, q := float64(x), float64(n), 1-p
	up := func(k float64) float64 { return (fn - k) / (k + 1) * p / q }
	down := func(k float64) float64 { return k / (fn - k + 1) * q / p }
	at := math.Exp(LogBinomial(fx, fn, p, q))
	if p == 0 || q == 0 {
		return pointTails(at, fx > fn*p)
	}
	return tails(fx, 0, fn, fn*p, at, func(k float64) float64 {
		return math.Exp(LogBinomial(k, fn, p, q))
	}, up, down)
}

// pointTails are the tails of a distribution with all mass at one value.
func pointTails(at float64, beyond bool) Tails {
	switch {
	case at == 1:
		return Tails{At: 1}
	case beyond:
		return Tails{Below: 1}
	}
	return Tails{Above: 1}
}

// tails sums outward from x on the side away from the mean, where terms fall,
// and takes the other side as the remainder. up and down are the ratios of
// successive probabilities.
func tails(x, lo, hi, mean, at float64, pmf, up, down func(float64) float64) Tails {
	t := Tails{At: at}
	if x >= mean {
		t.Above = sumFrom(x+1, lo, hi, 1, pmf, up)
		t.Below = math.Max(0, 1-t.At-t.Above)
	} else {
		t.Below = sumFrom(x-1, lo, hi, -1, pmf, down)
		t.Above = math.Max(0, 1-t.At-t.Below)
	}
	return t
}

// sumFrom adds probabilities from k in steps of step while they matter.
func sumFrom(k, lo, hi, step float64, pmf, ratio func(float64) float64) float64 {
	if k < lo || k > hi {
		return 0
	}
	term := pmf(k)
	sum := term
	for k+step >= lo && k+step <= hi && term > sum*negligible {
		term *= ratio(k)
		sum += term
		k += step
	}
	return sum
}

// ClopperPearson returns the exact limits of a binomial proportion at tail
// probability tail on each side (Clopper & Pearson 1934): the beta quantile
// from gonum, then Newton steps on the binomial tail, which restore the
// digits the quantile loses at very large n.
func ClopperPearson(x, n int, tail float64) (lower, upper float64) {
	lower, upper = 0, 1
	fx, fn := float64(x), float64(n)
	if x > 0 {
		lower = polish(BetaQuantile(tail, fx, fn-fx+1), tail, x, n)
	}
	if x < n {
		// by symmetry the upper limit of x is one less the lower limit of n-x,
		// but the subtraction would lose the digits of a small proportion
		upper = polishUpper(BetaQuantile(1-tail, fx+1, fn-fx), tail, x, n)
	}
	return lower, upper
}

func polish(p, tail float64, x, n int) float64 {
	for range 3 {
		slope := float64(n) * math.Exp(LogBinomial(float64(x-1), float64(n-1), p, 1-p))
		p = newton(p, Binomial(x, n, p).AtLeast()-tail, slope)
	}
	return p
}

func polishUpper(p, tail float64, x, n int) float64 {
	for range 3 {
		slope := -float64(n) * math.Exp(LogBinomial(float64(x), float64(n-1), p, 1-p))
		p = newton(p, Binomial(x, n, p).AtMost()-tail, slope)
	}
	return p
}

// newton takes one step, refusing any that leaves (0, 1).
func newton(p, f, slope float64) float64 {
	next := p - f/slope
	if next > 0 && next < 1 && math.Abs(next-p) < 0.01*p {
		return next
	}
	return p
}

// BinomialQuantile returns the smallest x with P(X <= x) >= prob for n trials
// of probability p.
func BinomialQuantile(prob float64, n int, p float64) int {
	cum := 0.0
	for x := range n {
		cum += math.Exp(LogBinomial(float64(x), float64(n), p, 1-p))
		if cum >= prob*(1-1e-12) {
			return x
		}
	}
	return n
}
