package pages

import (
	"strings"

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
	t := &layout.Table{ID: "eds-1c", Title: "Evidence", RowBy: "evidence", Period: m.Period, Columns: append(shareColumns(labelColumn("Evidence")), countColumn("Not known"), layout.Column{Title: "Comment", Kind: layout.Entry})}
	for _, e := range evidenceLines() {
		f := m.figure(e.measure, measure.Place{Source: e.source})
		cells := []layout.Cell{{Text: "no data", Tone: layout.Grey}, layout.Say("-"), layout.Say("-"), release.Number(f.Unknown)}
		if f.Known() {
			cells = append(shareCells(f), release.Number(f.Unknown))
		}
		t.Rows = append(t.Rows, row(append(append([]layout.Cell{layout.Say(e.says)}, cells...), layout.Cell{})...))
	}
	t.Notes = []string{"N counts records that could be judged; those not known are beside it. Several records may tell of one case.",
		"Themes and trends of harm by ethnic group and deprivation are under " + quotedTitles(m.incidents(), m.ethnicityIMD(), m.trends()) + "."}
	score := &layout.Table{ID: "eds-score", Title: "Score", Columns: []layout.Column{labelColumn("Outcome"), {Title: "Score", Kind: layout.Entry, Choices: []string{"0 undeveloped", "1 developing", "2 achieving", "3 excelling"}}, {Title: "Reason", Kind: layout.Entry}, {Title: "Scored by", Kind: layout.Entry}},
		Rows: []layout.Row{row(layout.Say("1C: when patients use the service, they are free from harm"), layout.Cell{}, layout.Cell{}, layout.Cell{})}}
	page.Blocks = blocks(t, score, m.positiveShort())
	return page
}

// quotedTitles names pages by their titles, which stand in the workbook and on the web
// page alike; the names of sheets do not.
func quotedTitles(pages ...layout.Page) string {
	var out []string
	for _, p := range pages {
		out = append(out, "\u201c"+p.Title+"\u201d")
	}
	return strings.Join(out, ", ")
}

// events words a number of positive events with its verb.
func events(n int) string {
	if n == 1 {
		return "1 positive event was"
	}
	return release.Thousands(n) + " positive events were"
}

// positiveShort says in a sentence how many positive events were logged.
func (m maker) positiveShort() *layout.Text {
	n := m.Sum(positiveEvents, whole, "").Pass
	if n == 0 {
		return nil
	}
	return &layout.Text{Heading: "Positive events", Paragraphs: []string{events(n) + " logged; they stand by quarter under " + quotedTitles(m.lessons()) + "."}}
}
