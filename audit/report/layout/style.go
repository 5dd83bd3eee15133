package layout

import (
	"github.com/xuri/excelize/v2"

	"siequity/audit/report/layout/palette"
)

// The house style: how wide a column is, how a number is written, and how a cell of
// each role looks. Colours are palette's. Every width and format of the workbook is
// here, and no colour ever stands without its word.

// light is the scheme of the workbook, which has no dark one.
var light = palette.Light

const (
	fontName = "Arial"
	bodySize = 10.0
	// lineHeight is one line of body text, in points.
	lineHeight = 13.5
	// proseWidth is how wide paragraphs run, in characters. A page of A4 landscape
	// holds about 130 at full size.
	proseWidth = 110.0
	sheetZoom  = 110.0
)

// width of a column by its kind, in characters of the body font. Words has three,
// by its longest text, so that "12 of 15" does not stand in a paragraph's column.
func (k Kind) width(longest int) float64 {
	switch k {
	case Label:
		return 34
	case RAG:
		return min(max(13, float64(longest)*1.1+1), 26) // a share with its counts stays on one line
	case Count, Percent, Rate, Ratio, Date:
		return 13
	case Entry:
		return 20
	}
	switch {
	case longest <= 20:
		return 18
	case longest <= 40:
		return 30
	}
	return 48
}

// format of a number by the kind of its column, in Excel's language.
func (k Kind) format() string {
	switch k {
	case Percent:
		return `0.0"%"`
	case Rate:
		return "#,##0.0"
	case Ratio:
		return "#,##0.00"
	case Date:
		return "yyyy-mm-dd"
	}
	return "#,##0"
}

// right says that cells of the kind stand at the right, digit under digit.
func (k Kind) right() bool { return k == Count || k == Percent || k == Rate || k == Ratio }

// A role is what a cell does on the sheet.
type role uint8

const (
	inTitle   role = iota // the page's title
	inBand                // organisation, period and marking under it
	inBack                // the way back to the contents
	inLead                // what the page says
	inHeading             // of a text, a table or a chart
	inProse               // a paragraph
	inNote                // under a table
	inFact                // the label of a fact
	inValue               // its value
	inSign                // a value to sign on
	inHead                // a column's heading
	inBody                // a cell of a table
)

// A look is everything that decides a cell's style.
type look struct {
	role   role
	kind   Kind
	tone   Tone
	total  bool
	right  bool
	link   bool
	format string // of a number, where the cell is one
}

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: bodySize, Color: light.Text},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	}
	l.dressProse(s)
	l.dressTable(s)
	if l.link {
		s.Font.Color, s.Font.Underline = light.Link, "single"
	}
	if l.format != "" {
		format := l.format
		s.CustomNumFmt = &format
	}
	return s
}

func (l look) dressProse(s *excelize.Style) {
	switch l.role {
	case inTitle:
		s.Font.Size, s.Font.Bold, s.Font.Color, s.Fill = 18, true, light.Band.Text, fill(light.Band.Back)
		s.Alignment = &excelize.Alignment{Horizontal: "left", Vertical: "center", Indent: 1, WrapText: true}
	case inBand:
		s.Font.Color, s.Fill = light.Band.Text, fill(light.Band.Back)
		s.Alignment = &excelize.Alignment{Horizontal: "left", Vertical: "center", Indent: 1, WrapText: true}
	case inBack:
		s.Alignment.Vertical = "center"
	case inLead:
		s.Font.Size = 11
	case inHeading:
		s.Font.Size, s.Font.Bold, s.Font.Color = 13, true, light.Band.Back
		s.Alignment.Vertical = "bottom"
	case inNote:
		s.Font.Size, s.Font.Color = 9, light.Quiet
	case inFact:
		s.Font.Bold, s.Border = true, ruled(light.Rule, 4, "bottom")
	case inValue:
		s.Border = ruled(light.Rule, 4, "bottom")
		s.Alignment.Horizontal = "left"
	case inSign:
		s.Border = ruled(light.Text, 1, "bottom")
	}
}

func (l look) dressTable(s *excelize.Style) {
	switch l.role {
	case inHead:
		s.Font.Bold, s.Font.Color, s.Fill = true, light.Head.Text, fill(light.Head.Back)
		s.Border = ruled(light.Band.Back, 2, "bottom")
		s.Alignment.Vertical = "bottom"
		l.align(s)
	case inBody:
		l.dressCell(s)
	}
}

func (l look) dressCell(s *excelize.Style) {
	s.Alignment.Vertical = "center"
	s.Alignment.WrapText = l.format == ""
	s.Border = ruled("D3D9DF", 1, "bottom")
	s.Font.Bold = l.kind == Label || l.total
	l.align(s)
	if l.total {
		s.Border, s.Fill = ruled(light.Text, 1, "top", "bottom"), fill(light.Total.Back)
	}
	if l.kind == Entry {
		s.Border, s.Fill = ruled(light.Rule, 1, "left", "top", "right", "bottom"), fill(light.Entry.Back)
	}
	if l.tone != Plain {
		p := paintOf(l.tone)
		s.Font.Color = p.Text
		if p.Back != "" && (l.kind == RAG || l.tone != Grey) {
			s.Fill = fill(p.Back)
		}
	}
	if l.kind == RAG {
		s.Font.Bold = true
	}
}

// paintOf gives the colours of a tone. A hidden number has no ground of its own.
func paintOf(t Tone) palette.Paint {
	switch t {
	case Green:
		return light.Green
	case Amber:
		return light.Amber
	case Red:
		return light.Red
	case Grey:
		return light.Grey
	case Hidden:
		return palette.Paint{Text: light.Hidden}
	}
	return palette.Paint{Text: light.Text}
}

// align puts digit under digit, with a little room before the next column.
func (l look) align(s *excelize.Style) {
	switch {
	case l.kind == RAG:
		s.Alignment.Horizontal = "center"
	case l.right:
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1
	default:
		s.Alignment.Horizontal = "left"
	}
}

func fill(c palette.Hex) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c}}
}

// ruled draws lines at the named sides of a cell.
func ruled(c palette.Hex, line int, sides ...string) []excelize.Border {
	var out []excelize.Border
	for _, s := range sides {
		out = append(out, excelize.Border{Type: s, Color: c, Style: line})
	}
	return out
}
