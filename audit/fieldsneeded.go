package audit

import (
	"slices"

	"siequity/rules"
)

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
