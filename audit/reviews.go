package audit

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"siequity/audit/worklist"
)

// Reviews are what people decided after reading: a label of each dimension by the
// ID of the record, nil where they decided nothing.
type Reviews map[string][dimensions]*Label

// ReadWorklist takes over the decisions of an earlier worklist, if there is one:
// they are carried to the new list, and decisions about consideration stand
// before what the text was read as.
func (c *Config) ReadWorklist(path, password string) ([]Finding, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	decisions, faults, err := worklist.Read(path, password)
	if err != nil {
		return nil, err
	}
	c.Decisions = decisions
	if c.Reviews == nil {
		c.Reviews = Reviews{}
	}
	var out []Finding
	for _, key := range slices.Sorted(maps.Keys(decisions)) {
		c.Reviews.take(key, decisions[key])
		if _, about, _ := strings.Cut(key, "|"); !understood(decisions[key].Decision) {
			out = append(out, Finding{ID: "worklist/unclear", File: filepath.Base(path), Heading: "Decision", What: "the decision about " + about + " is none of the list, so it is kept and changes nothing",
				Hint: "choose it from the list in the cell, and put the rest into the note"})
		}
	}
	for _, f := range faults {
		out = append(out, Finding{ID: "worklist/unclear", File: f.File, Sheet: f.Sheet, Row: f.Row, Heading: f.Column, What: f.What, Hint: f.Hint})
	}
	return out, nil
}

// take reads the decision of one line, if it is about a dimension.
func (v Reviews) take(key string, d worklist.Decision) {
	rule, record, ok := strings.Cut(key, "|")
	label, decided := decidedLabel(d.Decision)
	if !ok || !decided {
		return
	}
	for _, dim := range Dimensions() {
		if rule == "equity/"+dim.String()+"-considered" {
			labels := v[record]
			labels[dim] = &label
			v[record] = labels
		}
	}
}

// understood reports a decision that the list of the worklist offers, or none.
func understood(decision string) bool {
	switch strings.ToLower(strings.TrimSpace(decision)) {
	case "", "mended", "accepted exception", "not ours":
		return true
	}
	_, ok := decidedLabel(decision)
	return ok
}

// Outweighed reports a decision of a person that an answer of the export goes
// before: the answer is the investigators' own, and is mended where it stands.
func (r *Result) Outweighed(rec *Record, d Dimension) bool {
	decided, v := r.Config.Reviews[rec.ID()][d], rec.View(d)
	return decided != nil && *decided != v.Label && v.Basis == ByAnswer
}

// decidedLabel reads a reviewer's choice from the dropdown.
func decidedLabel(choice string) (Label, bool) {
	switch strings.ToLower(strings.TrimSpace(choice)) {
	case "considered":
		return ConsideredIt, true
	case "mentioned only", "mentioned":
		return Mentioned, true
	case "stated not considered":
		return ExplicitlyNot, true
	case "no evidence":
		return Absent, true
	}
	return Absent, false
}

// review puts what people decided over what the text was read as, and over a yes
// that nothing bears out. An answer that the record supports stands: it is the
// investigators' own. Where records of two trusts have one number, a decision
// about it names neither.
func (s *readings) review(records []*Record, reviews Reviews) []Finding {
	if len(reviews) == 0 {
		return nil
	}
	decided := map[string][]*Record{}
	var order []string
	for _, r := range records {
		id := r.ID()
		if _, ok := reviews[id]; !ok || !r.InScope() {
			continue
		}
		if decided[id] == nil {
			order = append(order, id)
		}
		decided[id] = append(decided[id], r)
	}
	var findings []Finding
	for _, id := range order {
		if found := decided[id]; len(found) == 1 {
			found[0].reviewed(reviews[id], [dimensions]*Label{})
			continue
		}
		findings = append(findings, Finding{ID: "worklist/several-records", What: "the worklist decides about " + id + ", which is the number of several records; the decision is not used",
			Hint: "audit one trust at a time, and let each keep its own worklist"})
	}
	return findings
}

// Accepted reports whether a person accepted a failure as an exception. It stays
// on the list and in the measures, and does not fail a run.
func (r *Result) Accepted(rule string, rec *Record) bool {
	d, ok := r.Config.Decisions[rule+"|"+rec.ID()]
	return ok && strings.EqualFold(strings.TrimSpace(d.Status), "accepted exception")
}
