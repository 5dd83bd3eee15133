package scope

import (
	"slices"
	"strings"

	"siequity/incidents"
	"siequity/incidents/field"
	"siequity/incidents/reference"
)

// duplicates reads the column in which a system names the record that another one repeats ("Duplicate of"), or says
// no more than yes.
type duplicates struct {
	field int
	known map[string]*incidents.Record // by source and folded reference
}

// newDuplicates looks up the references only where a record has something in the column.
func newDuplicates(c *incidents.Catalogue, records []*incidents.Record) duplicates {
	d := duplicates{field: c.Index("duplicate_of")}
	if !slices.ContainsFunc(records, func(r *incidents.Record) bool { _, state := r.Text(d.field); return state == incidents.Present }) {
		return d
	}
	d.known = map[string]*incidents.Record{}
	for _, r := range records {
		if key := keyOf(r, r.Reference()); r.Reference() != "" && d.known[key] == nil {
			d.known[key] = r
		}
	}
	return d
}

func keyOf(r *incidents.Record, ref string) string { return r.Source() + " " + reference.Fold(ref) }

// mark leaves a record out that its own system calls a duplicate, and names the other one if the export has it.
func (d duplicates) mark(r *incidents.Record) bool {
	text, state := r.Text(d.field)
	if state != incidents.Present || !saysDuplicate(text) {
		return false
	}
	of := d.named(r, text)
	switch {
	case of == r, of != nil && d.first(r, of):
		return false
	case of != nil:
		r.Leave(incidents.Duplicate, of)
	default:
		r.Left = incidents.Duplicate
	}
	return true
}

// named finds the record that a text names, alone or among other words: "WEB100", "Yes - WEB100".
func (d duplicates) named(r *incidents.Record, text string) *incidents.Record {
	if of := d.known[keyOf(r, text)]; of != nil {
		return of
	}
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" ,;()[]", c) }) {
		if of := d.known[keyOf(r, word)]; of != nil && !field.NoReference(word) && strings.ContainsAny(word, "0123456789") {
			return of
		}
	}
	return nil
}

// first reports the record to keep of two that name each other: the earlier.
func (d duplicates) first(r, of *incidents.Record) bool {
	back, state := of.Text(d.field)
	if state != incidents.Present || d.named(of, back) != r {
		return false
	}
	return r.Sheet.Number < of.Sheet.Number || r.Sheet.Number == of.Sheet.Number && r.Row < of.Row
}

// saysDuplicate reads a reference, a yes or the word itself. What is only suspected is no duplicate yet.
func saysDuplicate(text string) bool {
	switch strings.TrimSpace(text) {
	case "✓", "✔", "☑", "✅", "☒":
		return true
	}
	first := phrases(text)
	if len(first) == 0 || unsettled(strings.Fields(strings.Join(first, " "))) {
		return false
	}
	words := strings.Fields(first[0])
	switch words[0] {
	case "yes", "y", "true", "x", "duplicate", "duplicated", "dup", "merged":
		return true
	case "no", "n", "not", "false", "none", "nil", "null", "na":
		return false
	}
	return !field.NoReference(text)
}
