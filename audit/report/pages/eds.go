package pages

import (
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

// evidence is one line of evidence for EDS outcome 1C with the measures that
// support it, from one source or all.
type evidence struct {
	says, measure, source string
}

func evidenceLines() []evidence {
	return []evidence{
		{"Ethnicity is recorded in serious incidents", validCode, "steis"},
		{"Ethnicity is recorded in MNSI and HSIB investigations", validCode, "mnsi"},
		{"Ethnicity is recorded in perinatal mortality reviews", "pmrt/valid-code", ""},
		{"Ethnicity is recorded in incident forms", validCode, "datix"},
		{"Ethnicity is recorded in events sent to LFPSE", validCode, "lfpse"},
		{"Deprivation is known, so that harm can be looked at by it", "equity/deprivation-known", ""},
		{"Investigations show evidence that culture was considered", "equity/culture-considered", ""},
		{"Investigations show evidence that ethnicity was considered", "equity/ethnicity-considered", ""},
		{"Investigations show evidence that language was considered", "equity/language-considered", ""},
		{"Interpreters were used where they were needed", "equity/interpreter-used", ""},
		{"Staff are trained in cultural competence", "equity/training", ""},
		{"What was learned is shared with families", "equity/shared-with-family", ""},
		{"What was learned is shared with staff", "equity/shared-with-staff", ""},
		{"What was learned is shared with the LMNS", "equity/shared-with-lmns", ""},
		{"Somebody from outside sits on review panels", "equity/panel-external", ""},
	}
}

// eds gives the evidence for outcome 1C of the Equality Delivery System: patients
// are free from harm. The score is the reader's to decide.
func (m maker) eds() layout.Page {
	page := layout.Page{ID: "eds", Sheet: "EDS 1C", Title: "EDS outcome 1C: free from harm", Lead: []string{"Figures that can serve as evidence for outcome 1C of the Equality Delivery System. They are no score: that is for the reader to decide."}}
	t := &layout.Table{ID: "eds-1c", Title: "Evidence", RowBy: "evidence", Period: m.Period, Columns: append(shareColumns(labelColumn("Evidence")), layout.Column{Title: "Comment", Kind: layout.Entry})}
	for _, e := range evidenceLines() {
		f := m.figure(e.measure, measure.Place{Source: e.source})
		cells := []layout.Cell{{Text: "no data", Tone: layout.Grey}, layout.Say("-"), layout.Say("-")}
		if f.Known() {
			cells = shareCells(f)
		}
		t.Rows = append(t.Rows, row(append(append([]layout.Cell{layout.Say(e.says)}, cells...), layout.Cell{})...))
	}
	t.Notes = []string{"Themes and trends of harm by ethnic group and deprivation are on the pages Harm, theme and kind, Ethnicity by IMD and Trends."}
	score := &layout.Table{ID: "eds-score", Title: "Score", Columns: []layout.Column{labelColumn("Outcome"), {Title: "Score", Kind: layout.Entry, Choices: []string{"0 undeveloped", "1 developing", "2 achieving", "3 excelling"}}, {Title: "Reason", Kind: layout.Entry}, {Title: "Scored by", Kind: layout.Entry}},
		Rows: []layout.Row{row(layout.Say("1C: when patients use the service, they are free from harm"), layout.Cell{}, layout.Cell{}, layout.Cell{})}}
	page.Blocks = blocks(t, score, m.positiveShort())
	return page
}

// positiveShort says in a sentence how many positive events were logged.
func (m maker) positiveShort() *layout.Text {
	n := m.Sum(positiveEvents, whole, "").Pass
	if n == 0 {
		return nil
	}
	return &layout.Text{Heading: "Positive events", Paragraphs: []string{release.Thousands(n) + " positive events were logged; the page Lessons and positives lists them by quarter."}}
}
