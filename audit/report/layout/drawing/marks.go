package drawing

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// seriesColours is how many classes s0, s1 and on the page has colours for.
const seriesColours = 6

// class names a shape's series; colours repeat after the last.
func (s Series) class(kind string) string {
	c := kind + " s" + strconv.Itoa(s.Of%seriesColours)
	if s.Hollow {
		return c + " hollow"
	}
	return c + " full"
}

// tip says what a mark shows.
func (v *canvas) tip(s Series, i int) string {
	what := v.chart.X[i]
	if i < len(v.chart.Names) {
		what = v.chart.Names[i] + ", " + v.chart.X[i]
	}
	return what + ", " + s.Name + ": " + v.chart.Say(s.Values[i])
}

// bars draws the series of each category side by side. Limits are drawn as lines
// across; a hollow point stands where its series does.
func (v *canvas) bars() {
	beside := 0
	place := map[int]int{}
	for _, s := range v.chart.Series {
		if _, ok := place[s.Of]; !ok && !s.Limit {
			place[s.Of], beside = beside, beside+1
		}
	}
	wide := v.slot() * 0.72 / float64(max(beside, 1))
	for _, s := range v.chart.Series {
		if s.Limit {
			v.across(s)
			continue
		}
		for i, value := range s.Values {
			if !math.IsNaN(value) {
				from := (float64(i)+0.14)*v.slot() + float64(place[s.Of])*wide
				v.bar(s, i, from, wide, 0, value)
			}
		}
	}
}

// stacks piles the series of each category up.
func (v *canvas) stacks() {
	height := make([]float64, len(v.chart.X))
	for _, s := range v.chart.Series {
		for i, value := range s.Values {
			if s.Limit || math.IsNaN(value) {
				continue
			}
			v.bar(s, i, (float64(i)+0.18)*v.slot(), v.slot()*0.64, height[i], height[i]+value)
			height[i] += value
		}
		if s.Limit {
			v.across(s)
		}
	}
}

// bar draws one bar of a series, from one value to another.
func (v *canvas) bar(s Series, i int, from, wide, low, high float64) {
	low = max(low, v.values.low)
	if v.chart.Flat {
		a, b, y := v.values.at(low, v.left, v.right), v.values.at(high, v.left, v.right), v.top+from
		v.add(s.class("bar"), path("M", a, y, "H", b, "V", y+wide, "H", a, "Z"), v.tip(s, i))
		return
	}
	a, b, x := v.values.at(low, v.bottom, v.top), v.values.at(high, v.bottom, v.top), v.left+from
	v.add(s.class("bar"), path("M", x, a, "V", b, "H", x+wide, "V", a, "Z"), v.tip(s, i))
}

// at gives where a point lies.
func (v *canvas) at(i int, value float64) (x, y float64) {
	switch {
	case v.chart.Kind == Funnel:
		return v.along.at(v.chart.Over[i], v.left, v.right), v.values.at(value, v.bottom, v.top)
	case v.chart.Flat:
		return v.values.at(value, v.left, v.right), v.top + (float64(i)+0.5)*v.slot()
	}
	return v.left + (float64(i)+0.5)*v.slot(), v.values.at(value, v.bottom, v.top)
}

// across draws a limit through the categories.
func (v *canvas) across(s Series) {
	v.add(v.limitClass(s), v.joined(s), "")
}

// limitClass tells a centre line from the limits around it, by pairs, as the
// workbook does.
func (v *canvas) limitClass(s Series) string {
	n := 0
	for _, o := range v.chart.Series {
		if o.Of == s.Of {
			break
		}
		if o.Limit {
			n++
		}
	}
	return [...]string{"limit", "limit dashed", "limit dashed", "limit dotted", "limit dotted"}[n%5]
}

// joined gives the path through the points of a series, broken at gaps. A funnel's
// limits are joined in the order of their denominators.
func (v *canvas) joined(s Series) string {
	d, pen := "", "M"
	for _, i := range v.order() {
		if math.IsNaN(s.Values[i]) {
			pen = "M"
			continue
		}
		x, y := v.at(i, s.Values[i])
		d += path(pen, x, y)
		pen = "L"
	}
	return d
}

// points draws lines with marks, or marks alone for a funnel.
func (v *canvas) points() {
	for _, s := range v.chart.Series {
		if s.Limit {
			v.across(s)
		} else if v.chart.Kind != Funnel && !s.Hollow {
			v.add("line s"+strconv.Itoa(s.Of%seriesColours), v.joined(s), "")
		}
	}
	for _, s := range v.chart.Series {
		for i, value := range s.Values {
			if !s.Limit && !math.IsNaN(value) {
				x, y := v.at(i, value)
				v.add(s.class("mark"), mark(s.Of, x, y), v.tip(s, i))
			}
		}
	}
}

// mark gives the outline of a series' mark: circle, square, triangle, diamond, so
// that series are told apart by more than colour.
func mark(series int, x, y float64) string {
	const r = markRadius
	switch series % 4 {
	case 1:
		return path("M", x-r, y-r, "h", 2*r, "v", 2*r, "h", -2*r, "Z")
	case 2:
		return path("M", x, y-r-1, "L", x+r+1, y+r, "L", x-r-1, y+r, "Z")
	case 3:
		return path("M", x, y-r-2, "L", x+r+1, y, "L", x, y+r+2, "L", x-r-1, y, "Z")
	}
	return path("M", x-r, y, "a", r, r, 0.0, 1.0, 0.0, 2*r, 0.0, "a", r, r, 0.0, 1.0, 0.0, -2*r, 0.0, "Z")
}

// legend names the series, where there is more than one.
func (v *canvas) legend() {
	if len(v.chart.Series) < 2 {
		return
	}
	for _, s := range v.chart.Series {
		k := Key{Name: s.Name}
		switch kind := v.chart.Kind; {
		case s.Limit:
			k.Shapes = []Shape{{Class: v.limitClass(s), D: "M1 7H35"}}
		case kind == Bars || kind == Stacks:
			k.Shapes = []Shape{{Class: s.class("bar"), D: "M8 1H28V13H8Z"}}
		default:
			if kind == Lines && !s.Hollow {
				k.Shapes = append(k.Shapes, Shape{Class: "line s" + strconv.Itoa(s.Of%seriesColours), D: "M1 7H35"})
			}
			k.Shapes = append(k.Shapes, Shape{Class: s.class("mark"), D: mark(s.Of, 18, 7)})
		}
		v.Legend = append(v.Legend, k)
	}
}

// order gives the points from left to right: a funnel's by their denominators, so
// that its limits are curves and not scribbles.
func (v *canvas) order() []int {
	out := make([]int, len(v.chart.X))
	for i := range out {
		out[i] = i
	}
	if v.chart.Kind == Funnel {
		slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(v.chart.Over[a], v.chart.Over[b]) })
	}
	return out
}
