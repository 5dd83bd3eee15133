package decision

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"

	"siequity/audit/finding"
	"siequity/audit/record"
	"siequity/audit/sample"
	"siequity/audit/sample/collate"
)

// A SampleReading is a collated sample, as `siequity sample collate` writes it for
// a later audit: what it shows in totals, and what readers decided of each case.
type SampleReading struct {
	Results   collate.Results            `json:"results"`
	Decisions map[string][3]sample.Label `json:"decisions"` // by ID of the case's first record
	Path      string                     `json:"-"`         // the file it was read from, "" for none
}

// Write writes the reading as JSON.
func (s SampleReading) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(s)
}

// ReadSample reads what Write wrote.
func ReadSample(r io.Reader) (SampleReading, error) {
	var s SampleReading
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&s); err != nil {
		return s, errors.New("this is not a collated sample that siequity wrote")
	}
	return s, nil
}

// ReviewCases lets what the readers of a sample decided stand for every record of
// the case that they read, where no worklist decides the record itself. Where
// records of two cases have one number, as those of two trusts may, a decision
// about it names neither.
func (r *Decisions) ReviewCases(samples []SampleReading) []finding.Finding {
	var findings []finding.Finding
	for _, s := range samples {
		read, several := r.casesRead(s)
		for _, rec := range r.records {
			if labels, ok := read[rec.Case]; ok && rec.InScope() {
				reviewed(rec, labels, r.decidedOf(rec))
			}
		}
		for _, id := range several {
			findings = append(findings, finding.Finding{ID: "sample/several-records", What: "the collated sample decides about " + id + ", which is the number of records in several cases; the decision is not used",
				Hint: "draw and collate a sample for one trust at a time"})
		}
	}
	return findings
}

// casesRead finds the cases that a sample decides about, and the numbers that name
// more than one.
func (r *Decisions) casesRead(s SampleReading) (read map[int32][record.DimensionCount]*record.Label, several []string) {
	read = map[int32][record.DimensionCount]*record.Label{}
	if len(s.Decisions) == 0 {
		return read, nil
	}
	named := map[string][]int32{}
	for _, rec := range r.records {
		if rec.Case == 0 {
			continue
		}
		for _, id := range []string{rec.ID(), IDAt(rec.ID(), r.organisations[rec.Organisation])} {
			if _, ok := s.Decisions[id]; ok && !slices.Contains(named[id], rec.Case) {
				named[id] = append(named[id], rec.Case)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(named)) {
		if len(named[id]) > 1 {
			several = append(several, id)
			continue
		}
		read[named[id][0]] = decided(s.Decisions[id])
	}
	return read, several
}

// decided reads the labels of a collation; an empty one decides nothing.
func decided(labels [3]sample.Label) (out [record.DimensionCount]*record.Label) {
	for d, l := range labels {
		for _, known := range []record.Label{record.Absent, record.Mentioned, record.ExplicitlyNot, record.ConsideredIt} {
			if string(l) == known.String() {
				out[d] = &known
			}
		}
	}
	return out
}

// reviewed puts what people decided in place of the text's label, and of an answer
// that settles nothing, such as N/A, or that the rest of the record does not bear
// out. Any other answer stands, as it is the investigators' own, and so does a
// decision about the record itself.
func reviewed(r *record.Record, labels, own [record.DimensionCount]*record.Label) {
	for _, d := range record.Dimensions() {
		if v := r.View(d); labels[d] != nil && own[d] == nil && (v.Basis != record.ByAnswer || v.Check || v.Label == record.Mentioned) {
			r.SetView(d, record.View{Label: *labels[d], Basis: record.ByReview})
		}
	}
}

// IDAt is the ID of a record whose number another trust has too.
func IDAt(id, organisation string) string { return id + "@" + organisation }
