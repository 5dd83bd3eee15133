package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
	"sync"

	"golang.org/x/net/html/charset"

	"siequity/incidents/export/markup"
)

// A workbook is what the sheets of one file share.
type workbook struct {
	parts   parts
	dates   []bool  // by cell style: shows a date
	shift   float64 // days to add to a date's figure, for workbooks that begin in 1904
	texts   string  // name of the part with the shared texts; empty without one
	loading sync.Once
	shared  sharedTexts
	broken  error
}

// relations are a part's links to others.
type relations struct {
	Links []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// bookPart is the list of sheets.
type bookPart struct {
	Properties struct {
		From1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string `xml:"name,attr"`
		State string `xml:"state,attr"`
		Link  string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		Loose string `xml:"id,attr"` // the same with another name space, as in strict workbooks
	} `xml:"sheets>sheet"`
}

// listSheets makes a table of every sheet with cells, in the order of the tabs, hidden ones too.
func (f *File) listSheets(p parts) error {
	name, err := p.mainPart()
	if err != nil {
		return err
	}
	var book bookPart
	if found, err := p.decode(name, &book); err != nil || !found {
		return missingPart(err)
	}
	links, err := p.links(name)
	if err != nil {
		return err
	}
	w := &workbook{parts: p}
	if truth(book.Properties.From1904) {
		w.shift = days1904
	}
	if err := w.findShared(links); err != nil {
		return err
	}
	for _, s := range book.Sheets {
		id := s.Link
		if id == "" {
			id = s.Loose
		}
		link, ok := links[id]
		if !ok || !strings.HasSuffix(link.kind, "/worksheet") || p[link.part] == nil {
			f.Faults = append(f.Faults, Fault{ID: "export/sheet-without-cells", File: f.Name, Sheet: s.Name,
				What: "the sheet is a chart or is missing from the workbook; it was not read"})
			continue
		}
		t := &Table{File: f.Name, Sheet: s.Name, Hidden: s.State == "hidden" || s.State == "veryHidden"}
		t.source = &sheet{table: t, book: w, part: p[link.part], block: blockSize}
		f.Tables = append(f.Tables, t)
	}
	if len(f.Tables) == 0 {
		return Fault{ID: "export/no-sheet", What: "the workbook has no sheet with cells",
			Hint: "open it in Excel to see what it holds, and save it again as .xlsx"}
	}
	return nil
}

func missingPart(err error) error {
	if err != nil {
		return err
	}
	return Fault{ID: "export/broken-workbook", What: "the workbook is damaged: its list of sheets is missing",
		Hint: "open it in Excel, let Excel repair it and save it as .xlsx"}
}

func truth(s string) bool { return s == "1" || s == "true" }

// A link leads from one part to another.
type link struct{ kind, part string }

// links reads the relations of a part, by ID.
func (p parts) links(name string) (map[string]link, error) {
	dir, base := path.Split(name)
	var rels relations
	if _, err := p.decode(dir+"_rels/"+base+".rels", &rels); err != nil {
		return nil, err
	}
	links := make(map[string]link, len(rels.Links))
	for _, l := range rels.Links {
		target := l.Target
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		links[l.ID] = link{kind: l.Type, part: partName(target)}
	}
	return links, nil
}

// mainPart finds the list of sheets.
func (p parts) mainPart() (string, error) {
	links, err := p.links("")
	if err != nil {
		return "", err
	}
	name := "xl/workbook.xml"
	for _, l := range links {
		if strings.HasSuffix(l.kind, "/officeDocument") && p.has(l.part) {
			name = l.part // a package has one
		}
	}
	return name, nil
}

// findShared finds the shared texts and reads which styles show dates.
func (w *workbook) findShared(links map[string]link) error {
	for _, l := range links {
		switch {
		case strings.HasSuffix(l.kind, "/sharedStrings"):
			w.texts = l.part
		case strings.HasSuffix(l.kind, "/styles"):
			var s stylesPart
			if _, err := w.parts.decode(l.part, &s); err != nil {
				return err
			}
			w.dates = s.dates()
		}
	}
	return nil
}

// load reads the shared texts, once, when the first sheet is read.
func (w *workbook) load() error {
	w.loading.Do(func() {
		if m := w.parts[w.texts]; m != nil {
			w.shared, w.broken = loadTexts(m)
		}
	})
	return w.broken
}

// decode reads a small part into v. found is false if the workbook has no such part.
func (p parts) decode(name string, v any) (found bool, err error) {
	b, err := p.small(name)
	if err != nil || b == nil {
		return false, err
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = charset.NewReaderLabel
	if err := d.Decode(v); err != nil {
		return true, Fault{ID: "export/broken-workbook", What: "the workbook is damaged: " + path.Base(name) + " is not valid XML",
			Hint: "open it in Excel, let Excel repair it and save it as .xlsx"}
	}
	return true, nil
}

// openBlocks opens a long part, to be read in pieces.
func openBlocks(m *zip.File, limit int64, element, parent string, size int) (*markup.Blocks, io.Closer, error) {
	r, err := openPart(m, limit)
	if err != nil {
		return nil, nil, err
	}
	x, err := markup.NewBlocks(r, element, parent, size)
	if err != nil {
		r.Close()
		return nil, nil, xmlFault(err)
	}
	return x, r, nil
}

// xmlFault says what an error of the XML scanner means for a workbook.
func xmlFault(err error) error {
	switch err {
	case markup.ErrDocumentType:
		return Fault{ID: "export/document-type", What: "the workbook holds a document type declaration, which no workbook needs; it was not read",
			Hint: "ask the sender what wrote it; open it in Excel and save it again if you trust it"}
	case markup.ErrTooLong:
		return Fault{ID: "export/record-too-long", What: "a row does not end within 32 MB",
			Hint: "open the workbook in Excel and save it as .xlsx again"}
	}
	return err
}
