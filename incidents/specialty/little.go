package specialty

import "strings"

// general words name a kind of hospital or a division that has maternity care in it and
// other care too, so that nothing can be told from them alone.
var general = set("acute secondary general hospital hospitals care services service provider nhs trust community inpatient inpatients women womens woman s children childrens family " +
	"families health division group directorate and specialist including ed outpatient outsourced clinical sector")

// remarks are words that people and systems put where nothing is known. With
// general words around them they name nothing: "specialty to be confirmed".
var remarks = set("tbc tba tbd nk null nil missing blank recorded applicable no yet be to confirmed advised awaited awaiting pending specialty speciality select selected please specify state entered available provided listed " +
	"unspecified unassigned unallocated default undefined given completed see notes details below the of is value data field empty entry unclear unsure " +
	"other unknown not stated known specified or n a na none i don dont t know and")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// General tells whether a word, in small letters, is one of those that say nothing of
// the specialty.
func General(w string) bool { return general[w] || remarks[w] }

// little reports a folded text that names nothing: general words, remarks, signs
// and bare numbers.
func little(s string) bool { return all(s, general, remarks) }

// NamesNothing reports a text that is a remark in place of a name: "TBC", "not
// recorded", "-". "Women's services" says as little of the specialty, and is a name.
func NamesNothing(text string) bool { return all(fold(text), remarks) }

// all reports whether each word, numbers apart, is in one of the sets.
func all(s string, sets ...map[string]bool) bool {
	for _, w := range strings.Fields(s) {
		if strings.Trim(w, "0123456789") != "" && !inAny(w, sets) {
			return false
		}
	}
	return true
}

func inAny(w string, sets []map[string]bool) bool {
	for _, s := range sets {
		if s[w] {
			return true
		}
	}
	return false
}
