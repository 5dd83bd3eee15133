package worklist

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A page lays out the first sheet from top to bottom.
type page struct {
	*book
	row int
	err error
}

// startWidths are the columns of the first sheet, in characters.
var startWidths = [...]float64{24, 52, 40, 12, 12, 12}

// proseLine is about how many characters a line over all of them holds.
const proseLine = 160

// start writes the first sheet.
func (b *book) start() error {
	if err := b.file.SetSheetName("Sheet1", startSheet); err != nil {
		return err
	}
	p := &page{book: b}
	for i, w := range startWidths {
		name, _ := excelize.ColumnNumberToName(i + 1)
		p.try(b.file.SetColWidth(startSheet, name, name, w))
	}
	p.heads()
	p.severities()
	p.reasons()
	p.teams()
	p.howTo()
	p.notes()
	p.try(b.paper(startSheet, a4))
	lines := false
	p.try(b.file.SetSheetView(startSheet, 0, &excelize.ViewOptions{ShowGridLines: &lines}))
	return p.err
}

func (p *page) try(err error) {
	if p.err == nil {
		p.err = err
	}
}

// put writes a cell of the current row; numbers as numbers.
func (p *page) put(col, style int, value any) {
	cell, err := excelize.CoordinatesToCellName(col, p.row)
	p.try(err)
	if s, ok := value.(string); ok {
		value = visible(parts(s)[0])
	}
	p.try(p.file.SetCellValue(startSheet, cell, value))
	p.try(p.file.SetCellStyle(startSheet, cell, cell, style))
}

// say writes a sentence over the width of the sheet.
func (p *page) say(style int, text string) {
	p.row++
	p.put(1, style, text)
	last, err := excelize.CoordinatesToCellName(len(startWidths), p.row)
	p.try(err)
	p.try(p.file.MergeCell(startSheet, fmt.Sprintf("A%d", p.row), last))
	p.try(p.file.SetRowHeight(startSheet, p.row, float64(1+(len(text)-1)/proseLine)*15))
}

func (p *page) heading(text string) {
	p.row += 2
	p.put(1, p.style.heading, text)
	p.try(p.file.SetRowHeight(startSheet, p.row, 20))
}

// head heads a table; the columns from the fourth on hold numbers.
func (p *page) head(titles ...string) {
	p.row++
	for i := range startWidths {
		style, text := p.style.plainHead, ""
		if i < len(titles) {
			text = titles[i]
		}
		if i >= 3 {
			style = p.style.numberHead
		}
		p.put(i+1, style, text)
	}
}

// line starts a row of a table, with its rule across.
func (p *page) line() {
	p.row++
	for i := range startWidths {
		p.put(i+1, p.style.cell, "")
	}
}

func (p *page) heads() {
	title := p.doc.Title
	if title == "" {
		title = "Worklist"
	}
	p.row = 1
	p.put(1, p.style.banner, p.doc.Marking)
	p.row++
	p.put(1, p.style.title, title)
	p.try(p.file.SetRowHeight(startSheet, p.row, 28))
	if s := strings.Join(nonBlank(p.doc.Organisation, p.doc.Period), ", "); s != "" {
		p.say(p.style.lead, s)
	}
	p.row++
	p.say(p.style.lead, "Every record to mend or to look at: what is expected of it, why it falls short, where it stands in the export and how to mend it. Mend it in the system it came from, not here.")
	p.say(p.style.lead, "This workbook holds single records. It stays in the trust: do not send it to the LMNS, the panel or anybody else who may not see them.")
	sheets := "All items are on the sheet All, the most important first."
	if len(p.lists) > 1 && p.lists[1].sheet != allSheet {
		sheets += " Each team has its own items on a sheet of its own as well; use whichever suits, both are read."
	}
	p.say(p.style.lead, sheets)
}

func (p *page) severities() {
	p.heading(fmt.Sprintf("%s to look at", plural(p.tally.Items, "item")))
	p.head("Severity", "Meaning", "", "Items")
	for i, s := range []struct{ word, meaning string }{
		{"Must", "Figures are wrong or missing until it is mended"}, {"Should", "Expected practice; mend it or say why not"}, {"Info", "Worth a look; nothing may be amiss"},
	} {
		p.line()
		p.put(1, p.style.rating[i], s.word)
		p.put(2, p.style.cell, s.meaning)
		p.put(4, p.style.number, p.counts.severity[i])
	}
}

