package layout

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"siequity/audit/report/layout/archive"
)

// Workbook writes the model as an Excel workbook, one sheet per page. The same
// model gives the same bytes.
func Workbook(w io.Writer, m Model) error {
	b, err := newBook(m)
	if err != nil {
		return err
	}
	defer b.file.Close()
	for i := range b.pages {
		if err := b.page(i); err != nil {
			return fmt.Errorf("sheet %q: %w", b.names[i], err)
		}
	}
	if err := b.finish(); err != nil {
		return err
	}
	return b.file.Write(w)
}

// A book is a workbook being written.
type book struct {
	file   *excelize.File
	model  Model
	pages  []Page
	names  []string       // of sheets, by page
	byID   map[string]int // pages
	styles map[look]int
	lists  [][]string // choices too long for a validation, by column of the hidden sheet
	// contents is the page that links to the others, or -1.
	contents int
}

// listSheet holds choices that do not fit in a validation. It is hidden.
const listSheet = "Choices"

func newBook(m Model) (*book, error) {
	b := &book{file: excelize.NewFile(), model: m, pages: paginate(m.Pages), byID: map[string]int{}, styles: map[look]int{}, contents: -1}
	if len(b.pages) == 0 {
		b.pages = []Page{{Sheet: "Empty", Title: m.Title}}
	}
	b.names = sheetNames(append(slices.Clone(b.pages), Page{Sheet: listSheet}))
	for i, p := range b.pages {
		if _, ok := b.byID[p.ID]; !ok {
			b.byID[p.ID] = i
		}
		if b.contents < 0 && links(p) {
			b.contents = i
		}
	}
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return archive.NewWriter(w, archive.Mend) })
	return b, b.begin()
}

// links says whether a page links to others, as a page of contents does.
func links(p Page) bool {
	return slices.ContainsFunc(p.Blocks, func(b Block) bool {
		t, ok := b.(*Table)
		return ok && t.links()
	})
}

func (t *Table) links() bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool {
		return slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Link != "" })
	})
}

// begin sets the font that column widths are counted in, and makes the sheets, so
// that links have somewhere to go.
func (b *book) begin() error {
	if err := b.file.SetDefaultFont(fontName); err != nil {
		return err
	}
	size := bodySize
	b.file.Styles.Fonts.Font[0].Sz.Val = &size
	for i := range b.pages {
		if i == 0 {
			if err := b.file.SetSheetName("Sheet1", b.names[0]); err != nil {
				return err
			}
			continue
		}
		if _, err := b.file.NewSheet(b.names[i]); err != nil {
			return fmt.Errorf("sheet %q: %w", b.names[i], err)
		}
	}
	return nil
}

// finish writes the hidden choices and the properties of the document.
func (b *book) finish() error {
	if err := b.writeLists(); err != nil {
		return err
	}
	m := b.model
	props := &excelize.DocProperties{
		Title: clean(m.Title), Subject: clean(joined(" · ", m.Organisation, m.Period)), Category: clean(m.Marking),
		Creator: clean(joined(" ", "siequity", m.Version)), Language: "en-GB",
		Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z",
	}
	if err := b.file.SetDocProps(props); err != nil {
		return err
	}
	b.file.SetActiveSheet(0)
	return nil
}

func (b *book) writeLists() error {
	if len(b.lists) == 0 {
		return nil
	}
	name := b.names[len(b.pages)]
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	for col, list := range b.lists {
		for row, choice := range list {
			ref, err := excelize.CoordinatesToCellName(col+1, row+1)
			if err != nil {
				return err
			}
			if err := b.file.SetCellStr(name, ref, escaped(clean(choice))); err != nil {
				return err
			}
		}
	}
	return b.file.SetSheetVisible(name, false)
}

// style gives the number of a look, and makes it when first asked.
func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	id, err := b.file.NewStyle(l.style())
	if err != nil {
		return 0, err
	}
	b.styles[l] = id
	return id, nil
}

func joined(by string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), by)
}

// paginate splits a page whose one table is longer than a sheet can be.
func paginate(pages []Page) []Page {
	var out []Page
	for _, p := range pages {
		out = append(out, splitPage(p, rowLimit)...)
	}
	return out
}

func splitPage(p Page, limit int) []Page {
	t, ok := only(p)
	if !ok || len(t.Rows) <= limit {
		return []Page{p}
	}
	var out []Page
	for rows := range slices.Chunk(t.Rows, limit) {
		piece, table := p, *t
		table.Rows, piece.Blocks = rows, []Block{&table}
		out = append(out, piece)
	}
	return out
}

// only gives the table of a page that has no other and ends with it, whatever is said
// before: its headings can stand on every printed page.
func only(p Page) (*Table, bool) {
	for i, b := range p.Blocks {
		switch v := b.(type) {
		case *Text:
		case *Table:
			return v, i == len(p.Blocks)-1
		default:
			return nil, false
		}
	}
	return nil, false
}
