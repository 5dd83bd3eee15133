package main

import (
	"io"
	"slices"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// A listing is a table for the terminal.
type listing struct {
	head  []string
	rows  [][]string
	most  map[int]int // characters of a column, where there is room for fewer
	right map[int]bool
}

func newListing(head ...string) *listing {
	return &listing{head: head, most: map[int]int{}, right: map[int]bool{}}
}

func (l *listing) add(cells ...string) { l.rows = append(l.rows, cells) }

// render prints the table in the house style. On a terminal its cells are broken so
// that the rows fit; elsewhere every row is a line.
func (l *listing) render(w io.Writer) {
	t := table.NewWriter()
	t.SetOutputMirror(w)
	style := table.StyleLight
	style.Format.Header = text.FormatDefault
	style.Options.DrawBorder = false
	style.Options.SeparateColumns = false
	t.SetStyle(style)
	t.AppendHeader(row(l.head))
	for _, r := range l.rows {
		t.AppendRow(row(r))
	}
	widths := l.widths(widthOf(w))
	var columns []table.ColumnConfig
	for i := range l.head {
		c := table.ColumnConfig{Number: i + 1}
		if l.right[i] {
			c.Align = text.AlignRight
		}
		if widths != nil {
			c.WidthMax, c.WidthMaxEnforcer = widths[i], text.WrapSoft
		}
		columns = append(columns, c)
	}
	t.SetColumnConfigs(columns)
	t.Render()
}

func row(cells []string) table.Row {
	out := make(table.Row, len(cells))
	for i, c := range cells {
		out[i] = c
	}
	return out
}

const (
	narrowest = 6 // characters of a column that gives way
	padding   = 2 // beside each cell
)

// widths gives how wide each column may be in a line of so many characters: the
// widest give way first. It is nil where lines may have any length.
func (l *listing) widths(line int) []int {
	if line <= 0 {
		return nil
	}
	out := make([]int, len(l.head))
	total := 0
	for i, h := range l.head {
		out[i] = text.LongestLineLen(h)
		for _, r := range l.rows {
			out[i] = max(out[i], text.LongestLineLen(r[i]))
		}
		if most := l.most[i]; most > 0 {
			out[i] = min(out[i], most)
		}
		total += out[i] + padding
	}
	for total > line {
		widest := slices.Index(out, slices.Max(out))
		if out[widest] <= narrowest {
			break
		}
		out[widest]--
		total--
	}
	return out
}
