package export

import (
	"archive/zip"
	"errors"
	"io"
	"math"
	"path"
	"strings"

	"siequity/incidents/export/encoding"
	"siequity/incidents/export/markup"
)

// Limits against archives made to fill memory or time: what is unpacked is counted as it comes, whatever sizes the
// archive claims. Real exports, even of mostly empty sheets, stay under a ratio of 150.
const (
	maxRatio    = 250     // unpacked over packed bytes of a part that is streamed
	keptRatio   = 60      // the same of a part that is kept: texts, each of them once, which pack less well
	ratioFrom   = 8 << 20 // unpacked bytes below which the ratio does not matter
	maxUnpacked = 8 << 30 // bytes of a part that is streamed
	maxKept     = 1 << 29 // bytes of a part that is kept in memory while it is read
	maxSmall    = 16 << 20
	maxMembers  = 10000
)

// listZip lists a workbook's sheets or the CSV files in a plain zip.
func (f *File) listZip() error {
	info, err := f.file.Stat()
	if err != nil {
		return err
	}
	z, err := zip.NewReader(f.file, info.Size())
	switch {
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return Fault{ID: "export/broken-zip", What: "the file is damaged or was cut short: its list of contents is missing",
			Hint: "copy or download it again; if it is a workbook, open it in Excel and save it"}
	case len(z.File) > maxMembers:
		return Fault{ID: "export/too-many-members", What: "the file holds more than 10,000 others",
			Hint: "unpack it and name the exports one by one"}
	}
	parts := newParts(z)
	if kind, hint := parts.foreign(); kind != "" {
		return Fault{ID: "export/other-kind", What: "this is " + kind, Hint: hint}
	}
	if parts.workbook() {
		f.Format = XLSX
		return f.listSheets(parts)
	}
	f.Format = Zip
	return f.listMembers(z)
}

// parts finds members of a zip by name, whatever its case and slashes.
type parts map[string]*zip.File

func newParts(z *zip.Reader) parts {
	p := parts{}
	for _, m := range z.File {
		name := partName(m.Name)
		if _, twice := p[name]; !twice {
			p[name] = m
		}
	}
	return p
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (p parts) has(name string) bool { return p[name] != nil }

func (p parts) workbook() bool {
	return p.has("[content_types].xml") && (p.has("_rels/.rels") || p.has("xl/workbook.xml"))
}

// foreign names the other programs whose files are zips too.
func (p parts) foreign() (kind, hint string) {
	switch {
	case p.has("word/document.xml"):
		return "a Word document, not an export", "ask for the same report as .xlsx or .csv"
	case p.has("ppt/presentation.xml"):
		return "a presentation, not an export", "ask for the same report as .xlsx or .csv"
	case p.has("xl/workbook.bin"):
		return "a binary workbook (.xlsb)", "open it in Excel and save it as Excel Workbook (.xlsx)"
	case p.has("content.xml") && p.has("mimetype"):
		return "an OpenDocument file (.ods)", "open it in Excel or LibreOffice and save it as .xlsx"
	}
	return "", ""
}

// listMembers makes a table of every CSV in a zip, and says which other members it left alone.
func (f *File) listMembers(z *zip.Reader) error {
	for _, m := range z.File {
		if strings.HasSuffix(m.Name, "/") || strings.HasPrefix(path.Base(m.Name), ".") || strings.HasPrefix(m.Name, "__MACOSX/") {
			continue
		}
		t, err := f.member(m)
		if err != nil {
			var fault Fault
			errors.As(located(err, f.Name, m.Name), &fault)
			f.Faults = append(f.Faults, fault)
			continue
		}
		f.Tables = append(f.Tables, t)
	}
	if len(f.Tables) > 0 {
		return nil
	}
	if len(f.Faults) == 1 {
		return f.Faults[0]
	}
	return Fault{ID: "export/nothing-in-zip", What: "there is no CSV file in this zip",
		Hint: "unpack it and name the exports one by one"}
}

func (f *File) member(m *zip.File) (*Table, error) {
	open := func() (io.ReadCloser, error) { return openPart(m, maxUnpacked) }
	if !textual(m.Name) {
		return nil, Fault{ID: "export/skipped-member", What: "only CSV files are read from a zip",
			Hint: "if this is an export, unpack it and name it by itself"}
	}
	r, err := open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	head := make([]byte, sniffSize)
	n, err := io.ReadFull(r, head)
	head = head[:n]
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	if err := foreign(head); err != nil {
		return nil, err
	}
	if err := notText(encoding.Sniff(head, err == nil), head); err != nil {
		return nil, err
	}
	return newDelimited(f.Name, m.Name, head, err == nil, open)
}

// openPart unpacks a member under the limits above.
func openPart(m *zip.File, limit int64) (io.ReadCloser, error) {
	if m.Flags&1 != 0 {
		return nil, Fault{ID: "export/password", What: "the zip is protected by a password",
			Hint: "unpack it with its password and name the export itself"}
	}
	r, err := m.Open()
	if err != nil {
		return nil, brokenPart(err)
	}
	ratio := int64(maxRatio)
	if limit <= maxKept {
		ratio = keptRatio
	}
	packed := int64(min(m.CompressedSize64, math.MaxInt64/maxRatio))
	return &guarded{r: r, limit: min(limit, max(ratioFrom, packed*ratio))}, nil
}

func brokenPart(err error) Fault {
	return Fault{ID: "export/broken-zip", What: "the file is damaged: " + strings.TrimPrefix(err.Error(), "zip: "),
		Hint: "copy or download it again; if it is a workbook, open it in Excel and save it"}
}

// guarded stops at a limit with a fault.
type guarded struct {
	r     io.ReadCloser
	limit int64
}

func (g *guarded) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	if g.limit -= int64(n); g.limit < 0 {
		return 0, Fault{ID: "export/zip-bomb", What: "the file unpacks to far more than an export would hold; it was not read further",
			Hint: "ask the sender what it is; open it in Excel and save it again if you trust it"}
	}
	if err != nil && err != io.EOF {
		err = brokenPart(err)
	}
	return n, err
}

func (g *guarded) Close() error { return g.r.Close() }

// small reads a whole part of a few kilobytes, such as the list of sheets. Document type declarations are
// refused: no workbook has one, and they are how XML is made to grow or to read other files.
func (p parts) small(name string) ([]byte, error) {
	m := p[name]
	if m == nil {
		return nil, nil
	}
	r, err := openPart(m, maxSmall)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return b, xmlFault(markup.CheckProlog(b))
}
