package specialty

import (
	"regexp"
	"strings"
)

// A Care is what one text names.
type Care uint8

// What a text names.
const (
	Nothing   Care = iota // no word that is known
	Maternity             // maternity or neonatal care
	Other                 // another specialty
	Little                // nothing, and in words or signs that name nothing anywhere: "Other", "TBC", "-"
	Shared                // of a unit: maternity beside another specialty
)

// A Column is the kind of column that a text stands in.
type Column uint8

// The kinds of column.
const (
	Specialties Column = iota // specialties, services, clinical areas
	Units                     // parts of a trust: broad, and named after what they hold
	Wards                     // places
	Events                    // categories and the like: they may name maternity, and never tell that something was elsewhere
	Types                     // the type of incident of StEIS: it has one for maternity, so that another tells
)

// Own are words of a trust's own. They add to those built in, or replace those of
// their side.
type Own struct {
	Maternity, Others []string
	Only              bool
}

// A Reader reads texts. It is safe for concurrent use.
type Reader struct {
	built     words
	own       []string
	ownOthers []string
	asides    []string
	only      bool // own words alone are maternity's
}

// New gives a reader of the built-in words and those of a trust's own.
func New(own Own) *Reader {
	r := &Reader{built: builtIn, own: entriesOf(own.Maternity), ownOthers: entriesOf(own.Others), asides: asides}
	r.only = own.Only && len(r.own) > 0
	if own.Only && len(r.ownOthers) > 0 {
		r.built.others, r.built.wards, r.built.units = nil, nil, nil
	}
	for _, o := range r.ownOthers {
		if holds(o+" ", builtIn.maternity) { // another's by the trust's word, such as "early pregnancy"
			r.asides = append(r.asides[:len(r.asides):len(r.asides)], o)
		}
	}
	return r
}

func entriesOf(list []string) []string {
	var out []string
	for _, w := range list {
		if e := entry(w); strings.TrimSpace(e) != "" {
			out = append(out, e)
		}
	}
	return out
}

// Read tells which care a text names, in a column of a kind.
func (r *Reader) Read(text string, in Column) Care {
	plain := fold(text)
	whole := mend(plain)
	s, denied := affirmed(without(whole, r.asides))
	known := r.namesBuiltIn(s, in)
	named := holds(plain, r.own) || holds(whole, r.own) || known && !r.only
	other := in != Events && (denied || known && r.only || holds(plain, r.ownOthers) || r.namesOther(whole, s, in))
	switch {
	case named && other && in == Units:
		return Shared
	case named:
		return Maternity
	case in == Units && family(s) && !holds(whole, r.ownOthers):
		return Nothing
	case other:
		return Other
	case little(whole):
		return Little
	}
	return Nothing
}

// namesBuiltIn reports whether a text names maternity or neonatal care by a word that is
// built in.
func (r *Reader) namesBuiltIn(s string, in Column) bool {
	switch {
	case holds(s, r.built.maternity):
		return true
	case in == Events, in == Types:
		return false
	}
	return holds(s, r.built.places) || in == Specialties && holds(s, r.built.short)
}

// namesOther reports whether a text names another specialty. A specialty with women or
// families in it may be maternity's as much as another's, if the other word is as broad.
func (r *Reader) namesOther(whole, s string, in Column) bool {
	switch {
	case holds(whole, r.ownOthers), holds(s, r.built.others), in == Types && holds(s, national):
		return true
	case in == Types, in == Specialties && family(s):
		return false
	}
	return holds(s, r.built.wards) || in != Wards && holds(s, r.built.units)
}

// family recognises a unit that is likely to have maternity care in it, whatever else
// it has: "Women's and Children's", "Surgery, Women and Family".
func family(s string) bool { return holds(s, []string{" women", " woman", " famil"}) }

// affirmed takes the words of maternity out that a text denies: "non-obstetric
// ultrasound", "surgery (excl. maternity)". A "no" denies nothing: "no midwife free".
func affirmed(s string) (rest string, denied bool) {
	rest = denials.ReplaceAllString(s, " ")
	return rest, rest != s
}

var denials = regexp.MustCompile(` (non|not|excl|excludes|excluding|exc|except|excepting|other than|apart from)( (and|or)? ?(matern|obstet|obs\b|neonat|antenat|postnat|perinat|midwi|pregnan|labour|newborn|fetal|foetal)[a-z]*)+`)
