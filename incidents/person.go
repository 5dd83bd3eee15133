package incidents

import "slices"

// personal names the fields that speak of a person rather than of the event.
var personal = []string{"ethnicity", "ethnicity_second", "ethnicity_lfpse", "language", "interpreter_need", "interpreter_used", "religion", "disability", "imd", "imd_second", "lsoa", "postcode",
	"nhs_number", "hospital_number", "date_of_birth", "age", "age_range", "gender", "harm_physical", "harm_psychological", "person_role", "person_type", "patient_sequence"}

// Personal tells whether field f speaks of a person rather than of the event.
func (c *Catalogue) Personal(f int) bool {
	return f >= 0 && slices.Contains(personal, c.fields[f].Name)
}
