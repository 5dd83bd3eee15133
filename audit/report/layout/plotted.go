package layout

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"siequity/audit/report/layout/drawing"
)

// A plotted series is what is drawn as one: the finished points of a series, its
// unfinished ones, or a limit.
type plotted struct {
	Series
	hollow bool
	of     int // the series it belongs to, which gives colour and marker
}

// plots splits each series into its full and its hollow points, so that an
// incomplete period is not joined to complete ones.
func (c *Chart) plots() []plotted {
	var out []plotted
	for i, s := range c.Series {
		full, hollow := s, s
		full.Points, hollow.Points = make([]Point, len(c.X)), make([]Point, len(c.X))
		any := false
		for k := range c.X {
			full.Points[k], hollow.Points[k] = Point{Gap: true}, Point{Gap: true}
			if k >= len(s.Points) || s.Points[k].Gap || math.IsNaN(s.Points[k].Value) || math.IsInf(s.Points[k].Value, 0) {
				continue
			}
			if s.Points[k].Hollow && !s.Limit {
				hollow.Points[k], any = s.Points[k], true
			} else {
				full.Points[k] = s.Points[k]
			}
		}
		out = append(out, plotted{Series: full, of: i})
		if any {
			hollow.Name = joined(" ", s.Name, "(incomplete)")
			out = append(out, plotted{Series: hollow, hollow: true, of: i})
		}
	}
	return out
}

// columns counts the columns that the figures of a chart take after its labels.
func (c *Chart) columns() int {
	n := len(c.plots())
	if len(c.Names) > 0 {
		n++
	}
	return n
}

// decimals gives how many places the values of a chart need: none for counts.
func (c *Chart) decimals() Kind {
	most := 0.0
	kind := Count
	for _, s := range c.plots() {
		for _, pt := range s.Points {
			if most = max(most, math.Abs(pt.Value)); pt.Value != math.Trunc(pt.Value) {
				kind = Rate
			}
		}
	}
	if kind == Rate && most < 3 {
		return Ratio
	}
	return kind
}

// numbers reads the X of a funnel; false where one is no number.
func (c *Chart) numbers() ([]float64, bool) {
	out := make([]float64, len(c.X))
	for i, s := range c.X {
		v, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(s), ",", ""), 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, false
		}
		out[i] = v
	}
	return out, len(out) > 0
}

// kind gives how the chart can be drawn: a funnel needs numbers along its X.
func (c *Chart) kind() ChartKind {
	if _, ok := c.numbers(); c.Kind == Funnel && !ok {
		return Lines
	}
	return c.Kind
}

// limited says that a limit is drawn across the chart.
func (c *Chart) limited() bool {
	return slices.ContainsFunc(c.Series, func(s Series) bool { return s.Limit })
}

// sideways says that bars lie down, because their labels are long or many. Under
// a limit they stand: Excel draws no line down a chart.
func (c *Chart) sideways() bool {
	if c.limited() {
		return false
	}
	longest := 0
	for _, s := range c.X {
		longest = max(longest, utf8.RuneCountInString(s))
	}
	return (c.Kind == Bars || c.Kind == Stacked) && (longest > 16 || len(c.X) > 12)
}

// order gives the points of a chart from left to right: a funnel's by their
// denominators, so that its limits are curves and not scribbles.
func (c *Chart) order() []int {
	out := make([]int, len(c.X))
	for i := range out {
		out[i] = i
	}
	if xs, ok := c.numbers(); ok && c.Kind == Funnel {
		slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(xs[a], xs[b]) })
	}
	return out
}

// toDraw readies a chart for the page.
func (c *Chart) toDraw() drawing.Chart {
	decimals := c.decimals()
	out := drawing.Chart{Kind: drawing.Kind(c.kind()), Percent: c.percentages(), Flat: c.sideways(), XTitle: clean(c.XTitle), YTitle: clean(c.YTitle), X: cleaned(c.X), Names: cleaned(c.Names),
		Say: func(v float64) string { return shownNumber(v, decimals) }}
	out.Over, _ = c.numbers()
	for _, s := range c.plots() {
		one := drawing.Series{Name: clean(s.Name), Of: s.of, Hollow: s.hollow, Limit: s.Limit}
		for _, pt := range s.Points {
			if pt.Gap {
				pt.Value = math.NaN()
			}
			one.Values = append(one.Values, pt.Value)
		}
		out.Series = append(out.Series, one)
	}
	return out
}
