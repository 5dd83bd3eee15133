package decision

import (
	"strings"

	"siequity/audit/record"
	"siequity/audit/worklist"
)

// reviews are what people decided after reading: a label of each dimension by the
// record, nil where they decided nothing.
type reviews map[named][record.DimensionCount]*record.Label

// named tells a record by its number and its organisation, as two trusts may use
// one number.
type named struct{ number, organisation string }

func (r *Decisions) named(rec *record.Record) named {
	return named{rec.ID(), r.organisations[rec.Organisation]}
}

// take reads a decision, if it is about a dimension.
func (v reviews) take(about worklist.Subject, d worklist.Decision) {
	rule, _, _ := strings.Cut(about.Key, "|")
	label, decided := decidedLabel(d.Decision)
	if !decided {
		return
	}
	for _, dim := range record.Dimensions() {
		if rule == consideredRule(dim) {
			whose := named{numberOf(about.Key), about.Organisation}
			labels := v[whose]
			labels[dim] = &label
			v[whose] = labels
		}
	}
}

func consideredRule(d record.Dimension) string { return "equity/" + d.String() + "-considered" }

// Review puts what people decided over what the text was read as.
func (r *Decisions) Review() {
	if len(r.reviews) == 0 {
		return
	}
	for _, rec := range r.records {
		if rec.InScope() {
			reviewed(rec, r.decidedOf(rec), [record.DimensionCount]*record.Label{})
		}
	}
}

// decidedOf gives what the worklist decides about a record.
func (r *Decisions) decidedOf(rec *record.Record) [record.DimensionCount]*record.Label {
	if len(r.reviews) == 0 {
		return [record.DimensionCount]*record.Label{}
	}
	return r.reviews[r.named(rec)]
}

// Outweighed reports a decision of a person that an answer of the export goes
// before: the answer is the investigators' own, and is mended where it stands.
func (r *Decisions) Outweighed(rec *record.Record, d record.Dimension) bool {
	decided, v := r.decidedOf(rec)[d], rec.View(d)
	return decided != nil && *decided != v.Label && v.Basis == record.ByAnswer
}

// Accepted reports whether a person accepted a failure as an exception. It stays
// on the list and in the measures, and does not fail a run.
func (r *Decisions) Accepted(rule string, rec *record.Record) bool {
	if len(r.decisions) == 0 {
		return false
	}
	whose := r.named(rec)
	return isWord(r.decisions[worklist.Subject{Key: rule + "|" + whose.number, Organisation: whose.organisation}].Status, worklist.AcceptedException)
}
