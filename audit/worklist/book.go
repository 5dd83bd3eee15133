package worklist

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// perSheet is how many items one sheet holds. Excel has 1,048,576 rows.
const perSheet = 1_000_000

// Write writes the worklist as an Excel workbook and counts what it holds.
// Without a password the same document gives the same bytes.
func Write(w io.Writer, doc Document) (Tally, error) {
	b := newBook(doc, perSheet)
	err := b.write(w)
	if err != nil {
		err = fmt.Errorf("the worklist could not be written: %w", err)
	}
	return b.tally, err
}

// A book is a worklist in the making.
type book struct {
	doc     Document
	held    *held
	counts  counts
	tally   Tally
	columns []column
	lists   []list // all items, then the teams
	gone    []Decision
	long    []longText
	longAt  map[uint64]int
	file    *excelize.File
	style   styles
	rows    map[string]func(io.Writer) error
}

// newBook takes in the items and settles which sheets there are.
func newBook(doc Document, perSheet int) *book {
	if doc.Marking == "" {
		doc.Marking = "OFFICIAL-SENSITIVE"
	}
	b := &book{doc: doc, held: newHeld(), counts: newCounts(), rows: map[string]func(io.Writer) error{}}
	var p present
	seen := map[string]bool{}
	if doc.Items != nil {
		for it := range doc.Items {
			b.held.add(it)
			p.see(&it)
			d, ok := doc.Decisions[it.Key]
			b.counts.add(&it, d)
			if ok && !d.Blank() {
				seen[it.Key] = true
				b.tally.Carried++
			}
		}
	}
	b.held.sort()
	b.columns = columns(p)
	b.arrange(perSheet)
	b.gone = notSeen(doc.Decisions, seen)
	b.long, b.longAt = b.longTexts()
	b.tally.Items, b.tally.Gone, b.tally.Long = len(b.held.index), len(b.gone), len(b.longAt)
	b.tally.Must, b.tally.Should, b.tally.Info = b.counts.severity[0], b.counts.severity[1], b.counts.severity[2]
	return b
}

// arrange shares the items out to sheets.
func (b *book) arrange(perSheet int) {
	names := newNamer()
	b.addLists(allSheet, "all items", b.held.index, perSheet, names)
	for _, t := range b.held.byTeam(names) {
		b.addLists(t.name, t.team, t.items, perSheet, names)
	}
}

// addLists adds a list, and goes on on further sheets where one is full.
func (b *book) addLists(sheet, what string, items []entry, perSheet int, names namer) {
	name := sheet
	for first := true; first || len(items) > 0; first = false {
		n := min(len(items), perSheet)
		if !first {
			name = names.name(sheet)
		}
		banner := strings.Join(nonBlank(b.doc.Marking, b.doc.Title, b.doc.Organisation, b.doc.Period, what), "  |  ")
		b.lists = append(b.lists, list{name, banner, items[:n]})
		items = items[n:]
	}
}

func nonBlank(texts ...string) []string {
	var out []string
	for _, s := range texts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (b *book) write(w io.Writer) error {
	b.file = excelize.NewFile()
	defer b.file.Close()
	for _, step := range []func() error{b.styles, b.start, b.itemSheets, b.otherSheets, b.properties} {
		if err := step(); err != nil {
			return err
		}
	}
	b.file.SetZipWriter(func(buffer io.Writer) excelize.ZipWriter {
		if b.doc.Password == "" {
			return &archive{to: w, rows: b.rows} // past excelize's buffer
		}
		return &archive{to: buffer, rows: b.rows}
	})
	return b.file.Write(w, excelize.Options{Password: b.doc.Password})
}

func (b *book) properties() error {
	b.file.SetActiveSheet(0)
	return b.file.SetDocProps(&excelize.DocProperties{Title: b.doc.Title, Creator: "siequity", LastModifiedBy: "siequity", Category: b.doc.Marking,
		Created: "2026-01-01T00:00:00Z", Modified: "2026-01-01T00:00:00Z"})
}

// add makes a sheet whose rows are written last, by rows.
func (b *book) add(sheet string, rows func(io.Writer) error) error {
	i, err := b.file.NewSheet(sheet)
	if err != nil {
		return err
	}
	b.rows[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = rows
	return nil
}

// itemSheets makes the lists.
func (b *book) itemSheets() error {
	if err := b.listsOfWords(); err != nil {
		return err
	}
	for _, l := range b.lists {
		if err := b.add(l.sheet, func(w io.Writer) error { return l.write(w, b) }); err != nil {
			return err
		}
		if err := b.dress(l.sheet, b.columns, len(l.items)); err != nil {
			return fmt.Errorf("sheet %s: %w", l.sheet, err)
		}
		if err := b.dropdowns(l.sheet, len(l.items)); err != nil {
			return fmt.Errorf("sheet %s: %w", l.sheet, err)
		}
	}
	return nil
}
