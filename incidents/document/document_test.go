package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	docHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>`
	docFoot = `</w:body></w:document>`
	notes   = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>` +
		`<w:footnote w:id="1"><w:p><w:r><w:t>Interpreter log seen.</w:t></w:r></w:p></w:footnote></w:footnotes>`
	pageHeader = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>StEIS 2026/10432</w:t></w:r></w:p></w:hdr>`
	germanList = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`
)

// docx packs parts, given as name and content by turns, into a Word file.
func docx(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func save(t *testing.T, name string, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// p is a paragraph of one run.
func p(text string) string {
	return `<w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func cells(texts ...string) string {
	var b strings.Builder
	b.WriteString("<w:tr>")
	for _, s := range texts {
		b.WriteString("<w:tc>" + p(s) + "</w:tc>")
	}
	b.WriteString("</w:tr>")
	return b.String()
}

func TestReadWord(t *testing.T) {
	for _, c := range []struct {
		name, body, want string
	}{
		{"paragraphs", p("One.") + p("Two."), "One.\n\nTwo."},
		{"runs of one word", `<w:p><w:r><w:t>inter</w:t></w:r><w:r><w:t>preter</w:t></w:r></w:p>`, "interpreter"},
		{"two cells are a field", `<w:tbl>` + cells("Ethnicity", "Pakistani") + cells("Language considered?", "Yes") + `</w:tbl>`,
			"Ethnicity: Pakistani\nLanguage considered? Yes"},
		{"labels in turn", `<w:tbl>` + cells("DOB:", "x", "Ethnicity:", "Irish") + `</w:tbl>`, "DOB: x\nEthnicity: Irish"},
		{"three cells", `<w:tbl>` + cells("Language", "Yes", "Interpreter used") + `</w:tbl>`, "Language: Yes | Interpreter used"},
		{"an empty cell", `<w:tbl>` + cells("Language", "", "Yes") + `</w:tbl>`, "Language: Yes"},
		{"a table in a table", `<w:tbl><w:tr><w:tc>` + p("Language") + `</w:tc><w:tc><w:tbl>` + cells("First", "Urdu") + `</w:tbl>` + p("") + `</w:tc></w:tr></w:tbl>`,
			"Language: First: Urdu"},
		{"a list", `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>Act</w:t></w:r></w:p>`, "- Act"},
		{"tracked deletion", `<w:p><w:r><w:t>Kept.</w:t></w:r><w:del><w:r><w:delText>Culture was considered.</w:delText></w:r></w:del></w:p>`, "Kept."},
		{"tracked insertion", `<w:p><w:ins><w:r><w:t>Added.</w:t></w:r></w:ins></w:p>`, "Added."},
		{"moved text stands once", `<w:p><w:moveFrom><w:r><w:t>Here.</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>Here.</w:t></w:r></w:moveTo></w:p>`, "Here."},
		{"deleted row", `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>` + p("Culture") + `</w:tc><w:tc>` + p("Yes") + `</w:tc></w:tr>` + cells("Language", "No") + `</w:tbl>`,
			"Language: No"},
		{"inserted row", `<w:tbl><w:tr><w:trPr><w:ins w:id="1"/></w:trPr><w:tc>` + p("Culture") + `</w:tc><w:tc>` + p("Yes") + `</w:tc></w:tr></w:tbl>`, "Culture: Yes"},
		{"text box once", `<w:p><w:r><w:t>Host.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>` + p("Boxed.") +
			`</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + p("Boxed.") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			"Host.\n\nBoxed."},
		{"old text box", `<w:p><w:r><w:pict><v:shape><w:txbxContent>` + p("Boxed.") + `</w:txbxContent></v:shape></w:pict></w:r></w:p>`, "Boxed."},
		{"content control", `<w:sdt><w:sdtPr/><w:sdtContent>` + p("Chosen.") + `</w:sdtContent></w:sdt>`, "Chosen."},
		{"unused prompt", `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + p("Choose an item.") + `</w:sdtContent></w:sdt>` + p("End."), "End."},
		{"tick boxes", `<w:p><w:r><w:t>Yes </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:t xml:space="preserve"> No </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>`,
			"Yes ☒ No ☐"},
		{"old form box", `<w:p><w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:t> Yes</w:t></w:r></w:p>`, "☒ Yes"},
		{"field code", `<w:p><w:r><w:instrText>REF _Ref1</w:instrText></w:r><w:r><w:t>Table 1</w:t></w:r></w:p>`, "Table 1"},
		{"hidden text", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>`, "Seen."},
		{"line break and tab", `<w:p><w:r><w:t>Ref</w:t><w:tab/><w:t>1</w:t><w:br/><w:t>Two</w:t></w:r></w:p>`, "Ref\t1\nTwo"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read(save(t, "report.docx", docx(t, "word/document.xml", docHead+c.body+docFoot)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, d.Text); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			checkBlocks(t, d)
		})
	}
}

