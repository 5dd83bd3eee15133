package worklist

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

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
			all := parts(c.text(&it, b.doc.Decisions[it.Key]))
			for i, text := range all[1:] {
				out = append(out, longText{at[e.place()], it.Record, c.title, text, i + 2, len(all)})
			}
		}
	}
	return out, at
}

// notSeen gives the decisions whose items are not on the list, by key.
func notSeen(all map[string]Decision, seen map[string]bool) []Decision {
	var out []Decision
	for key, d := range all {
		if !seen[key] && !d.Blank() {
			d.Key = key
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b Decision) int { return strings.Compare(a.Key, b.Key) })
	return out
}

// otherSheets adds the sheets that are not always there.
func (b *book) otherSheets() error {
	if len(b.gone) > 0 {
		columns := []column{{title: keyHeading, width: 60}, {title: ownerHeading, width: 18}, {title: statusHeading, width: 16}, {title: decisionHeading, width: 22},
			{title: noteHeading, width: 60}, {title: beforeHeading, role: hidden, width: 20}}
		if err := b.addPlain(goneSheet, columns, len(b.gone), func(i int) []string {
			d := b.gone[i]
			return []string{d.Key, d.Owner, d.Status, d.Decision, d.Note, d.pack()}
		}); err != nil {
			return err
		}
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
