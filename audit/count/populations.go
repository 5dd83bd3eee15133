package count

import (
	"strconv"
	"strings"

	"siequity/audit/cases"
	"siequity/audit/fieldbook"
	"siequity/audit/measure"
	"siequity/audit/register"
	"siequity/incidents/field"
	"siequity/incidents/scope"
	"siequity/rules/codes"
)

// births counts the births register by ethnic group and quintile, grouped as the
// cases are. A line for all groups or all quintiles has "" there. Hidden numbers
// are counted as lines, never guessed.
func (c *counter) births() {
	r := c.result
	column := birthsColumn(r.Registers.Births)
	for _, b := range r.Registers.Births {
		row, col := r.birthsGroup(b.Ethnicity), ""
		if b.IMD != "" {
			col = quintile(column.Read(b.IMD))
		}
		at := measure.Place{Organisation: c.organisation(b.Organisation), Period: periodName(b.Period)}
		if b.Suppressed {
			c.book.Count(measure.CellKey{Table: TableBirthsHidden, Place: at, Row: row, Column: col}, 1)
			continue
		}
		c.book.Count(measure.CellKey{Table: TableBirths, Place: at, Row: row, Column: col}, b.Count)
	}
}

// birthsColumn decides what the numbers of the register's deprivation column mean
// from all of them together.
func birthsColumn(births []register.Births) codes.IMDColumn {
	counts := map[string]int{}
	o := codes.IMDOptions{Direction: codes.OneIsMostDeprived}
	for _, b := range births {
		if b.IMD != "" {
			counts[b.IMD]++
		}
		if b.Scale != "" {
			o.Kind = codes.IMDKind(b.Scale)
		}
	}
	return codes.ReadIMDColumn(counts, o)
}

func quintile(v codes.IMDValue) string {
	if v.Quintile == 0 {
		return cases.ColumnNoIMD
	}
	return strconv.Itoa(v.Quintile)
}

// birthsGroup gives the row of a table for an ethnic group as a register or a
// published table writes it; blank is all groups together.
func (r *Counting) birthsGroup(text string) string {
	if text == "" {
		return ""
	}
	name := strings.TrimSuffix(strings.TrimSuffix(field.Fold(text), "groups"), "group")
	name = strings.TrimSuffix(strings.TrimPrefix(name, "any"), "ethnic")
	for _, bucket := range r.Options.Buckets() {
		if field.Fold(bucket) == name {
			return bucket // "Other ethnic groups" names a group here, where in an incident it might be any
		}
	}
	return rowOf(r.Options, text)
}

// rowOf gives the row of a table for an ethnic category as people write it.
func rowOf(o codes.Options, text string) string {
	e := o.Ethnicity(text, codes.SchemeNHS2001)
	if bucket := o.Bucket(e); bucket != "" {
		return bucket
	}
	if e.Status == codes.EthnicityNotStated {
		return cases.RowNotStated
	}
	return cases.RowNotKnown
}

// periodName brings a period to the name that the book uses; one that cannot be
// read is taken for the whole.
func periodName(text string) string {
	p, err := scope.ParsePeriod(text)
	if err != nil || p.All() {
		return ""
	}
	return p.Name
}

// attendees counts who attended panels by ethnic group, all panels pooled. Who
// did not say has a row of its own.
func (c *counter) attendees() {
	for i, a := range c.result.Registers.Panel {
		if fieldbook.Attended(a.Attended) {
			at := measure.Place{Organisation: c.organisation(c.result.panelOrganisation(i)), Period: quarter(a.Meeting)}
			c.book.Count(measure.CellKey{Table: TableAttendees, Place: at, Row: rowOf(c.result.Options, a.Ethnicity), Column: "attendees"}, 1)
		}
	}
}
