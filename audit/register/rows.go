package register

import (
	"slices"
	"strings"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// exampleMark begins the example row of a template.
const exampleMark = "EXAMPLE ROW"

// sheet reads the rows below the headings and says whether it could.
func (r *reader) sheet(t *export.Table, h header) bool {
	if !h.tell(r, t.Sheet) {
		return false
	}
	r.rows(t, h.row, func(row export.Row) {
		l := &line{r: r, sheet: t.Sheet, head: h, row: row}
		if l.passedOver() {
			return
		}
		r.file.Rows++
		if r.keep(l) {
			r.file.Used++
		}
	})
	return true
}

// passedOver reports whether a row holds no entry: blank, guidance, example,
// headings again or totals.
func (l *line) passedOver() bool {
	texts := cellTexts(l.row)
	switch {
	case len(texts) == 0 || l.guidance() || l.headingsAgain(texts):
		return true
	case isExample(texts):
		l.exampleChanged(texts)
		return true
	case isTotal(texts[0]) && l.r.form.name != "births":
		l.r.note("%srow %d holds totals and is left out", inSheet(l.sheet), l.row.Number)
		return true
	}
	return false
}

// cellTexts gives what the cells hold that are not blank.
func cellTexts(row export.Row) []string {
	var out []string
	for i := range row.Cells {
		if s := textAt(row, i); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// guidance recognises the template's own guidance, wherever it was moved.
func (l *line) guidance() bool {
	same := 0
	for i, c := range l.r.form.columns {
		if at := l.head.at[i]; at >= 0 && strings.EqualFold(textAt(l.row, at), c.guidance) {
			same++
		}
	}
	return same >= 2
}

func (l *line) headingsAgain(texts []string) bool {
	for _, s := range texts {
		if l.r.form.known(s) < 0 {
			return false
		}
	}
	return len(texts) >= 2
}

func isExample(texts []string) bool {
	return slices.ContainsFunc(texts, isMarked)
}

func isMarked(s string) bool {
	return len(s) >= len(exampleMark) && strings.EqualFold(s[:len(exampleMark)], exampleMark)
}

// exampleChanged warns of an entry typed over the example: its mark would hide it.
func (l *line) exampleChanged(texts []string) {
	ours := map[string]bool{}
	for _, c := range l.r.form.columns {
		ours[field.Fold(c.example)] = true
	}
	for _, s := range texts {
		if !ours[field.Fold(s)] && !isMarked(s) {
			l.fault(-1, "example", "", "this row differs from the template's example but is still marked as the example, so it is not counted", "remove the words "+exampleMark+" if it is a real entry")
			return
		}
	}
}

func isTotal(s string) bool {
	return slices.Contains([]string{"total", "totals", "grandtotal", "overalltotal", "subtotal", "sum", "overall"}, field.Fold(s))
}

// keep reads a row into its register, and says whether it could be used.
func (r *reader) keep(l *line) bool {
	switch r.form.name {
	case "panel":
		return keep(&r.out.Panel, l.attendee(), l)
	case "training":
		return keep(&r.out.Training, l.training(), l)
	case "sop":
		return keep(&r.out.SOPs, SOP{l.text("organisation"), l.text("procedure"), l.text("reference"), l.date("updated"), l.row.Number}, l)
	case "lessons", "positive":
		return keep(&r.out.Lessons, l.lesson(), l)
	case "actions":
		return keep(&r.out.Actions, Action{Organisation: l.text("organisation"), Gap: l.text("gap"), Action: l.text("action"), Owner: l.text("owner"), RAG: l.rag("rag"),
			Evidence: l.text("evidence"), Due: l.date("due"), Completed: l.date("completed"), Row: l.row.Number}, l)
	case "sharing":
		return keep(&r.out.Sharing, Sharing{Case: l.text("case"), Organisation: l.text("organisation"), LMNS: l.date("lmns"), Family: l.answer("family"),
			FamilyLanguage: l.text("language"), Staff: l.text("staff"), Row: l.row.Number}, l)
	}
	return false
}

func keep[T any](to *[]T, entry T, l *line) bool {
	if !l.lost {
		*to = append(*to, entry)
	}
	return !l.lost
}

func (l *line) attendee() Attendee {
	a := Attendee{Case: l.text("case"), Meeting: l.date("meeting"), Person: l.pseudonym("person"), Role: l.text("role"), Organisation: l.text("organisation"),
		Ethnicity: l.text("ethnicity"), External: l.external(), Attended: l.answer("attended"), Row: l.row.Number}
	if a.Person == "" && a.Role == "" && !l.lost {
		at, _ := l.cell("person")
		l.fault(at, "blank", "", "neither the attendee nor a role is given, so the row is not used", "give the attendee a code such as P01, or clear the whole row")
		l.lost = true
	}
	return a
}

// external reads whether an attendee came from elsewhere. Registers copied from
// perinatal reviews say so by the role alone.
func (l *line) external() string {
	said, role := l.answer("external"), l.text("role")
	if said == "" && strings.HasPrefix(field.Fold(role), "external") {
		if !l.r.byRole {
			l.r.note("%swhere External is blank, the role %q counts as external", inSheet(l.sheet), role)
		}
		l.r.byRole = true
		return "Yes"
	}
	return said
}

func (l *line) training() Training {
	t := Training{Organisation: l.text("organisation"), StaffGroup: l.text("group"), Trained: l.count("trained"), Eligible: l.count("eligible"), On: l.date("on"), Row: l.row.Number}
	if !l.lost && t.Trained > t.Eligible {
		at, s := l.cell("trained")
		l.fault(at, "more-trained", s, "more staff are trained than are eligible, so the row is not used", "check both numbers; count only staff who are still eligible")
		l.lost = true
	}
	return t
}

func (l *line) lesson() Lesson {
	e := Lesson{Organisation: l.text("organisation"), Lesson: l.text("lesson"), Theme: l.text("theme"), Case: l.text("case"), SharedWith: l.text("shared"), How: l.text("how"),
		Embedded: l.answer("embedded"), On: l.date("on"), Row: l.row.Number}
	said := field.Fold(l.answer("positive"))
	for _, yes := range []string{"y", "true", "1", "positive", "x"} {
		e.Positive = e.Positive || said == yes
	}
	e.Positive = e.Positive || strings.HasPrefix(said, "yes") || l.r.form.name == "positive"
	return e
}
