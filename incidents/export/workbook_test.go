package export

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"siequity/incidents/export/markup"
	"siequity/incidents/export/workbook"
)

// A bookFixture is a small workbook, written part by part; change one part and keep the others.
type bookFixture struct {
	book, styles, texts string
	sheets              []string // the inside of each worksheet, from sheetData on
}

func validBook(change func(*bookFixture)) bookFixture {
	b := bookFixture{
		book: `<sheets><sheet name="Cover" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Data" sheetId="2" r:id="rId2"/></sheets>`,
		styles: `<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-809]dd\ mmmm\ yyyy"/></numFmts>` +
			`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs>`,
		texts:  `<si><t>Reference</t></si><si><t xml:space="preserve">Date </t></si>`,
		sheets: []string{`<sheetData/>`, `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>`},
	}
	if change != nil {
		change(&b)
	}
	return b
}

func (b bookFixture) bytes(tb testing.TB) []byte {
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const rel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	links := fmt.Sprintf(`<Relationship Id="s" Type="%sstyles" Target="styles.xml"/><Relationship Id="t" Type="%ssharedStrings" Target="/xl/sharedStrings.xml"/>`, rel, rel)
	members := []string{
		"[Content_Types].xml", `<Types/>`,
		"_rels/.rels", `<Relationships><Relationship Id="r" Type="` + rel + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook ` + main + `>` + b.book + `</workbook>`,
		"xl/styles.xml", `<styleSheet ` + main + `>` + b.styles + `</styleSheet>`,
		"xl/sharedStrings.xml", `<sst ` + main + `>` + b.texts + `</sst>`,
	}
	for i, s := range b.sheets {
		links += fmt.Sprintf(`<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, i+1, rel, i+1)
		if !strings.HasPrefix(s, "<?xml") && !strings.Contains(s, "worksheet") {
			s = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet ` + main + `><dimension ref="A1"/>` + s + `</worksheet>`
		}
		members = append(members, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s)
	}
	members = append(members, "xl/_rels/workbook.xml.rels", `<Relationships>`+links+`</Relationships>`)
	return zipped(tb, members...)
}

// kinds shows cells as kind and what a reader of the sheet sees: "d:01/02/2026".
func kinds(tb testing.TB, t *Table, r Range) (rows []string, faults []Fault, err error) {
	tb.Helper()
	err = t.Batches(tb.Context(), r, func(b Batch) error {
		faults = append(faults, b.Rows(func(row Row) bool {
			var s strings.Builder
			fmt.Fprint(&s, row.Number)
			if row.Hidden {
				s.WriteString(" hidden")
			}
			for _, c := range row.Cells {
				s.WriteString("|" + "-tndbe"[c.Kind:c.Kind+1])
				if c.Kind != Empty {
					s.WriteString(":" + c.String())
				}
			}
			rows = append(rows, s.String())
			return true
		})...)
		return nil
	})
	return rows, faults, err
}

func TestSheet(t *testing.T) {
	data := func(rows string) func(*bookFixture) {
		return func(b *bookFixture) { b.sheets[1] = `<sheetData>` + rows + `</sheetData>` }
	}
	cases := []struct {
		name   string
		change func(*bookFixture)
		want   []string
		faults []string
	}{
		{"shared texts", nil, []string{"1|t:Reference|t:Date "}, nil},
		{"gap between cells", data(`<row r="2"><c r="B2"><v>5</v></c><c r="D2" s="3"/></row>`), []string{"2|-|n:5"}, nil},
		{"gap between rows", data(`<row r="2"><c r="A2"><v>5</v></c></row><row r="9"><c r="A9"><v>6</v></c></row>`), []string{"2|n:5", "9|n:6"}, nil},
		{"no references", data(`<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>`), []string{"1|n:1|-|n:2", "3|n:3"}, nil},
		{"inline", data(`<row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c></row>`),
			[]string{"1|t:a & b|t:rich"}, nil},
		{"formula text", data(`<row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>a_x0041__x005F_x0042_&#163;</v></c></row>`), []string{"1|t:aA_x0042_£"}, nil},
		{"truth and error", data(`<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c></row>`), []string{"1|b:TRUE|b:FALSE|e:#N/A"}, nil},
		{"dates by style", data(`<row r="1"><c r="A1" s="1"><v>46053</v></c><c r="B1" s="2"><v>46053.75</v></c><c r="C1" s="3"><v>46053</v></c><c r="D1" s="1"><v>0.25</v></c><c r="E1" t="d"><v>2026-01-31T18:00:00</v></c><c r="F1" t="str" s="1"><v>31/1/26</v></c></row>`),
			[]string{"1|d:31/01/2026|d:31/01/2026 18:00:00|n:46053|d:06:00:00|d:31/01/2026 18:00:00|t:31/1/26"}, nil},
		{"first days of 1900", data(`<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>59</v></c><c r="C1" s="1"><v>61</v></c></row>`), []string{"1|d:01/01/1900|d:28/02/1900|d:01/03/1900"}, nil},
		{"first day in 1904", func(b *bookFixture) {
			b.book = `<workbookPr date1904="1"/>` + b.book
			data(`<row r="1"><c r="A1" s="1"><v>44591</v></c></row>`)(b)
		}, []string{"1|d:31/01/2026"}, nil},
		{"impossible date", data(`<row r="1"><c r="A1" s="1"><v>-5</v></c><c r="B1" s="1"><v>9999999</v></c></row>`), []string{"1|n:-5|n:9999999"}, []string{"date-out-of-range 1:A", "date-out-of-range 1:B"}},
		{"unreadable number", data(`<row r="1"><c r="A1"><v>twelve</v></c></row>`), []string{"1|t:twelve"}, []string{"unreadable-number 1:A"}},
		{"long figures", data(`<row r="1"><c r="A1"><v>9434765919</v></c><c r="B1"><v>1.2345E+9</v></c><c r="C1"><v>0.1</v></c><c r="D1"><v>38.700000000000003</v></c><c r="E1"><v>1E-3</v></c><c r="F1"><v>1e300</v></c></row>`), []string{"1|n:9434765919|n:1234500000|n:0.1|n:38.7|n:0.001|n:1e+300"}, nil},
		{"lost text", data(`<row r="1"><c r="A1" t="s"><v>7</v></c><c r="B1" t="s"><v>x</v></c><c r="C1"><v>1</v></c></row>`), []string{"1|-|-|n:1"}, []string{"lost-text 1:A", "lost-text 1:B"}},
		{"formula without result", data(`<row r="1"><c r="A1"><f>1+1</f><v/></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>B1</f><v>2</v></c></row>`), []string{"1|-|-|n:2"}, []string{"no-result 1:A"}},
		{"hidden row", data(`<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`), []string{"1 hidden|n:1", "2|n:2"}, nil},
		{"merged", func(b *bookFixture) {
			b.sheets[1] = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B5:B9"/></mergeCells>`
		}, []string{"1|n:1"}, []string{"merged-cells 5:B"}},
		{"cdata and comments", data(`<row r="1"><!-- <row r="9"> --><c r="A1" t="str"><v><![CDATA[a < </row> & b]]></v></c></row>`), []string{"1|t:a < </row> & b"}, nil},
		{"single quotes", data(`<row r='1'><c t='str' r='B1' foo=">"><v>x</v></c></row>`), []string{"1|-|t:x"}, nil},
		{"prefixes", func(b *bookFixture) {
			b.sheets[1] = `<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`
		}, []string{"1|t:Reference"}, nil},
		{"latin 1", func(b *bookFixture) {
			b.sheets[1] = `<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData><row r="1"><c t="str"><v>Zo` + "\xeb" + `</v></c></row></sheetData></worksheet>`
		}, []string{"1|t:Zoë"}, nil},
		{"cut short", func(b *bookFixture) {
			b.sheets[1] = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v>`
		}, []string{"1|n:1", "2|n:2"}, []string{"broken-sheet 2"}},
		{"beyond the last column", data(`<row r="1"><c r="A1"><v>1</v></c><c r="XFE1"><v>1</v></c><c r="XFF1"><v>1</v></c></row>`), []string{"1|n:1"}, []string{"too-many-columns 1:XFE"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := open(t, "a.xlsx", validBook(c.change).bytes(t))
			if len(f.Tables) != 2 || !f.Tables[0].Hidden || f.Tables[1].Hidden || f.Tables[1].Sheet != "Data" {
				t.Fatalf("tables %+v", f.Tables)
			}
			got, faults, err := kinds(t, f.Tables[1], Range{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("rows (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.faults, ids(faults)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSheetRefuses(t *testing.T) {
	bomb := strings.Repeat(`<row r="1"><c r="A1"><v>1</v></c></row>`, 1_000_000)
	const entity = `<!DOCTYPE x [<!ENTITY a "b">]>`
	cases := []struct {
		name, id string
		change   func(*bookFixture)
	}{
		{"document type in the sheet", "export/document-type", func(b *bookFixture) { b.sheets[1] = `<?xml version="1.0"?>` + entity + `<worksheet/>` }},
		{"bomb in the sheet", "export/zip-bomb", func(b *bookFixture) { b.sheets[1] = `<sheetData>` + bomb + `</sheetData>` }},
		{"bomb in the texts", "export/zip-bomb", func(b *bookFixture) { b.texts = `<si><t>` + strings.Repeat("a", 40<<20) + `</t></si>` }},
		{"row without end", "export/record-too-long", func(b *bookFixture) {
			b.sheets[1] = `<sheetData><row r="1">` + strings.Repeat(noise(1<<20), 34) + `</row></sheetData>`
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := open(t, "a.xlsx", validBook(c.change).bytes(t))
			_, _, err := kinds(t, f.Tables[1], Range{})
			checkFault(t, err, c.id, "a.xlsx")
		})
	}
	t.Run("document type in the book", func(t *testing.T) {
		b := validBook(func(b *bookFixture) { b.book = entity + b.book })
		_, err := Open(write(t, "a.xlsx", b.bytes(t)))
		checkFault(t, err, "export/document-type", "a.xlsx")
	})
}

// noise is cells that do not pack well enough to be taken for a bomb.
func noise(size int) string {
	var b strings.Builder
	for x := uint64(1); b.Len() < size; x = x*6364136223846793005 + 1442695040888963407 {
		fmt.Fprintf(&b, "<c><v>%d</v></c>", x)
	}
	return b.String()
}

// TestAgainstExcelize holds the scanner against excelize's own reading of what excelize wrote.
func TestAgainstExcelize(t *testing.T) {
	x := excelize.NewFile()
	style, err := x.NewStyle(&excelize.Style{NumFmt: 22})
	if err != nil {
		t.Fatal(err)
	}
	const rows = 3000
	for r := 1; r <= rows; r++ {
		ref := func(c int) string { s, _ := excelize.CoordinatesToCellName(c, r); return s }
		x.SetCellStr("Sheet1", ref(1), fmt.Sprintf("WEB%d <&> \"quoted\" %s", r, strings.Repeat("é text\n", r%50)))
		x.SetCellValue("Sheet1", ref(2), r*7)
		x.SetCellValue("Sheet1", ref(3), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(r)*time.Hour))
		x.SetCellStyle("Sheet1", ref(3), ref(3), style)
		x.SetCellBool("Sheet1", ref(5), r%2 == 0)
	}
	var buf bytes.Buffer
	if err := x.Write(&buf); err != nil {
		t.Fatal(err)
	}
	want, err := x.GetRows("Sheet1", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	got, numbers, faults, err := read(t, open(t, "a.xlsx", buf.Bytes()).Tables[0], Range{})
	if err != nil || len(faults) > 0 || numbers[rows-1] != rows {
		t.Fatal(err, faults)
	}
	for i := range want {
		want[i][4] = map[string]string{"0": "FALSE", "1": "TRUE"}[want[i][4]]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-excelize +got):\n%s", diff)
	}
	shown, _, err := kinds(t, open(t, "a.xlsx", buf.Bytes()).Tables[0], Range{From: 25})
	if err != nil || !strings.Contains(shown[0], "|d:02/01/2026 01:00:00|") {
		t.Errorf("row 25 is %q, %v", shown[0], err)
	}
}

// TestSheetPieces reads rows without numbers over several pieces.
func TestSheetPieces(t *testing.T) {
	var b strings.Builder
	const rows = 40_000
	for i := range rows {
		fmt.Fprintf(&b, `<row><c><v>%d</v></c><c t="inlineStr"><is><t>text of row %d, rather long for its age</t></is></c></row><row/>`, i, i)
	}
	f := open(t, "a.xlsx", validBook(func(f *bookFixture) { f.sheets[1] = `<sheetData>` + b.String() + `</sheetData>` }).bytes(t))
	got, numbers, faults, err := read(t, f.Tables[1], Range{})
	if err != nil || len(faults) > 0 || len(got) != rows {
		t.Fatal(len(got), faults, err)
	}
	for i := range got {
		if got[i][0] != fmt.Sprint(i) || numbers[i] != 2*i+1 {
			t.Fatalf("row %d is numbered %d and holds %s", i, numbers[i], got[i][0])
		}
	}
}

// FuzzXLSX feeds anything as the inside of a sheet: no crash, no more rows than tags, and, if it is XML, the same rows
// wherever the pieces are cut.
func FuzzXLSX(f *testing.F) {
	for _, s := range []string{
		`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, `<row><c t="inlineStr"><is><t>a</t></is></c><c s="1"><v>1e3</v></c></row><row/>`,
		`<!-- <row --><row><c t="str"><v><![CDATA[x</row>]]></v>`, `</sheetData><mergeCell ref="A1:A9"/>`, `<row r="99999999999"><c r="ZZZZ1"><v>&#x110000;</v></c>`, `<x:row r='2'><x:c/></x:row`,
	} {
		f.Add(s)
	}
	book := open(f, "a.xlsx", validBook(nil).bytes(f)).Tables[1].source.(*sheet).book
	if err := book.Load(); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, rows string) {
		text := "<sheetData>" + rows + "</sheetData>"
		want, faults, err := pieces(t, book, text, 1<<16)
		if err != nil {
			return
		}
		if n := strings.Count(rows, "row"); len(want) > n {
			t.Fatalf("%d rows of %d tags", len(want), n)
		}
		valid := xml.Unmarshal([]byte(text), new(struct{})) == nil
		for _, size := range []int{1, 13} {
			got, same, err := pieces(t, book, text, size)
			if !valid {
				continue
			}
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Fatalf("in pieces of %d bytes (-want +got): %v\n%s", size, err, diff)
			}
			if diff := cmp.Diff(withoutEnd(faults), withoutEnd(same)); diff != "" {
				t.Fatalf("faults in pieces of %d bytes (-want +got):\n%s", size, diff)
			}
		}
	})
}

// withoutEnd forgets after which row a sheet broke off: a row that is there only in part may count or not.
func withoutEnd(faults []Fault) []Fault {
	for i := range faults {
		if faults[i].ID == "export/broken-sheet" {
			faults[i].Row = 0
		}
	}
	return faults
}

// pieces reads a sheet in pieces of that size.
func pieces(t *testing.T, book *workbook.Book, text string, size int) (rows []string, faults []Fault, err error) {
	x, err := markup.NewBlocks(strings.NewReader(text), "row", "sheetData", size)
	if err != nil {
		return nil, nil, err
	}
	table := &Table{}
	table.source = fixed(func(yield func(block) error) error {
		return (&sheet{table: table, book: book}).cut(t.Context(), x, Range{}, yield)
	})
	return kinds(t, table, Range{})
}

// fixed is a source for one reading.
type fixed func(yield func(block) error) error

func (f fixed) blocks(_ context.Context, _ Range, yield func(block) error) error { return f(yield) }
