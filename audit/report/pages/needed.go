package pages

import (
	"slices"

	"siequity/audit"
)

// behind names the columns from which the audit works out what a rule asks for: any of
// them will do.
func behind(derived string) []string {
	switch derived {
	case "ethnicity_status", "ethnicity_recorded":
		return []string{"ethnicity"}
	case "language_status":
		return []string{"language"}
	case "imd_status":
		return []string{"imd", "lsoa", "postcode"}
	}
	return []string{derived}
}

// needed reports a field that a rule for records of a source asks for.
func (m maker) needed(source, name string) bool {
	for i := range m.Set.Rules {
		r := &m.Set.Rules[i]
		if r.Off != "" || len(r.On) > 0 && !slices.Contains(r.On, source) {
			continue
		}
		for _, at := range r.Fields() {
			if slices.Contains(behind(m.Set.Catalogue.Fields()[at].Name), name) {
				return true
			}
		}
	}
	return false
}

// otherwiseGiven reports a field that a sheet lacks and has another for: an LSOA where
// there is a postcode.
func (m maker) otherwiseGiven(c audit.FieldCount) bool {
	same := behind("imd_status")
	return slices.Contains(same, c.Field) && slices.ContainsFunc(m.Result.Fields, func(o audit.FieldCount) bool {
		return o.File == c.File && o.Sheet == c.Sheet && !o.Absent && slices.Contains(same, o.Field)
	})
}
