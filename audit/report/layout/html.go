package layout

import (
	"embed"
	"fmt"
	"html/template"
	"io"
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
