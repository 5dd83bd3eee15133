package audit

import (
	"encoding/json"
	"errors"
	"io"

	"siequity/audit/sample"
	"siequity/audit/sample/collate"
)

// A SampleReading is a collated sample, as `siequity sample collate` writes it for
// a later audit: what it shows in totals, and what readers decided of each case.
type SampleReading struct {
	Results   collate.Results            `json:"results"`
	Decisions map[string][3]sample.Label `json:"decisions"` // by ID of the case's first record
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

// reviewCases lets what the readers of a sample decided stand for every record of
// the case that they read, where no worklist decides the record itself.
func (r *Result) reviewCases() {
	for _, s := range r.Config.Samples {
		cases := map[int32][dimensions]*Label{}
		for _, rec := range r.Records {
			if labels, ok := s.Decisions[rec.ID()]; ok && rec.Case > 0 {
				cases[rec.Case] = decided(labels)
			}
		}
		for _, rec := range r.Records {
			if labels, ok := cases[rec.Case]; ok && rec.InScope() {
				rec.reviewed(labels, r.Config.Reviews[rec.ID()])
			}
		}
	}
}

// decided reads the labels of a collation; an empty one decides nothing.
func decided(labels [3]sample.Label) (out [dimensions]*Label) {
	for d, l := range labels {
		for _, known := range []Label{Absent, Mentioned, ExplicitlyNot, ConsideredIt} {
			if string(l) == known.String() {
				out[d] = &known
			}
		}
	}
	return out
}

// reviewed puts what people decided in place of the text's label, and of a yes that
// nothing bears out, unless a decision of its own stands.
func (r *Record) reviewed(labels, own [dimensions]*Label) {
	for _, d := range Dimensions() {
		if v := r.View(d); labels[d] != nil && own[d] == nil && (v.Basis != ByAnswer || v.Check || v.Label == Mentioned) {
			r.views[d] = View{Label: *labels[d], Basis: ByReview}.pack()
		}
	}
}
