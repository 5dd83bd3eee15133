package field

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Column is one column of a sheet and the field it was taken for.
type Column struct {
	Heading string
	Field   int    // index into the table's Fields, or -1
	How     string // why: "heading", "words of the heading", "question wording", "siequity.yaml", "" when unmapped
}

// A Mapping says which field each column of a sheet holds.
type Mapping struct {
	Columns []Column
	// Clashes names the headings that claim a field which an earlier column
	// already holds. Their columns stay unmapped and are reported.
	Clashes []Clash
	// vaguer are columns that a vaguer wording gives to a field of which several may be
	// preferred: they clash with nothing and may be the second of it.
	vaguer []Clash
}

// A Clash is a second column for one field.
type Clash struct {
	Column, First int // column indexes
	Field         int
}

// Column gives the index of the column that holds field f, or -1.
func (m Mapping) Column(f int) int {
	return slices.IndexFunc(m.Columns, func(c Column) bool { return c.Field == f })
}

// Overrides maps headings, as the user writes them in siequity.yaml, to field
// names. The name "ignore" leaves a column out.
type Overrides map[string]string

// Ignore is the field name that leaves a column out.
const Ignore = "ignore"

// Map gives each column its field. Overrides win, then exact headings, then the
// rest of a release label ("OT001 - Physical harm"), then headings made of known
// words, then question wordings, and headings such as "Date" for what is still missing.
// Passing from sure to less sure over the whole row, rather than column by
// column, keeps a vague heading from taking a field that a later column names.
func (t Table) Map(headings []string, over Overrides) Mapping {
	m := Mapping{Columns: make([]Column, len(headings))}
	for i, h := range headings {
		m.Columns[i] = Column{Heading: strings.TrimSpace(h), Field: -1}
	}
	ignored := m.override(t, over)
	idx := t.index()
	for _, pass := range []func(heading string) (int, string){idx.exact, idx.release, idx.shaped, idx.like} {
		for i := range m.Columns {
			if m.Columns[i].Field < 0 && !ignored[i] {
				m.claim(i, pass, t.Fields, headings)
			}
		}
	}
	m.claimLast(t, ignored)
	for i, c := range m.Clashes {
		m.Clashes[i].First = m.Column(c.Field) // a third column may have taken the field since
	}
	slices.SortFunc(m.Clashes, func(a, b Clash) int { return cmp.Compare(a.Column, b.Column) })
	m.pair(t, headings)
	return m
}

// pair gives a second column of a field to the field that is read beside it: of several
// the one preferred, and then the first.
func (m *Mapping) pair(t Table, headings []string) {
	for f, own := range t.Fields {
		second, best := t.Index(own.Second), -1
		if second < 0 || m.Column(second) >= 0 {
			continue
		}
		for _, c := range slices.Concat(m.Clashes, m.vaguer) {
			if c.Field == f && m.beside(headings, c) && (best < 0 || own.preference(headings[c.Column]) < own.preference(headings[best])) {
				best = c.Column
			}
		}
		if best >= 0 {
			m.Columns[best].Field, m.Columns[best].How = second, "second column of it"
			m.Clashes = slices.DeleteFunc(m.Clashes, func(c Clash) bool { return c.Column == best })
		}
	}
	m.vaguer = nil
}

// beside reports a column that may be read beside the one that holds the field. A column
// about staff is of somebody else, and so may be one of the very same heading.
func (m *Mapping) beside(headings []string, c Clash) bool {
	return m.Columns[c.Column].Field < 0 && !aboutStaff(headings, c.Column) && Fold(headings[c.Column]) != Fold(headings[m.Column(c.Field)])
}

// claimLast gives fields that no column has the headings that say too little to
// count by themselves.
func (m *Mapping) claimLast(t Table, ignored map[int]bool) {
	for f, own := range t.Fields {
		if len(own.Last) == 0 || m.Column(f) >= 0 {
			continue
		}
		last := folded(own.Last)
		for i, c := range m.Columns {
			if c.Field < 0 && !ignored[i] && last[Fold(c.Heading)] {
				m.Columns[i].Field, m.Columns[i].How = f, "heading, as no other column has it"
				break
			}
		}
	}
}

