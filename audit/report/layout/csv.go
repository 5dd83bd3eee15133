package layout

import (
	"io"

	"siequity/audit/delimited"
)

// CSV writes every figure of the model in long form, exactly as shown but for texts
// that a spreadsheet would run.
func CSV(w io.Writer, m Model) error {
	c := delimited.NewWriter(w)
	if err := c.Write("table", "organisation", "period", "row_by", "row", "column_by", "column", "measure", "shown"); err != nil {
		return err
	}
	for _, p := range m.Pages {
		for _, b := range p.Blocks {
			if t, ok := b.(*Table); ok {
				if err := figures(c, m, t); err != nil {
					return err
				}
			}
		}
	}
	return c.Flush()
}

func figures(c *delimited.Writer, m Model, t *Table) error {
	for _, r := range t.Rows {
		for j, cell := range r.Cells {
			if j >= len(t.Columns) || !t.Columns[j].Figure {
				continue
			}
			line := []string{t.ID, first(r.Organisation, t.Organisation, m.Organisation), first(r.Period, t.Period, m.Period), t.RowBy, r.Cells[0].Text}
			if t.ColumnBy != "" {
				line = append(line, t.ColumnBy, t.Columns[j].Title, t.Measure, cell.Text)
			} else {
				line = append(line, "", "", t.Columns[j].Title, cell.Text)
			}
			if err := c.Write(line...); err != nil {
				return err
			}
		}
	}
	return nil
}

func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}
