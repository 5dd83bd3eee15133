package dates

import (
	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/incidents/scope"
)

// Dates are those of the records of a run, with what they tell of the run.
type Dates struct {
	AsOf    field.Day // day on which clocks are judged; 0 before it is settled
	stated  field.Day // the same as the user states it; 0 if not
	period  scope.Period
	records []*record.Record
	byField []field.Field
	// numbers of fields in the catalogue
	incidentDate, reported, dateOfDeath, notified, babyBirth int
	clocks                                                   []int // dates of an event and of its review
	lostDates                                                map[*incidents.Sheet]lostCount
}

// New looks at the records of a run over a period. stated is the day of the clocks if
// the user says it, else 0.
func New(c *incidents.Catalogue, records []*record.Record, period scope.Period, stated field.Day) *Dates {
	n := c.Index
	return &Dates{stated: stated, period: period, records: records, byField: c.Fields(), incidentDate: n("incident_date"), reported: n("reported_date"),
		dateOfDeath: n("date_of_death"), notified: n("notified_date"), babyBirth: n("date_of_birth_baby"), clocks: clockFields(c)}
}

// Settle settles the day of the clocks, and with it which dates cannot be. It tells of
// dates that are too late to be that day, too early, or missing where they decide.
func (r *Dates) Settle() []finding.Finding {
	return append(r.settleAsOf(), r.settleLost()...)
}
