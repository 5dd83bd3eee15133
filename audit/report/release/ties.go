package release

import (
	"slices"

	"siequity/audit/count"
	"siequity/audit/disclosure"
	"siequity/audit/measure"
)

// published puts the tables together with every sum that an outsider can form
// between them by adding up and subtracting across pages.
func published(tables []Table, profile disclosure.Profile) disclosure.Pack {
	p := tied{index: map[string]Table{}}
	for _, t := range tables {
		p.index[t.Name] = t
		d := t.protectable()
		d.TotalsOnly = t.totalsOnly(profile)
		p.Tables = append(p.Tables, d)
	}
	p.totals(tables)
	p.sameSide(count.TableIMDHarm, count.TableEthnicityIMD, byRow, byColumn)
	p.sameSide(count.TableIMDHarm, count.TableEthnicityHarm, byColumn, byColumn)
	p.sameSide(IMDByOrganisation, count.TableEthnicityIMD, byRow, byColumn)
	p.sameSide(IMDByOrganisation, ByOrganisation, byColumn, byColumn)
	p.organisations(tables)
	p.reporting()
	p.themes(profile)
	p.recorded(tables)
	p.oneLine(tables)
	p.blocks()
	return p.Pack
}

// tied is a pack in the making.
type tied struct {
	disclosure.Pack
	index map[string]Table
}

// protectable gives a table in the words of disclosure control.
func (t Table) protectable() disclosure.Table {
	d := disclosure.Table{Name: t.Name, Rows: titles(t.Grid.Rows), Counts: t.Grid.Counts, Whole: t.Whole, Coarser: t.coarser}
	if !t.OneWay {
		d.Cols = titles(t.Grid.Cols)
		d.NoRowTotals, d.NoTotal = t.Multi, t.Multi
	}
	return d
}

func titles(d measure.Dimension) []string {
	var out []string
	for _, v := range d.Values {
		out = append(out, v.Title)
	}
	return out
}

// side is a margin of a table.
type side bool

const (
	byRow    side = false
	byColumn side = true
)

func (s side) of(t Table) []string {
	if s == byColumn {
		return titles(t.Grid.Cols)
	}
	return titles(t.Grid.Rows)
}

func (s side) ref(table, label string) disclosure.Ref {
	if s == byColumn {
		return disclosure.Ref{Table: table, Col: label}
	}
	return disclosure.Ref{Table: table, Row: label}
}

// totals ties the totals by ethnic group of all tables about the same cases.
func (p *tied) totals(tables []Table) {
	const first = count.TableEthnicityIMD
	if _, ok := p.index[first]; !ok {
		return
	}
	for _, t := range tables {
		if t.Of != "cases" || t.Multi || t.Whole || t.Organisation != "" || t.Name == first {
			continue
		}
		p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: first}, B: disclosure.Ref{Table: t.Name}})
		if t.Grid.Rows.Name == "ethnicity" {
			p.sameSide(t.Name, first, byRow, byRow)
		}
	}
}

// sameSide ties a margin of one table to a margin of another, label by label.
func (p *tied) sameSide(a, b string, sideA, sideB side) {
	ta, okA := p.index[a]
	tb, okB := p.index[b]
	if !okA || !okB {
		return
	}
	there := map[string]bool{}
	for _, l := range sideB.of(tb) {
		there[l] = true
	}
	for _, l := range sideA.of(ta) {
		if there[l] {
			p.Same = append(p.Same, disclosure.Same{A: sideA.ref(a, l), B: sideB.ref(b, l)})
		}
	}
}

