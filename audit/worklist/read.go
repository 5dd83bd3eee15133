package worklist

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"siequity/incidents/export"
)

// Read gives the decisions of a worklist by subject, from all of its sheets, in
// whatever order people left rows and columns. Faults tell of two sheets that
// disagree, of words that are no choice (kept as written), and of rows without a
// key (which cannot be kept). The error says that the file cannot be read at all.
func Read(path, password string) (map[Subject]Decision, []Fault, error) {
	g := newGathering(filepath.Base(path))
	secret, err := isEncrypted(path)
	switch {
	case err != nil:
		err = fmt.Errorf("%s cannot be opened: %w", g.file, cause(err))
	case secret:
		err = g.encrypted(path, password)
	default:
		err = g.open(path)
	}
	if err != nil {
		return nil, nil, err
	}
	if !g.found {
		g.faults = append(g.faults, Fault{File: g.file, What: "no sheet has a column headed Key, so no decision could be read", Hint: "use the worklist that an earlier run wrote, with its hidden column Key"})
	}
	return g.settle(), g.faults, nil
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
		return fmt.Errorf("%s is no Excel workbook that can be read (hint: save it as .xlsx)", g.file)
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
				g.faults = append(g.faults, Fault{g.file, t.Sheet, f.Row, export.ColumnName(f.Col), f.What, f.Hint})
			}
			if s.at == nil && s.past {
				return errNoList
			}
			return nil
		})
		if err != nil && !errors.Is(err, errNoList) {
			return fmt.Errorf("%s, sheet %s cannot be read to its end (hint: save it again in Excel)", g.file, t.Sheet)
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
		return fmt.Errorf("%s has a password (hint: give it with --password)", g.file)
	}
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true, Password: password, UnzipXMLSizeLimit: excelize.UnzipSizeLimit})
	if err != nil {
		return fmt.Errorf("%s cannot be opened with this password (hint: check the password, capitals matter)", g.file)
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		rows, err := f.Rows(name)
		if err != nil {
			return fmt.Errorf("%s, sheet %s cannot be read: %w", g.file, name, err)
		}
		s := sheet{gathering: g, name: name}
		for n := 1; rows.Next() && !s.without(n); n++ {
			cells, err := rows.Columns()
			if err != nil {
				return fmt.Errorf("%s, sheet %s, row %d cannot be read: %w", g.file, name, n, err)
			}
			s.row(row{n, len(cells), func(i int) string { return cells[i] }})
		}
		if err := errors.Join(rows.Error(), rows.Close()); err != nil {
			return fmt.Errorf("%s, sheet %s cannot be read: %w", g.file, name, err)
		}
	}
	return nil
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

// searched is how many rows of a sheet are searched for the headings.
const searched = 20

// A sheet is one that is being read.
type sheet struct {
	*gathering
	name string
	at   map[string]int // columns by heading, once found
	past bool           // searched in vain
}

// without reports that a sheet has no headings as far as they are searched for.
func (s *sheet) without(row int) bool {
	s.past = s.at == nil && row >= searched
	return s.past
}

// row takes in the next row of a sheet.
func (s *sheet) row(r row) {
	if s.at != nil {
		s.hearRow(s.name, s.at, r)
		return
	}
	s.at = headings(r)
	s.found = s.found || s.at != nil
}

// headings finds the columns that are read, if the row heads a list.
func headings(r row) map[string]int {
	at := map[string]int{}
	for i := range r.width {
		text := strings.TrimSpace(r.cell(i))
		for _, h := range []string{keyHeading, ownersHeading, beforeHeading, ownerHeading, statusHeading, decisionHeading, noteHeading} {
			if _, twice := at[h]; !twice && strings.EqualFold(text, h) {
				at[h] = i
			}
		}
	}
	if _, ok := at[keyHeading]; !ok || len(at) < 2 {
		return nil
	}
	return at
}
