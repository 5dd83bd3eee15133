package worklist

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// An archive is the zip writer that excelize is given. It writes parts in the
// order of their names and without times, so that the same worklist has the same
// bytes, and puts the rows into the sheets that excelize leaves empty.
type archive struct {
	to    io.Writer
	rows  map[string]func(io.Writer) error // by the name of the part
	parts []*part
}

type part struct {
	name string
	bytes.Buffer
}

// Create adds a part. It holds no rows yet and is small.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	a.parts = append(a.parts, p)
	return p, nil
}

// AddFS is asked for by excelize's interface and never called.
func (a *archive) AddFS(fs.FS) error { return fmt.Errorf("adding a file system is not supported") }

// Close writes the archive.
func (a *archive) Close() error {
	slices.SortStableFunc(a.parts, func(x, y *part) int { return strings.Compare(x.name, y.name) })
	z := zip.NewWriter(a.to)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, p := range a.parts {
		if err := a.write(z, p); err != nil {
			return fmt.Errorf("part %s: %w", p.name, err)
		}
	}
	return z.Close()
}

func (a *archive) write(z *zip.Writer, p *part) error {
	to, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	rows := a.rows[p.name]
	if rows == nil {
		_, err = to.Write(p.Bytes())
		return err
	}
	before, after, ok := bytes.Cut(p.Bytes(), []byte("<sheetData></sheetData>"))
	if !ok {
		return fmt.Errorf("the sheet has no empty place for its rows")
	}
	for _, step := range []func() error{
		func() error { _, err := to.Write(append(slices.Clone(before), "<sheetData>"...)); return err },
		func() error { return rows(to) },
		func() error { _, err := to.Write(append([]byte("</sheetData>"), after...)); return err },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
