package audit

import (
	"fmt"
	"math/bits"

	"siequity/audit/deprivation"
	"siequity/audit/measure"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/rules/codes"
)

// The cross-tabulations of a book. Rows and columns are keys of the dimensions
// in package report.
const (
	TableEthnicityIMD    = "ethnicity-imd"
	TableEthnicityHarm   = "ethnicity-harm"
	TableEthnicityTheme  = "ethnicity-theme"
	TableEthnicityKind   = "ethnicity-kind"
	TableEthnicityReport = "ethnicity-reporting" // low or no harm beside severe harm or death
	TableEthnicityStatus = "ethnicity-status"    // records, by source
	TableEthnicityCode   = "ethnicity-code"      // cases by national code
	TableIMDStatus       = "imd-status"          // records, by source
	TableIMDHarm         = "imd-harm"
	TableHarmSource      = "harm-source"   // records, by source
	TableVintage         = "imd-vintage"   // records by vintage of their deprivation
	TableFramework       = "framework"     // records by framework and learning response
	TableLabels          = "consideration" // records by dimension, label and basis
	TableLeft            = "left-out"      // records left out, by reason
	TableTeam            = "data-quality-by-team"
)

// Columns for deprivation that is not a quintile.
const (
	ColumnOutside = "outside England"
	ColumnNoAbode = "no fixed abode"
	ColumnNoIMD   = "not known"
)

// counter fills a book.
type counter struct {
	result *Result
	book   *measure.Book
	cells  map[cellKey]int
}

// cellKey is a CellKey before its texts are looked up.
type cellKey struct {
	table, row, column   string
	organisation, period uint16
	source               string
}

func (c *counter) add(table string, org, period uint16, source, row, column string) {
	c.cells[cellKey{table, row, column, org, period, source}]++
}

// count fills the book of a result: the tallies of the measures, the tables of
// records and the tables of cases.
func (r *Result) count(j judged, sources []string) {
	c := &counter{result: r, book: measure.NewBook(), cells: map[cellKey]int{}}
	for k, tally := range j.tallies {
		c.book.Tally(measure.TallyKey{Measure: r.Set.Measures[k.measure].ID, Split: splitName(k.split), Place: measure.Place{
			Organisation: r.Organisations[k.organisation], Period: r.Periods[k.period], Source: sources[k.source]}}, tally)
	}
	for k, n := range j.spreads {
		m := &r.Set.Measures[k.measure]
		c.cells[cellKey{SpreadTable(m.ID), m.Spread.Values[k.value], "records", k.organisation, k.period, sources[k.source]}] += n
	}
	c.registers()
	for _, rec := range r.Records {
		c.record(rec)
	}
	for n := 1; n <= r.Cases.Total; n++ {
		c.caseOf(n)
	}
	for k, n := range c.cells {
		c.book.Count(measure.CellKey{Table: k.table, Row: k.row, Column: k.column, Place: measure.Place{
			Organisation: r.Organisations[k.organisation], Period: r.Periods[k.period], Source: k.source}}, n)
	}
	r.Book = c.book
}

// SpreadTable names the table of a measure that shows how a field is spread.
func SpreadTable(measure string) string { return "spread/" + measure }

func splitName(split uint8) string {
	if split == 0 {
		return ""
	}
	return "basis=" + Basis(split-1).String()
}

// record counts one record in the tables of records.
func (c *counter) record(r *Record) {
	source := r.Source()
	if !r.InScope() {
		c.add(TableLeft, r.Organisation, r.Period, source, r.Left.String(), source)
		return
	}
	at := func(table, row, column string) { c.add(table, r.Organisation, r.Period, source, row, column) }
	at(TableEthnicityStatus, string(r.Ethnicity.Status), source)
	at(TableIMDStatus, r.Place.Status.String(), source)
	at(TableHarmSource, string(r.Harm.Level()), source)
	if r.Place.Quintile > 0 {
		at(TableVintage, fmt.Sprint(int(r.Place.Vintage)), source)
	}
	at(TableFramework, c.result.readings.framework(r), string(c.result.readings.kind(r)))
	for d, v := range r.Views {
		at(TableLabels, Dimension(d).String()+"/"+v.Label.String(), v.Basis.String())
	}
}

// caseOf counts one case in the tables of cases.
func (c *counter) caseOf(n int) {
	v := c.result.view(n)
	at := func(table, row, column string) { c.add(table, v.Organisation, v.Period, "", row, column) }
	at(TableEthnicityIMD, v.Bucket, IMDColumn(v.Place))
	at(TableEthnicityHarm, v.Bucket, string(v.Harm))
	at(TableEthnicityKind, v.Bucket, v.Kind)
	at(TableIMDHarm, IMDColumn(v.Place), string(v.Harm))
	at(TableEthnicityCode, codeRow(v), "cases")
	at(TableEthnicityReport, v.Bucket, reporting(v.Harm))
	if v.Themes == 0 {
		at(TableEthnicityTheme, v.Bucket, "none")
	}
	for set := v.Themes; set != 0; set &= set - 1 {
		at(TableEthnicityTheme, v.Bucket, c.result.Themes[bits.TrailingZeros64(set)].ID)
	}
}

func codeRow(v CaseView) string {
	if v.Code != "" {
		return v.Code
	}
	if v.Bucket == RowNotStated {
		return "Z"
	}
	return "99"
}

// reporting puts harm in the two classes by which over- and under-reporting are
// looked at: low-harm reports depend on who is reported on, severe harm hardly.
func reporting(h codes.HarmLevel) string {
	switch h {
	case codes.HarmNone, codes.HarmNearMiss, codes.HarmLow:
		return "no or low harm"
	case codes.HarmModerate:
		return "moderate harm"
	case codes.HarmSevere, codes.HarmDeath:
		return "severe harm or death"
	}
	return "harm not known"
}

// IMDColumn gives the column of a table for a place: the quintile, or why there
// is none. A family without a fixed home has its own column; it is not missing.
func IMDColumn(p deprivation.Place) string {
	switch {
	case p.Quintile > 0:
		return fmt.Sprint(p.Quintile)
	case p.Status == deprivation.NoFixedAbode:
		return ColumnNoAbode
	case p.Status == deprivation.OutsideEngland || p.Status == deprivation.Overseas:
		return ColumnOutside
	}
	return ColumnNoIMD
}

// fieldCounts says how well each field is filled, sheet by sheet.
func fieldCounts(r *Result) []FieldCount {
	in := map[*incidents.Sheet][]*Record{}
	for _, rec := range r.Records {
		if rec.InScope() {
			in[rec.Sheet] = append(in[rec.Sheet], rec)
		}
	}
	var out []FieldCount
	for _, s := range r.Sheets {
		for _, f := range s.Sheet.Table.Fields {
			if f.Kind == field.Narrative || f.Name == field.Dropped {
				continue
			}
			out = append(out, countField(r, s.Sheet, f, in[s.Sheet]))
		}
	}
	return out
}

func countField(r *Result, s *incidents.Sheet, f field.Field, records []*Record) FieldCount {
	i := r.readings.catalogue.Index(f.Name)
	c := FieldCount{Source: s.Table.Source, File: s.File, Sheet: s.Name, Field: f.Name, Title: f.Title, Records: len(records), Absent: !s.Has(i)}
	if c.Absent {
		return c
	}
	for _, rec := range records {
		switch rec.State(i) {
		case incidents.Present:
			c.Filled++
		case incidents.Unreadable:
			c.Unreadable++
		}
	}
	return c
}
