package export

import (
	"bytes"
	"errors"
	"io"
	"path"
	"path/filepath"
	"strings"

	"siequity/incidents/export/archive"
	"siequity/incidents/export/encoding"
	"siequity/incidents/export/workbook"
)

// A workbook in a zip is read from memory, as its parts lie in any order. Text and pages are unpacked as they are read.
// Nothing is unpacked to the disk, where exports would be left behind.
const (
	maxHeld    = 64 << 20  // bytes of a workbook in a zip
	maxHeldAll = 128 << 20 // bytes of all of one zip
)

// listMembers makes a table of every export in a zip, and says which other members it left alone.
func (f *File) listMembers(a *archive.Archive) error {
	z := zipList{file: f, room: maxHeldAll}
	for _, m := range a.Members {
		if strings.HasSuffix(m.Name, "/") || strings.HasPrefix(path.Base(m.Name), ".") || strings.HasPrefix(path.Base(m.Name), "~$") || strings.HasPrefix(m.Name, "__MACOSX/") {
			continue
		}
		if err := z.member(m); err != nil {
			var fault Fault
			errors.As(located(err, f.Name, m.Name), &fault)
			f.Faults = append(f.Faults, fault)
		}
	}
	switch {
	case len(f.Tables) > 0:
		return nil
	case len(f.Faults) == 1:
		return f.Faults[0]
	}
	return Fault{ID: "export/nothing-in-zip", What: "there is no CSV file, workbook or web page in this zip",
		Hint: "unpack it and name the exports one by one"}
}

// A zipList is a zip of exports while it is listed.
type zipList struct {
	file *File
	room int64 // bytes that workbooks may yet take
}

// member adds the tables of one member, whose kind its first bytes tell.
func (z *zipList) member(m archive.Member) error {
	if !mayBeExport(m.Name) {
		return Fault{ID: "export/skipped-member", What: "only CSV files, workbooks (.xlsx) and web pages are read from a zip",
			Hint: "if this is an export, save it as one of these"}
	}
	head, cut, err := headOf(m)
	switch {
	case err != nil:
		return err
	case isZip(head):
		return z.book(m)
	case isCompound(head):
		whole, err := z.hold(m)
		if err != nil {
			return err
		}
		return compound(head, bytes.NewReader(whole))
	}
	if err := foreign(head); err != nil {
		return err
	}
	enc := encoding.Sniff(head, cut)
	if isPage(plain(enc, head)) {
		z.add(newPage(z.file.Name, m.Name, enc, m.Stream))
		return nil
	}
	if err := notText(enc, head); err != nil {
		return err
	}
	t, err := newDelimited(z.file.Name, m.Name, head, cut, m.Stream)
	if err != nil {
		return err
	}
	z.add(t)
	return nil
}

func (z *zipList) add(t *Table) { z.file.Tables = append(z.file.Tables, t) }

// headOf unpacks the beginning of a member; cut says that there is more of it.
func headOf(m archive.Member) (head []byte, cut bool, err error) {
	r, err := m.Stream()
	if err != nil {
		return nil, false, err
	}
	defer r.Close()
	head = make([]byte, sniffSize)
	n, err := io.ReadFull(r, head)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return head[:n], false, nil
	}
	return head[:n], err == nil, err
}

// book adds the sheets of a workbook. Another zip within is not opened.
func (z *zipList) book(m archive.Member) error {
	whole, err := z.hold(m)
	if err != nil {
		return err
	}
	a, err := archive.Open(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		return err
	}
	if kind, hint := otherZip(a); kind != "" {
		return Fault{ID: "export/other-kind", What: "this is " + kind, Hint: hint}
	}
	if !workbook.Is(a) {
		return Fault{ID: "export/skipped-member", What: "this is a zip within the zip; it was not opened",
			Hint: "unpack it and name the exports one by one"}
	}
	return z.file.listSheets(a, m.Name+": ")
}

// hold unpacks a member into memory, as far as there is room.
func (z *zipList) hold(m archive.Member) ([]byte, error) {
	whole, err := m.Whole(min(maxHeld, z.room))
	z.room -= int64(len(whole))
	return whole, err
}

// mayBeExport tells from a name whether a member of a zip may be an export.
func mayBeExport(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls", ".html", ".htm":
		return true
	}
	return false
}
