package collate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"siequity/audit/sample"
	"siequity/audit/sample/proforma"
	"siequity/audit/sample/question"
)

// answer reads every placed row, and settles what one reader typed in several
// places.
func (c *collator) answer() {
	for _, s := range c.slots() {
		var heard []typed
		for _, t := range c.seen[s] {
			if t.code = c.read(t); t.code != "" {
				heard = append(heard, t)
			}
		}
		if len(heard) == 0 {
			continue
		}
		if c.differ(heard) {
			continue
		}
		c.heard[s] = c.evidenced(heard)
		c.record(c.heard[s])
	}
}

// slots lists what came back in order: case, question, reader.
func (c *collator) slots() []slot {
	var list []slot
	for _, t := range c.placed {
		list = append(list, t.slot)
	}
	slices.SortFunc(list, compareSlots)
	return slices.Compact(list)
}

func compareSlots(a, b slot) int {
	return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.question, b.question), cmp.Compare(a.reader, b.reader))
}

// at is a fault at a typed answer.
func (c *collator) at(t typed, severity proforma.Severity, what, hint string) {
	c.fault(proforma.Fault{
		Severity: severity, File: t.file, Sheet: t.row.Sheet, Row: t.row.Row, Column: t.row.Column, Case: t.number,
		Question: c.p.Questions[t.question].ID, What: what, Hint: hint, Who: c.k.Reader(t.reader),
	})
}

// read takes a row's answer to a code, "" when there is none or none can be read.
func (c *collator) read(t typed) string {
	q := c.p.Questions[t.question]
	answers := append([]string{t.row.Answer}, t.row.Also...)
	answers = slices.DeleteFunc(answers, func(a string) bool { return a == "" })
	if len(answers) == 0 {
		switch {
		case saysNotFound(t.row.Evidence) || saysNotFound(t.row.Note):
			c.keep(t.file, t.row)
			c.lost[slot{reader: t.reader, number: t.number}] = true
		case t.row.Evidence != "" || t.row.Note != "":
			c.keep(t.file, t.row)
			c.at(t, proforma.ToMend, "there is evidence or a note but no answer", "choose an answer from the list")
		}
		return ""
	}
	var read []string
	for _, a := range answers {
		code, why := q.Read(a)
		if code == "" {
			c.keep(t.file, t.row)
			c.at(t, proforma.ToMend, "the answer cannot be read: "+why, "choose an answer from the list and put the rest into the note")
			return ""
		}
		read = append(read, code)
	}
	if slices.Sort(read); len(slices.Compact(read)) > 1 {
		c.keep(t.file, t.row)
		c.at(t, proforma.ToMend, "two columns of answers say different things", "leave one column headed Answer")
		return ""
	}
	return read[0]
}

// differ tells whether the same reader gave one question different answers, and
// says where.
func (c *collator) differ(heard []typed) bool {
	first := heard[0]
	for _, t := range heard[1:] {
		if t.code == first.code {
			continue
		}
		q := c.p.Questions[t.question]
		c.keep(first.file, first.row)
		c.keep(t.file, t.row)
		c.at(t, proforma.ToMend, fmt.Sprintf("answered %s here and %s in %s; neither is counted", q.AnswerText(t.code), q.AnswerText(first.code), c.where(first)),
			"leave the right answer and clear the other")
		return true
	}
	if len(heard) > 1 {
		c.at(heard[1], proforma.ToCheck, fmt.Sprintf("answered the same in %s; counted once", c.where(first)), "")
	}
	return false
}

func (c *collator) where(t typed) string {
	return proforma.Fault{File: t.file, Sheet: t.row.Sheet, Row: t.row.Row}.Place()
}

// evidenced is the first of several equal answers that gives its evidence.
func (c *collator) evidenced(heard []typed) typed {
	if i := slices.IndexFunc(heard, func(t typed) bool { return t.row.Evidence != "" }); i > 0 {
		return heard[i]
	}
	return heard[0]
}

