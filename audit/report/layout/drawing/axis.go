package drawing

import (
	"math"
	"strconv"
	"strings"
)

// An axis runs from low to high with a tick at every step.
type axis struct{ low, high, step float64 }

// niceAxis spans the values with ticks at 1, 2 or 5 times a power of ten. It begins
// at nought where the values come near it, or where bars must.
func niceAxis(low, high float64, zero bool) axis {
	if zero || low >= 0 && low < high*0.6 {
		low, high = min(low, 0), max(high, 0)
	}
	if high <= low {
		high = low + 1
	}
	raw := (high - low) / 6
	step := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5, 10} {
		if m*step >= raw*0.999 {
			step *= m
			break
		}
	}
	return axis{math.Floor(low/step+1e-9) * step, math.Ceil(high/step-1e-9) * step, step}
}

// ticks lists the values marked on the axis.
func (a axis) ticks() []float64 {
	var out []float64
	for i := 0; i <= int(math.Round((a.high-a.low)/a.step)); i++ {
		out = append(out, a.low+float64(i)*a.step)
	}
	return out
}

// at maps a value to a place between two.
func (a axis) at(v, from, to float64) float64 {
	return from + (v-a.low)/(a.high-a.low)*(to-from)
}

// say writes a tick with as many decimals as the step needs, thousands apart.
func (a axis) say(v float64) string {
	places := max(0, int(math.Ceil(-math.Log10(a.step)-1e-9)))
	s := strconv.FormatFloat(math.Abs(v), 'f', places, 64)
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		whole += "." + rest
	}
	if v < 0 && strings.Trim(s, "0.") != "" {
		whole = "-" + whole
	}
	return whole
}
