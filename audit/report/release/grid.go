package release

import (
	"fmt"
	"strings"

	"siequity/audit/report/layout"
)

// Grid lays out a published table as it may be shown. It is nil where the facts
// have no such table.
func (r *Release) Grid(name string) *layout.Table {
	t, ok := r.Table(name)
	if !ok {
		return nil
	}
	id := strings.ReplaceAll(strings.TrimSuffix(name, "/"+t.Organisation), "/", "-") // one table of tables.csv, organisation by organisation
	out := &layout.Table{ID: id, Title: t.Title, Organisation: t.Organisation, Heat: !t.OneWay, RowBy: t.Grid.Rows.Name, ColumnBy: t.Grid.Cols.Name, Measure: t.Of, Period: r.Period,
		Columns: []layout.Column{{Title: t.Grid.Rows.Title, Kind: layout.Label}}}
	rows, columns, printed := r.Labels(name)
	if !printed {
		out.Notes = []string{"This table cannot be shown without giving small numbers away. A longer period may hold enough cases; a pack for the panel's own eyes, made with --disclosure panel, shows it."}
		return out
	}
	if t.OneWay {
		columns = nil
		out.ColumnBy, out.Measure = "", ""
	}
	for _, c := range columns {
		out.Columns = append(out.Columns, layout.Column{Title: c, Kind: layout.Count, Figure: true})
	}
	if !t.Multi {
		title := "Total"
		if t.OneWay {
			title = Capital(t.Of)
		}
		out.Columns = append(out.Columns, layout.Column{Title: title, Kind: layout.Count, Figure: true, Total: !t.OneWay})
		columns = append(columns, "")
	}
	for _, row := range append(rows, "") {
		out.Rows = append(out.Rows, r.gridRow(t, row, columns))
	}
	out.Notes = r.SymbolNote(out)
	if shows(out, func(c layout.Cell) bool { return c.Text == NotPrinted }) {
		out.Notes = append(out.Notes, NotPrinted+": not shown. Lines that say how cases were recorded or looked at have their exact total; where it is small, how these cases spread is not printed.")
	}
	return out
}

func (r *Release) gridRow(t Table, label string, columns []string) layout.Row {
	title := label
	if label == "" {
		title = "Total"
		if t.Multi {
			title = "All groups"
		}
	}
	row := layout.Row{Cells: []layout.Cell{layout.Say(title)}, Total: label == ""}
	for _, c := range columns {
		row.Cells = append(row.Cells, Shown(r.At(t.Name, label, c)))
	}
	return row
}

// SymbolNote explains what stands in a table in place of a number, and how others are
// rounded, as far as the table has any of it.
func (r *Release) SymbolNote(t *layout.Table) []string {
	var out []string
	profile := r.plan.Profile()
	if profile.Symbol != "" && shows(t, func(c layout.Cell) bool { return c.Text == profile.Symbol }) {
		out = append(out, fmt.Sprintf("%s: hidden, because it is small or would give a small number away.", profile.Symbol))
	}
	if profile.Base <= 1 {
		return out
	}
	rounded := fmt.Sprintf("Numbers are rounded to the nearest %d, and figures are worked out from the rounded numbers", profile.Base)
	if shows(t, func(c layout.Cell) bool { return c.IsNum && int(c.Number)%profile.Base != 0 }) {
		rounded += "; totals that say how cases were recorded or looked at are exact"
	}
	out = append(out, rounded+".")
	if profile.SmallAs > 0 && shows(t, func(c layout.Cell) bool { return c.IsNum && int(c.Number) == profile.SmallAs }) {
		out = append(out, fmt.Sprintf("%d also stands for a number from 1 to %d.", profile.SmallAs, profile.Threshold-1))
	}
	return out
}

// shows reports a count of a table that is shown so.
func shows(t *layout.Table, so func(layout.Cell) bool) bool {
	for _, r := range t.Rows {
		for j, c := range r.Cells {
			if j < len(t.Columns) && t.Columns[j].Kind == layout.Count && so(c) {
				return true
			}
		}
	}
	return false
}
