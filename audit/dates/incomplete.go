package dates

import (
	"fmt"
	"slices"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/incidents/scope"
)

// An export made before the quarter was over looks like a whole one with few
// incidents. Nothing tells the day on which it was made, but a busy source whose
// records stop long before the period ends gives it away.
const (
	incompleteDays  = 14 // from the newest record to the end of the period
	incompleteTimes = 3  // by how much that is longer than the longest gap before it
	// With fewer records such a gap is chance in more than one of a hundred quarters.
	incompleteRecords = 8
)

// Incomplete is the ID of findings about sources that stop before the period ends.
const Incomplete = "period/incomplete"

// pace is when the records of one source were told, whatever their specialty.
type pace struct {
	newest *record.Record
	last   field.Day
	days   []field.Day // of those in the period
}

// EndFindings reports sources whose records stop long before the period ends.
func (r *Dates) EndFindings() []finding.Finding {
	p := r.period
	if p.All() || r.stated > 0 && r.stated < p.To {
		return nil
	}
	var sources []string
	paces := map[string]*pace{}
	for _, rec := range r.records {
		if paces[rec.Source()] == nil {
			paces[rec.Source()] = &pace{}
			sources = append(sources, rec.Source())
		}
		paces[rec.Source()].add(rec, r.told(rec), p)
	}
	var out []finding.Finding
	for _, s := range sources {
		if x := paces[s]; x.stops(p) {
			sheet := x.newest.Sheet
			out = append(out, finding.Finding{ID: Incomplete, File: sheet.File, Sheet: sheet.Name,
				What: fmt.Sprintf("the newest record of %s is of %s, and the period ends on %s", sheet.Table.Title, record.RuleDay(x.last).Long(), record.RuleDay(p.To).Long()),
				Hint: "export it anew if the period is over; if it is not, say so where the figures are shown, as they will grow"})
		}
	}
	return out
}

// told gives the last day on which a record shows that its source was in use: when
// it was reported, else when it happened. 0 is none that can be.
func (r *Dates) told(rec *record.Record) field.Day {
	_, reported := r.PeriodDate(rec.Source())
	day := rec.When()
	if d, state := rec.Day(reported); state == incidents.Present && d > day {
		day = d
	}
	if day > r.AsOf+apartDays || day < firstPlausible {
		return 0
	}
	return day
}

func (x *pace) add(rec *record.Record, day field.Day, p scope.Period) {
	if day > x.last {
		x.last, x.newest = day, rec
	}
	if day > 0 && p.Holds(day) {
		x.days = append(x.days, day)
	}
}

// stops tells whether the records end long before the period does.
func (x *pace) stops(p scope.Period) bool {
	if len(x.days) < incompleteRecords || x.last > p.To {
		return false
	}
	slices.Sort(x.days)
	longest, before := field.Day(0), p.From
	for _, d := range x.days {
		longest, before = max(longest, d-before), d
	}
	rest := p.To - x.last
	return rest > incompleteDays && rest > incompleteTimes*longest
}
