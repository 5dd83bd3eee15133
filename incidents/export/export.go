package export

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"siequity/incidents/export/encoding"
)

// Format is a kind of file that can be read.
type Format string

// The kinds of file that can be read.
const (
	CSV  Format = "csv"  // text with a delimiter, whatever the name ends in
	XLSX Format = "xlsx" // an Excel workbook since 2007, also .xlsm
	HTML Format = "html" // a web page with a table, as web reports save it under the name .xls
	Zip  Format = "zip"  // a zip of any of these
)

// A File is an open export. It may be used by several goroutines at the same time until it is closed.
type File struct {
	Path   string
	Name   string // the last element of Path; what a user is told
	Format Format
	Tables []*Table
	Faults []Fault // what the file holds besides its tables and was not read, such as other members of a zip
	file   *os.File
	size   int64
	sum    runningSum
}

// A Table is one CSV, one sheet or one page.
type Table struct {
	File      string // name of the file
	Sheet     string // sheet, or member of a zip, or "member: sheet"; empty when the file is one table
	Hidden    bool   // the sheet is hidden
	Delimiter string // of a text file: "," ";" "|" or a tab; else empty
	encoding  *encoding.Encoding
	source    source
}

// A source walks a table of one format.
type source interface {
	blocks(ctx context.Context, r Range, yield func(block) error) error
}

// A Range says which part of a table to read.
type Range struct {
	From  int // the first row wanted, by Row.Number; 0 or 1 for all
	Width int // columns that a row should have: shorter rows are filled with Empty cells; 0 for as they come
}

// Open looks at the beginning of a file and lists its tables. It fails with a Fault if the file cannot be read at all.
func Open(path string) (*File, error) {
	name := filepath.Base(path)
	f, err := openRegular(path, name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, unreadable(name, err)
	}
	file := &File{Path: path, Name: name, file: f, size: info.Size()}
	if err := file.list(); err != nil {
		f.Close()
		return nil, located(err, name, "")
	}
	return file, nil
}

func openRegular(path, name string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, Fault{ID: "export/missing-file", File: name, What: "there is no such file",
			Hint: "check the folder and the spelling, or drag the file onto the window to get its full name"}
	case err != nil:
		return nil, unreadable(name, err)
	case info.IsDir():
		return nil, Fault{ID: "export/folder", File: name, What: "this is a folder, not a file",
			Hint: "name the files in it one by one"}
	case !info.Mode().IsRegular():
		return nil, Fault{ID: "export/not-a-file", File: name, What: "this is not an ordinary file",
			Hint: "save the export to a file on disk first"}
	case info.Size() == 0:
		return nil, Fault{ID: "export/empty-file", File: name, What: "the file is empty",
			Hint: "run the export again; it may have stopped before it wrote anything"}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return f, nil
}

func unreadable(name string, err error) Fault {
	var in *fs.PathError
	if errors.As(err, &in) { // without the folder: messages are pasted into e-mails
		err = in.Err
	}
	return Fault{ID: "export/unreadable-file", File: name, What: "the file cannot be read: " + err.Error(),
		Hint: "close it in Excel if it is open there, and check that you may read it"}
}

// located fills in the place of a fault that a deeper step could not know, and makes any other error a fault.
func located(err error, file, sheet string) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	f, ok := asFault(err)
	if !ok {
		f = unreadable(file, err)
	}
	f.File = file
	if f.Sheet == "" {
		f.Sheet = sheet
	}
	return f
}

// Close ends the use of the file and of all its tables.
func (f *File) Close() error { return f.file.Close() }

// Size gives the length of the file in bytes, as it was when it was opened.
func (f *File) Size() int64 { return f.size }

// Encoding names how the text of the table is stored: "UTF-8", "UTF-8 with BOM", "UTF-16 LE", "UTF-16 BE", "Windows-1252"
// or a mixture. Every cell is read as UTF-8 if it is valid UTF-8 and as Windows-1252 if not, so the name is certain
// only after the table has been read to its end; before, it goes by the beginning.
func (t *Table) Encoding() string { return t.encoding.String() }

// Head copies the first n rows. It fails as Batches does; rows read before the failure are still given.
func (t *Table) Head(n int) ([]Row, error) {
	var rows []Row
	if n < 1 {
		return nil, nil
	}
	err := t.Batches(context.Background(), Range{}, func(b Batch) error {
		b.Rows(func(r Row) bool {
			rows = append(rows, r.Clone())
			return len(rows) < n
		})
		if len(rows) >= n {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return rows, err
}

// errEnough ends a walk whose caller has what it wants.
var errEnough = errors.New("enough rows")

// Batches walks the table once, in order, and hands it to yield piece by piece. It returns the error of yield, of ctx, or
// a Fault when the rest of the table cannot be read. Faults in single rows come from Batch.Rows.
func (t *Table) Batches(ctx context.Context, r Range, yield func(Batch) error) error {
	index := 0
	var stop error
	err := t.source.blocks(ctx, r, func(b block) error {
		stop = ctx.Err()
		if stop == nil {
			stop = yield(Batch{index: index, block: b})
		}
		index++
		return stop
	})
	if stop != nil {
		return stop
	}
	return located(err, t.File, t.Sheet)
}
