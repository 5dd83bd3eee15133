package scope

import (
	"strings"

	"siequity/incidents"
	"siequity/incidents/specialty"
)

// A scopeColumn is a field that may tell which care a record is of.
type scopeColumn struct {
	field int
	kind  specialty.Column
}

// scopeColumns lists the fields in the order in which they are asked: those that name
// a specialty first, those that may name maternity and never another last.
func scopeColumns(c *incidents.Catalogue) []scopeColumn {
	var out []scopeColumn
	for _, g := range []struct {
		kind   specialty.Column
		fields []string
	}{
		{specialty.Specialties, []string{"specialty", "subspecialty", "service", "clinical_area"}},
		{specialty.Units, []string{"team", "care_group", "directorate", "division"}},
		{specialty.Wards, []string{"exact_location", "location"}},
		{specialty.Events, []string{"site", "category", "subcategory", "incident_type", "criteria"}},
	} {
		for _, name := range g.fields {
			out = append(out, scopeColumn{c.Index(name), g.kind})
		}
	}
	return out
}

// besides are the fields that tell in free words what another means by "Other".
var besides = map[string]string{"incident_type": "incident_type_other", "clinical_area": "clinical_area_other", "service": "service_other", "location": "location_other", "site": "site_other"}

// A verdict is what the columns of one record say, and whether one of them that
// names places or specialties said it: a category may name maternity, and no
// category tells that an incident was elsewhere.
type verdict struct {
	says   specialty.Care // Maternity, Other or Nothing
	placed bool
	word   uint32 // a text that names neither, where nothing says
	worded bool
}

// maternity gives the verdict on one record, see Scope.
func (j *judge) maternity(rec *incidents.Record) verdict {
	if s := rec.Source(); s == "mnsi" || s == "pmrt" {
		return verdict{says: specialty.Maternity, placed: true}
	}
	other, shared, unread := false, false, verdict{}
	for _, c := range j.columns {
		c.kind = j.columnKind(c, rec)
		says, told := j.field(rec, c)
		switch {
		case !told:
			continue
		case says == specialty.Maternity:
			return verdict{says: says, placed: c.kind != specialty.Events}
		}
		other = other || says == specialty.Other
		shared = shared || says == specialty.Shared
		if !unread.worded && c.kind != specialty.Events {
			unread.word, unread.worded = j.named(rec, c.field)
		}
	}
	switch {
	case other:
		return verdict{says: specialty.Other, placed: true}
	case shared:
		return verdict{says: specialty.Maternity, placed: true}
	}
	return unread
}

// named gives the text of a field if it names something. The free words beside one may
// tell of a person, and are not named to anybody.
func (j *judge) named(rec *incidents.Record, f int) (text uint32, ok bool) {
	n, state := rec.TextNumber(f)
	return n, state == incidents.Present && !specialty.NamesNothing(j.texts.Text(n))
}

// columnKind gives the kind of a column: the type of StEIS is more than a category.
func (j *judge) columnKind(c scopeColumn, rec *incidents.Record) specialty.Column {
	if c.field == j.incidentType && rec.Source() == "steis" {
		return specialty.Types
	}
	return c.kind
}

// field judges what one field of a record says; told is false for a blank one. Where
// it says "Other" or nothing, the words beside it count.
func (j *judge) field(rec *incidents.Record, c scopeColumn) (says specialty.Care, told bool) {
	n, state := rec.TextNumber(c.field)
	if state == incidents.Present {
		says = j.of(n, rec, c)
	}
	g, has := j.beside[c.field]
	if !has || state == incidents.Present && says != specialty.Little && !j.saysOtherwise(n) {
		return says, state == incidents.Present
	}
	words, filled := rec.TextNumber(g)
	if filled != incidents.Present {
		return says, state == incidents.Present
	}
	return j.of(words, rec, c), true
}

// saysOtherwise reads "Other - please specify" and "Other community setting".
func (j *judge) saysOtherwise(n uint32) bool {
	text := j.texts.Text(n)
	return len(text) >= len("other") && strings.EqualFold(text[:len("other")], "other")
}

// scopeKey is a text and the kind of column it stands in: "obs" is a specialty and, in
// a category, observations.
type scopeKey struct {
	text uint32
	kind specialty.Column
	list int // field, where the numbers of a national list may stand; else -1
}

// of judges one text of a column, once.
func (j *judge) of(n uint32, rec *incidents.Record, c scopeColumn) specialty.Care {
	key := scopeKey{n, c.kind, -1}
	if c.kind == specialty.Specialties && rec.Source() == "lfpse" {
		key.list = c.field
	}
	v, known := j.says[key]
	if !known {
		v = j.judge(j.texts.Text(n), key)
		j.says[key] = v
	}
	return v
}

func (j *judge) judge(text string, key scopeKey) specialty.Care {
	if list, has := j.codes[key.list]; has {
		if says, ok := list.care(text); ok {
			return says
		}
	}
	return j.words.Read(text, key.kind)
}
