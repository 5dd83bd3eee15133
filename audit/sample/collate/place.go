package collate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"siequity/audit/sample"
	"siequity/audit/sample/proforma"
	"siequity/audit/sample/question"
	"siequity/rules/codes/wording"
)

// place puts every row of a return where it belongs, or keeps it.
func (c *collator) place(back proforma.Returned) {
	byMark := c.readersByMark(back)
	strange := map[string][]proforma.Row{}
	var sheets []string
	for _, r := range back.Rows {
		m, marked := proforma.ParseMark(r.Mark)
		switch {
		case marked && c.k.Valid(m):
			c.byMark(back.File, r, m)
		case r.Mark != "":
			if strange[r.Sheet] == nil {
				sheets = append(sheets, r.Sheet)
			}
			strange[r.Sheet] = append(strange[r.Sheet], r)
		default:
			c.byWords(back.File, r, byMark[r.Sheet])
		}
	}
	for _, sheet := range sheets {
		c.strangers(back.File, sheet, strange[sheet])
	}
}

// strangers keeps rows whose marks are damaged or of another draw, with one
// fault for the sheet.
func (c *collator) strangers(file, sheet string, rows []proforma.Row) {
	for _, r := range rows {
		if r.Answer != "" || r.Evidence != "" || r.Note != "" {
			c.keep(file, r)
		}
	}
	c.fault(proforma.Fault{
		Severity: proforma.ToMend, File: file, Sheet: sheet, Row: rows[0].Row, Who: lead,
		What: strangeMarks(len(rows)),
		Hint: "copy the answers into the proforma that was sent out",
	})
}

func strangeMarks(rows int) string {
	if rows == 1 {
		return "the hidden mark of this row was changed or belongs to another draw; its answer is kept but not counted"
	}
	return fmt.Sprintf("the hidden marks of %d rows, this one the first, were changed or belong to another draw; their answers are kept but not counted", rows)
}

func (c *collator) keep(file string, r proforma.Row) {
	c.out.Kept = append(c.out.Kept, Kept{File: file, Sheet: r.Sheet, Row: r.Row, Text: r.Text})
}

// hold keeps a row and says why it does not count.
func (c *collator) hold(file string, r proforma.Row, number int, question, what, hint, who string) {
	c.keep(file, r)
	c.fault(proforma.Fault{Severity: proforma.ToMend, File: file, Sheet: r.Sheet, Row: r.Row, Case: number, Question: question, What: what, Hint: hint, Who: who})
}

// byMark places a row by its mark, unless its words tell of another case or
// question: then columns were sorted apart, and nobody can say which is right.
func (c *collator) byMark(file string, r proforma.Row, m proforma.Mark) {
	q := slices.IndexFunc(c.p.Questions, func(q question.Question) bool { return q.ID == m.Question })
	if q < 0 {
		c.hold(file, r, m.Case, m.Question, "the questions given have no such question", "give the questions that the proforma was made with", lead)
		return
	}
	here, _ := c.k.Case(m.Case)
	who := c.k.Reader(m.Reader)
	const apart = "undo the sorting, or copy the answers into the proforma that was sent out; sort whole rows only"
	if r.Reference != "" && !alike(r.Reference, here.Reference) {
		if other := c.casesBy(r.Reference); len(other) > 0 {
			c.hold(file, r, 0, "", fmt.Sprintf("the row shows the reference of case %d and carries the mark of case %d: columns were sorted or copied apart", other[0], m.Case), apart, who)
			return
		}
		c.fault(proforma.Fault{Severity: proforma.ToCheck, File: file, Sheet: r.Sheet, Row: r.Row, Case: m.Case, Who: who,
			What: "the reference was changed; the row was read by its mark"})
	}
	if shown := c.questionBy(r); shown >= 0 && shown != q {
		c.hold(file, r, m.Case, "", fmt.Sprintf("the row shows question %d and carries the mark of question %d: columns were sorted or copied apart", shown+1, q+1), apart, who)
		return
	}
	c.put(typed{slot: slot{m.Reader, m.Case, q}, file: file, row: r})
}

func (c *collator) put(t typed) {
	c.placed = append(c.placed, t)
	c.seen[t.slot] = append(c.seen[t.slot], t)
}

