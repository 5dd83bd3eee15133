package incidents

import (
	"strings"
	"unicode"
)

// asides hold a term and speak of no birth.
var asides = []string{"date of birth", "birth date", "birthday"}

// abbreviated are ways of writing obstetrics and gynaecology that no stem covers.
var abbreviated = []string{"o & g", "o and g", "obs & gyn", "obs/gyn", "obs gyn", "obs+gyn", "obgyn", "ob/gyn", "ob-gyn", "ob gyn", "obs-gyn", "gynae & obs", "gynae and obs", "gynae/obs"}

// namesObstetrics reads a specialty shortened to a word or a code of the database:
// Obs, MAT, OBSGYN, MATOBS.
func namesObstetrics(specialty string) bool {
	for _, w := range strings.FieldsFunc(strings.ToUpper(specialty), func(c rune) bool { return c < 'A' || c > 'Z' }) {
		switch {
		case w == "OBS", w == "MAT", w == "NEO", w == "NEON", w == "MW", w == "MIDW", w == "OBST":
			return true
		case strings.HasPrefix(w, "MATOB"), strings.HasPrefix(w, "MATNEO"), strings.HasPrefix(w, "MATMID"), strings.HasPrefix(w, "OBSG"), strings.HasPrefix(w, "OBGY"):
			return true
		}
	}
	return false
}

// maternityCodes are LFPSE's numbers for the service type maternity, and for the
// specialties midwifery, obstetrics, obstetrics and gynaecology, and neonatal
// critical care (taxonomy version 5).
func maternityCodes(c *Catalogue) map[int][]string {
	return map[int][]string{c.Index("service"): {"19"}, c.Index("specialty"): {"58", "65", "66", "147"}}
}

// holdsCode reports whether a list of codes holds one of some.
func holdsCode(list string, codes []string) bool {
	for _, item := range strings.FieldsFunc(list, func(c rune) bool { return c < '0' || c > '9' }) {
		for _, c := range codes {
			if item == c {
				return numeric(list)
			}
		}
	}
	return false
}

// numeric reports whether a list holds codes and no words.
func numeric(list string) bool {
	return !strings.ContainsFunc(list, func(c rune) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' })
}

// generalWords name a kind of hospital or a division that has maternity care in it
// and other care too, so that nothing can be told from them alone.
var generalWords = map[string]bool{"acute": true, "secondary": true, "general": true, "hospital": true, "hospitals": true, "care": true, "services": true, "service": true, "provider": true,
	"nhs": true, "trust": true, "community": true, "inpatient": true, "inpatients": true, "women": true, "womens": true, "woman": true, "s": true, "children": true, "childrens": true, "family": true,
	"families": true, "health": true, "division": true, "group": true, "directorate": true, "and": true, "other": true, "unknown": true, "not": true, "stated": true, "known": true, "specified": true,
	"specialist": true, "including": true, "ed": true, "outpatient": true, "outsourced": true, "or": true, "n": true, "a": true, "na": true, "none": true, "clinical": true, "i": true, "don": true, "t": true, "know": true, "sector": true}

// placeholders are words that people and systems put where nothing is known yet. With
// words of generalWords around them they name nothing: "specialty to be confirmed".
var placeholders = wordSet("tbc tba tbd nk null nil missing blank recorded applicable no yet be to confirmed advised awaited awaiting pending specialty speciality select selected please specify state entered available provided listed " +
	"unspecified unassigned unallocated default undefined given completed see notes details below the of is value data field empty entry unclear unsure")

// little reports a text that names nothing: general words, placeholders, signs, and
// bare numbers unless numbers are the codes of the column.
func little(s string, codes bool) bool {
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c < 'a' || c > 'z' }) {
		if !generalWords[w] && !placeholders[w] {
			return false
		}
	}
	worded := strings.ContainsFunc(s, func(c rune) bool { return c >= 'a' && c <= 'z' })
	numbered := strings.ContainsFunc(s, unicode.IsDigit)
	return worded || !numbered || !codes
}
