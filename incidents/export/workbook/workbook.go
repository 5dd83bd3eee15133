package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"

	"golang.org/x/net/html/charset"

	"siequity/incidents/export/archive"
	"siequity/incidents/export/markup"
)

// Why a workbook is not read. Errors of packages archive and markup come through as well.
var (
	ErrBroken = errors.New("the workbook is damaged")
	ErrEmpty  = errors.New("the workbook has no sheet with cells")
)

// A Book is what the sheets of one workbook share. It may be used by several goroutines.
type Book struct {
	Sheets  []Sheet
	Dates   []bool  // by cell style: shows a date or a time
	Shift   float64 // days to add to a date's figure, for workbooks that begin in 1904
	texts   archive.Member
	hasText bool
	loading sync.Once
	shared  texts
	failed  error
}

// A Sheet is one tab, in the order of the tabs.
type Sheet struct {
	Name   string
	Hidden bool
	Cells  bool // has cells that can be read; a chart has none
	Part   archive.Member
}

// Is tells whether an archive is a workbook.
func Is(a *archive.Archive) bool {
	return a.Has("[content_types].xml") && (a.Has("_rels/.rels") || a.Has("xl/workbook.xml"))
}

// bookPart is the list of sheets.
type bookPart struct {
	Properties struct {
		From1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string `xml:"name,attr"`
		State string `xml:"state,attr"`
		Link  string `xml:"id,attr"`
	} `xml:"sheets>sheet"`
}

// Open reads the list of sheets and the styles.
func Open(a *archive.Archive) (*Book, error) {
	name, err := mainPart(a)
	if err != nil {
		return nil, err
	}
	var list bookPart
	found, err := decode(a, name, &list)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fmt.Errorf("%w: its list of sheets is missing", ErrBroken)
	}
	links, err := readLinks(a, name)
	if err != nil {
		return nil, err
	}
	b := &Book{}
	if truth(list.Properties.From1904) {
		b.Shift = days1904
	}
	b.addSheets(a, list, links)
	if len(b.Sheets) == 0 {
		return nil, ErrEmpty
	}
	return b, b.addParts(a, links)
}

func (b *Book) addSheets(a *archive.Archive, list bookPart, links map[string]link) {
	for _, s := range list.Sheets {
		l := links[s.Link]
		part, ok := a.Find(l.part)
		b.Sheets = append(b.Sheets, Sheet{
			Name:   s.Name,
			Hidden: s.State == "hidden" || s.State == "veryHidden",
			Cells:  ok && strings.HasSuffix(l.kind, "/worksheet"),
			Part:   part,
		})
	}
}

// addParts finds the shared texts and reads which styles show dates.
func (b *Book) addParts(a *archive.Archive, links map[string]link) error {
	for _, l := range links { // a workbook has one of each
		switch {
		case strings.HasSuffix(l.kind, "/sharedStrings"):
			b.texts, b.hasText = a.Find(l.part)
		case strings.HasSuffix(l.kind, "/styles"):
			var s stylesPart
			if _, err := decode(a, l.part, &s); err != nil {
				return err
			}
			b.Dates = s.dates()
		}
	}
	return nil
}

// IsDate tells whether a cell style shows a date or a time.
func (b *Book) IsDate(style int) bool { return style < len(b.Dates) && b.Dates[style] }

// truth reads XML's two ways to write true.
func truth(s string) bool { return s == "1" || s == "true" }

// A link leads from one part to another.
type link struct{ kind, part string }

// relations are a part's links to others.
type relations struct {
	Links []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// readLinks reads the relations of a part, by ID.
func readLinks(a *archive.Archive, name string) (map[string]link, error) {
	dir, base := path.Split(name)
	var rels relations
	if _, err := decode(a, dir+"_rels/"+base+".rels", &rels); err != nil {
		return nil, err
	}
	links := make(map[string]link, len(rels.Links))
	for _, l := range rels.Links {
		target := l.Target
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		links[l.ID] = link{kind: l.Type, part: archive.Clean(target)}
	}
	return links, nil
}

// mainPart finds the list of sheets.
func mainPart(a *archive.Archive) (string, error) {
	links, err := readLinks(a, "")
	if err != nil {
		return "", err
	}
	for _, l := range links { // a package has one
		if strings.HasSuffix(l.kind, "/officeDocument") && a.Has(l.part) {
			return l.part, nil
		}
	}
	return "xl/workbook.xml", nil
}

// decode reads a small part into v. found is false if the workbook has no such part.
func decode(a *archive.Archive, name string, v any) (found bool, err error) {
	m, ok := a.Find(archive.Clean(name))
	if !ok {
		return false, nil
	}
	text, err := m.Small()
	if err != nil {
		return true, err
	}
	if err := markup.CheckProlog(text); err != nil {
		return true, err
	}
	d := xml.NewDecoder(bytes.NewReader(text))
	d.CharsetReader = charset.NewReaderLabel
	if err := d.Decode(v); err != nil {
		return true, fmt.Errorf("%w: %s is not valid XML", ErrBroken, path.Base(name))
	}
	return true, nil
}
