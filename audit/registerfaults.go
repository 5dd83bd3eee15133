package audit

import (
	"fmt"
	"strings"

	"siequity/audit/finding"
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