func (p *page) reasons() {
	if p.tally.Items == 0 {
		return
	}
	p.heading("By what is expected")
	p.head("Severity", "What is expected", "Rule", "Items", "Settled")
	for _, r := range p.counts.sorted() {
		n := p.counts.reasons[r]
		title := r.title
		if title == "" {
			title = r.rule
		}
		p.line()
		p.put(1, p.style.rating[r.severity], [...]string{"Must", "Should", "Info"}[r.severity])
		p.put(2, p.style.cell, title)
		p.put(3, p.style.quiet, r.rule)
		p.put(4, p.style.number, n[0])
		p.put(5, p.style.number, n[1])
	}
}

// teams lists the sheets with the way to each.
func (p *page) teams() {
	p.heading("By sheet")
	p.head("Sheet", "Holds", "", "Must", "Should", "Info")
	for _, l := range p.lists {
		var n [3]int
		for _, e := range l.items {
			n[e.severity]++
		}
		p.line()
		p.put(1, p.style.link, l.sheet)
		cell := fmt.Sprintf("A%d", p.row)
		p.try(p.file.SetCellHyperLink(startSheet, cell, quoteSheet(l.sheet)+"!A1", "Location"))
		p.put(2, p.style.cell, strings.TrimSpace(l.banner[strings.LastIndex(l.banner, "|")+1:]))
		for i, v := range n {
			p.put(4+i, p.style.number, v)
		}
	}
}

func (p *page) howTo() {
	p.heading("How to use the yellow columns")
	p.head("Column", "What to write", "")
	decision := "How it ended: " + strings.Join(Mended(), ", ") + "."
	if find(p.columns, "About") >= 0 {
		decision = "What you found when you read the source. About consideration: " + strings.Join(Considered(), ", ") + ". All else: " + strings.Join(Mended(), ", ") + "."
	}
	for _, r := range [][2]string{
		{ownerHeading, "Who sees to it, in any words."},
		{statusHeading, "How far it is: " + strings.Join(Statuses(), ", ") + "."},
		{decisionHeading, decision},
		{noteHeading, "Anything else, such as why an exception is accepted. Please name no patient."},
	} {
		p.line()
		p.put(1, p.style.entered, r[0])
		p.put(2, p.style.cell, r[1])
		p.try(p.file.MergeCell(startSheet, fmt.Sprintf("B%d", p.row), fmt.Sprintf("F%d", p.row)))
		p.try(p.file.SetRowHeight(startSheet, p.row, float64(1+(len(r[1])-1)/140)*14+2))
	}
	p.row++
	for _, s := range []string{
		"Save the workbook under the same name where it lies. The next run reads the yellow columns of every sheet and carries them over to the items that are still there; all other columns are written anew.",
		"Rows may be sorted, filtered and deleted, and columns moved. Please keep the headings, and " + p.known() + ", by which a row is known again.",
		"If two sheets say different things about one item, the run says so and keeps both in its note.",
	} {
		p.say(p.style.lead, s)
	}
}

// known names the columns by which a row is known again.
func (p *page) known() string {
	if find(p.columns, ownersHeading) >= 0 {
		return "the columns Organisation and Key (which is hidden)"
	}
	return "the hidden column Key"
}

func (p *page) notes() {
	notes := slices.Clone(p.doc.Notes)
	if p.tally.Carried > 0 {
		notes = append(notes, fmt.Sprintf("%s carried over from an earlier worklist.", plural(p.tally.Carried, "item has a decision", "items have a decision")))
	}
	if p.tally.Gone > 0 {
		notes = append(notes, fmt.Sprintf("%s about items that are no longer on the list; see the sheet %q. They are kept in case an item comes back.", plural(p.tally.Gone, "decision is", "decisions are"), goneSheet))
	}
	if p.tally.Long > 0 {
		notes = append(notes, fmt.Sprintf("%s longer than a cell can hold and go on on the sheet %q.", plural(p.tally.Long, "item has texts", "items have texts"), longSheet))
	}
	if len(notes) == 0 {
		return
	}
	p.heading("Notes")
	for _, n := range notes {
		p.say(p.style.lead, n)
	}
}

// plural counts things; more is the word for several where an s does not make it.
func plural(n int, one string, more ...string) string {
	switch {
	case n == 1:
		return "1 " + one
	case len(more) > 0:
		return grouped(n) + " " + more[0]
	}
	return grouped(n) + " " + one + "s"
}

// grouped writes 12,345.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