// checkBlocks holds that the blocks stand in order and cover all but white space.
func checkBlocks(t testing.TB, d Document) {
	t.Helper()
	at := 0
	for _, b := range d.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(d.Text) {
			t.Fatalf("block %v after %d in a text of %d bytes", b, at, len(d.Text))
		}
		if strings.TrimSpace(d.Text[at:b.Start]) != "" {
			t.Fatalf("text outside blocks: %q", d.Text[at:b.Start])
		}
		at = b.End
	}
	if strings.TrimSpace(d.Text[at:]) != "" {
		t.Fatalf("text after the last block: %q", d.Text[at:])
	}
}

func TestReadWordParts(t *testing.T) {
	body := `<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Findings</w:t></w:r></w:p>` +
		p("The log was checked.") + `<w:p><w:r><w:br w:type="page"/></w:r></w:p>` + p("Second page, ref WEB99999.")
	d, err := Read(save(t, "r.docx", docx(t, "word/document.xml", docHead+body+docFoot, "word/footnotes.xml", notes,
		"word/header1.xml", pageHeader, "word/styles.xml", germanList, "word/comments.xml", "<c/>")))
	if err != nil {
		t.Fatal(err)
	}
	var kinds []Kind
	for _, b := range d.Blocks {
		kinds = append(kinds, b.Kind)
	}
	if diff := cmp.Diff([]Kind{Heading, Paragraph, Paragraph, Footnote}, kinds); diff != "" {
		t.Errorf("kinds (-want +got):\n%s", diff)
	}
	if want := "StEIS 2026/10432\nFindings\n\nThe log was checked."; d.FirstPage != want {
		t.Errorf("first page %q, want %q", d.FirstPage, want)
	}
	if diff := cmp.Diff([]string{"2026/10432"}, References("Report final v2.docx", d.FirstPage)); diff != "" {
		t.Errorf("references (-want +got):\n%s", diff)
	}
	if len(d.Notes) != 1 || d.Notes[0].What != "comments left out" {
		t.Errorf("notes %v", d.Notes)
	}
}

func TestRefusals(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	doctype := `<!DOCTYPE x [<!ENTITY a "b">]>` + docHead + p("&a;") + docFoot
	for _, c := range []struct {
		name string
		file string
		data []byte
		want error
	}{
		{"old word", "a.doc", []byte(ole), ErrOldWord},
		{"encrypted", "a.docx", []byte(ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), ErrEncrypted},
		{"document type", "a.docx", docx(t, "word/document.xml", doctype), ErrDamaged},
		{"broken xml", "a.docx", docx(t, "word/document.xml", docHead+"<w:p>"), ErrDamaged},
		{"too deep", "a.docx", docx(t, "word/document.xml", docHead+strings.Repeat("<w:x>", maxDepth+5)), ErrDamaged},
		{"zip bomb", "a.docx", docx(t, "word/document.xml", docHead+strings.Repeat(" ", maxText+10)+docFoot), ErrTooLarge},
		{"workbook", "a.docx", docx(t, "xl/workbook.xml", "<x/>"), ErrFormat},
		{"broken zip", "a.docx", []byte("PK\x03\x04 and no more"), ErrDamaged},
		{"empty word", "a.docx", docx(t, "word/document.xml", docHead+docFoot), ErrNoText},
		{"empty file", "a.txt", nil, ErrNoText},
		{"no text", "a.txt", []byte("\x00\x01\x02\x03\x00\x00\x07\x09\x01\x02\x03\x04"), ErrFormat},
		{"rich text", "a.rtf", []byte(`{\rtf1 hello}`), ErrFormat},
		{"broken pdf", "a.pdf", []byte("%PDF-1.7\nnothing"), ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(save(t, c.file, c.data))
			var r *Refusal
			if !errors.Is(err, c.want) || !errors.As(err, &r) {
				t.Fatalf("error %v, want %v", err, c.want)
			}
			if r.Hint == "" || !strings.HasPrefix(err.Error(), c.file+": ") {
				t.Errorf("message %q, hint %q", err, r.Hint)
			}
		})
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none.docx")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
}

