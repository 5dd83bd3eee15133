package dates

import (
	"siequity/audit/finding"
	"siequity/incidents"
	"siequity/pmrt"
)

// DeathFindings reports deaths that their own dates contradict.
func DeathFindings(c *incidents.Catalogue, records []*incidents.Record) []finding.Finding {
	var early finding.Spots
	for _, rec := range pmrt.DiedBeforeBirth(c, records) {
		early.Add(rec, c.Index("date_of_death"))
	}
	return early.Findings("death/before-birth", "correct the date that is wrong, or the type of death, in the source system", func(s finding.Spot) string {
		return s.Counted("date of death of a baby born alive lies", "dates of death of babies born alive lie") + " before the date of birth"
	})
}