// organisations ties the tables of single organisations to the system's, cell by
// cell and margin by margin.
func (p *tied) organisations(tables []Table) {
	system := p.index[count.TableEthnicityIMD]
	rows, columns := append(titles(system.Grid.Rows), ""), append(titles(system.Grid.Cols), "")
	var own []Table
	for _, t := range tables {
		if t.Organisation != "" {
			own = append(own, t)
		}
	}
	if len(own) == 0 {
		return
	}
	for _, r := range rows {
		for _, c := range columns {
			s := disclosure.Sum{Total: disclosure.Ref{Table: system.Name, Row: r, Col: c}}
			for _, t := range own {
				s.Parts = append(s.Parts, disclosure.Ref{Table: t.Name, Row: r, Col: c})
			}
			p.Sums = append(p.Sums, s)
		}
	}
	for _, t := range own {
		for _, r := range rows {
			p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: t.Name, Row: r}, B: disclosure.Ref{Table: ByOrganisation, Row: r, Col: t.Organisation}})
		}
		for _, c := range p.index[IMDByOrganisation].Grid.Rows.Values {
			p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: t.Name, Col: c.Title}, B: disclosure.Ref{Table: IMDByOrganisation, Row: c.Title, Col: t.Organisation}})
		}
	}
}

// reporting ties the classes of harm to the degrees that make them up.
func (p *tied) reporting() {
	classes, ok := p.index[count.TableEthnicityReport]
	degrees, both := p.index[count.TableEthnicityHarm]
	if !ok || !both {
		return
	}
	rows := append(titles(classes.Grid.Rows), "")
	for _, c := range classes.Grid.Cols.Values {
		for _, row := range rows {
			s := disclosure.Sum{Total: disclosure.Ref{Table: classes.Name, Row: row, Col: c.Title}}
			for _, d := range degrees.Grid.Cols.Values {
				if count.ReportingClass(d.Key) == c.Key {
					s.Parts = append(s.Parts, disclosure.Ref{Table: degrees.Name, Row: row, Col: d.Title})
				}
			}
			if len(s.Parts) > 0 {
				p.Sums = append(p.Sums, s)
			}
		}
	}
}

// themes protects those who are not in a theme: a case may have several, so the
// columns do not add up, but all cases less those of one theme is the rest.
func (p *tied) themes(profile disclosure.Profile) {
	t, ok := p.index[count.TableEthnicityTheme]
	if _, whole := p.index[count.TableEthnicityIMD]; !ok || !whole {
		return
	}
	for _, row := range t.Grid.Rows.Values {
		if slices.Contains(t.totalsOnly(profile).Rows, row.Title) {
			continue
		}
		for _, c := range t.Grid.Cols.Values {
			p.Complements = append(p.Complements, disclosure.Complement{Events: disclosure.Ref{Table: t.Name, Row: row.Title, Col: c.Title},
				Whole: disclosure.Ref{Table: count.TableEthnicityIMD, Row: row.Title}})
		}
	}
}

// oneLine makes the cells of a table of one column and the totals of its rows one
// count, and so for a table of one row: what is known of the one is known of the
// other, and protects nothing. So a table by deprivation is where no export says
// where anybody lives.
func (p *tied) oneLine(tables []Table) {
	for _, t := range tables {
		if t.OneWay || t.Multi {
			continue
		}
		rows, cols := append(titles(t.Grid.Rows), ""), append(titles(t.Grid.Cols), "")
		for _, row := range rows {
			if len(cols) == 2 {
				p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: t.Name, Row: row}, B: disclosure.Ref{Table: t.Name, Row: row, Col: cols[0]}})
			}
		}
		for _, col := range cols {
			if len(rows) == 2 {
				p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: t.Name, Col: col}, B: disclosure.Ref{Table: t.Name, Row: rows[0], Col: col}})
			}
		}
	}
}

// blocks ties protected lines to the sums that measures give exactly.
func (p *tied) blocks() {
	if t, ok := p.index[Attendees]; ok {
		for _, side := range p.index[attendeesSaid].Grid.Rows.Values {
			s := disclosure.Sum{Total: disclosure.Ref{Table: attendeesSaid, Row: side.Title}}
			for _, v := range t.Grid.Rows.Values {
				if saidSide(v.Key) == side.Key {
					s.Parts = append(s.Parts, disclosure.Ref{Table: Attendees, Row: v.Title})
				}
			}
			p.Sums = append(p.Sums, s)
		}
	}
	for _, pair := range [][2]string{{PlaceStatus, placeKnown}, {Unread, unreadTotal}} {
		if _, ok := p.index[pair[0]]; ok {
			p.Same = append(p.Same, disclosure.Same{A: disclosure.Ref{Table: pair[0]}, B: disclosure.Ref{Table: pair[1]}})
		}
	}
}
