package incidents

import (
	"fmt"

	"siequity/incidents/field"
)

// A Record is one source's account of one event. Records are small: they hold
// numbers for their texts and nothing of their narratives.
type Record struct {
	Sheet *Sheet
	Row   int32 // row of the sheet, as a spreadsheet counts; the first, if several
	Rows  int32 // how many rows were put together
	Heard Heard // what the listener made of the free text
	slab  *slab // where the values lie
	at    uint32
	Left  Left // why the audit leaves the record out, or Used
	part  part // part the person of this row played
	// repeats says that other is the record that supersedes or repeats this one. A
	// record that its own system calls a duplicate names no other.
	repeats bool
	// apart is not 0 where another sheet has the same reference for another event.
	apart uint8
	// other is, for a record in use, another row of it: another person or patient;
	// for one left out, the record that supersedes or repeats it. Nil is neither.
	other *Record
}

// A slab holds the values of many records, so that each costs its values and no
// allocation of its own.
type slab struct{ values []uint32 }

// slots are the record's values, in the order of its sheet's layout.
func (r *Record) slots() []uint32 {
	at, size := int(r.at), r.Sheet.layout.size
	return r.slab.values[at : at+size : at+size]
}

// Of gives the record that supersedes or repeats this one, or nil.
func (r *Record) Of() *Record {
	if r.repeats {
		return r.other
	}
	return nil
}

// Each calls yield with every row of the record, the principal one first.
func (r *Record) Each(yield func(row *Record) bool) {
	for row := r; row != nil; row = row.other {
		if !yield(row) || row.Of() != nil {
			return
		}
	}
}

// Principals calls yield with the rows of the person the record is about: the
// affected woman. They are several only where the export repeats her, or where
// two persons are named as affected and nothing says which is the mother.
func (r *Record) Principals(yield func(row *Record) bool) {
	r.Each(func(row *Record) bool { return row.part != r.part || yield(row) })
}

// unreadable marks a slot whose cell held something that could not be read.
const unreadable = ^uint32(0)

// eitherOrder marks in a slot a date in figures that month first would be a date
// too. A day is a small number and never reaches the mark; [Sheet.Settle] takes it off.
const eitherOrder = 1 << 30

// State says what a cell held.
type State uint8

// The states of a value.
const (
	Absent     State = iota // the export has no such column
	Blank                   // the column is there and the cell is empty
	Unreadable              // the cell holds what cannot be read as the field's kind
	Present
)

func (r *Record) slot(f int) (uint32, State) {
	if f < 0 {
		return 0, Absent
	}
	at := r.Sheet.layout.slot[f]
	if at < 0 {
		return 0, Absent
	}
	switch v := r.slab.values[r.at+uint32(at)]; v {
	case 0:
		return 0, Blank
	case unreadable:
		return 0, Unreadable
	default:
		return v, Present
	}
}

// Text gives the text of field f of the catalogue, as the export has it; a date as
// 2026-05-14, and nothing of a field that identifies somebody.
func (r *Record) Text(f int) (string, State) {
	v, state := r.slot(f)
	if state != Present {
		return "", state
	}
	switch r.Sheet.reader.kind(f) {
	case field.Reference:
		return r.Sheet.reader.refs.Text(v), Present
	case field.Date, field.DateList:
		return field.Day(v).String(), Present
	case field.Person:
		return "", Present
	}
	return r.Sheet.reader.texts.Text(v), Present
}

// TextNumber gives the number of the text of field f: equal numbers, equal texts.
func (r *Record) TextNumber(f int) (uint32, State) { return r.slot(f) }

// Day gives the date in field f.
func (r *Record) Day(f int) (field.Day, State) {
	v, state := r.slot(f)
	return field.Day(v), state
}

// Key gives the packed identifier in field f, see [Pack].
func (r *Record) Key(f int) (uint64, State) {
	if f < 0 || r.Sheet.layout.slot[f] < 0 {
		return 0, Absent
	}
	at := r.Sheet.layout.slot[f]
	values := r.slots()
	low, high := values[at], values[at+1]
	switch {
	case low == 0 && high == 0:
		return 0, Blank
	case low == unreadable && high == unreadable:
		return 0, Unreadable
	}
	return uint64(high)<<32 | uint64(low), Present
}