// record notes an answer that counts.
func (c *collator) record(t typed) {
	q := c.p.Questions[t.question]
	here, _ := c.k.Case(t.number)
	evidence := t.row.Evidence
	if evidence == "" && c.saysMore(q, t.row.Answer) {
		evidence = t.row.Answer // "yes - p. 4"
	}
	if q.Evidence && q.Met(t.code) && evidence == "" {
		c.at(t, proforma.ToCheck, "the answer is counted, but its page or paragraph is missing", "add the page or paragraph")
	}
	name := c.k.Reader(t.reader)
	if t.reader >= 0 && !slices.Contains(here.Readers, name) {
		c.at(t, proforma.ToCheck, "the case was dealt to "+strings.Join(here.Readers, " and ")+"; this answer is counted as another reader's", "")
	}
	c.out.Answers = append(c.out.Answers, Answer{
		Case: t.number, ID: here.ID, Question: q.ID, Reader: name, Code: t.code, File: t.file, Sheet: t.row.Sheet, Row: t.row.Row,
		Referred: evidence != "", Typed: t.row.Answer, Evidence: evidence, Note: t.row.Note,
	})
}

// saysMore tells whether something was typed beside the answer.
func (c *collator) saysMore(q question.Question, answer string) bool {
	return len(strings.Fields(answer)) > 1 && !slices.ContainsFunc(q.Answers, func(a question.Answer) bool { return strings.EqualFold(a.Text, answer) })
}

// contradictions finds answers of one reader that cannot both be right. Both
// are counted: only the reader knows which one is wrong.
func (c *collator) contradictions() {
	for _, x := range c.p.Contradictions {
		when := slices.IndexFunc(c.p.Questions, func(q question.Question) bool { return q.ID == x.When })
		with := slices.IndexFunc(c.p.Questions, func(q question.Question) bool { return q.ID == x.With })
		for _, s := range c.slots() {
			if s.question != when {
				continue
			}
			a, b := c.heard[s], c.heard[slot{s.reader, s.number, with}]
			if slices.Contains(x.Is, a.code) && slices.Contains(x.Being, b.code) && a.code != "" {
				c.at(b, proforma.ToCheck, x.Says, fmt.Sprintf("look at this row and at row %d, and change the one that is wrong", a.row.Row))
			}
		}
	}
}

// sortFaults puts what is to mend first, then by place.
func (c *collator) sortFaults() {
	slices.SortStableFunc(c.out.Faults, func(a, b proforma.Fault) int {
		if a.Severity != b.Severity {
			if a.Severity == proforma.ToMend {
				return -1
			}
			return 1
		}
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Case, b.Case), strings.Compare(a.What, b.What))
	})
	c.out.Faults = gather(c.out.Faults)
	slices.SortStableFunc(c.out.Kept, func(a, b Kept) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
	})
	c.out.Kept = slices.Compact(c.out.Kept)
}

// mostAlike is how many rows of a sheet may have the same fault before one
// fault stands for all.
const mostAlike = 5

// gather makes one fault of many alike that a whole sheet gives, such as rows
// of an unnamed reader, so that they do not bury the others.
func gather(faults []proforma.Fault) []proforma.Fault {
	type kind struct{ file, sheet, what string }
	of := func(f proforma.Fault) kind { return kind{f.File, f.Sheet, f.What} }
	rows := map[kind][]int{}
	for _, f := range faults {
		if f.Row > 0 && f.Question == "" {
			rows[of(f)] = append(rows[of(f)], f.Row)
		}
	}
	var out []proforma.Fault
	for _, f := range faults {
		all := rows[of(f)]
		switch {
		case f.Row == 0 || f.Question != "" || len(all) <= mostAlike:
			out = append(out, f)
		case f.Row == all[0]:
			f.Rows, f.Case, f.Column = all, 0, ""
			out = append(out, f)
		}
	}
	return out
}

// readersOf is the indices of the readers a case was dealt to, in order.
func (c *collator) readersOf(one sample.Case) []int {
	list := make([]int, len(one.Readers))
	for i, name := range one.Readers {
		list[i] = c.k.ReaderIndex(name)
	}
	return list
}
