package drawing

import (
	"math"
	"testing"
)

func TestNiceAxis(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		zero      bool
		want      axis
	}{
		{0, 543, true, axis{0, 600, 100}}, {84.2, 98.4, false, axis{80, 100, 5}}, {0, 0, true, axis{0, 1, 0.2}}, {-3, 4, true, axis{-4, 4, 2}},
		{5, 5, false, axis{5, 6, 0.2}}, {0.4, 9.4, false, axis{0, 10, 2}}, {1e6, 4e6, true, axis{0, 4e6, 1e6}},
	} {
		got := niceAxis(c.low, c.high, c.zero)
		if math.Abs(got.low-c.want.low)+math.Abs(got.high-c.want.high)+math.Abs(got.step-c.want.step) > 1e-9 {
			t.Errorf("%v to %v: %+v, want %+v", c.low, c.high, got, c.want)
		}
	}
}

func TestTicksRead(t *testing.T) {
	for _, c := range []struct {
		a    axis
		v    float64
		want string
	}{{axis{step: 500}, 1500, "1,500"}, {axis{step: 0.2}, 0.6, "0.6"}, {axis{step: 0.05}, 0.1, "0.10"}, {axis{step: 1000}, -2000, "-2,000"}, {axis{step: 0.1}, -0.0000001, "0.0"}} {
		if got := c.a.say(c.v); got != c.want {
			t.Errorf("%v with step %v reads %s, want %s", c.v, c.a.step, got, c.want)
		}
	}
}
