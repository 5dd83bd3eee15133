package main

import (
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// A listing is a table for the terminal.
type listing struct {
	head  []string
	rows  [][]string
	most  map[int]int // characters of a column, where there is room for fewer
	right map[int]bool
	spare []string // headings of columns that are left out, in this order, where rows would not fit
}

func newListing(head ...string) *listing {
	return &listing{head: head, most: map[int]int{}, right: map[int]bool{}}
}

func (l *listing) add(cells ...string) { l.rows = append(l.rows, cells) }

// render prints the table in the house style. On a terminal its cells are broken so
// that the rows fit; elsewhere every row is a line.
func (l *listing) render(w io.Writer) {
	l.spareColumns(widthOf(w))
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

// spareColumns leaves out columns that the table can spare until its rows fit a line of
// so many characters without a break.
func (l *listing) spareColumns(line int) {
	for _, heading := range l.spare {
		if line <= 0 || l.total() <= line {
			return
		}
		l.remove(slices.Index(l.head, heading))
	}
}

// total gives how many characters a row would like to have.
func (l *listing) total() int {
	total := 0
	for i := range l.head {
		cell, _ := l.natural(i)
		total += cell + padding
	}
	return total
}

func (l *listing) remove(at int) {
	if at < 0 {
		return
	}
	l.head = slices.Delete(slices.Clone(l.head), at, at+1)
	for i, r := range l.rows {
		l.rows[i] = slices.Delete(slices.Clone(r), at, at+1)
	}
}

// widths gives how wide each column may be in a line of so many characters. The widest
// give way first, and no word is broken, such as the ID of a rule that somebody wants
// to copy, unless there is no other way. It is nil where lines may have any length.
func (l *listing) widths(line int) []int {
	if line <= 0 {
		return nil
	}
	out, words := make([]int, len(l.head)), make([]int, len(l.head))
	total := 0
	for i := range l.head {
		out[i], words[i] = l.natural(i)
		total += out[i] + padding
	}
	for ; total > line; total-- {
		at := widest(out, words)
		if at < 0 {
			at = widest(out, make([]int, len(out)))
		}
		if out[at] <= narrowest {
			break
		}
		out[at]--
	}
	return out
}

// natural gives how wide a column would like to be, and its longest word.
func (l *listing) natural(i int) (cell, word int) {
	texts := []string{l.head[i]}
	for _, r := range l.rows {
		texts = append(texts, r[i])
	}
	for _, s := range texts {
		cell = max(cell, text.LongestLineLen(s))
		for _, w := range strings.Fields(s) {
			word = max(word, text.LongestLineLen(w))
		}
	}
	if most := l.most[i]; most > 0 {
		cell = min(cell, max(most, word))
	}
	return cell, word
}

// widest finds the widest of the columns that are wider than their least, or -1.
func widest(widths, least []int) int {
	at := -1
	for i, n := range widths {
		if n > least[i] && (at < 0 || n > widths[at]) {
			at = i
		}
	}
	return at
}
