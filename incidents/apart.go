package incidents

import (
	"slices"

	"siequity/incidents/field"
)

// Local numbers begin at 1 in every trust. Where two sheets hold one reference and
// nothing says whose it is, the date of the event and another lasting fact decide:
// if both differ, they are two records, and neither repeats the other.

// lasting names the facts of an event that later versions of a record seldom
// change, unlike its status, its grade of harm or its dates of review.
var lasting = []string{"ethnicity", "ethnicity_header", "ethnicity_lfpse", "language", "imd", "lsoa", "postcode", "nhs_number", "hospital_number", "date_of_birth", "date_of_birth_baby",
	"gestation", "age", "category", "subcategory", "incident_type", "criteria", "death_type", "specialty", "site", "location", "reported_date"}

// LastingFields numbers the date that decides the period of a source's records and
// the lasting facts beside it.
func (c *Catalogue) LastingFields(source string) (date int, facts []int) {
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

// apart parts the rows of one reference into those of one record each. Versions
// that can be told apart by a number or date are of one record.
func (m *merger) apart(group []*Record) [][]*Record {
	sheets := bySheet(group)
	if group[0].Source() == "lfpse" || len(sheets) == 1 {
		return [][]*Record{group}
	}
	parts := sheets[:1:1]
	for _, rows := range sheets[1:] {
		i := slices.IndexFunc(parts, func(p []*Record) bool { return !m.otherEvent(p, rows) })
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
func bySheet(group []*Record) [][]*Record {
	var out [][]*Record
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
func (m *merger) otherEvent(a, b []*Record) bool {
	if Versions(newestVersion(a), newestVersion(b)) {
		return false
	}
	date, facts := m.reader.Catalogue.LastingFields(a[0].Source())
	return Differ(a, b, date) && slices.ContainsFunc(facts, func(f int) bool { return Differ(a, b, f) })
}

// Differ tells whether two groups of rows both fill field f and have no value of it
// in common.
func Differ(a, b []*Record, f int) bool {
	filled := false
	for _, x := range a {
		for _, y := range b {
			if x.State(f) != Present || y.State(f) != Present {
				continue
			}
			if sameValue(x, y, f) {
				return false
			}
			filled = true
		}
	}
	return filled
}

func sameValue(a, b *Record, f int) bool {
	of := a.Sheet.Reader().Catalogue.Fields()[f]
	if Width(of) == 2 {
		x, _ := a.Key(f)
		y, _ := b.Key(f)
		return x == y
	}
	x, _ := a.TextNumber(f)
	y, _ := b.TextNumber(f)
	if x == y {
		return true
	}
	switch of.Kind {
	case field.Date, field.DateList, field.Person:
		return false
	}
	ta, _ := a.Text(f)
	tb, _ := b.Text(f)
	return field.Fold(ta) == field.Fold(tb)
}

// markApart numbers the parts of one file name, so that every record has an ID of
// its own.
func markApart(parts [][]*Record) {
	seen := map[string]uint8{}
	for _, p := range parts {
		name := p[0].Sheet.Place()
		seen[name]++
		for _, r := range p {
			r.TellApart(seen[name])
		}
	}
}
