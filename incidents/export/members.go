package export

import (
	"errors"

	"siequity/incidents/export/archive"
	"siequity/incidents/export/markup"
	"siequity/incidents/export/workbook"
)

// listZip lists a workbook's sheets or the exports in a plain zip.
func (f *File) listZip() error {
	info, err := f.file.Stat()
	if err != nil {
		return err
	}
	a, err := archive.Open(f.file, info.Size())
	if err != nil {
		return err
	}
	if kind, hint := otherZip(a); kind != "" {
		return Fault{ID: "export/other-kind", What: "this is " + kind, Hint: hint}
	}
	if workbook.Is(a) {
		f.Format = XLSX
		return f.listSheets(a, "")
	}
	f.Format = Zip
	return f.listMembers(a)
}

// otherZip names the other programs whose files are zips too.
func otherZip(a *archive.Archive) (kind, hint string) {
	switch {
	case a.Has("word/document.xml"):
		return "a Word document, not an export", "ask for the same report as .xlsx or .csv"
	case a.Has("ppt/presentation.xml"):
		return "a presentation, not an export", "ask for the same report as .xlsx or .csv"
	case a.Has("xl/workbook.bin"):
		return "a binary workbook (.xlsb)", "open it in Excel and save it as Excel Workbook (.xlsx)"
	case a.Has("content.xml") && a.Has("mimetype"):
		return "an OpenDocument file (.ods)", "open it in Excel or LibreOffice and save it as .xlsx"
	}
	return "", ""
}

// listSheets makes a table of every sheet with cells, hidden ones too. Within a zip their names follow the workbook's.
func (f *File) listSheets(a *archive.Archive, within string) error {
	book, err := workbook.Open(a)
	if err != nil {
		return err
	}
	tables := 0
	for _, s := range book.Sheets {
		name := within + s.Name
		if !s.Cells {
			f.Faults = append(f.Faults, Fault{ID: "export/sheet-without-cells", File: f.Name, Sheet: name,
				What: "the sheet is a chart, or missing from the workbook; it was not read",
				Hint: "nothing to do, unless you expected records there"})
			continue
		}
		t := &Table{File: f.Name, Sheet: name, Hidden: s.Hidden}
		t.source = &sheet{table: t, book: book, part: s.Part, block: blockSize}
		f.Tables = append(f.Tables, t)
		tables++
	}
	if tables == 0 {
		return workbook.ErrEmpty
	}
	return nil
}

// remedies are what to do about the errors of the rooms that know nothing of rows.
var remedies = []struct {
	err            error
	id, what, hint string // without what, the error says it
}{
	{archive.ErrBroken, "export/broken-zip", "", "copy or download it again; if it is a workbook, open it in Excel and save it"},
	{archive.ErrMembers, "export/too-many-members", "", "unpack it and name the exports one by one"},
	{archive.ErrPassword, "export/password", "", "unpack it with its password and name the export itself"},
	{archive.ErrLarge, "export/large-member", "a workbook of more than 64 MB, or several of more than 128 MB together, are not read from a zip", "unpack the zip and name the exports one by one"},
	{archive.ErrBomb, "export/zip-bomb", "", "ask the sender what it is; open it in Excel and save it again if you trust it"},
	{workbook.ErrBroken, "export/broken-workbook", "", "open it in Excel, let Excel repair it and save it as .xlsx"},
	{workbook.ErrEmpty, "export/no-sheet", "", "open it in Excel to see what it holds, and save it again as .xlsx"},
	{markup.ErrDocumentType, "export/document-type", "the workbook has a document type declaration, which no workbook needs; it was not read",
		"ask the sender what wrote it; open it in Excel and save it again if you trust it"},
	{markup.ErrTooLong, "export/record-too-long", "a row does not end within 32 MB", "open the workbook in Excel and save it as .xlsx again"},
}

// asFault makes a fault of an error of the rooms that know nothing of rows.
func asFault(err error) (Fault, bool) {
	var f Fault
	if errors.As(err, &f) {
		return f, true
	}
	for _, r := range remedies {
		if errors.Is(err, r.err) {
			what := r.what
			if what == "" {
				what = err.Error()
			}
			return Fault{ID: r.id, What: what, Hint: r.hint}, true
		}
	}
	return Fault{}, false
}
