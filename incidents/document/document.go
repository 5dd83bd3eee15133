package document

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A Kind says what a block is in its report.
type Kind string

// The kinds of block.
const (
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	ListItem  Kind = "list"
	TableRow  Kind = "table row"
	Footnote  Kind = "footnote" // an endnote too
	TextBox   Kind = "text box"
)

// A Block is one part of a document: Text[Start:End], in bytes.
type Block struct {
	Kind       Kind
	Start, End int
}

// A Document is a report as text.
type Document struct {
	Path      string
	Format    string // docx, html, md, pdf, txt
	Text      string // valid UTF-8; blocks stand on lines of their own
	Blocks    []Block
	FirstPage string  // page headers and the text to the first page break, or its first 3,000 bytes
	Notes     []Fault // what a reader of the text should know, such as pictures that were not read
}

// A Fault is a thing worth telling about a document that could be read, with the remedy.
type Fault struct {
	What string // lower case; holds no text of the document
	Hint string // may be empty
}

// Why a document is refused. Test for them with errors.Is.
var (
	ErrNoText    = errors.New("it holds no text that can be read")
	ErrEncrypted = errors.New("it is protected by a password")
	ErrOldWord   = errors.New("it is in an old Word format")
	ErrFormat    = errors.New("it is not a kind of file that can be read as a report")
	ErrTooLarge  = errors.New("it is too large")
	ErrDamaged   = errors.New("it is damaged or not what its name says")
)

// A Refusal says why a document was not read and what to do. It unwraps to one of the errors above, or to the
// operating system's.
type Refusal struct {
	Path   string
	Reason error
	Detail string // what was met, lower case, may be empty
	Hint   string
}

// Error names the file and the reason; the hint is for the caller to show.
func (r *Refusal) Error() string {
	s := filepath.Base(r.Path) + ": " + r.Reason.Error()
	if r.Detail != "" {
		s += " (" + r.Detail + ")"
	}
	return s
}

// Unwrap gives the reason.
func (r *Refusal) Unwrap() error { return r.Reason }

// Bounds that no honest report meets.
const (
	maxFile      = 200 << 20 // bytes of a file
	maxText      = 64 << 20  // bytes of a text file, or of one inflated part of a .docx
	maxDepth     = 400       // elements within elements
	firstPageMax = 3000      // bytes of the first page, where no page break is marked
)

// Read reads the report at path. An error is a *Refusal.
func Read(path string) (Document, error) {
	b, err := contents(path)
	if err != nil {
		return Document{}, refuse(path, err)
	}
	d, err := decode(path, b)
	if err != nil {
		return Document{}, refuse(path, err)
	}
	d.Path = path
	if strings.TrimSpace(d.Text) == "" {
		return Document{}, refuse(path, fmt.Errorf("%w: %s", ErrNoText, d.Format))
	}
	return d, nil
}

func contents(path string) ([]byte, error) {
	f, err := os.Open(path)
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fs.ErrNotExist
	case errors.As(err, &p):
		return nil, p.Err // the name is said with it
	case err != nil:
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%w: a folder", ErrFormat)
	}
	if info.Size() > maxFile {
		return nil, ErrTooLarge
	}
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if len(b) > maxFile {
		return nil, ErrTooLarge
	}
	return b, err
}

// decode picks the reader by what the bytes are; the file's ending only parts Markdown and web pages from plain text.
func decode(path string, b []byte) (Document, error) {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	switch {
	case len(bytes.TrimSpace(b)) == 0:
		return Document{}, fmt.Errorf("%w: empty", ErrNoText)
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return readWord(b)
	case bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return Document{}, compound(b)
	case bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")):
		return readPDF(b)
	case bytes.HasPrefix(b, []byte(`{\rtf`)):
		return Document{}, fmt.Errorf("%w: rich text", ErrFormat)
	case len(b) > maxText:
		return Document{}, ErrTooLarge
	}
	text, err := plainText(b)
	if err != nil {
		return Document{}, err
	}
	if ending == "html" || ending == "htm" || ending == "mht" || looksLikeWeb(text) {
		return readWeb(text)
	}
	if ending == "docx" || ending == "pdf" {
		// What is left of a damaged report must not pass for one in which nothing was found.
		return Document{}, fmt.Errorf("%w: no .%s", ErrDamaged, ending)
	}
	return readPlain(text, ending), nil
}

// compound tells the two kinds of file that share the old Office container apart: an encrypted .docx holds a stream named
// EncryptedPackage, in UTF-16; all else is an old .doc.
func compound(b []byte) error {
	var name []byte
	for _, c := range []byte("EncryptedPackage") {
		name = append(name, c, 0)
	}
	if bytes.Contains(b, name) {
		return ErrEncrypted
	}
	return ErrOldWord
}

// refuse puts a reason into words, with the remedy.
func refuse(path string, err error) *Refusal {
	r := &Refusal{Path: path, Reason: err}
	for _, known := range []struct {
		is   error
		hint string
	}{
		{fs.ErrNotExist, "check the folder and the spelling"},
		{ErrNoText, "if it is a scan, ask for the Word file, or have the text recognised (OCR) and save it again"},
		{ErrEncrypted, "open it with its password and save a copy without one, in a folder that is safe"},
		{ErrOldWord, "open it in Word and save it as .docx"},
		{ErrFormat, "save the report as .docx, .pdf, .html, .txt or .md"},
		{ErrTooLarge, "split the report, or save its text alone as .docx or .txt"},
		{ErrDamaged, "open the file in its own program, and save it again"},
	} {
		if errors.Is(err, known.is) {
			r.Reason, r.Hint = known.is, known.hint
			r.Detail = strings.TrimPrefix(strings.TrimPrefix(err.Error(), known.is.Error()), ": ")
			return r
		}
	}
	r.Hint = "check that the file is there and not open in another program"
	return r
}
