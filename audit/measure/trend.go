package measure

import (
	"siequity/audit/stats"
	"siequity/audit/stats/spc"
)

// A Trend is a measure of a whole organisation over periods, with the chart that
// suits it. Cells of a cross-tabulation are never charted: their noise would cry
// wolf.
type Trend struct {
	Measure string
	Points  []TrendPoint
	Chart   spc.Chart
	XmR     spc.XmRChart // of the complete periods; zero when Chart asks for none
	Words   string
}

// A TrendPoint is one period of a trend.
type TrendPoint struct {
	Period     string
	Figure     Figure
	Incomplete bool // the period was not over when the exports were made: shown hollow, left out of limits
}

// TrendOf charts a measure over the periods, in order. incomplete reports the
// periods that were not over.
func (b *Book) TrendOf(id string, at Place, periods []string, incomplete func(string) bool) Trend {
	t := Trend{Measure: id}
	var y []float64
	cases := 0
	for _, p := range periods {
		at.Period = p
		point := TrendPoint{Period: p, Figure: Of(b.Sum(id, at, "")), Incomplete: incomplete(p)}
		t.Points = append(t.Points, point)
		if point.Figure.Known() && !point.Incomplete {
			y = append(y, point.Figure.Percent)
			cases += point.Figure.Denominator
		}
	}
	mean := 0.0
	if len(y) > 0 {
		mean = float64(cases) / float64(len(y))
	}
	t.Chart = spc.ChartFor(len(y), mean)
	switch t.Chart {
	case spc.TrialXmR, spc.FullXmR:
		t.XmR = spc.XmR(y, spc.Options{})
	}
	t.Words = chartWords(t.Chart, len(y))
	return t
}

func chartWords(c spc.Chart, n int) string {
	switch c {
	case spc.NoChart:
		return "too few periods for limits: read the points alone"
	case spc.RareEvents:
		return "too few cases in a period for control limits; the points alone are shown"
	case spc.TrialXmR:
		return "trial limits: fewer than 12 complete periods, so a signal is a question, not a finding"
	}
	return "XmR chart: limits from the average moving range"
}

// Change compares a measure in two periods: Newcombe's interval for the
// difference of two proportions, in percentage points.
func Change(now, before Figure) stats.Estimate {
	e := stats.NewcombeDifference(float64(now.Numerator), float64(now.Denominator), float64(before.Numerator), float64(before.Denominator), Level)
	if e.Value.OK() {
		e.Value = stats.Of(e.Value.V * 100)
	}
	e.Interval = e.Interval.Scale(100)
	return e
}
