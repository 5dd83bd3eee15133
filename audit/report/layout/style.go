package layout

import (
	"fmt"
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// The house style: every colour, width and number format of the pack, for the
// workbook and the page alike. Colours are told apart by lightness as well as by
// hue (green pale, amber middling, red dark), so that they survive colour
// blindness and a grey printer; and no colour ever stands without its word.
// Contrast of text is at least 4.5 to 1, of lines and bars 3 to 1; a test holds it.

// hex is a colour as RRGGBB.
type hex = string

// A paint is a background and the text upon it.
type paint struct{ back, text hex }

// A palette is all colours of one scheme.
type palette struct {
	page, text, quiet, rule, link hex
	band, head, total, entry      paint
	tones                         [Hidden + 1]paint
	heatLow, heatHigh, heatText   hex
	series                        [6]hex
	limit                         hex
}

var (
	light = palette{
		page: "FFFFFF", text: "1B2530", quiet: "505D69", rule: "8A96A3", link: "004A93",
		band: paint{"003366", "FFFFFF"}, head: paint{"DCE6F1", "12263A"}, total: paint{"F1F4F7", "1B2530"}, entry: paint{"FFF9DB", "1B2530"},
		tones:   [...]paint{Plain: {}, Green: {"B5E2D0", "063D2B"}, Amber: {"F6C343", "3A2600"}, Red: {"A61C2F", "FFFFFF"}, Grey: {"E4E8EC", "3B4753"}, Hidden: {"", "5B6670"}},
		heatLow: "FFFFFF", heatHigh: "8FBFE6", heatText: "1B2530",
		series: [...]hex{"005EA5", "C44E00", "00785A", "A1467E", "6B5B00", "55626E"}, limit: "55626E",
	}
	dark = palette{
		page: "12181F", text: "E8EDF2", quiet: "A9B6C2", rule: "6E7C8A", link: "8FC4FF",
		band: paint{"0B2A4A", "FFFFFF"}, head: paint{"223447", "F1F5F9"}, total: paint{"1C2630", "E8EDF2"}, entry: paint{"332F14", "F3EFD5"},
		tones:   [...]paint{Plain: {}, Green: {"0F5C43", "E3FFF4"}, Amber: {"F0B429", "2B1C00"}, Red: {"F27C7C", "330004"}, Grey: {"38434E", "EDF1F4"}, Hidden: {"", "A9B6C2"}},
		heatLow: "12181F", heatHigh: "1F5F99", heatText: "F4F7FA",
		series: [...]hex{"6CB4EE", "FF9D5C", "4CC9A0", "E39CC6", "E3C14F", "B3BEC9"}, limit: "B3BEC9",
	}
)

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
	case Count, Percent, Rate, Ratio, RAG, Date:
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
		Font:      &excelize.Font{Family: fontName, Size: bodySize, Color: light.text},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	}
	l.dressProse(s)
	l.dressTable(s)
	if l.link {
		s.Font.Color, s.Font.Underline = light.link, "single"
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
		s.Font.Size, s.Font.Bold, s.Font.Color, s.Fill = 18, true, light.band.text, fill(light.band.back)
		s.Alignment = &excelize.Alignment{Horizontal: "left", Vertical: "center", Indent: 1, WrapText: true}
	case inBand:
		s.Font.Color, s.Fill = light.band.text, fill(light.band.back)
		s.Alignment = &excelize.Alignment{Horizontal: "left", Vertical: "center", Indent: 1, WrapText: true}
	case inBack:
		s.Alignment.Vertical = "center"
	case inLead:
		s.Font.Size = 11
	case inHeading:
		s.Font.Size, s.Font.Bold, s.Font.Color = 13, true, light.band.back
		s.Alignment.Vertical = "bottom"
	case inNote:
		s.Font.Size, s.Font.Color = 9, light.quiet
	case inFact:
		s.Font.Bold, s.Border = true, ruled(light.rule, 4, "bottom")
	case inValue:
		s.Border = ruled(light.rule, 4, "bottom")
		s.Alignment.Horizontal = "left"
	case inSign:
		s.Border = ruled(light.text, 1, "bottom")
	}
}

func (l look) dressTable(s *excelize.Style) {
	switch l.role {
	case inHead:
		s.Font.Bold, s.Font.Color, s.Fill = true, light.head.text, fill(light.head.back)
		s.Border = ruled(light.band.back, 2, "bottom")
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
		s.Border, s.Fill = ruled(light.text, 1, "top", "bottom"), fill(light.total.back)
	}
	if l.kind == Entry {
		s.Border, s.Fill = ruled(light.rule, 1, "left", "top", "right", "bottom"), fill(light.entry.back)
	}
	if p := light.tones[l.tone]; l.tone != Plain {
		s.Font.Color = p.text
		if p.back != "" && (l.kind == RAG || l.tone != Grey) {
			s.Fill = fill(p.back)
		}
	}
	if l.kind == RAG {
		s.Font.Bold = true
	}
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

func fill(c hex) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c}}
}

// ruled draws lines at the named sides of a cell.
func ruled(c hex, line int, sides ...string) []excelize.Border {
	var out []excelize.Border
	for _, s := range sides {
		out = append(out, excelize.Border{Type: s, Color: c, Style: line})
	}
	return out
}

// mix gives the colour a share of the way from one to another.
func mix(from, to hex, share float64) hex {
	a, _ := strconv.ParseUint(from, 16, 32)
	b, _ := strconv.ParseUint(to, 16, 32)
	var out uint64
	for shift := 16; shift >= 0; shift -= 8 {
		x, y := float64(a>>shift&0xFF), float64(b>>shift&0xFF)
		out = out<<8 | uint64(math.Round(x+(y-x)*share))
	}
	return fmt.Sprintf("%06X", out)
}
