// Package archive writes a zip whose bytes depend on its parts alone: parts in
// the order of their names, no times, one way of compressing. The same workbook
// therefore has the same checksum on every run, and a reader can tell by it
// whether anything changed. Mend puts right in a workbook's parts what excelize
// leaves to chance or gets wrong.
package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// A Writer gathers parts and writes them when it is closed. It has the methods
// that excelize asks of a zip writer.
type Writer struct {
	to    io.Writer
	mend  func(name string, part []byte) []byte
	parts []part
}

type part struct {
	name string
	body *bytes.Buffer
}

// NewWriter makes a Writer. Mend, if not nil, is given every part before it is
// written, and gives the part to write instead.
func NewWriter(to io.Writer, mend func(name string, part []byte) []byte) *Writer {
	return &Writer{to: to, mend: mend}
}

// Create adds a part. What is written to it stays in memory until Close.
func (w *Writer) Create(name string) (io.Writer, error) {
	p := part{name, new(bytes.Buffer)}
	w.parts = append(w.parts, p)
	return p.body, nil
}

// AddFS adds every file of a file system, as archive/zip does.
func (w *Writer) AddFS(files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		to, _ := w.Create(name)
		_, err = to.Write(b)
		return err
	})
}

// Close writes the archive.
func (w *Writer) Close() error {
	slices.SortStableFunc(w.parts, func(a, b part) int { return strings.Compare(a.name, b.name) })
	z := zip.NewWriter(w.to)
	for _, p := range w.parts {
		if err := w.write(z, p); err != nil {
			return fmt.Errorf("part %s: %w", p.name, err)
		}
	}
	return z.Close()
}

func (w *Writer) write(z *zip.Writer, p part) error {
	body := p.body.Bytes()
	if w.mend != nil {
		body = w.mend(p.name, body)
	}
	to, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = to.Write(body)
	return err
}
