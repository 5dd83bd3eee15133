package incidents

import (
	"fmt"
	"strings"
	"unicode"

	"siequity/incidents/field"
)

// A cell in the wrong column may hold anything, a name included. So the text of a
// date that cannot be read is quoted only where it is made of what dates are made
// of; of any other cell the finding tells the shape.

// dateWords may stand in the cell of a date: those of dates, and those that say why
// there is none.
var dateWords = wordSet("at am pm of the th st nd rd t z utc gmt bst hrs hours hour noon midnight approx approximately circa about early late mid between and or to from before after on " +
	"n a na nk tbc tba unknown not known recorded yet applicable none null nil ongoing pending awaited open closed ref value name date yes no")

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// longestRun is the most digits that a date has in one piece: 20260514. Numbers
// that identify are longer, with or without spaces.
const longestRun = 8

// dateLike tells whether a text is made of numbers and words of dates.
func dateLike(text string) bool {
	run := 0
	for i, c := range text {
		switch {
		case i == 10 && run == 8 && text[4] == '-' && text[7] == '-': // 2026-02-31, and a time of day
			run = 0
		case unicode.IsDigit(c):
			run++
		case c != ' ' && c != '-' && c != '\u00a0': // the signs that part a long number
			run = 0
		}
		if run > longestRun {
			return false
		}
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if !dateWords[w] && !field.NamesDay(w) {
			return false
		}
	}
	return len(text) <= 40
}

// shapeOf says what stands where a date should be, without saying it.
func shapeOf(text string) string {
	words, digits := 0, 0
	for _, piece := range strings.Fields(text) {
		if strings.IndexFunc(piece, unicode.IsLetter) >= 0 {
			words++
		}
		digits += len(strings.Map(digitsOnly, piece))
	}
	var has []string
	if words > 0 {
		has = append(has, spelt(words, "word"))
	}
	if digits > 0 {
		has = append(has, spelt(digits, "digit"))
	}
	if has == nil {
		has = []string{"only signs"}
	}
	return "has " + strings.Join(has, " and ") + " where a date should be"
}

func digitsOnly(c rune) rune {
	if c < '0' || c > '9' {
		return -1
	}
	return c
}

func spelt(n int, noun string) string {
	small := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	if n != 1 {
		noun += "s"
	}
	if n < len(small) {
		return small[n] + " " + noun
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// unreadableDate is the fault of a date that could not be read.
func (d *Decoder) unreadableDate(i int, p *column, text string, err error) Fault {
	shown, what := text, err.Error()
	switch {
	case p.name == "date_of_birth_baby" || ofBirth(field.Fold(d.sheet.Mapping.Columns[i].Heading)) || ofBirth(field.Fold(text)):
		shown, what = "", "the date here, which may be of a birth and is not shown, cannot be read"
	case !dateLike(text):
		shown, what = "", shapeOf(text)
	}
	return d.faultOf(i, "date/unreadable", shown, what, "write it as 14/05/2026")
}

func ofBirth(folded string) bool {
	return strings.Contains(folded, "birth") || strings.Contains(folded, "dob") || strings.Contains(folded, "born")
}
