package incidents

import "strings"

// What one text says of maternity.
const (
	saysNothing uint8 = iota
	saysMaternity
	saysOther
	saysLittle // nothing, and in words or signs that name nothing anywhere: "Other", "TBC", "-"
	saysShared // in a unit: maternity beside another specialty
)

// The ways in which fields are read.
const (
	deciding uint8 = iota // name a specialty: a value that is not maternity's is another's
	units                 // parts of a trust: broad, and named after what they hold
	wards                 // places
	hinting               // may name maternity, and their silence says nothing
)

var scopeFields = [...][]string{
	deciding: {"specialty", "subspecialty", "service", "clinical_area"},
	units:    {"team", "care_group", "directorate", "division"},
	wards:    {"exact_location", "location"},
	hinting:  {"site", "category", "subcategory", "incident_type", "criteria"},
}

// besides are the fields that tell in free words what another means by "Other".
var besides = map[string]string{"incident_type": "incident_type_other", "clinical_area": "clinical_area_other", "service": "service_other", "location": "location_other", "site": "site_other"}

// A verdict is what the columns of one record say, and whether one of them that
// names places or specialties said it: a category may name maternity, and no
// category tells that an incident was elsewhere.
type verdict struct {
	says   uint8
	placed bool
}

// maternity gives the verdict on one record, see Scope.
func (j *judge) maternity(rec *Record) verdict {
	if s := rec.Source(); s == "mnsi" || s == "pmrt" {
		return verdict{saysMaternity, true}
	}
	other, shared, filled := false, false, false
	for group, fields := range j.groups {
		for _, f := range fields {
			says, told := j.field(rec, f, uint8(group))
			if !told {
				continue
			}
			if says == saysMaternity {
				return verdict{saysMaternity, uint8(group) != hinting || f == j.incidentType && rec.Source() == "steis"}
			}
			other = other || says == saysOther
			shared = shared || says == saysShared
			filled = filled || uint8(group) == deciding && says != saysLittle
		}
	}
	switch {
	case filled, other:
		return verdict{saysOther, true}
	case shared:
		return verdict{saysMaternity, true}
	case rec.Source() == "steis" && j.typed(rec):
		return verdict{saysOther, true}
	}
	return verdict{}
}

// field judges what one field of a record says; told is false for a blank one. Where
// it says "Other" or nothing, the words beside it count, as far as they name something:
// free words that name no specialty do not speak for another.
func (j *judge) field(rec *Record, f int, group uint8) (says uint8, told bool) {
	n, state := rec.TextNumber(f)
	if state == Present {
		says = j.of(n, rec, f, group)
	}
	g, has := j.beside[f]
	if !has || state == Present && says != saysLittle && !j.saysOtherwise(n) {
		return says, state == Present
	}
	words, filled := rec.TextNumber(g)
	if filled != Present {
		return says, state == Present
	}
	if says = j.of(words, rec, f, group); says == saysNothing {
		says = saysLittle
	}
	return says, true
}

// saysOtherwise reads "Other - please specify" and "Other community setting".
func (j *judge) saysOtherwise(n uint32) bool {
	text := j.reader.texts.Text(n)
	return len(text) >= len("other") && strings.EqualFold(text[:len("other")], "other")
}

// typed reports whether a StEIS record names a type: the national types say
// "Maternity/Obstetric incident ..." where it is one.
func (j *judge) typed(rec *Record) bool {
	says, told := j.field(rec, j.incidentType, hinting)
	return told && says != saysLittle
}

// scopeKey is a text and the kind of field it stands in: "obs" is a specialty and,
// in a category, observations.
type scopeKey struct {
	text  uint32
	group uint8
	lfpse int // field, where LFPSE's numbers may stand
}

// of judges one text of field f, once.
func (j *judge) of(n uint32, rec *Record, f int, group uint8) uint8 {
	key := scopeKey{text: n, group: group, lfpse: -1}
	if group == deciding && rec.Source() == "lfpse" {
		key.lfpse = f
	}
	v, known := j.says[key]
	if !known {
		v = j.judge(j.reader.texts.Text(n), key)
		j.says[key] = v
	}
	return v
}

func (j *judge) judge(text string, key scopeKey) uint8 {
	s := " " + strings.ToLower(strings.Join(strings.Fields(text), " ")) + " "
	for _, aside := range asides {
		s = strings.ReplaceAll(s, aside, " ")
	}
	named := beginsWord(s, j.Terms) || beginsWord(s, abbreviated)
	other := j.namesOther(s, key.group)
	switch {
	case named && other && key.group == units:
		return saysShared
	case named, key.group == deciding && namesObstetrics(text), holdsCode(text, j.codes[key.lfpse]):
		return saysMaternity
	case key.group == units && familyUnit(s):
		return saysNothing
	case other:
		return saysOther
	case little(s, key.lfpse >= 0), key.lfpse == j.service && strings.TrimSpace(text) == "15": // I don't know
		return saysLittle
	}
	return saysNothing
}

// namesOther reports whether a text, in lower case between spaces, names another
// specialty, or a ward or unit of one where the column holds those.
func (j *judge) namesOther(s string, group uint8) bool {
	s = strings.Map(func(c rune) rune {
		if strings.ContainsRune("/,;:()-", c) {
			return ' ' // "AMU/SAU" is two words
		}
		return c
	}, s)
	return beginsWord(s, j.Others) || (group == wards || group == units) && beginsWord(s, j.Wards) || group == units && beginsWord(s, j.Units)
}

// familyUnit recognises a unit that is likely to have maternity care in it, whatever
// else it has: "Women's and Children's", "Surgery, Women and Family".
func familyUnit(s string) bool { return beginsWord(s, []string{"women", "woman", "famil"}) }

// beginsWord reports whether any stem stands at the beginning of a word of s.
func beginsWord(s string, stems []string) bool {
	for _, stem := range stems {
		for from := 0; ; {
			i := strings.Index(s[from:], stem)
			if i < 0 {
				break
			}
			at := from + i
			if at == 0 || !isLetter(s[at-1]) {
				return true
			}
			from = at + 1
		}
	}
	return false
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }
