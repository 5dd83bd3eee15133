package proforma

import (
	"fmt"
	"strings"

	"siequity/audit/sample"
	"siequity/audit/sample/question"

	"github.com/xuri/excelize/v2"
)

const (
	guidanceSheet = "How to fill this in"
	hiddenSheet   = "_siequity"
	headRow       = 4 // of the headings
	firstRow      = 5 // of the rows
)

// book is a workbook in the making. The first error stays; later steps do nothing.
type book struct {
	*excelize.File
	k      Marker
	p      question.Pack
	o      Options
	s      sample.Sample
	styles styles
	err    error
}

func (b *book) do(step func() error) {
	if b.err == nil {
		b.err = step()
	}
}

func (b *book) set(sheet, cell string, value any, style int) {
	b.do(func() error { return b.SetCellValue(sheet, cell, value) })
	b.do(func() error { return b.SetCellStyle(sheet, cell, cell, style) })
}

func (b *book) prepare() {
	b.do(func() (err error) {
		b.styles, err = newStyles(b.File)
		return err
	})
	b.do(func() error { return b.SetSheetName("Sheet1", guidanceSheet) })
	b.do(func() error {
		return b.SetDocProps(&excelize.DocProperties{Title: b.p.Title, Subject: "draw " + b.s.Design.ID, Creator: "siequity", Created: b.s.Design.Date + "T00:00:00Z", Modified: b.s.Design.Date + "T00:00:00Z"})
	})
	full := true
	b.do(func() error { return b.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}) })
}

// column is one column of a reader's sheet.
type column struct {
	role  role
	title string
	width float64
}

func (b *book) columns(all bool) []column {
	list := []column{{roleCase, "Case", 6}, {roleReference, "Reference", 16}, {roleWhere, "Where to find it", 18}}
	if all {
		list = append(list, column{roleReader, "Reader", 14})
	}
	list = append(list, column{roleNumber, "No.", 5}, column{roleQuestion, "Question", 46}, column{roleAnswer, "Answer", 16},
		column{roleEvidence, "Evidence: page or paragraph", 22}, column{roleNote, "Note for the audit lead", 22})
	if len(b.o.Disputed) > 0 {
		list = append(list, column{roleDisputed, "The two readers' answers", 20})
	}
	if b.o.Mode != Without {
		list = append(list, column{roleFinding, "What the tool found", 26})
	}
	return append(list, column{roleTodo, "Still to do", 11}, column{roleMark, "mark", 8})
}

// letters are the column letters by role.
type letters map[role]string

func lettersOf(columns []column) letters {
	l := letters{}
	for i, c := range columns {
		l[c.role], _ = excelize.ColumnNumberToName(i + 1)
	}
	return l
}

func (l letters) cell(r role, row int) string { return fmt.Sprintf("%s%d", l[r], row) }

// reader lays out one sheet.
func (b *book) reader(s sheet) {
	columns := b.columns(s.reader == "")
	l := lettersOf(columns)
	last := firstRow + max(len(s.rows), 1) - 1
	b.do(func() error { _, err := b.NewSheet(s.name); return err })
	b.head(s, columns, l, last)
	for i, r := range s.rows {
		b.row(s.name, r, columns, l, firstRow+i)
	}
	b.validate(s, l)
	b.colour(s.name, l, last)
	b.page(s.name, l, last)
	b.protect(s.name)
}

func (b *book) head(s sheet, columns []column, l letters, last int) {
	who := s.reader
	if who == "" {
		who = "all readers"
	}
	b.set(s.name, "A1", fmt.Sprintf("%s \u2013 draw %s \u2013 %s", b.p.Title, b.s.Design.ID, who), b.styles.title)
	b.set(s.name, "A2", "Type only in the pale yellow columns. Choose an answer from the list; give the page or paragraph. Write no names, dates of birth or numbers of patients. See the sheet \u201c"+guidanceSheet+"\u201d.", b.styles.lead)
	b.do(func() error {
		return b.SetCellFormula(s.name, "A3", fmt.Sprintf(`COUNTA(%[1]s%[2]d:%[1]s%[3]d)&" of %[4]d questions answered"`, l[roleAnswer], firstRow, last, len(s.rows)))
	})
	b.do(func() error { return b.SetCellStyle(s.name, "A3", "A3", b.styles.progress) })
	for _, c := range columns {
		b.set(s.name, l.cell(c.role, headRow), c.title, b.styles.head)
		b.do(func() error { return b.SetColWidth(s.name, l[c.role], l[c.role], c.width) })
	}
	b.do(func() error { return b.MergeCell(s.name, "A2", l.cell(roleTodo, 2)) })
	b.do(func() error { return b.SetRowHeight(s.name, 2, 30) })
	b.do(func() error { return b.SetRowHeight(s.name, headRow, 32) })
	b.do(func() error { return b.SetRowHeight(s.name, 1, 24) })
	b.do(func() error { return b.SetColVisible(s.name, l[roleMark], false) })
}

