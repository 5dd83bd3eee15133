package check

import (
	"fmt"
	"slices"

	"siequity/rules/calendar"
	"siequity/rules/document"
)

// Unit is what a clock counts in.
type Unit uint8

// The units. Months are calendar months.
const (
	Days Unit = iota
	WorkingDays
	Months
)

func unitNames() []string { return []string{"days", "working_days", "months"} }

// String is the name used in packs.
func (u Unit) String() string { return nameOf(unitNames(), u) }

// ParseUnit reads what String writes.
func ParseUnit(s string) (Unit, error) { return parse[Unit](unitNames(), s, "unit of time") }

// Limit is how long a clock may run.
type Limit struct {
	N        int
	Unit     Unit
	Verified bool // read in a published source, not written down from memory
}

// Length is the limit in words, such as 7 working days.
func (l Limit) Length() string {
	unit := "calendar day"
	switch l.Unit {
	case WorkingDays:
		unit = "working day"
	case Months:
		unit = "calendar month"
	}
	if l.N != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", l.N, unit)
}

// String is the limit for a reader. A limit that nobody has checked against its
// source says so wherever it is printed.
func (l Limit) String() string {
	if l.Verified {
		return l.Length()
	}
	return l.Length() + " (not checked against the published source)"
}

// Deadline is the last day on which a clock started on a day is kept. It
// reports false when that lies beyond the years whose bank holidays are known.
func (l Limit) Deadline(from calendar.Day, c *calendar.Calendar) (calendar.Day, bool) {
	switch l.Unit {
	case WorkingDays:
		return c.AddWorkingDays(from, l.N)
	case Months:
		return from.AddMonths(l.N), true
	}
	return from + calendar.Day(l.N), true
}

// Table is a standard that changed over the years: one row for each scheme
// year, chosen by what the record holds in the key field.
type Table struct {
	ID, Title, Doc string
	Key            int // index of the field that chooses the row
	Rows           []Row
}

// Row is one year of a [Table].
type Row struct {
	Key      string       // value of the key field, such as year6
	Title    string       // for readers
	From, To calendar.Day // first and last day of the scheme year, for reading
	HasLimit bool
	Limit    Limit
	Target   float64 // per cent, 0 for none
	Verified bool
	Source   string
}

// Row is the row of a key, nil when the table holds none. A scheme has a
// handful of years, so the list is searched from its start.
func (t *Table) Row(key string) *Row {
	i := slices.IndexFunc(t.Rows, func(r Row) bool { return r.Key == key })
	if i < 0 {
		return nil
	}
	return &t.Rows[i]
}

// On is the row whose days hold the given day, nil when none does.
func (t *Table) On(d calendar.Day) *Row {
	i := slices.IndexFunc(t.Rows, func(r Row) bool { return r.From < r.To && r.From <= d && d <= r.To })
	if i < 0 {
		return nil
	}
	return &t.Rows[i]
}

func (k *Kit) table(o *document.Object) (*Table, bool) {
	id := o.Text("table")
	at := slices.IndexFunc(k.Tables, func(t Table) bool { return t.ID == id })
	if at < 0 {
		o.Fault("table", fmt.Sprintf("no table is called %q", id), "")
		return nil, false
	}
	return &k.Tables[at], true
}

// ReadLimit reads the keys limit, unit and verified.
func ReadLimit(o *document.Object) (Limit, bool) {
	o.Need("limit", "unit")
	n, ok := o.Whole("limit")
	l := Limit{N: n}
	l.Verified, _ = o.Bool("verified")
	unit := o.Text("unit")
	u, err := ParseUnit(unit)
	if err != nil && unit != "" {
		o.Fault("unit", err.Error(), "write days, working_days or months")
	}
	l.Unit = u
	return l, ok && err == nil
}
