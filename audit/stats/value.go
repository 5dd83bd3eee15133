package stats

import "math"

// NoUpperLimit is what to print for an upper limit of plus infinity.
const NoUpperLimit = "no upper limit"

// Method names, printed beside a figure.
const (
	MethodWilson           = "Wilson"
	MethodClopperPearson   = "Clopper-Pearson exact"
	MethodNewcombe         = "Newcombe"
	MethodExactPoisson     = "exact Poisson"
	MethodByar             = "Byar"
	MethodDobson           = "Dobson with Byar"
	MethodLog              = "log (Wald)"
	MethodKoopman          = "Koopman score"
	MethodConditionalExact = "exact conditional"
	MethodMidP             = "mid-P conditional"
	MethodRateDifference   = "Zou-Donner on the rates' limits"
	MethodMantelHaenszel   = "Mantel-Haenszel"
)

// Value is one calculated number, or the reason there is none.
type Value struct {
	V   float64
	Why string // why the number is not calculable; empty when V holds
}

// Of wraps a number. One that is not a number becomes not calculable, so that
// a slip in a formula can never be printed as a figure.
func Of(v float64) Value {
	if math.IsNaN(v) {
		return NotCalculable("the formula has no answer for these numbers")
	}
	return Value{V: v}
}

// NotCalculable is the value that does not exist, and why.
func NotCalculable(why string) Value { return Value{Why: why} }

// OK reports whether there is a number.
func (v Value) OK() bool { return v.Why == "" }

// Interval is a confidence interval, or the reason there is none.
type Interval struct {
	Lower, Upper float64 // Upper may be +Inf: no upper limit
	Level        float64 // two-sided confidence level, such as 0.95
	Method       string  // to print beside the figures
	Why          string  // why there is no interval; empty when the limits hold
}

// OK reports whether the limits hold.
func (i Interval) OK() bool { return i.Why == "" }

// Open reports an interval without an upper limit.
func (i Interval) Open() bool { return i.OK() && math.IsInf(i.Upper, 1) }

// Contains reports whether x lies within the limits, ends included.
func (i Interval) Contains(x float64) bool { return i.OK() && i.Lower <= x && x <= i.Upper }

// Scale multiplies both limits by a positive factor.
func (i Interval) Scale(factor float64) Interval {
	if i.OK() {
		i.Lower *= factor
		i.Upper *= factor
	}
	return i
}

// NewInterval makes an interval, or a reason when a limit is not a number.
func NewInterval(lower, upper, level float64, method string) Interval {
	if math.IsNaN(lower) || math.IsNaN(upper) {
		return NoInterval(level, method, "the formula has no limits for these numbers")
	}
	return Interval{Lower: lower, Upper: upper, Level: level, Method: method}
}

// NoInterval is an interval that does not exist, and why.
func NoInterval(level float64, method, why string) Interval {
	return Interval{Level: level, Method: method, Why: why}
}

// Estimate is a number with its interval. Either may be missing for a reason
// of its own.
type Estimate struct {
	Value    Value
	Interval Interval
}

// NoEstimate is an estimate that does not exist, and why.
func NoEstimate(level float64, method, why string) Estimate {
	return Estimate{Value: NotCalculable(why), Interval: NoInterval(level, method, why)}
}

// Reasons shared by several methods.
const (
	WhyLevel         = "the confidence level must lie between 0 and 1"
	WhyNegative      = "counts must not be negative"
	WhyNoDenominator = "the denominator is zero"
	WhyAboveTotal    = "more events than the denominator holds"
	WhyNoEvents      = "no events in either group"
)

// CheckLevel returns why a confidence level is unusable, or "".
func CheckLevel(level float64) string {
	if !(level > 0 && level < 1) {
		return WhyLevel
	}
	return ""
}

// firstWhy returns the first reason given.
func firstWhy(reasons ...string) string {
	for _, why := range reasons {
		if why != "" {
			return why
		}
	}
	return ""
}

// when returns why if the fault is there.
func when(fault bool, why string) string {
	if fault {
		return why
	}
	return ""
}
