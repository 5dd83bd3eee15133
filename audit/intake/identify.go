package intake

import (
	"slices"
	"strconv"
	"strings"

	"siequity/incidents/field"
	"siequity/rules/masking"
)

// NewIdentifier gives the question whether a reference, or the name of a trust,
// site, team or staff group, holds what identifies a person. Such texts stand as
// headings and are not masked, so the cell is refused as a whole instead.
// A doctor's name in the name of a team is let be: "Dr Patel's team" is a team.
func NewIdentifier(m *masking.Masker) func(string, field.Kind) bool {
	return func(text string, kind field.Kind) bool {
		if kind == field.Reference && plainReference(text) {
			return false
		}
		if kind != field.Reference && bareNumber(text) {
			return true
		}
		for _, s := range m.Spans(text) {
			if identifies(text, s, kind == field.Reference) {
				return true
			}
		}
		return false
	}
}

// bareNumber knows a label that is a number and nothing else, long enough to be a
// patient's: no trust or team is called so, and masking needs a word beside it.
func bareNumber(text string) bool {
	digits := 0
	for _, c := range text {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case !strings.ContainsRune(" /-._:\u00a0", c):
			return false
		}
	}
	return digits >= 6
}

func identifies(text string, s masking.Span, reference bool) bool {
	switch s.Kind {
	case masking.HospitalNumber, masking.StaffNumber:
		return !reference // references are letters and digits too
	case masking.NHSNumber:
		return !reference || slices.Contains([]string{"10", "3 3 4"}, groups(text[s.Start:s.End]))
	case masking.Person:
		return reference || patient(text, s)
	}
	return true
}

// plainReference spares most references a closer look: one piece of letters and
// four to nine digits with one separator at most, which no postcode, date,
// telephone or NHS number is.
func plainReference(text string) bool {
	digits, separators := 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '/' || c == '-' || c == '.':
			separators++
		case c < 'A' || c > 'z' || c > 'Z' && c < 'a':
			return false
		}
	}
	return digits >= 4 && digits <= 9 && separators <= 1
}

// groups counts the digits between the spaces of a number: "3 3 4".
func groups(number string) string {
	var b strings.Builder
	for i, f := range strings.Fields(number) {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, c := range f {
			if c < '0' || c > '9' {
				return ""
			}
		}
		b.WriteString(strconv.Itoa(len(f)))
	}
	return b.String()
}

// patient tells a person who is no doctor: named with a title that staff seldom
// have here, or filling the whole cell. Many wards have a tree's or a flower's name.
func patient(text string, s masking.Span) bool {
	before := strings.ToLower(strings.Trim(text[:s.Start], " .,:"))
	for _, title := range []string{"mrs", "miss", "ms", "baby"} {
		if before == title || strings.HasSuffix(before, " "+title) {
			return true
		}
	}
	words := strings.Fields(text)
	return s.Start == 0 && s.End == len(text) && len(words) > 1 && !namesPlace(words)
}

// namesPlace tells whether words are the name of a place as hospitals give them. A
// first word in capitals is no sign of one: forms write KHAN Amira.
func namesPlace(words []string) bool {
	return slices.Contains(placeWords, strings.ToLower(words[len(words)-1])) || slices.Contains(departments, words[0]) ||
		slices.Contains(namesakes, strings.ToLower(strings.Join(words, " ")))
}

// placeWords end the names of places that may begin with a person's.
var placeWords = []string{"ward", "unit", "suite", "wing", "team", "centre", "center", "clinic", "house", "lodge", "room", "theatre", "hospital", "trust", "hub"}

// departments are short names of departments, as they stand before a part of one: ED
// Majors. Only in capitals: Ed is somebody.
var departments = []string{"ED", "A&E", "AE", "AMU", "MAU", "SAU", "EAU", "CDU", "ICU", "ITU", "HDU", "NICU", "SCBU", "OPD", "CDS", "MLU", "DAU", "ANC", "EPU", "EPAU"}

// namesakes are those after whom wards are called without a word that says so.
var namesakes = []string{"florence nightingale", "mary seacole", "edith cavell", "elizabeth garrett anderson", "queen mary", "queen elizabeth", "queen charlotte",
	"queen alexandra", "king george", "king edward", "princess anne", "princess royal", "princess alexandra", "st mary", "st george", "st thomas"}
