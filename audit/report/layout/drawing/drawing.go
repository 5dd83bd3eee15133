package drawing

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Kind is a way of drawing.
type Kind uint8

// The kinds. Bars stand, or lie down where the chart says so.
const (
	Bars   Kind = iota // beside one another
	Stacks             // piled up
	Lines              // points joined
	Funnel             // points over numbers
)

// A Chart is what is to be drawn.
type Chart struct {
	Kind           Kind
	Flat           bool // bars lie down
	Percent        bool // values are shares of a whole: the axis is all of it
	XTitle, YTitle string
	X              []string  // the categories
	Over           []float64 // a funnel's denominators, one per X
	Names          []string  // of points, said when pointed at; may be missing
	Series         []Series
	Say            func(float64) string // writes a value
}

// A Series is drawn as one. Of is the series of the reader's that it belongs to,
// and gives its colour and mark: its finished points and its unfinished, hollow
// ones share it. A Limit is a thin line without marks.
type Series struct {
	Name          string
	Of            int
	Hollow, Limit bool
	Values        []float64 // one per X; NaN is a gap
}

// A Drawing is a chart as shapes and words, in units of which a letter is about
// seven wide. Colours are classes, so that it follows the scheme of the page it
// stands in.
type Drawing struct {
	Width, Height float64
	Empty         bool
	Shapes        []Shape
	Words         []Word
	Legend        []Key
}

// A Shape is a path with a class; Tip says what it shows when pointed at.
type Shape struct{ Class, D, Tip string }

// A Word is a piece of text at a place.
type Word struct {
	X, Y                float64
	Anchor, Text, Class string
	Upright             bool
}

// A Key is one line of the legend; there is none for a single series.
type Key struct {
	Name   string
	Shapes []Shape
}

const (
	width       = 800.0
	letterWidth = 7.0
	lineSkip    = 16.0
	markRadius  = 5.0
)

// A canvas draws one chart: where its plotting area lies, and its two axes.
type canvas struct {
	Drawing
	chart                    Chart
	left, top, right, bottom float64
	values                   axis // of the values
	along                    axis // of a funnel's denominators
}

// Draw lays a chart out. One without categories or series is Empty.
func Draw(c Chart) Drawing {
	v := &canvas{chart: c, Drawing: Drawing{Width: width, Height: 380}}
	if len(c.X) == 0 || len(c.Series) == 0 {
		v.Empty = true
		return v.Drawing
	}
	v.scale()
	v.place()
	v.frame()
	v.labels()
	switch c.Kind {
	case Bars:
		v.bars()
	case Stacks:
		v.stacks()
	default:
		v.points()
	}
	v.legend()
	return v.Drawing
}

// scale finds the axes.
func (v *canvas) scale() {
	low, high := math.Inf(1), math.Inf(-1)
	sums := make([]float64, len(v.chart.X))
	for _, s := range v.chart.Series {
		for i, value := range s.Values {
			if !math.IsNaN(value) {
				low, high = min(low, value), max(high, value)
				sums[i] += max(value, 0)
			}
		}
	}
	if v.chart.Kind == Stacks {
		for _, sum := range sums {
			high = max(high, sum)
		}
	}
	if math.IsInf(low, 1) {
		low, high = 0, 1
	}
	v.values = niceAxis(low, high, v.chart.Kind == Bars || v.chart.Kind == Stacks)
	if v.chart.Percent {
		v.values = axis{0, 100, 20}
	}
	if v.chart.Kind == Funnel {
		first, last := v.chart.Over[0], v.chart.Over[0]
		for _, x := range v.chart.Over {
			first, last = min(first, x), max(last, x)
		}
		v.along = niceAxis(first, last, true)
	}
}

// place finds the plotting area, with room for the labels of the categories.
func (v *canvas) place() {
	v.top, v.right = 12, v.Width-16
	if v.chart.Flat {
		longest := 0
		for _, x := range v.chart.X {
			for _, line := range broken(x, 34) {
				longest = max(longest, utf8.RuneCountInString(line))
			}
		}
		v.left = 40 + float64(longest)*letterWidth
		each := 26.0
		if v.chart.Kind == Bars {
			each = max(each, 18*float64(len(v.chart.Series))+10)
		}
		v.Height = v.top + each*float64(len(v.chart.X)) + 62
		v.bottom = v.Height - 62
		return
	}
	v.left = 44 + letterWidth*float64(max(len(v.values.say(v.values.low)), len(v.values.say(v.values.high))))
	v.bottom = v.Height - 46 - lineSkip*float64(v.labelLines())
}