// override applies the user's own mapping and reports which columns it leaves out.
func (m *Mapping) override(t Table, over Overrides) map[int]bool {
	byFold := map[string]string{}
	for heading, name := range over {
		byFold[Fold(heading)] = name
	}
	ignored := map[int]bool{}
	for i := range m.Columns {
		name, ok := byFold[Fold(m.Columns[i].Heading)]
		if !ok {
			continue
		}
		ignored[i] = name == Ignore
		f := t.Index(name)
		if f >= 0 && m.Column(f) >= 0 && t.Index(t.Fields[f].Second) >= 0 {
			f = t.Index(t.Fields[f].Second) // the user says that two columns hold it
		}
		if f >= 0 {
			m.Columns[i].Field, m.Columns[i].How = f, "siequity.yaml"
		}
	}
	return ignored
}

// claim gives column i the field that pass finds for it, unless it is taken.
func (m *Mapping) claim(i int, pass func(string) (int, string), fields []Field, headings []string) {
	f, how := pass(m.Columns[i].Heading)
	if f < 0 {
		return
	}
	first := m.Column(f)
	switch {
	case first < 0 || fields[f].Many():
		m.Columns[i].Field, m.Columns[i].How = f, how
	case m.Columns[first].How == "siequity.yaml":
		// The user has said which column holds it.
	case fields[f].preference(headings[i]) < fields[f].preference(headings[first]):
		m.displace(first, i, f, how)
	case m.Columns[first].How != how:
		// A surer wording holds the field; this column is simply another one.
		if fields[f].Prefer != nil {
			m.vaguer = append(m.vaguer, Clash{Column: i, First: first, Field: f})
		}
	case aboutStaff(headings, first) && !aboutStaff(headings, i):
		m.displace(first, i, f, how)
	default:
		m.Clashes = append(m.Clashes, Clash{Column: i, First: first, Field: f})
	}
}

// displace gives field f to column i in place of column first.
func (m *Mapping) displace(first, i, f int, how string) {
	m.Columns[first].Field, m.Columns[first].How = -1, ""
	m.Columns[i].Field, m.Columns[i].How = f, how
	m.Clashes = append(m.Clashes, Clash{Column: first, First: i, Field: f})
}

// aboutStaff reports whether the columns just left of column i speak of the
// person who reported or handles the incident. An export with a patient block
// and a reporter block has two columns "Ethnicity", told apart only by what
// stands beside them.
func aboutStaff(headings []string, i int) bool {
	for j := i; j >= 0 && j > i-4; j-- {
		for _, w := range stems(headings[j]) {
			switch {
			case w == "patient" || w == "mother" || w == "woman":
				return false
			case strings.HasPrefix(w, "reporter") || w == "staff" || w == "employee" || w == "handler":
				return true
			}
		}
	}
	return false
}

// headingIndex finds fields by heading.
type headingIndex struct {
	table  Table
	byFold map[string]int
}

func (t Table) index() headingIndex {
	x := headingIndex{t, map[string]int{}}
	for i, f := range t.Fields {
		for _, h := range f.Headings {
			x.add(h, i)
		}
	}
	// A field's name comes last: a list of deaths means the baby's by "Date of birth",
	// and has a field date_of_birth for the mother's.
	for i, f := range t.Fields {
		x.add(f.Name, i)
	}
	return x
}

// add keeps the first field that names a heading: the order of a table's fields
// is its order of preference.
func (x headingIndex) add(heading string, f int) {
	key := Fold(heading)
	if _, taken := x.byFold[key]; !taken {
		x.byFold[key] = f
	}
}

func (x headingIndex) exact(heading string) (int, string) {
	if f, ok := x.byFold[Fold(heading)]; ok {
		return f, "heading"
	}
	return -1, ""
}

func (x headingIndex) release(heading string) (int, string) {
	code, rest := codePrefix(Fold(heading))
	if f, ok := x.byFold[code]; ok && code != "" {
		return f, "question code"
	}
	if f, ok := x.byFold[rest]; ok && rest != "" {
		return f, "heading after its code"
	}
	return -1, ""
}

func (x headingIndex) like(heading string) (int, string) {
	words := stems(heading)
	for i, f := range x.table.Fields {
		for _, group := range f.Like {
			if holdsAll(words, group) && !f.speaksOfElse(heading) {
				return i, "question wording"
			}
		}
	}
	return -1, ""
}

// Check reports the faults of a user's overrides against the table: names that
// are no field of it.
func (t Table) Check(over Overrides) []error {
	var faults []error
	for _, heading := range sortedKeys(over) {
		name := over[heading]
		if name != Ignore && t.Index(name) < 0 {
			faults = append(faults, fmt.Errorf("column %q is mapped to %q, which is no field of source %s", heading, name, t.Source))
		}
	}
	return faults
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