// State tells what the cell of field f held, whatever its kind.
func (r *Record) State(f int) State {
	if f >= 0 && r.Sheet.layout.slot[f] >= 0 && width(r.Sheet.reader.Catalogue.fields[f]) == 2 {
		_, state := r.Key(f)
		return state
	}
	_, state := r.slot(f)
	return state
}

// Address gives back what a postcode or LSOA column said, without its spaces and
// punctuation. It is for looking up deprivation and must not be written anywhere.
func (r *Record) Address(f int) (string, State) {
	key, state := r.Key(f)
	switch {
	case state != Present:
		return "", state
	case key&inWords != 0:
		return r.Sheet.reader.texts.Text(uint32(key)), Present
	}
	return Unpack(key), Present
}

// Source names the kind of export: steis, datix, lfpse, mnsi or pmrt.
func (r *Record) Source() string { return r.Sheet.Table.Source }

// Reference gives the record's own reference as the system writes it, or "".
func (r *Record) Reference() string {
	text, _ := r.Text(r.Sheet.own)
	return text
}

// ID names the record in every output: its source and own reference, or file and
// row without one. Where two events have one reference, the file is part of it.
func (r *Record) ID() string {
	if ref := r.Reference(); ref != "" {
		return r.Source() + ":" + ref + r.where()
	}
	return fmt.Sprintf("%s:%s:%d", r.Source(), r.Sheet.place(), r.Row)
}

// Left says why the audit leaves a record out.
type Left uint8

// The reasons. Used is the zero value: the record is in scope.
const (
	Used Left = iota
	NotMaternity
	Rejected
	Duplicate
	Superseded
	OutsidePeriod
	NoDate
	NotIncident
	Unsuitable
	DeLogged
	OtherOrganisation
	NotAccepted
)

var leftWords = [...]string{"", "not maternity or neonatal", "rejected", "duplicate", "superseded", "outside the period",
	"no readable date, so the period is not known", "not an incident (risk, outcome or good care)", "unsuitable for PMRT", "withdrawn or de-logged", "another organisation",
	"not accepted for investigation"}

// String gives the reason in words; "" for a record that is used.
func (l Left) String() string { return leftWords[l] }

// Reasons lists the reasons in the order of their declaration.
func Reasons() []Left {
	out := make([]Left, 0, len(leftWords)-1)
	for l := NotMaternity; int(l) < len(leftWords); l++ {
		out = append(out, l)
	}
	return out
}

// Why gives the whole reason, naming the record that this one repeats.
func (r *Record) Why() string {
	if of := r.Of(); r.Left == Duplicate && of != nil {
		return "duplicate of " + of.ID()
	}
	return r.Left.String()
}

// Pack turns an identifier into a number that can be compared: its letters and
// digits, upper case, in base 37. It keeps twelve characters, enough for
// postcodes, LSOA codes, NHS and hospital numbers; ok is false for a longer or
// empty one, or for letters outside A to Z.
func Pack(text []byte) (key uint64, ok bool) {
	n := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		var digit uint64
		switch {
		case c >= '0' && c <= '9':
			digit = uint64(c-'0') + 1
		case c >= 'A' && c <= 'Z':
			digit = uint64(c-'A') + 11
		case c >= 'a' && c <= 'z':
			digit = uint64(c-'a') + 11
		case c >= 0x80:
			if c == 0xc2 && i+1 < len(text) && text[i+1] == 0xa0 { // no-break space
				i++
				continue
			}
			return 0, false
		default:
			continue
		}
		if n++; n > 12 {
			return 0, false
		}
		key = key*37 + digit
	}
	return key, n > 0
}

// Unpack gives back the letters and digits that Pack put in a number.
func Unpack(key uint64) string {
	var buf [13]byte
	i := len(buf)
	for ; key > 0 && i > 0; key /= 37 {
		i--
		if d := key % 37; d <= 10 {
			buf[i] = byte('0' + d - 1)
		} else {
			buf[i] = byte('A' + d - 11)
		}
	}
	return string(buf[i:])
}
