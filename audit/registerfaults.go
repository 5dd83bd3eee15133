package audit

import (
	"fmt"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/organisation"
	"siequity/audit/register"
	"siequity/incidents/field"
)

// aboutRegisters makes findings of what could not be used of the registers. What
// their cells say is left out: people write anything into a file of their own.
func aboutRegisters(faults []register.Fault, tables []field.Table) []finding.Finding {
	var out []finding.Finding
	for _, f := range faults {
		what := f.What
		if len(f.Found) > 0 {
			what += "; " + foundInstead(f.Found, tables)
		}
		out = append(out, finding.Finding{ID: f.ID, File: f.File, Sheet: f.Sheet, Row: f.Row, Column: f.Column, What: what, Hint: f.Hint})
	}
	return out
}

// mostHeadings is how many of the headings of a wrong file are named.
const mostHeadings = 6

// foundInstead says what a file that is no register holds: the headings that some
// export has. Others are not repeated, as a row of data may stand in their place.
func foundInstead(cells []string, tables []field.Table) string {
	var known []string
	for _, s := range cells {
		if len(known) < mostHeadings && isHeading(s, tables) {
			known = append(known, fmt.Sprintf("%q", s))
		}
	}
	rest := len(cells) - len(known)
	switch {
	case len(known) == 0:
		return fmt.Sprintf("found a row of %d cells, none of them a heading that is known here", rest)
	case rest > 0:
		return fmt.Sprintf("found %s and %d more columns", strings.Join(known, ", "), rest)
	}
	return "found " + strings.Join(known, ", ")
}

func isHeading(text string, tables []field.Table) bool {
	for _, t := range tables {
		if c := t.Map([]string{text}, nil).Columns[0]; c.How == "heading" {
			return true
		}
	}
	return false
}

// Names that stand for those that cannot be shown.
const (
	otherStaff = "Other staff"
	withheld   = "a name in this register seems to identify a person, so it was not used"
)

// withholdNames takes what identifies a person out of the headings that registers
// give: trusts and staff groups. Their other texts are masked where they are shown.
func withholdNames(g *register.Registers, identifies func(string, field.Kind) bool) []finding.Finding {
	var found []finding.Finding
	hold := func(name, where string, row int, instead string) string {
		if name == "" || !identifies(name, field.Text) {
			return name
		}
		found = append(found, finding.Finding{ID: "label/identifies", File: where, Row: row, What: withheld, Hint: "put the name of the trust or staff group there"})
		return instead
	}
	for i, x := range g.Training {
		g.Training[i].Organisation = hold(x.Organisation, "training register", x.Row, organisation.Unstated)
		g.Training[i].StaffGroup = hold(x.StaffGroup, "training register", x.Row, otherStaff)
	}
	for i, x := range g.SOPs {
		g.SOPs[i].Organisation = hold(x.Organisation, "procedures register", x.Row, organisation.Unstated)
	}
	for i, x := range g.Lessons {
		g.Lessons[i].Organisation = hold(x.Organisation, "lessons register", x.Row, organisation.Unstated)
	}
	for i, x := range g.Actions {
		g.Actions[i].Organisation = hold(x.Organisation, "actions register", x.Row, organisation.Unstated)
	}
	for i, x := range g.Births {
		g.Births[i].Organisation = hold(x.Organisation, "births register", x.Row, organisation.Unstated)
	}
	return found
}