// slot is the width of a category.
func (v *canvas) slot() float64 {
	if v.chart.Flat {
		return (v.bottom - v.top) / float64(len(v.chart.X))
	}
	return (v.right - v.left) / float64(len(v.chart.X))
}

// every is how many categories go to one label, so that labels do not touch.
func (v *canvas) every() int {
	if v.chart.Kind == Bars || v.chart.Kind == Stacks || v.chart.Kind == Funnel {
		return 1
	}
	longest := 0
	for _, x := range v.chart.X {
		longest = max(longest, utf8.RuneCountInString(x))
	}
	return max(1, int(math.Ceil((float64(longest)+1)*letterWidth/((v.Width-80)/float64(len(v.chart.X))))))
}

// letters is how many letters a label has room for.
func (v *canvas) letters() int {
	return max(4, int((v.Width-80)/float64(len(v.chart.X))*float64(v.every())/letterWidth)-1)
}

func (v *canvas) labelLines() int {
	n := 1
	if v.chart.Kind != Funnel {
		for _, x := range v.chart.X {
			n = max(n, len(broken(x, v.letters())))
		}
	}
	return n
}

// broken breaks a label between words into lines of at most so many letters.
func broken(s string, room int) []string {
	var out []string
	line := ""
	for w := range strings.FieldsSeq(s) {
		switch {
		case line == "":
			line = w
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) <= room:
			line += " " + w
		default:
			out, line = append(out, line), w
		}
	}
	return append(out, line)
}

func (v *canvas) add(class, d, tip string) { v.Shapes = append(v.Shapes, Shape{class, d, tip}) }

func (v *canvas) say(x, y float64, anchor, text, class string) {
	v.Words = append(v.Words, Word{X: tenth(x), Y: tenth(y), Anchor: anchor, Text: text, Class: class})
}

// frame draws the grid, its values and the titles of the axes.
func (v *canvas) frame() {
	flat := v.chart.Flat
	for _, t := range v.values.ticks() {
		if flat {
			x := v.values.at(t, v.left, v.right)
			v.add("grid", path("M", x, v.top, "V", v.bottom), "")
			v.say(x, v.bottom+18, "middle", v.values.say(t), "")
		} else {
			y := v.values.at(t, v.bottom, v.top)
			v.add("grid", path("M", v.left, y, "H", v.right), "")
			v.say(v.left-8, y+4, "end", v.values.say(t), "")
		}
	}
	below, beside := v.chart.XTitle, v.chart.YTitle
	if flat {
		below, beside = beside, below
	}
	v.say((v.left+v.right)/2, v.Height-10, "middle", below, "axis")
	v.say(16, (v.top+v.bottom)/2, "middle", beside, "axis")
	v.Words[len(v.Words)-1].Upright = true
}

// labels writes the categories, or the denominators of a funnel.
func (v *canvas) labels() {
	switch {
	case v.chart.Kind == Funnel:
		v.add("base", path("M", v.left, v.bottom, "H", v.right), "")
		for _, t := range v.along.ticks() {
			v.say(v.along.at(t, v.left, v.right), v.bottom+18, "middle", v.along.say(t), "")
		}
	case v.chart.Flat:
		x := v.values.at(max(v.values.low, min(0, v.values.high)), v.left, v.right)
		v.add("base", path("M", x, v.top, "V", v.bottom), "")
		for i, name := range v.chart.X {
			ls := broken(name, 34)
			y := v.top + (float64(i)+0.5)*v.slot() + 4 - float64(len(ls)-1)*7
			for k, line := range ls {
				v.say(v.left-8, y+float64(k)*14, "end", line, "")
			}
		}
	default:
		v.add("base", path("M", v.left, v.bottom, "H", v.right), "")
		for i := 0; i < len(v.chart.X); i += v.every() {
			for k, line := range broken(v.chart.X[i], v.letters()) {
				v.say(v.left+(float64(i)+0.5)*v.slot(), v.bottom+18+float64(k)*lineSkip, "middle", line, "")
			}
		}
	}
}

// path writes commands and numbers, to a tenth.
func path(parts ...any) string {
	var b strings.Builder
	for i, p := range parts {
		switch p := p.(type) {
		case string:
			b.WriteString(p)
		case float64:
			if _, number := parts[max(i-1, 0)].(float64); number {
				b.WriteByte(' ')
			}
			b.WriteString(strconv.FormatFloat(tenth(p), 'f', -1, 64))
		}
	}
	return b.String()
}

func tenth(v float64) float64 { return math.Round(v*10) / 10 }
