package imd

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"siequity/incidents/export"
)

// A position is where a row of a table file stands.
type position struct {
	source Source
	row    int // 1-based, as a spreadsheet shows it
}

// eachRow gives every row of every table of a file, in order: a csv has one table,
// a workbook one a sheet. Cells are valid only during the call.
func eachRow(path string, row func(position, []string)) error {
	f, err := export.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	source := Source{Name: filepath.Base(path)}
	if info, err := os.Stat(path); err == nil {
		source.Size = info.Size()
	}
	var faults []error
	for _, t := range f.Tables {
		source.Member = t.Sheet
		faults = append(faults, eachTableRow(t, source, row))
	}
	return errors.Join(faults...)
}

func eachTableRow(t *export.Table, source Source, row func(position, []string)) error {
	var cells []string
	var faults []error
	err := t.Batches(context.Background(), export.Range{}, func(b export.Batch) error {
		for _, f := range b.Rows(func(r export.Row) bool {
			cells = cells[:0]
			for _, c := range r.Cells {
				cells = append(cells, c.String())
			}
			row(position{source, r.Number}, cells)
			return true
		}) {
			faults = append(faults, f)
		}
		return nil
	})
	return errors.Join(append(faults, err)...)
}