func TestReadText(t *testing.T) {
	for _, c := range []struct{ name, file, data, want, format string }{
		{"plain", "a.txt", "One\r\ntwo\r\n\r\nThree", "One\ntwo\n\nThree", "txt"},
		{"mark", "a.txt", "\xef\xbb\xbfCaf\xc3\xa9", "Café", "txt"},
		{"windows", "a.txt", "Si\xe2n\x92s", "Siân’s", "txt"},
		{"utf-16", "a.txt", "\xff\xfeU\x00r\x00d\x00u\x00", "Urdu", "txt"},
		{"utf-16 without mark", "a.txt", "U\x00r\x00d\x00u\x00!\x00", "Urdu!", "txt"},
		{"markdown", "a.md", "# Findings\n\n- one\n- two\n\n|Field|Value|\n|---|---|\n|Language|Urdu|\n", "Findings\n\n- one\n- two\n\nField: Value\nLanguage: Urdu", "md"},
		{"web", "a.html", "<html><head><title>x</title><style>p{}</style></head><body><h2>Care</h2><p>One <del>gone</del>two<br>three</p>" +
			"<script>no()</script><table><tr><th>Language</th><td>Urdu</td></tr></table><ul><li>act</ul></body>", "Care\n\nOne two\nthree\n\nLanguage: Urdu\n\n- act", "html"},
		{"web without end tags", "a.html", "<body><table><tr><td>Ethnicity<td>Irish<tr><td>Language<td>English</table>End", "Ethnicity: Irish\nLanguage: English\n\nEnd", "html"},
		{"web table in a table", "a.html", "<body><table><tr><td>Outer<td>Said <table><tr><td>In<td>ner</tr></table> more</tr></table>", "Outer: Said\nIn: ner more", "html"},
		{"web table left open", "a.html", "<body><table><tr><td>Language<td>Urdu", "Language: Urdu", "html"},
		{"web by content", "a.txt", "<!DOCTYPE html><p>Hello &amp; bye", "Hello & bye", "html"},
		{"web tick box", "a.htm", `<p><input type="checkbox" checked> Yes <input type="checkbox"> No`, "☒ Yes ☐ No", "html"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read(save(t, c.file, []byte(c.data)))
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.want || d.Format != c.format {
				t.Errorf("got %s %q, want %s %q", d.Format, d.Text, c.format, c.want)
			}
			checkBlocks(t, d)
		})
	}
}

func TestReferences(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"RCA 2026-10432 final.docx", "", []string{"2026-10432"}},
		{"RCA_2026_10432_v3.docx", "", []string{"2026/10432"}},
		{"report 2026-05-14.docx", "Date 14/05/2026 at 10:30", nil},
		{"x.docx", "DATIX: WEB48213 StEIS ref 2026/10432", []string{"WEB48213", "2026/10432"}},
		{"x.docx", "Datix no. W12345", []string{"W12345"}},
		{"MI-012345 report.pdf", "", []string{"MI-012345"}},
		{"x.docx", "PMRT 91234/1", []string{"91234/1"}},
		{"x.docx", "Log No: 2021/4821, version 2", []string{"2021/4821"}},
		{"x.docx", "Reference: 48213", []string{"48213"}},
		{"x.docx", "LFPSE 7710044921", []string{"7710044921"}},
		{"x.docx", "NHS No 943 476 5919, born 16/05/1998", nil},
		{"x.docx", "Incident on 14/05/2026, BP 140/90", nil},
		{"WEB48213.docx", "web48213", []string{"WEB48213"}},
	} {
		if diff := cmp.Diff(c.want, References(c.name, c.page)); diff != "" {
			t.Errorf("%s, %q (-want +got):\n%s", c.name, c.page, diff)
		}
	}
}

func FuzzWordPart(f *testing.F) {
	f.Add(docHead + p("One.") + `<w:tbl>` + cells("a", "b") + `</w:tbl>` + docFoot)
	f.Add(docHead + `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + p("x") + `</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>` + docFoot)
	f.Add(`<w:tr xmlns:w="wordprocessingml"><w:del/><w:tc></w:tc></w:tr>`)
	f.Fuzz(func(t *testing.T, body string) {
		d, err := readWord(docx(t, "word/document.xml", body, "word/footnotes.xml", body))
		if err == nil {
			checkBlocks(t, d)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<html><table><tr><td>a<li>b"), "html")
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"), "pdf")
	f.Add([]byte("a\x00b\x00c\x00d\x00e\x00"), "txt")
	f.Fuzz(func(t *testing.T, data []byte, ending string) {
		d, err := decode("x."+ending, data)
		if err == nil {
			checkBlocks(t, d)
			References("x", d.FirstPage)
		}
	})
}

// What is left of a broken report is refused, not read as a short one.
func TestBrokenReportIsRefused(t *testing.T) {
	for _, name := range []string{"WEB1.docx", "WEB1.PDF"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte("rest of a file"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(path); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
