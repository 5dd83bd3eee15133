package incidents

import (
	"slices"

	"siequity/incidents/field"
)

// A Slab holds the values of many records one after another, so that each costs its
// values and no allocation of its own.
type Slab struct{ Values []uint32 }

// Lay has the values of the record lie in a slab from place at on. Their number is the
// size of its sheet's layout.
func (r *Record) Lay(in *Slab, at int) { r.slab, r.at = in, uint32(at) }

// Values are the record's values as they lie in memory, in the order of its sheet's
// [Layout]: for whoever reads or settles them. Others ask for a field.
func (r *Record) Values() []uint32 {
	at, size := int(r.at), r.Sheet.layout.size
	return r.slab.Values[at : at+size : at+size]
}

// NotRead marks a value whose cell held something that could not be read. A value of
// two slots has it in both. A blank cell is 0.
const NotRead = ^uint32(0)

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
	switch v := r.slab.Values[r.at+uint32(at)]; v {
	case 0:
		return 0, Blank
	case NotRead:
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
	values := r.Values()
	low, high := values[at], values[at+1]
	switch {
	case low == 0 && high == 0:
		return 0, Blank
	case low == NotRead && high == NotRead:
		return 0, Unreadable
	}
	return uint64(high)<<32 | uint64(low), Present
}

// State tells what the cell of field f held, whatever its kind.
func (r *Record) State(f int) State {
	if f >= 0 && r.Sheet.layout.slot[f] >= 0 && Width(r.Sheet.reader.Catalogue.fields[f]) == 2 {
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
	case key&InWords != 0:
		return r.Sheet.reader.texts.Text(uint32(key)), Present
	}
	return Unpack(key), Present
}

// Equal reports whether two records of one sheet hold the same in field f. References
// lie at a place of their own each, so they are compared by text.
func (r *Record) Equal(o *Record, f int) bool {
	at := r.Sheet.layout.slot[f]
	if at < 0 {
		return true
	}
	end := int(at) + Width(r.Sheet.reader.Catalogue.fields[f])
	if slices.Equal(r.Values()[at:end], o.Values()[at:end]) {
		return true
	}
	ours, _ := r.Text(f)
	theirs, _ := o.Text(f)
	return r.Sheet.reader.kind(f) == field.Reference && ours == theirs && ours != ""
}

// Fill copies field f of another record of the sheet where r's is blank.
func (r *Record) Fill(from *Record, f int) {
	at := r.Sheet.layout.slot[f]
	if at < 0 {
		return
	}
	into, values := r.Values(), from.Values()
	for w := range Width(r.Sheet.reader.Catalogue.fields[f]) {
		if i := int(at) + w; into[i] == 0 {
			into[i] = values[i]
		}
	}
}

// Forget makes field f blank.
func (r *Record) Forget(f int) {
	if at := r.Sheet.layout.slot[f]; at >= 0 {
		clear(r.Values()[at : int(at)+Width(r.Sheet.reader.Catalogue.fields[f])])
	}
}

// Changed gives the day of the last change, 0 if that is not known, and its time of
// day: seconds since midnight and one more, 0 if that is not known.
func (r *Record) Changed() (day field.Day, clock uint32) {
	l := &r.Sheet.layout
	if l.changed < 0 {
		return 0, 0
	}
	values := r.Values()
	if v := values[l.changed]; v != NotRead {
		return field.Day(v), values[l.clock]
	}
	return 0, 0
}
