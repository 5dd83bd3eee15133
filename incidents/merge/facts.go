package merge

import "siequity/incidents"

// fieldNumbers are the catalogue numbers that merging asks for.
type fieldNumbers struct {
	organisation, role, kind, revision, patient, ageRange int
	personal                                              []bool // fields that belong to a person
}

// Personal tells whether field f speaks of a person rather than of the event.
func Personal(c *incidents.Catalogue, f int) bool { return c.Personal(f) }

func numberFields(c *incidents.Catalogue) fieldNumbers {
	f := fieldNumbers{organisation: c.Index("organisation"), role: c.Index("person_role"), kind: c.Index("person_type"), revision: c.Index("revision"),
		patient: c.Index("patient_sequence"), ageRange: c.Index("age_range"), personal: make([]bool, len(c.Fields()))}
	for i := range f.personal {
		f.personal[i] = c.Personal(i)
	}
	return f
}

// lasting names the facts of an event that later versions of a record seldom
// change, unlike its status, its grade of harm or its dates of review.
var lasting = []string{"ethnicity", "ethnicity_second", "ethnicity_header", "ethnicity_lfpse", "language", "imd", "imd_second", "lsoa", "postcode", "nhs_number", "hospital_number", "date_of_birth", "date_of_birth_baby",
	"gestation", "age", "category", "subcategory", "incident_type", "criteria", "death_type", "specialty", "site", "location", "reported_date"}

// LastingFields numbers the date that decides the period of a source's records and
// the lasting facts beside it.
func LastingFields(c *incidents.Catalogue, source string) (date int, facts []int) {
	date = c.Index("incident_date")
	if source == "pmrt" {
		date = c.Index("date_of_death")
	}
	for _, name := range lasting {
		if f := c.Index(name); f >= 0 {
			facts = append(facts, f)
		}
	}
	return date, facts
}
