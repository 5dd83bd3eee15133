package scope

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/incidents/specialty"
)

// fewestShown is how many rows a text must stand in to be shown: what stands in one may
// be anybody's name, in the wrong column.
const fewestShown = 2

// showable reports a text of the export that a finding may show: one of several rows,
// short enough for a name of something, that identifies nobody.
func showable(r *incidents.Reader, text string, rows int) bool {
	return rows >= fewestShown && len(text) <= maxShown && !likeName(text) && !namesSomebody(r, text)
}

// namesSomebody asks as for a reference, too: in the name of a place a person's may
// stand, but these words are not known to be a place's.
func namesSomebody(r *incidents.Reader, text string) bool {
	return r.Identifies != nil && (r.Identifies(text, field.Text) || r.Identifies(text, field.Reference))
}

// placeWords stand in the names of places and of units.
var placeWords = strings.Fields("ward wards unit suite wing team centre center clinic house lodge room rooms theatre theatres hub block bay floor level area site department dept " +
	"lounge office emergency surgery surgical medicine medical maternity leave assessment admissions admission day night bank agency staff patient safety event incident")

// likeName tells whether a text is made as names of persons are: of initials and
// of words with a capital, none of which is known to stand in the name of anything else.
// A word alone is no such text, as many units are called by one.
func likeName(text string) bool {
	words := strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '\u2019' && c != '-' })
	initials, capital := 0, 0
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		switch small := strings.ToLower(w); {
		case utf8.RuneCountInString(w) == 1 || utf8.RuneCountInString(w) == 2 && w == strings.ToUpper(w):
			initials++
		case slices.Contains(placeWords, small) || specialty.General(small):
			return false
		case unicode.IsUpper(first):
			capital++
		}
	}
	others := len(words) - initials
	return others > 0 && (initials > 0 && others <= 2 || capital == others && others > 1)
}
