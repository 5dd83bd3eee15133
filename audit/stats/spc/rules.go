package spc

import "strconv"

// Cause is what a point on an XmR chart tells.
type Cause int

// The causes in the order in which the first that fits names the point.
const (
	CommonCause Cause = iota
	OutsideLimits
	Trend
	TwoOfThreeNear
	Shift
)

// Label is the one finding shown for a point.
type Label struct {
	Cause  Cause
	Up     bool // above the centre line, or rising
	Points int  // length of the rule, for a trend or shift
}

// Direction is 1 for high or rising, -1 for low or falling, 0 for common
// cause. Its sign times the direction that is good says improvement or
// concern.
func (l Label) Direction() int {
	switch {
	case l.Cause == CommonCause:
		return 0
	case l.Up:
		return 1
	}
	return -1
}

// String gives the wording of NHSRplotthedots.
func (l Label) String() string {
	n := strconv.Itoa(l.Points)
	switch l.Cause {
	case OutsideLimits:
		return pick(l.Up, "Above UCL", "Below LCL")
	case Trend:
		return n + " Point Trend " + pick(l.Up, "(Increasing)", "(Decreasing)")
	case TwoOfThreeNear:
		return "2 in 3 " + pick(l.Up, "Above CL", "Below CL")
	case Shift:
		return n + " Points " + pick(l.Up, "Above CL", "Below CL")
	}
	return "Common Cause"
}

func pick(up bool, above, below string) string {
	if up {
		return above
	}
	return below
}

// labelPoints applies the rules; without limits every point is common cause.
func labelPoints(y []float64, l Limits, opt Options) []Label {
	labels := make([]Label, len(y))
	if !l.Upper.OK() {
		return labels
	}
	side := sides(y, l.Mean.V)
	rise := rises(y)
	trend := runMembers(rise, opt.trend()-1)
	shift := runMembers(side, opt.shift())
	near := twoOfThree(y, side, l, opt.TwoOfThree)
	for i, v := range y {
		switch {
		case v > l.Upper.V || v < l.Lower.V:
			labels[i] = Label{Cause: OutsideLimits, Up: v > l.Upper.V}
		case inTrend(trend, i):
			labels[i] = Label{Trend, trendUp(trend, rise, i), opt.trend()}
		case near[i]:
			labels[i] = Label{Cause: TwoOfThreeNear, Up: side[i] > 0}
		case shift[i]:
			labels[i] = Label{Shift, side[i] > 0, opt.shift()}
		}
	}
	return labels
}

// sides gives 1, 0 or -1 for each point above, on or below the mean.
func sides(y []float64, mean float64) []int {
	out := make([]int, len(y))
	for i, v := range y {
		out[i] = sign(v - mean)
	}
	return out
}

// rises gives the direction of each step between neighbours.
func rises(y []float64) []int {
	var out []int
	for i := 1; i < len(y); i++ {
		out = append(out, sign(y[i]-y[i-1]))
	}
	return out
}

func sign(d float64) int {
	switch {
	case d > 0:
		return 1
	case d < 0:
		return -1
	}
	return 0
}

// runMembers marks the entries that lie in a run of at least n equal, nonzero
// directions. A zero breaks a run.
func runMembers(dir []int, n int) []bool {
	member := make([]bool, len(dir))
	for start := 0; start < len(dir); {
		end := start + 1
		for end < len(dir) && dir[end] == dir[start] {
			end++
		}
		for i := start; i < end && dir[start] != 0 && end-start >= n; i++ {
			member[i] = true
		}
		start = end
	}
	return member
}

// inTrend reports whether the step into or out of point i is part of a trend.
func inTrend(steps []bool, i int) bool {
	return i > 0 && steps[i-1] || i < len(steps) && steps[i]
}

// trendUp gives the direction of the trend at point i; where one trend turns
// into another the later one holds.
func trendUp(steps []bool, rise []int, i int) bool {
	if i < len(steps) && steps[i] {
		return rise[i] > 0
	}
	return rise[i-1] > 0
}

// twoOfThree marks the points near a limit that have a second such point in a
// window of three, all three on one side of the mean.
func twoOfThree(y []float64, side []int, l Limits, rule TwoOfThree) []bool {
	near := make([]bool, len(y))
	for i, v := range y {
		outside := v > l.Upper.V || v < l.Lower.V
		beyondNear := v > l.NearUpper.V || v < l.NearLower.V
		near[i] = beyondNear && (!outside || rule == NearOrBeyond)
	}
	out := make([]bool, len(y))
	for i := 0; i+2 < len(y); i++ {
		if side[i] == 0 || side[i] != side[i+1] || side[i] != side[i+2] {
			continue
		}
		if count(near[i:i+3]) < 2 {
			continue
		}
		for j := i; j < i+3; j++ {
			out[j] = out[j] || near[j]
		}
	}
	return out
}

func count(flags []bool) int {
	n := 0
	for _, f := range flags {
		if f {
			n++
		}
	}
	return n
}
