package merge

import (
	"slices"

	"siequity/incidents"
)

// Local numbers begin at 1 in every trust. Where two sheets hold one reference and
// nothing says whose it is, the date of the event and another lasting fact decide:
// if both differ, they are two records, and neither repeats the other.

// apart parts the rows of one reference into those of one record each. Versions
// that can be told apart by a number or date are of one record.
func (m *merger) apart(group []*incidents.Record) [][]*incidents.Record {
	sheets := bySheet(group)
	if group[0].Source() == "lfpse" || len(sheets) == 1 {
		return [][]*incidents.Record{group}
	}
	parts := sheets[:1:1]
	for _, rows := range sheets[1:] {
		i := slices.IndexFunc(parts, func(p []*incidents.Record) bool { return !m.otherEvent(p, rows) })
		if i < 0 {
			parts = append(parts, rows)
		} else {
			parts[i] = append(parts[i], rows...)
		}
	}
	if len(parts) > 1 {
		markApart(parts)
	}
	return parts
}

// bySheet parts rows, which are in the order of sheets.
func bySheet(group []*incidents.Record) [][]*incidents.Record {
	var out [][]*incidents.Record
	from := 0
	for i := range group {
		if i+1 == len(group) || group[i+1].Sheet != group[i].Sheet {
			out = append(out, group[from:i+1:i+1])
			from = i + 1
		}
	}
	return out
}

// otherEvent tells whether rows of two sheets speak of two events.
func (m *merger) otherEvent(a, b []*incidents.Record) bool {
	if Versions(newestVersion(a), newestVersion(b)) {
		return false
	}
	date, facts := LastingFields(m.reader.Catalogue, a[0].Source())
	return Differ(a, b, date) && slices.ContainsFunc(facts, func(f int) bool { return Differ(a, b, f) })
}

// markApart numbers the parts of one file name, so that every record has an ID of
// its own.
func markApart(parts [][]*incidents.Record) {
	seen := map[string]uint8{}
	for _, p := range parts {
		name := p[0].Sheet.Place()
		seen[name]++
		for _, r := range p {
			r.TellApart(seen[name])
		}
	}
}
