package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// readWord reads a .docx: the main part, its notes, and the page headers for the first page.
func readWord(b []byte) (Document, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return Document{}, fmt.Errorf("%w: the zip inside it cannot be opened", ErrDamaged)
	}
	main := part(z, "word/document.xml", "word/document2.xml")
	if main == nil {
		return Document{}, otherPackage(z)
	}
	styles, err := readStyles(part(z, "word/styles.xml"))
	if err != nil {
		return Document{}, err
	}
	out := &writer{}
	reader := &wordReader{styles: styles, out: out}
	if err := reader.read(main); err != nil {
		return Document{}, err
	}
	for _, name := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		if f := part(z, name); f != nil {
			reader.kind = Footnote
			if err := reader.read(f); err != nil {
				return Document{}, err
			}
		}
	}
	headers, err := pageHeaders(z, styles)
	if err != nil {
		return Document{}, err
	}
	return out.document("docx", headers, reader.notes(z)), nil
}

func part(z *zip.Reader, names ...string) *zip.File {
	for _, name := range names {
		for _, f := range z.File {
			if f.Name == name {
				return f
			}
		}
	}
	return nil
}

// otherPackage says what a zip is that holds no Word document.
func otherPackage(z *zip.Reader) error {
	for _, f := range z.File {
		switch {
		case strings.HasPrefix(f.Name, "xl/"):
			return fmt.Errorf("%w: an Excel workbook", ErrFormat)
		case strings.HasPrefix(f.Name, "ppt/"):
			return fmt.Errorf("%w: a PowerPoint presentation", ErrFormat)
		case f.Name == "content.xml":
			return fmt.Errorf("%w: an OpenDocument file", ErrFormat)
		case f.Flags&1 != 0:
			return ErrEncrypted
		}
	}
	return fmt.Errorf("%w: a zip", ErrFormat)
}

// pageHeaders returns the text of the page headers, where many trusts print the report's number.
func pageHeaders(z *zip.Reader, styles map[string]Kind) (string, error) {
	var files []*zip.File
	for _, f := range z.File {
		if ok, _ := path.Match("word/header*.xml", f.Name); ok {
			files = append(files, f)
		}
	}
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := &writer{}
	for _, f := range files[:min(len(files), 6)] {
		if err := (&wordReader{styles: styles, out: out}).read(f); err != nil {
			return "", err
		}
	}
	return out.text.String(), nil
}

// readStyles maps the ids of styles that are headings or lists, whatever the language of the Word that wrote them:
// the name inside stays English.
func readStyles(f *zip.File) (map[string]Kind, error) {
	styles := map[string]Kind{}
	if f == nil {
		return styles, nil
	}
	id := ""
	err := walk(f, func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch e.Name.Local {
		case "style":
			id = attr(e, "styleId")
		case "name":
			name := strings.ToLower(attr(e, "val"))
			if strings.HasPrefix(name, "heading") || name == "title" || name == "subtitle" {
				styles[id] = Heading
			} else if strings.HasPrefix(name, "list ") && name != "list paragraph" {
				styles[id] = ListItem
			}
		case "outlineLvl":
			if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < 9 && id != "" {
				styles[id] = Heading
			}
		}
		return nil
	})
	return styles, err
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// errBomb ends the reading of a part that inflates beyond all measure.
var errBomb = fmt.Errorf("%w: a part of it unpacks to more than %d MB", ErrTooLarge, maxText>>20)

// walk gives visit the tokens of one part, within bounds. A document type declaration, which could make a small file
// expand without end, is refused.
func walk(f *zip.File, visit func(xml.Token) error) error {
	if f.UncompressedSize64 > maxText {
		return errBomb
	}
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("%w: %s cannot be unpacked", ErrDamaged, path.Base(f.Name))
	}
	defer r.Close()
	limited := &io.LimitedReader{R: r, N: maxText + 1}
	d := xml.NewDecoder(limited)
	for depth := 0; ; {
		t, err := d.Token()
		switch {
		case limited.N <= 0:
			return errBomb
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%w: %s is not well formed", ErrDamaged, path.Base(f.Name))
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.Directive:
			return fmt.Errorf("%w: %s declares a document type", ErrDamaged, path.Base(f.Name))
		}
		if depth > maxDepth {
			return fmt.Errorf("%w: %s is nested too deep", ErrDamaged, path.Base(f.Name))
		}
		if err := visit(t); err != nil {
			return err
		}
	}
}
