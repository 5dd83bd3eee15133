package audit

import (
	"slices"

	"siequity/rules"
)

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

// FieldsNeeded lists by source and field the rules that read the field.
func FieldsNeeded(set *rules.Set) map[string]map[string][]string {
	out := map[string]map[string][]string{}
	for i := range set.Rules {
		r := &set.Rules[i]
		for _, source := range r.On {
			if out[source] == nil {
				out[source] = map[string][]string{}
			}
			for _, f := range r.Fields() {
				if name := set.Catalogue.Field(f).Name; !slices.Contains(out[source][name], r.ID) {
					out[source][name] = append(out[source][name], r.ID)
				}
			}
		}
	}
	return out
}
