package check

import (
	"strconv"
	"strings"

	"siequity/rules/calendar"
)

// Record is one account of one event. Fields are asked for by their index in
// the [Catalogue]: a name would be hashed a hundred times for each of a million
// records.
type Record interface {
	ID() string        // as its system writes it, such as steis:2026/10432
	Source() string    // one of the catalogue's sources
	Value(i int) Value // the zero Value for a field that the record lacks
}

// State says how much there is of a value.
type State uint8

// The states. NoData is for what another file will bring, such as the panel's
// attendance register: until it is given nobody can say anything.
const (
	Absent State = iota // the export has no such column
	Blank               // the column is there and the cell is empty
	NoData              // the file that holds it has not been given
	Given
)

// Value is what one field of one record holds. Its zero is Absent.
type Value struct {
	State  State
	number float64
	text   string
}

// Text is a given text without the spaces around it, or Blank when there is
// nothing else in it.
func Text(s string) Value {
	if s = strings.TrimSpace(s); s == "" {
		return Value{State: Blank}
	}
	return Value{State: Given, text: s}
}

// Num is a given number.
func Num(x float64) Value { return Value{State: Given, number: x} }

// On is a given date.
func On(d calendar.Day) Value { return Value{State: Given, number: float64(d)} }

// Flag is a given true or false.
func Flag(b bool) Value {
	if b {
		return Num(1)
	}
	return Num(0)
}

// Nothing is a value that is not there for the given reason.
func Nothing(s State) Value { return Value{State: s} }

// Text is the text, "" unless one is given.
func (v Value) Text() string { return v.text }

// Number is the number, 0 unless one is given.
func (v Value) Number() float64 { return v.number }

// Day is the date, meaningless unless one is given.
func (v Value) Day() calendar.Day { return calendar.Day(v.number) }

// settled reads the words that a classified field uses for its own absence:
// a status of `missing` is a blank, `field_absent` is no column.
func (v Value) settled() Value {
	switch v.text {
	case "field_absent":
		return Value{State: Absent}
	case "missing":
		return Value{State: Blank}
	}
	return v
}

// exempt tells an answer that says the question does not apply.
func (v Value) exempt() bool {
	return v.text == "not_applicable" || v.text == "na" || v.text == "n/a"
}

// Show is the value for a reader.
func (v Value) Show(kind FieldKind) string {
	if kind == Code || kind == Answer {
		v = v.settled()
		v.text = strings.ReplaceAll(v.text, "_", " ")
	}
	switch v.State {
	case Absent:
		return "(no such column)"
	case Blank:
		return "(blank)"
	case NoData:
		return "(no data yet)"
	}
	switch kind {
	case Date:
		return v.Day().Long()
	case Number:
		return strconv.FormatFloat(v.number, 'f', -1, 64)
	case Truth:
		if v.number != 0 {
			return "yes"
		}
		return "no"
	}
	return v.text
}
