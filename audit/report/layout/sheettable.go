package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"siequity/audit/report/layout/palette"
)

// breadth counts the columns of a table, with those that only a row has.
func (t *Table) breadth() int {
	n := len(t.Columns)
	for _, r := range t.Rows {
		n = max(n, len(r.Cells))
	}
	return n
}

// column gives a column; one that only a row has holds words.
func (t *Table) column(j int) Column {
	if j < len(t.Columns) {
		return t.Columns[j]
	}
	return Column{}
}

// longest counts the characters of the longest cell of a column, its heading's
// longest word included.
func (t *Table) longest(j int) int {
	n := 0
	for word := range strings.FieldsSeq(t.column(j).Title) {
		n = max(n, utf8.RuneCountInString(word))
	}
	for _, r := range t.Rows {
		if j < len(r.Cells) {
			n = max(n, utf8.RuneCountInString(r.Cells[j].Text))
		}
	}
	return n
}

// linked says that a column leads to pages.
func (t *Table) linked(j int) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return j < len(r.Cells) && r.Cells[j].Link != "" })
}

// margin says that a column adds up the others.
func (c Column) margin() bool {
	return c.Total || c.Kind == Count && strings.EqualFold(c.Title, "total")
}

// table writes a heading, the columns, the rows and the notes.
func (p *pen) table(t *Table) {
	p.heading(t.Title)
	p.headRow, p.headTop = p.row, p.high
	p.head(t)
	from, broad := p.row, t.breadth()
	var over []string
	for _, r := range t.Rows {
		over = append(over, p.line(t, r, broad)...)
	}
	if len(t.Rows) == 0 && len(t.Notes) == 0 {
		p.prose("Nothing to list here.", inNote)
	}
	p.help(t, from)
	for _, s := range append(slices.Clone(t.Notes), over...) {
		p.prose(s, inNote)
	}
	p.gap()
}

// head writes the headings of the columns.
func (p *pen) head(t *Table) {
	high := 1
	for j := range t.breadth() {
		c := t.column(j)
		p.text(j+1, c.Title, look{role: inHead, kind: c.Kind, right: c.right()})
		high = max(high, lines(c.Title, p.widths[j]*0.85))
	}
	p.next(float64(high)*lineHeight + 6)
}

// right says that the cells of a column stand at the right.
func (c Column) right() bool { return c.Kind.right() || c.Kind == Words && c.Figure }

// line writes one row, and gives the rest of what was too long for its cells.
func (p *pen) line(t *Table, r Row, broad int) (over []string) {
	high := 1
	for j := range broad {
		var c Cell
		if j < len(r.Cells) {
			c = r.Cells[j]
		}
		over = append(over, p.cell(j+1, c, t.column(j), r.Total)...)
		width := p.widths[j]
		if t.column(j).Kind == Label || r.Total {
			width *= 0.93 // bold
		}
		high = max(high, lines(c.Text, width))
	}
	p.next(float64(high)*lineHeight + 4)
	return over
}

// cell writes one value: a number where it may be calculated with, else words. A
// hidden number is always words, whatever else the cell holds.
func (p *pen) cell(col int, c Cell, of Column, total bool) (over []string) {
	l := look{role: inBody, kind: of.Kind, tone: c.Tone, total: total, right: of.right(), link: c.Link != ""}
	target, linked := p.byID[c.Link]
	l.link = c.Link != "" && linked
	switch v, format, ok := c.value(of.Kind); {
	case ok:
		l.format = format
		p.number(col, v, l)
	case c.Text == "":
		p.dress(col, l)
	default:
		over = p.words(col, c.Text, l)
	}
	if l.link {
		p.link(col, target, c.Text)
	}
	return over
}

// value gives the number to store and the format under which it reads as the text
// of the cell; false where the cell must hold words.
func (c Cell) value(k Kind) (v float64, format string, ok bool) {
	if c.Tone == Hidden {
		return 0, "", false
	}
	if k == Date && !c.IsNum {
		v, ok = serial(c.Text)
		return v, k.format(), ok
	}
	if !c.IsNum || math.IsNaN(c.Number) || math.IsInf(c.Number, 0) {
		return 0, "", false
	}
	if shownNumber(c.Number, k) == c.Text {
		return c.Number, k.format(), true
	}
	format, ok = literal(clean(c.Text))
	return c.Number, format, ok && c.Text != ""
}

