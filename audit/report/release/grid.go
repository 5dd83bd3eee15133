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
	out.Notes = r.SymbolNote()
	if lines := t.totalsOnly(r.plan.Profile()); len(lines.Rows)+len(lines.Cols) > 0 {
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

// SymbolNote explains the symbol of a hidden number and how others are rounded,
// as far as the profile does either.
func (r *Release) SymbolNote() []string {
	var out []string
	profile := r.plan.Profile()
	if profile.Symbol != "" {
		out = append(out, fmt.Sprintf("%s: hidden, because it is small or would give a small number away.", profile.Symbol))
	}
	if profile.Base > 1 {
		out = append(out, fmt.Sprintf("Numbers are rounded to the nearest %d, and figures are worked out from the rounded numbers.", profile.Base))
	}
	return out
}
