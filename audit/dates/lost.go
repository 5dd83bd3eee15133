package dates

import (
	"fmt"
	"strings"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
)

// A record without a date that can be has no period, and a run that asks for one
// leaves it out. It would be gone without a trace: no rule looks at it. So such
// records are counted by column and listed for mending, unless their other dates
// put them into another period.

// firstPlausible is 1 January 1990: earlier dates in incident systems are slips,
// as at least one trust's own extracts treat them.
var firstPlausible, _ = field.NewDay(1990, 1, 1)

// A lostDate says what is wrong with the date that decides a record's period.
type lostDate uint8

const (
	dateGood lostDate = iota
	dateBlank
	dateUnreadable
	dateImpossible
)

// PeriodDate numbers the field that decides the period of a source's records, and
// the field with the day on which somebody wrote it down.
func (r *Dates) PeriodDate(source string) (decides, reported int) {
	if source == "pmrt" {
		return r.dateOfDeath, r.notified
	}
	return r.incidentDate, r.reported
}

// lost says whether a record was left out for want of a date that can be, although
// it may belong to the period: it gives the first of its other dates, 0 for none.
func (r *Dates) lost(rec *record.Record) (why lostDate, other field.Day) {
	if why = r.faultyDate(rec); why == dateGood {
		return dateGood, 0
	}
	if other = r.firstOtherDate(rec); other > 0 && !r.period.Holds(other) {
		return dateGood, 0
	}
	return why, other
}

// faultyDate says what is wrong with the date by which a record was left out.
func (r *Dates) faultyDate(rec *record.Record) lostDate {
	if rec.Left != incidents.NoDate && rec.Left != incidents.OutsidePeriod {
		return dateGood
	}
	decides, reported := r.PeriodDate(rec.Source())
	day, state := rec.Day(decides)
	switch state {
	case incidents.Blank:
		return dateBlank
	case incidents.Unreadable:
		return dateUnreadable
	case incidents.Absent: // the whole sheet has none, which is a finding of its own
		return dateGood
	}
	if told, state := rec.Day(reported); day < firstPlausible || day > r.AsOf+apartDays || state == incidents.Present && day > told {
		return dateImpossible
	}
	return dateGood
}

// A lostCount counts the lost records of a sheet by what is wrong.
type lostCount [dateImpossible + 1]int

func (c lostCount) all() int { return c[dateBlank] + c[dateUnreadable] + c[dateImpossible] }

// LostOf counts the records of a sheet that were lost by their date: all, and those
// of them whose date is there and cannot be read or cannot be.
func (r *Dates) LostOf(s *incidents.Sheet) (all, unreadable int) {
	n := r.lostDates[s]
	return n.all(), n[dateUnreadable] + n[dateImpossible]
}

// settleLost counts the records that were lost by their date, sheet by sheet.
func (r *Dates) settleLost() []finding.Finding {
	r.lostDates = map[*incidents.Sheet]lostCount{}
	var at finding.Spots
	for _, rec := range r.records {
		if why, _ := r.lost(rec); why != dateGood {
			decides, _ := r.PeriodDate(rec.Source())
			at.Add(rec.Record, decides)
			n := r.lostDates[rec.Sheet]
			n[why]++
			r.lostDates[rec.Sheet] = n
		}
	}
	return append(r.early(), at.Findings(LeftByDate, "fill in or correct this date in the source system; the worklist has those whose other dates fall into the period or that have none", func(s finding.Spot) string {
		return fmt.Sprintf("%s left out for want of this date: %s", s.Counted("record is", "records are"), r.lostDates[s.Sheet].words())
	})...)
}

func (c lostCount) words() string {
	var out []string
	for why, words := range [...]string{dateBlank: "%d blank", dateUnreadable: "%d that cannot be read", dateImpossible: "%d impossible (before 1990, after the day it was reported, or long after the export)"} {
		if c[why] > 0 {
			out = append(out, fmt.Sprintf(words, c[why]))
		}
	}
	return strings.Join(out, ", ")
}

// early reports dates before 1990 of records in use, as a run of all periods has.
func (r *Dates) early() []finding.Finding {
	var at finding.Spots
	for _, rec := range r.records {
		if day := rec.When(); rec.InScope() && day > 0 && day < firstPlausible {
			decides, _ := r.PeriodDate(rec.Source())
			at.Add(rec.Record, decides)
		}
	}
	return at.Findings("date/too-early", "correct it in the source system", func(s finding.Spot) string {
		return s.Counted("date lies", "dates lie") + " before 1990"
	})
}

// LostByDate says why a record was left out although it may belong to the period:
// its date is missing or cannot be, and its other dates do not speak against it.
func (r *Dates) LostByDate(rec *record.Record) (why string, column int, heading string, ok bool) {
	lost, other := r.lost(rec)
	if lost == dateGood {
		return "", 0, "", false
	}
	why = [...]string{dateBlank: "the date is blank", dateUnreadable: "the date cannot be read", dateImpossible: "the date is impossible"}[lost] + ", so the record is left out"
	if other > 0 {
		why += "; its other dates fall into the period"
	}
	decides, _ := r.PeriodDate(rec.Source())
	heading, column = rec.Sheet.Heading(decides)
	return why, column, heading, true
}

// firstOtherDate gives the earliest date of a record but the one that decides its
// period and the births, 0 without one.
func (r *Dates) firstOtherDate(rec *record.Record) field.Day {
	decides, _ := r.PeriodDate(rec.Source())
	first := field.Day(0)
	for _, f := range r.clocks {
		if d, state := rec.Day(f); f != decides && f != r.babyBirth && state == incidents.Present && d >= firstPlausible && (first == 0 || d < first) {
			first = d
		}
	}
	return first
}

// Undated reports a sheet without a column for the date that decides the period.
func (r *Dates) Undated(s *incidents.Sheet) []finding.Finding {
	decides, _ := r.PeriodDate(s.Table.Source)
	if s.Has(decides) {
		return nil
	}
	f := r.byField[decides]
	heading := "the heading in the file"
	for _, c := range s.Mapping.Columns {
		if c.Field < 0 && strings.Contains(strings.ToLower(c.Heading), "date") {
			heading = c.Heading
			break
		}
	}
	which := "no record can be placed in a period"
	if birth := r.babyBirth; s.Table.Source == "pmrt" && s.Has(birth) {
		which = "only babies born dead can be placed in a period, by the day of birth"
	}
	return []finding.Finding{{ID: NoDateColumn, File: s.File, Sheet: s.Name, Row: s.Header, What: fmt.Sprintf("no column was taken for the %s, so %s", strings.ToLower(f.Title), which),
		Hint: fmt.Sprintf("name its heading under columns: in siequity.yaml, as in %q: %s; `siequity inspect` shows the headings", heading, f.Name)}}
}

// The IDs of findings about the date by which records belong to a period.
const (
	NoDateColumn = "date/no-column" // the sheet has no column for it
	LeftByDate   = "date/left-out"  // records are left out for want of it
)