// words writes text, and gives the rest of text longer than a cell can be as notes
// to stand under the table.
func (p *pen) words(col int, s string, l look) (over []string) {
	s = clean(s)
	at := ref(col, p.row)
	if units(s) <= cellLimit {
		p.text(col, s, l)
		if len(s) > 500 && float64(lines(s, p.widths[col-1]))*lineHeight > rowHighest {
			over = append(over, at+" holds more than a row can show. Select the cell to read all of it.")
		}
		return over
	}
	const room = 100
	pieces := split(s, cellLimit-room)
	p.text(col, pieces[0]+fmt.Sprintf(" [goes on under the table, at %s]", at), l)
	for k, piece := range pieces[1:] {
		over = append(over, fmt.Sprintf("%s, part %d of %d: %s", at, k+2, len(pieces), piece))
	}
	return over
}

// help adds what makes a table easier to use: shades of a cross-tabulation,
// dropdowns, filters.
func (p *pen) help(t *Table, from int) {
	last := p.row - 1
	if len(t.Rows) == 0 {
		return
	}
	if t.Heat {
		p.shade(t, from)
	}
	for j, c := range t.Columns {
		if c.Kind == Entry && len(c.Choices) > 0 {
			p.choices(c.Choices, fmt.Sprintf("%s:%s", ref(j+1, from), ref(j+1, last)), c.Title)
		}
	}
}

// shade colours the counts of a cross-tabulation by size, its margins left out:
// half the shade at the median, so that one large cell does not whiten the rest.
// Hidden numbers are words, so they take no shade and give nothing away.
func (p *pen) shade(t *Table, from int) {
	var cols, rows []int
	for j, c := range t.Columns {
		if j > 0 && c.Kind.right() && !c.margin() {
			cols = append(cols, j+1)
		}
	}
	for i, r := range t.Rows {
		if !r.Total {
			rows = append(rows, from+i)
		}
	}
	var areas []string
	for _, r := range runs(rows) {
		for _, c := range runs(cols) {
			areas = append(areas, ref(c[0], r[0])+":"+ref(c[1], r[1]))
		}
	}
	if len(areas) == 0 {
		return
	}
	p.do(p.file.SetConditionalFormat(p.sheet, strings.Join(areas, " "), []excelize.ConditionalFormatOptions{{
		Type: "3_color_scale", Criteria: "=", MinType: "min", MidType: "percentile", MidValue: "50", MaxType: "max",
		MinColor: "#" + light.HeatLow, MidColor: "#" + palette.Mix(light.HeatLow, light.HeatHigh, 0.5), MaxColor: "#" + light.HeatHigh}}))
}

// runs gives the first and last of each run of neighbours.
func runs(of []int) (out [][2]int) {
	for _, n := range of {
		if k := len(out) - 1; k >= 0 && out[k][1] == n-1 {
			out[k][1] = n
		} else {
			out = append(out, [2]int{n, n})
		}
	}
	return out
}

// choices puts a dropdown on an area. A list too long for a validation, or with a
// comma in a choice, stands on the hidden sheet.
func (p *pen) choices(list []string, area, title string) {
	list = cleaned(list)
	v := excelize.NewDataValidation(true)
	v.Sqref = area
	v.SetError(excelize.DataValidationErrorStyleWarning, "Not in the list", "Choose from the list, or keep what you wrote.")
	joined := strings.Join(list, ",")
	plain := units(joined) <= 250 && !slices.ContainsFunc(list, func(s string) bool { return strings.ContainsAny(s, ",\"\n") })
	if plain {
		p.do(v.SetDropList(list))
	} else {
		p.lists = append(p.lists, list)
		name, _ := excelize.ColumnNumberToName(len(p.lists))
		v.SetSqrefDropList(fmt.Sprintf("%s!$%s$1:$%s$%d", quote(p.names[len(p.pages)]), name, name, len(list)))
	}
	p.do(p.file.AddDataValidation(p.sheet, v))
}
