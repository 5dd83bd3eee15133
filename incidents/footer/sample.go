package footer

import (
	"slices"
	"strings"

	"siequity/incidents/export"
	"siequity/incidents/field"
)

// A sample is what the first rows of a sheet hold. A doubtful row is compared with it.
type sample struct {
	own      int               // column of the records' own reference, or -1
	values   []map[string]bool // of each column
	forms    map[string]bool   // of the own references
	shortest int               // length of the shortest of them
}

// newSample looks at the rows under the headings, those that are full enough to be
// records beyond doubt.
func newSample(rows [][]string, ownField int, m field.Mapping) sample {
	s := sample{own: slices.IndexFunc(m.Columns, func(c field.Column) bool { return ownField >= 0 && c.Field == ownField }),
		values: make([]map[string]bool, len(m.Columns)), forms: map[string]bool{}}
	for i := range s.values {
		s.values[i] = map[string]bool{}
	}
	for _, cells := range rows {
		if full(cells) {
			s.add(cells[:min(len(cells), len(s.values))])
		}
	}
	return s
}

func full(cells []string) bool {
	filled := 0
	for _, c := range cells {
		if !blank([]byte(c)) {
			filled++
		}
	}
	return filled > fewCells
}

func (s *sample) add(cells []string) {
	for i, c := range cells {
		text := string(export.Trim([]byte(c)))
		s.values[i][text] = true
		if i == s.own && !field.NoReference(text) {
			s.forms[formOf(text)] = true
			if s.shortest == 0 || len(text) < s.shortest {
				s.shortest = len(text)
			}
		}
	}
}

// known reports a value that the column holds elsewhere. Where no column was taken
// for the references, a number written as the column's others are may be one.
func (s *sample) known(column int, text string) bool {
	if s.values[column][text] || s.own >= 0 || field.NoReference(text) {
		return s.values[column][text]
	}
	form := formOf(text)
	for other := range s.values[column] {
		if formOf(other) == form {
			return true
		}
	}
	return false
}

// reference reports whether a text reads as a reference like the others of its
// column: of the same form, or one word with a number in it. A bare number that is
// shorter than they are is a count.
func (s *sample) reference(text string) bool {
	if field.NoReference(text) {
		return false
	}
	form := formOf(text)
	if form == "9" && s.shortest > 0 && len(text) < s.shortest-1 {
		return false
	}
	return s.forms[form] || oneWord(text) && (form != "9" || len(text) >= wholeNumber)
}

// wholeNumber is the length from which a number is rather a reference than a count.
const wholeNumber = 5

func oneWord(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool {
		return c > 0x7f || !field.Letter(byte(c)) && !field.Digit(byte(c)) && !strings.ContainsRune("-_/.", c)
	})
}

// formOf reduces a reference to its letters, with 9 for each of its numbers.
func formOf(text string) string {
	var b strings.Builder
	for i := range len(text) {
		switch c := text[i]; {
		case field.Letter(c):
			b.WriteByte(c &^ 0x20)
		case field.Digit(c) && (i == 0 || !field.Digit(text[i-1])):
			b.WriteByte('9')
		}
	}
	return b.String()
}
