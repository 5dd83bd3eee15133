package report

import (
	"fmt"
	"slices"

	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

// Brief gives the table of measures as far as a terminal is wide: the columns up
// to the rating, of the measures that had cases. Without counts the measures that
// had none. The notes are those of the whole table. The table is nil where the pack has no measures.
func (p *Pack) Brief() (t *layout.Table, without int) {
	full := p.measures()
	if full == nil {
		return nil, 0
	}
	rating := slices.IndexFunc(full.Columns, func(c layout.Column) bool { return c.Kind == layout.RAG })
	t = &layout.Table{Columns: full.Columns[:rating+1], Notes: full.Notes}
	for _, r := range full.Rows {
		if r.Cells[rating].Text != release.NoCases {
			t.Rows = append(t.Rows, layout.Row{Cells: r.Cells[:rating+1]})
		}
	}
	return t, len(full.Rows) - len(t.Rows)
}

// measures finds the table of measures on the pages.
func (p *Pack) measures() *layout.Table {
	for _, page := range p.Model().Pages {
		for _, b := range page.Blocks {
			if t, ok := b.(*layout.Table); ok && t.ID == "kpi" {
				return t
			}
		}
	}
	return nil
}

// Unshown says in a sentence which tables the pack had to leave out to protect small
// numbers; "" where it has them all.
func (p *Pack) Unshown() string {
	if held := p.release.Held(); held != "" {
		return held
	}
	n := p.release.Unprinted()
	if n == 0 {
		return ""
	}
	tables, them := "tables", "them"
	if n == 1 {
		tables, them = "table", "it"
	}
	return fmt.Sprintf("%d %s cannot be shown without giving small numbers away. A longer period may hold enough cases; a pack for the panel's own eyes, made with --disclosure panel, shows %s.", n, tables, them)
}
