package intake

// WorkedOutOf lists the columns of exports that a field of the rules is made of, in
// the order in which they are looked at. A field that an export has itself is made of
// its own column.
func WorkedOutOf(name string) []string {
	switch name {
	case "ethnicity_status", "ethnicity_recorded", "ethnicity_reason", "ethnicity_code", "ethnicity_group":
		return []string{"ethnicity"}
	case "language_status", "language_tag":
		return []string{"language"}
	case "imd_status", "imd_decile", "imd_quintile":
		return []string{"imd", "lsoa", "postcode"}
	case "culture_considered":
		return []string{"culture_answer", "all_answer", "findings"}
	case "ethnicity_considered":
		return []string{"ethnicity_answer", "all_answer", "findings"}
	case "language_considered":
		return []string{"language_answer", "all_answer", "findings"}
	case "text_read":
		return []string{"findings"}
	}
	return []string{name}
}
