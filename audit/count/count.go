package count

import (
	"math/bits"
	"strconv"

	"siequity/audit/cases"
	"siequity/audit/deprivation"
	"siequity/audit/measure"
	"siequity/audit/reading"
	"siequity/audit/record"
	"siequity/audit/register"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/rules"
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
	TableHarmSource      = "harm-source"           // records, by source
	TableVintage         = "imd-vintage"           // records by vintage of their deprivation
	TableFramework       = "framework"             // records by framework and learning response
	TableLabels          = "consideration"         // records by dimension, label and basis
	TableLeft            = "left-out"              // records left out, by reason
	TableTeam            = "data-quality-by-team"  // records by team and what is missing
	TableConsidered      = "ethnicity-considered/" // cases; a dimension follows
	TableBirths          = "births"                // by ethnic group and quintile; "" stands for all
	TableBirthsHidden    = "births-hidden"         // lines of the births register without a number
	TableAttendees       = "panel-attendees"       // people who attended panels, by ethnic group
)

// A Counting is what is counted of a run.
type Counting struct {
	Records       []*record.Record // every record that has a line, with its meaning
	Cases         *cases.Cases
	Set           *rules.Set
	Organisations []string // by number, as they are shown
	Periods       []string // by number
	Themes        []rules.Theme
	Options       codes.Options
	Registers     *register.Registers
	AsOf          field.Day // day on which clocks are judged
	Readings      *reading.Readings
	PanelCases    []int32 // by index of Registers.Panel, the number of the case reviewed; 0 where nobody can tell
	// Shown brings another name of an organisation to the one that is shown.
	Shown   func(name string) string
	Workers int // goroutines that count
}

// Book fills the book of a result: the tallies of the measures, the tables of
// records and the tables of cases. Of sources it needs the names with which [Evaluate]
// was called, in their order.
func (r *Counting) Book(j Judged, sources []string) *measure.Book {
	c := newCounter(r, measure.NewBook())
	for k, tally := range j.tallies {
		c.book.Tally(measure.TallyKey{Measure: r.Set.Measures[k.measure].ID, Split: splitName(&r.Set.Measures[k.measure], k.split), Place: measure.Place{
			Organisation: r.Organisations[k.organisation], Period: r.Periods[k.period], Source: sources[k.source]}}, tally)
	}
	for k, n := range j.spreads {
		m := &r.Set.Measures[k.measure]
		c.add(SpreadTable(m.ID), k.organisation, k.period, sources[k.source], m.Spread.Values[k.value], "records", n)
	}
	c.registers()
	c.births()
	c.attendees()
	c.flush()
	r.tables(c.book)
	return c.book
}

// tables counts records and cases on all cores.
func (r *Counting) tables(book *measure.Book) {
	parts := make([]*counter, r.Workers)
	for w := range parts {
		parts[w] = newCounter(r, book)
	}
	record.Share(len(r.Records), len(parts), func(w, from, to int) {
		for _, rec := range r.Records[from:to] {
			parts[w].records(r.recordKey(rec))
			parts[w].teams(r.teamKey(rec))
		}
	})
	record.Share(r.Cases.Total, len(parts), func(w, from, to int) {
		for n := from + 1; n <= to; n++ {
			parts[w].cases(r.caseKeys(n))
		}
	})
	for _, p := range parts {
		p.flush()
	}
}

// SpreadTable names the table of a measure that shows how a field is spread.
func SpreadTable(measure string) string { return "spread/" + measure }

// recordKey is all that tables count of a record.
type recordKey struct {
	organisation, period uint16
	source               string
	left                 incidents.Left
	ethnicity            codes.EthnicityStatus
	place                deprivation.Status
	vintage              deprivation.Vintage // 0 where no quintile is known
	harm                 record.HarmCode
	framework            string
	response             codes.LearningResponse
	views                [record.DimensionCount]record.View
}

