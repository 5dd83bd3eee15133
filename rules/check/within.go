package check

import (
	"fmt"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// within asks whether something was done before its clock ran out or, without a
// field that says when it was done, whether the clock has run out.
type within struct {
	from, to int // to is -1 for none
	limit    Limit
	table    *Table // when set, it gives the limit
	calendar *calendar.Calendar
}

func newWithin(k *Kit, o *document.Object) Check {
	w := within{from: k.field(o, "from", Date), to: -1, calendar: k.Calendar}
	ok := true
	if o.Has("to") {
		w.to = k.field(o, "to", Date)
		ok = w.to >= 0
	}
	limited := false
	if o.Has("table") {
		w.table, limited = k.table(o)
	} else {
		w.limit, limited = ReadLimit(o)
	}
	if !ok || !limited || w.from < 0 {
		return nil
	}
	return w
}

// Test compares the end with the deadline, or where there is no end yet the day
// of the audit. Until the deadline has passed nothing undone is a failure.
func (w within) Test(rec Record, asOf calendar.Day) Outcome {
	limit := w.limit
	if w.table != nil {
		row, skip := w.row(rec)
		if row == nil {
			return skip
		}
		limit = row.Limit
	}
	from := rec.Value(w.from)
	if from.State != Given {
		return lacking(from.State, w.from)
	}
	to, asked := w.end(rec)
	if to.State == Absent || to.State == NoData {
		return lacking(to.State, w.to)
	}
	due, known := limit.Deadline(from.Day(), w.calendar)
	if !known {
		return unknown(NoCalendar, w.from)
	}
	o := w.judge(from.Day(), to, due, asOf)
	if !asked && o.Why == NotDue {
		o = pass()
	}
	o.Due = due
	return o
}

// end is the value of the end, and whether there is a field for it: without
// one, to be still in time is all that is asked.
func (w within) end(rec Record) (to Value, asked bool) {
	if w.to < 0 {
		return Nothing(Blank), false
	}
	return rec.Value(w.to), true
}

func (w within) judge(from calendar.Day, to Value, due, asOf calendar.Day) Outcome {
	switch {
	case to.State == Given && to.Day() < from:
		return unknown(OutOfOrder, w.to)
	case to.State == Given && to.Day() <= due:
		return pass()
	case to.State == Given:
		return fail(Late, w.to)
	case asOf <= due:
		return Outcome{Verdict: NotApplicable, Why: NotDue, Field: int16(w.to)}
	}
	return fail(Overdue, w.to)
}

// row is the table's row for the record, or the outcome for having none. A
// blank key means that no scheme year applies.
func (w within) row(rec Record) (*Row, Outcome) {
	key := rec.Value(w.table.Key)
	if key.State == Absent || key.State == NoData {
		return nil, lacking(key.State, w.table.Key)
	}
	if row := w.table.Row(key.text); row != nil && row.HasLimit {
		return row, Outcome{}
	}
	return nil, Outcome{Verdict: NotApplicable, Why: NoStandard, Field: int16(w.table.Key)}
}

// LimitFor is the limit that holds for a record, and whether one does.
func (w within) LimitFor(rec Record) (Limit, bool) {
	if w.table == nil {
		return w.limit, true
	}
	if row, _ := w.row(rec); row != nil {
		return row.Limit, true
	}
	return Limit{}, false
}

func (w within) Fields() []int {
	fields := []int{w.from}
	if w.to >= 0 {
		fields = append(fields, w.to)
	}
	if w.table != nil {
		fields = append(fields, w.table.Key)
	}
	return fields
}

func (w within) Describe(c *Catalogue) string {
	limit := w.limit.String()
	if w.table != nil {
		limit = "the limit of table " + w.table.ID
	}
	end := "the day of the audit"
	if w.to >= 0 {
		end = c.fields[w.to].Name
	}
	return fmt.Sprintf("%s is within %s of %s", end, limit, c.fields[w.from].Name)
}
