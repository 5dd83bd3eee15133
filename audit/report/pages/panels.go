package pages

import (
	"fmt"
	"strings"

	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

// panels shows who looks at incidents, never by name and never panel by panel.
func (m maker) panels() layout.Page {
	page := layout.Page{ID: "panels", Sheet: "Panels", Title: "Review panels", Lead: []string{"Whether attendance is recorded, whether somebody came from outside, and who sat on panels beside the population they serve.",
		"Attendees are pooled over all panels and protected like patients: with five to ten people to a panel anything finer would name them. Who did not say counts as not disclosed, never as " + m.ReferenceGroup() + "."}}
	page.Blocks = blocks(m.measures("panels", "Panels", "equity/panel-recorded", "equity/panel-external", "equity/panel-ethnicity", "equity/attendees-ethnicity", "pmrt/external-member"),
		m.shares("panels-organisation", "Panel attendance recorded, by organisation", "organisation", "equity/panel-recorded", m.byOrganisation()), m.composition())
	if len(page.Blocks) == 0 {
		page.Lead = append(page.Lead, "No attendance register was given. No incident system exports it: siequity init writes the template.")
	}
	return page
}

// composition sets attendees beside the population served: births where given.
func (m maker) composition() *layout.Table {
	if _, ok := m.Table(release.Attendees); !ok {
		return nil
	}
	t := m.Grid(release.Attendees)
	rows, _, printed := m.Labels(release.Attendees)
	if !printed {
		return t
	}
	t.Title = "Who sat on panels, beside the population served"
	t.Columns = append(t.Columns, percentColumn("Share of attendees"), percentColumn("Share of births"))
	for i := range t.Rows {
		label := ""
		if i < len(rows) {
			label = rows[i]
		}
		births := layout.Say("no births given")
		if m.hasBirths() {
			births = m.share(m.birthsRef(label), m.birthsRef(""))
		}
		t.Rows[i].Cells = append(t.Rows[i].Cells, m.share(disclosure.Ref{Table: release.Attendees, Row: label}, disclosure.Ref{Table: release.Attendees}), births)
	}
	t.Notes = append(t.Notes, "People are counted once for each panel that they attended.")
	return t
}

// training shows who was trained and which procedures were updated.
func (m maker) training() layout.Page {
	page := layout.Page{ID: "training", Sheet: "Training and SOPs", Title: "Cultural-competence training and procedures", Lead: []string{"Staff trained in cultural competence, by staff group, and evidence of updated procedures."}}
	page.Blocks = blocks(m.measures("training", "Training and procedures", "equity/training", "equity/procedures-updated"), m.trainingTable(), m.trainingChart(),
		m.shares("training-organisation", "Staff trained, by organisation", "organisation", "equity/training", m.byOrganisation()), m.procedures())
	if len(page.Blocks) == 0 {
		page.Lead = append(page.Lead, "No training register and no register of procedures was given; siequity init writes the templates.")
	}
	return page
}

// staffGroups lists the groups of the training register, in the order of names.
func (m maker) staffGroups() []string {
	var out []string
	for _, split := range m.Book.Splits("equity/training") {
		if g, ok := strings.CutPrefix(split, count.StaffSplit("")); ok {
			out = append(out, g)
		}
	}
	return out
}

func (m maker) trainingTable() *layout.Table {
	t := &layout.Table{ID: "training-staff", Title: "Staff trained, by staff group", RowBy: "staff group", Period: m.Period, Columns: shareColumns(labelColumn("Staff group"))}
	for _, g := range m.staffGroups() {
		f := measure.Of(m.Sum("equity/training", whole, count.StaffSplit(g)))
		t.Rows = append(t.Rows, row(append([]layout.Cell{layout.Say(m.masker.Mask(g))}, shareCells(f)...)...))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

func (m maker) trainingChart() *layout.Chart {
	c := &layout.Chart{ID: "training-staff", Title: "Staff trained in cultural competence", Kind: layout.Bars, XTitle: "Staff group", YTitle: "Trained (%)", Series: []layout.Series{{Name: "Trained"}}}
	var words []string
	for _, g := range m.staffGroups() {
		if f := measure.Of(m.Sum("equity/training", whole, count.StaffSplit(g))); f.Known() {
			c.X = append(c.X, m.masker.Mask(g))
			c.Series[0].Points = append(c.Series[0].Points, layout.Point{Value: f.Percent})
			words = append(words, fmt.Sprintf("%s %s", m.masker.Mask(g), shareText(f)))
		}
	}
	c.Alt = "Trained: " + strings.Join(words, "; ") + "."
	return orNoChart(c)
}

// procedures lists the register of procedures, for an audit.
func (m maker) procedures() *layout.Table {
	if m.Result == nil || len(m.Result.Registers.SOPs) == 0 {
		return nil
	}
	t := &layout.Table{ID: "procedures", Title: "Procedures", Columns: []layout.Column{labelColumn("Procedure"), {Title: "Organisation"}, {Title: "Updated", Kind: layout.Date}, {Title: "Reference"}}}
	for _, s := range m.Result.Registers.SOPs {
		updated := layout.Cell{Text: "not yet", Tone: layout.Amber}
		if s.Updated > 0 {
			updated = layout.Say(s.Updated.String())
		}
		t.Rows = append(t.Rows, row(layout.Say(m.masker.Mask(s.Procedure)), layout.Say(s.Organisation), updated, layout.Say(m.masker.Mask(s.Reference))))
	}
	return t
}
