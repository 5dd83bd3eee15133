package spc

import (
	"math"

	"siequity/audit/stats"
	"siequity/audit/stats/dist"
)

// Runs is Anhoej's test of a run chart: too long a run on one side of the
// centre line, or too few crossings of it, is a shift.
type Runs struct {
	Useful       int         // points not on the centre line
	Longest      stats.Value // points of the longest run
	LongestMax   stats.Value // longest expected (Schilling 2012)
	Crossings    stats.Value
	CrossingsMin stats.Value // fewest expected (Chen 2010)
	Signal       bool
}

// AnhoejRuns tests y against a centre line, usually its Median.
func AnhoejRuns(y []float64, centre float64) Runs {
	var dir []int
	for _, v := range y {
		if s := sign(v - centre); s != 0 {
			dir = append(dir, s)
		}
	}
	if len(dir) == 0 {
		none := stats.NotCalculable("every point lies on the centre line")
		return Runs{Longest: none, LongestMax: none, Crossings: none, CrossingsMin: none}
	}
	longest, crossings := runLengths(dir)
	most := int(math.RoundToEven(math.Log2(float64(len(dir))))) + 3
	fewest := dist.BinomialQuantile(0.05, len(dir)-1, 0.5)
	return Runs{
		Useful: len(dir), Longest: stats.Of(float64(longest)), LongestMax: stats.Of(float64(most)),
		Crossings: stats.Of(float64(crossings)), CrossingsMin: stats.Of(float64(fewest)),
		Signal: longest > most || crossings < fewest,
	}
}

func runLengths(dir []int) (longest, crossings int) {
	run := 0
	for i, d := range dir {
		if i > 0 && d != dir[i-1] {
			crossings++
			run = 0
		}
		run++
		longest = max(longest, run)
	}
	return longest, crossings
}
