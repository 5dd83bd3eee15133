package pmrt

import "siequity/incidents"

// DiedBeforeBirth gives the records, in the period or not, of babies who were born
// alive and by the dates of the list died before it. One of the two dates is wrong,
// and the date of death decides the period. A stillborn baby dies before it is born.
func DiedBeforeBirth(c *incidents.Catalogue, records []*incidents.Record) []*incidents.Record {
	kind, death, birth := c.Index("death_type"), c.Index("date_of_death"), c.Index("date_of_birth_baby")
	var out []*incidents.Record
	for _, r := range records {
		if r.Source() != "pmrt" || r.Left != incidents.Used && r.Left != incidents.OutsidePeriod {
			continue
		}
		died, told := r.Day(death)
		born, known := r.Day(birth)
		if told != incidents.Present || known != incidents.Present || died >= born {
			continue
		}
		if text, _ := r.Text(kind); DeathType(text) == NeonatalDeath || DeathType(text) == PostNeonatalDeath {
			out = append(out, r)
		}
	}
	return out
}
