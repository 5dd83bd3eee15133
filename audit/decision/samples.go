package decision

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

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

// A reading is what readers of a sample decided about one unit: the records that it
// stands for, and the labels.
type reading struct {
	id      string
	records []*record.Record
	labels  [record.DimensionCount]*record.Label
}

// ReviewSamples lets what the readers of a sample decided stand, where no worklist
// decides the record itself: for every record of the case that they read, or in a
// sample of records for the record alone. Where a number names records of two cases, as
// those of two trusts may, a decision about it names neither, and where decisions about
// one case differ, none is used.
func (r *Decisions) ReviewSamples(samples []SampleReading) []finding.Finding {
	var findings []finding.Finding
	for _, s := range samples {
		read, several := r.unitsRead(s)
		for _, id := range several {
			findings = append(findings, severalUnits(id, s.Results.Records))
		}
		findings = append(findings, withhold(read)...)
		for _, u := range read {
			for _, rec := range u.records {
				reviewed(rec, u.labels, r.decidedOf(rec))
			}
		}
	}
	return findings
}

// withhold takes back decisions that differ about one record, as those of a draw whose
// cases have become one since, and reports them.
func withhold(read []reading) []finding.Finding {
	var findings []finding.Finding
	about := map[*record.Record][]int{}
	for i, u := range read {
		for _, rec := range u.records {
			about[rec] = append(about[rec], i)
		}
	}
	for i, u := range read {
		for _, d := range record.Dimensions() {
			units := about[u.records[0]]
			if i != units[0] || !differ(read, units, d) {
				continue
			}
			var ids []string
			for _, n := range units {
				read[n].labels[d] = nil
				ids = append(ids, read[n].id)
			}
			findings = append(findings, finding.Finding{ID: "sample/decided-twice", What: "the collated sample decides differently about " + d.String() + " for " + strings.Join(ids, " and ") + ", which are one case; none of these decisions is used",
				Hint: "settle it in the worklist, which goes before the sample"})
		}
	}
	return findings
}

func differ(read []reading, units []int, d record.Dimension) bool {
	var first *record.Label
	for _, n := range units {
		switch l := read[n].labels[d]; {
		case l == nil:
		case first == nil:
			first = l
		case *first != *l:
			return true
		}
	}
	return false
}

func severalUnits(id string, records bool) finding.Finding {
	of := "records in several cases"
	if records {
		of = "several records"
	}
	return finding.Finding{ID: "sample/several-records", What: "the collated sample decides about " + id + ", which is the number of " + of + "; the decision is not used",
		Hint: "draw and collate a sample for one trust at a time"}
}

// unitsRead finds what a sample decides about, in the order of IDs, and the numbers
// that name more than one unit.
func (r *Decisions) unitsRead(s SampleReading) (read []reading, several []string) {
	if len(s.Decisions) == 0 {
		return nil, nil
	}
	named, byCase := map[string][]*record.Record{}, map[int32][]*record.Record{}
	for _, rec := range r.records {
		if !rec.InScope() {
			continue
		}
		byCase[rec.Case] = append(byCase[rec.Case], rec)
		for _, id := range []string{rec.ID(), IDAt(rec.ID(), r.organisations[rec.Organisation])} {
			if _, ok := s.Decisions[id]; ok {
				named[id] = append(named[id], rec)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(named)) {
		u := reading{id, named[id], decided(s.Decisions[id])}
		if !s.Results.Records && sameCase(u.records) {
			u.records = byCase[u.records[0].Case]
		} else if len(u.records) > 1 {
			several = append(several, id)
			continue
		}
		read = append(read, u)
	}
	return read, several
}

func sameCase(records []*record.Record) bool {
	return !slices.ContainsFunc(records, func(r *record.Record) bool { return r.Case != records[0].Case })
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
