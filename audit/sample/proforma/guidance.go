package proforma

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// guidance lays out the first sheet: how to answer, and what to look for.
func (b *book) guidance() {
	const name = guidanceSheet
	for i, width := range []float64{5, 22, 46, 60, 30} {
		letter, _ := excelize.ColumnNumberToName(i + 1)
		b.do(func() error { return b.SetColWidth(name, letter, letter, width) })
	}
	b.set(name, "A1", fmt.Sprintf("%s \u2013 draw %s", b.p.Title, b.s.Design.ID), b.styles.title)
	at := 3
	for _, text := range append(b.p.Guidance, b.modeWords()) {
		b.paragraph(at, text)
		at++
	}
	at++
	for i, title := range []string{"No.", "About", "Question", "What to look for", "Answers"} {
		b.set(name, cell(i, at), title, b.styles.head)
	}
	for i, q := range b.p.Questions {
		at++
		texts := make([]string, len(q.Answers))
		for j, a := range q.Answers {
			texts[j] = a.Text
		}
		values := []any{i + 1, q.Section, q.Text, q.Guidance, strings.Join(texts, "; ")}
		for j, v := range values {
			b.set(name, cell(j, at), v, b.styles.cells[look{odd: i%2 == 1}])
		}
		high := max(lines(q.Guidance, 60), lines(q.Text, 46), lines(strings.Join(texts, "; "), 30))
		b.do(func() error { return b.SetRowHeight(name, at, float64(high)*14.5+4) })
	}
	b.page(name, nil, at)
	b.protect(name)
}

func (b *book) paragraph(at int, text string) {
	b.do(func() error { return b.MergeCell(guidanceSheet, cell(0, at), cell(4, at)) })
	b.set(guidanceSheet, cell(0, at), text, b.styles.text)
	b.do(func() error {
		return b.SetRowHeight(guidanceSheet, at, float64(lines(text, 160))*14.5+4)
	})
}

func (b *book) modeWords() string {
	switch b.o.Mode {
	case Blind:
		return "The column \u201cWhat the tool found\u201d fills itself once you have answered. Leave your answer as it is, whatever the tool says: the audit measures the tool by you."
	case Assisted:
		return "The column \u201cWhat the tool found\u201d shows what the tool read in the text, and it can be wrong. Answer by the papers."
	}
	return "What the tool found is not shown, so that it cannot lead you."
}

func cell(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column+1, row)
	return name
}

// hidden writes the sheet that says which draw the workbook belongs to, and,
// when blind, holds the findings by their marks.
func (b *book) hidden(id Identity, sheets []sheet) {
	b.do(func() error { _, err := b.NewSheet(hiddenSheet); return err })
	at := 0
	put := func(key, value string) {
		at++
		b.do(func() error { return b.SetSheetRow(hiddenSheet, cell(0, at), &[]any{key, value}) })
	}
	for _, pair := range id.pairs() {
		put(pair[0], pair[1])
	}
	if b.o.Mode == Blind {
		for _, s := range sheets {
			for _, r := range s.rows {
				if r.q.Dimension >= 0 {
					put(b.k.Mark(r.reader, r.c, r.q).String(), r.finding(Blind))
				}
			}
		}
	}
	b.do(func() error { return b.SetSheetVisible(hiddenSheet, false, true) })
	b.SetActiveSheet(min(1, len(sheets)))
}

func (id Identity) pairs() [][2]string {
	return [][2]string{
		{"form", "siequity proforma 1"}, {"draw", id.Draw}, {"frame", id.FrameHash}, {"questions", id.Pack},
		{"questions version", id.PackVersion}, {"questions sha256", id.PackSHA256}, {"mode", string(id.Mode)}, {"seal", id.seal},
	}
}

func identityOf(pairs map[string]string) Identity {
	return Identity{
		Draw: pairs["draw"], FrameHash: pairs["frame"], Pack: pairs["questions"], PackVersion: pairs["questions version"],
		PackSHA256: pairs["questions sha256"], Mode: Mode(pairs["mode"]), seal: pairs["seal"],
	}
}
