package decoder

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"siequity/incidents"
	"siequity/incidents/export"
	"siequity/incidents/field"
)

// A cell in the wrong column may hold anything, a name included. So the text of a
// date that cannot be read is quoted only where it is made of what dates are made
// of; of any other cell the finding tells the place.

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

// mostDigits is how many digits the figures of a date have: 20260514. Numbers that
// identify have more, whatever parts them; a time of day is not counted.
const mostDigits = 8

var (
	timeOfDay = regexp.MustCompile(`\b[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\b`)
	figures   = regexp.MustCompile(`[0-9]+`)
)

// dateLike tells whether a text is made of numbers and words of dates.
func dateLike(text string) bool {
	if len(text) > 40 {
		return false
	}
	if !dateFigures(figures.FindAllString(timeOfDay.ReplaceAllString(text, " "), -1)) {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if !dateWords[w] && !field.NamesDay(w) {
			return false
		}
	}
	return true
}

// dateFigures tells whether the figures of a text are those of a date. Two pieces of
// four are none: one is the year, and the other a number that identifies.
func dateFigures(runs []string) bool {
	digits, years := 0, 0
	for _, run := range runs {
		if len(run) == 4 {
			years++
		}
		if digits += len(run); digits > mostDigits || years > 1 || !datePart(run) {
			return false
		}
	}
	return true
}

// datePart reports digits as dates have them in one piece: a day, a month or a year,
// the day number of a spreadsheet, a time without its colon, or all of 20260514.
func datePart(run string) bool {
	switch len(run) {
	case 1, 2, 4, 5:
		return true
	case 8:
		return yearMonthDay(run[:4], run[4:6], run[6:]) || yearMonthDay(run[4:], run[2:4], run[:2])
	}
	return false
}

// yearMonthDay tells whether figures may be those of a date, if of a day that does not
// exist: other numbers of eight digits are seldom so.
func yearMonthDay(year, month, day string) bool {
	return (year[:2] == "19" || year[:2] == "20") && month >= "01" && month <= "12" && day >= "01" && day <= "31"
}

// notShown says where to look for what a finding does not quote.
func (d *Decoder) notShown(i int, why string) string {
	return why + "; look at cell " + export.ColumnName(i+1) + strconv.Itoa(d.row) + " in the file"
}

const dateHint = "write dates as day/month/year, such as 14/05/2026"

// unreadableDate tells of a date that could not be read, or counts it where enough of
// its column were told.
func (d *Decoder) unreadableDate(i int, p *column, text []byte, err error) {
	if !d.tells(i) {
		d.chunk.unread = append(d.chunk.unread, unreadCell{int32(d.number), int32(i)})
		return
	}
	d.chunk.Faults = append(d.chunk.Faults, d.dateFault(i, p, string(text), err))
}

// holdTurned keeps a cell that is a date only if the month stands first.
func (d *Decoder) holdTurned(i int, p *column, day field.Day) {
	d.chunk.monthFirst = append(d.chunk.monthFirst, turnedCell{record: int32(d.number), column: int16(i), slot: int16(p.slot), day: day})
}

// tells reports whether one more cell of column i is told by itself.
func (d *Decoder) tells(i int) bool {
	d.told[i]++
	return d.told[i] <= mostTold
}

// dateFault is the fault of a date that could not be read.
func (d *Decoder) dateFault(i int, p *column, text string, err error) incidents.Fault {
	what := err.Error()
	var member *field.MemberError
	if errors.As(err, &member) {
		text = member.Member
	}
	shown := text
	switch {
	case p.birth || ofBirth(field.Fold(text)):
		shown, what = "", d.notShown(i, "this date cannot be read, and is not shown, as it may be a date of birth")
	case !dateLike(text):
		shown, what = "", d.notShown(i, "this is no date, and is not shown, as it may identify somebody")
	}
	if member != nil {
		what += "; the other dates of the cell were read"
	}
	return d.faultOf(i, "date/unreadable", shown, what, dateHint)
}

// OfBirth tells whether a column that holds field f may hold dates of birth, which are
// never shown.
func OfBirth(f *field.Field, heading string) bool {
	return f.Name == "date_of_birth_baby" || ofBirth(field.Fold(heading))
}

func ofBirth(folded string) bool {
	return strings.Contains(folded, "birth") || strings.Contains(folded, "dob") || strings.Contains(folded, "born")
}
