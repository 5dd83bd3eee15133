package layout

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"siequity/audit/report/layout/palette"
)

const (
	chartWidth = 880 // pixels
	rowPixels  = 20
)

// rowsHigh is how many rows of a sheet a chart covers.
func (c *Chart) rowsHigh() int {
	if !c.sideways() {
		return 18
	}
	return min(40, max(14, 8+len(c.X)*max(1, len(c.Series)*boolInt(c.Kind == Bars))))
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// chart draws a native chart, with its figures under it.
func (p *pen) chart(c *Chart) {
	if len(c.X) == 0 || len(c.Series) == 0 {
		p.heading(c.Title)
		p.prose(first(c.Alt, "Nothing to draw."), inNote)
		p.gap()
		return
	}
	head := 0
	at, high, plots := ref(1, p.row), c.rowsHigh(), c.plots()
	p.together(func() {
		for range high + 1 {
			p.next(rowPixels * 0.75)
		}
		if c.Alt != "" {
			p.prose(c.Alt, inNote)
		}
	})
	p.together(func() {
		head = p.row
		p.figures(c, plots)
		for _, s := range c.Notes {
			p.prose(s, inNote)
		}
		p.gap()
	})
	main, over := p.native(c, plots, head, high)
	p.do(p.file.AddChart(p.sheet, at, main, over...))
}

// figures writes the table a chart is drawn from. A gap is an empty cell, so that
// Excel leaves a gap too and nothing reads as nought.
func (p *pen) figures(c *Chart, plots []plotted) {
	p.text(1, first(c.XTitle, "Point"), look{role: inHead})
	tall := 1
	for k, s := range plots {
		p.text(k+2, s.Name, look{role: inHead, kind: Count, right: true})
		tall = max(tall, lines(s.Name, p.widths[k+1]*0.8))
	}
	if len(c.Names) > 0 {
		p.text(len(plots)+2, "Point", look{role: inHead})
	}
	p.next(float64(tall)*lineHeight + 6)
	kind := c.decimals()
	xs, numeric := c.numbers()
	for _, i := range c.order() {
		x := c.X[i]
		tall := lines(x, p.widths[0]*0.93)
		label := look{role: inBody, kind: Label}
		if numeric && c.Kind == Funnel {
			p.number(1, xs[i], look{role: inBody, kind: Count, format: Count.format()})
		} else {
			p.text(1, x, label)
		}
		for k, s := range plots {
			l := look{role: inBody, kind: kind, right: true, format: kind.format()}
			if pt := s.Points[i]; pt.Gap {
				p.dress(k+2, l)
			} else {
				p.number(k+2, pt.Value, l)
			}
		}
		if i < len(c.Names) {
			p.text(len(plots)+2, c.Names[i], look{role: inBody})
			tall = max(tall, lines(c.Names[i], p.widths[len(plots)+1]))
		}
		p.next(float64(tall)*lineHeight + 4)
	}
}

// native makes the chart that excelize is to write, and the lines over it where
// limits cross bars.
func (p *pen) native(c *Chart, plots []plotted, head, high int) (main *excelize.Chart, over []*excelize.Chart) {
	main = c.frame(high)
	if len(plots) == 1 {
		main.Legend.Position = "none"
	}
	bars := c.kind() == Bars || c.kind() == Stacked
	lines := &excelize.Chart{Type: excelize.Line, Legend: main.Legend, XAxis: main.XAxis, YAxis: main.YAxis, ShowBlanksAs: main.ShowBlanksAs}
	limits := 0
	for k, s := range plots {
		one := p.series(c, s, k+2, head)
		if s.Limit {
			one.Line.Dash = limitDashes[limits%len(limitDashes)]
			limits++
		}
		if s.Limit && bars {
			lines.Series = append(lines.Series, one)
		} else {
			main.Series = append(main.Series, one)
		}
	}
	switch {
	case len(main.Series) == 0:
		main.Type, main.Series = excelize.Line, lines.Series
	case len(lines.Series) > 0:
		over = append(over, lines)
	}
	return main, over
}

// frame makes a chart without its series: size, titles, axes and what it says to
// those who cannot see it.
func (c *Chart) frame(high int) *excelize.Chart {
	title := func(s string, size float64) excelize.ChartTitle {
		if s == "" {
			return excelize.ChartTitle{}
		}
		return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: clean(s), Font: &excelize.Font{Family: fontName, Size: size, Bold: true, Color: light.Text}}}}
	}
	font := excelize.Font{Family: fontName, Size: 9, Color: light.Text}
	gap := uint(60)
	out := &excelize.Chart{
		Type: c.native(), Title: title(c.Title, 12),
		Format:       excelize.GraphicOptions{AltText: shorten(clean(first(c.Alt, c.Title)), excelize.MaxGraphicAltTextLength), Name: shorten(clean(first(c.ID, c.Title)), 100), Positioning: "oneCell"},
		Dimension:    excelize.ChartDimension{Width: chartWidth, Height: uint(high * rowPixels)},
		Legend:       excelize.ChartLegend{Position: "bottom", Font: &font},
		ShowBlanksAs: "gap",
		XAxis:        excelize.ChartAxis{Title: title(c.XTitle, 9), Font: font, ReverseOrder: c.sideways()},
		YAxis:        excelize.ChartAxis{Title: title(c.YTitle, 9), Font: font, MajorGridLines: true},
		VaryColors:   new(bool),
		GapWidth:     &gap,
		Border:       excelize.LineOptions{Type: excelize.LineNone},
	}
	out.YAxis.NumFmt.CustomNumFmt = "#,##0.##"
	if c.decimals() == Count {
		out.YAxis.NumFmt.CustomNumFmt = "#,##0"
	}
	if out.YAxis.Minimum, out.YAxis.Maximum = c.span(); c.percentages() {
		out.YAxis.MajorUnit = percentStep
	}
	if c.kind() == Funnel {
		out.XAxis.NumFmt.CustomNumFmt = "#,##0"
	}
	return out
}

