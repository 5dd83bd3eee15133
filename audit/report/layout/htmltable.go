package layout

import (
	"slices"
	"strconv"

	"siequity/audit/report/layout/palette"
)

func webTableOf(t *Table, taken anchors, pages map[string]string) *webTable {
	out := &webTable{ID: taken.take("table-" + t.ID), Title: clean(first(t.Title, t.ID)), Notes: cleaned(t.Notes), Sortable: len(t.Rows) > 2 && !t.links(), Short: len(t.Rows) <= 15}
	for j := range t.breadth() {
		out.Columns = append(out.Columns, webColumn{Title: clean(t.column(j).Title), Class: t.class(j)})
	}
	shades := t.shades()
	for i, r := range t.Rows {
		row := webRow{Total: r.Total}
		for j, column := range out.Columns {
			var c Cell
			if j < len(r.Cells) {
				c = r.Cells[j]
			}
			w := webCellOf(c, t.column(j).Kind, pages)
			w.Class = joined(" ", column.Class, tones[c.Tone])
			if n, ok := shades[[2]int{i, j}]; ok {
				w.Class += " heat" + strconv.Itoa(n)
			}
			if j == 0 {
				row.Head = w
			} else {
				row.Cells = append(row.Cells, w)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	if len(t.Rows) == 0 && len(t.Notes) == 0 {
		out.Notes = []string{"Nothing to list here."}
	}
	return out
}

// class names how the cells of a column are laid out.
func (t *Table) class(j int) string {
	switch c := t.column(j); {
	case c.Kind == RAG:
		return "rag"
	case c.Kind == Entry:
		return "entry"
	case c.right():
		return "num"
	case c.Kind == Date:
		return "date"
	case c.Kind == Words && t.longest(j) > 40:
		return "words long"
	case c.Kind == Words && t.longest(j) <= 20:
		return "words tight"
	}
	return "words"
}

// tones are the classes of the tones.
var tones = [...]string{Plain: "", Green: "green", Amber: "amber", Red: "red", Grey: "grey", Hidden: "hidden-number"}

func webCellOf(c Cell, kind Kind, pages map[string]string) webCell {
	out := webCell{Text: clean(c.Text), Entry: kind == Entry && c.Text == ""}
	if id, ok := pages[c.Link]; ok && c.Link != "" {
		out.Link = "#" + id
	}
	if v, _, ok := c.value(kind); ok {
		out.Value = strconv.FormatFloat(v, 'g', -1, 64)
	}
	return out
}

// shades gives the shade of each cell of a cross-tabulation, by row and column:
// from none at the least to the full one at the greatest, half of it at the
// median, as the workbook has it. Hidden numbers have none and do not count.
func (t *Table) shades() map[[2]int]int {
	var all []float64
	at := map[[2]int]float64{}
	for i, r := range t.Rows {
		for j, c := range r.Cells {
			v, _, ok := c.value(t.column(j).Kind)
			if !t.Heat || r.Total || j == 0 || !ok || !t.column(j).Kind.right() || t.column(j).margin() {
				continue
			}
			at[[2]int{i, j}], all = v, append(all, v)
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.Sort(all)
	low, mid, high := all[0], (all[(len(all)-1)/2]+all[len(all)/2])/2, all[len(all)-1]
	out := map[[2]int]int{}
	for k, v := range at {
		if n := int(share(v, low, mid, high)*palette.HeatSteps + 0.5); n > 0 {
			out[k] = n
		}
	}
	return out
}