func (b *book) row(name string, r row, columns []column, l letters, at int) {
	mark := b.k.Mark(r.reader, r.c, r.q).String()
	texts := map[role]any{
		roleCase: r.c.Number, roleReference: r.c.Reference, roleReader: b.k.Reader(r.reader),
		roleNumber: r.number, roleQuestion: r.q.Text, roleDisputed: r.disputed, roleMark: mark,
	}
	if r.first {
		texts[roleWhere] = where(r.c)
	}
	if b.o.Mode == Assisted {
		texts[roleFinding] = r.finding(Assisted)
	}
	high := 1
	for _, c := range columns {
		cell := l.cell(c.role, at)
		if text, ok := texts[c.role]; ok {
			b.do(func() error { return b.SetCellValue(name, cell, text) })
			if words, ok := text.(string); ok && c.role != roleMark {
				high = max(high, lines(words, c.width))
			}
		}
		b.do(func() error { return b.SetCellStyle(name, cell, cell, b.styles.of(c.role, r)) })
	}
	b.formulas(name, r, l, at)
	b.do(func() error { return b.SetRowHeight(name, at, max(24, float64(high)*14+4)) })
}

// formulas say what is still to do and, when blind, show the finding once the
// row is answered. They find the finding by the row's mark, so that sorting
// does no harm.
func (b *book) formulas(name string, r row, l letters, at int) {
	answer, evidence := "$"+l.cell(roleAnswer, at), "$"+l.cell(roleEvidence, at)
	ask := fmt.Sprintf(`IF(TRIM(%s)="","answer","")`, answer)
	if r.q.Evidence {
		var met []string
		for _, code := range r.q.Counts {
			met = append(met, fmt.Sprintf(`%s="%s"`, answer, r.q.AnswerText(code)))
		}
		ask = fmt.Sprintf(`IF(TRIM(%s)="","answer",IF(AND(TRIM(%s)="",OR(%s)),"evidence",""))`, answer, evidence, strings.Join(met, ","))
	}
	b.do(func() error { return b.SetCellFormula(name, l.cell(roleTodo, at), ask) })
	if b.o.Mode == Blind && r.q.Dimension >= 0 {
		shown := fmt.Sprintf(`IF(TRIM(%s)="","shown once answered",INDEX(%[2]s!$B:$B,MATCH($%[3]s,%[2]s!$A:$A,0)))`, answer, hiddenSheet, l.cell(roleMark, at))
		b.do(func() error { return b.SetCellFormula(name, l.cell(roleFinding, at), shown) })
	}
}

// validate puts the answers' list and the question's guidance on every answer.
func (b *book) validate(s sheet, l letters) {
	cells := map[string][]int{}
	for i, r := range s.rows {
		cells[r.q.ID] = append(cells[r.q.ID], firstRow+i)
	}
	for _, q := range b.p.Questions {
		if len(cells[q.ID]) == 0 {
			continue
		}
		v := excelize.NewDataValidation(true)
		for _, at := range cells[q.ID] {
			cell := l.cell(roleAnswer, at)
			v.SetSqref(cell)
		}
		texts := make([]string, len(q.Answers))
		for i, a := range q.Answers {
			texts[i] = a.Text
		}
		b.do(func() error { return v.SetDropList(texts) })
		v.SetError(excelize.DataValidationErrorStyleWarning, "Not in the list", "Please choose one of the answers in the list. Put anything else into the note.")
		v.SetInput("What to look for", clip(q.Guidance, 250))
		b.do(func() error { return b.AddDataValidation(s.name, v) })
	}
}

func (b *book) page(name string, l letters, last int) {
	landscape, a4, one, all := "landscape", 9, 1, 0
	b.do(func() error {
		return b.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &all})
	})
	small := 0.4
	b.do(func() error {
		return b.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &small, Right: &small, Top: &small, Bottom: ptr(0.6)})
	})
	b.do(func() error {
		return b.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L" + escape(b.o.Marking) + "&C&A&Rpage &P of &N"})
	})
	if name != guidanceSheet {
		b.table(name, l, last)
	}
	// after the filter, which sets the sheet's properties anew
	b.do(func() error { return b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: ptr(true)}) })
}

// table freezes and repeats the headings and lets the rows be filtered.
func (b *book) table(name string, l letters, last int) {
	b.do(func() error {
		return b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", name, headRow, headRow)})
	})
	b.do(func() error {
		return b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: name, RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$%d", name, l[roleTodo], last)})
	})
	b.do(func() error {
		return b.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: fmt.Sprintf("C%d", firstRow), ActivePane: "bottomRight"})
	})
	b.do(func() error {
		return b.AutoFilter(name, fmt.Sprintf("A%d:%s%d", headRow, l[roleTodo], last), nil)
	})
}

// protect locks all but the cells to type in; there is no password, for it is
// against slips of the hand.
func (b *book) protect(name string) {
	b.do(func() error {
		return b.ProtectSheet(name, &excelize.SheetProtectionOptions{
			SelectLockedCells: true, SelectUnlockedCells: true, AutoFilter: true, Sort: true,
			FormatColumns: true, FormatRows: true, FormatCells: true,
		})
	})
}

func ptr[T any](v T) *T { return &v }

// escape doubles the sign that begins a code in headers and footers.
func escape(text string) string {
	out := ""
	for _, r := range text {
		if r == '&' {
			out += "&"
		}
		out += string(r)
	}
	return out
}
