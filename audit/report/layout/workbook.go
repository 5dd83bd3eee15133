package layout

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// Workbook writes the model as an Excel workbook, one sheet per page.
func Workbook(w io.Writer, m Model) error {
	f := excelize.NewFile()
	defer f.Close()
	for i, p := range m.Pages {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", p.Sheet); err != nil {
				return err
			}
		} else if _, err := f.NewSheet(p.Sheet); err != nil {
			return err
		}
		if err := sheet(f, p); err != nil {
			return fmt.Errorf("sheet %s: %w", p.Sheet, err)
		}
	}
	return f.Write(w)
}

func sheet(f *excelize.File, p Page) error {
	row := 1
	put := func(cells ...any) error {
		cell, err := excelize.CoordinatesToCellName(1, row)
		row++
		if err != nil {
			return err
		}
		return f.SetSheetRow(p.Sheet, cell, &cells)
	}
	if err := put(p.Title); err != nil {
		return err
	}
	for _, s := range p.Lead {
		if err := put(s); err != nil {
			return err
		}
	}
	for _, b := range p.Blocks {
		if err := block(b, put); err != nil {
			return err
		}
	}
	return nil
}

func block(b Block, put func(...any) error) error {
	switch b := b.(type) {
	case *Facts:
		for _, r := range b.Rows {
			if err := put(r.Label, r.Value); err != nil {
				return err
			}
		}
	case *Table:
		return table(b, put)
	}
	return nil
}

func table(t *Table, put func(...any) error) error {
	var head []any
	for _, c := range t.Columns {
		head = append(head, c.Title)
	}
	if err := put(head...); err != nil {
		return err
	}
	for _, r := range t.Rows {
		var cells []any
		for _, c := range r.Cells {
			if c.IsNum {
				cells = append(cells, c.Number)
			} else {
				cells = append(cells, c.Text)
			}
		}
		if err := put(cells...); err != nil {
			return err
		}
	}
	return nil
}
