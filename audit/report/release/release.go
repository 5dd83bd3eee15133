package release

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"siequity/audit/disclosure"
	"siequity/audit/intake"
)

// A Release is what of the facts may go out.
type Release struct {
	Facts
	plan   disclosure.Plan
	report disclosure.Report
	tables []Table
	titles map[string]string // of sources
	held   string            // why the tables of cases are left out; "" where they are not
}

// Held says why the tables of cases are left out altogether, "" where they are not.
func (r *Release) Held() string { return r.held }

// Unprinted counts the tables that have a place on a page and cannot be shown there.
func (r *Release) Unprinted() int {
	n := 0
	for _, t := range r.Tables() {
		if _, _, printed := r.Labels(t.Name); !printed {
			n++
		}
	}
	return n
}

// New puts the tables of the facts through disclosure control under a profile and
// attacks the outcome. The error wraps disclosure.ErrUnsafe where no hiding makes
// them safe. A report that is not safe is returned, and must not be written.
func New(ctx context.Context, f Facts, profile disclosure.Profile) (*Release, error) {
	r := &Release{Facts: f, tables: f.tables(profile), titles: map[string]string{}}
	for _, t := range intake.Tables() {
		r.titles[t.Source] = t.Title
	}
	err := r.protect(ctx, profile)
	if errors.Is(err, disclosure.ErrUnsafe) {
		r.hold()
		err = r.protect(ctx, profile)
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// hold leaves out the tables of cases: of very few cases the exact figures of other
// pages tell too much.
func (r *Release) hold() {
	r.tables = slices.DeleteFunc(r.tables, func(t Table) bool { return t.Of == "cases" })
	r.held = "The tables of cases by ethnic group and deprivation are left out: beside the exact figures of other pages they would give small numbers away. A longer period may hold enough cases; a pack for the panel's own eyes, made with --disclosure panel, shows them."
	r.Notices = append(slices.Clone(r.Notices), r.held)
}

// protect plans what is shown, and keeps the report of the attack on it.
func (r *Release) protect(ctx context.Context, profile disclosure.Profile) error {
	var err error
	r.plan, r.report, err = disclosure.Protect(ctx, published(r.tables, profile), profile)
	return err
}

// SourceTitle names a source for readers.
func (r *Release) SourceTitle(source string) string { return cmp.Or(r.titles[source], source) }

// Plan says what is shown at each place.
func (r *Release) Plan() disclosure.Plan { return r.plan }

// Report is the outcome of the attack.
func (r *Release) Report() disclosure.Report { return r.report }

// Table finds a published table by name; ok is false where the facts have none.
func (r *Release) Table(name string) (t Table, ok bool) {
	for _, t := range r.tables {
		if t.Name == name {
			return t, true
		}
	}
	return Table{}, false
}

// Tables lists the published tables in the order of pages, but for those that
// stand for sums known to everybody.
func (r *Release) Tables() []Table {
	var out []Table
	for _, t := range r.tables {
		if !t.Whole {
			out = append(out, t)
		}
	}
	return out
}

// At gives what is shown at a place.
func (r *Release) At(table, row, column string) disclosure.Shown {
	return r.plan.At(disclosure.Ref{Table: table, Row: row, Col: column})
}

// Numbers gives the printed numbers of several places, for a figure worked out
// from them; ok is false when one of them is hidden, small under a rounding
// profile, or not shown.
func (r *Release) Numbers(places ...disclosure.Ref) (numbers []int, ok bool) {
	for _, ref := range places {
		use := r.plan.Rate(ref)
		if !use.Allowed {
			return nil, false
		}
		numbers = append(numbers, use.Numbers...)
	}
	return numbers, true
}

// Labels gives the labels under which a table is shown: merged where categories
// had to be merged. printed is false for a table that cannot be shown.
func (r *Release) Labels(table string) (rows, columns []string, printed bool) {
	form, printed := r.plan.Form(table)
	for _, g := range form.Rows {
		rows = append(rows, g.Label)
	}
	for _, g := range form.Cols {
		columns = append(columns, g.Label)
	}
	return rows, columns, printed
}