// percentStep is how far apart the ticks of an axis of percentages are.
const percentStep = 20

// percentages says that all values are shares of a whole. Their axis runs from 0 to
// 100, so that a point or two look like what they are and nothing is above the whole.
func (c *Chart) percentages() bool {
	if !strings.Contains(c.YTitle, "(%)") {
		return false
	}
	for _, s := range c.plots() {
		for _, p := range s.Points {
			if !p.Gap && (p.Value < 0 || p.Value > 100) {
				return false
			}
		}
	}
	return true
}

// span is where the axis of the values begins and ends: of percentages at 0 and 100,
// of bars at nought, since they are compared by their length. nil leaves an end to the
// spreadsheet.
func (c *Chart) span() (from, to *float64) {
	if c.percentages() {
		return new(0.0), new(100.0)
	}
	if k := c.kind(); k != Bars && k != Stacked {
		return nil, nil
	}
	for _, s := range c.Series {
		for _, p := range s.Points {
			if p.Value < 0 {
				return nil, nil
			}
		}
	}
	return new(0.0), nil
}

// limitDashes tell a centre line (first, unbroken) from the limits around it, by
// pairs.
var limitDashes = [...]excelize.LineDashType{excelize.LineDashSolid, excelize.LineDashDash, excelize.LineDashDash, excelize.LineDashSysDot, excelize.LineDashSysDot}

func (c *Chart) native() excelize.ChartType {
	switch kind, flat := c.kind(), c.sideways(); {
	case kind == Funnel:
		return excelize.Scatter
	case kind == Lines:
		return excelize.Line
	case kind == Stacked && flat:
		return excelize.BarStacked
	case kind == Stacked:
		return excelize.ColStacked
	case flat:
		return excelize.Bar
	}
	return excelize.Col
}

// markers tell lines apart where colours do not.
var markers = [...]string{"circle", "square", "triangle", "diamond", "x", "plus"}

func (p *pen) series(c *Chart, s plotted, col, head int) excelize.ChartSeries {
	at := func(col, from, to int) string {
		name, _ := excelize.ColumnNumberToName(col)
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", quote(p.sheet), name, from, name, to)
	}
	color := light.Series[s.of%len(light.Series)]
	name, _, _ := strings.Cut(at(col, head, head), ":")
	out := excelize.ChartSeries{Name: name, Categories: at(1, head+1, head+len(c.X)), Values: at(col, head+1, head+len(c.X)), Fill: fill(color)}
	kind := c.kind()
	switch {
	case s.Limit:
		out.Fill = fill(light.Limit)
		out.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 1}
		out.Marker = excelize.ChartMarker{Symbol: "none"}
	case kind == Bars || kind == Stacked:
		if s.hollow {
			out.Fill = fill(palette.Mix(color, light.Page, 0.6))
		}
	default:
		out.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 2}
		if s.hollow || kind == Funnel {
			out.Line = excelize.LineOptions{Type: excelize.LineNone}
		}
		out.Marker = marker(s, color)
	}
	return out
}

func marker(s plotted, color palette.Hex) excelize.ChartMarker {
	m := excelize.ChartMarker{Symbol: markers[s.of%len(markers)], Size: 8, Fill: fill(color)}
	m.Border = excelize.LineOptions{Type: excelize.LineSolid, Width: 1.5, Fill: fill(color)}
	if s.hollow {
		m.Fill = fill(palette.Mix(color, light.Page, 0.75))
	}
	return m
}
