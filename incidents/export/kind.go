package export

import (
	"bytes"
	"io"

	"siequity/incidents/export/encoding"
)

// sniffSize is how much of the beginning is looked at to tell the kind, encoding and delimiter.
const sniffSize = 256 << 10

// list tells the kind of the file from its first bytes, never from its name, and lists the tables in it.
func (f *File) list() error {
	head := make([]byte, sniffSize)
	n, err := f.file.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return err
	}
	head = head[:n]
	switch {
	case isZip(head):
		return f.listZip()
	case isCompound(head):
		return compound(head, f.file)
	}
	if err := foreign(head); err != nil {
		return err
	}
	cut := n == sniffSize
	if enc := encoding.Sniff(head, cut); isPage(plain(enc, head)) {
		f.Format = HTML
		f.Tables = []*Table{newPage(f.Name, "", enc, f.whole)}
		return nil
	} else if err := notText(enc, head); err != nil {
		return err
	}
	f.Format = CSV
	t, err := newDelimited(f.Name, "", head, cut, f.whole)
	if err != nil {
		return err
	}
	f.Tables = []*Table{t}
	return nil
}

func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

func isCompound(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
}

// whole reads the file from its beginning; several may do so at the same time.
func (f *File) whole() (io.ReadCloser, error) {
	return io.NopCloser(&summed{file: f.file, sum: &f.sum}), nil
}

// plain gives the beginning as UTF-8, or as it is when it cannot be converted.
func plain(enc *encoding.Encoding, head []byte) []byte {
	r, err := enc.Reader(bytes.NewReader(head))
	if err != nil {
		return head
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return head
	}
	return text
}

// isPage tells whether a text is a web page: it begins with a tag, and one that pages have is near.
func isPage(text []byte) bool {
	text = bytes.ToLower(bytes.TrimLeft(text[:min(len(text), 4096)], "\uFEFF \t\r\n"))
	if !bytes.HasPrefix(text, []byte("<")) {
		return false
	}
	if bytes.HasPrefix(text, []byte("<?xml")) { // Excel 2003 XML has tables and styles too
		return bytes.Contains(text, []byte("<html"))
	}
	for _, tag := range []string{"<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<div", "<style"} {
		if bytes.Contains(text, []byte(tag)) {
			return true
		}
	}
	return false
}

// A signature is how a kind of file that is not an export begins.
type signature struct {
	start, kind, hint string
}

var signatures = []signature{
	{"%PDF", "a PDF", "ask for the same report as .xlsx or .csv"},
	{"\x89PNG", "a picture", "ask for the report itself as .xlsx or .csv"},
	{"\xFF\xD8\xFF", "a picture", "ask for the report itself as .xlsx or .csv"},
	{"GIF8", "a picture", "ask for the report itself as .xlsx or .csv"},
	{"{\\rtf", "a Word document", "ask for the same report as .xlsx or .csv"},
	{"\x1F\x8B", "a gzip archive", "unpack it first"},
	{"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", "unpack it first"},
	{"Rar!", "a RAR archive", "unpack it first"},
	{"SQLite format 3", "a database", "export the table as .xlsx or .csv"},
	{"MIME-Version:", "a web archive (.mht)", "open it in Excel and save it as .xlsx"},
	{"<?xml", "an XML file", "if it is an Excel 2003 XML spreadsheet, open it in Excel and save it as .xlsx"},
	{`{"`, "a JSON file", "ask for the same data as .xlsx or .csv"},
	{"[{", "a JSON file", "ask for the same data as .xlsx or .csv"},
	{"{\n", "a JSON file", "ask for the same data as .xlsx or .csv"},
	{"{\r\n", "a JSON file", "ask for the same data as .xlsx or .csv"},
}

// foreign refuses files that are known to be no export, by how they begin.
func foreign(head []byte) error {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, encoding.MarkUTF8), " \t\r\n")
	for _, s := range signatures {
		if bytes.HasPrefix(text, []byte(s.start)) && !isPage(text) {
			return Fault{ID: "export/other-kind", What: "this is " + s.kind + ", not an export", Hint: s.hint}
		}
	}
	return nil
}

// notText refuses what has many bytes that no text has. A few are let through: free text holds stray ones.
func notText(enc *encoding.Encoding, head []byte) error {
	text := plain(enc, head)
	controls := 0
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			controls++
		}
	}
	if controls*50 > len(text) {
		return Fault{ID: "export/not-text", What: "this is neither a workbook nor text",
			Hint: "export again as .xlsx or .csv; if it came through e-mail or a portal, download it again"}
	}
	if len(bytes.TrimLeft(text, "\uFEFF \t\r\n")) == 0 && len(head) < sniffSize {
		return Fault{ID: "export/empty-file", What: "the file holds nothing but spaces",
			Hint: "run the export again; it may have stopped before it wrote anything"}
	}
	return nil
}

// compound tells apart what Microsoft's old container may hold. None of it is read.
//
// Note: no pure Go reader of the old .xls format is kept up (the best known has rested since 2022), and a wrong
// reading of a date or a code would be worse than asking for one "save as".
func compound(head []byte, file io.ReaderAt) error {
	directory := head
	if len(head) >= 52 {
		sector := int64(1) << (head[30] & 15)
		first := int64(uint32(head[48]) | uint32(head[49])<<8 | uint32(head[50])<<16 | uint32(head[51])<<24)
		buf := make([]byte, 64<<10)
		n, _ := file.ReadAt(buf, (first+1)*sector) // a place beyond the end reads nothing
		directory = append(directory[:len(directory):len(directory)], buf[:n]...)
	}
	has := func(stream string) bool { return bytes.Contains(directory, wide(stream)) }
	switch {
	case has("EncryptedPackage"):
		return Fault{ID: "export/password", What: "the workbook is protected by a password",
			Hint: "open it in Excel, remove the password (File, Info, Protect Workbook) and save it as .xlsx"}
	case has("Workbook") || has("Book"):
		return Fault{ID: "export/old-excel", What: "this is a workbook in the old Excel 97-2003 format (.xls)",
			Hint: "open it in Excel and save it as Excel Workbook (.xlsx)"}
	case has("WordDocument"):
		return Fault{ID: "export/other-kind", What: "this is a Word document, not an export",
			Hint: "ask for the same report as .xlsx or .csv"}
	}
	return Fault{ID: "export/other-kind", What: "this is a file of an old Microsoft program, not an export",
		Hint: "open it in its program and save it as .xlsx or .csv"}
}

// wide is a name as the old container stores it.
func wide(name string) []byte {
	var b []byte
	for _, r := range name {
		b = append(b, byte(r), 0)
	}
	return b
}
