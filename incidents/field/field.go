package field

import (
	"regexp"
	"slices"
)

// Kind says how the cells of a field are read, and whether they may be shown.
type Kind uint8

// The kinds of field.
const (
	Text      Kind = iota // a short value from a list or typed; may be shown
	Reference             // a reference to a record of this or another system
	Date                  // a day, with or without a time of day
	DateList              // several dates in one cell, joined by ";"
	Number                // a quantity
	Answer                // yes, no, partly, not applicable ..., freely typed
	Narrative             // free text; read as it streams past and never kept
	Person                // identifies somebody; used for linkage or dropped, never shown
)

var kindNames = [...]string{"text", "reference", "date", "dates", "number", "answer", "narrative", "person"}

// String names the kind as `inspect` and the data dictionary print it.
func (k Kind) String() string { return kindNames[k] }

// A Field is one thing that a source records.
type Field struct {
	Name  string // stable, used in siequity.yaml and in rules
	Title string // for people
	Doc   string // what it means and what to beware of
	Kind  Kind
	// Headings are the headings that mean this field, in any spelling that
	// [Fold] makes equal.
	Headings []string
	// Like lists groups of word stems; a heading that holds every stem of one
	// group means this field. It serves questions that each trust words its own
	// way ("Was the family's culture taken into account?"), and it is tried only
	// after every exact heading.
	Like [][]string
	// Shapes are headings put together from known words. They are tried after every
	// exact heading and before Like.
	Shapes []Shape
	// Unless tells, of a heading found by its words, that it speaks of something else:
	// another person's ethnicity, a harm that might have been. Nil for a field that
	// nothing is mistaken for.
	Unless func(heading string) bool
	// Last are headings that say too little to count by themselves, such as "Date".
	// They mean this field only if no other column does.
	Last []string
	// Prefer lists stems, the best first, that decide between several columns
	// for the field; "" stands for a heading with none of them. Without it, or
	// between equals, the first column is used.
	Prefer []string
	// Second names the field that takes a second column of this one, where both tell
	// something: a label and its code, a decile and a quintile. It has no headings.
	Second string
	// Check, where it is set, looks at every cell that is filled.
	Check *Check
}

// A Check finds the cells of a column that cannot be read, where that takes knowledge
// of the field.
type Check struct {
	ID    string                   // of the finding
	Wrong func(text string) string // what is wrong, without quoting the cell; "" for nothing
	Noun  string                   // what the column should hold: "gestation"
	Hint  string
}

// preference gives the place of a heading in Prefer; less is better.
func (f Field) preference(heading string) int {
	words, rest := stems(heading), len(f.Prefer)
	for i, stem := range f.Prefer {
		switch {
		case stem == "":
			rest = i
		case begins(words, stem):
			return i
		}
	}
	return rest
}

// Shown reports whether values of the field may be printed. Names, numbers that
// identify, dates of birth and postcodes may not; narratives go through masking.
func (f Field) Shown() bool { return f.Kind != Person && f.Kind != Narrative }

// Many reports whether several columns may hold the field: all free text is
// read, and all columns that name somebody are dropped.
func (f Field) Many() bool { return f.Kind == Narrative || f.Kind == Person && f.Name == Dropped }

// Dropped is the field of columns that identify somebody and that nothing here
// needs. Their cells are never kept.
const Dropped = "patient_name"

// A Table lists the fields of one source.
type Table struct {
	Source string // steis, datix, lfpse, mnsi, pmrt
	Title  string
	Doc    string
	// Own names the field that holds the source's own reference.
	Own string
	// Marks are headings that hardly any other source uses; each counts as
	// several ordinary headings when a sheet is recognised.
	Marks []string
	// Hints are headings that the source uses more than others do; each counts as
	// one ordinary heading more.
	Hints []string
	// Form is how the system writes its own references, where that tells it from
	// others: a column "Ref" may be anybody's.
	Form   *regexp.Regexp
	Fields []Field
}

// Index gives the position of the named field, or -1.
func (t Table) Index(name string) int {
	return slices.IndexFunc(t.Fields, func(f Field) bool { return f.Name == name })
}

// Extend returns base with the headings of extra added field by field; fields
// that base lacks are appended. Tables share the fields that every source has
// in this way, and each adds the wording of its own system. A heading that extra
// names means extra's field alone: "Outcome" is the end of an investigation in
// most systems and the type of death in a list of deaths.
func Extend(base []Field, extra ...Field) []Field {
	out := slices.Clone(base)
	for _, f := range extra {
		yield(out, f)
	}
	for _, f := range extra {
		i := slices.IndexFunc(out, func(o Field) bool { return o.Name == f.Name })
		if i < 0 {
			out = append(out, f)
			continue
		}
		out[i] = merge(out[i], f)
	}
	return out
}

// yield takes from the other fields the headings that f claims.
func yield(fields []Field, f Field) {
	claimed := map[string]bool{}
	for _, h := range f.Headings {
		claimed[Fold(h)] = true
	}
	for i := range fields {
		if fields[i].Name != f.Name {
			fields[i].Headings = slices.DeleteFunc(slices.Clone(fields[i].Headings), func(h string) bool { return claimed[Fold(h)] })
		}
	}
}

func merge(base, f Field) Field {
	base.Headings = slices.Concat(f.Headings, base.Headings)
	base.Like = slices.Concat(f.Like, base.Like)
	base.Shapes = slices.Concat(f.Shapes, base.Shapes)
	base.Last = slices.Concat(f.Last, base.Last)
	if f.Unless != nil {
		base.Unless = f.Unless
	}
	if f.Prefer != nil {
		base.Prefer = f.Prefer
	}
	if f.Second != "" {
		base.Second = f.Second
	}
	if f.Check != nil {
		base.Check = f.Check
	}
	if f.Title != "" {
		base.Title = f.Title
	}
	if f.Doc != "" {
		base.Doc = f.Doc
	}
	return base
}