// byWords places a row without a mark: one that was typed in, or all of them
// where the hidden column is gone.
func (c *collator) byWords(file string, r proforma.Row, only int) {
	if r.Answer == "" && r.Evidence == "" && r.Note == "" && len(r.Also) == 0 {
		return
	}
	cases, q := c.caseOf(r), c.questionBy(r)
	reader := c.readerOf(r, only)
	who := c.k.Reader(reader)
	if who == "" {
		who = lead
	}
	switch {
	case len(cases) == 0 && (r.Reference != "" || r.Case != ""):
		c.hold(file, r, 0, "", "the case is not in the draw, so it cannot be counted", "correct the reference if it is a slip; a case outside the draw stays outside", who)
	case len(cases) == 0:
		c.hold(file, r, 0, "", "the row does not say which case it is about", "fill in its reference, or move what it says into the note of a case", who)
	case len(cases) > 1:
		c.hold(file, r, 0, "", "several cases of the draw have this reference", "fill in the number of the case", who)
	case q < 0:
		c.hold(file, r, cases[0], "", "the row does not say which question it answers", "fill in the question's number", who)
	case reader == unknown:
		c.hold(file, r, cases[0], "", "nobody can tell whose answer this is", "name the sheet after its reader, or add a column headed Reader", lead)
	default:
		c.put(typed{slot: slot{reader, cases[0], q}, file: file, row: r})
	}
}

// caseOf is the numbers of the cases that a row can be about.
func (c *collator) caseOf(r proforma.Row) []int {
	found := c.casesBy(r.Reference)
	n, err := strconv.Atoi(strings.TrimSuffix(r.Case, ".0"))
	if _, ok := c.k.Case(n); err != nil || !ok {
		return found
	}
	if len(found) == 0 && r.Reference == "" || slices.Contains(found, n) {
		return []int{n}
	}
	return found
}

func (c *collator) casesBy(reference string) []int {
	if reference == "" {
		return nil
	}
	var found []int
	for n := 1; ; n++ {
		one, ok := c.k.Case(n)
		if !ok {
			return found
		}
		if alike(one.Reference, reference) || alike(one.ID, reference) {
			found = append(found, n)
		}
	}
}

// alike compares references without case and spaces.
func alike(a, b string) bool {
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	return strings.EqualFold(squeeze(a), squeeze(b))
}

// questionBy is the index of the question that a row shows, by its text, else
// by its number; -1 when it shows none.
func (c *collator) questionBy(r proforma.Row) int {
	shown := wording.Fold(r.Question)
	for i, q := range c.p.Questions {
		if shown != "" && (shown == wording.Fold(q.Text) || shown == wording.Fold(q.ID)) {
			return i
		}
	}
	n, err := strconv.Atoi(strings.TrimSuffix(r.Number, ".0"))
	if err != nil || n < 1 || n > len(c.p.Questions) {
		return -1
	}
	return n - 1
}

const unknown = -2

// readersByMark is, by sheet, the one reader that its marks name.
func (c *collator) readersByMark(back proforma.Returned) map[string]int {
	out := map[string]int{}
	for _, r := range back.Rows {
		m, ok := proforma.ParseMark(r.Mark)
		if !ok || !c.k.Valid(m) {
			continue
		}
		if before, seen := out[r.Sheet]; seen && before != m.Reader {
			out[r.Sheet] = unknown
			continue
		}
		out[r.Sheet] = m.Reader
	}
	for _, r := range back.Rows {
		if _, seen := out[r.Sheet]; !seen {
			out[r.Sheet] = unknown
		}
	}
	return out
}

// readerOf tells whose a row without a mark is: by its Reader column, its
// sheet's marks, its sheet's name, or because there is only one reader.
func (c *collator) readerOf(r proforma.Row, only int) int {
	if r.Reader != "" {
		return c.k.ReaderIndex(r.Reader)
	}
	if only != unknown {
		return only
	}
	if i := c.k.ReaderIndex(r.Sheet); i != unknown {
		return i
	}
	if len(c.s.Design.Readers) == 1 && !strings.EqualFold(r.Sheet, sample.Adjudicator) {
		return 0
	}
	return unknown
}
