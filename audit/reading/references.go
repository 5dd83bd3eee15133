package reading

import (
	"siequity/audit/record"
	"siequity/incidents"
	"siequity/incidents/reference"
)

// ReferenceOrder lists the sources in the order in which their references are looked at.
var ReferenceOrder = [...]string{"steis", "datix", "lfpse", "mnsi", "pmrt"}

// CaseKey is how registers and records agree on a reference.
func CaseKey(ref string) string { return reference.Fold(ref) }

// ReferenceField numbers the field in which a record names one of a source.
func (s *Readings) ReferenceField(source string) int { return s.fields.references[source] }

// ByReference finds records in scope by any reference that they carry.
func (s *Readings) ByReference(records []*record.Record) map[string][]*record.Record {
	out := map[string][]*record.Record{}
	for _, rec := range records {
		if !rec.InScope() {
			continue
		}
		for _, source := range ReferenceOrder {
			if text, state := rec.Text(s.fields.references[source]); state == incidents.Present {
				out[CaseKey(text)] = append(out[CaseKey(text)], rec)
			}
		}
	}
	return out
}
