package pages

import (
	"fmt"

	"siequity/audit/measure"
	"siequity/audit/register"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

const positiveEvents = "equity/positive-events"

// lessons shows the lessons-learnt log and the positive events. Their texts are
// written for sharing, and masked all the same.
func (m maker) lessons() layout.Page {
	page := layout.Page{ID: "lessons", Sheet: "Lessons and positives", Title: "Lessons learnt and positive events", Lead: []string{"What was learned, with whom it was shared, and what went well."}}
	page.Blocks = blocks(m.positiveTable())
	if m.Result != nil {
		var learned, positive []register.Lesson
		for _, l := range m.Result.Registers.Lessons {
			if l.Positive {
				positive = append(positive, l)
			} else {
				learned = append(learned, l)
			}
		}
		page.Blocks = append(page.Blocks, blocks(m.lessonTable("lessons", "Lessons learnt", learned), m.lessonTable("positive-events", "Positive events", positive))...)
	}
	if len(page.Blocks) == 0 {
		page.Lead = append(page.Lead, "No lessons-learnt log was given; siequity init writes the template.")
	}
	return page
}

// positiveTable counts positive events by quarter of the log.
func (m maker) positiveTable() *layout.Table {
	t := &layout.Table{ID: "positive-by-quarter", Title: "Positive events logged, by quarter", RowBy: "quarter", Period: m.Period, Columns: []layout.Column{labelColumn("Quarter"), countColumn("Positive events")}}
	all, dated := m.Sum(positiveEvents, whole, "").Pass, 0
	for _, q := range m.Periods {
		if n := m.Sum(positiveEvents, measure.Place{Period: q}, "").Pass; n > 0 {
			dated += n
			t.Rows = append(t.Rows, row(layout.Say(q), release.Number(n)))
		}
	}
	if all > dated {
		t.Rows = append(t.Rows, row(layout.Say("no date"), release.Number(all-dated)))
	}
	if all == 0 {
		return nil
	}
	t.Rows = append(t.Rows, layout.Row{Total: true, Cells: []layout.Cell{layout.Say("All"), release.Number(all)}})
	return t
}

func (m maker) lessonTable(id, title string, lessons []register.Lesson) *layout.Table {
	if len(lessons) == 0 {
		return nil
	}
	t := &layout.Table{ID: id, Title: title, Columns: []layout.Column{labelColumn("Lesson"), {Title: "Theme"}, {Title: "Organisation"}, {Title: "Shared with"}, {Title: "How"}, {Title: "Embedded"}, {Title: "Date", Kind: layout.Date}}}
	for _, l := range lessons {
		t.Rows = append(t.Rows, row(m.typed(l.Lesson), m.typed(l.Theme), layout.Say(l.Organisation), m.typed(l.SharedWith), m.typed(l.How), m.typed(l.Embedded), layout.Say(l.On.String())))
	}
	return t
}

// typed makes a cell of text that people typed into a register, masked.
func (m maker) typed(text string) layout.Cell { return layout.Say(m.masker.Mask(text)) }

// actionLog shows the actions that are open, overdue first.
func (m maker) actionLog() *layout.Table {
	if m.Result == nil || len(m.Result.Registers.Actions) == 0 {
		return nil
	}
	t := &layout.Table{ID: "action-log", Title: "Action log", Columns: []layout.Column{labelColumn("Action"), {Title: "Gap"}, {Title: "Organisation"}, {Title: "Owner"}, {Title: "Due", Kind: layout.Date}, {Title: "State", Kind: layout.RAG}, {Title: "Evidence"}}}
	for _, state := range []string{"Overdue", "Open", "Completed"} {
		for _, a := range m.Result.Registers.Actions {
			if cell := m.actionState(a); cell.Text == state {
				t.Rows = append(t.Rows, row(m.typed(a.Action), m.typed(a.Gap), layout.Say(a.Organisation), m.typed(a.Owner), layout.Say(a.Due.String()), cell, m.typed(a.Evidence)))
			}
		}
	}
	t.Notes = []string{fmt.Sprintf("Overdue: past its date on %s and not completed.", m.AsOf)}
	return t
}

func (m maker) actionState(a register.Action) layout.Cell {
	switch {
	case a.Completed > 0:
		return layout.Cell{Text: "Completed", Tone: layout.Green}
	case a.Due > 0 && a.Due < m.Result.AsOf:
		return layout.Cell{Text: "Overdue", Tone: layout.Red}
	}
	return layout.Cell{Text: "Open", Tone: layout.Grey}
}
