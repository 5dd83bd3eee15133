package incidents

import "fmt"

// A Record is one source's account of one event. Records are small: they hold
// numbers for their texts and nothing of their narratives.
type Record struct {
	Sheet *Sheet
	Row   int32 // row of the sheet, as a spreadsheet counts; the first, if several
	Rows  int32 // how many rows were put together
	Heard Heard // what the listener made of the free text
	slab  *Slab // where the values lie
	at    uint32
	Left  Left // why the audit leaves the record out, or Used
	Role  Role // part that the person of this row played
	// repeats says that other is the record that supersedes or repeats this one. A
	// record whose status alone calls it a duplicate names no other.
	repeats bool
	// apart is not 0 where another sheet has the same reference for another event.
	apart uint8
	// other is, for a record in use, another row of it: another person or patient;
	// for one left out, the record that supersedes or repeats it. Nil is neither.
	other *Record
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

// Follow makes row another row of r's record: [Record.Each] gives it after r.
func (r *Record) Follow(row *Record) { r.other = row }

// Leave leaves the record out because of another, which supersedes or repeats it.
func (r *Record) Leave(why Left, of *Record) {
	r.Left, r.other, r.repeats = why, of, true
}

// Principals calls yield with the rows of the person the record is about: the
// affected woman. They are several only where the export repeats her, or where
// two persons are named as affected and nothing says which is the mother.
func (r *Record) Principals(yield func(row *Record) bool) {
	r.Each(func(row *Record) bool { return row.Role != r.Role || yield(row) })
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
	return fmt.Sprintf("%s:%s:%d", r.Source(), r.Sheet.Place(), r.Row)
}

// Why gives the whole reason, naming the record that this one repeats.
func (r *Record) Why() string {
	if of := r.Of(); r.Left == Duplicate && of != nil {
		return "duplicate of " + of.ID()
	}
	return r.Left.String()
}

// Apart reports a record whose reference another sheet has for another event.
func (r *Record) Apart() bool { return r.apart > 0 }

// TellApart numbers the record among those of its file whose reference another sheet
// has for another event, from 1, so that each has an ID of its own.
func (r *Record) TellApart(n uint8) { r.apart = n }

// where tells records of one reference apart in their IDs.
func (r *Record) where() string {
	switch r.apart {
	case 0:
		return ""
	case 1:
		return "@" + r.Sheet.Place()
	}
	return fmt.Sprintf("@%s(%d)", r.Sheet.Place(), r.apart)
}
