package worklist

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"

	"siequity/incidents/export"
)

// Read gives what people entered, from all sheets, in whatever order they left rows
// and columns. The error, an *Unreadable, says that the file or a sheet with entries
// cannot be read: then nothing may be written over it.
func Read(path, password string) (Earlier, error) {
	g := newGathering(filepath.Base(path))
	secret, err := isEncrypted(path)
	switch {
	case err != nil:
		err = g.unreadable("", fmt.Sprintf("it cannot be opened: %v", cause(err)), "close it if it is open elsewhere, see that you may read it, and run again")
	case secret:
		err = g.encrypted(path, password)
	default:
		err = g.open(path)
	}
	if err != nil {
		return Earlier{}, err
	}
	if !g.found {
		return Earlier{}, g.unreadable("", "no sheet of it is a list with the headings of a worklist", "put its headings back, or rename the file to keep it and begin a new worklist")
	}
	return Earlier{g.settle(), g.faults, g.kept}, nil
}

// A row is one row of a sheet: its number as Excel shows it, how many cells it
// has, and the text of each from 0.
type row struct {
	number, width int
	cell          func(i int) string
}

// open reads a workbook without a password.
func (g *gathering) open(path string) error {
	f, err := export.Open(path)
	if err != nil || f.Format != export.XLSX {
		return g.unreadable("", "it is no Excel workbook that can be read", "open it in Excel and save it as .xlsx, or rename it to keep it and begin a new worklist")
	}
	defer f.Close()
	for _, t := range f.Tables {
		s := sheet{gathering: g, name: t.Sheet}
		err := t.Batches(context.Background(), export.Range{}, func(b export.Batch) error {
			faults := b.Rows(func(r export.Row) bool {
				s.row(row{r.Number, len(r.Cells), func(i int) string { return r.Cells[i].String() }})
				return !s.without(r.Number)
			})
			for _, f := range faults {
				g.faults = append(g.faults, Fault{File: g.file, Sheet: t.Sheet, Row: f.Row, Column: export.ColumnName(f.Col), What: f.What, Hint: f.Hint})
			}
			if s.at == nil && s.past {
				return errNoList
			}
			return nil
		})
		if err != nil && !errors.Is(err, errNoList) {
			return g.unreadable(t.Sheet, "it cannot be read to its end", "open it in Excel and save it again")
		}
		if err := s.end(); err != nil {
			return err
		}
	}
	return nil
}

// errNoList ends the reading of a sheet that has no headings of a list.
var errNoList = errors.New("the sheet is no list")

// encrypted reads a workbook with a password. It is held in memory, since nothing
// of it may lie about in a temporary file.
//
// Note: this takes about ten times as long as open; a list of 50,000 items with a
// password takes ten seconds. Few have one of that length.
func (g *gathering) encrypted(path, password string) error {
	if password == "" {
		return g.unreadable("", "it has a password", "give it with --password, or rename the file to keep it and begin a new worklist")
	}
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true, Password: password, UnzipXMLSizeLimit: excelize.UnzipSizeLimit})
	if err != nil {
		return g.unreadable("", "it cannot be opened with this password", "check the password, capitals matter; or rename the file to keep it and begin a new worklist")
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		if err := g.encryptedSheet(f, name); err != nil {
			return err
		}
	}
	return nil
}

func (g *gathering) encryptedSheet(f *excelize.File, name string) error {
	damaged := g.unreadable(name, "it cannot be read to its end", "open it in Excel and save it again")
	rows, err := f.Rows(name)
	if err != nil {
		return damaged
	}
	s := sheet{gathering: g, name: name}
	for n := 1; rows.Next() && !s.without(n-1); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return damaged
		}
		s.row(row{n, len(cells), func(i int) string { return cells[i] }})
	}
	if errors.Join(rows.Error(), rows.Close()) != nil {
		return damaged
	}
	return s.end()
}

// cause leaves the folder out of an error of the file system.
func cause(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// isEncrypted reports a workbook in the container that encryption uses.
func isEncrypted(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	var b [8]byte
	if _, err := io.ReadFull(f, b[:]); err != nil {
		return false, nil // too short for anything; opening will say so
	}
	return bytes.Equal(b[:], []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}), nil
}
