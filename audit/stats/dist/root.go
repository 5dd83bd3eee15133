package dist

import (
	"math"
	"sort"
)

// Root returns a zero of f between lo and hi, whose signs there must differ,
// to the last digits a float64 holds, by Chandrupatla's method (1997): inverse
// quadratic steps where they are safe, bisection where not. It returns NaN
// when the signs agree.
func Root(f func(float64) float64, lo, hi float64) float64 {
	a, b := hi, lo
	fa, fb := f(a), f(b)
	if fa == 0 {
		return a
	}
	if fb == 0 {
		return b
	}
	if !(fa < 0 && fb > 0 || fa > 0 && fb < 0) {
		return math.NaN()
	}
	t := 0.5
	c, fc := a, fa
	for range 300 {
		x := a + t*(b-a)
		fx := f(x)
		if (fx > 0) == (fa > 0) {
			c, fc = a, fa
		} else {
			c, b, fc, fb = b, a, fb, fa
		}
		a, fa = x, fx
		best, fbest := a, fa
		if math.Abs(fb) < math.Abs(fa) {
			best, fbest = b, fb
		}
		width := 2*2.220446e-16*math.Abs(best) + 1e-300
		if tl := width / math.Abs(b-c); tl > 0.5 || fbest == 0 {
			return best
		} else {
			t = min(1-tl, max(tl, chandrupatlaStep(a, b, c, fa, fb, fc)))
		}
	}
	return a
}

func chandrupatlaStep(a, b, c, fa, fb, fc float64) float64 {
	xi, phi := (a-b)/(c-b), (fa-fb)/(fc-fb)
	if phi*phi < xi && (1-phi)*(1-phi) < 1-xi {
		return fa/(fb-fa)*fc/(fb-fc) + (c-a)/(b-a)*fa/(fc-fa)*fb/(fc-fb)
	}
	return 0.5
}

// Least returns the least k from lo to hi for which ok holds, hi+1 if none. ok
// must stay true once true.
func Least(lo, hi int, ok func(k int) bool) int {
	return lo + sort.Search(max(0, hi-lo+1), func(i int) bool { return ok(lo + i) })
}

// Greatest returns the greatest k from lo to hi for which ok holds, lo-1 if
// none. ok must stay false once false.
func Greatest(lo, hi int, ok func(k int) bool) int {
	return Least(lo, hi, func(k int) bool { return !ok(k) }) - 1
}

// Sum adds with compensation (Neumaier 1974), so that the mean of a series
// does not depend on the size of its parts and a point lying on the mean
// stays on it.
func Sum(values []float64) float64 {
	sum, lost := 0.0, 0.0
	for _, v := range values {
		t := sum + v
		if math.Abs(sum) >= math.Abs(v) {
			lost += (sum - t) + v
		} else {
			lost += (v - t) + sum
		}
		sum = t
	}
	return sum + lost
}

// Mean returns the arithmetic mean, NaN of nothing.
func Mean(values []float64) float64 {
	return Sum(values) / float64(len(values))
}
