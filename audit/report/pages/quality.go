package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"siequity/audit/count"
	"siequity/audit/finding"
	"siequity/audit/measure"
	"siequity/audit/report/layout"
	"siequity/audit/report/release"
)

// quality shows how well fields are filled and what was found wrong in the files.
func (m maker) quality() layout.Page {
	if m.Result == nil {
		return layout.Page{}
	}
	return layout.Page{ID: "quality", Sheet: "Data quality", Title: "Data quality", Lead: []string{"How well each field of each export is filled, over the records in scope, and what was found wrong in the files."},
		Blocks: blocks(m.findingTable(), m.fieldTable(), m.absent())}
}

func (m maker) fieldTable() *layout.Table {
	lost := false
	t := &layout.Table{ID: "fields", Title: "How well fields are filled", RowBy: "field", Period: m.Period, Columns: []layout.Column{labelColumn("Field"), {Title: "Source"}, {Title: "File"}, countColumn("Records"), percentColumn("Filled"), countColumn("Unreadable")}}
	for _, c := range m.Result.Fields {
		if c.Records > 0 && !c.Absent {
			lost = lost || c.Lost > 0
			f := measure.Of(measure.Tally{Pass: c.Filled, Fail: c.Records - c.Filled})
			t.Rows = append(t.Rows, row(layout.Say(c.Title), layout.Say(m.SourceTitle(c.Source)), layout.Say(c.File), release.Number(c.Records), release.Percent(f), release.Number(c.Unreadable)))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if lost {
		t.Notes = []string{"Dates that decide the period count the records left out for want of one too; an impossible date counts as unreadable."}
	}
	return t
}

// absent lists the columns that rules for its source ask of an export and that it does
// not have, file by file. They are too many for a cell of a table.
func (m maker) absent() *layout.Text {
	t := &layout.Text{Heading: "Columns that rules ask for and an export does not have"}
	last := ""
	for _, c := range m.Result.Fields {
		if c.Records == 0 || !c.Absent || !m.needed(c.Source, c.Field) || m.otherwiseGiven(c) {
			continue
		}
		file := c.File
		if c.Sheet != "" {
			file += ", sheet " + c.Sheet
		}
		if file != last {
			last = file
			t.Paragraphs = append(t.Paragraphs, fmt.Sprintf("%s (%s): %s", file, m.SourceTitle(c.Source), c.Title))
			continue
		}
		t.Paragraphs[len(t.Paragraphs)-1] += ", " + c.Title
	}
	if len(t.Paragraphs) == 0 {
		return nil
	}
	return t
}

// findingTable counts the findings by kind. Where each is stands in run.json and
// the worklist; here it would point at single records.
func (m maker) findingTable() *layout.Table {
	counts := map[string]int{}
	first := map[string]finding.Finding{}
	var kinds []string
	for _, f := range m.Result.Findings {
		if counts[f.ID] == 0 {
			kinds = append(kinds, f.ID)
			first[f.ID] = f
		}
		counts[f.ID] += max(1, f.Times)
	}
	if len(kinds) == 0 {
		return nil
	}
	slices.SortFunc(kinds, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	t := &layout.Table{ID: "findings", Title: "Findings by kind", RowBy: "finding", Period: m.Period, Columns: []layout.Column{labelColumn("Finding"), countColumn("Times"), {Title: "What to do"}}}
	for _, k := range kinds {
		t.Rows = append(t.Rows, row(layout.Say(findingTitle(k)), release.Number(counts[k]), layout.Say(m.masker.Mask(first[k].Hint))))
	}
	t.Notes = []string{"run.json lists each finding with its file, sheet, row and column."}
	return t
}

// findingTitle makes words of a finding's ID: "date/unreadable" is date: unreadable.
func findingTitle(id string) string {
	kind, what, ok := strings.Cut(id, "/")
	if !ok {
		return release.Capital(strings.ReplaceAll(id, "-", " "))
	}
	return release.Capital(strings.ReplaceAll(kind, "-", " ")) + ": " + strings.ReplaceAll(what, "-", " ")
}

// exclusions shows what was left out, by reason and source.
func (m maker) exclusions() layout.Page {
	t := m.plainGrid("left-out", "Records left out", "records", m.Book.Grid(count.TableLeft, whole, release.Named("reason", "Reason", nil), m.sourceDimension()))
	if t != nil {
		for i := range t.Rows {
			t.Rows[i].Cells[0].Text = release.Capital(t.Rows[i].Cells[0].Text)
		}
	}
	page := layout.Page{ID: "exclusions", Sheet: "Exclusions", Title: "Records left out", Lead: []string{"Nothing is left out silently: every record read is either used or stands here with its reason."}, Blocks: blocks(t)}
	if t == nil {
		page.Lead = append(page.Lead, "No record was left out.")
	}
	return page
}

// mostTeams is what fits on the one page that a board is given.
const mostTeams = 10

// escalation is the one page of data-quality problems for the LMNS board, by trust
// and team.
func (m maker) escalation() layout.Page {
	page := layout.Page{ID: "escalation", Sheet: "Escalation", Title: "Data quality to escalate", Lead: []string{"For the LMNS board: what is missing, by trust and team. The worklist names the records for each team."}}
	page.Blocks = blocks(m.escalationTable())
	return page
}

// lacking is what a team's records lack.
type lacking struct {
	organisation, team string
	records            int
	lacks              []int // in the order of audit.TeamColumns, without the records
	worst              int
}

// teams gathers the teams, those that lack most first.
func (m maker) teams(name func(measure.CellEntry) (organisation, team string)) []lacking {
	at := map[[2]string]*lacking{}
	var out []*lacking
	columns := count.TeamColumns()
	for _, e := range m.Book.CellsOf(count.TableTeam) {
		o, team := name(e)
		l := at[[2]string{o, team}]
		if l == nil {
			l = &lacking{organisation: o, team: team, lacks: make([]int, len(columns)-1)}
			at[[2]string{o, team}] = l
			out = append(out, l)
		}
		if i := slices.Index(columns, e.Column); i == 0 {
			l.records += e.Count
		} else if i > 0 {
			l.lacks[i-1] += e.Count
			l.worst += e.Count
		}
	}
	slices.SortFunc(out, func(a, b *lacking) int {
		return cmp.Or(cmp.Compare(b.worst, a.worst), cmp.Compare(a.organisation, b.organisation), cmp.Compare(a.team, b.team))
	})
	var flat []lacking
	for _, l := range out {
		flat = append(flat, *l)
	}
	return flat
}

func lackColumns() []layout.Column {
	return []layout.Column{countColumn("Records"), countColumn("No valid ethnic category"), countColumn("Deprivation not known"), countColumn("Language not recorded"), countColumn("Harm not recorded")}
}

func (l lacking) cells() []layout.Cell {
	cells := []layout.Cell{release.Number(l.records)}
	for _, n := range l.lacks {
		cells = append(cells, release.Number(n))
	}
	return cells
}

// escalationTable sets each organisation above those of its teams that have
// something to mend, so that the board has it all on one page.
func (m maker) escalationTable() *layout.Table {
	t := &layout.Table{ID: "escalation", Title: "By organisation and team, most to mend first", RowBy: "team", Period: m.Period, Columns: append([]layout.Column{labelColumn("Organisation or team")}, lackColumns()...)}
	teams := slices.DeleteFunc(m.teams(func(e measure.CellEntry) (string, string) { return e.Organisation, e.Row }), func(l lacking) bool { return l.worst == 0 })
	shown := teams[:min(len(teams), mostTeams)]
	for _, o := range m.teams(func(e measure.CellEntry) (string, string) { return e.Organisation, "" }) {
		t.Rows = append(t.Rows, layout.Row{Total: true, Organisation: o.organisation, Cells: append([]layout.Cell{layout.Say(o.organisation + ": all")}, o.cells()...)})
		for _, l := range shown {
			if l.organisation == o.organisation {
				t.Rows = append(t.Rows, layout.Row{Organisation: o.organisation, Cells: append([]layout.Cell{m.teamName(l)}, l.cells()...)})
			}
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Notes = []string{"Counts records whose export has the column; a record may lack several. The team is what the export calls team; where it names none, its care group, directorate, division, site or location."}
	if rest := len(teams) - len(shown); rest > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("%d more teams have something to mend; the worklist has them all.", rest))
	}
	t.Notes = append(t.Notes, m.columnsMissing()...)
	return t
}

// teamName names a team, unless it is called by a person or holds an identifier.
func (m maker) teamName(l lacking) layout.Cell {
	switch {
	case l.team == l.organisation:
		return layout.Cell{Text: "(no team named)", Tone: layout.Grey}
	case m.masker.Mask(l.team) != l.team:
		return layout.Cell{Text: "(name withheld; the worklist has it)", Tone: layout.Grey}
	}
	return layout.Say(l.team)
}

// columnsMissing says which exports lack a column altogether, which no team can
// mend: one line for whoever sets up the export.
func (m maker) columnsMissing() []string {
	var out []string
	for _, x := range [][2]string{{"ethnicity", validCode}, {"language", "equity/language-recorded"}, {"need for an interpreter", "equity/interpreter-need-recorded"}, {"anything to find deprivation by", placeKnown}} {
		var without []string
		for _, s := range m.Sources {
			if n := m.Sum(x[1], measure.Place{Source: s}, "").Unknown; s != "" && n > 0 {
				without = append(without, fmt.Sprintf("%s (%s)", m.SourceTitle(s), records(n)))
			}
		}
		if len(without) > 0 {
			out = append(out, "No column for "+x[0]+": "+strings.Join(without, ", ")+".")
		}
	}
	return out
}
