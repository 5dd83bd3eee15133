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
	gone    []Subject
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
	b.doc.Decisions = bySubject(doc.Decisions)
	var p present
	seen := map[Subject]bool{}
	if doc.Items != nil {
		for it := range doc.Items {
			it.Key = keyOf(it.Key)
			b.held.add(it)
			p.see(&it)
			about := b.subject(&it)
			d := b.doc.Decisions[about]
			b.counts.add(&it, d)
			if d.long() {
				b.held.index[len(b.held.index)-1].long = true
			}
			if !d.Blank() {
				seen[about] = true
				b.tally.Carried++
			}
		}
	}
	b.held.sort()
	b.columns = columns(p)
	b.arrange(perSheet)
	b.gone = notSeen(b.doc.Decisions, seen)
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

// place tells the items of a worklist apart.
func (e entry) place() uint64 { return uint64(e.chunk)<<32 | uint64(e.from) }

// A longText is a piece of a text that its cell cannot hold.
type longText struct {
	number               int
	record, column, text string
	part, parts          int
}

// longTexts gathers what goes on beyond its cell, and the number under which the
// cell refers to it.
func (b *book) longTexts() ([]longText, map[uint64]int) {
	var out []longText
	at := map[uint64]int{}
	for _, e := range b.held.index {
		if !e.long {
			continue
		}
		it := b.held.item(e)
		at[e.place()] = len(at) + 1
		for _, c := range b.columns {
			all := parts(c.text(&it, b.doc.Decisions[b.subject(&it)]))
			for i, text := range all[1:] {
				out = append(out, longText{at[e.place()], it.Record, c.title, text, i + 2, len(all)})
			}
		}
	}
	return out, at
}

// otherSheets adds the sheets that are not always there.
func (b *book) otherSheets() error {
	if err := b.goneRows(); err != nil {
		return err
	}
	if len(b.long) == 0 {
		return nil
	}
	columns := []column{{title: "Number", width: 9}, {title: "Record", width: 22}, {title: "Column", width: 20}, {title: "Part", width: 10}, {title: "Text goes on", width: 120}}
	return b.addPlain(longSheet, columns, len(b.long), func(i int) []string {
		l := b.long[i]
		return []string{fmt.Sprint(l.number), l.record, l.column, fmt.Sprintf("%d of %d", l.part, l.parts), l.text}
	})
}

// addPlain adds a sheet of n rows without dropdowns.
func (b *book) addPlain(sheet string, columns []column, n int, row func(int) []string) error {
	err := b.add(sheet, func(to io.Writer) error {
		w := newRowWriter(to, len(columns))
		w.begin(20)
		w.cell(0, b.style.banner, strings.Join(nonBlank(b.doc.Marking, b.doc.Title, b.doc.Organisation, b.doc.Period, sheet), "  |  "))
		w.end()
		w.begin(20)
		for i, c := range columns {
			w.cell(i, b.style.head(c.role), c.title)
		}
		w.end()
		for i := range n {
			texts := row(i)
			w.begin(heightOf(columns, texts))
			for j, text := range texts {
				w.cell(j, b.style.of(columns[j].role, 0), parts(text)[0])
			}
			w.end()
		}
		return w.flush()
	})
	if err != nil {
		return err
	}
	return b.dress(sheet, columns, n)
}

// ampersands doubles those of a header, where one begins a code.
func ampersands(s string) string { return strings.ReplaceAll(s, "&", "&&") }

// quoteSheet names a sheet in a reference.
func quoteSheet(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
