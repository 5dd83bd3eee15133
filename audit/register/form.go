package register

import (
	"strings"

	"siequity/incidents/field"
)

// A form is one register: what it asks, in which words people head its columns,
// and what its template looks like. Reading and writing go by the same form, so
// that they cannot drift apart.
type form struct {
	name, title, purpose string
	file                 string // the usual name of the template
	columns              []column
	headings             map[string]int // columns by folded heading, see ready
}

// kind says how the cells of a column are read and which help its template gives.
type kind uint8

const (
	words  kind = iota // kept as written
	person             // a pseudonym, never a name
	date
	count
	answer // yes, no, partly ...
	rag    // red, amber, green, blue
)

// A column is one thing that a register asks.
type column struct {
	field    string
	title    string   // heading of the template
	also     []string // other headings that mean it
	kind     kind
	need     bool // a row without it cannot be used
	guidance string
	example  string
	choices  []string // dropdown; other values are still read
	width    float64  // in characters
}

// index gives the position of the named field, or -1.
func (f form) index(name string) int {
	for i, c := range f.columns {
		if c.field == name {
			return i
		}
	}
	return -1
}

// known gives the position of the column that a heading means, or -1. What a
// heading explains in brackets or on a further line does not change its meaning,
// unless it is known with it.
func (f form) known(heading string) int {
	short, _, _ := strings.Cut(strings.NewReplacer("\n", "(", "[", "(").Replace(strings.TrimSpace(heading)), "(")
	for _, h := range []string{heading, short} {
		if i, ok := f.headings[field.Fold(h)]; ok {
			return i
		}
	}
	return -1
}

// ready folds the headings of a form once, since every cell is looked up in them.
// Of two columns with one heading the earlier has it.
func ready(f form) form {
	f.headings = map[string]int{}
	for i, c := range f.columns {
		for _, h := range append([]string{c.title}, c.also...) {
			if _, taken := f.headings[field.Fold(h)]; !taken {
				f.headings[field.Fold(h)] = i
			}
		}
	}
	return f
}

// A Form names a register for people.
type Form struct {
	Name    string // panel, training, sop, lessons, actions, sharing, positive, births
	Title   string
	Purpose string
	File    string // the usual name of its template
}

// Forms lists the registers in the order in which they are shown.
func Forms() []Form {
	var out []Form
	for _, f := range forms() {
		out = append(out, Form{f.name, f.title, f.purpose, f.file})
	}
	return out
}

// formNamed finds a form.
func formNamed(name string) (form, bool) {
	for _, f := range forms() {
		if f.name == name {
			return f, true
		}
	}
	return form{}, false
}