func (r *Counting) recordKey(rec *record.Record) recordKey {
	k := recordKey{organisation: rec.Organisation, period: rec.Period, source: rec.Source(), left: rec.Left}
	if !rec.InScope() {
		return k
	}
	k.ethnicity, k.place, k.harm = rec.Ethnicity.Status, rec.Place.Status, rec.Harm
	k.framework, k.response = r.Readings.Framework(rec), r.Readings.Kind(rec)
	if rec.Place.Quintile > 0 {
		k.vintage = rec.Place.Vintage
	}
	for _, d := range record.Dimensions() {
		v := rec.View(d)
		k.views[d] = record.View{Label: v.Label, Basis: v.Basis}
	}
	return k
}

// records counts a record in the tables of records.
func (c *counter) records(k recordKey) {
	at := func(table, row, column string) { c.add(table, k.organisation, k.period, k.source, row, column, 1) }
	if k.left != incidents.Used {
		at(TableLeft, k.left.String(), k.source)
		return
	}
	at(TableEthnicityStatus, string(k.ethnicity), k.source)
	at(TableIMDStatus, k.place.String(), k.source)
	at(TableHarmSource, string(k.harm.Level()), k.source)
	if k.vintage != 0 {
		at(TableVintage, c.vintage(k.vintage), k.source)
	}
	at(TableFramework, k.framework, string(k.response))
	for d, v := range k.views {
		at(TableLabels, labelRows[d][v.Label], v.Basis.String())
	}
}

// labelRows are the rows of the table of labels, named once and not for each record.
var labelRows = func() (rows [record.DimensionCount][record.ConsideredIt + 1]string) {
	for d := range rows {
		for l := range rows[d] {
			rows[d][l] = record.Dimension(d).String() + "/" + record.Label(l).String()
		}
	}
	return rows
}()

// vintage names the edition of the index; a run has one or two.
func (c *counter) vintage(v deprivation.Vintage) string {
	name, known := c.vintages[v]
	if !known {
		name = strconv.Itoa(int(v))
		c.vintages[v] = name
	}
	return name
}

// caseKeys is all that tables count of a case.
type caseKeys struct {
	organisation, period    uint16
	bucket, code, imd, kind string
	harm                    codes.HarmLevel
	themes                  uint64
	considered              [record.DimensionCount]record.Investigation
}

func (r *Counting) caseKeys(n int) caseKeys {
	v := r.Cases.View(n)
	return caseKeys{v.Organisation, v.Period, v.Bucket, codeRow(v), cases.IMDColumn(v.Place), v.Kind, v.Harm, v.Themes, caseConsidered(v.Records)}
}

// cases counts a case in the tables of cases.
func (c *counter) cases(k caseKeys) {
	at := func(table, row, column string) { c.add(table, k.organisation, k.period, "", row, column, 1) }
	at(TableEthnicityIMD, k.bucket, k.imd)
	at(TableEthnicityHarm, k.bucket, string(k.harm))
	at(TableEthnicityKind, k.bucket, k.kind)
	at(TableIMDHarm, k.imd, string(k.harm))
	at(TableEthnicityCode, k.code, "cases")
	at(TableEthnicityReport, k.bucket, reporting(k.harm))
	for d, v := range k.considered {
		at(consideredTables[d], k.bucket, investigationColumn(v))
	}
	if k.themes == 0 {
		at(TableEthnicityTheme, k.bucket, "none")
	}
	for set := k.themes; set != 0; set &= set - 1 {
		at(TableEthnicityTheme, k.bucket, c.result.Themes[bits.TrailingZeros64(set)].ID)
	}
}

// consideredTables are the names of the tables of consideration.
var consideredTables = [record.DimensionCount]string{TableConsidered + record.Culture.String(), TableConsidered + record.EthnicityDim.String(), TableConsidered + record.LanguageDim.String()}

func codeRow(v cases.View) string {
	if v.Code != "" {
		return v.Code
	}
	if v.Bucket == cases.RowNotStated {
		return "Z"
	}
	return "99"
}

// ReportingClass gives the class of a degree of harm, by its name in tables.
func ReportingClass(harm string) string { return reporting(codes.HarmLevel(harm)) }

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
