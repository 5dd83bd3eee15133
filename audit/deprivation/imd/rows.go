package imd

import (
	"context"
	"os"
	"path/filepath"

	"siequity/incidents/export"
)

// A position is where a row of a table file stands.
type position struct {
	source Source
	row    int // 1-based, as a spreadsheet shows it
}

// eachRow gives every row of every table of a file, in order: a csv has one table, a
// workbook one a sheet. Cells are valid only during the call. Rows that cannot be
// read are told in warnings, and the rest go on.
func eachRow(path string, row func(position, []string)) (warnings []string, err error) {
	f, err := export.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	source := Source{Name: filepath.Base(path)}
	if info, err := os.Stat(path); err == nil {
		source.Size = info.Size()
	}
	for _, t := range f.Tables {
		source.Member = t.Sheet
		faults, err := eachTableRow(t, source, row)
		if err != nil {
			return warnings, err
		}
		for _, fault := range faults {
			warnings = append(warnings, fault.Error())
		}
	}
	return warnings, nil
}

func eachTableRow(t *export.Table, source Source, row func(position, []string)) (faults []export.Fault, err error) {
	var cells []string
	err = t.Batches(context.Background(), export.Range{}, func(b export.Batch) error {
		faults = append(faults, b.Rows(func(r export.Row) bool {
			cells = cells[:0]
			for _, c := range r.Cells {
				cells = append(cells, c.String())
			}
			row(position{source, r.Number}, cells)
			return true
		})...)
		return nil
	})
	return faults, err
}
