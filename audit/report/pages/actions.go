package pages

import (
	"fmt"

	"siequity/audit/report/layout"
	"siequity/audit/report/release"
	"siequity/rules"
)

// actions turns every gap into a line of an action plan: what is missing, the
// figure that shows it, and what could be done. Who and when is for people.
func (m maker) actions() layout.Page {
	page := layout.Page{ID: "actions", Sheet: "Action plan", Title: "Gap analysis and action plan", Lead: []string{"Each measure that misses its target, or that nobody can judge, with a suggested action. Owner and dates are for the panel to fill in."}}
	t := &layout.Table{ID: "action-plan", Title: "Action plan", Columns: []layout.Column{labelColumn("Failing measure"), {Title: "Ref", Kind: layout.Entry}, {Title: "Gap"}, {Title: "Figure"}, {Title: "Rating", Kind: layout.RAG}, {Title: "Suggested action"},
		{Title: "Workstream", Kind: layout.Entry, Choices: []string{"SI / governance", "Digital", "Workforce", "Engagement"}}, {Title: "Deliverable", Kind: layout.Entry}, {Title: "Milestone", Kind: layout.Entry},
		{Title: "RAG", Kind: layout.Entry, Choices: []string{"Red", "Amber", "Green", "Complete"}}, {Title: "Owner", Kind: layout.Entry}, {Title: "Due", Kind: layout.Entry}}}
	for _, kind := range []string{"Red", "Amber", "unknown"} {
		for _, x := range m.kpiMeasures() {
			if g, ok := m.gap(x); ok && g.kind == kind {
				t.Rows = append(t.Rows, row(layout.Say(x.Title), layout.Cell{}, layout.Say(g.words), layout.Say(g.figure), g.rating, layout.Say(m.suggest(x)), layout.Cell{}, layout.Cell{}, layout.Cell{}, layout.Cell{}, layout.Cell{}, layout.Cell{}))
			}
		}
	}
	if len(t.Rows) == 0 {
		page.Lead = append(page.Lead, "No measure misses its target and none is in the dark.")
		t = nil
	}
	page.Blocks = blocks(t)
	return page
}

// openActions shows the trust's own log of actions, where one was given.
func (m maker) openActions() layout.Page {
	page := layout.Page{ID: "action-log", Sheet: "Action log", Title: "Actions already agreed", Lead: []string{"What the action log holds, and how much of it is overdue."},
		Blocks: blocks(m.measures("actions-overdue", "Actions overdue", "equity/actions-overdue"), m.actionLog())}
	if len(page.Blocks) == 0 {
		return layout.Page{}
	}
	return page
}

// gap is what is missing in one measure.
type gap struct {
	kind, words, figure string
	rating              layout.Cell
}

func (m maker) gap(x *rules.Measure) (gap, bool) {
	f, target := m.figure(x.ID, whole), m.target(x)
	rating := release.RAG(target, f)
	g := gap{kind: rating.Text, rating: rating, figure: shareText(f)}
	switch {
	case rating.Text == "Red" || rating.Text == "Amber":
		g.words = fmt.Sprintf("%.1f percentage points short of the target of %s", target.Value-f.Percent, targetWords(target))
		if target.Better == rules.Lower {
			g.words = fmt.Sprintf("%.1f percentage points above the target of %s", f.Percent-target.Value, targetWords(target))
		}
	case !f.Known() && f.Unknown > 0:
		g.kind, g.words, g.figure = "unknown", "Nobody can judge it", fmt.Sprintf("not known for %s", records(f.Unknown))
	case rating.Text == release.NotRated:
		g.kind, g.words, g.figure = "unknown", fmt.Sprintf("Cannot be rated: %s of %s not known", release.Thousands(f.Unknown), records(f.Unknown+f.Denominator)), shareOf(f)
	default:
		return gap{}, false
	}
	return g, true
}

// suggest gives the action that usually closes a gap; for measures of local packs
// it is what the rule says how to mend a record.
func (m maker) suggest(x *rules.Measure) string {
	if s, ok := suggestions()[x.ID]; ok {
		return s
	}
	for _, at := range x.Rules {
		if fix := m.Set.Rules[at].Fix; fix != "" {
			return fix
		}
	}
	return "Find out what stands in the way, and agree who will mend it."
}

func suggestions() map[string]string {
	const question = "Put the question into the terms of reference and the report template, and have the panel's chair confirm the answer before sign-off."
	return map[string]string{
		"ethnicity/valid-code":             "Make the ethnic category a mandatory, coded field on the form, fill it from the maternity record, and send teams their list of records to mend each month.",
		"ethnicity/valid-or-not-stated":    "Ask every woman, offer 'prefer not to say' as an answer of its own, and stop the use of blank and 'other' as ways to skip the question.",
		"ethnicity/field":                  "Ask the system's owner to add ethnicity to the export, or to the form where it has none.",
		"ethnicity/recorded":               "Mend the blank records from the maternity system, and agree who fills the field when an incident is reported.",
		"equity/culture-considered":        question,
		"equity/ethnicity-considered":      question,
		"equity/language-considered":       question,
		"equity/all-considered":            "Add one section on culture, ethnicity and language to the report template, and audit a sample of reports each quarter.",
		"equity/language-recorded":         "Record the preferred language at booking and carry it to the incident form.",
		"equity/interpreter-need-recorded": "Record at booking whether an interpreter is needed, in a field with yes and no.",
		"equity/interpreter-used":          "Look at each case in which an interpreter was needed and none is recorded; check how interpreters are reached out of hours.",
		"equity/deprivation-known":         "Add the postcode or the IMD decile to the export, or give the postcode and IMD files to the audit.",
		"equity/panel-recorded":            "Keep the attendance register at each panel; siequity init writes the template.",
		"equity/panel-ethnicity":           "Ask attendees for their ethnicity once, explain why and how it is pooled, and record 'not disclosed' where they would rather not say.",
		"equity/attendees-ethnicity":       "Ask attendees for their ethnicity once, explain why and how it is pooled, and record 'not disclosed' where they would rather not say.",
		"equity/panel-external":            "Agree with a neighbouring trust to sit on each other's panels.",
		"equity/shared-with-lmns":          "Put each closed case on the agenda of the LMNS's next quarterly meeting, and enter the date in the sharing register.",
		"equity/shared-in-time":            "Put each closed case on the agenda of the LMNS's next quarterly meeting, and enter the date in the sharing register.",
		"equity/shared-with-family":        "Agree with each family how and in which language they wish to hear what was learned, and record it.",
		"equity/shared-with-staff":         "Choose one way to share learning with all staff each month, and record it.",
		"equity/training":                  "Book the staff groups that are furthest behind, and report trained and eligible each quarter.",
		"equity/procedures-updated":        "Give each procedure an owner and a date, and log the evidence.",
		"equity/actions-overdue":           "Go through overdue actions: close them, move them with a reason, or escalate.",
	}
}
