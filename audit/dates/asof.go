package dates

import (
	"fmt"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
)

// The day on which clocks are judged is the newest date of the records in use, not
// today, so that the same files always give the same answer. One mistyped year
// must not become that day: dates more than apartDays after all others are taken
// only if other dates bear them out, and are reported otherwise.
const (
	// apartDays sets groups of dates apart. Exports hold the dates of quarters and
	// of the months that reviews take, so a year without any is odd.
	apartDays = 365
	// A group counts if it holds a quarter of all dates.
	datesShare = 4
	// A slip changes one date and leaves the others of its record behind. So a
	// group counts too if three records lie in it with all of two or more dates, or
	// one in five of those that have two, as in a short list.
	enoughAgree, agreeingShare = 3, 5
)

// settleAsOf settles the day on which clocks are judged, and reports the dates that
// are too far from all others to be it.
func (r *Dates) settleAsOf() []finding.Finding {
	if r.AsOf = r.stated; r.AsOf > 0 {
		return nil
	}
	c := clockDates{fields: r.clocks}
	for _, rec := range r.records {
		if rec.InScope() {
			c.records = append(c.records, rec)
		}
	}
	if len(c.records) == 0 { // a run that uses nothing still says which dates it saw
		c.records = r.records
	}
	newest := field.Day(0)
	r.AsOf, newest = c.settle()
	if newest == r.AsOf {
		return nil
	}
	return c.aboutLater(r.AsOf)
}

// clockFields numbers the fields that hold dates of an event and of its review.
func clockFields(c *incidents.Catalogue) []int {
	var out []int
	for i, f := range c.Fields() {
		if f.Kind == field.Date || f.Kind == field.DateList {
			out = append(out, i)
		}
	}
	return out
}

// DateTooLate is the ID of findings about dates that are too far from all others to
// be the day of the export.
const DateTooLate = "date/too-late"

// clockDates are the dates of which the day of the clocks is chosen.
type clockDates struct {
	fields  []int
	records []*record.Record
}

// each calls f with every date of a record.
func (c clockDates) each(rec *record.Record, f func(at int, d field.Day)) {
	for _, at := range c.fields {
		if d, state := rec.Day(at); state == incidents.Present {
			f(at, d)
		}
	}
}

// settle gives the newest date that carries weight, and the newest of all. The
// oldest dates stand apart from nothing and are always good enough.
func (c clockDates) settle() (asOf, newest field.Day) {
	groups, all := c.groups()
	if len(groups) == 0 {
		return 0, 0
	}
	newest = groups[len(groups)-1].to
	for len(groups) > 1 && !c.carriesWeight(groups[len(groups)-1], all) {
		groups = groups[:len(groups)-1]
	}
	return groups[len(groups)-1].to, newest
}

// A dateGroup is a run of days without a gap of a year.
type dateGroup struct {
	from, to field.Day
	dates    int
}

// groups parts all dates at the gaps between them, the oldest group first.
func (c clockDates) groups() (groups []dateGroup, all int) {
	var days []int // by day: a million records have a few thousand days between them
	for _, rec := range c.records {
		c.each(rec, func(_ int, d field.Day) {
			if int(d) >= len(days) {
				days = append(days, make([]int, int(d)+1-len(days))...)
			}
			days[d]++
			all++
		})
	}
	for i, n := range days {
		d, last := field.Day(i), len(groups)-1
		switch {
		case n == 0:
		case last >= 0 && d-groups[last].to <= apartDays:
			groups[last].to, groups[last].dates = d, groups[last].dates+n
		default:
			groups = append(groups, dateGroup{d, d, n})
		}
	}
	return groups, all
}

// carriesWeight tells a group that other dates bear out from a slip.
func (c clockDates) carriesWeight(g dateGroup, all int) bool {
	several, agreeing, alone := c.within(g)
	if agreeing >= enoughAgree || agreeing > 0 && agreeing*agreeingShare >= several {
		return true
	}
	slip := g.dates == 1 && !alone // the other dates of its record lie elsewhere
	return g.dates*datesShare >= all && !slip
}

// within counts the records with two or more dates, those of them that lie in the
// group with all, and says whether it holds the only date of a record.
func (c clockDates) within(g dateGroup) (several, agreeing int, alone bool) {
	for _, rec := range c.records {
		inside, dates := 0, 0
		c.each(rec, func(_ int, d field.Day) {
			dates++
			if d >= g.from && d <= g.to {
				inside++
			}
		})
		if dates > 1 {
			several++
		}
		switch {
		case inside < dates:
		case dates > 1:
			agreeing++
		case dates == 1:
			alone = true
		}
	}
	return several, agreeing, alone
}

// aboutLater reports the dates past the day of the clocks, column by column.
func (c clockDates) aboutLater(asOf field.Day) []finding.Finding {
	var later finding.Spots
	for _, rec := range c.records {
		c.each(rec, func(at int, d field.Day) {
			if d > asOf {
				later.Add(rec.Record, at)
			}
		})
	}
	return later.Findings(DateTooLate, "correct it in the source system; if it is right, state the day of the export with --as-of or as_of: in siequity.yaml", func(s finding.Spot) string {
		return fmt.Sprintf("%s taken as the day of the export; clocks are judged on %s", s.Counted("date stands more than a year after all other dates, so it was not", "dates stand more than a year after all other dates, so they were not"), asOf)
	})
}
