package merge

import (
	"slices"

	"siequity/incidents"
)

// fieldNumbers are the catalogue numbers that merging asks for.
type fieldNumbers struct {
	organisation, role, kind, revision, patient, ageRange int
	personal                                              []bool // fields that belong to a person
}

// personal names the fields that speak of a person rather than of the event.
var personal = []string{"ethnicity", "ethnicity_second", "ethnicity_lfpse", "language", "interpreter_need", "interpreter_used", "religion", "disability", "imd", "imd_second", "lsoa", "postcode",
	"nhs_number", "hospital_number", "date_of_birth", "age", "age_range", "gender", "harm_physical", "harm_psychological", "person_role", "person_type", "patient_sequence"}

// Personal tells whether field f speaks of a person rather than of the event.
func Personal(c *incidents.Catalogue, f int) bool {
	return f >= 0 && slices.Contains(personal, c.Fields()[f].Name)
}

func numberFields(c *incidents.Catalogue) fieldNumbers {
	f := fieldNumbers{organisation: c.Index("organisation"), role: c.Index("person_role"), kind: c.Index("person_type"), revision: c.Index("revision"),
		patient: c.Index("patient_sequence"), ageRange: c.Index("age_range"), personal: make([]bool, len(c.Fields()))}
	for _, name := range personal {
		if i := c.Index(name); i >= 0 {
			f.personal[i] = true
		}
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
