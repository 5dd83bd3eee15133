package audit

import (
	"siequity/audit/record"
	"siequity/incidents"
)

// byReference finds records in scope by any reference that they carry.
func (r *Result) byReference() map[string][]*record.Record {
	out := map[string][]*record.Record{}
	for _, rec := range r.Records {
		if !rec.InScope() {
			continue
		}
		for _, source := range referenceOrder {
			if text, state := rec.Text(r.readings.fields.references[source]); state == incidents.Present {
				out[caseKey(text)] = append(out[caseKey(text)], rec)
			}
		}
	}
	return out
}
