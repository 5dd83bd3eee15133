package worklist

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Read gives the decisions of a worklist by key, from all of its sheets, in
// whatever order people left rows and columns. Faults tell of two sheets that
// disagree, of words that are no choice (kept as written), and of rows without a
// key (which cannot be kept). The error says that the file cannot be read at all.
func Read(path, password string) (map[string]Decision, []Fault, error) {
	name := filepath.Base(path)
	f, err := open(path, password)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	g := newGathering(name)
	found := false
	for _, sheet := range f.GetSheetList() {
		ok, err := g.sheet(f, sheet)
		if err != nil {
			return nil, nil, fmt.Errorf("%s, sheet %s cannot be read: %w", name, sheet, err)
		}
		found = found || ok
	}
	if !found {
		g.faults = append(g.faults, Fault{File: name, What: "no sheet has a column headed Key, so no decision could be read", Hint: "use the worklist that an earlier run wrote, with its hidden column Key"})
	}
	return g.settle(), g.faults, nil
}

// open opens a workbook, with its password if it has one.
func open(path, password string) (*excelize.File, error) {
	name := filepath.Base(path)
	secret, err := isEncrypted(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be opened: %w", name, cause(err))
	}
	o := excelize.Options{RawCellValue: true}
	if secret {
		if password == "" {
			return nil, fmt.Errorf("%s has a password (hint: give it with --password)", name)
		}
		o.Password = password
		o.UnzipXMLSizeLimit = excelize.UnzipSizeLimit // in memory: nothing secret goes into a temporary file
	}
	f, err := excelize.OpenFile(path, o)
	switch {
	case err != nil && secret:
		return nil, fmt.Errorf("%s cannot be opened with this password (hint: check the password, capitals matter)", name)
	case err != nil:
		return nil, fmt.Errorf("%s is no Excel workbook that can be read (hint: save it as .xlsx)", name)
	}
	return f, nil
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

// sheet reads one sheet; false when it has no heading row of a list.
func (g *gathering) sheet(f *excelize.File, sheet string) (bool, error) {
	rows, err := f.Rows(sheet)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	var at map[string]int
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return at != nil, err
		}
		switch {
		case at != nil:
			g.row(sheet, n, at, cells)
		case n > searched:
			return false, nil
		default:
			at = headings(cells)
		}
	}
	return at != nil, rows.Error()
}

// headings finds the columns that are read, if the row heads a list.
func headings(cells []string) map[string]int {
	at := map[string]int{}
	for i, c := range cells {
		for _, h := range []string{keyHeading, beforeHeading, ownerHeading, statusHeading, decisionHeading, noteHeading} {
			if _, twice := at[h]; !twice && strings.EqualFold(strings.TrimSpace(c), h) {
				at[h] = i
			}
		}
	}
	if _, ok := at[keyHeading]; !ok || len(at) < 2 {
		return nil
	}
	return at
}
