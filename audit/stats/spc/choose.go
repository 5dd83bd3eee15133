package spc

// Chart is a kind of chart.
type Chart int

// The charts a series of counts can be shown on.
const (
	NoChart    Chart = iota // too short for any line to mean much
	RareEvents              // T or G: time or cases between events
	TrialXmR                // XmR with limits marked as trial
	FullXmR
)

const (
	// RareBelow is the mean count per period under which XmR limits on counts
	// give false alarms too often (at a mean of two, one series in six).
	RareBelow = 5
	// FewestPoints is the length under which nothing but the points is shown.
	FewestPoints = 4
)

// ChartFor says which chart suits a series of so many periods with so many
// events a period on average. It is for series of a whole organisation; cells
// of a cross-table are not charted at all.
func ChartFor(periods int, meanEvents float64) Chart {
	switch {
	case periods < FewestPoints:
		return NoChart
	case !(meanEvents >= RareBelow):
		return RareEvents
	case periods < EnoughPoints:
		return TrialXmR
	}
	return FullXmR
}
