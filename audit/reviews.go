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
	_, ok := decidedLabel(decision)
	return ok || isWord(decision, "") || slices.ContainsFunc(worklist.Mended(), func(word string) bool { return isWord(decision, word) })
}

// decidedLabels are the labels of worklist.Considered, in its order.
var decidedLabels = [...]Label{ConsideredIt, Mentioned, ExplicitlyNot, Absent}

// decidedLabel reads a reviewer's choice from the dropdown.
func decidedLabel(choice string) (Label, bool) {
	choice = strings.TrimSpace(choice)
	for i, word := range worklist.Considered() {
		if isWord(choice, word) || isWord(choice+" only", word) { // "mentioned" will do
			return decidedLabels[i], true
		}
	}
	return Absent, false
}

// isWord compares what somebody entered with a word of a list.
func isWord(entered, word string) bool { return strings.EqualFold(strings.TrimSpace(entered), word) }

// review puts what people decided over what the text was read as.
func (r *Result) review() {
	for _, rec := range r.Records {
		if rec.InScope() {
			rec.reviewed(r.decidedOf(rec), [dimensions]*Label{})
		}
	}
}

// decidedOf gives what the worklist decides about a record.
func (r *Result) decidedOf(rec *Record) [dimensions]*Label {
	if len(r.Config.Reviews) == 0 {
		return [dimensions]*Label{}
	}
	id := rec.ID()
	if r.shared[id] {
		return [dimensions]*Label{}
	}
	return r.Config.Reviews[id]
}

// settleShared finds the numbers that the worklist decides about and that several
// records have, as those of two trusts may: a decision about one names neither.
func (r *Result) settleShared() []Finding {
	times := r.Config.decidedAbout()
	r.shared = map[string]bool{}
	if len(times) == 0 {
		return nil
	}
	var findings []Finding
	for _, rec := range r.Records {
		if !rec.InScope() {
			continue
		}
		id := rec.ID()
		n, ok := times[id]
		if !ok {
			continue
		}
		if times[id]++; n == 1 {
			r.shared[id] = true
			findings = append(findings, Finding{ID: "worklist/several-records", What: "the worklist decides about " + id + ", which is the number of several records; the decision is not used",
				Hint: "audit one trust at a time, and let each keep its own worklist"})
		}
	}
	return findings
}

// decidedAbout gives the records that a decision of the worklist changes anything
// for, by ID.
func (c *Config) decidedAbout() map[string]int {
	out := map[string]int{}
	for id := range c.Reviews {
		out[id] = 0
	}
	for key, d := range c.Decisions {
		if _, id, ok := strings.Cut(key, "|"); ok && accepts(d) {
			out[id] = 0
		}
	}
	return out
}

func accepts(d worklist.Decision) bool { return isWord(d.Status, worklist.AcceptedException) }

// Outweighed reports a decision of a person that an answer of the export goes
// before: the answer is the investigators' own, and is mended where it stands.
func (r *Result) Outweighed(rec *Record, d Dimension) bool {
	decided, v := r.decidedOf(rec)[d], rec.View(d)
	return decided != nil && *decided != v.Label && v.Basis == ByAnswer
}

// Accepted reports whether a person accepted a failure as an exception. It stays
// on the list and in the measures, and does not fail a run.
func (r *Result) Accepted(rule string, rec *Record) bool {
	id := rec.ID()
	return accepts(r.Config.Decisions[rule+"|"+id]) && !r.shared[id]
}
