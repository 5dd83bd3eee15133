package audit

import (
	"siequity/incidents"
	"siequity/pmrt"
)

// aboutDeaths reports deaths that their own dates contradict.
func aboutDeaths(c *incidents.Catalogue, records []*incidents.Record) []Finding {
	var early spots
	for _, rec := range pmrt.DiedBeforeBirth(c, records) {
		early.add(rec, c.Index("date_of_death"))
	}
	return early.findings("death/before-birth", "correct the date that is wrong, or the type of death, in the source system", func(s spot) string {
		return s.counted("date of death of a baby born alive lies", "dates of death of babies born alive lie") + " before the date of birth"
	})
}
