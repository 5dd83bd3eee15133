package imd

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A position is where a row of a table file stands.
type position struct {
	source Source
	row    int // 1-based, as a spreadsheet shows it
}

// eachRow gives every row of a csv file, or of every sheet of a workbook.
func eachRow(path string, row func(position, []string) error) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("open index file: %w", err)
	}
	source := Source{Name: filepath.Base(path), Size: info.Size()}
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return eachSheetRow(path, source, row)
	}
	return eachCSVRow(path, source, row)
}

func eachCSVRow(path string, source Source, row func(position, []string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open index file: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = -1, true, true
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", source.Name, err)
		}
		line, _ := r.FieldPos(0)
		if line == 1 {
			cells[0] = strings.TrimPrefix(cells[0], "\ufeff")
		}
		if err := row(position{source, line}, cells); err != nil {
			return err
		}
	}
}

func eachSheetRow(path string, source Source, row func(position, []string) error) error {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", source.Name, err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		source.Member = sheet
		rows, err := f.Rows(sheet)
		if err != nil {
			return fmt.Errorf("read %s, sheet %s: %w", source.Name, sheet, err)
		}
		for n := 1; rows.Next(); n++ {
			cells, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				return fmt.Errorf("read %s, sheet %s, row %d: %w", source.Name, sheet, n, err)
			}
			if err := row(position{source, n}, cells); err != nil {
				return err
			}
		}
	}
	return nil
}
