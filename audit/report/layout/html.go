package layout

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"siequity/audit/report/layout/drawing"
	"siequity/audit/report/layout/palette"
)

//go:embed page.gohtml page.css page.js
var pageFiles embed.FS

// HTML writes the model as one self-contained page: no request leaves it, it reads
// and prints without its script, and follows the reader's light or dark scheme.
func HTML(w io.Writer, m Model) error {
	t, err := template.New("page.gohtml").ParseFS(pageFiles, "page.gohtml")
	if err != nil {
		return err
	}
	css, err := pageFiles.ReadFile("page.css")
	if err != nil {
		return err
	}
	js, err := pageFiles.ReadFile("page.js")
	if err != nil {
		return err
	}
	return t.Execute(w, webModel(m, string(css), string(js)))
}

// A web is the model as the template wants it: cleaned, with anchors and classes.
type web struct {
	Title, Organisation, Period, Marking, Version string
	Style                                         template.CSS
	Script                                        template.JS
	Sections                                      []section
}

type section struct {
	ID, Title string
	Lead      []string
	Blocks    []webBlock
}

// A webBlock has one of its parts.
type webBlock struct {
	Text  *Text
	Facts *Facts
	Table *webTable
	Chart *webChart
}

type webTable struct {
	ID, Title string
	Sortable  bool
	Short     bool // fits on a printed page with others
	Columns   []webColumn
	Rows      []webRow
	Notes     []string
}

type webColumn struct{ Title, Class string }

type webRow struct {
	Total bool
	Head  webCell
	Cells []webCell
}

type webCell struct {
	Text, Class, Link, Value string
	Entry                    bool
}

type webChart struct {
	ID, Title, Alt string
	Drawing        drawing.Drawing
	Figures        *webTable
	Notes          []string
}

// anchors gives every element of the page its own name: the pages theirs, and the
// blocks what is left. A name has letters, digits, and - _ . alone, so that links
// need no escaping.
type anchors map[string]bool

func (a anchors) take(want string) string {
	want = strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '-' || r == '_' || r == '.' {
			return r
		}
		return '-'
	}, want)
	name := first(want, "part")
	for n := 2; a[name]; n++ {
		name = first(want, "part") + "-" + strconv.Itoa(n)
	}
	a[name] = true
	return name
}

func webModel(m Model, css, js string) web {
	out := web{Title: clean(m.Title), Organisation: clean(m.Organisation), Period: clean(m.Period), Marking: clean(m.Marking), Version: clean(m.Version),
		Style: template.CSS(palette.CSS() + css + margins(m)), Script: template.JS(js)}
	taken := anchors{"main": true, "contents-list": true, "said": true}
	pages := map[string]string{}
	for _, p := range m.Pages {
		s := section{ID: taken.take(first(p.ID, p.Sheet)), Title: clean(first(p.Title, p.Sheet, p.ID)), Lead: cleaned(p.Lead)}
		if s.Title == out.Title {
			s.Title = clean(first(p.Sheet, p.Title))
		}
		if _, ok := pages[p.ID]; !ok {
			pages[p.ID] = s.ID
		}
		out.Sections = append(out.Sections, s)
	}
	for i, p := range m.Pages {
		for _, b := range p.Blocks {
			out.Sections[i].Blocks = append(out.Sections[i].Blocks, webOf(b, taken, pages))
		}
	}
	return out
}

func cleaned(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = clean(s)
	}
	return out
}

func webOf(block Block, taken anchors, pages map[string]string) webBlock {
	switch b := block.(type) {
	case *Text:
		return webBlock{Text: &Text{Heading: clean(b.Heading), Paragraphs: cleaned(b.Paragraphs)}}
	case *Facts:
		facts := &Facts{Heading: clean(b.Heading)}
		for _, r := range b.Rows {
			facts.Rows = append(facts.Rows, Fact{Label: clean(r.Label), Value: clean(r.Value), Sign: r.Sign})
		}
		return webBlock{Facts: facts}
	case *Table:
		return webBlock{Table: webTableOf(b, taken, pages)}
	case *Chart:
		return webBlock{Chart: webChartOf(b, taken)}
	}
	return webBlock{}
}

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

func share(v, low, mid, high float64) float64 {
	switch {
	case v <= low:
		return 0
	case v <= mid:
		return (v - low) / (mid - low) / 2
	}
	return 0.5 + (v-mid)/(high-mid)/2
}

func webChartOf(c *Chart, taken anchors) *webChart {
	id := taken.take("chart-" + c.ID)
	out := &webChart{ID: id, Title: clean(c.Title), Alt: clean(first(c.Alt, c.Title)), Drawing: drawing.Draw(c.toDraw()), Notes: cleaned(c.Notes)}
	out.Figures = webTableOf(c.figures(), taken, nil)
	return out
}

// figures gives the table behind a chart.
func (c *Chart) figures() *Table {
	t := &Table{ID: c.ID + "-figures", Title: "Figures: " + c.Title, Columns: []Column{{Title: first(c.XTitle, "Point"), Kind: Label}}}
	kind, plots := c.decimals(), c.plots()
	for _, s := range plots {
		t.Columns = append(t.Columns, Column{Title: s.Name, Kind: kind})
	}
	if len(c.Names) > 0 {
		t.Columns = append(t.Columns, Column{Title: "Point"})
	}
	for _, i := range c.order() {
		row := Row{Cells: []Cell{Say(c.X[i])}}
		for _, s := range plots {
			cell := Cell{}
			if pt := s.Points[i]; !pt.Gap {
				cell = Cell{Text: shownNumber(pt.Value, kind), Number: pt.Value, IsNum: true}
			}
			row.Cells = append(row.Cells, cell)
		}
		if i < len(c.Names) {
			row.Cells = append(row.Cells, Say(c.Names[i]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// margins prints the marking at the head of every sheet of paper, and at its foot
// whose pack it is and the number of the page.
func margins(m Model) string {
	return "@page{@top-center{content:" + quoted(m.Marking) + ";font:bold 9pt Arial,sans-serif}" +
		"@bottom-left{content:" + quoted(joined(", ", m.Title, m.Organisation, m.Period)) + ";font:9pt Arial,sans-serif}" +
		`@bottom-right{content:"page " counter(page) " of " counter(pages);font:9pt Arial,sans-serif}}` + "\n"
}

// quoted makes a string of CSS, every sign that is not a letter or a digit escaped.
func quoted(s string) string {
	var b strings.Builder
	for _, r := range clean(s) {
		if r == ' ' || r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "\\%X ", r)
		}
	}
	return `"` + b.String() + `"`
}
