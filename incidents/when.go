package incidents

import "siequity/incidents/field"

// dayFields are the catalogue numbers that the date of a record is taken from.
type dayFields struct{ incident, death, birth, kind int }

func newDayFields(c *Catalogue) dayFields {
	return dayFields{c.Index("incident_date"), c.Index("date_of_death"), c.Index("date_of_birth_baby"), c.Index("death_type")}
}

func (r *Record) when(f dayFields) field.Day {
	if r.Source() != "pmrt" {
		return r.dayOf(f.incident)
	}
	if d := r.dayOf(f.death); d != 0 || !r.bornDead(f) {
		return d
	}
	return r.dayOf(f.birth)
}

// dayOf gives the date in a field, 0 without one.
func (r *Record) dayOf(f int) field.Day {
	d, state := r.Day(f)
	if state != Present {
		return 0
	}
	return d
}

// bornDead reports a stillbirth or late loss, which is born on or after the day of
// death.
func (r *Record) bornDead(f dayFields) bool {
	text, state := r.Text(f.kind)
	return state == Present && r.Sheet.reader.BornDead != nil && r.Sheet.reader.BornDead(text)
}

// When gives the day by which the record belongs to a period, 0 without one: of the
// incident, and of the death for a perinatal mortality review. A baby born dead
// without a date of death goes by its birth.
func (r *Record) When() field.Day { return r.when(r.Sheet.reader.days) }
